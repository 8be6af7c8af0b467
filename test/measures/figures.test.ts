import { describe, expect, it } from 'vitest'
import { distribution, percent, ratePerMin } from '../../src/measures/figures.ts'

describe('distribution', () => {
  it('has the sample SD: 2, 4, 4, 4, 5, 5, 7, 9 have a sum of squares of 32 about their mean of 5', () => {
    expect(distribution([9, 2, 4, 7, 4, 5, 4, 5], 'none')).toEqual({
      n: 8,
      mean: { value: 5 },
      median: { value: 4.5 },
      sd: { value: Math.sqrt(32 / 7) },
      min: { value: 2 },
      max: { value: 9 },
    })
  })

  it('takes the middle one of an odd number, by size and not by spelling', () => {
    expect(distribution([1000, 9, 80], 'none').median).toEqual({ value: 80 })
  })

  it('says why one value has no SD, and none nothing at all', () => {
    expect(distribution([3], 'none').sd).toEqual({
      value: null,
      why: 'a standard deviation takes two values at least',
    })
    expect(distribution([], 'no bout was recorded').median).toEqual({
      value: null,
      why: 'no bout was recorded',
    })
  })

  it('keeps its digits where the values are large and close together', () => {
    expect(distribution([1e9 + 1, 1e9 + 2, 1e9 + 3], 'none').sd).toEqual({ value: 1 })
  })
})

describe('a share and a rate', () => {
  it('are undefined without a denominator', () => {
    expect(percent(0, 0, 'no whole interval was observed').value).toBeNull()
    expect(ratePerMin(3, 0)).toEqual({ value: null, why: 'no time was observed' })
  })

  it('are counts over what was observed', () => {
    expect(percent(3, 8, '')).toEqual({ value: 37.5 })
    expect(ratePerMin(12, 20 * 60_000)).toEqual({ value: 0.6 })
  })
})
