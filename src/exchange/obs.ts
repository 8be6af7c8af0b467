import { formatClock } from '../domain/format.ts'
import type { Behavior, Gap, Observation, Session, SessionRecord } from '../domain/model.ts'

/**
 * Writes the observation log of a session, which `capture/log.ts` reads: the header, then a line a record in order of
 * time, with the gaps between them. What a log can't say is the number of a record and what was voided.
 * @param records in order of time
 */
export function* writeLog(
  { session, behaviors, gaps }: Observation,
  records: Iterable<SessionRecord>,
  intervalMs: number | null,
): Generator<string> {
  for (const field of header(session, intervalMs)) yield `${field}\n`
  const nameOf = keyNames(behaviors)
  const pauses = gapLines(gaps)
  let written = 0
  for (const record of records) {
    const atMs = record.atMs ?? Number.POSITIVE_INFINITY
    for (let line = pauses[written]; line !== undefined && isBefore(line, atMs); line = pauses[written]) {
      yield line.text
      written += 1
    }
    yield `${recordLine(record, nameOf)}\n`
  }
  for (const { text } of pauses.slice(written)) yield text
}

interface GapLine {
  readonly atMs: number
  /** Among lines of one moment: what was recorded then stands outside the gap. */
  readonly rank: number
  readonly text: string
}
const RECORD_RANK = 1

const gapLines = (gaps: readonly Gap[]): GapLine[] =>
  gaps
    .flatMap(({ fromMs, toMs, reason }) => [
      { atMs: fromMs, rank: 2, text: `${clock(fromMs)} pause ${reason}\n` },
      ...(toMs === null
        ? []
        : [{ atMs: toMs, rank: toMs === fromMs ? 3 : 0, text: `${clock(toMs)} resume\n` }]),
    ])
    .toSorted((a, b) => a.atMs - b.atMs || a.rank - b.rank)

/** Whether a line stands before a record of this moment. */
const isBefore = ({ atMs, rank }: GapLine, recordMs: number): boolean =>
  atMs < recordMs || (atMs === recordMs && rank < RECORD_RANK)

const clock = (ms: number): string => formatClock(ms, true)

function header(session: Session, intervalMs: number | null): string[] {
  const fields = [
    `date: ${session.startedAt}`,
    `zone: ${session.timeZone}`,
    ...(session.lengthMs > 0 ? [`length: ${clock(session.lengthMs)}`] : []),
    ...(session.plannedMs === null ? [] : [`planned: ${clock(session.plannedMs)}`]),
    ...(intervalMs === null ? [] : [`interval: ${clock(intervalMs)}`]),
    `observer: ${quoted(session.observer.name)}`,
    ...(session.place === null ? [] : [`place: ${quoted(session.place)}`]),
  ]
  return fields.map((field) => `# ${field}`)
}

/** Each behavior by its key, or by its name where two versions in a session share a key. */
function keyNames(behaviors: readonly Behavior[]): ReadonlyMap<number, string> {
  const seen = new Map<string, number>()
  for (const { key } of behaviors) seen.set(key, (seen.get(key) ?? 0) + 1)
  return new Map(behaviors.map(({ id, key, name }) => [id, seen.get(key) === 1 ? key : token(name)]))
}

function recordLine(record: SessionRecord, nameOf: ReadonlyMap<number, string>): string {
  const name = record.behavior === null ? 'note' : (nameOf.get(record.behavior) ?? 'note')
  const words = [
    record.mark === 'tally' ? '-' : clock(record.atMs ?? 0),
    `${name}${signOf(record)}`,
    ...(record.mark === 'tally' ? [`x${record.value}`] : []),
    ...Object.entries(record.modifiers).map(([modifier, value]) => token(`${modifier}=${value}`)),
    ...(record.words === null ? [] : [quoted(record.words)]),
    ...(record.flag === null ? [] : [`!${record.flag}`]),
    ...record.kept.map((rule) => `!kept=${rule}`),
  ]
  return words.join(' ')
}

function signOf({ mark, value }: SessionRecord): string {
  switch (mark) {
    case 'start':
      return '+'
    case 'stop':
      return '-'
    case 'interval':
    case 'check':
      return value === null ? '?' : String(value)
    default:
      return ''
  }
}

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const escaped = (text: string, quote: RegExp): string =>
  text.replaceAll(quote, (one) => ESCAPES[one] ?? `\\${one}`)

const quoted = (text: string): string => `"${escaped(text, /["\\\n\r\t]/g)}"`

/** A word of its own in a line, in single quotation marks where it holds what would end it. */
const token = (text: string): string => (/[\s"'#\\]/.test(text) ? `'${escaped(text, /['\\\n\r\t]/g)}'` : text)
