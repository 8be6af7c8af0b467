import columnsOf from 'fast-string-width'
import { visibleLine } from '../../domain/text.ts'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const PLAIN = /^[\u0020-\u007e]*$/

/** How many columns of a terminal a text takes: wide characters take two, combining ones none. */
export const columns = (text: string): number => (PLAIN.test(text) ? text.length : columnsOf(text))

/** As much of the text as fits into `width` columns, on one line; `mark` stands where something was cut off. */
export function cut(text: string, width: number, mark: string): string {
  const line = visibleLine(text)
  if (columns(line) <= width) return line
  return head(line, width - columns(mark)) + (width >= columns(mark) ? mark : '')
}

/** Exactly `width` columns. */
export function fill(text: string, width: number, mark: string): string {
  const line = cut(text, width, mark)
  return line + ' '.repeat(Math.max(0, width - columns(line)))
}

/** The longest beginning that fits. */
function head(text: string, width: number): string {
  if (PLAIN.test(text)) return text.slice(0, Math.max(0, width))
  let taken = ''
  let used = 0
  for (const { segment } of graphemes.segment(text)) {
    used += columns(segment)
    if (used > width) break
    taken += segment
  }
  return taken
}

/** The longest ending that fits. */
function tail(text: string, width: number): string {
  if (PLAIN.test(text)) return width <= 0 ? '' : text.slice(-width)
  let taken = ''
  let used = 0
  for (const { segment } of [...graphemes.segment(text)].reverse()) {
    used += columns(segment)
    if (used > width) break
    taken = segment + taken
  }
  return taken
}

/** Items put side by side with `between`, as many on a line as fit; an item longer than a line is cut. */
export function flow(items: readonly string[], width: number, between: string, mark: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const item of items) {
    const piece = cut(item, width, mark)
    const joined = line === '' ? piece : line + between + piece
    if (line !== '' && columns(joined) > width) {
      lines.push(line)
      line = piece
    } else line = joined
  }
  return line === '' ? lines : [...lines, line]
}

/** A line being typed as much of it as fits, and the column of its cursor in what is shown. */
export function typing(
  { text, cursor }: { readonly text: string; readonly cursor: number },
  width: number,
): { shown: string; column: number } {
  // Only what can be seen is looked at, so that a long line costs no more than a short one.
  const near = width * 8
  const before = tail(visibleLine(text.slice(Math.max(0, cursor - near), cursor)), width - 1)
  const column = columns(before)
  return { shown: before + head(visibleLine(text.slice(cursor, cursor + near)), width - column), column }
}
