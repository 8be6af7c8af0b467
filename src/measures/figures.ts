import type { Distribution, Figure } from './types.ts'

export const known = (value: number): Figure => ({ value })

/** @param why one plain sentence, without a full stop */
export const unknown = (why: string): Figure => ({ value: null, why })

export const NOT_OBSERVED = 'no time was observed'
export const UNTIMED = 'these were counted without times'
export const PARTLY_UNTIMED = 'records counted without times are among these'

/** 100 × part / whole. */
export const percent = (part: number, whole: number, whyNot: string): Figure =>
  whole > 0 ? known((100 * part) / whole) : unknown(whyNot)

/**
 * Occurrences per minute of observed time (Cooper, Heron & Heward, 2020, chapter 4: count / observation time).
 */
export const ratePerMin = (count: number, observedMs: number): Figure =>
  observedMs > 0 ? known((count * 60_000) / observedMs) : unknown(NOT_OBSERVED)

export function sum(values: ArrayLike<number>): number {
  let total = 0
  for (let index = 0; index < values.length; index++) total += values[index] as number
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
  const sorted = sortedNumbers(values)
  const at = (index: number): number => sorted[index] ?? 0
  // Summed in sorted order, so that the last digit does not depend on the order of the input.
  const mean = sum(sorted) / n
  let squares = 0
  for (let index = 0; index < n; index++) squares += (at(index) - mean) ** 2
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

/** Whole numbers, as times are, sort in half the time. */
function sortedNumbers(values: readonly number[]): Int32Array | Float64Array {
  const whole = new Int32Array(values)
  for (let index = 0; index < whole.length; index++) {
    if (whole[index] !== values[index]) return new Float64Array(values).sort()
  }
  return whole.sort()
}
