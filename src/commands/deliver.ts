import type { Command } from 'commander'
import { UsageError } from '../domain/errors.ts'
import type { Agreement } from '../domain/model.ts'
import { recordDisclosure } from '../store/disclosures.ts'
import { type Chunks, writeOut, writeWhole } from '../terminal/files.ts'
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

/** What a file takes out of the database, and whose it is. */
export interface Leaving {
  readonly what: string
  readonly agreements: readonly Agreement[]
}

/**
 * Writes a document to its file, whole or not at all, or to standard output; what is for people to read there, through the pager.
 * A file is a copy that leaves the database, and is entered in the list of disclosures.
 * @param leaving null where nothing of it comes from the database
 */
export async function deliver(
  { io, database }: Context,
  content: string | Uint8Array,
  { output, force = false, open = false }: Delivery,
  paged: boolean,
  leaving: Leaving | null,
): Promise<void> {
  if (output !== undefined) {
    const db = leaving === null ? null : await database()
    const disclosed = thenDo([content], () => {
      if (db !== null && leaving !== null) {
        recordDisclosure(db, io, { ...leaving, audience: 'self', destination: output })
      }
    })
    await writeWhole(output, disclosed, force)
    io.stderr.write(`Wrote ${output}\n`)
    if (open) await openWithViewer(io, output)
  } else if (typeof content !== 'string') await writeOut(io, [content])
  else if (paged) await page(io, content)
  else io.stdout.write(content)
}

/** Does something between the last piece and the end, when a file is written but has no name yet. */
export async function* thenDo(chunks: Chunks, last: () => void): AsyncGenerator<string | Uint8Array> {
  yield* chunks
  last()
}
