import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { INTERVAL_TECHNIQUES, type IntervalTechnique, type Observation } from '../../src/domain/model.ts'
import { summarizeSeveral } from '../../src/measures/several.ts'
import { summarize } from '../../src/measures/summary.ts'
import type { BehaviorSummary, Figure } from '../../src/measures/types.ts'
import { behavior, check, type Draft, interval, observation, point, span, tally } from './builders.ts'

const LENGTH = 60
const asks = behavior(1, 'asks', 'event', { modifiers: { subject: ['Ben'] } })
const talks = behavior(2, 'talks', 'duration', { modifiers: { subject: ['Ben'] } })
const waits = behavior(3, 'waits', 'latency')
const on = behavior(4, 'on task', 'partial-interval', { intervalMs: 7, modifiers: { subject: ['Ben'] } })
const looks = behavior(5, 'looks', 'partial-interval', { intervalMs: 7 })
const steps = behavior(6, 'steps', 'checklist')
const says = behavior(7, 'says', 'verbatim', { modifiers: { from: ['Ben'], to: ['Ben'] } })
const behaviors = [asks, talks, waits, on, looks, steps, says]

// Some records lie after the end, which an import may bring.
const at = fc.nat({ max: LENGTH + 4 })
const subject = fc.constantFrom<Record<string, string>>({}, { subject: 'Ben' }, { subject: 'Cy' })
const end = fc.option(at)
const flag = fc.constantFrom(null, 'bounce' as const, 'recovered' as const, 'ended' as const)

/** An end at or after the beginning, now and then missing. */
const bout = (of: typeof talks) =>
  fc
    .tuple(at, end, subject, flag)
    .map(([from, to, modifiers, how]) =>
      span(of, from, to === null ? null : Math.max(from, to), modifiers, how),
    )

const draft: fc.Arbitrary<Draft[]> = fc.oneof(
  fc.tuple(at, subject).map(([ms, modifiers]) => point(asks, ms, modifiers)),
  bout(talks),
  bout(waits),
  fc
    .tuple(at, fc.constantFrom<0 | 1>(0, 1), subject)
    .map(([ms, value, modifiers]) => interval(on, ms, value, modifiers)),
  fc.tuple(at, fc.constantFrom<0 | 1>(0, 1)).map(([ms, value]) => interval(looks, ms, value)),
  fc.tuple(at, fc.constantFrom<0 | 1 | null>(0, 1, null)).map(([ms, value]) => check(steps, ms, value)),
  fc.tuple(at, fc.string()).map(([ms, words]) => point(says, ms, { from: 'Cy', to: 'Ben' }, words)),
  fc.nat({ max: 9 }).map((count) => tally(asks, count)),
)

const gaps = fc.array(
  fc
    .tuple(at, fc.option(fc.nat({ max: 20 })))
    .map(([from, length]): [number, number | null] => [from, length === null ? null : from + length]),
  { maxLength: 3 },
)

const session = (number = 1): fc.Arbitrary<Observation> =>
  fc
    .tuple(fc.constantFrom(0, 1, 42, LENGTH), fc.array(draft, { maxLength: 30 }), gaps)
    .map(([length, drafts, cuts]) => observation(length, behaviors, drafts, { gaps: cuts, number }))

const of = (summaries: readonly BehaviorSummary[], { id }: { id: number }): BehaviorSummary => {
  const found = summaries.find((one) => one.behavior.id === id)
  if (found === undefined) throw new Error(`no behavior ${id}`)
  return found
}

const value = (figure: Figure | undefined): number => figure?.value ?? 0

/** Every number anywhere in a result. */
function* numbers(result: unknown): Generator<number> {
  if (typeof result === 'number') yield result
  else if (result instanceof Map) for (const inner of result.values()) yield* numbers(inner)
  else if (typeof result === 'object' && result !== null)
    for (const inner of Object.values(result)) yield* numbers(inner)
}

const derivation = fc.record({
  as: fc.constantFrom(...INTERVAL_TECHNIQUES),
  everyMs: fc.integer({ min: 1, max: 25 }),
})

