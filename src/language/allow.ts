/**
 * The writer's own leave to keep a sentence: `<!-- coach: allow RULE -->` in Markdown, `# allow RULE: reason` at the
 * end of any line. Several rules are separated by commas. One pass over the lines, whatever their number.
 */

export interface Allowance {
  start: number
  end: number
  /** The rule allowed in this stretch; '' means every rule: the mark itself is no part of the note. */
  rule: string
}

const COMMENT = '<!-- coach: allow '
const COMMENT_END = '-->'
const LINE = '# allow '
/** No list of rules is longer, so that a mark that never closes costs nothing. */
const LONGEST_LIST = 200

/** The stretches of a text in which rules are allowed, in the order of their start. */
function allowances(text: string): Allowance[] {
  if (!text.includes(COMMENT) && !text.includes(LINE)) return []
  const found: Allowance[] = []
  let paragraph: Allowance[] = []
  /** Words have followed the comments of this paragraph; until then a blank line does not end it. */
  let hasBegun = false
  const endParagraph = (end: number): void => {
    for (const allowance of paragraph) allowance.end = end
    paragraph = []
    hasBegun = false
  }
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const line = text.slice(start, end)
    // Alone on its line, a comment speaks of the paragraph below it.
    const alone = line.trimStart().startsWith(COMMENT) && line.trimEnd().endsWith(COMMENT_END)
    const blank = line.trim() === ''
    if (hasBegun && (blank || alone)) endParagraph(start)
    hasBegun ||= !blank && !alone
    const marks = marksIn(line, start)
    found.push(...marks.sort((a, b) => a.start - b.start))
    if (alone) paragraph.push(...marks.filter((mark) => mark.rule !== ''))
    start = end + 1
  }
  endParagraph(text.length)
  return found
}

function marksIn(line: string, start: number): Allowance[] {
  const found: Allowance[] = []
  const lineEnd = start + line.length
  const allow = (list: string) => {
    for (const rule of list.split(',')) found.push({ start, end: lineEnd, rule: rule.trim() || 'none' })
  }
  for (let at = line.indexOf(COMMENT); at >= 0; at = line.indexOf(COMMENT, at + 1)) {
    const list = line.slice(at + COMMENT.length, at + COMMENT.length + LONGEST_LIST)
    const closed = list.indexOf(COMMENT_END)
    if (closed < 0) continue
    const end = at + COMMENT.length + closed + COMMENT_END.length
    found.push({ start: start + at, end: start + end, rule: '' })
    allow(list.slice(0, closed))
  }
  const at = line.indexOf(LINE)
  if (at >= 0) {
    found.push({ start: start + at, end: lineEnd, rule: '' })
    const list = line.slice(at + LINE.length, at + LINE.length + LONGEST_LIST)
    const colon = list.indexOf(':')
    allow(colon < 0 ? list : list.slice(0, colon))
  }
  return found
}

/** The findings that no allowance covers; both are in the order of the text. */
export function withoutAllowed<F extends { rule: string; start: number }>(text: string, findings: F[]): F[] {
  const allowed = allowances(text)
  /** For each rule, how far it is allowed. */
  const until = new Map<string, number>()
  let next = 0
  return findings.filter(({ rule, start }) => {
    for (; next < allowed.length && (allowed[next] as Allowance).start <= start; next++) {
      const { rule: name, end } = allowed[next] as Allowance
      until.set(name, Math.max(until.get(name) ?? 0, end))
    }
    return start >= (until.get(rule) ?? 0) && start >= (until.get('') ?? 0)
  })
}
