import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  comparePhases,
  type Direction,
  describePhase,
  EFFECTS,
  effectTexts,
  type Phase,
  type PhaseComparison,
  phasesOf,
  type Scale,
} from '../../../src/measures/change/index.ts'

const COUNT: Scale = { kind: 'count' }
const phase = (name: string, ...values: number[]): Phase => ({
  name,
  values: values.map((value, index) => ({ session: index + 1, value })),
})

/** The example of the package SingleCaseES and its vignettes, from Parker, Vannest & Davis (2011). */
const A = phase('A', 20, 20, 26, 25, 22, 23)
const B = phase('B', 28, 25, 24, 27, 30, 30, 29)

const printed = (comparison: PhaseComparison, name: (typeof EFFECTS)[number], digits: number) => {
  const { value, se, ci95 } = comparison.effects[name]
  return [value.value, se.value, ...(ci95.value ?? [])].map((figure) => figure?.toFixed(digits))
}

describe('figures that SingleCaseES 0.7 prints for its own examples', () => {
  const compared = comparePhases(A, B, 'increase', COUNT)

  it('NAP and Tau with the Hanley–McNeil standard error', () => {
    expect(printed(compared, 'nap', 7).slice(0, 1)).toEqual(['0.9166667'])
    expect(compared.effects.nap.se.value?.toFixed(8)).toBe('0.07739185')
    expect(printed(compared, 'tau', 7).slice(0, 1)).toEqual(['0.8333333'])
    expect(compared.effects.tau.se.value).toBeCloseTo(2 * 0.07739185, 7)
  })

  it('the Newcombe interval, which the package finds to four digits (its root finder stops at 0.0001)', () => {
    const [lower, upper] = compared.effects.nap.ci95.value ?? []
    expect(Math.abs((lower ?? Number.NaN) - 0.5973406)).toBeLessThan(0.0001)
    expect(Math.abs((upper ?? Number.NaN) - 0.9860176)).toBeLessThan(0.0001)
    const shorter = comparePhases(
      phase('A', 20, 20, 26, 25, 22),
      phase('B', 23, 28, 25, 24, 27),
      'increase',
      COUNT,
    )
    expect(shorter.effects.nap.value.value).toBeCloseTo(0.78, 14)
    expect(shorter.effects.nap.ci95.value?.[0].toFixed(4)).toBe('0.4116')
    expect(shorter.effects.nap.ci95.value?.[1].toFixed(4)).toBe('0.9424')
  })

  it('PND, PEM, PAND, IRD and Tau-U', () => {
    expect(compared.effects.pnd.value.value).toBeCloseTo(5 / 7, 14)
    expect(compared.effects.pem.value.value).toBe(1)
    expect(compared.effects.pand.value.value).toBeCloseTo(1 - 2 / 13, 14)
    expect(compared.effects.ird.value.value).toBeCloseTo(6 / 7 - 1 / 6, 14)
    expect(printed(compared, 'tau_u', 7)[0]).toBe('0.7380952')
  })

  it('the log response ratio of counts, rates and percents', () => {
    expect(printed(compared, 'log_response_ratio', 7)).toEqual([
      '0.1953962',
      '0.0555772',
      '0.0864668',
      '0.3043255',
    ])
    const none = phase('A', 0, 0, 0, 0)
    const rate = comparePhases(none, B, 'decrease', { kind: 'rate', minutes: 30 })
    expect(printed(rate, 'log_response_ratio', 6)).toEqual(['8.672947', '0.501055', '7.690897', '9.654996'])
    const percent = comparePhases(none, B, 'decrease', { kind: 'percent', intervals: 180 })
    expect(printed(percent, 'log_response_ratio', 6)).toEqual([
      '5.859536',
      '0.501055',
      '4.877487',
      '6.841586',
    ])
  })

  it('with a decrease wished, NAP is .0833333 and the others turn round', () => {
    const turned = comparePhases(A, B, 'decrease', COUNT).effects
    expect(turned.nap.value.value?.toFixed(8)).toBe('0.08333333')
    expect(Math.abs((turned.nap.ci95.value?.[1] ?? Number.NaN) - 0.4026594)).toBeLessThan(0.0001)
    expect(turned.tau.value.value).toBeCloseTo(-5 / 6, 14)
    expect(turned.tau_u.value.value).toBeCloseTo(-31 / 42, 14)
    expect(turned.pnd.value.value).toBe(0)
  })

  it('Tau and Tau-U of Parker, Vannest & Davis (2011) and of Tarlow (2017)', () => {
    const second = comparePhases(phase('A', 3, 3, 4, 5), phase('B', 4, 5, 6, 7, 7), 'increase', COUNT).effects
    expect(second.tau.value.value).toBeCloseTo(16 / 20, 14)
    expect(second.tau_u.value.value).toBeCloseTo(11 / 20, 14)
    const line = comparePhases(
      phase('A', 1, 2, 3, 4, 5),
      phase('B', 6, 7, 8, 9, 10),
      'increase',
      COUNT,
    ).effects
    expect(line.tau.value.value).toBe(1)
    expect(line.tau_u.value.value).toBeCloseTo(0.6, 14)
  })

  it('NAP of .96 in the field test of Parker & Vannest (2009)', () => {
    const { nap } = comparePhases(
      phase('A', 4, 3, 4, 3, 4, 7, 5, 2, 3, 2),
      phase('B', 5, 9, 7, 9, 7, 5, 9, 11, 11, 10, 9),
      'increase',
      COUNT,
    ).effects
    expect(nap.value.value?.toFixed(2)).toBe('0.96')
  })
})

