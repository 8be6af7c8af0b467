import type { Interval } from '../measures/change/types.ts'
import type {
  Averaged,
  Averages,
  BehaviorAverages,
  BehaviorSummary,
  Bin,
  ByModifier,
  Distribution,
  DurationSummary,
  Figure,
  IntervalSummary,
  LatencySummary,
  Measures,
  MultiCode,
  MultiCodeAverages,
  TalkShare,
  Words,
} from '../measures/types.ts'
import type { Kept } from './kept.ts'

/** The measures as JSON; what `schema.ts` describes. */

export function behaviorFigures(summary: BehaviorSummary, kept: Kept): object {
  const { behavior, technique, byModifier } = summary
  const ofModifiers = valuesOf(byModifier, (measures) => measureFigures(measures, kept))
  return {
    name: behavior.name,
    key: behavior.key,
    version: behavior.version,
    technique,
    request: behavior.request,
    definition: behavior.definition,
    ...(behavior.kept !== undefined && behavior.kept.length > 0 && { kept: behavior.kept }),
    examples: behavior.examples,
    non_examples: behavior.nonExamples,
    modifiers: behavior.modifiers,
    ...measureFigures(summary, kept),
    by_modifier: ofModifiers,
    by_subject: ofModifiers.subject ?? {},
  }
}

/**
 * Figures under their names, null where there is none and then with the reason in `why`.
 */
export function figures(named: Readonly<Record<string, Figure | Interval>>): object {
  const values = Object.entries(named).map(([name, { value }]) => [name, value])
  const why = Object.entries(named).flatMap(([name, figure]) =>
    figure.value === null ? [[name, figure.why]] : [],
  )
  return { ...Object.fromEntries(values), ...(why.length > 0 && { why: Object.fromEntries(why) }) }
}

const measureFigures = (measures: Measures, kept: Kept): object => ({
  count: measures.count,
  untimed: measures.untimed,
  observed_ms: measures.observedMs,
  outside: measures.outside,
  unpaired: measures.unpaired,
  flags: measures.flags,
  ...(measures.durations && { bouts: measures.durations.bouts, splits: measures.durations.splits }),
  ...figures({
    rate_per_min: measures.ratePerMin,
    ...(measures.durations && durationFigures(measures.durations)),
  }),
  ...(measures.interResponseMs && { inter_response_ms: distributionFigures(measures.interResponseMs) }),
  ...(measures.latencies && { latency_ms: latencyFigures(measures.latencies) }),
  ...(measures.intervals && { intervals: intervalFigures(measures.intervals) }),
  ...(measures.quotes && { quotes: words(measures.quotes, kept) }),
  ...(measures.notes && { notes: words(measures.notes, kept) }),
  ...(measures.entries && {
    entries: measures.entries.map((entry) => ({
      item: entry.item,
      seen: entry.seen,
      not_seen: entry.notSeen,
      no_opportunity: entry.noOpportunity,
      first_ms: entry.firstMs,
      first_seen_ms: entry.firstSeenMs,
    })),
  }),
})

const durationFigures = (durations: DurationSummary): Readonly<Record<string, Figure>> => ({
  total_ms: durations.totalMs,
  occupied_ms: durations.occupiedMs,
  mean_ms: durations.meanMs,
  median_ms: durations.medianMs,
  sd_ms: durations.sdMs,
  min_ms: durations.minMs,
  max_ms: durations.maxMs,
  percent_of_observed: durations.percentOfObserved,
})

const distributionFigures = ({ n, mean, median, sd, min, max }: Distribution): object => ({
  n,
  ...figures({ mean, median, sd, min, max }),
})

const latencyFigures = (latencies: LatencySummary): object => ({
  cues: latencies.cues,
  answered: latencies.answered,
  unanswered: latencies.unanswered,
  across_gap: latencies.acrossGap,
  ...figures({
    mean: latencies.meanMs,
    median: latencies.medianMs,
    sd: latencies.sdMs,
    min: latencies.minMs,
    max: latencies.maxMs,
  }),
  bins: latencies.bins.map(({ fromMs, toMs, count }: Bin) => ({ from_ms: fromMs, to_ms: toMs, count })),
})

const intervalFigures = (intervals: IntervalSummary): object => ({
  method: intervals.method,
  source: intervals.source,
  length_ms: intervals.lengthMs,
  observed: intervals.observed,
  ...figures({ scored: intervals.scored, percent: intervals.percent }),
  bias: intervals.bias,
})

export const words = (all: readonly Words[], kept: Kept): object[] =>
  all.map((one) => {
    const findings = kept(one)
    return {
      session: one.session,
      record: one.record,
      at_ms: one.atMs,
      words: one.words,
      modifiers: one.modifiers,
      ...(findings.length > 0 && { kept: findings }),
    }
  })

export const talkFigures = ({ behavior, unit, total, unnamed, shares }: TalkShare): object => ({
  behavior: behavior.name,
  unit,
  total,
  unnamed,
  shares: shares.map(({ subject, amount, percent }) => ({ subject, amount, ...figures({ percent }) })),
})

export const multiCodeFigures = ({ method, lengthMs, intervals, marks, codes }: MultiCode): object => ({
  method,
  length_ms: lengthMs,
  intervals,
  marks,
  codes: codes.map(({ behavior, scored, percentOfIntervals, percentOfMarks }) => ({
    behavior: behavior.name,
    scored,
    ...figures({ percent_of_intervals: percentOfIntervals, percent_of_marks: percentOfMarks }),
  })),
})

export const averagesOfBehavior = ({ behavior, units, averages, byModifier }: BehaviorAverages): object => ({
  name: behavior.name,
  version: behavior.version,
  technique: behavior.technique,
  units,
  ...averageFigures(averages),
  by_modifier: valuesOf(byModifier, averageFigures),
})

export const averagesOfMultiCode = ({ method, lengthMs, units, codes }: MultiCodeAverages): object => ({
  method,
  length_ms: lengthMs,
  units,
  codes: codes.map(({ behavior, percentOfIntervals, percentOfMarks }) => ({
    behavior: behavior.name,
    percent_of_intervals: distributionFigures(percentOfIntervals),
    percent_of_marks: distributionFigures(percentOfMarks),
  })),
})

/** What the averaged figures are called, as their counterparts in one session are. */
const AVERAGED_NAMES: Readonly<Record<Averaged, string>> = {
  count: 'count',
  ratePerMin: 'rate_per_min',
  interResponseMeanMs: 'inter_response_mean_ms',
  totalMs: 'total_ms',
  meanMs: 'mean_ms',
  percentOfObserved: 'percent_of_observed',
  latencyMeanMs: 'latency_mean_ms',
  intervalsPercent: 'intervals_percent',
}

const averageFigures = (averages: Averages): object =>
  Object.fromEntries(
    Object.entries(averages).map(([name, distribution]) => [
      AVERAGED_NAMES[name as Averaged],
      distributionFigures(distribution),
    ]),
  )

const valuesOf = <T>(byModifier: ByModifier<T>, json: (of: T) => object): Record<string, object> =>
  Object.fromEntries(
    [...byModifier].map(([name, values]) => [
      name,
      Object.fromEntries([...values].map(([value, of]) => [value, json(of)])),
    ]),
  )
