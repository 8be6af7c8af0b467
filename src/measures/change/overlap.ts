import { distribution } from '../figures.ts'

/**
 * Non-overlap of two phases as the R package SingleCaseES 0.7 defines and prints them (Pustejovsky, Chen, Swan & Grekov;
 * vignette 'Effect size definitions and mathematical details'). All are proportions, written for an outcome whose increase is wished;
 * for a decrease, hand in the values with their signs turned. m and n are the numbers of sessions in A and B, both above 0.
 */

/** The 97.5th percentile of the standard normal distribution. */
export const Z_95 = 1.959963984540054

export interface Nap {
  readonly value: number
  readonly se: number
  readonly ci95: readonly [lower: number, upper: number]
}

/**
 * Non-overlap of all pairs: the share of pairs in which B's value is the greater, ties counting half (Parker & Vannest, 2009, *Behavior Therapy*,
 * 40, 357–367).
 *
 * SE of Hanley & McNeil (1982, *Radiology*, 143, 29–36) in the form of SingleCaseES:
 * √((θ̃ (1 − θ̃) + (n − 1) Q₁ + (m − 1) Q₂) / mn), with Q₁ = Σ_i (Σ_j (q_ij − NAP))² / mn², Q₂ likewise over columns, and θ̃ the NAP held
 * 1/2mn away from 0 and 1, so that full separation has an error too.
 *
 * Interval of Newcombe (2006, *Statistics in Medicine*, 25, 559–573), method 5.
 */
export function nap(a: readonly number[], b: readonly number[]): Nap {
  const [m, n] = [a.length, b.length]
  const [sortedA, sortedB] = [sorted(a), sorted(b)]
  // q summed over B for each of A, and over A for each of B.
  const rows = a.map((value) => n - below(sortedB, value) - ties(sortedB, value) / 2)
  const columns = b.map((value) => below(sortedA, value) + ties(sortedA, value) / 2)
  // Halves add up exactly, so that no order of input changes the last digit.
  const value = rows.reduce((total, row) => total + row, 0) / (m * n)
  const q1 = squares(rows.map((row) => row - n * value)) / (m * n * n)
  const q2 = squares(columns.map((column) => column - m * value)) / (m * m * n)
  const least = 0.5 / (m * n)
  const held = Math.min(Math.max(value, least), 1 - least)
  const se = Math.sqrt((held * (1 - held) + (n - 1) * q1 + (m - 1) * q2) / (m * n))
  return { value, se, ci95: [newcombeLower(value, m, n), 1 - newcombeLower(1 - value, m, n)] }
}

/**
 * The lower end of Newcombe's interval: the θ below NAP at which
 * mn (NAP − θ)² (2 − θ)(1 + θ) = z² θ (1 − θ) (2 + h + (1 + 2h) θ (1 − θ)), with h = (m + n)/2 − 1.
 *
 * At a NAP of 1 the equation also holds at θ = 1, where the root finder of SingleCaseES stops, so that it prints 1 to 1; the other root is
 * the end of the interval, and is what stands here.
 */
function newcombeLower(nap: number, m: number, n: number): number {
  const h = (m + n) / 2 - 1
  const isBelowEnd = (theta: number): boolean =>
    m * n * (nap - theta) ** 2 * (2 - theta) * (1 + theta) >
    Z_95 ** 2 * theta * (1 - theta) * (2 + h + (1 + 2 * h) * theta * (1 - theta))
  let low = 0
  let high = nap
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (isBelowEnd(middle)) low = middle
    else high = middle
  }
  return low
}

/** Percentage of non-overlapping data: the share of B above the highest of A (Scruggs, Mastropieri & Casto, 1987). */
export function pnd(a: readonly number[], b: readonly number[]): number {
  const sortedB = sorted(b)
  const highest = a.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  return above(sortedB, highest) / b.length
}

/** Percentage exceeding the median of A, ties counting half (Ma, 2006, *Behavior Modification*, 30, 598–617). */
export function pem(a: readonly number[], b: readonly number[]): number {
  const { value } = distribution(a, '').median
  const sortedB = sorted(b)
  const middle = value ?? 0
  return (above(sortedB, middle) + ties(sortedB, middle) / 2) / b.length
}

/**
 * Percentage of all non-overlapping data: the share that remains after removing the fewest values, from either phase, that leave all of
 * A below all of B (Parker, Vannest & Davis, 2011, *Behavior Modification*, 35, 303–322).
 */
export const pand = (a: readonly number[], b: readonly number[]): number => kept(a, b) / (a.length + b.length)

/**
 * Robust improvement rate difference: the removals of PAND shared out evenly between the phases (Parker, Vannest & Davis, 2011;
 * the rate difference itself is of Parker, Vannest & Brown, 2009): 1 − (m + n)² (1 − PAND) / 2mn.
 */
export function ird(a: readonly number[], b: readonly number[]): number {
  const [m, n] = [a.length, b.length]
  return ((m + n) * kept(a, b) - m * m - n * n) / (2 * m * n)
}

/** How many values remain at most when all kept of A lie below all kept of B: the lowest of A with all of B above them. */
function kept(a: readonly number[], b: readonly number[]): number {
  const sortedB = sorted(b)
  let most = b.length
  for (const [index, value] of sorted(a).entries()) most = Math.max(most, index + 1 + above(sortedB, value))
  return most
}

/**
 * Tau-U with the baseline's trend taken out: (S_AB − S_A) / mn, with S_AB the pairs in which B is greater less those in which it is smaller, and
 * S_A the same within A, later against earlier (Parker, Vannest, Davis & Sauber, 2011, *Behavior Therapy*, 42, 284–299, 'A vs. B + trend A').
 * Other programs divide by other numbers of pairs, or work B's trend in too.
 *
 * @param a in order of session
 */
export function tauU(a: readonly number[], b: readonly number[]): number {
  const sortedB = sorted(b)
  let s = 0
  for (const [index, value] of a.entries()) {
    s += above(sortedB, value) - below(sortedB, value)
    for (const earlier of a.slice(0, index)) s -= Math.sign(value - earlier)
  }
  return s / (a.length * b.length)
}

const sorted = (values: readonly number[]): Float64Array => new Float64Array(values).sort()

/** How many of the sorted values are smaller. */
function below(values: Float64Array, value: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** How many of the sorted values are greater. */
function above(values: Float64Array, value: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return values.length - low
}

const ties = (values: Float64Array, value: number): number =>
  values.length - below(values, value) - above(values, value)

/** Summed in order of size, so that the last digit does not depend on the order of input. */
const squares = (values: readonly number[]): number =>
  sorted(values.map((value) => value ** 2)).reduce((total, square) => total + square, 0)
