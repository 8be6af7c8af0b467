import { type Bout, merged, observedBouts } from './durations.ts'
import { known, PARTLY_UNTIMED, percent, unknown } from './figures.ts'
import type { Grid } from './grid.ts'
import { BIAS, NO_INTERVAL } from './intervals.ts'
import { stretchAt } from './observed.ts'
import { hasTallies, type Strand } from './strands.ts'
import type { Derivation, IntervalSummary, Stretch } from './types.ts'

/**
 * The three kinds of interval recording, worked out afterwards from records with times. The session is cut
 * into intervals from its start; the part interval at its end is dropped, and so is one of which a gap covers
 * more than half. Bouts are half-open, [on, off):
 * - partial-interval: scored when a bout runs at any time in the interval, or a moment falls into it
 * - whole-interval: scored when bouts run through all of it that was observed
 * - momentary: scored when a bout runs in the instant that the interval ends; a bout that only the session's
 *   end cut still does. Where that instant lies in a gap, the interval was not observed
 *
 * Bouts that overlap or touch count as one, but for a bout without a length: it is seen in the interval that it
 * falls into, whatever ended there. One sorted pass: time is linear in records and intervals.
 *
 * @param timed whether the records are bouts or moments
 */
export function derivedIntervals(
  { as, everyMs }: Derivation,
  timed: 'bouts' | 'moments',
  strands: readonly Strand[],
): IntervalSummary {
  let observed = 0
  let scored = 0
  for (const strand of strands) {
    const { session } = strand
    const grid = session.gridOf(everyMs)
    observed += as === 'momentary' ? grid.lookedAtIn(0, grid.intervals) : grid.observedIn(0, grid.intervals)
    const bouts = timed === 'bouts' ? observedBouts(strand).bouts : observedMoments(strand)
    if (as === 'partial-interval') scored += touched(bouts, grid)
    else if (as === 'whole-interval') scored += filled(withGaps(bouts, session.stretches), grid)
    else scored += lookedAt(merged(bouts), grid)
  }
  const undefinedWhy = whyUndefined(as, timed, strands)
  return {
    method: as,
    lengthMs: everyMs,
    source: 'derived',
    observed,
    scored: undefinedWhy === null ? known(scored) : unknown(undefinedWhy),
    percent: undefinedWhy === null ? percent(scored, observed, NO_INTERVAL) : unknown(undefinedWhy),
    bias: BIAS[as],
  }
}

function whyUndefined(
  as: Derivation['as'],
  timed: 'bouts' | 'moments',
  strands: readonly Strand[],
): string | null {
  if (timed === 'moments' && as !== 'partial-interval')
    return 'a moment has no length that could fill an interval or be met by a look'
  return hasTallies(strands) ? PARTLY_UNTIMED : null
}

/** Moments as bouts without a length. What happens as observing ends belongs to the interval that ends there. */
const observedMoments = ({ session: { stretches }, occurrences }: Strand): Bout[] =>
  occurrences.flatMap(({ atMs }) => {
    const stretch = stretches[stretchAt(stretches, atMs)]
    if (stretch === undefined) return []
    const seenMs = Math.min(atMs, stretch.toMs - 1)
    return [{ onMs: seenMs, offMs: seenMs, cut: false }]
  })

/** How many observed intervals contain any of the bouts. */
function touched(bouts: readonly Bout[], { everyMs, observedIn }: Grid): number {
  let count = 0
  let uncounted = 0
  for (const { onMs, offMs } of bouts) {
    const first = Math.max(uncounted, Math.floor(onMs / everyMs))
    const last = offMs > onMs ? Math.ceil(offMs / everyMs) - 1 : Math.floor(onMs / everyMs)
    count += observedIn(first, last)
    uncounted = Math.max(uncounted, last + 1)
  }
  return count
}

/** How many observed intervals lie within one of the bouts. */
function filled(bouts: readonly Bout[], { everyMs, observedIn }: Grid): number {
  let count = 0
  for (const { onMs, offMs } of bouts) {
    count += observedIn(Math.ceil(onMs / everyMs), Math.floor(offMs / everyMs) - 1)
  }
  return count
}

/** How many intervals that were looked at end within one of the bouts. */
function lookedAt(bouts: readonly Bout[], { everyMs, lookedAtIn }: Grid): number {
  let count = 0
  for (const { onMs, offMs, cut } of bouts) {
    const lastEnd = cut ? Math.floor(offMs / everyMs) : Math.ceil(offMs / everyMs) - 1
    count += lookedAtIn(Math.ceil(onMs / everyMs) - 1, lastEnd - 1)
  }
  return count
}

/**
 * Gaps filled in as if bouts ran through them, so that an interval cut by one is judged by the part that was
 * observed.
 */
function withGaps(bouts: readonly Bout[], stretches: readonly Stretch[]): Bout[] {
  const gaps: Bout[] = []
  let fromMs = 0
  for (const stretch of [...stretches, { fromMs: Number.POSITIVE_INFINITY, toMs: 0 }]) {
    if (stretch.fromMs > fromMs) gaps.push({ onMs: fromMs, offMs: stretch.fromMs, cut: false })
    fromMs = stretch.toMs
  }
  return merged([...bouts, ...gaps].sort((a, b) => a.onMs - b.onMs))
}
