import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cohenKappa, confusionTable, NEITHER } from '../../../src/measures/agreement/kappa.ts'
import type { ConfusionTable } from '../../../src/measures/agreement/types.ts'

const table = (...counts: number[][]): ConfusionTable => ({
  categories: counts.map((_, index) => `category ${index + 1}`),
  counts,
})
const transposed = ({ categories, counts }: ConfusionTable): ConfusionTable => ({
  categories,
  counts: counts.map((row, i) => row.map((_, j) => counts[j]?.[i] ?? 0)),
})

const anyTable = fc
  .integer({ min: 1, max: 4 })
  .chain((size) =>
    fc.array(fc.array(fc.nat(9), { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
  )
  .map((counts) => table(...counts))

/** The standard error by the delta method with slopes taken numerically: no formula of kappa's own variance in it. */
function numericalSe(counts: readonly (readonly number[])[]): number {
  const n = counts.flat().reduce((total, count) => total + count, 0)
  const shares = counts.map((row) => row.map((count) => count / n))
  const kappaOf = (p: readonly (readonly number[])[]): number => {
    const total = p.flat().reduce((all, share) => all + share, 0)
    const rows = p.map((row) => row.reduce((all, share) => all + share, 0) / total)
    const columns = p.map((_, j) => p.reduce((all, row) => all + (row[j] ?? 0), 0) / total)
    const agreed = p.reduce((all, row, i) => all + (row[i] ?? 0), 0) / total
    const chance = rows.reduce((all, row, i) => all + row * (columns[i] ?? 0), 0)
    return (agreed - chance) / (1 - chance)
  }
  const step = 1e-6
  let squares = 0
  for (const [i, row] of shares.entries()) {
    for (const [j, share] of row.entries()) {
      const moved = (by: number) => shares.map((r, x) => r.map((s, y) => (x === i && y === j ? s + by : s)))
      const slope = (kappaOf(moved(step)) - kappaOf(moved(-step))) / (2 * step)
      squares += share * slope ** 2
    }
  }
  return Math.sqrt(squares / n)
}

describe('cohenKappa', () => {
  it('is .492 on the table of Cohen (1960), p. 45; his approximate standard error is .055', () => {
    const { value, seCohen1960, percentAgreement } = cohenKappa(table([88, 14, 18], [10, 40, 10], [2, 6, 12]))
    expect(value.value).toBeCloseTo(0.29 / 0.59, 14)
    expect(percentAgreement).toEqual({ value: 70 })
    expect(seCohen1960.value?.toFixed(3)).toBe('0.055')
  })

  it('is .4842 with a standard error of .1380 on the table of which statsmodels keeps what SAS prints', () => {
    const { value, se } = cohenKappa(table([0, 4, 1], [0, 8, 0], [0, 1, 5]))
    expect([value.value?.toFixed(4), se.value?.toFixed(4)]).toEqual(['0.4842', '0.1380'])
  })

  it('is -.006289308 on the ratings of anxiety of the R package irr, by its second and third rater', () => {
    const second = [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4]
    const third = [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2]
    const pairs = second.map((value, index): [string, string] => [String(value), String(third[index])])
    expect(cohenKappa(confusionTable(pairs, String)).value.value).toBeCloseTo(-0.006289308, 9)
  })

  it('has the standard error that the delta method gives', () => {
    for (const counts of [
      [
        [88, 14, 18],
        [10, 40, 10],
        [2, 6, 12],
      ],
      [
        [106, 10, 4],
        [22, 28, 10],
        [2, 12, 6],
      ],
      [
        [50, 10],
        [10, 20],
      ],
    ]) {
      expect(cohenKappa(table(...counts)).se.value).toBeCloseTo(numericalSe(counts), 7)
    }
  })

  it('is the same whoever is called A', () => {
    fc.assert(
      fc.property(anyTable, (confusion) => {
        const one = cohenKappa(confusion)
        const other = cohenKappa(transposed(confusion))
        expect(other.value).toEqual(one.value)
        if (one.se.value !== null) expect(other.se.value).toBeCloseTo(one.se.value, 10)
        expect(other.percentAgreement).toEqual(one.percentAgreement)
      }),
    )
  })

  it('is 1, with no error, for two who agree throughout on two categories or more', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 6 }), (counts) => {
        const agreed = counts.map((count, i) => counts.map((_, j) => (i === j ? count : 0)))
        const { value, se } = cohenKappa(table(...agreed))
        expect(value).toEqual({ value: 1 })
        expect(se).toEqual({ value: 0 })
      }),
    )
  })

  it('is never NaN or infinite', () => {
    fc.assert(
      fc.property(anyTable, (confusion) => {
        for (const { value } of Object.values(cohenKappa(confusion)).filter((figure) => 'value' in figure)) {
          expect(value === null || Number.isFinite(value)).toBe(true)
        }
      }),
    )
  })

  it('says why it is undefined', () => {
    expect(cohenKappa(table([7, 0], [0, 0]))).toMatchObject({
      value: {
        value: null,
        why: 'both used one and the same category throughout, which chance alone would explain',
      },
      percentAgreement: { value: 100 },
    })
    expect(cohenKappa(table([0]))).toMatchObject({
      value: { value: null, why: 'there is nothing to compare' },
      percentAgreement: { value: null },
    })
  })
})

describe('confusionTable', () => {
  it('lists categories by label, what neither recorded last, whatever order they came in', () => {
    const pairs: [string, string][] = [
      [NEITHER, '0'],
      ['1', '0'],
      ['0', '0'],
      ['0', '0'],
    ]
    const label = (key: string): string => ({ 0: 'waits', 1: 'asks' })[key] ?? 'nothing'
    const expected = {
      categories: ['asks', 'waits', 'nothing'],
      counts: [
        [0, 1, 0],
        [0, 2, 0],
        [0, 1, 0],
      ],
    }
    expect(confusionTable(pairs, label)).toEqual(expected)
    expect(confusionTable(pairs.toReversed(), label)).toEqual(expected)
  })
})
