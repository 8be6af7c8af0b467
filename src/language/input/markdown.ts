import { COMMENT } from '../allow.ts'
import { Blocks } from './blocks.ts'
import { fences } from './fence.ts'
import type { Reader } from './located.ts'

const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s/
const STARTS_ANEW = /^\s*(?:[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s)/
const spaces = (text: string): string => ' '.repeat(text.length)

/**
 * Markdown: its paragraphs, without front matter, code, quotations, comments (but for leave to keep a sentence), the
 * targets of links and the marks of emphasis. Code within a line is a quotation to the checker already.
 */
export function markdown(perItem: boolean): Reader {
  const blocks = new Blocks(perItem)
  const isCode = fences()
  const withoutComments = comments()
  let inFrontMatter = false
  let inQuotation = false
  let inList = false
  let afterBlank = true

  const isSkipped = (line: string, number: number): boolean => {
    // Before a blank line, the three dashes are a rule across the page.
    if (number === 2 && line.trim() === '') inFrontMatter = false
    if (number === 1 && line.trimEnd() === '---') inFrontMatter = true
    else if (inFrontMatter) {
      if (/^(?:---|\.\.\.)\s*$/.test(line)) inFrontMatter = false
      return true
    }
    if (inFrontMatter || isCode(line)) return true
    const isBlank = line.trim() === ''
    // A quotation goes on over lines without a mark of their own, until a blank line or another kind of block.
    inQuotation = /^ {0,3}>/.test(line) || (inQuotation && !isBlank && !STARTS_ANEW.test(line))
    const isIndented = /^(?: {4}|\t)/.test(line)
    if (ITEM.test(line)) inList = true
    else if (!isBlank && !isIndented && afterBlank) inList = false
    const isIndentedCode = isIndented && afterBlank && !inList && !isBlank
    // The lines of indented code follow each other; only what is before the first of them has to be blank.
    afterBlank = isBlank || isIndentedCode
    return inQuotation || isIndentedCode
  }

  return {
    line(text, number) {
      const read = isSkipped(text, number) ? '' : withoutMarks(withoutComments(text))
      return blocks.add(text, read, number)
    },
    end: () => blocks.end(),
  }
}

/** Takes comments out line by line, save those that give leave. */
function comments(): (line: string) => string {
  let open = false
  return (line) => {
    let read = ''
    for (let at = 0; at < line.length; ) {
      const next = open ? line.indexOf('-->', at) : line.indexOf('<!--', at)
      const end = next < 0 ? line.length : open ? next + 3 : next
      const part = line.slice(at, end)
      read += open ? spaces(part) : part
      at = end
      if (next < 0) break
      const close = open ? -1 : line.indexOf('-->', at)
      if (close >= 0 && line.startsWith(COMMENT, at)) {
        read += line.slice(at, close + 3)
        at = close + 3
      } else open = !open
    }
    return read
  }
}

const LINK_TARGET = /\]\([^()\s]{0,2000}(?:\s+"[^"]{0,200}")?\)|\]\[[^\]]{0,200}\]/g
const BRACKETS = /!?\[(?=[^\]])|(?<=[^[])\](?!\()/g
const TAG = /<\/?[a-z][^<>]{0,2000}>/gi
const AUTOLINK = /<?\bhttps?:\/\/[^\s<>)]{1,2000}>?/g
const EMPHASIS = /\*+|~~|(?<![\p{L}\p{N}_])_+(?=\S)|(?<=\S)_+(?![\p{L}\p{N}_])/gu
const STAR_ITEM = /^\s*\*\s/

function withoutMarks(line: string): string {
  if (!/[*_[\]<~]|:\/\//.test(line)) return line
  const item = STAR_ITEM.exec(line)?.[0] ?? ''
  const words = line
    .slice(item.length)
    .replace(LINK_TARGET, spaces)
    .replace(BRACKETS, spaces)
    .replace(AUTOLINK, spaces)
    .replace(TAG, spaces)
    .replace(EMPHASIS, spaces)
  return item + words
}
