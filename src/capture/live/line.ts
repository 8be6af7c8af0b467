import type { Key } from './keys.ts'

/** A line being typed; `cursor` is an index into `text`, never inside a character that people see as one. */
export interface Line {
  readonly text: string
  readonly cursor: number
}

export const emptyLine: Line = { text: '', cursor: 0 }

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The line after a key, with the keys of a shell's line; a key that edits nothing leaves it as it is. */
export function edit(line: Line, key: Key): Line {
  const { text, cursor } = line
  switch (key.name) {
    case 'left':
    case 'ctrl-b':
      return { text, cursor: before(line) }
    case 'right':
    case 'ctrl-f':
      return { text, cursor: after(line) }
    case 'ctrl-left':
      return { text, cursor: wordBefore(line) }
    case 'ctrl-right':
      return { text, cursor: wordAfter(line) }
    case 'home':
    case 'ctrl-a':
      return { text, cursor: 0 }
    case 'end':
    case 'ctrl-e':
      return { text, cursor: text.length }
    case 'backspace':
      return without(line, before(line), cursor)
    case 'delete':
      return without(line, cursor, after(line))
    case 'ctrl-w':
      return without(line, wordBefore(line), cursor)
    case 'ctrl-u':
      return without(line, 0, cursor)
    case 'ctrl-k':
      return without(line, cursor, text.length)
    default:
      return key.text === '' ? line : insert(line, key.text)
  }
}

/** The line with a text at the cursor, on one line whatever it was. */
export function insert({ text, cursor }: Line, words: string): Line {
  const flat = words.replaceAll(/\r\n|[\r\n\t]/g, ' ')
  return { text: text.slice(0, cursor) + flat + text.slice(cursor), cursor: cursor + flat.length }
}

const without = ({ text }: Line, from: number, to: number): Line => ({
  text: text.slice(0, from) + text.slice(to),
  cursor: from,
})

// Longer than what people see as one character ever is, so that a long line costs no more than a short one.
const NEAR = 64

function before({ text, cursor }: Line): number {
  const near = text.slice(Math.max(0, cursor - NEAR), cursor)
  let last = 0
  for (const { segment } of graphemes.segment(near)) last = segment.length
  return cursor - last
}

function after({ text, cursor }: Line): number {
  for (const { segment } of graphemes.segment(text.slice(cursor, cursor + NEAR)))
    return cursor + segment.length
  return cursor
}

const isSpace = (character: string | undefined): boolean => character !== undefined && /\s/u.test(character)

function wordBefore({ text, cursor }: Line): number {
  let at = cursor
  while (at > 0 && isSpace(text[at - 1])) at -= 1
  while (at > 0 && !isSpace(text[at - 1])) at -= 1
  return at
}

function wordAfter({ text, cursor }: Line): number {
  let at = cursor
  while (at < text.length && isSpace(text[at])) at += 1
  while (at < text.length && !isSpace(text[at])) at += 1
  return at
}
