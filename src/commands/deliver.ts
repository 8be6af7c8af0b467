import type { Command } from 'commander'
import { UsageError } from '../domain/errors.ts'
import { writeOut, writeWhole } from '../terminal/files.ts'
import { page } from '../terminal/pager.ts'
import { openWithViewer } from '../terminal/viewer.ts'
import type { Context } from './context.ts'

/** Where a document goes. */
export interface Delivery {
  readonly output?: string
  readonly force?: boolean
  readonly open?: boolean
}

export const deliveryOptions = (command: Command): Command =>
  command
    .option('-o, --output <file>', 'write it to a file')
    .option('--force', 'replace the file where it exists')
    .option('--open', 'show the file with the program that your system has for it')

/**
 * Refuses what could not be delivered, before anything is done for it.
 * @throws UsageError that names the flag
 */
export function checkDelivery(
  { io }: Context,
  format: string,
  binary: boolean,
  { output, open }: Delivery,
): void {
  if (output !== undefined) return
  if (open) throw new UsageError('--open shows a file; name it with -o FILE.')
  if (binary && io.stdout.isTTY) {
    throw new UsageError(`A terminal cannot show ${format}; name a file for it with -o FILE.`)
  }
}

/**
 * Writes a document to its file, whole or not at all, or to standard output; what is for people to read there, through the pager.
 */
export async function deliver(
  { io }: Context,
  content: string | Uint8Array,
  { output, force = false, open = false }: Delivery,
  paged: boolean,
): Promise<void> {
  if (output !== undefined) {
    await writeWhole(output, content, force)
    io.stderr.write(`Wrote ${output}\n`)
    if (open) await openWithViewer(io, output)
  } else if (typeof content !== 'string') await writeOut(io, [content])
  else if (paged) await page(io, content)
  else io.stdout.write(content)
}
