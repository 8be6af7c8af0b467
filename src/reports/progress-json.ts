import {
  describePhase,
  EFFECTS,
  type Effect,
  type Phase,
  type PhaseComparison,
} from '../measures/change/index.ts'
import type { CaseProgress, SeriesPoint } from '../measures/change/series.ts'
import { figures } from './json-figures.ts'
import type { Progress } from './progress.ts'

/**
 * The series as data. Times are ms, rates per minute, percents from 0 to 100; effect sizes are proportions. Where a figure cannot be had
 * it is null, and `why` in the same object says why, under the figure's name.
 */
export const progressJson = ({
  audience,
  behavior,
  measure,
  wished,
  cases,
  leftOut,
  redefined,
}: Progress): object => ({
  schema_version: 1,
  audience,
  behavior: behavior?.name ?? null,
  technique: behavior?.technique ?? null,
  measure,
  direction: wished ?? 'increase',
  direction_known: wished !== null,
  series: cases.flatMap(({ points }) => points.map(pointJson)),
  phases: cases.flatMap((one) => one.phases.map((phase) => ({ case: one.case, ...phaseJson(phase) }))),
  pairs: cases.flatMap(pairsJson),
  second_observers: leftOut,
  redefined_from: redefined,
})

const pointJson = ({ case: name, phase, session, value }: SeriesPoint): object => ({
  case: name,
  phase,
  session,
  ...figures({ value }),
})

function phaseJson(phase: Phase): object {
  const { name, sessions, slopeCi95, percentInEnvelope, ...described } = describePhase(phase)
  return {
    phase: name,
    sessions,
    ...figures({ ...described, slope_ci95: slopeCi95, percent_within_25_of_median: percentInEnvelope }),
  }
}

const pairsJson = ({ case: name, comparisons }: CaseProgress): object[] =>
  comparisons.map(({ from, to, effects }: PhaseComparison) => ({
    case: name,
    from: from.name,
    to: to.name,
    ...Object.fromEntries(EFFECTS.map((effect) => [effect, effectJson(effects[effect])])),
  }))

const effectJson = ({ value, se, ci95, direction }: Effect): object => ({
  ...figures({ value, se, ci95 }),
  direction,
})
