/**
 * Reading and writing a descriptor at once, without Node's streams: to open those of standard input and output takes
 * five milliseconds of every start, where a bare Node takes twenty-five.
 */

import { accessSync, closeSync, constants, fstatSync, openSync, readSync, statSync, writeSync } from 'node:fs'

/** In bytes. */
const READ_AT_ONCE = 1 << 16

/** Whether a descriptor is a file or a pipe; a device may be a terminal, which needs a stream. */
export function isDirect(descriptor: number): boolean {
  try {
    return !fstatSync(descriptor).isCharacterDevice()
  } catch {
    return false
  }
}

/**
 * The bytes of a descriptor as they arrive, each piece in memory of its own.
 * @throws the system's error when it can't be read, or has to be waited for (`isBusy`)
 */
export function* readDirect(descriptor: number, atOnce = READ_AT_ONCE): Generator<Uint8Array> {
  for (;;) {
    const buffer = Buffer.allocUnsafeSlow(atOnce)
    const length = readSync(descriptor, buffer)
    if (length === 0) return
    yield buffer.subarray(0, length)
  }
}

/** The bytes of a file, as `readDirect` gives them. */
export function* fileBytes(path: string, atOnce?: number): Generator<Uint8Array> {
  const file = openSync(path, 'r')
  try {
    yield* readDirect(file, atOnce)
  } finally {
    closeSync(file)
  }
}

/**
 * Looks whether a file may be read without opening it: a pipe that was opened and closed would have lost its writer.
 * @throws the system's error when it may not, or is a folder
 */
export function checkReadable(path: string): void {
  accessSync(path, constants.R_OK)
  if (statSync(path).isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
}

/**
 * Writes a text, and returns what is left where the other side takes no more for now (another program made the pipe so).
 * @throws the system's error when nobody reads, or there is no space
 */
export function writeDirect(descriptor: number, text: string): Uint8Array {
  let rest: Uint8Array = Buffer.from(text)
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest))
    } catch (error) {
      if (isBusy(error)) return rest
      throw error
    }
  }
  return rest
}

/** The descriptor would have to be waited for, which only a stream can. */
export const isBusy = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EAGAIN'
