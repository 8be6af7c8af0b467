import type { Behavior } from '../../domain/model.ts'
import { isInGap, unobservedMs } from './gaps.ts'
import { intervalBehaviors, type LiveState, tallyOf } from './state.ts'
import { intervalAt } from './tally.ts'

/** One interval of one behavior, [fromMs, toMs). */
export interface Interval {
  readonly behavior: Behavior
  readonly fromMs: number
  readonly toMs: number
}

/** The interval of a behavior that contains a moment. */
export function intervalOf(behavior: Behavior, atMs: number): Interval {
  const length = behavior.intervalMs ?? 0
  const fromMs = intervalAt(behavior, atMs) * length
  return { behavior, fromMs, toMs: fromMs + length }
}

/**
 * The intervals that wait for an answer, the one that ended first at the head. An interval waits from its end to the
 * end of the one after; what nobody answered by then stays not observed. One that a gap covers by more than half is not
 * asked about, nor a moment that fell into a gap.
 */
export function waitingIntervals(state: LiveState): readonly Interval[] {
  return intervalBehaviors(state)
    .flatMap((behavior) => waitingOf(state, behavior) ?? [])
    .sort((a, b) => a.toMs - b.toMs)
}

/** The interval of this behavior that waits for an answer, or null. */
export function waitingOf(state: LiveState, behavior: Behavior): Interval | null {
  const current = intervalOf(behavior, state.atMs)
  if (current.fromMs === 0) return null
  const interval = intervalOf(behavior, current.fromMs - 1)
  const { fromMs, toMs } = interval
  if (tallyOf(state, behavior).marked.has(intervalAt(behavior, fromMs))) return null
  if (unobservedMs(state.gaps, fromMs, toMs) * 2 > toMs - fromMs) return null
  if (behavior.technique === 'momentary' && isInGap(state.gaps, toMs)) return null
  return interval
}
