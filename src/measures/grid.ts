import { InputError } from '../domain/errors.ts'
import type { Stretch } from './types.ts'

/**
 * A session cut into intervals of one length; those asked about are counted by their indexes, from 0, both
 * ends included.
 */
export interface Grid {
  readonly everyMs: number
  /** How many whole intervals the session has; the part interval at its end is dropped. */
  readonly intervals: number
  isObserved(interval: number): boolean
  /** How many of these were observed: of those, a gap covers no more than half. */
  observedIn(first: number, last: number): number
  /**
   * How many of these were observed and could be looked at in the instant that they end, which lies in no gap.
   */
  lookedAtIn(first: number, last: number): number
}

/** Two days in tenths of a second; memory follows the number. */
const MOST_INTERVALS = 2_000_000

/**
 * How many intervals of one length begin in a session.
 * @throws InputError where there are too many to be worked with
 */
export function intervalsIn(lengthMs: number, everyMs: number): number {
  const intervals = Math.max(0, Math.ceil(lengthMs / everyMs))
  if (intervals > MOST_INTERVALS) {
    throw new InputError(
      `Intervals of ${everyMs / 1000} s are too short for a session of ${Math.round(lengthMs / 3_600_000)} h; name longer ones.`,
    )
  }
  return intervals
}

/** @param stretches the observed stretches of a session of `lengthMs`; `everyMs` is above 0; throws as `intervalsIn` does */
export function grid(lengthMs: number, stretches: readonly Stretch[], everyMs: number): Grid {
  const begun = intervalsIn(lengthMs, everyMs)
  const intervals = begun * everyMs > lengthMs ? begun - 1 : begun
  const seenMs = new Float64Array(intervals)
  const ends = new Uint8Array(intervals)
  for (const { fromMs, toMs } of stretches) {
    const last = Math.min(intervals - 1, Math.floor(toMs / everyMs))
    for (let k = Math.floor(fromMs / everyMs); k <= last; k++) {
      seenMs[k] = (seenMs[k] ?? 0) + Math.min(toMs, (k + 1) * everyMs) - Math.max(fromMs, k * everyMs)
    }
    // Half-open: a look where a gap begins is not one. A look at the session's very end is.
    const lastLook = toMs === lengthMs ? Math.floor(toMs / everyMs) : Math.ceil(toMs / everyMs) - 1
    for (let look = Math.max(1, Math.ceil(fromMs / everyMs)); look <= lastLook; look++) ends[look - 1] = 1
  }
  const observed = new Uint32Array(intervals + 1)
  const lookedAt = new Uint32Array(intervals + 1)
  for (let k = 0; k < intervals; k++) {
    const seen = (seenMs[k] ?? 0) * 2 >= everyMs
    observed[k + 1] = (observed[k] ?? 0) + (seen ? 1 : 0)
    lookedAt[k + 1] = (lookedAt[k] ?? 0) + (seen && ends[k] === 1 ? 1 : 0)
  }
  const countIn = (upTo: Uint32Array, first: number, last: number): number => {
    const from = Math.max(0, first)
    const to = Math.min(intervals - 1, last)
    return to < from ? 0 : (upTo[to + 1] ?? 0) - (upTo[from] ?? 0)
  }
  return {
    everyMs,
    intervals,
    isObserved: (interval) => countIn(observed, interval, interval) === 1,
    observedIn: (first, last) => countIn(observed, first, last),
    lookedAtIn: (first, last) => countIn(lookedAt, first, last),
  }
}
