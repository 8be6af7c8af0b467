import { InputError } from '../domain/errors.ts'
import { parseClock, parseLength } from '../domain/length.ts'
import type { Flag, GapReason } from '../domain/model.ts'

/**
 * The observation log: plain text that a coach can type in any editor, and that `coach export --format obs` writes.
 * Its grammar is in docs/observation-log.md. This file reads and writes lines; what they mean for a session's
 * behaviors is for `entries.ts`.
 */
export interface ObservationLog {
  readonly header: LogHeader
  readonly lines: readonly LogLine[]
  /** The lines that can't be read; what they would say is in none of the others. */
  readonly problems: readonly LogProblem[]
}

export interface LogHeader {
  readonly date?: string
  readonly lengthMs?: number
  readonly plannedMs?: number
  readonly intervalMs?: number
  readonly place?: string
  readonly observer?: string
  readonly zone?: string
}

export type Sign = '+' | '-' | '0' | '1' | '?'

export interface LogLine {
  /** Counts from 1 in the file. */
  readonly line: number
  /** Where the key begins in its line, from 1. */
  readonly column: number
  /** Null for an untimed tally. */
  readonly atMs: number | null
  /** A behavior's key or name, or one of the log's own words. */
  readonly key: string
  /** The last character of the key, where it may be a sign. */
  readonly sign: Sign | null
  readonly count: number | null
  readonly modifiers: readonly string[]
  readonly words: string | null
  readonly flag: Flag | null
  readonly kept: readonly string[]
  readonly gap: GapReason | null
}

/** What is wrong with a line, and where: `column` counts from 1. */
export interface LogProblem {
  readonly line: number
  readonly column: number
  readonly message: string
}

/** Nobody types more in one line. */
const LONGEST_LINE = 1_000_000

/** Reads a whole log; a wrong line is a problem and stops no other. */
export function parseLog(text: string): ObservationLog {
  const problems: LogProblem[] = []
  const lines: LogLine[] = []
  const header: Record<string, string | number> = {}
  let line = 0
  for (const raw of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    line += 1
    if (raw.length > LONGEST_LINE) {
      problems.push({ line, column: 1, message: `is longer than ${LONGEST_LINE} characters; is it a log?` })
      continue
    }
    const comment = /^\s*#(.*)$/.exec(raw)
    if (comment !== null) {
      if (lines.length === 0) readHeader(comment[1] ?? '', raw.indexOf('#') + 2, line, header, problems)
      continue
    }
    const tokens = tokenize(raw, line, problems)
    if (tokens === null || tokens.length === 0) continue
    const parsed = parseLine(tokens, line, problems)
    if (parsed !== null) lines.push(parsed)
  }
  return { header, lines, problems }
}

/** @throws InputError that lists every wrong line, with its number, its column and what was expected, if there is one */
export function refuse(problems: readonly LogProblem[], source = 'the log'): void {
  if (problems.length === 0) return
  const sorted = problems.toSorted((a, b) => a.line - b.line || a.column - b.column)
  throw new InputError(
    `${sorted.length === 1 ? 'One line' : `${sorted.length} places`} of ${source} can't be read, so nothing was stored; mend ${sorted.length === 1 ? 'it' : 'them'} and try again:`,
    sorted.map(({ line, column, message }) => `line ${line}, column ${column}: ${message}`),
  )
}

/** A field of the header; its value may stand in quotation marks, and needs them where it holds a field's name. */
const HEADER = /\b(date|length|planned|interval|place|observer|zone):\s*("(?:[^"\\]|\\.)*")?/gs
const HEADER_LENGTHS: readonly string[] = ['length', 'planned', 'interval']

function readHeader(
  text: string,
  offset: number,
  line: number,
  header: Record<string, string | number>,
  problems: LogProblem[],
): void {
  const marks = [...text.matchAll(HEADER)]
  for (const [index, mark] of marks.entries()) {
    const from = mark.index + mark[0].length
    const quoted = mark[2]
    const value =
      quoted === undefined ? text.slice(from, marks[index + 1]?.index).trim() : unescaped(quoted.slice(1, -1))
    const name = mark[1] as string
    if (value === '') continue
    if (!HEADER_LENGTHS.includes(name)) {
      header[name] = value
      continue
    }
    try {
      header[`${name}Ms`] = parseLength(value)
    } catch (error) {
      problems.push({ line, column: offset + from, message: (error as Error).message })
    }
  }
}