describe('the interval of NAP at full separation', () => {
  it('reaches 1 at one end, and is wider the fewer the sessions', () => {
    const lowerOf = (m: number, n: number): number => {
      const from = phase('A', ...Array.from({ length: m }, (_, i) => i))
      const to = phase('B', ...Array.from({ length: n }, (_, i) => 100 + i))
      const { nap } = comparePhases(from, to, 'increase', COUNT).effects
      expect(nap.ci95.value?.[1]).toBe(1)
      expect(nap.se.value).toBeGreaterThan(0)
      return nap.ci95.value?.[0] ?? Number.NaN
    }
    const [few, more] = [lowerOf(3, 3), lowerOf(12, 12)]
    expect(few).toBeLessThan(more)
    expect(few).toBeGreaterThan(0.4)
    expect(more).toBeLessThan(0.95)
  })
})

describe('level, trend, variability and immediacy', () => {
  it('describes one phase', () => {
    expect(describePhase(phase('A', 2, 4, 10, 8))).toEqual({
      name: 'A',
      sessions: 4,
      mean: { value: 6 },
      median: { value: 6 },
      sd: { value: Math.sqrt(40 / 3) },
      min: { value: 2 },
      max: { value: 10 },
      range: { value: 8 },
      // Slopes 2, 4, 2, 6, 2, −2.
      slope: { value: 2 },
      slopeCi95: { value: null, why: 'for 95 % it takes more sessions than the phase has' },
      percentInEnvelope: { value: 0 },
    })
    expect(describePhase(phase('A', 8.5, 10, 12, 14)).percentInEnvelope).toEqual({ value: 75 })
  })

  it('draws the trend through the session numbers, also where sessions are missing', () => {
    const values = [1, 3, 4, 9].map((session) => ({ session, value: 7 + 0.5 * session }))
    expect(describePhase({ name: 'A', values }).slope).toEqual({ value: 0.5 })
  })

  it('gives the trend the interval of Sen (1968): 3.71 to 4.38 in his example, as scipy.stats.theilslopes has it', () => {
    const [sessions, values] = [
      [1, 2, 3, 4, 10, 12, 18],
      [9, 15, 19, 20, 45, 55, 78],
    ]
    const { slope, slopeCi95 } = describePhase({
      name: 'A',
      values: sessions.map((session, index) => ({ session, value: values[index] ?? 0 })),
    })
    expect(slope).toEqual({ value: 4 })
    expect(slopeCi95.value?.map((end) => end.toFixed(2))).toEqual(['3.71', '4.38'])
    // As SciPy 1.17 prints them; ties make the first narrower, and 95 % takes more pairs than the three of the last.
    expect(describePhase(phase('A', 3, 3, 4, 5, 4, 6, 7, 7, 9, 8)).slopeCi95).toEqual({ value: [0.5, 6 / 7] })
    expect(describePhase(phase('A', 1, 1, 1, 2, 2)).slopeCi95).toEqual({ value: [0, 0.5] })
    expect(describePhase(phase('A', 1, 2, 3)).slopeCi95).toEqual({
      value: null,
      why: 'for 95 % it takes more sessions than the phase has',
    })
  })

  it('is not led astray by one unusual session', () => {
    expect(describePhase(phase('A', 1, 2, 300, 4, 5)).slope).toEqual({ value: 1 })
  })

  it('compares two phases in the unit of their values', () => {
    const { effects } = comparePhases(phase('A', 1, 2, 3, 4), phase('B', 10, 10, 10, 2), null, COUNT)
    expect(effects.level.value).toEqual({ value: 5.5 })
    // Slopes 0, 0, 0, −8/3, −4, −8 against 1.
    expect(effects.trend.value.value).toBeCloseTo(-4 / 3 - 1, 14)
    expect(effects.immediacy.value).toEqual({ value: 7 })
    expect(effects.level.se).toEqual({
      value: null,
      why: 'it describes these sessions, and is published without a standard error',
    })
    expect(effects.pnd.se).toEqual({
      value: null,
      why: 'the distribution is not known that a standard error would come from',
    })
  })
})

