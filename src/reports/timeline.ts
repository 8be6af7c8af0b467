import { type Behavior, isIntervalTechnique, type Observation } from '../domain/model.ts'
import { visibleLine } from '../domain/text.ts'
import { merged, observedBouts } from '../measures/durations.ts'
import { standing } from '../measures/intervals.ts'
import { prepare, type Strand } from '../measures/strands.ts'
import type { Stretch } from '../measures/types.ts'

/** A stretch for which something was said: 1 scored or seen, 0 not, null no opportunity. A check has no length. */
export interface MarkedStretch extends Stretch {
  readonly value: 0 | 1 | null
}

/** Something that took no time, and the words written down with it, as they were written. */
export interface Moment {
  readonly atMs: number
  readonly words: string | null
  readonly modifiers: Readonly<Record<string, string>>
}

/** What happened when, of one behavior. */
export type TimelineRow = {
  readonly name: string
  /** How many were counted without times, and so are not on the line. */
  readonly untimed: number
} & (
  | { readonly kind: 'moments'; readonly moments: readonly Moment[] }
  | { readonly kind: 'bouts'; readonly bouts: readonly Stretch[] }
  | { readonly kind: 'marks'; readonly marks: readonly MarkedStretch[] }
)

/** When things happened in one session. */
export interface Timeline {
  /** Up to the session's end, or to the last record where one lies behind it. */
  readonly lengthMs: number
  /** When nobody was observing, in order. */
  readonly gaps: readonly Stretch[]
  readonly rows: readonly TimelineRow[]
}

export function timelineOf(observation: Observation): Timeline {
  const session = prepare(observation)
  const lengthMs = session.records.reduce((last, { atMs }) => Math.max(last, atMs ?? 0), session.lengthMs)
  const rows = observation.behaviors.flatMap((behavior) => {
    const strand = session.strands.get(behavior.id)
    return strand === undefined ? [] : [rowOf(behavior, strand)]
  })
  return { lengthMs, gaps: between(session.stretches, lengthMs), rows }
}

function rowOf(behavior: Behavior, strand: Strand): TimelineRow {
  const name = visibleLine(behavior.name)
  const untimed = strand.tallies.reduce((total, { value }) => total + (value ?? 0), 0)
  const { technique, intervalMs } = behavior
  if (technique === 'duration') {
    const bouts = merged(observedBouts(strand).bouts).map(({ onMs, offMs }) => ({
      fromMs: onMs,
      toMs: offMs,
    }))
    return { name, untimed, kind: 'bouts', bouts }
  }
  if (isIntervalTechnique(technique) && intervalMs !== null) {
    return { name, untimed, kind: 'marks', marks: markedIntervals(standing(strand, intervalMs), intervalMs) }
  }
  if (technique === 'checklist') {
    const marks = strand.occurrences.map(({ atMs, value }) => ({
      fromMs: atMs,
      toMs: atMs,
      value: markOf(value),
    }))
    return { name, untimed, kind: 'marks', marks }
  }
  const moments = strand.occurrences.map(({ atMs, words, modifiers }) => ({
    atMs,
    words,
    modifiers,
  }))
  return { name, untimed, kind: 'moments', moments }
}

/** One stretch an interval, scored if any of its marks scores it. */
function markedIntervals({ occurrences }: Strand, intervalMs: number): MarkedStretch[] {
  const marks = new Map<number, 0 | 1 | null>()
  for (const { atMs, value } of occurrences) {
    const interval = Math.floor(atMs / intervalMs)
    if (marks.get(interval) !== 1) marks.set(interval, markOf(value))
  }
  return [...marks].map(([interval, value]) => ({
    fromMs: interval * intervalMs,
    toMs: (interval + 1) * intervalMs,
    value,
  }))
}

const markOf = (value: number | null): 0 | 1 | null => (value === null ? null : value > 0 ? 1 : 0)

function between(stretches: readonly Stretch[], lengthMs: number): Stretch[] {
  const gaps: Stretch[] = []
  let fromMs = 0
  for (const stretch of stretches) {
    if (stretch.fromMs > fromMs) gaps.push({ fromMs, toMs: stretch.fromMs })
    fromMs = stretch.toMs
  }
  if (fromMs < lengthMs) gaps.push({ fromMs, toMs: lengthMs })
  return gaps
}
