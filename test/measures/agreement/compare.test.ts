import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Account,
  compareAccounts,
  PERCENTS,
  type PercentName,
  type RecordedBehavior,
} from '../../../src/measures/agreement/index.ts'
import { processorTime } from '../../support/processor-time.ts'

const MINUTE = 60_000
const OPTIONS = { everyMs: MINUTE, toleranceMs: 2000 }

const behavior = (
  name: string,
  kind: RecordedBehavior['kind'],
  given: Partial<RecordedBehavior> = {},
): RecordedBehavior => ({ name, kind, timings: [], untimed: 0, intervalMs: null, intervals: [], ...given })

const moments = (name: string, ...times: number[]): RecordedBehavior =>
  behavior(name, 'moment', { timings: times.map((atMs) => ({ atMs, lengthMs: null })) })

const bouts = (name: string, ...timings: [atMs: number, lengthMs: number][]): RecordedBehavior =>
  behavior(name, 'bout', { timings: timings.map(([atMs, lengthMs]) => ({ atMs, lengthMs })) })

const account = (lengthMs: number, ...behaviors: RecordedBehavior[]): Account => ({
  lengthMs,
  gaps: [],
  behaviors,
})

/** One account that counted so many in each minute, a second apart. */
const counted = (...counts: number[]): Account =>
  account(
    counts.length * MINUTE,
    moments(
      'hits',
      ...counts.flatMap((count, k) => Array.from({ length: count }, (_, i) => k * MINUTE + i * 1000)),
    ),
  )

const intervals = (...scored: (0 | 1 | null)[]): Account =>
  account(
    scored.length * 10_000,
    behavior('sits', 'interval', {
      intervalMs: 10_000,
      intervals: scored.flatMap((value, index) => (value === null ? [] : [{ index, scored: value === 1 }])),
    }),
  )

const percentsOf = (a: Account, b: Account) => {
  const [first] = compareAccounts(a, b, OPTIONS).behaviors
  return (name: PercentName): number | null | undefined => first?.percents[name].value
}