describe('what is undefined, and what is assumed', () => {
  it('refuses effect sizes with fewer than three sessions in a phase', () => {
    const { effects, from } = comparePhases(phase('A', 1, 2), phase('B', 3, 4, 5), 'increase', COUNT)
    for (const name of EFFECTS) {
      if (name === 'level' || name === 'trend') continue
      expect(effects[name].value).toEqual({
        value: null,
        why: 'each phase needs 3 sessions at least; these have 2 and 3',
      })
    }
    expect(effects.level.value).toEqual({ value: 2.5 })
    expect(from.slope).toEqual({ value: 1 })
    expect(describePhase(phase('A', 4)).slope).toEqual({
      value: null,
      why: 'a trend takes two sessions at least',
    })
  })

  it('has no ratio where zeros could mean anything, nor below 0', () => {
    const ratio = (a: Phase, scale: Scale) =>
      comparePhases(a, B, 'increase', scale).effects.log_response_ratio
    expect(ratio(phase('A', 0, 0, 0), { kind: 'rate', minutes: null }).value).toEqual({
      value: null,
      why: 'a phase has a mean of 0, and it is not known how finely the sessions measured what is near 0',
    })
    expect(ratio(phase('A', -1, 0, 3), { kind: 'other' }).ci95).toEqual({
      value: null,
      why: 'values below 0 have no ratio',
    })
  })

  it('names the direction that it took', () => {
    const assumed = comparePhases(A, B, null, COUNT)
    expect([assumed.direction, assumed.directionKnown]).toEqual(['increase', false])
    expect(assumed.effects.nap.direction).toBe('increase')
    expect(comparePhases(A, B, 'decrease', COUNT).directionKnown).toBe(true)
    expect(effectTexts('decrease').log_response_ratio.name).toContain('LRRd')
    expect(effectTexts('increase').pnd.meaning).toBe(
      'share of the later phase above every session of the earlier',
    )
  })

  it('says one thing that each figure can’t tell, in one sentence', () => {
    for (const direction of ['increase', 'decrease'] as const) {
      for (const text of Object.values(effectTexts(direction)))
        expect(text.cannotTell).toMatch(/^It can’t [^.]*\.$/)
    }
  })
})

describe('phasesOf', () => {
  const series = (...points: [phase: string, session: number][]) =>
    points.map(([name, session]) => ({ phase: name, session, value: 100 - session }))
  const named = (phases: readonly Phase[]) =>
    phases.map(({ name, values }) => [name, ...values.map(({ session }) => session)])

  it('cuts where the name changes, and tells a phase that comes back apart', () => {
    const points = series(['B', 3], ['A', 1], ['A', 2], ['B', 4], ['A', 5], ['B', 6])
    expect(named(phasesOf(points))).toEqual([
      ['A', 1, 2],
      ['B', 3, 4],
      ['A (2)', 5],
      ['B (2)', 6],
    ])
    expect(phasesOf(points.toReversed())).toEqual(phasesOf(points))
  })

  it('leaves out a session without a value, and says after which it is missing', () => {
    const points = [4, null, 5, 6].map((value, index) => ({ phase: 'A', session: index + 1, value }))
    expect(phasesOf([...points, { phase: 'B', session: 5, value: null }])).toEqual([
      {
        name: 'A',
        values: [
          { session: 1, value: 4 },
          { session: 3, value: 5, afterMissing: true },
          { session: 4, value: 6 },
        ],
      },
    ])
  })

  it('keeps to the names where session numbers start anew in each', () => {
    expect(
      named(phasesOf(series(['base', 1], ['base', 2], ['after', 1], ['after', 2], ['after', 3]))),
    ).toEqual([
      ['base', 1, 2],
      ['after', 1, 2, 3],
    ])
    expect(phasesOf([])).toEqual([])
  })
})

const anyPhase = (name: string, minLength = 0): fc.Arbitrary<Phase> =>
  fc
    .array(
      fc.record({
        session: fc.nat(20),
        value: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.double({ min: -1e6, max: 1e6, noNaN: true })),
      }),
      { minLength, maxLength: 9 },
    )
    .map((values) => ({ name, values }))
