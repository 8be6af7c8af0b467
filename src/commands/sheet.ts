import type { Sheet } from '../reports/figure-lines.ts'
import { mayUnicode } from '../terminal/io.ts'
import type { Context } from './context.ts'

/** The terminal as something to draw on: as wide as it is, or 80 columns where there is none. */
export const sheetOf = async ({ io, style }: Context): Promise<Sheet> => ({
  width: io.stdout.isTTY ? io.stdout.columns : 80,
  unicode: mayUnicode(io),
  style: await style(),
})
