import { existsSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { InputError } from '../domain/errors.ts'
import type { Io } from './io.ts'

/**
 * The whole text of a file, or of standard input for `-`.
 * @throws InputError when it can't be read, or is not UTF-8 text
 */
export async function readText(io: Io, path: string): Promise<string> {
  const bytes = path === '-' ? await readStdin(io) : await readBytes(path)
  const name = path === '-' ? 'standard input' : path
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (text.includes('\0')) throw new InputError(`${name} is not text; name a text file.`)
    return text
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new InputError(`${name} is not UTF-8 text; save it as UTF-8 and try again.`)
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no file',
  EISDIR: 'A folder was named, not a file:',
  EACCES: 'Permission was refused to read',
}

/** @throws InputError when the file can't be read */
export async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    throw new InputError(`${REASONS[code] ?? `The system would not read (${code})`} ${path}; check the name.`)
  }
}

async function readStdin(io: Io): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/**
 * Writes a file whole or not at all: beside it first, then in its place. Readable by its owner alone.
 * @throws InputError when the file exists and `force` is false, or the folder can't be written
 */
export async function writeWhole(path: string, content: string | Uint8Array, force: boolean): Promise<void> {
  if (!force && existsSync(path)) {
    throw new InputError(`${path} exists; add --force to replace it, or name another file.`)
  }
  const beside = `${path}.${process.pid}.part`
  try {
    await writeFile(beside, content, { mode: 0o600, flush: true })
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    const code = (error as NodeJS.ErrnoException).code ?? ''
    throw new InputError(
      `${path} could not be written (${code}); check that its folder exists and may be written.`,
    )
  }
}

/** What is written piece by piece: texts as UTF-8, bytes as they are. */
export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

/**
 * Writes a file whole or not at all: beside it first, then in its place once it is on the disk.
 * @param force whether a file that is there already may be replaced
 * @throws InputError when there is one and it may not, or the file can't be written
 */
export async function writeWhole(path: string, chunks: Chunks, force: boolean): Promise<void> {
  if (!force && existsSync(path)) {
    throw new InputError(`${path} is there already; name another file, or add --force to replace it.`)
  }
  const unfinished = `${path}.${randomUUID().slice(0, 8)}.part`
  try {
    await writeNew(unfinished, chunks)
    if (force) await rename(unfinished, path)
    else {
      // Unlike a rename, a link never takes the place of a file that somebody else made meanwhile.
      await link(unfinished, path)
      await unlink(unfinished)
    }
  } catch (error) {
    await rm(unfinished, { force: true })
    const code = (error as NodeJS.ErrnoException).code
    if (code === undefined || error instanceof CoachError) throw error
    throw new InputError(`${path} could not be written (${code}); nothing is left of it. Check the folder and try again.`)
  }
}

async function writeNew(path: string, chunks: Chunks): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of chunks) await file.write(chunk as Uint8Array)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Writes to standard output no faster than it is read. A reader that leaves, as `head` does, ends it quietly. */
export async function writeOut(io: Io, chunks: Chunks): Promise<void> {
  const { stream } = io.stdout
  let left: Error | undefined
  const leave = (error: Error): void => {
    left = error
  }
  stream.on('error', leave)
  try {
    for await (const chunk of chunks) {
      const accepted = typeof chunk === 'string' ? io.stdout.write(chunk) : stream.write(chunk)
      if (!accepted) await new Promise<void>((resolve) => {
        stream.once('drain', resolve).once('close', resolve).once('error', () => resolve())
      })
      if (left !== undefined) break
    }
  } finally {
    stream.removeListener('error', leave)
  }
  if (left !== undefined && (left as NodeJS.ErrnoException).code !== 'EPIPE') throw left
}
