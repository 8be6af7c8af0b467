import { existsSync, readFileSync, statSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { InputError } from '../domain/errors.ts'
import { visible } from '../domain/text.ts'
import { checkReadable, fileBytes } from './direct.ts'
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
    throw unreadable(path, error)
  }
}

/** What to say of a file that the system would not read. */
export function unreadable(path: string, error: unknown): InputError {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return new InputError(
    `${REASONS[code] ?? `The system would not read (${code})`} ${path === '-' ? 'standard input' : path}; check the name.`,
  )
}

/** A file that can be read again from its beginning. */
export interface InputFile {
  /** As it was typed; `standard input` for `-`. */
  readonly name: string
  /** The bytes, piece by piece, each in memory of its own. */
  chunks(): Generator<Uint8Array>
}

/**
 * A file to be read in pieces, or all of standard input for `-`.
 * @throws InputError when it can't be read
 */
export async function inputFile(io: Io, path: string): Promise<InputFile> {
  if (path === '-') return inputOf('standard input', await readStdin(io))
  try {
    checkReadable(path)
    if (!statSync(path).isFile()) return inputOf(path, readFileSync(path))
  } catch (error) {
    throw unreadable(path, error)
  }
  return { name: path, chunks: () => fileBytes(path, READ_AT_ONCE) }
}

/** Bytes that are in memory, as a file. */
export const inputOf = (name: string, bytes: Uint8Array): InputFile => ({
  name,
  *chunks() {
    yield bytes
  },
})

/** In bytes: an import reads whole files, and fewer pieces are sooner decoded. */
const READ_AT_ONCE = 1 << 20

async function readStdin(io: Io): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of io.input()) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/** What is written piece by piece, of any size: texts as UTF-8, bytes as they are. */
export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

/**
 * Writes a file whole or not at all: beside it first, then in its place. Readable by its owner alone.
 * @throws InputError when the file exists and `force` is false, or the folder can't be written
 */
export async function writeWhole(
  path: string,
  content: string | Uint8Array | Chunks,
  force: boolean,
): Promise<void> {
  if (!force && existsSync(path)) {
    throw new InputError(`${path} exists; add --force to replace it, or name another file.`)
  }
  const beside = `${path}.${process.pid}.part`
  try {
    const bytes = typeof content === 'string' || content instanceof Uint8Array ? content : packed(content)
    await writeFile(beside, bytes, { mode: 0o600, flush: true })
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    const { code } = error as NodeJS.ErrnoException
    // What the pieces themselves throw as they are made says more than this could.
    if (code === undefined) throw error
    throw new InputError(
      `${path} could not be written (${code}); check that its folder exists and may be written.`,
    )
  }
}

/**
 * Writes to standard output no faster than it is read. A reader that leaves, as `head` does, ends it quietly.
 * Text for a terminal goes the way of all text for a terminal, which keeps control sequences out.
 */
export async function writeOut(io: Io, chunks: Chunks): Promise<void> {
  const { stdout } = io
  try {
    if (stdout.isTTY) {
      for await (const chunk of chunks) stdout.write(visible(chunk.toString().replaceAll('\r\n', '\n')))
    } else for await (const chunk of packed(chunks)) await written(stdout.stream, chunk)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
  }
}

const written = (stream: NodeJS.WritableStream, chunk: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    // An error event follows the callback; unheard, it would end the process.
    stream.once('error', reject)
    stream.write(chunk, (error) => {
      if (error) reject(error)
      else {
        stream.off('error', reject)
        resolve()
      }
    })
  })

const PACKED = 1 << 18

/**
 * The texts as bytes, packed into a buffer that is used again: an export of any length takes up one. Each piece is to
 * be written before the next is asked for.
 */
export async function* packed(chunks: Chunks): AsyncGenerator<Uint8Array> {
  let buffer = Buffer.allocUnsafe(PACKED)
  let filled = 0
  for await (const chunk of chunks) {
    // A character takes up to three bytes in UTF-8.
    const room = typeof chunk === 'string' ? chunk.length * 3 : chunk.length
    if (filled + room > buffer.length) {
      yield buffer.subarray(0, filled)
      filled = 0
      if (room > buffer.length) buffer = Buffer.allocUnsafe(room)
    }
    if (typeof chunk === 'string') filled += buffer.write(chunk, filled)
    else {
      buffer.set(chunk, filled)
      filled += chunk.length
    }
  }
  yield buffer.subarray(0, filled)
}
