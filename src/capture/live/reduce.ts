import type { GapReason, SessionRecord } from '../../domain/model.ts'
import { LATE_MS } from './clock.ts'
import { openGap } from './gaps.ts'
import { waitingIntervals } from './intervals.ts'
import { onKey, onPaste, settled } from './on-key.ts'
import { type LiveState, retold, runningDurations, withoutRecord, withRecord } from './state.ts'
import { type Input, only, type Step, saying, stopOf } from './steps.ts'

/** The session after an input, and what is to be done about it. Nothing is shown as recorded before 'stored' says so. */
export function reduce(state: LiveState, input: Input, atMs: number): Step {
  switch (input.kind) {
    case 'tick':
      return tick(state, atMs)
    case 'key':
      return onKey(state, input.key, atMs)
    case 'paste':
      return onPaste(state, input.text, atMs)
    case 'stored':
      return only(stored(state, input.record, atMs))
    case 'voided':
      return only(voided(state, input.number))
    case 'reread': {
      const { records, gaps, ended } = input
      const next = { ...state, gaps, ended }
      return only({ ...next, ...retold(next, records), bounce: null })
    }
    case 'said':
      return only(saying(state, input.text, atMs))
    case 'leave':
      return settled(state)
  }
}

function tick(before: LiveState, atMs: number): Step {
  const knownMs = before.atMs
  const message = before.message !== null && atMs < before.message.untilMs ? before.message : null
  const state = { ...before, atMs, message }
  if (atMs - knownMs > LATE_MS) return slept(state, knownMs, atMs)
  const asked = waitingIntervals(before)
  const isNew = waitingIntervals(state).some(
    (interval) =>
      !asked.some(({ behavior, toMs }) => behavior === interval.behavior && toMs === interval.toMs),
  )
  return { state, effects: isNew ? [{ kind: 'bell' }] : [] }
}

/** Nobody knows what happened in the time between, so what ran is closed where it was last known to run. */
function slept(state: LiveState, fromMs: number, toMs: number): Step {
  // A pause that lasted through it says all there is to say.
  if (openGap(state.gaps) !== null) return { state, effects: [{ kind: 'refresh' }] }
  const gap = { fromMs, toMs, reason: 'sleep' as GapReason }
  const stops = runningDurations(state).map((start) => ({
    kind: 'store' as const,
    record: stopOf(start, fromMs, 'recovered'),
  }))
  return {
    state: saying(
      { ...state, gaps: [...state.gaps, gap] },
      'The machine slept; that time is kept as a gap.',
      toMs,
    ),
    effects: [{ kind: 'gap', gap }, ...stops, { kind: 'refresh' }],
  }
}

const BOUNCE = 'Perhaps a bounce: Tab takes the end back.'

function stored(before: LiveState, record: SessionRecord, atMs: number): LiveState {
  const state = withRecord(before, record)
  if (record.flag === 'bounce') return saying({ ...state, bounce: record }, BOUNCE, atMs)
  return record.behavior === before.bounce?.behavior ? { ...state, bounce: null } : state
}

function voided(before: LiveState, number: number): LiveState {
  const state = withoutRecord(before, number)
  return before.bounce?.number === number ? { ...state, bounce: null } : state
}
