import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../../src/domain/errors.ts'
import { matchTimes, type Pair } from '../../../src/measures/agreement/match.ts'

const sorted = (values: number[]): number[] => values.sort((x, y) => x - y)
const times = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 7 }).map(sorted)
const tolerance = fc.integer({ min: 0, max: 20 })

const apart = (pairs: readonly Pair[], a: readonly number[], b: readonly number[]): number =>
  pairs.reduce((total, pair) => total + Math.abs((a[pair.a] ?? Number.NaN) - (b[pair.b] ?? Number.NaN)), 0)

/** Every way to pair, crossing or not. */
function best(
  a: readonly number[],
  b: readonly number[],
  toleranceMs: number,
): [pairs: number, apart: number] {
  const [first, ...rest] = a
  if (first === undefined) return [0, 0]
  let found = best(rest, b, toleranceMs)
  for (const [index, other] of b.entries()) {
    const between = Math.abs(first - other)
    if (between > toleranceMs) continue
    const [pairs, total] = best(rest, b.toSpliced(index, 1), toleranceMs)
    const candidate: [number, number] = [pairs + 1, total + between]
    if (candidate[0] > found[0] || (candidate[0] === found[0] && candidate[1] < found[1])) found = candidate
  }
  return found
}

/** Each record takes the nearest that is still free: what an observer would do by hand. */
function greedyCount(a: readonly number[], b: readonly number[], toleranceMs: number): number {
  const free = new Set(b.keys())
  let count = 0
  for (const atMs of a) {
    const near = [...free]
      .map((index) => ({ index, between: Math.abs(atMs - (b[index] ?? Number.NaN)) }))
      .filter(({ between }) => between <= toleranceMs)
      .sort((x, y) => x.between - y.between)[0]
    if (near === undefined) continue
    free.delete(near.index)
    count++
  }
  return count
}

describe('matchTimes', () => {
  it('finds more pairs than taking the nearest would', () => {
    const a = [1000, 2000]
    const b = [1900, 3500]
    expect(greedyCount(a, [100, 1900], 1000)).toBe(2)
    expect(greedyCount(a, b, 1500)).toBe(2)
    expect(matchTimes([2000, 3000], [0, 2900], 2000)).toHaveLength(2)
    expect(matchTimes([1000, 2000], [2100, 3900], 2000)).toEqual([
      { a: 0, b: 0 },
      { a: 1, b: 1 },
    ])
    // Taking the nearest, 1000 pairs with 1400, and 2000 is left with 4000 alone.
    expect(greedyCount([1400, 2000], [1500, 400], 1000)).toBe(1)
    expect(matchTimes([1400, 2000], [400, 1500], 1000)).toHaveLength(2)
  })

  it('pairs what lies exactly at the tolerance, and nothing beyond', () => {
    expect(matchTimes([1000], [3000], 2000)).toEqual([{ a: 0, b: 0 }])
    expect(matchTimes([1000], [3001], 2000)).toEqual([])
    expect(matchTimes([], [1], 2000)).toEqual([])
  })

  it('takes the nearer one where either would do', () => {
    expect(matchTimes([1000], [0, 900, 2000], 2000)).toEqual([{ a: 0, b: 1 }])
  })

  it('is as good as the best of all ways to pair', () => {
    fc.assert(
      fc.property(times, times, tolerance, (a, b, toleranceMs) => {
        const pairs = matchTimes(a, b, toleranceMs)
        expect([pairs.length, apart(pairs, a, b)]).toEqual(best(a, b, toleranceMs))
      }),
      { numRuns: 400 },
    )
  })

  it('uses each record once, in order, within the tolerance, and finds at least what taking the nearest finds', () => {
    const many = fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 80 }).map(sorted)
    fc.assert(
      fc.property(many, many, tolerance, (a, b, toleranceMs) => {
        const pairs = matchTimes(a, b, toleranceMs)
        for (const [index, pair] of pairs.entries()) {
          expect(Math.abs((a[pair.a] ?? Number.NaN) - (b[pair.b] ?? Number.NaN))).toBeLessThanOrEqual(
            toleranceMs,
          )
          expect(pair.a).toBeGreaterThan(pairs[index - 1]?.a ?? -1)
          expect(pair.b).toBeGreaterThan(pairs[index - 1]?.b ?? -1)
        }
        expect(pairs.length).toBeGreaterThanOrEqual(greedyCount(a, b, toleranceMs))
      }),
    )
  })

  it('does not depend on who is called A', () => {
    fc.assert(
      fc.property(times, times, tolerance, (a, b, toleranceMs) => {
        const one = matchTimes(a, b, toleranceMs)
        const other = matchTimes(b, a, toleranceMs)
        expect([one.length, apart(one, a, b)]).toEqual([other.length, apart(other, b, a)])
      }),
    )
  })

  it('says so where a tolerance covers more than can be weighed', () => {
    const everyMs = Array.from({ length: 20_000 }, (_, index) => index)
    expect(() => matchTimes(everyMs, everyMs, 20_000)).toThrow(InputError)
    expect(matchTimes(everyMs, everyMs, 500)).toHaveLength(20_000)
  })
})
