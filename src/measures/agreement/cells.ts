import { type Grid, grid } from '../grid.ts'
import type { Stretch } from '../types.ts'
import type { RecordedBehavior } from './types.ts'

/** One interval that both observed: how often the behavior began in it, and whether it was seen in it at all. */
export interface Cell {
  readonly atMs: number
  readonly countA: number
  readonly countB: number
  readonly scoredA: boolean
  readonly scoredB: boolean
}

/** Time that both observed. */
export interface SharedTime {
  readonly lengthMs: number
  readonly stretches: readonly Stretch[]
}

/** The intervals of one behavior, or why there are none. */
export type Cells = { readonly cells: readonly Cell[] } | { readonly cells: null; readonly why: string }

/**
 * Lays two records of one behavior side by side, interval by interval. Intervals that were recorded as such keep their length, and
 * count 1 where scored; a record with times is cut to the other's intervals, or to `everyMs` where both have times. A bout is scored in
 * every interval that it touches (partial-interval) and counted in the one that it begins in.
 */
export function cellsOf(
  a: RecordedBehavior,
  b: RecordedBehavior,
  shared: SharedTime,
  everyMs: number,
): Cells {
  if (a.intervalMs !== null && b.intervalMs !== null && a.intervalMs !== b.intervalMs) {
    return { cells: null, why: 'the two used intervals of different lengths' }
  }
  const lengthMs = a.intervalMs ?? b.intervalMs ?? everyMs
  const tiles = grid(shared.lengthMs, shared.stretches, lengthMs)
  const marksA = marksOf(a, tiles)
  const marksB = marksOf(b, tiles)
  const cells: Cell[] = []
  for (let index = 0; index < tiles.intervals; index++) {
    const countA = marksA.counts[index] ?? UNOBSERVED
    const countB = marksB.counts[index] ?? UNOBSERVED
    if (!tiles.isObserved(index) || countA === UNOBSERVED || countB === UNOBSERVED) continue
    cells.push({
      atMs: index * lengthMs,
      countA,
      countB,
      scoredA: marksA.scored[index] === 1,
      scoredB: marksB.scored[index] === 1,
    })
  }
  return { cells }
}

const UNOBSERVED = -1

interface Marks {
  /** By interval; `UNOBSERVED` where an interval that should have been recorded was not. */
  readonly counts: Int32Array
  readonly scored: Uint8Array
}

function marksOf(behavior: RecordedBehavior, { intervals, everyMs }: Grid): Marks {
  const counts = new Int32Array(intervals)
  const scored = new Uint8Array(intervals)
  if (behavior.kind === 'interval') {
    counts.fill(UNOBSERVED)
    for (const interval of behavior.intervals) {
      if (interval.index >= intervals) continue
      counts[interval.index] = interval.scored ? 1 : 0
      scored[interval.index] = interval.scored ? 1 : 0
    }
    return { counts, scored }
  }
  // What happens as the last interval ends belongs to it, as long as no part interval follows.
  const lastMs = intervals * everyMs
  const intervalAt = (atMs: number): number => Math.floor((atMs === lastMs ? atMs - 1 : atMs) / everyMs)
  let filled = 0
  for (const { atMs, lengthMs } of behavior.timings) {
    const first = intervalAt(atMs)
    if (first >= intervals) continue
    counts[first] = (counts[first] ?? 0) + 1
    const touched = behavior.kind === 'bout' && lengthMs !== null ? Math.ceil((atMs + lengthMs) / everyMs) : 0
    const end = Math.max(first + 1, touched)
    // Where bouts overlap, an interval is filled once.
    scored.fill(1, Math.max(first, filled), end)
    filled = Math.max(filled, end)
  }
  return { counts, scored }
}
