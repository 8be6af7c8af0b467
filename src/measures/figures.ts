import type { Distribution, Figure } from './types.ts'

export const known = (value: number): Figure => ({ value })

/** @param why one plain sentence, without a full stop */
export const unknown = (why: string): Figure => ({ value: null, why })

export const NOT_OBSERVED = 'no time was observed'

/** 100 × part / whole. */
export const percent = (part: number, whole: number, whyNot: string): Figure =>
  whole > 0 ? known((100 * part) / whole) : unknown(whyNot)

/**
 * Occurrences per minute of observed time (Cooper, Heron & Heward, 2020, chapter 4: count / observation time).
 */
export const ratePerMin = (count: number, observedMs: number): Figure =>
  observedMs > 0 ? known((count * 60_000) / observedMs) : unknown(NOT_OBSERVED)

export function sum(values: readonly number[]): number {
  let total = 0
  values.forEach((value) => {
    total += value
  })
  return total
}

/**
 * Mean, median (of an even number, the mean of the middle two), sample standard deviation
 * √(Σ(x − mean)² / (n − 1)) in two passes, least and greatest. The SD takes two values at least.
 *
 * @param whyNone why there is nothing to describe, for when `values` is empty
 */
export function distribution(values: readonly number[], whyNone: string): Distribution {
  const n = values.length
  if (n === 0) {
    const none = unknown(whyNone)
    return { n, mean: none, median: none, sd: none, min: none, max: none }
  }
  const sorted = new Float64Array(values).sort()
  const at = (index: number): number => sorted[index] ?? 0
  // Summed in sorted order, so that the last digit does not depend on the order of the input.
  let total = 0
  sorted.forEach((value) => {
    total += value
  })
  const mean = total / n
  let squares = 0
  sorted.forEach((value) => {
    squares += (value - mean) ** 2
  })
  const half = n >> 1
  return {
    n,
    mean: known(mean),
    median: known(n % 2 === 1 ? at(half) : (at(half - 1) + at(half)) / 2),
    sd:
      n > 1 ? known(Math.sqrt(squares / (n - 1))) : unknown('a standard deviation takes two values at least'),
    min: known(at(0)),
    max: known(at(n - 1)),
  }
}
