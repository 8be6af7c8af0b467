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
