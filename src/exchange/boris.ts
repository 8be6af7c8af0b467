import { chosenIn } from '../domain/behavior.ts'
import type { Behavior, Modifier, Session, SessionRecord, Technique } from '../domain/model.ts'
import type { Part, Source } from './source.ts'

/** How BORIS sees what `coach` records: states that begin and end, and moments, each with a subject and modifiers. */
export interface BorisObservation {
  readonly id: string
  readonly session: Session
  /** The date and time on the wall where it was held: `2026-11-20T09:15:00`. */
  readonly date: string
  /** The notes on the session as a whole, a line each. */
  readonly description: string
  /** To be gone through once. */
  readonly events: Iterable<BorisEvent>
}

export interface BorisEvent {
  readonly code: string
  readonly type: 'START' | 'STOP' | 'POINT'
  readonly atMs: number
  /** `''` where there is none. */
  readonly subject: string
  /** A value for each modifier set of the code. */
  readonly values: readonly string[]
  readonly comment: string
  readonly number: number
  /** For a STOP: the number of its START. */
  readonly starts: number | null
}

/** A behavior as BORIS has it: `code` is its name, with a number where the name alone is not unique. */
export interface BorisCode {
  readonly code: string
  readonly behavior: Behavior
  readonly sets: readonly Modifier[]
}

/** The value that BORIS gives a modifier nobody chose, and the modifier of ours that is its subject. */
const NO_MODIFIER = 'None'
export const SUBJECT = 'subject'

export const isState = ({ technique }: Behavior): boolean =>
  technique === 'duration' || technique === 'latency'

/** What an interval or a checklist entry says has no place of its own in BORIS; it becomes one more modifier. */
const SCORES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  interval: { '1': 'scored', '0': 'not scored' },
  check: { '1': 'seen', '0': 'not seen', null: 'no opportunity' },
}
const SCORE_OF: Partial<Record<Technique, string>> = {
  'partial-interval': 'interval',
  'whole-interval': 'interval',
  momentary: 'interval',
  checklist: 'check',
}

function setsOf({ modifiers, technique }: Behavior): Modifier[] {
  const score = SCORE_OF[technique]
  const own = modifiers.filter(({ name }) => name !== SUBJECT)
  return score === undefined ? own : [...own, { name: score, values: Object.values(SCORES[score] ?? {}) }]
}

const valuesOf = (record: SessionRecord, sets: readonly Modifier[]): string[] =>
  sets.map(
    ({ name }) =>
      (name === record.mark ? SCORES[name]?.[String(record.value)] : chosenIn(record, name)) ?? NO_MODIFIER,
  )

/** The codes of all versions in a source, by the version's id. Versions that are coded alike share one. */
export function borisCodes({ outlines }: Source): ReadonlyMap<number, BorisCode> {
  const codes = new Map<number, BorisCode>()
  const alike = new Map<string, string>()
  const taken = new Map<string, number>()
  for (const behavior of outlines.flatMap(({ behaviors }) => behaviors)) {
    if (codes.has(behavior.id)) continue
    const sets = setsOf(behavior)
    const shape = JSON.stringify([behavior.name, isState(behavior), sets])
    const count = (taken.get(behavior.name) ?? 0) + 1
    const code = alike.get(shape) ?? (count === 1 ? behavior.name : `${behavior.name} (${count})`)
    if (!alike.has(shape)) taken.set(behavior.name, count)
    alike.set(shape, code)
    codes.set(behavior.id, { code, behavior, sets })
  }
  return codes
}

/**
 * The sessions of a source, one at a time. What BORIS can't hold is left out: counts without times.
 * @param order of the events: by their time, or each end right after its beginning
 */
export function* borisObservations(
  source: Source,
  codes: ReadonlyMap<number, BorisCode>,
  order: 'timed' | 'paired',
): Generator<BorisObservation> {
  const clockOf = clocks()
  for (const outline of source.outlines) {
    const { session } = outline
    yield {
      id: `session ${session.number}`,
      session,
      date: wallTime(session, clockOf(session.timeZone)),
      description: notesIn(source.partsOf(outline, 'notes')),
      events: eventsIn(source.partsOf(outline, order), codes),
    }
  }
}

function notesIn(parts: Iterable<Part>): string {
  const notes: string[] = []
  for (const { records } of parts) {
    for (const { words } of records) if (words !== null) notes.push(words)
  }
  return notes.join('\n')
}

function* eventsIn(parts: Iterable<Part>, codes: ReadonlyMap<number, BorisCode>): Generator<BorisEvent> {
  /** What has begun and not ended, by its number. */
  const open = new Map<number, SessionRecord>()
  for (const { records } of parts) {
    for (const record of records) {
      const code = record.behavior === null ? undefined : codes.get(record.behavior)
      if (code === undefined || record.atMs === null) continue
      yield eventOf(record, record.atMs, code, open.get(record.starts ?? 0))
      if (record.mark === 'start') open.set(record.number, record)
      else open.delete(record.starts ?? 0)
    }
  }
}

/** @param start for a stop, its start, whose modifiers BORIS pairs it by */
function eventOf(
  record: SessionRecord,
  atMs: number,
  { code, sets }: BorisCode,
  start: SessionRecord | undefined,
): BorisEvent {
  const chosen = start === undefined ? record : { ...record, modifiers: start.modifiers }
  return {
    code,
    type: record.mark === 'start' ? 'START' : record.mark === 'stop' ? 'STOP' : 'POINT',
    atMs,
    subject: chosen.modifiers[SUBJECT] ?? '',
    values: valuesOf(chosen, sets),
    comment: record.words ?? '',
    number: record.number,
    starts: record.starts,
  }
}

const wallTime = ({ startedAt }: Session, clock: Intl.DateTimeFormat): string =>
  clock.format(new Date(startedAt)).replace(' ', 'T')

/** One clock for each zone: each is heavy, and the garbage collector doesn't see it. */
function clocks(): (timeZone: string) => Intl.DateTimeFormat {
  const known = new Map<string, Intl.DateTimeFormat>()
  return (timeZone) => {
    const clock =
      known.get(timeZone) ??
      new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    known.set(timeZone, clock)
    return clock
  }
}

/** Seconds with three decimals, as BORIS writes them. */
export const seconds = (ms: number): string => (ms / 1000).toFixed(3)

/** The independent variables that we have. */
export const variablesOf = ({ observer, place }: Session): Readonly<Record<string, string>> => ({
  observer: observer.name,
  place: place ?? '',
})

/** A row of tab-separated values; BORIS, too, keeps a row on one line. */
export const tsvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => cell.replaceAll(/[\t\r\n]+/g, ' ')).join('\t')}\n`
