import { isUtf8 } from 'node:buffer'
import { InputError } from '../../domain/errors.ts'
import type { InputFile } from '../../terminal/files.ts'

export const ENCODINGS = ['utf-8', 'windows-1252'] as const
export type Encoding = (typeof ENCODINGS)[number]

/**
 * The text of a file, piece by piece, without a byte-order mark.
 * @throws InputError that names the lines that are not in the encoding, or are no text at all
 */
export function* textOf(file: InputFile, encoding: Encoding): Generator<string> {
  refuseKnown(file)
  const decoder = new TextDecoder(encoding, { fatal: true })
  const decoded = (bytes?: Uint8Array): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true })
    } catch {
      throw notInEncoding(file)
    }
  }
  for (const bytes of file.chunks()) {
    const text = decoded(bytes)
    if (text.includes('\0')) throw new InputError(`${file.name} is not text; name a text file.`)
    yield text
  }
  yield decoded()
}

/** What files begin with that are no text, and what to do about them. */
const KNOWN: readonly (readonly [beginning: string, says: string])[] = [
  ['SQLite format 3\0', 'is a database; open it with --db, or put it in place with coach restore.'],
  ['PK\u0003\u0004', 'is a workbook or an archive; save its sheet as CSV, and import that.'],
]

/** @throws InputError for a database or a workbook, with what to do instead */
export function refuseKnown(file: InputFile): void {
  const [first = new Uint8Array()] = file.chunks()
  const beginning = Buffer.from(first.subarray(0, 16)).toString('latin1')
  const known = KNOWN.find(([those]) => beginning.startsWith(those))
  if (known !== undefined) throw new InputError(`${file.name} ${known[1]}`)
}

/** The whole text, for formats that are read at once. Errors as `textOf`. */
export function wholeText(file: InputFile, encoding: Encoding, longest = 400_000_000): string {
  const pieces: string[] = []
  let length = 0
  for (const piece of textOf(file, encoding)) {
    length += piece.length
    if (length > longest) {
      throw new InputError(
        `${file.name} is larger than can be read at once; take csv or jsonl, or a part of it.`,
      )
    }
    pieces.push(piece)
  }
  return pieces.join('')
}

/** Says which lines are wrong, looking through the file again: only here does it matter where. */
function notInEncoding(file: InputFile): InputError {
  const [first = new Uint8Array()] = file.chunks()
  const mark = Buffer.from(first.subarray(0, 2)).toString('hex')
  if (mark === 'fffe' || mark === 'feff') {
    return new InputError(
      `${file.name} is UTF-16, as some spreadsheets save "Unicode text"; save it as UTF-8.`,
    )
  }
  const lines: string[] = []
  let line = 0
  for (const bytes of linesOf(file)) {
    line += 1
    if (isUtf8(bytes)) continue
    if (lines.push(`line ${line}: is not UTF-8`) === LISTED) break
  }
  return new InputError(
    `${file.name} is not UTF-8, so nothing was stored; save it as UTF-8, or add --encoding windows-1252 if an older program wrote it:`,
    lines,
  )
}

const LISTED = 20
const LINE_FEED = 0x0a

function* linesOf(file: InputFile): Generator<Uint8Array> {
  let unfinished: Uint8Array[] = []
  for (const bytes of file.chunks()) {
    let from = 0
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, from)) {
      yield Buffer.concat([...unfinished, bytes.subarray(from, end)])
      unfinished = []
      from = end + 1
    }
    unfinished.push(bytes.subarray(from))
  }
  yield Buffer.concat(unfinished)
}