describe('whatever was recorded', () => {
  it('no figure is NaN or infinite, negative or above its whole', () => {
    fc.assert(
      fc.property(fc.array(session(), { maxLength: 3 }), derivation, (observed, wanted) => {
        const several = summarizeSeveral(observed, wanted)
        expect([...numbers(several)].filter((number) => !(number >= 0 && Number.isFinite(number)))).toEqual(
          [],
        )
        for (const { durations, intervals } of several.pooled.behaviors) {
          expect(value(durations?.percentOfObserved)).toBeLessThanOrEqual(100)
          expect(value(intervals?.percent)).toBeLessThanOrEqual(100)
        }
      }),
    )
  })

  it('durations never exceed observed time', () => {
    fc.assert(
      fc.property(session(), (observed) => {
        const { observedMs, behaviors: summaries } = summarize(observed)
        const summary = of(summaries, talks)
        expect(value(summary.durations?.occupiedMs)).toBeLessThanOrEqual(observedMs)
        expect(value(summary.durations?.maxMs)).toBeLessThanOrEqual(observedMs)
        expect(value(summary.durations?.totalMs)).toBeGreaterThanOrEqual(value(summary.durations?.occupiedMs))
        expect(value(summary.interResponseMs?.max)).toBeLessThanOrEqual(observedMs)
      }),
    )
  })

  it('the order of the input is irrelevant', () => {
    const shuffled = session().chain((observed) =>
      fc
        .tuple(
          fc.shuffledSubarray([...observed.records], { minLength: observed.records.length }),
          fc.shuffledSubarray([...observed.gaps], { minLength: observed.gaps.length }),
        )
        .map(([records, cuts]) => [observed, { ...observed, records, gaps: cuts }] as const),
    )
    fc.assert(
      fc.property(shuffled, derivation, ([observed, other], wanted) => {
        expect(summarize(other, wanted)).toEqual(summarize(observed, wanted))
      }),
    )
  })

  it('the time that a behavior occupies is that of the milliseconds in which a bout runs and somebody observes', () => {
    fc.assert(
      fc.property(session(), (observed) => {
        const occupied = milliseconds(observed).filter(
          (ms) => isObserved(observed, ms) && running(observed, ms).length > 0,
        )
        expect(value(of(summarize(observed).behaviors, talks).durations?.occupiedMs)).toBe(occupied.length)
      }),
      { numRuns: 300 },
    )
  })
})

describe('derived intervals', () => {
  it('are what looking at each millisecond of each interval gives', () => {
    fc.assert(
      fc.property(session(), derivation, (observed, { as, everyMs }) => {
        const intervals = of(summarize(observed, { as, everyMs }).behaviors, talks).intervals
        const expected = lookAtEach(observed, as, everyMs)
        expect({ scored: intervals?.scored.value, observed: intervals?.observed }).toEqual(expected)
      }),
      { numRuns: 1000 },
    )
  })

  it('tiling the observed time: partial-interval ≥ percent of duration ≥ whole-interval', () => {
    const tiling = fc.constantFrom(1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60)
    fc.assert(
      fc.property(fc.array(bout(talks), { maxLength: 8 }), tiling, (drafts, everyMs) => {
        const observed = observation(LENGTH, [talks], drafts)
        const percentOf = (as: IntervalTechnique): number =>
          value(of(summarize(observed, { as, everyMs }).behaviors, talks).intervals?.percent)
        const percent = value(of(summarize(observed).behaviors, talks).durations?.percentOfObserved)
        expect(percentOf('partial-interval')).toBeGreaterThanOrEqual(percent - 1e-9)
        expect(percentOf('whole-interval')).toBeLessThanOrEqual(percent + 1e-9)
      }),
    )
  })
})

