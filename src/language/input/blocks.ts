import { isAllowing, withoutMarks } from '../allow.ts'
import type { Located } from './located.ts'

/** In UTF-16 units. A longer text is cut at a space, so that none is ever held as a whole beside what is found in it. */
const LONGEST = 1 << 16
const ITEM = /^\s{0,9}(?:[-*+•]|\d{1,9}[.)]|#{1,6})\s/
/** A question mark at the end of a line. */
const QUESTION_END = /\?["'”’)\]]?$/

/** Gathers lines into paragraphs. */
export class Blocks {
  readonly #perItem: boolean
  #text: string[] = []
  #read: string[] = []
  #size = 0
  #line = 1
  /** Only leave to keep what follows has been read so far. */
  #allows = true

  /**
   * @param perItem whether the items of a list, a heading, and what ends in a question mark at the end of a line are
   *   texts of their own
   */
  constructor(perItem: boolean) {
    this.#perItem = perItem
  }

  /** Adds a line as it was written and as it is to be read; one that is blank to the reader ends a paragraph. */
  add(text: string, read: string, line: number): Located[] {
    if (read.trim() === '') {
      if (!this.#allows || this.#text.length === 0) return this.end()
      this.#keep(text, ' '.repeat(text.length), line)
      return []
    }
    const allows = isAllowing(read)
    const begins = !this.#allows && (allows || (this.#perItem && ITEM.test(read)))
    const done = begins || this.#size + text.length > LONGEST ? this.end() : []
    if (text.length > LONGEST) return [...done, ...this.end(), ...cut(text, read, line)]
    this.#keep(text, read, line)
    this.#allows &&= allows
    return this.#perItem && QUESTION_END.test(withoutMarks(read).trimEnd()) ? [...done, ...this.end()] : done
  }

  end(): Located[] {
    const found = this.#allows
      ? []
      : [{ text: this.#text.join('\n'), read: this.#read.join('\n'), line: this.#line, column: 1 }]
    this.#text = []
    this.#read = []
    this.#size = 0
    this.#allows = true
    return found
  }

  #keep(text: string, read: string, line: number): void {
    if (this.#text.length === 0) this.#line = line
    this.#text.push(text)
    this.#read.push(read)
    this.#size += text.length + 1
  }
}

function cut(text: string, read: string, line: number): Located[] {
  return pieces(read).map(({ start, end }) => ({
    text: text.slice(start, end),
    read: read.slice(start, end),
    line,
    column: start + 1,
  }))
}

/** The stretches of a text of any length, each short enough to be checked at once. */
export function pieces(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  for (let start = 0; start < text.length || start === 0; ) {
    const end = pieceEnd(text, start)
    found.push({ start, end })
    if (end === text.length) break
    start = end
  }
  return found
}

function pieceEnd(text: string, start: number): number {
  const limit = start + LONGEST
  if (limit >= text.length) return text.length
  const space = text.slice(start, limit).lastIndexOf(' ')
  if (space > 0) return start + space + 1
  const code = text.charCodeAt(limit)
  return code >= 0xdc00 && code <= 0xdfff ? limit - 1 : limit
}
