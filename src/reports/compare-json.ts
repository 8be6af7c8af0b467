import {
  type AgreementFigures,
  type Difference,
  KAPPA_FORMULAS,
  type Kappa,
} from '../measures/agreement/index.ts'
import type { Compared, Comparison } from './compare.ts'
import { figures } from './json-figures.ts'

/**
 * The comparison as data: percents run from 0 to 100, times are ms. Where a figure cannot be had it is null, and `why` in the
 * same object says why, under the figure's name.
 */
export function comparisonJson(comparison: Comparison): object {
  const { audience, a, b, everyMs, toleranceMs, kappa, agreement } = comparison
  return {
    schema_version: 1,
    audience,
    a: comparedJson(a),
    b: comparedJson(b),
    every_ms: everyMs,
    tolerance_ms: toleranceMs,
    overall: figuresJson(agreement.overall, kappa),
    behaviors: agreement.behaviors.map(({ name, ...rest }) => ({ name, ...figuresJson(rest, kappa) })),
    differences: agreement.differences.map(differenceJson),
  }
}

const comparedJson = ({
  source,
  session,
  observer,
  startedAt,
  lengthMs,
  lengthIsSaid,
}: Compared): object => ({
  source,
  session,
  observer,
  started_at: startedAt,
  length_ms: lengthMs,
  length_is_said: lengthIsSaid,
})

function figuresJson(
  { percents, timeUnit, eventMatched }: AgreementFigures,
  asked: Comparison['kappa'],
): object {
  const top = asked === 'time-unit' ? timeUnit : eventMatched
  return {
    ...figures({ ...percents, percent_agreement: top.percentAgreement }),
    kappa: kappaJson(asked, top),
    kappa_time_unit: kappaJson('time-unit', timeUnit),
    kappa_event_matched: kappaJson('event-matched', eventMatched),
  }
}

const kappaJson = (kind: Comparison['kappa'], kappa: Kappa): object => ({
  kind,
  name: KAPPA_FORMULAS[kind === 'time-unit' ? 'timeUnit' : 'eventMatched'].name,
  ...figures({
    value: kappa.value,
    se: kappa.se,
    se_cohen_1960: kappa.seCohen1960,
    percent_agreement: kappa.percentAgreement,
  }),
  table: kappa.table,
})

function differenceJson(difference: Difference): object {
  const { kind, atMs } = difference
  switch (difference.kind) {
    case 'only-a':
    case 'only-b':
      return { kind, at_ms: atMs, behavior: difference.behavior }
    case 'behavior':
      return {
        kind,
        at_ms: atMs,
        behavior_a: difference.behaviorA,
        behavior_b: difference.behaviorB,
        later_ms: difference.laterMs,
      }
    case 'time':
      return {
        kind,
        at_ms: atMs,
        behavior: difference.behavior,
        later_ms: difference.laterMs,
        longer_ms: difference.longerMs,
      }
  }
}
