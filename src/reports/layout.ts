import columnsOf from 'fast-string-width'

/** How many columns of a terminal a text takes: wide characters take two, combining ones none. */
export const columns = (text: string): number => columnsOf(text)

// Made when a word has to be cut, which is seldom: the first one takes longer than drawing a report does.
const graphemesOf = (word: string): Intl.Segments =>
  new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(word)

/** A space where a line may end: not between a number and its unit. */
const BREAK = /(?<!\d) | (?!(?:s|min|h|%)(?!\w))/

/**
 * Text as lines of at most `width` columns (20 or more): broken at spaces, and within a word only where it is longer than a
 * line. Line ends in the text stay.
 *
 * @param lead stands before the first line, and the others are indented as far; a lead that would take more than half of
 *   the width gets lines of its own
 */
export function wrap(text: string, width: number, lead = ''): string[] {
  if (columns(lead) > width / 2) {
    const indent = ' '.repeat(Math.min(lead.length - lead.trimStart().length, width >> 2))
    return [...wrap(lead.trim(), width, indent), ...wrap(text, width, `${indent}  `)]
  }
  const indent = ' '.repeat(columns(lead))
  const room = width - indent.length
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    let used = 0
    const end = (): void => {
      lines.push(((lines.length === 0 ? lead : indent) + line).trimEnd())
    }
    for (const word of paragraph.split(BREAK)) {
      if (word === '') continue
      for (const piece of piecesOf(word, room)) {
        const space = used > 0 ? ' ' : ''
        if (used + space.length + piece.size > room) {
          end()
          line = piece.text
          used = piece.size
        } else {
          line += space + piece.text
          used += space.length + piece.size
        }
      }
    }
    end()
  }
  return lines
}

interface Piece {
  readonly text: string
  readonly size: number
}

/** A word, and one that is longer than a line cut into lines, if possible where no character falls apart. */
function piecesOf(word: string, room: number): Piece[] {
  const size = columns(word)
  if (size <= room) return [{ text: word, size }]
  const pieces: Piece[] = []
  let text = ''
  let used = 0
  for (const { segment } of graphemesOf(word)) {
    for (const part of columns(segment) > room ? segment : [segment]) {
      const more = columns(part)
      if (used + more > room) {
        pieces.push({ text, size: used })
        text = ''
        used = 0
      }
      text += part
      used += more
    }
  }
  return [...pieces, { text, size: used }]
}

/** The text, or as much of it as fits before a mark that says it was cut. */
export function cut(text: string, width: number, mark: string): string {
  if (columns(text) <= width) return text
  const [first] = piecesOf(text, Math.max(2, width - columns(mark)))
  return `${first?.text.trimEnd() ?? ''}${mark}`
}

export const padRight = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - columns(text)))

export const padLeft = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - columns(text))) + text
