import type { Behavior, Mark, Observation, Session, SessionRecord, Technique } from '../domain/model.ts'
import { getOrAdd } from './get-or-add.ts'
import { type Grid, grid } from './grid.ts'
import { lengthOf, observedStretches } from './observed.ts'
import type { Stretch } from './types.ts'

/**
 * Records made ready to be measured. Every measure works on strands, one a session, so that it gives the
 * figures of one session and of several pooled alike, and none can span the border between two.
 */

/** What the measures need of an observation; a file that was never stored has no more than this. */
export type Recorded = Omit<Observation, 'session'> & {
  readonly session: Pick<Session, 'number' | 'lengthMs'>
}

/** Something that was recorded once: a moment, a bout, a cue with its response, an interval, a check. */
export interface Occurrence {
  readonly record: SessionRecord
  readonly atMs: number
  /** What ended it; null for what has no end, or whose end was not recorded. */
  readonly stop: SessionRecord | null
  readonly modifiers: Readonly<Record<string, string>>
}

/** The records of one behavior version, or of one value of its modifier, in one session. */
export interface Strand {
  readonly session: PreparedSession
  /** In order of time, then of their numbers. */
  readonly occurrences: readonly Occurrence[]
  readonly tallies: readonly SessionRecord[]
  readonly unpaired: number
}

export interface PreparedSession {
  readonly number: number
  readonly lengthMs: number
  readonly observedMs: number
  readonly stretches: readonly Stretch[]
  readonly behaviors: readonly Behavior[]
  /** By the version's id; one for each of `behaviors`. */
  readonly strands: ReadonlyMap<number, Strand>
  /** In order of time, then of their numbers; those without a time first. */
  readonly records: readonly SessionRecord[]
  /** The session cut into intervals; built once for each length. */
  gridOf(everyMs: number): Grid
}

/** The mark with which a technique's occurrences are recorded. */
const MARK_OF: Readonly<Record<Technique, Mark>> = {
  event: 'point',
  duration: 'start',
  latency: 'start',
  'partial-interval': 'interval',
  'whole-interval': 'interval',
  momentary: 'interval',
  verbatim: 'point',
  anecdotal: 'point',
  checklist: 'check',
}

export function prepare(observation: Recorded): PreparedSession {
  const { lengthMs, number } = observation.session
  const stretches = observedStretches(lengthMs, observation.gaps)
  const records = [...observation.records].sort(
    (a, b) => (a.atMs ?? -1) - (b.atMs ?? -1) || a.number - b.number,
  )
  const grids = new Map<number, Grid>()
  const strands = new Map<number, Strand>()
  const session: PreparedSession = {
    number,
    lengthMs,
    observedMs: lengthOf(stretches),
    stretches,
    behaviors: observation.behaviors,
    strands,
    records,
    gridOf: (everyMs) => getOrAdd(grids, everyMs, () => grid(lengthMs, stretches, everyMs)),
  }
  for (const [id, parts] of strandsOf(observation.behaviors, records)) strands.set(id, { session, ...parts })
  return session
}

interface Parts {
  readonly mark: Mark
  readonly occurrences: Occurrence[]
  readonly tallies: SessionRecord[]
  unpaired: number
}

function strandsOf(behaviors: readonly Behavior[], records: readonly SessionRecord[]): Map<number, Parts> {
  const strands = new Map<number, Parts>()
  for (const { id, technique } of behaviors) {
    strands.set(id, { mark: MARK_OF[technique], occurrences: [], tallies: [], unpaired: 0 })
  }
  const stops = stopsByStart(records)
  for (const record of records) {
    const strand = record.behavior === null ? undefined : strands.get(record.behavior)
    if (strand === undefined) continue
    if (record.mark === 'tally') strand.tallies.push(record)
    else if (record.mark === strand.mark && record.atMs !== null) {
      const stop = record.mark === 'start' ? (stops.get(record.number) ?? null) : null
      if (stop !== null) stops.delete(record.number)
      const modifiers = stop === null ? record.modifiers : { ...stop.modifiers, ...record.modifiers }
      strand.occurrences.push({ record, atMs: record.atMs, stop, modifiers })
    } else if (record.mark !== 'stop') strand.unpaired++
  }
  for (const { behavior } of stops.values()) {
    const strand = behavior === null ? undefined : strands.get(behavior)
    if (strand !== undefined) strand.unpaired++
  }
  return strands
}

/** By the number of the start that each ends. Should two end the same start, the one recorded last stands. */
function stopsByStart(records: readonly SessionRecord[]): Map<number, SessionRecord> {
  const stops = new Map<number, SessionRecord>()
  for (const record of records) {
    if (record.mark !== 'stop' || record.atMs === null) continue
    // A stop that names no start gets a key of its own, and so is found to be unpaired.
    const key = record.starts ?? -record.number
    const other = stops.get(key)
    if (other === undefined || other.number < record.number) stops.set(key, record)
  }
  return stops
}
