import { distribution, unknown } from '../figures.ts'
import type { Figure } from '../types.ts'
import { Z_95 } from './overlap.ts'
import type { Interval, Scale } from './types.ts'

/** Written without a direction: the ratio of B to A reads the same either way. */
export interface LogResponseRatio {
  readonly value: Figure
  readonly se: Figure
  readonly ci95: Interval
}

/**
 * The log of the mean of B over the mean of A, corrected for the bias of small samples (Pustejovsky, 2015, *Psychological Methods*, 20, 342–359; 2018,
 * *Journal of School Psychology*, 68, 99–112), as SingleCaseES 0.7 works it out; natural logarithm, exp(value) − 1 is the change in proportion:
 *
 *     [ln M_B + V_B / (2n M_B²)] − [ln M_A + V_A / (2m M_A²)],  SE = √(V_A / (m M_A²) + V_B / (n M_B²)),  value ± 1.96 SE
 *
 * With an increase wished it is what SingleCaseES calls LRRi, with a decrease LRRd; the two have the same value here, and a wished change is above
 * 0 in the one and below 0 in the other.
 *
 * So that a phase of zeros has a logarithm, means are held to 1 / (2Dm) and variances to 1 / (D² m³) at least, where D is 1 for counts, the minutes of a
 * session for rates, a hundredth of its intervals for percents. Where D is not known nothing is held, and a mean of 0 leaves the ratio undefined.
 *
 * @param a of one value at least, as `b`; both with two values or more, for a variance
 */
export function logResponseRatio(a: readonly number[], b: readonly number[], scale: Scale): LogResponseRatio {
  if ([...a, ...b].some((value) => value < 0)) return undefinedRatio('values below 0 have no ratio')
  const d = truncation(scale)
  const from = momentsOf(a, d)
  const to = momentsOf(b, d)
  if (from === null || to === null) {
    return undefinedRatio(
      'a phase has a mean of 0, and it is not known how finely the sessions measured what is near 0',
    )
  }
  const value = Math.log(to.mean) + to.relative / 2 - (Math.log(from.mean) + from.relative / 2)
  const se = Math.sqrt(from.relative + to.relative)
  return { value: { value }, se: { value: se }, ci95: { value: [value - Z_95 * se, value + Z_95 * se] } }
}

function truncation(scale: Scale): number {
  switch (scale.kind) {
    case 'count':
      return 1
    case 'rate':
      return scale.minutes ?? Number.POSITIVE_INFINITY
    case 'percent':
      return scale.intervals === null ? Number.POSITIVE_INFINITY : scale.intervals / 100
    case 'other':
      return Number.POSITIVE_INFINITY
  }
}

/** The mean, and the variance of the mean relative to its square; null where the mean is 0. */
function momentsOf(values: readonly number[], d: number): { mean: number; relative: number } | null {
  const n = values.length
  const described = distribution(values, '')
  const mean = Math.max(1 / (2 * d * n), described.mean.value ?? 0)
  const sd = Math.max(1 / (d * Math.sqrt(n ** 3)), described.sd.value ?? 0)
  // The square of the quotient, since those of very small numbers are 0.
  return mean > 0 ? { mean, relative: (sd / mean) ** 2 / n } : null
}

function undefinedRatio(why: string): LogResponseRatio {
  const none = { value: null, why } as const
  return { value: unknown(why), se: unknown(why), ci95: none }
}
