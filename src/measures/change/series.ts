import { isIntervalTechnique, type Technique } from '../../domain/model.ts'
import { distribution } from '../figures.ts'
import type { BehaviorSummary, Figure } from '../types.ts'
import { comparePhases } from './index.ts'
import { phasesOf } from './phases.ts'
import type { Direction, Phase, PhaseComparison, Scale } from './types.ts'

/** What a series may be of: one figure of a behavior in each session. */
export const SERIES_MEASURES = ['count', 'rate', 'percent', 'total', 'mean', 'latency', 'intervals'] as const
export type SeriesMeasure = (typeof SERIES_MEASURES)[number]

/**
 * The figure in one session: `rate` per minute, `percent` of observed time or of intervals, `total`, `mean` and `latency` in ms,
 * `intervals` scored, in percent of those observed. Undefined where the technique has no such figure.
 */
export const seriesFigure = (measure: SeriesMeasure, summary: BehaviorSummary): Figure | undefined => {
  const { count, ratePerMin, durations, latencies, intervals } = summary
  switch (measure) {
    case 'count':
      return { value: count }
    case 'rate':
      return isIntervalTechnique(summary.technique) ? undefined : ratePerMin
    case 'percent':
      return durations?.percentOfObserved ?? intervals?.percent
    case 'total':
      return durations?.totalMs
    case 'mean':
      return durations?.meanMs
    case 'latency':
      return latencies?.meanMs
    case 'intervals':
      return intervals?.percent
  }
}

/** What best tells how much of it there was, of sessions that differ in length. */
export function usualMeasure(technique: Technique): SeriesMeasure {
  if (isIntervalTechnique(technique)) return 'intervals'
  if (technique === 'duration') return 'percent'
  if (technique === 'latency') return 'latency'
  return technique === 'checklist' ? 'count' : 'rate'
}

/** What the log response ratio must know of the values of a measure; without summaries, it is not known how long the sessions were. */
export function scaleOf(measure: SeriesMeasure | null, summaries: readonly BehaviorSummary[]): Scale {
  const mean = (of: (summary: BehaviorSummary) => number): number | null =>
    distribution(summaries.map(of), 'there is no session').mean.value
  const minutes = (summary: BehaviorSummary): number => summary.observedMs / 60_000
  switch (measure) {
    case 'count':
      return { kind: 'count' }
    case 'rate':
      return { kind: 'rate', minutes: mean(minutes) }
    case 'percent':
    case 'intervals':
      return {
        kind: 'percent',
        intervals: mean((summary) => summary.intervals?.observed ?? 60 * minutes(summary)),
      }
    default:
      return { kind: 'other' }
  }
}

/** One measure in one session. */
export interface SeriesPoint {
  /** Whose session, where the series of several are together. */
  readonly case: string | null
  readonly phase: string
  /** As people number it. */
  readonly session: number
  /** Its place in time, by which a trend is per session. */
  readonly place: number
  readonly value: Figure
}

/** The series of one case, and how its phases differ, each from the one before it. */
export interface CaseProgress {
  readonly case: string | null
  readonly points: readonly SeriesPoint[]
  /** Their values are those of the points, by place. */
  readonly phases: readonly Phase[]
  readonly comparisons: readonly PhaseComparison[]
}

/** Cuts series into cases and phases, in the order in which they come. A session whose value is undefined is in no phase. */
export function progressOf(
  points: readonly SeriesPoint[],
  wished: Direction | null,
  scale: Scale,
): CaseProgress[] {
  return [...Map.groupBy(points, (point) => point.case)].map(([name, own]) => {
    const phases = phasesOf(
      own.map(({ phase, place, value }) => ({ phase, session: place, value: value.value })),
    )
    return {
      case: name,
      points: own,
      phases,
      comparisons: phases.flatMap((phase, index) => {
        const before = phases[index - 1]
        return before === undefined ? [] : [comparePhases(before, phase, wished, scale)]
      }),
    }
  })
}
