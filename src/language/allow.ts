/**
 * The writer's own leave to keep a sentence: `<!-- coach: allow RULE: reason -->`, and `# allow RULE: reason` at the end
 * of any line. The reason may be left out; several rules are separated by commas. A mark is no part of the text.
 */

/** One mark: where it stands, and the rules that it names, which may not exist. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly rules: readonly string[]
}

interface Allowance {
  start: number
  end: number
  rule: string
}

/** How a comment begins that gives leave. */
export const COMMENT = '<!-- coach: allow '
const COMMENT_END = '-->'
const LINE = '# allow '
/** What both have in common: most texts hold no mark, and are searched once. */
const SIGN = ' allow '
/** No list of rules is longer. */
const LONGEST_LIST = 200

/** The marks of a text in their order. One that never closes on its line is none. */
export function* marksIn(text: string): Generator<Mark> {
  if (!text.includes(SIGN)) return
  const comment = nextOf(text, COMMENT)
  const commentEnd = nextOf(text, COMMENT_END)
  const line = nextOf(text, LINE)
  const newline = nextOf(text, '\n')
  for (let at = 0; ; ) {
    const start = Math.min(comment(at), line(at))
    if (start === text.length) return
    const isComment = start === comment(at)
    const opened = start + (isComment ? COMMENT : LINE).length
    const closes = isComment ? commentEnd(start) : newline(start)
    const isClosed = closes < newline(start) || !isComment
    const end = isComment ? closes + COMMENT_END.length : closes
    if (isClosed) yield { start, end, rules: rulesIn(text.slice(opened, closes)) }
    at = isClosed ? end : opened
  }
}

/** Where a part stands next, from places that grow: one pass, however often it is asked. The text's end for nowhere. */
function nextOf(text: string, part: string): (from: number) => number {
  let found = -1
  return (from) => {
    if (found < from) found = text.indexOf(part, from)
    if (found < 0) found = text.length
    return found
  }
}

function rulesIn(said: string): string[] {
  const [list = ''] = said.slice(0, LONGEST_LIST).split(':', 1)
  return list.split(',').map((rule) => rule.trim())
}

/** A text of the same length with spaces in the place of its marks. */
export function withoutMarks(text: string): string {
  let read = ''
  let at = 0
  for (const { start, end } of marksIn(text)) {
    read += text.slice(at, start) + ' '.repeat(end - start)
    at = end
  }
  return at === 0 ? text : read + text.slice(at)
}

/** Whether a line holds comments that give leave, and nothing else: they speak of the paragraph below. */
export const isAllowing = (line: string): boolean =>
  line.trimStart().startsWith(COMMENT) && withoutMarks(line).trim() === ''

/** The stretches of a text in which rules are allowed, in the order of their start. */
function allowances(text: string): Allowance[] {
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
    const alone = isAllowing(line)
    const blank = line.trim() === ''
    if (hasBegun && (blank || alone)) endParagraph(start)
    hasBegun ||= !blank && !alone
    for (const rule of new Set([...marksIn(line)].flatMap(({ rules }) => rules))) {
      const allowance = { start, end, rule }
      found.push(allowance)
      if (alone) paragraph.push(allowance)
    }
    start = end + 1
  }
  endParagraph(text.length)
  return found
}

/** The findings that no allowance covers; both are in the order of the text. */
export function withoutAllowed<F extends { rule: string; start: number }>(text: string, findings: F[]): F[] {
  if (findings.length === 0 || !text.includes(SIGN)) return findings
  const allowed = allowances(text)
  /** For each rule, how far it is allowed. */
  const until = new Map<string, number>()
  let next = 0
  return findings.filter(({ rule, start }) => {
    for (; next < allowed.length && (allowed[next] as Allowance).start <= start; next++) {
      const { rule: name, end } = allowed[next] as Allowance
      until.set(name, Math.max(until.get(name) ?? 0, end))
    }
    return start >= (until.get(rule) ?? 0)
  })
}
