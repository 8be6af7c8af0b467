/**
 * The writer's own leave to keep a sentence: `<!-- coach: allow RULE -->` in Markdown, `# allow RULE: reason` at the
 * end of any line. Several rules are separated by commas.
 */

export interface Allowance {
  start: number
  end: number
  /** The rules allowed in this stretch; none at all means every rule: the comment itself is not the writer's note. */
  rules: readonly string[]
}

const COMMENT = '<!-- coach: allow '
const LINE = '# allow '
/** No list of rules is longer, so that a mark that never closes costs nothing. */
const LONGEST_LIST = 200

/** The stretches of a text in which rules are allowed, in order of their start within each kind of mark. */
export function allowances(text: string): Allowance[] {
  return [...comments(text), ...lineMarks(text)]
}

export function isAllowed(allowed: readonly Allowance[], rule: string, start: number): boolean {
  return allowed.some(
    (each) =>
      start >= each.start && start < each.end && (each.rules.length === 0 || each.rules.includes(rule)),
  )
}

/** A comment covers its own line; alone on its line, the paragraph below it as well. */
function comments(text: string): Allowance[] {
  const found: Allowance[] = []
  for (let at = text.indexOf(COMMENT); at >= 0; at = text.indexOf(COMMENT, at + 1)) {
    const list = text.slice(at + COMMENT.length, at + COMMENT.length + LONGEST_LIST)
    const close = list.indexOf('-->')
    if (close < 0) continue
    const end = at + COMMENT.length + close + 3
    const lineStart = text.lastIndexOf('\n', at) + 1
    const lineEnd = endOf(text, '\n', end)
    const alone = text.slice(lineStart, at).trim() === '' && text.slice(end, lineEnd).trim() === ''
    const until = alone ? endOf(text, '\n\n', lineEnd + 1) : lineEnd
    found.push(
      { start: at, end, rules: [] },
      { start: lineStart, end: until, rules: rulesIn(list.slice(0, close)) },
    )
    at = end
  }
  return found
}

function lineMarks(text: string): Allowance[] {
  const found: Allowance[] = []
  for (let at = text.indexOf(LINE); at >= 0; at = text.indexOf(LINE, at + 1)) {
    const lineStart = text.lastIndexOf('\n', at) + 1
    const lineEnd = endOf(text, '\n', at)
    const list = text.slice(at + LINE.length, Math.min(lineEnd, at + LINE.length + LONGEST_LIST))
    const colon = list.indexOf(':')
    const rules = rulesIn(colon < 0 ? list : list.slice(0, colon))
    found.push({ start: at, end: lineEnd, rules: [] }, { start: lineStart, end: at, rules })
    at = lineEnd
  }
  return found
}

function rulesIn(list: string): string[] {
  return list.split(',').map((rule) => rule.trim())
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? text.length : at
}