const anyDirection = fc.constantFrom<Direction | null>('increase', 'decrease', null)
const anyScale = fc.constantFrom<Scale>(
  COUNT,
  { kind: 'rate', minutes: null },
  { kind: 'rate', minutes: 30 },
  { kind: 'percent', intervals: 20 },
  { kind: 'other' },
)

const numbers = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(numbers)
      : []

describe('comparePhases', () => {
  it('has NAP(A, B) + NAP(B, A) = 1, and intervals that mirror each other', () => {
    fc.assert(
      fc.property(anyPhase('A', 3), anyPhase('B', 3), (a, b) => {
        const one = comparePhases(a, b, 'increase', COUNT).effects.nap
        const other = comparePhases(b, a, 'increase', COUNT).effects.nap
        expect((one.value.value ?? Number.NaN) + (other.value.value ?? Number.NaN)).toBeCloseTo(1, 14)
        expect(other.se.value).toBeCloseTo(one.se.value ?? Number.NaN, 12)
        expect(other.ci95.value?.[0]).toBeCloseTo(1 - (one.ci95.value?.[1] ?? Number.NaN), 12)
      }),
    )
  })

  it('agrees with counting all pairs, and with trying all removals', () => {
    fc.assert(
      fc.property(anyPhase('A', 3), anyPhase('B', 3), (a, b) => {
        const { nap, pand, pnd, pem } = comparePhases(a, b, 'increase', COUNT).effects
        const [x, y] = [a.values.map(({ value }) => value), b.values.map(({ value }) => value)]
        const pairs = x.flatMap((low) => y.map((high) => (high > low ? 1 : high === low ? 0.5 : 0) as number))
        expect(nap.value.value).toBeCloseTo(pairs.reduce((all, q) => all + q, 0) / pairs.length, 12)
        const kept = [Number.NEGATIVE_INFINITY, ...x].map(
          (cut) => x.filter((value) => value <= cut).length + y.filter((value) => value > cut).length,
        )
        expect(pand.value.value).toBeCloseTo(Math.max(...kept) / (x.length + y.length), 12)
        expect(pnd.value.value).toBeCloseTo(
          y.filter((value) => x.every((low) => value > low)).length / y.length,
          12,
        )
        const median = describePhase(a).median.value ?? Number.NaN
        const exceeding = y.map((value) => (value > median ? 1 : value === median ? 0.5 : 0) as number)
        expect(pem.value.value).toBeCloseTo(exceeding.reduce((all, q) => all + q, 0) / y.length, 12)
      }),
    )
  })

  it('has a ratio of values so small that their squares are 0', () => {
    const { log_response_ratio } = comparePhases(phase('A', 0, 0, 1e-323), phase('B', 0, 0, 1), 'increase', {
      kind: 'rate',
      minutes: null,
    }).effects
    expect(log_response_ratio.value.value).toBeGreaterThan(700)
    expect(log_response_ratio.se.value).toBeGreaterThan(0)
  })

  it('is never NaN or infinite, and its intervals hold the figure', () => {
    fc.assert(
      fc.property(anyPhase('A'), anyPhase('B'), anyDirection, anyScale, (a, b, direction, scale) => {
        const compared = comparePhases(a, b, direction, scale)
        expect(numbers(compared).every(Number.isFinite)).toBe(true)
        for (const { value, ci95 } of Object.values(compared.effects)) {
          if (value.value === null || ci95.value === null) continue
          expect(ci95.value[0]).toBeLessThanOrEqual(value.value + 1e-12)
          expect(ci95.value[1]).toBeGreaterThanOrEqual(value.value - 1e-12)
        }
      }),
    )
  })

  it('does not depend on the order of input', () => {
    const turned = ({ name, values }: Phase): Phase => ({ name, values: values.toReversed() })
    fc.assert(
      fc.property(anyPhase('A'), anyPhase('B'), anyDirection, anyScale, (a, b, direction, scale) => {
        expect(comparePhases(turned(a), turned(b), direction, scale)).toEqual(
          comparePhases(a, b, direction, scale),
        )
      }),
    )
  })

  it('turns round with the direction', () => {
    fc.assert(
      fc.property(anyPhase('A', 3), anyPhase('B', 3), (a, b) => {
        const up = comparePhases(a, b, 'increase', COUNT).effects
        const down = comparePhases(a, b, 'decrease', COUNT).effects
        expect(down.nap.value.value).toBeCloseTo(1 - (up.nap.value.value ?? Number.NaN), 12)
        expect(down.tau.value.value).toBeCloseTo(-(up.tau.value.value ?? Number.NaN), 12)
        expect(down.tau_u.value.value).toBeCloseTo(-(up.tau_u.value.value ?? Number.NaN), 12)
        expect(down.level.value).toEqual(up.level.value)
      }),
    )
  })
})
