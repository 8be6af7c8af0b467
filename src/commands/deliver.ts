import { existsSync, realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { InputError, UsageError } from '../domain/errors.ts'
import type { Agreement, Audience } from '../domain/model.ts'
import { recordDisclosure, STANDARD_OUTPUT } from '../store/disclosures.ts'
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

/** What goes out of the database, for whom, and whose it is. */
export interface Leaving {
  readonly what: string
  readonly audience: Audience
  readonly agreements: readonly Agreement[]
}

/**
 * Writes a document to its file, or to standard output; what is for people to read there, through the pager.
 * @param leaving null where nothing of it comes from the database
 */
export async function deliver(
  context: Context,
  content: string | Uint8Array,
  delivery: Delivery,
  paged: boolean,
  leaving: Leaving | null,
): Promise<void> {
  const { io } = context
  const { output, open = false } = delivery
  await send(context, [content], delivery, leaving, async () => {
    if (typeof content !== 'string') await writeOut(io, [content])
    else if (paged) await page(io, content)
    else io.stdout.write(content)
  })
  if (output === undefined) return
  io.stderr.write(`Wrote ${output}\n`)
  if (open) await openWithViewer(io, output)
}

/**
 * Writes to the file that was named, whole or not at all, or else does `show`. A file is a copy that leaves the database,
 * and so is whatever another audience reads: both are entered in the list of disclosures.
 * @param leaving null where nothing of it comes from the database
 */
export async function send(
  context: Context,
  chunks: Chunks,
  { output, force = false }: Delivery,
  leaving: Leaving | null,
  show: () => Promise<void>,
): Promise<void> {
  const { io } = context
  if (output !== undefined) refuseDatabase(context, output)
  const db = leaving === null ? null : await context.database()
  const disclose = (destination: string): void => {
    if (db !== null && leaving !== null) recordDisclosure(db, io, { ...leaving, destination })
  }
  if (output !== undefined) {
    await writeWhole(
      output,
      thenDo(chunks, () => disclose(resolve(io.cwd, output))),
      force,
    )
    return
  }
  if (leaving?.audience !== 'self') disclose(STANDARD_OUTPUT)
  await show()
}

/**
 * Sees to it that nothing is written over the database, whatever is forced.
 * @throws InputError for its path, or that of a file that belongs to it
 */
export function refuseDatabase(context: Context, output: string): void {
  const [path = '', database = ''] = [output, context.databasePath()]
    .map((each) => resolve(context.io.cwd, each))
    .map((each) => (existsSync(each) ? realpathSync(each) : each))
  if (['', '-wal', '-shm'].some((end) => path === `${database}${end}`)) {
    throw new InputError(
      `${output} is ${path === database ? 'the database itself' : 'a part of the database'}; name another file.`,
    )
  }
}

/** Does something between the last piece and the end, when a file is written but has no name yet. */
export async function* thenDo(chunks: Chunks, last: () => void): AsyncGenerator<string | Uint8Array> {
  yield* chunks
  last()
}
