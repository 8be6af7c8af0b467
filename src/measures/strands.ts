import type { Behavior, Mark, Observation, Session, SessionRecord, Technique } from '../domain/model.ts'
import { getOrAdd } from './get-or-add.ts'
import { type Grid, grid } from './grid.ts'
import { lengthOf, observedStretches } from './observed.ts'
import type { Stretch } from './types.ts'

/**
 * Records made ready to be measured. Every measure works on strands, one a session, so that it gives the
 * figures of one session and of several pooled alike, and none can span the border between two.
 *
 * Whatever passes over all records does so by `forEach`: the code is cold each time, and what is called for each record is
 * compiled sooner, and more often for good, than a loop that runs. A report passes over them some ten times.
 */

/** What the measures need of an observation; a file that was never stored has no more than this. */
export type Recorded = Omit<Observation, 'session'> & {
  readonly session: Pick<Session, 'number' | 'lengthMs'>
}

/** The record of a moment, of the onset of a bout, of a cue, an interval or a check. */
export type Occurrence = SessionRecord & { readonly atMs: number }

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
  const stop = stopOf(occurrence, strand.session)
  if (isRemarked(occurrence) || (stop !== undefined && isRemarked(stop))) strand.remarked.push(occurrence)
}

/** Whether some were counted without times. */
export const hasTallies = (strands: readonly Strand[]): boolean =>
  strands.some(({ tallies }) => tallies.length > 0)

/** What ended an occurrence; undefined for what has no end, or whose end was not recorded. */
export const stopOf = (
  { mark, number }: Occurrence,
  { stops }: PreparedSession,
): SessionRecord | undefined => (mark === 'start' ? stops.get(number) : undefined)

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
  /** Offsets and responses, by the numbers of their onsets and cues. */
  readonly stops: ReadonlyMap<number, SessionRecord>
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
    stops: stopsByStart(records),
    gridOf: (everyMs) => getOrAdd(grids, everyMs, () => grid(lengthMs, stretches, everyMs)),
  }
  for (const { id } of observation.behaviors) strands.set(id, emptyStrand(session))
  fill(session, strands)
  return session
}

/** Records mostly come in order, and then are neither copied nor sorted. */
function inOrder(records: readonly SessionRecord[]): readonly SessionRecord[] {
  let last = records[0]
  for (let index = 1; index < records.length; index++) {
    const record = records[index] as SessionRecord
    if (last !== undefined && compare(last, record) > 0) return records.toSorted(compare)
    last = record
  }
  return records
}

const compare = (a: SessionRecord, b: SessionRecord): number =>
  (a.atMs ?? -1) - (b.atMs ?? -1) || a.number - b.number

function fill(
  { behaviors, records, stops }: PreparedSession,
  strands: ReadonlyMap<number, GrowingStrand>,
): void {
  const marks = new Map(behaviors.map(({ id, technique }) => [id, MARK_OF[technique]]))
  const strandOf = ({ behavior }: SessionRecord): GrowingStrand | undefined =>
    behavior === null ? undefined : strands.get(behavior)
  const countUnpaired = (record: SessionRecord, change: 1 | -1): void => {
    const strand = strandOf(record)
    if (strand !== undefined) strand.unpaired += change
  }
  // A stop is unpaired until its start is found.
  stops.forEach((stop) => {
    countUnpaired(stop, 1)
  })
  records.forEach((record) => {
    const { behavior, mark } = record
    const strand = strandOf(record)
    if (behavior === null || strand === undefined || mark === 'stop') return
    if (mark === 'tally') strand.tallies.push(record)
    else if (mark !== marks.get(behavior) || !isTimed(record)) strand.unpaired++
    else {
      const stop = mark === 'start' ? stops.get(record.number) : undefined
      if (stop !== undefined) countUnpaired(stop, -1)
      addOccurrence(strand, stop === undefined ? record : joined(record, stop))
    }
  })
}

const isTimed = (record: SessionRecord): record is Occurrence => record.atMs !== null

/** A start with the modifiers of its stop after its own. What says nothing more is shared, as records share it. */
function joined(start: Occurrence, { modifiers }: SessionRecord): Occurrence {
  for (const _name in modifiers) return { ...start, modifiers: { ...modifiers, ...start.modifiers } }
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
