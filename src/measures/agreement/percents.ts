import { known, percent, sum, unknown } from '../figures.ts'
import type { Figure } from '../types.ts'
import type { Cell, Cells } from './cells.ts'
import type { PercentName } from './types.ts'

/** Two numbers for one thing, one from each observer. */
export interface Both {
  readonly a: number
  readonly b: number
}

/** What the percents of one behavior, or of all, are worked out from. */
export interface Compared {
  readonly count: Both
  readonly cells: Cells
  /** The sums of their bouts in ms; null where it is no duration. */
  readonly totalMs: Both | null
  /** Lengths of bouts, and latencies, of records that belong together; null where the behavior has none. */
  readonly durations: readonly Both[] | null
  readonly latencies: readonly Both[] | null
}

/**
 * Interobserver agreement as Cooper, Heron & Heward name it (*Applied Behavior Analysis*, 3rd ed. 2020, chapter 5), each from
 * 0 to 100; `FORMULAS` says them in words. 0 ÷ 0 in an interval is full agreement; 0 ÷ 0 over a whole session is undefined.
 */
export function percentsOf(compared: Compared): Record<PercentName, Figure> {
  const { count, cells, totalMs, durations, latencies } = compared
  return {
    total_count: ratio(count, 'neither recorded it'),
    ...(cells.cells === null ? noCells(cells.why) : byInterval(cells.cells)),
    total_duration: totalMs === null ? unknown(NO_DURATION) : ratio(totalMs, 'neither recorded any duration'),
    mean_duration_per_occurrence: durations === null ? unknown(NO_DURATION) : meanRatio(durations, NO_PAIR),
    mean_latency_per_response:
      latencies === null ? unknown('it has no latency') : meanRatio(latencies, NO_PAIR),
  }
}

const NO_DURATION = 'it has no duration'
const NO_PAIR = 'no two records of it lie within the tolerance'
const NO_INTERVAL = 'no whole interval was observed by both'

type IntervalPercents = Pick<
  Record<PercentName, Figure>,
  | 'mean_count_per_interval'
  | 'exact_count_per_interval'
  | 'interval_by_interval'
  | 'scored_interval'
  | 'unscored_interval'
>

function byInterval(cells: readonly Cell[]): IntervalPercents {
  const n = cells.length
  const agreed = cells.filter((cell) => cell.scoredA === cell.scoredB).length
  const bothScored = cells.filter((cell) => cell.scoredA && cell.scoredB).length
  const bothEmpty = agreed - bothScored
  return {
    mean_count_per_interval: meanRatio(
      cells.map((cell) => ({ a: cell.countA, b: cell.countB })),
      NO_INTERVAL,
    ),
    exact_count_per_interval: percent(
      cells.filter((cell) => cell.countA === cell.countB).length,
      n,
      NO_INTERVAL,
    ),
    interval_by_interval: percent(agreed, n, NO_INTERVAL),
    scored_interval: percent(bothScored, n - bothEmpty, 'neither scored any interval'),
    unscored_interval: percent(bothEmpty, n - bothScored, 'neither left any interval unscored'),
  }
}

function noCells(why: string): IntervalPercents {
  const none = unknown(why)
  return {
    mean_count_per_interval: none,
    exact_count_per_interval: none,
    interval_by_interval: none,
    scored_interval: none,
    unscored_interval: none,
  }
}

/** 100 × smaller ÷ larger. */
const ratio = ({ a, b }: Both, whyNot: string): Figure => percent(Math.min(a, b), Math.max(a, b), whyNot)

/** The mean of smaller ÷ larger, where nothing against nothing is full agreement. */
function meanRatio(pairs: readonly Both[], whyNot: string): Figure {
  const shares = pairs.map(({ a, b }) => (a === b ? 1 : Math.min(a, b) / Math.max(a, b)))
  // Summed in the order of their size, so that the last digit does not depend on who is called A.
  return shares.length === 0
    ? unknown(whyNot)
    : known((100 * sum(shares.sort((x, y) => x - y))) / shares.length)
}
