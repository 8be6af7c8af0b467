import type { Source } from '../source.ts'
import { SCHEMA_VERSION } from '../version.ts'
import { type Cell, objectColumns, rowReader } from './columns.ts'
import type { ExportOptions } from './registry.ts'

/** One object a line, one line a record, each complete in itself. */
export function* write(source: Source, options: ExportOptions): Generator<string> {
  const columns = objectColumns(options.columns)
  const names = columns.map(({ name }) => `,${JSON.stringify(name)}:`)
  const rowsOf = rowReader(columns, jsonCell)
  for (const part of source.parts()) {
    for (const row of rowsOf(part)) {
      let line = `{"schema_version":${SCHEMA_VERSION}`
      for (const [at, cell] of row.entries()) line += (names[at] as string) + cell
      yield `${line}}\n`
    }
  }
}

const jsonCell = (cell: Cell): string => JSON.stringify(cell)
