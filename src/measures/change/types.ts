import type { Figure } from '../types.ts'

/** Which way the protégé wishes the data to move. */
export type Direction = 'increase' | 'decrease'

/** One measure in one session. Values are finite numbers. */
export interface SessionValue {
  readonly session: number
  readonly value: number
  /** A session of its phase that has no value came between it and the one before it. */
  readonly afterMissing?: true
}

/** A named stretch of sessions: baseline, or after a change that the protégé chose. */
export interface Phase {
  readonly name: string
  readonly values: readonly SessionValue[]
}

/**
 * What the values are, which the log response ratio needs to know where a phase is all zeros. `minutes` is the mean length of a session;
 * `intervals` the mean number of intervals in one, for timed records 60 for each minute; null where not known.
 */
export type Scale =
  | { readonly kind: 'count' }
  | { readonly kind: 'rate'; readonly minutes: number | null }
  | { readonly kind: 'percent'; readonly intervals: number | null }
  | { readonly kind: 'other' }

export interface PhaseDescription {
  readonly name: string
  readonly sessions: number
  readonly mean: Figure
  readonly median: Figure
  /** The sample's (divides by n − 1). */
  readonly sd: Figure
  readonly min: Figure
  readonly max: Figure
  /** Greatest − least. */
  readonly range: Figure
  /** Theil–Sen, per session, and Sen's interval for it. */
  readonly slope: Figure
  readonly slopeCi95: Interval
  /** Values within 25 % of the median, of all, in percent: the stability envelope of Gast & Ledford (2014). */
  readonly percentInEnvelope: Figure
}

export type Interval =
  | { readonly value: readonly [lower: number, upper: number] }
  | { readonly value: null; readonly why: string }

/** How one phase differs from another, in one published figure. */
export interface Effect {
  readonly value: Figure
  readonly se: Figure
  readonly ci95: Interval
  /** The direction that the figure was worked out for. */
  readonly direction: Direction
}

/** By the names that scripts read. */
export const EFFECTS = [
  'level',
  'trend',
  'immediacy',
  'nap',
  'pnd',
  'pem',
  'pand',
  'ird',
  'tau',
  'tau_u',
  'log_response_ratio',
] as const
export type EffectName = (typeof EFFECTS)[number]

export interface PhaseComparison {
  readonly from: PhaseDescription
  readonly to: PhaseDescription
  readonly direction: Direction
  /** False where nobody has said which way they wish the data to move, and 'increase' was taken. */
  readonly directionKnown: boolean
  readonly effects: Readonly<Record<EffectName, Effect>>
}