describe('worked examples', () => {
  it('counts, by hand: 15 and 15 in six intervals', () => {
    const percent = percentsOf(counted(2, 3, 2, 3, 1, 4), counted(3, 3, 1, 4, 0, 4))
    expect(percent('total_count')).toBe(100)
    expect(percent('mean_count_per_interval')).toBeCloseTo(
      (100 * (2 / 3 + 1 + 1 / 2 + 3 / 4 + 0 + 1)) / 6,
      12,
    )
    expect(percent('exact_count_per_interval')).toBeCloseTo(100 / 3, 12)
  })

  it('counts: figure 1 of Reed & Azulay (2011, Behavior Analysis in Practice, 4), 15 intervals: 100, 70 and 66.7 %', () => {
    const percent = percentsOf(
      counted(1, 1, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
      counted(0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4),
    )
    expect(percent('total_count')).toBe(100)
    expect(percent('mean_count_per_interval')).toBeCloseTo(70, 12)
    expect(percent('exact_count_per_interval')).toBeCloseTo(200 / 3, 12)
  })

  it('intervals: figure 2 of Reed & Azulay (2011), seven intervals: 71.4, 50 and 60 %', () => {
    const percent = percentsOf(intervals(1, 0, 0, 0, 1, 1, 0), intervals(0, 0, 0, 0, 1, 1, 1))
    expect(percent('interval_by_interval')).toBeCloseTo(500 / 7, 12)
    expect(percent('scored_interval')).toBe(50)
    expect(percent('unscored_interval')).toBe(60)
  })

  it('durations, by hand: 90 s and 85 s in five bouts', () => {
    const lasting = (...seconds: number[]): Account =>
      account(10 * MINUTE, bouts('reads', ...seconds.map((s, k): [number, number] => [k * MINUTE, s * 1000])))
    const percent = percentsOf(lasting(35, 15, 9, 14, 17), lasting(29, 21, 7, 14, 14))
    expect(percent('total_duration')).toBeCloseTo((100 * 85) / 90, 12)
    expect(percent('mean_duration_per_occurrence')).toBeCloseTo(
      20 * (29 / 35 + 15 / 21 + 7 / 9 + 1 + 14 / 17),
      12,
    )
  })

  it('latencies: the mean of shorter ÷ longer over cues that both have an answer for', () => {
    const waiting = (...lengths: (number | null)[]): Account =>
      account(
        10 * MINUTE,
        behavior('waits', 'latency', {
          timings: lengths.map((lengthMs, k) => ({ atMs: k * MINUTE, lengthMs })),
        }),
      )
    const percent = percentsOf(waiting(3000, 4000, 2000), waiting(4000, 4000, null))
    expect(percent('mean_latency_per_response')).toBe(87.5)
    expect(percent('total_count')).toBe(100)
    expect(percent('total_duration')).toBeNull()
  })
})

describe('what no interval of any behavior can tell', () => {
  const whyOf = (a: Account, b: Account) =>
    compareAccounts(a, b, OPTIONS).overall.percents.interval_by_interval

  it('says that there was nothing, or what stood in the way', () => {
    expect(whyOf(account(MINUTE), account(MINUTE))).toEqual({ value: null, why: 'neither recorded anything' })
    const longer = account(MINUTE, behavior('sits', 'interval', { intervalMs: 20_000 }))
    expect(whyOf(intervals(1, 0), longer)).toEqual({
      value: null,
      why: 'the two used intervals of different lengths',
    })
    expect(whyOf(account(1000, moments('hits', 5)), account(1000, moments('hits', 5)))).toEqual({
      value: null,
      why: 'no whole interval was observed by both',
    })
  })
})

describe('time-unit kappa', () => {
  it('is of what stands at each instant, together', () => {
    const a = account(10_000, bouts('talks', [0, 6000]), bouts('writes', [4000, 4000]))
    const b = account(10_000, bouts('talks', [0, 5000]), bouts('writes', [4000, 4000]))
    const { overall, behaviors } = compareAccounts(a, b, { everyMs: 1000, toleranceMs: 2000 })
    expect(overall.timeUnit.table).toEqual({
      categories: ['talks', 'talks + writes', 'writes', 'nothing'],
      counts: [
        [4, 0, 0, 0],
        [0, 1, 1, 0],
        [0, 0, 2, 0],
        [0, 0, 0, 2],
      ],
    })
    // p_o = .9, p_e = (4·4 + 2·1 + 2·3 + 2·2) / 100 = .28
    expect(overall.timeUnit.value.value).toBeCloseTo(0.62 / 0.72, 14)
    expect(overall.timeUnit.percentAgreement).toEqual({ value: 90 })
    expect(behaviors[1]?.timeUnit.value).toEqual({ value: 1 })
    // talks: A stands in 6 units, B in 5 of those. p_e = .6·.5 + .4·.5 = .5
    expect(behaviors[0]?.timeUnit.value.value).toBeCloseTo(0.8, 14)
  })

  it('puts a moment into the unit that it falls in, and leaves out what either did not observe', () => {
    const a = account(10_000, moments('asks', 1500, 9999))
    const b = {
      ...account(10_000, moments('asks', 1000, 4000)),
      gaps: [{ fromMs: 3500, toMs: 6500, reason: 'pause' as const }],
    }
    const [asks] = compareAccounts(a, b, { everyMs: 1000, toleranceMs: 0 }).behaviors
    expect(asks?.timeUnit.table).toEqual({
      categories: ['asks', 'not'],
      counts: [
        [1, 1],
        [0, 5],
      ],
    })
  })

  it('takes recorded intervals as the units over all behaviors, too: those that both marked, however long units are', () => {
    const sheet = (...codes: (readonly [name: string, ...scored: (0 | 1 | null)[]])[]): Account =>
      account(
        40_000,
        ...codes.map(([name, ...scored]) => ({
          ...(intervals(...scored).behaviors[0] as RecordedBehavior),
          name,
        })),
      )
    const a = sheet(['sits', 1, 0, 0, null], ['talks', 1, 1, null, null])
    const b = sheet(['sits', 1, 0, null, null], ['talks', 1, 0, 0, 1])
    for (const everyMs of [1000, 10_000, 25_000]) {
      const { table } = compareAccounts(a, b, { everyMs, toleranceMs: 0 }).overall.timeUnit
      expect(table).toEqual({
        categories: ['sits + talks', 'talks', 'nothing'],
        counts: [
          [1, 0, 0],
          [0, 0, 1],
          [0, 0, 1],
        ],
      })
    }
    // A behavior with times that neither recorded changes nothing.
    const asks = moments('asks')
    const withAsks = (one: Account): Account => ({ ...one, behaviors: [...one.behaviors, asks] })
    const { overall, behaviors } = compareAccounts(
      withAsks(intervals(1, 1, 0, 0)),
      withAsks(intervals(1, 0, 0, 1)),
      { everyMs: 1000, toleranceMs: 0 },
    )
    const sits = behaviors.find(({ name }) => name === 'sits')
    expect(overall.timeUnit.value).toEqual(sits?.timeUnit.value)
    expect(overall.timeUnit.se).toEqual(sits?.timeUnit.se)
  })

  it('takes recorded intervals as the units that they are', () => {
    const [sits] = compareAccounts(intervals(1, 1, 0, null), intervals(1, 0, 0, 1), OPTIONS).behaviors
    expect(sits?.timeUnit.table.counts).toEqual([
      [1, 1],
      [0, 1],
    ])
    expect(sits?.timeUnit.value.value).toBeCloseTo((2 / 3 - 4 / 9) / (5 / 9), 14)
  })
})

describe('event-matched kappa', () => {
  const a = account(60_000, moments('asks', 1000, 10_000, 30_000), moments('waits', 20_000, 40_000))
  const b = account(60_000, moments('asks', 1500, 20_500, 50_000), moments('waits', 10_200, 39_000))

  it('shows what one took for another, and what only one recorded', () => {
    const { overall, behaviors } = compareAccounts(a, b, OPTIONS)
    expect(overall.eventMatched.table).toEqual({
      categories: ['asks', 'waits', 'no record'],
      counts: [
        [1, 1, 1],
        [1, 1, 0],
        [1, 0, 0],
      ],
    })
    // p_o = 2/6, p_e = (3·3 + 2·2 + 1·1) / 36
    expect(overall.eventMatched.value.value).toBeCloseTo((2 / 6 - 14 / 36) / (1 - 14 / 36), 14)
    expect(overall.eventMatched.percentAgreement.value).toBeCloseTo(100 / 3, 12)
    expect(behaviors[0]?.eventMatched.table.counts).toEqual([
      [1, 2],
      [2, 1],
    ])
    expect(behaviors[0]?.eventMatched.percentAgreement).toEqual({ value: 20 })
  })

  it('never gives up an agreement for a confusion', () => {
    const one = account(60_000, moments('asks', 1000), moments('waits', 1200))
    const other = account(60_000, moments('asks', 1200), moments('waits', 1000))
    expect(compareAccounts(one, other, OPTIONS).overall.eventMatched.value).toEqual({ value: 1 })
  })

  it('is undefined with one behavior, which percent agreement describes', () => {
    const [asks] = compareAccounts(
      account(60_000, moments('asks', 1000, 9000)),
      account(60_000, moments('asks', 1000)),
      OPTIONS,
    ).behaviors
    expect(asks?.eventMatched).toMatchObject({
      value: { value: null, why: 'with one behavior there is nothing that a record could be taken for' },
      percentAgreement: { value: 50 },
    })
  })

  it('lists the differences in order of time', () => {
    expect(compareAccounts(a, b, OPTIONS).differences).toEqual([
      { kind: 'time', atMs: 1000, behavior: 'asks', laterMs: 500, longerMs: null },
      { kind: 'behavior', atMs: 10_000, behaviorA: 'asks', behaviorB: 'waits', laterMs: 200 },
      { kind: 'behavior', atMs: 20_000, behaviorA: 'waits', behaviorB: 'asks', laterMs: 500 },
      { kind: 'only-a', atMs: 30_000, behavior: 'asks' },
      { kind: 'time', atMs: 40_000, behavior: 'waits', laterMs: -1000, longerMs: null },
      { kind: 'only-b', atMs: 50_000, behavior: 'asks' },
    ])
    expect(
      compareAccounts(
        account(9000, bouts('talks', [0, 4000])),
        account(9000, bouts('talks', [0, 3000])),
        OPTIONS,
      ).differences,
    ).toEqual([{ kind: 'time', atMs: 0, behavior: 'talks', laterMs: 0, longerMs: -1000 }])
    expect(compareAccounts(intervals(1, 0, 1), intervals(1, 1, 0), OPTIONS).differences).toEqual([
      { kind: 'only-b', atMs: 10_000, behavior: 'sits' },
      { kind: 'only-a', atMs: 20_000, behavior: 'sits' },
    ])
  })
})

describe('what does not fit together', () => {
  it('says why a figure is undefined', () => {
    const why = (a: Account, b: Account, name: PercentName) => {
      const figure = compareAccounts(a, b, OPTIONS).behaviors[0]?.percents[name]
      return figure !== undefined && 'why' in figure ? figure.why : figure
    }
    const none = account(5 * MINUTE, moments('asks'))
    expect(why(none, none, 'total_count')).toBe('neither recorded it')
    expect(why(none, none, 'scored_interval')).toBe('neither scored any interval')
    expect(why(none, none, 'total_duration')).toBe('it has no duration')
    expect(why(account(1000, moments('asks', 0)), none, 'exact_count_per_interval')).toBe(
      'no whole interval was observed by both',
    )
    const coarse = account(
      MINUTE,
      behavior('sits', 'interval', { intervalMs: 20_000, intervals: [{ index: 0, scored: true }] }),
    )
    expect(why(coarse, intervals(1, 1, 1, 1, 1, 1), 'interval_by_interval')).toBe(
      'the two used intervals of different lengths',
    )
  })

  it('takes a behavior that one account lacks as never seen there', () => {
    const { behaviors } = compareAccounts(account(MINUTE, moments('asks', 1000)), account(MINUTE), OPTIONS)
    expect(behaviors[0]?.percents.total_count).toEqual({ value: 0 })
    expect(behaviors[0]?.percents.scored_interval).toEqual({ value: 0 })
  })

  it('cuts a record with times to the intervals that the other recorded', () => {
    const timed = account(30_000, bouts('sits', [9000, 2000]))
    expect(percentsOf(timed, intervals(1, 1, 0))('interval_by_interval')).toBe(100)
    expect(compareAccounts(timed, intervals(1, 1, 0), OPTIONS).differences).toEqual([])
  })

  it('counts tallies without times in the total count alone', () => {
    const tallied = account(MINUTE, behavior('asks', 'moment', { untimed: 12 }))
    const percent = percentsOf(tallied, account(MINUTE, moments('asks', 1, 2, 3)))
    expect(percent('total_count')).toBe(25)
    expect(percent('mean_count_per_interval')).toBe(0)
  })
})

const anyBehavior = (name: string): fc.Arbitrary<RecordedBehavior> => {
  const timings = fc.array(fc.record({ atMs: fc.nat(130_000), lengthMs: fc.option(fc.nat(20_000)) }), {
    maxLength: 12,
  })
  return fc.oneof(
    timings.map((times) =>
      behavior(name, 'moment', { timings: times.map(({ atMs }) => ({ atMs, lengthMs: null })) }),
    ),
    timings.map((times) =>
      behavior(name, 'bout', {
        timings: times.map(({ atMs, lengthMs }) => ({ atMs, lengthMs: lengthMs ?? 0 })),
      }),
    ),
    timings.map((times) => behavior(name, 'latency', { timings: times })),
    fc
      .uniqueArray(fc.record({ index: fc.nat(12), scored: fc.boolean() }), { selector: ({ index }) => index })
      .map((scores) => behavior(name, 'interval', { intervalMs: 10_000, intervals: scores })),
  )
}
const anyAccount: fc.Arbitrary<Account> = fc.record({
  lengthMs: fc.nat(130_000),
  gaps: fc.array(
    fc.record({
      fromMs: fc.nat(100_000),
      toMs: fc.option(fc.nat(130_000)),
      reason: fc.constant('pause' as const),
    }),
    { maxLength: 2 },
  ),
  behaviors: fc.tuple(anyBehavior('asks'), anyBehavior('talks'), anyBehavior('waits')),
})
const anyOptions = fc.record({ everyMs: fc.integer({ min: 500, max: 30_000 }), toleranceMs: fc.nat(5000) })

const values = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(values)
      : []

describe('compareAccounts', () => {
  it('is never NaN or infinite, and its percents run from 0 to 100', () => {
    fc.assert(
      fc.property(anyAccount, anyAccount, anyOptions, (a, b, options) => {
        const agreement = compareAccounts(a, b, options)
        expect(values(agreement).every(Number.isFinite)).toBe(true)
        for (const { percents } of [...agreement.behaviors, agreement.overall]) {
          for (const name of PERCENTS) {
            const { value } = percents[name]
            expect(value === null || (value >= 0 && value <= 100 + 1e-9)).toBe(true)
          }
        }
      }),
    )
  })

  it('does not depend on who is called A', () => {
    fc.assert(
      fc.property(anyAccount, anyAccount, anyOptions, (a, b, options) => {
        const one = compareAccounts(a, b, options)
        const other = compareAccounts(b, a, options)
        for (const [index, figures] of [...one.behaviors, one.overall].entries()) {
          const swapped = [...other.behaviors, other.overall][index]
          expect(swapped?.timeUnit.value).toEqual(figures.timeUnit.value)
          expect(swapped?.timeUnit.percentAgreement).toEqual(figures.timeUnit.percentAgreement)
          for (const name of ['total_count', 'exact_count_per_interval', 'scored_interval'] as const) {
            expect(swapped?.percents[name]).toEqual(figures.percents[name])
          }
        }
        expect(other.behaviors.map((figures) => figures.eventMatched.percentAgreement)).toEqual(
          one.behaviors.map((figures) => figures.eventMatched.percentAgreement),
        )
      }),
    )
  })

  it('does not depend on the order of input', () => {
    const shuffled = (from: Account): Account => ({
      ...from,
      gaps: from.gaps.toReversed(),
      behaviors: from.behaviors.toReversed().map((one) => ({
        ...one,
        timings: one.timings.toReversed(),
        intervals: one.intervals.toReversed(),
      })),
    })
    fc.assert(
      fc.property(anyAccount, anyAccount, anyOptions, (a, b, options) => {
        expect(compareAccounts(shuffled(a), b, options)).toEqual(compareAccounts(a, b, options))
      }),
    )
  })

  it('finds two who recorded the same at one', () => {
    fc.assert(
      fc.property(anyAccount, anyOptions, (a, options) => {
        const { behaviors, overall, differences } = compareAccounts(a, a, options)
        expect(differences).toEqual([])
        for (const figures of [...behaviors, overall]) {
          const described = [
            ...PERCENTS.map((name) => figures.percents[name].value),
            figures.timeUnit.percentAgreement.value,
            figures.eventMatched.percentAgreement.value,
          ]
          for (const value of described) if (value !== null) expect(value).toBeCloseTo(100, 9)
          for (const { value } of [figures.timeUnit.value, figures.eventMatched.value]) {
            if (value !== null) expect(value).toBe(1)
          }
        }
      }),
    )
  })

  it('weighs two sessions of 10,000 records each well within a second', () => {
    const many = (late: number): Account =>
      account(
        45 * MINUTE,
        ...['asks', 'waits', 'answers', 'nods'].map((name, k) =>
          moments(name, ...Array.from({ length: 2500 }, (_, i) => i * 1080 + k * 270 + ((i * 7919) % late))),
        ),
      )
    const [a, b] = [many(900), many(1100)]
    expect(
      processorTime(() => void compareAccounts(a, b, { everyMs: 1000, toleranceMs: 2000 })),
    ).toBeLessThan(1000)
  })
})
