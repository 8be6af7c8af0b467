import { sum } from '../figures.ts'
import { type Cells, cellsOf, type SharedTime } from './cells.ts'
import { differencesOf } from './differences.ts'
import { eventKappas, NO_TIMES } from './event-kappa.ts'
import { matchAccounts, type SightingPair } from './matching.ts'
import { type Both, type Compared, percentsOf } from './percents.ts'
import { intervalKappa, standingKappas } from './time-kappa.ts'
import type { Account, Agreement, AgreementOptions, Kappa, RecordedBehavior } from './types.ts'
import { recordedUnits, sharedTime, unitsOf } from './units.ts'

export { accountOf, isCompared } from './account.ts'
export { FORMULAS, type Formula, KAPPA_FORMULAS, KAPPA_SE } from './formulas.ts'
export * from './types.ts'

/** One behavior as both recorded it, its timings in order. */
interface Watched {
  readonly name: string
  readonly a: RecordedBehavior
  readonly b: RecordedBehavior
}

/**
 * Compares what two observers recorded of the same event: every behavior by itself, and all together. It describes where they agree
 * and where they differ; it says nothing about the person they watched.
 *
 * Counts and durations are those of each whole account; intervals and instants are those that both observed. Over all
 * behaviors, counts and durations are added up, intervals laid end to end, and kappas take what each behavior is called as the category.
 *
 * @throws InputError where the tolerance covers more records than can be weighed, or the intervals are too many
 */
export function compareAccounts(
  a: Account,
  b: Account,
  { everyMs, toleranceMs }: AgreementOptions,
): Agreement {
  const watched = watchedByBoth(a, b)
  const names = watched.map(({ name }) => name)
  const shared = sharedTime(a, b)
  const matching = matchAccounts(watched, toleranceMs)
  const compared = watched.map((behavior, index) =>
    comparedOf(behavior, matching.same[index] ?? [], shared, everyMs),
  )
  const recordedMs = recordedLength(watched)
  const timeUnit = standingKappas(
    names,
    recordedMs === null ? unitsOf(watched, shared, everyMs) : recordedUnits(watched, shared, recordedMs),
  )
  const eventMatched = eventKappas(names, matching)

  return {
    behaviors: watched.map((behavior, index) => {
      const own = compared[index] as Compared
      return {
        name: behavior.name,
        percents: percentsOf(own),
        timeUnit: isInterval(behavior)
          ? intervalKappa(behavior.name, own.cells)
          : (timeUnit.behaviors[index] as Kappa),
        eventMatched: isInterval(behavior) ? NO_TIMES : (eventMatched.behaviors[index] as Kappa),
      }
    }),
    overall: {
      percents: percentsOf(pooled(compared)),
      timeUnit: timeUnit.overall,
      eventMatched: eventMatched.overall,
    },
    differences: differencesOf(
      names,
      matching,
      compared.flatMap(({ cells }, behavior) => (isInterval(watched[behavior]) ? [{ behavior, cells }] : [])),
    ),
  }
}

/** In the order of their names, so that nothing depends on the order of input. */
function watchedByBoth(a: Account, b: Account): Watched[] {
  const inA = new Map(a.behaviors.map((behavior) => [behavior.name, inOrder(behavior)]))
  const inB = new Map(b.behaviors.map((behavior) => [behavior.name, inOrder(behavior)]))
  const names = [...new Set([...inA.keys(), ...inB.keys()])].sort()
  return names.flatMap((name) => {
    const [one, other] = [inA.get(name), inB.get(name)]
    const either = one ?? other
    if (either === undefined) return []
    const unseen: RecordedBehavior = { ...either, timings: [], untimed: 0, intervals: [] }
    return [{ name, a: one ?? unseen, b: other ?? unseen }]
  })
}

const inOrder = (behavior: RecordedBehavior): RecordedBehavior => ({
  ...behavior,
  timings: [...behavior.timings].sort((x, y) => x.atMs - y.atMs || (x.lengthMs ?? 0) - (y.lengthMs ?? 0)),
  intervals: [...behavior.intervals].sort((x, y) => x.index - y.index),
})

const isInterval = (watched: Watched | undefined): boolean =>
  watched !== undefined && (watched.a.kind === 'interval' || watched.b.kind === 'interval')

/** The length of the intervals that all records are of; null where lengths differ, or any record has a time. */
function recordedLength(watched: readonly Watched[]): number | null {
  const recorded = watched
    .flatMap(({ a, b }) => [a, b])
    .filter(({ timings, intervals }) => timings.length + intervals.length > 0)
  const [length = null, ...others] = new Set(recorded.map(({ intervalMs }) => intervalMs))
  return others.length === 0 ? length : null
}

function comparedOf(
  { a, b }: Watched,
  same: readonly SightingPair[],
  shared: SharedTime,
  everyMs: number,
): Compared {
  const lengths = same.flatMap((pair): Both[] =>
    pair.a.lengthMs !== null && pair.b.lengthMs !== null ? [{ a: pair.a.lengthMs, b: pair.b.lengthMs }] : [],
  )
  const both = (kind: RecordedBehavior['kind']): boolean => a.kind === kind && b.kind === kind
  return {
    count: { a: countOf(a), b: countOf(b) },
    cells: cellsOf(a, b, shared, everyMs),
    totalMs: both('bout') ? { a: totalOf(a), b: totalOf(b) } : null,
    durations: both('bout') ? lengths : null,
    latencies: both('latency') ? lengths : null,
  }
}

const countOf = ({ timings, untimed, intervals }: RecordedBehavior): number =>
  timings.length + untimed + intervals.filter(({ scored }) => scored).length

const totalOf = ({ timings }: RecordedBehavior): number => sum(timings.map(({ lengthMs }) => lengthMs ?? 0))

function laidEndToEnd(compared: readonly Compared[]): Cells {
  if (compared.length === 0) return { cells: null, why: 'neither recorded anything' }
  const cells = compared.flatMap((one) => one.cells.cells ?? [])
  const without = compared.find((one) => one.cells.cells === null)
  return cells.length === 0 && without !== undefined ? without.cells : { cells }
}

/** All behaviors as if they were one. */
function pooled(compared: readonly Compared[]): Compared {
  const added = (pairs: readonly Both[]): Both => ({
    a: sum(pairs.map(({ a }) => a)),
    b: sum(pairs.map(({ b }) => b)),
  })
  const present = <T>(values: readonly (T | null)[]): T[] => values.filter((value) => value !== null)
  const totals = present(compared.map(({ totalMs }) => totalMs))
  const durations = present(compared.map((one) => one.durations))
  const latencies = present(compared.map((one) => one.latencies))
  return {
    count: added(compared.map(({ count }) => count)),
    cells: laidEndToEnd(compared),
    totalMs: totals.length === 0 ? null : added(totals),
    durations: durations.length === 0 ? null : durations.flat(),
    latencies: latencies.length === 0 ? null : latencies.flat(),
  }
}