interface Token {
  readonly text: string
  readonly column: number
  readonly quoted: boolean
}

/**
 * Splits a line at white space; double quotes hold words, single quotes a modifier's value with spaces. Inside either,
 * a backslash takes the next character as it is.
 */
function tokenize(raw: string, line: number, problems: LogProblem[]): Token[] | null {
  const tokens: Token[] = []
  let at = 0
  // An apostrophe that nothing closes is one; looking again from each later one would take forever in a long line.
  let openToTheEnd = false
  while (at < raw.length) {
    if (/\s/.test(raw[at] as string)) {
      at += 1
      continue
    }
    if (raw[at] === '#') break
    const start = at
    if (raw[at] === '"') {
      const end = closingQuote(raw, at, '"')
      if (end < 0) {
        problems.push({ line, column: at + 1, message: 'the words begin with " and have no closing "' })
        return null
      }
      tokens.push({ text: unescaped(raw.slice(at + 1, end)), column: start + 1, quoted: true })
      at = end + 1
      continue
    }
    let text = ''
    while (at < raw.length && !/[\s"]/.test(raw[at] as string)) {
      const quote: number = raw[at] === "'" && !openToTheEnd ? closingQuote(raw, at, "'") : -1
      openToTheEnd ||= raw[at] === "'" && quote < 0
      if (quote > 0) {
        text += unescaped(raw.slice(at + 1, quote))
        at = quote + 1
      } else {
        text += raw[at]
        at += 1
      }
    }
    tokens.push({ text, column: start + 1, quoted: false })
  }
  return tokens
}

function closingQuote(raw: string, open: number, quote: string): number {
  for (let at = open + 1; at < raw.length; at += 1) {
    if (raw[at] === '\\') at += 1
    else if (raw[at] === quote) return at
  }
  return -1
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }
const unescaped = (text: string): string => text.replaceAll(/\\(.)/g, (_, one: string) => ESCAPES[one] ?? one)

const FLAGS: readonly string[] = ['bounce', 'recovered', 'ended'] satisfies Flag[]
const GAPS: readonly string[] = ['pause', 'sleep', 'interruption'] satisfies GapReason[]

function parseLine(tokens: readonly Token[], line: number, problems: LogProblem[]): LogLine | null {
  const [time, key, ...rest] = tokens as readonly [Token, ...Token[]]
  const wrong = (token: Token, message: string): null => {
    problems.push({ line, column: token.column, message })
    return null
  }
  const atMs = time.text === '-' ? null : parseClock(time.text)
  if (atMs === null && time.text !== '-') {
    return wrong(time, `expected a time as 1:05 or 1:05.250, found '${time.text}'`)
  }
  if (key === undefined || key.quoted) {
    return wrong(key ?? { ...time, column: time.column + time.text.length }, 'expected a key after the time')
  }
  const sign = key.text.length > 1 && /[-+01?]$/.test(key.text) ? (key.text.slice(-1) as Sign) : null
  const entry = { words: null as string | null, flag: null as Flag | null, count: null as number | null }
  let gap: GapReason | null = null
  const kept: string[] = []
  const modifiers: string[] = []
  for (const token of rest) {
    if (token.quoted) {
      if (entry.words !== null) return wrong(token, 'expected one text in quotation marks, found a second')
      entry.words = token.text
    } else if (token.text.startsWith('!kept=')) kept.push(token.text.slice(6))
    else if (token.text.startsWith('!')) {
      if (!FLAGS.includes(token.text.slice(1)))
        return wrong(token, `expected one of !${FLAGS.join(', !')}, found '${token.text}'`)
      entry.flag = token.text.slice(1) as Flag
    } else if (atMs === null && /^x\d{1,9}$/.test(token.text)) entry.count = Number(token.text.slice(1))
    else if (key.text === 'pause' && GAPS.includes(token.text)) gap = token.text as GapReason
    else modifiers.push(token.text)
  }
  if (atMs === null && entry.count === null) {
    return wrong(time, "expected a count after '-', as in: - q x12")
  }
  return { line, column: key.column, atMs, key: key.text, sign, ...entry, modifiers, kept, gap }
}
