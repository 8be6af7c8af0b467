import type { Gap } from '../../domain/model.ts'
import type { Figure } from '../types.ts'

/** What one observer recorded of an event that another observed too, reduced to what agreement needs. */
export interface Account {
  readonly lengthMs: number
  readonly gaps: readonly Gap[]
  /** One for each behavior, by name. A behavior that only one account has counts as watched by both, and never seen by the other. */
  readonly behaviors: readonly RecordedBehavior[]
}

export interface RecordedBehavior {
  /** What pairs a behavior of one account with that of the other. */
  readonly name: string
  /** `interval`: scored or not, interval by interval; the others carry times. */
  readonly kind: 'moment' | 'bout' | 'latency' | 'interval'
  /** Moments, bouts, or cues with their latency; none for intervals. */
  readonly timings: readonly Timing[]
  /** Occurrences counted without times. They enter the total count alone. */
  readonly untimed: number
  /** For intervals: their length, and those that were observed. */
  readonly intervalMs: number | null
  readonly intervals: readonly { readonly index: number; readonly scored: boolean }[]
}

/** When something began, and how long it lasted: null for a moment, and for a cue without a response. */
export interface Timing {
  readonly atMs: number
  readonly lengthMs: number | null
}

export interface AgreementOptions {
  /** Length of the intervals and of the time units, in whole milliseconds above 0. */
  readonly everyMs: number
  /** How far apart two records of the same thing may lie, in milliseconds from 0. */
  readonly toleranceMs: number
}

/** The figures that are percents, by the names that scripts read. */
export const PERCENTS = [
  'total_count',
  'mean_count_per_interval',
  'exact_count_per_interval',
  'interval_by_interval',
  'scored_interval',
  'unscored_interval',
  'total_duration',
  'mean_duration_per_occurrence',
  'mean_latency_per_response',
] as const
export type PercentName = (typeof PERCENTS)[number]

/** Rows are A's categories, columns B's, in the order of `categories`. */
export interface ConfusionTable {
  readonly categories: readonly string[]
  readonly counts: readonly (readonly number[])[]
}

export interface Kappa {
  readonly value: Figure
  /** Fleiss, Cohen & Everitt (1969): see `cohenKappa`. */
  readonly se: Figure
  /** Cohen's approximation of 1960. */
  readonly seCohen1960: Figure
  /** Agreements ÷ (agreements + disagreements), from 0 to 100. */
  readonly percentAgreement: Figure
  readonly table: ConfusionTable
}

/** Kappa in two forms that are often taken for one another. */
export interface Kappas {
  /** What stands at each instant, one instant every `everyMs`. */
  readonly timeUnit: Kappa
  /** Which records belong together within `toleranceMs`. */
  readonly eventMatched: Kappa
}

export interface AgreementFigures extends Kappas {
  readonly percents: Readonly<Record<PercentName, Figure>>
}

export interface BehaviorAgreement extends AgreementFigures {
  readonly name: string
}

/** One place where the two accounts differ, so that two people can talk about it. `atMs` is A's where A has one. */
export type Difference =
  | { readonly kind: 'only-a' | 'only-b'; readonly atMs: number; readonly behavior: string }
  /** Both recorded something, under different names. */
  | {
      readonly kind: 'behavior'
      readonly atMs: number
      readonly behaviorA: string
      readonly behaviorB: string
      readonly laterMs: number
    }
  /** B recorded the same thing `laterMs` later (negative: earlier), and as lasting `longerMs` longer (null: it has no length). */
  | {
      readonly kind: 'time'
      readonly atMs: number
      readonly behavior: string
      readonly laterMs: number
      readonly longerMs: number | null
    }

export interface Agreement {
  readonly behaviors: readonly BehaviorAgreement[]
  readonly overall: AgreementFigures
  readonly differences: readonly Difference[]
}