describe('pooled sessions', () => {
  /**
   * The second session put after the first, with a gap of 1 ms between, so that what ran at the end of one
   * does not go on in the other.
   */
  function endToEnd(first: Observation, second: Observation): Observation {
    const shift = first.session.lengthMs + 1
    const last = first.records.length
    return {
      ...first,
      session: { ...first.session, lengthMs: shift + second.session.lengthMs },
      gaps: [
        ...first.gaps.map((gap) => ({ ...gap, toMs: Math.min(gap.toMs ?? shift, shift) })),
        { fromMs: shift - 1, toMs: shift, reason: 'pause' },
        ...second.gaps.map((gap) => ({
          ...gap,
          fromMs: gap.fromMs + shift,
          toMs: gap.toMs === null ? null : gap.toMs + shift,
        })),
      ],
      records: [
        ...first.records,
        ...second.records.map((record) => ({
          ...record,
          number: record.number + last,
          starts: record.starts === null ? null : record.starts + last,
          atMs: record.atMs === null ? null : record.atMs + shift,
        })),
      ],
    }
  }

  // Inside the session, with every bout ended: where else a record would belong after the other session is laid behind it, nobody can say.
  const inside = fc.nat({ max: LENGTH - 1 })
  const whole = (number: number): fc.Arbitrary<Observation> =>
    fc
      .tuple(
        fc.array(
          fc.oneof(
            inside.map((ms) => point(asks, ms)),
            fc.tuple(inside, inside).map(([a, b]) => span(talks, Math.min(a, b), Math.max(a, b))),
            fc.tuple(inside, inside).map(([a, b]) => span(waits, Math.min(a, b), Math.max(a, b))),
            fc.nat({ max: 9 }).map((count) => tally(asks, count)),
          ),
          { maxLength: 20 },
        ),
        gaps,
      )
      .map(([drafts, cuts]) => observation(LENGTH, behaviors, drafts, { gaps: cuts, number }))

  it('have the counts and totals of the sessions laid end to end, and no figure across the border', () => {
    fc.assert(
      fc.property(whole(1), whole(2), (first, second) => {
        const { pooled } = summarizeSeveral([first, second])
        const laid = summarize(endToEnd(first, second))
        expect(pooled.observedMs).toBe(laid.observedMs)
        expect(pooled.sequences).toEqual(laid.sequences)
        for (const watched of [asks, talks, waits]) {
          const { count, untimed, outside, ratePerMin, interResponseMs, durations, latencies } = of(
            pooled.behaviors,
            watched,
          )
          expect(of(laid.behaviors, watched)).toMatchObject({
            count,
            untimed,
            outside,
            ratePerMin,
            ...(interResponseMs && { interResponseMs }),
            ...(durations && { durations }),
            ...(latencies && { latencies }),
          })
        }
      }),
    )
  })

  it('have the counts and totals of the sessions added up', () => {
    fc.assert(
      fc.property(session(1), session(2), session(3), (...observed) => {
        const { pooled } = summarizeSeveral(observed)
        const each = observed.map((one) => summarize(one))
        const added = (figure: (summary: BehaviorSummary) => number, watched: { id: number }): number =>
          each.reduce((total, { behaviors: summaries }) => total + figure(of(summaries, watched)), 0)
        for (const watched of behaviors) {
          expect(of(pooled.behaviors, watched).count).toBe(added(({ count }) => count, watched))
          expect(of(pooled.behaviors, watched).intervals?.observed ?? 0).toBe(
            added(({ intervals }) => intervals?.observed ?? 0, watched),
          )
        }
        expect(value(of(pooled.behaviors, talks).durations?.totalMs)).toBe(
          added(({ durations }) => value(durations?.totalMs), talks),
        )
        expect(pooled.observedMs).toBe(each.reduce((total, { observedMs }) => total + observedMs, 0))
      }),
    )
  })
})

// What follows says each definition in the plainest way, one millisecond at a time.

const milliseconds = ({ session: { lengthMs } }: Observation): number[] =>
  Array.from({ length: lengthMs }, (_, ms) => ms)

const isObserved = ({ gaps: cuts }: Observation, ms: number): boolean =>
  !cuts.some(({ fromMs, toMs }) => fromMs <= ms && (toMs === null || ms < toMs))

/** The onsets of the bouts that run in this millisecond; one that begins as the session ends was never observed. */
function running({ records, session: { lengthMs } }: Observation, ms: number): number[] {
  return records
    .filter(({ behavior: id, mark }) => id === talks.id && mark === 'start')
    .filter(({ number, atMs }) => {
      const stop = records.find(({ starts }) => starts === number)
      const cut = stop === undefined || (stop.flag === 'ended' && (stop.atMs ?? 0) >= lengthMs)
      return (
        (atMs ?? 0) <= ms &&
        (atMs ?? 0) < lengthMs &&
        (ms < (stop?.atMs ?? lengthMs) || (cut && ms === lengthMs))
      )
    })
    .map(({ number }) => number)
}

/** Bouts without a length that were observed at this moment; edges of a gap belong to what was observed. */
function instants(observed: Observation, ms: number): boolean {
  const {
    records,
    session: { lengthMs },
  } = observed
  const seen =
    (isObserved(observed, ms) && ms < lengthMs) || (ms > 0 && ms <= lengthMs && isObserved(observed, ms - 1))
  return (
    seen &&
    records.some(
      ({ behavior: id, mark, starts, atMs }) =>
        id === talks.id &&
        mark === 'stop' &&
        atMs === ms &&
        records.some(({ number, atMs: onset }) => number === starts && onset === ms),
    )
  )
}

function lookAtEach(
  observed: Observation,
  as: IntervalTechnique,
  everyMs: number,
): { scored: number; observed: number } {
  const { lengthMs } = observed.session
  let scored = 0
  let observedIntervals = 0
  for (let from = 0; from + everyMs <= lengthMs; from += everyMs) {
    const inside = Array.from({ length: everyMs }, (_, offset) => from + offset)
    const seen = inside.filter((ms) => isObserved(observed, ms))
    const look = from + everyMs
    if (seen.length * 2 < everyMs) continue
    if (as === 'momentary' && !isObserved(observed, look === lengthMs ? look - 1 : look)) continue
    observedIntervals++
    const runs = (ms: number): boolean => running(observed, ms).length > 0
    if (as === 'partial-interval') {
      if (seen.some(runs) || inside.some((ms) => instants(observed, ms))) scored++
    } else if (as === 'whole-interval') {
      if (seen.every(runs)) scored++
    } else if (runs(look)) scored++
  }
  return { scored, observed: observedIntervals }
}
