import { isUtf8 } from 'node:buffer'
import { InputError } from '../domain/errors.ts'
import { checkReadable, fileBytes } from './direct.ts'
import type { Io } from './io.ts'

/** In bytes. A line is held whole, and no text that a person wrote is as long. */
const LONGEST_LINE = 1 << 27
const LINE_END = 10

/**
 * The lines of a file, or of standard input for `-`, without their ends, in batches as they arrive: a file of any size
 * takes the memory of its longest line.
 * @throws InputError that names the line, when the file can't be read, or is not UTF-8 text
 */
export async function* lineBatches(io: Io, path: string): AsyncGenerator<string[]> {
  const decoder = new LineDecoder(path === '-' ? 'standard input' : path)
  try {
    for await (const chunk of path === '-' ? io.input() : fileBytes(path)) {
      const lines = decoder.add(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
      if (lines.length > 0) yield lines
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error
    throw (await import('./files.ts')).unreadable(path, error)
  }
  yield decoder.end()
}

/** @throws InputError when there is no such file, or it may not be read */
export async function refuseUnreadable(path: string): Promise<void> {
  try {
    checkReadable(path)
  } catch (error) {
    throw (await import('./files.ts')).unreadable(path, error)
  }
}

class LineDecoder {
  readonly #name: string
  #waiting: Buffer[] = []
  #waitingBytes = 0
  #line = 1
  #offset = 0

  constructor(name: string) {
    this.#name = name
  }

  /** The lines that end in this chunk. */
  add(chunk: Buffer): string[] {
    const cut = chunk.lastIndexOf(LINE_END) + 1
    const rest = chunk.subarray(cut)
    const lines =
      cut === 0 ? [] : this.#lines(Buffer.concat([...this.#waiting, chunk.subarray(0, cut - 1)]), 1)
    if (cut > 0) this.#forget()
    this.#waiting.push(rest)
    this.#waitingBytes += rest.length
    if (this.#waitingBytes > LONGEST_LINE) {
      throw new InputError(
        `Line ${this.#line} of ${this.#name} is longer than ${LONGEST_LINE >> 20} MB; break it into lines.`,
      )
    }
    return lines
  }

  /** The last line, where no line end follows it. */
  end(): string[] {
    return this.#waitingBytes === 0 ? [] : this.#lines(Buffer.concat(this.#waiting), 0)
  }

  #forget(): void {
    this.#waiting = []
    this.#waitingBytes = 0
  }

  #lines(bytes: Buffer, lineEnd: number): string[] {
    const text = this.#decode(bytes)
    const nul = text.indexOf('\0')
    if (nul >= 0)
      this.#refuse(bytes, bytes.indexOf(0), 'holds a zero byte, so it is no text; name a text file')
    const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
    if (this.#offset === 0 && lines[0]?.startsWith('\ufeff')) lines[0] = lines[0].slice(1)
    this.#line += lines.length
    this.#offset += bytes.length + lineEnd
    return lines
  }

  #decode(bytes: Buffer): string {
    if (isUtf8(bytes)) return bytes.toString('utf8')
    return this.#refuse(bytes, firstInvalid(bytes), 'is not UTF-8 there; save it as UTF-8 and try again')
  }

  #refuse(bytes: Buffer, at: number, what: string): never {
    let line = this.#line
    for (let end = bytes.indexOf(LINE_END); end >= 0 && end < at; end = bytes.indexOf(LINE_END, end + 1))
      line += 1
    throw new InputError(`${this.#name}, line ${line}, byte ${this.#offset + at}: the file ${what}.`)
  }
}

/** Where bytes stop being UTF-8: at the first replacement character of a lenient reading that is not in the bytes themselves. */
function firstInvalid(bytes: Buffer): number {
  const text = bytes.toString('utf8')
  let offset = 0
  let from = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', from)) {
    offset += Buffer.byteLength(text.slice(from, at))
    if (bytes.subarray(offset, offset + 3).toString('hex') !== 'efbfbd') break
    offset += 3
    from = at + 1
  }
  return offset
}
