import {
  type Behavior,
  type Gap,
  isIntervalTechnique,
  type Session,
  type SessionRecord,
} from '../../domain/model.ts'
import type { NewRecord } from '../../store/records.ts'
import type { Line } from './line.ts'
import { add, emptyTally, startOf, type Tally } from './tally.ts'

/** A live session as the screen shows it and the keys change it. Positions are whole milliseconds from its start. */
export interface LiveState {
  readonly protege: string
  readonly place: string | null
  readonly plannedMs: number | null
  readonly behaviors: readonly Behavior[]
  readonly byKey: ReadonlyMap<string, Behavior>
  readonly byId: ReadonlyMap<number, Behavior>
  /** The last moment known. */
  readonly atMs: number
  readonly gaps: readonly Gap[]
  /** One for each of `behaviors`, by its version's id. */
  readonly tallies: ReadonlyMap<number, Tally>
  /** The records that stand, the last one first. */
  readonly trail: Trail | null
  readonly mode: Mode
  readonly message: Message | null
  /** The offset that perhaps a bouncing key made, while it can be taken back by itself. */
  readonly bounce: SessionRecord | null
  /** Which part of the behaviors is shown where not all fit; the screen takes it modulo the parts there are. */
  readonly page: number
  readonly ended: boolean
}

/** The records that stand, as a list that grows and shrinks at its head without being copied. */
export interface Trail {
  readonly record: SessionRecord
  readonly before: Trail | null
  /** How many there are, this one included. */
  readonly count: number
  /** What undoing this record goes back to; null for a note on the session. */
  readonly tallyBefore: Tally | null
  /** For a stop: from its start. */
  readonly lengthMs: number | null
}

/** What the next key means. */
export type Mode =
  | { readonly kind: 'keys' }
  | { readonly kind: 'help' }
  | { readonly kind: 'ending' }
  /** Which value of the behavior's modifier of this index? */
  | {
      readonly kind: 'choosing'
      readonly behavior: Behavior
      readonly draft: NewRecord
      readonly modifier: number
    }
  /** Seen, not seen, or no opportunity? */
  | { readonly kind: 'checking'; readonly behavior: Behavior; readonly draft: NewRecord }
  /** A line is open; `behavior` is null for a note on the session. */
  | {
      readonly kind: 'writing'
      readonly behavior: Behavior | null
      readonly draft: NewRecord
      readonly line: Line
    }

export const keysMode: Mode = { kind: 'keys' }

/** Words to the coach, shown until `untilMs` or the next ones. */
export interface Message {
  readonly text: string
  readonly untilMs: number
}

/** The state of a session from what the store knows of it. */
export function liveState(
  session: Session,
  behaviors: readonly Behavior[],
  records: readonly SessionRecord[],
  gaps: readonly Gap[],
  atMs: number,
): LiveState {
  const state: LiveState = {
    protege: session.agreement.protege.name,
    place: session.place,
    plannedMs: session.plannedMs,
    behaviors,
    byKey: new Map(behaviors.map((behavior) => [behavior.key, behavior])),
    byId: new Map(behaviors.map((behavior) => [behavior.id, behavior])),
    atMs,
    gaps,
    tallies: new Map(),
    trail: null,
    mode: keysMode,
    message: null,
    bounce: null,
    page: 0,
    ended: false,
  }
  return { ...state, ...retold(state, records) }
}

/** Tallies and trail told anew from all standing records. */
export function retold(
  { behaviors, byId, gaps }: LiveState,
  records: readonly SessionRecord[],
): Pick<LiveState, 'tallies' | 'trail'> {
  const tallies = new Map(behaviors.map(({ id }) => [id, emptyTally]))
  let trail: Trail | null = null
  for (const record of records) trail = follow(trail, tallies, byId, gaps, record)
  return { tallies, trail }
}

/** The state with one record more. */
export function withRecord(state: LiveState, record: SessionRecord): LiveState {
  const tallies = new Map(state.tallies)
  return { ...state, trail: follow(state.trail, tallies, state.byId, state.gaps, record), tallies }
}

function follow(
  before: Trail | null,
  tallies: Map<number, Tally>,
  byId: ReadonlyMap<number, Behavior>,
  gaps: readonly Gap[],
  record: SessionRecord,
): Trail {
  const behavior = record.behavior === null ? undefined : byId.get(record.behavior)
  const tallyBefore = behavior === undefined ? null : (tallies.get(behavior.id) ?? emptyTally)
  let lengthMs: number | null = null
  if (behavior !== undefined && tallyBefore !== null) {
    const start = record.mark === 'stop' ? startOf(tallyBefore, record) : null
    if (start !== null) lengthMs = (record.atMs ?? 0) - (start.atMs ?? 0)
    tallies.set(behavior.id, add(tallyBefore, behavior, record, gaps))
  }
  return { record, before, count: (before?.count ?? 0) + 1, tallyBefore, lengthMs }
}

/**
 * The state without one record, which must be the last of its behavior (as the last of all is): its behavior
 * goes back to the tally before it.
 */
export function withoutRecord(state: LiveState, number: number): LiveState {
  const later: Trail[] = []
  let at = state.trail
  while (at !== null && at.record.number !== number) {
    later.push(at)
    at = at.before
  }
  if (at === null) return state
  const tallies = new Map(state.tallies)
  if (at.record.behavior !== null && at.tallyBefore !== null) tallies.set(at.record.behavior, at.tallyBefore)
  let trail = at.before
  for (const each of later.reverse()) trail = { ...each, before: trail, count: each.count - 1 }
  return { ...state, trail, tallies }
}

export const tallyOf = (state: LiveState, behavior: Behavior): Tally =>
  state.tallies.get(behavior.id) ?? emptyTally

/** The onsets of durations that go on; a latency whose response did not come is left open. */
export const runningDurations = (state: LiveState): readonly SessionRecord[] =>
  state.behaviors
    .filter(({ technique }) => technique === 'duration')
    .flatMap((behavior) => tallyOf(state, behavior).running)

export const intervalBehaviors = (state: LiveState): readonly Behavior[] =>
  state.behaviors.filter(({ technique, intervalMs }) => isIntervalTechnique(technique) && intervalMs !== null)
