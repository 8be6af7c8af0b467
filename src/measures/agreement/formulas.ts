import type { PercentName } from './types.ts'

/** What to print beside a figure. */
export interface Formula {
  /** As Cooper, Heron & Heward (2020, chapter 5) name it, or the author of the figure. */
  readonly name: string
  readonly formula: string
  /** How it treats what both left empty. */
  readonly empty: string
}

const EMPTY_AGREES = 'An interval that both left empty counts as full agreement.'

export const FORMULAS: Readonly<Record<PercentName, Formula>> = {
  total_count: {
    name: 'total count IOA',
    formula: 'smaller count ÷ larger count',
    empty: 'It knows no intervals: equal counts may be of different events.',
  },
  mean_count_per_interval: {
    name: 'mean count-per-interval IOA',
    formula: 'mean over intervals of smaller count ÷ larger count',
    empty: EMPTY_AGREES,
  },
  exact_count_per_interval: {
    name: 'exact count-per-interval IOA',
    formula: 'intervals with the same count ÷ intervals',
    empty: EMPTY_AGREES,
  },
  interval_by_interval: {
    name: 'interval-by-interval IOA',
    formula: 'intervals both scored or both left unscored ÷ intervals',
    empty: EMPTY_AGREES,
  },
  scored_interval: {
    name: 'scored-interval IOA',
    formula: 'intervals both scored ÷ intervals either scored',
    empty: 'Intervals that both left empty are left out.',
  },
  unscored_interval: {
    name: 'unscored-interval IOA',
    formula: 'intervals both left unscored ÷ intervals either left unscored',
    empty: 'Intervals that both left empty are its agreements; those that both scored are left out.',
  },
  total_duration: {
    name: 'total duration IOA',
    formula: 'shorter total ÷ longer total',
    empty: 'It knows no intervals: equal totals may be of different bouts.',
  },
  mean_duration_per_occurrence: {
    name: 'mean duration-per-occurrence IOA',
    formula: 'mean over bouts that both recorded of shorter ÷ longer',
    empty: 'It knows no intervals; a bout that only one recorded is left out.',
  },
  mean_latency_per_response: {
    name: 'mean latency-per-response IOA',
    formula: 'mean over responses that both recorded of shorter ÷ longer latency',
    empty: 'It knows no intervals; a response that only one recorded is left out.',
  },
}

export const KAPPA_FORMULAS = {
  timeUnit: {
    name: "Cohen's kappa, time-unit",
    formula:
      'agreement beyond chance on what stands at each instant, one instant every interval length; of recorded intervals, in each',
    empty: 'An instant at which nothing stands for both counts as agreement on nothing.',
  },
  eventMatched: {
    name: "Cohen's kappa, event-matched",
    formula: 'agreement beyond chance on the behavior of records paired within the tolerance',
    empty: 'Only what was recorded counts; a record that only one made is a disagreement.',
  },
} as const satisfies Record<string, Formula>

export const KAPPA_SE = 'standard error of Fleiss, Cohen & Everitt (1969)'
