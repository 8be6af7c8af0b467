import type { Behavior, Mark, Observation, Session, SessionRecord, Technique } from '../domain/model.ts'
import { getOrAdd } from './get-or-add.ts'
import { type Grid, grid } from './grid.ts'
import { lengthOf, observedStretches } from './observed.ts'
import type { Stretch } from './types.ts'

/**
 * Records made ready to be measured. Every measure works on strands, one a session, so that it gives the
 * figures of one session and of several pooled alike, and none can span the border between two.
 *
 * Whatever passes over all records does so by `forEach`: a cold loop with `of` makes an object at each step, and takes
 * 6 to 8 ms for 100,000 records where `forEach` takes 1 to 2. A report passes over them some ten times, each time cold.
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
  /** Those of the occurrences that carry words or a flag: few, so that no measure looks through all for them. */
  readonly remarked: readonly Occurrence[]
  readonly tallies: readonly SessionRecord[]
  readonly unpaired: number
}

/** A strand into which records are still being put. */
export interface GrowingStrand extends Strand {
  readonly occurrences: Occurrence[]
  readonly remarked: Occurrence[]
  readonly tallies: SessionRecord[]
  unpaired: number
}

export const emptyStrand = (session: PreparedSession): GrowingStrand => ({
  session,
  occurrences: [],
  remarked: [],
  tallies: [],
  unpaired: 0,
})

export function addOccurrence(strand: GrowingStrand, occurrence: Occurrence): void {
  strand.occurrences.push(occurrence)
  if (isRemarked(occurrence.record) || (occurrence.stop !== null && isRemarked(occurrence.stop)))
    strand.remarked.push(occurrence)
}

const isRemarked = ({ words, flag }: SessionRecord): boolean => words !== null || flag !== null

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
  const records = inOrder(observation.records)
  const grids = new Map<number, Grid>()
  const strands = new Map<number, GrowingStrand>()
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
  for (const { id } of observation.behaviors) strands.set(id, emptyStrand(session))
  fill(strands, observation.behaviors, records)
  return session
}

/** Records mostly come in order, and then are neither copied nor sorted. */
function inOrder(records: readonly SessionRecord[]): readonly SessionRecord[] {
  for (let index = 1; index < records.length; index++) {
    if (compare(records[index - 1] as SessionRecord, records[index] as SessionRecord) > 0)
      return records.toSorted(compare)
  }
  return records
}

const compare = (a: SessionRecord, b: SessionRecord): number =>
  (a.atMs ?? -1) - (b.atMs ?? -1) || a.number - b.number

function fill(
  strands: ReadonlyMap<number, GrowingStrand>,
  behaviors: readonly Behavior[],
  records: readonly SessionRecord[],
): void {
  const marks = new Map(behaviors.map(({ id, technique }) => [id, MARK_OF[technique]]))
  const stops = stopsByStart(records)
  records.forEach((record) => {
    const { behavior, mark, atMs } = record
    const strand = behavior === null ? undefined : strands.get(behavior)
    if (behavior === null || strand === undefined) return
    if (mark === 'tally') strand.tallies.push(record)
    else if (mark === marks.get(behavior) && atMs !== null) {
      const stop = mark === 'start' ? (stops.get(record.number) ?? null) : null
      if (stop !== null) stops.delete(record.number)
      const modifiers = stop === null ? record.modifiers : joined(record.modifiers, stop.modifiers)
      addOccurrence(strand, { record, atMs, stop, modifiers })
    } else if (mark !== 'stop') strand.unpaired++
  })
  for (const { behavior } of stops.values()) {
    const strand = behavior === null ? undefined : strands.get(behavior)
    if (strand !== undefined) strand.unpaired++
  }
}

/** Those of a start stand before those of its stop. What says nothing more is shared, as records share it. */
function joined(
  start: SessionRecord['modifiers'],
  stop: SessionRecord['modifiers'],
): SessionRecord['modifiers'] {
  for (const _name in stop) return { ...stop, ...start }
  return start
}

/** By the number of the start that each ends. Should two end the same start, the one recorded last stands. */
function stopsByStart(records: readonly SessionRecord[]): Map<number, SessionRecord> {
  const stops = new Map<number, SessionRecord>()
  records.forEach((record) => {
    if (record.mark !== 'stop' || record.atMs === null) return
    // A stop that names no start gets a key of its own, and so is found to be unpaired.
    const key = record.starts ?? -record.number
    const other = stops.get(key)
    if (other === undefined || other.number < record.number) stops.set(key, record)
  })
  return stops
}
