import type { Released } from '../domain/audience.ts'
import type { Gap, Goal, Observation, Reflection, SessionRecord, Technique } from '../domain/model.ts'
import type { BehaviorSummary, Figure, SessionSummary, Words } from '../measures/types.ts'

/** All that a question may draw on. */
export interface Material {
  readonly observation: Released<Observation>
  /** The measures of that observation. */
  readonly summary: Released<SessionSummary>
  /** What the protégé has said about this session so far, the oldest first. */
  readonly reflections: Released<readonly Reflection[]>
  /** The goals of the agreement. */
  readonly goals: Released<readonly Goal[]>
}

/** A stretch of a session between two records. */
export interface Span {
  readonly fromMs: number
  readonly toMs: number
  readonly records: readonly number[]
}

/** What the material says about one behavior. */
export interface BehaviorFacts extends Material {
  readonly measures: BehaviorSummary
  /** Each occurrence that carries a time, in order. Where it has no end of its own, it ends where it begins. */
  readonly occurrences: readonly Span[]
  /** The longest time from one occurrence to the next with nobody looking away in between. */
  readonly longestBetween: Span | null
  /** Words said, and words written down about what was seen. */
  readonly quotes: readonly Words[]
  readonly notes: readonly Words[]
}

/** The facts of each behavior that was watched, in one pass over the records. */
export function factsOf(material: Material): BehaviorFacts[] {
  const records = Map.groupBy(material.observation.records, (record) => record.behavior)
  return material.summary.behaviors.map((measures) => {
    const occurrences = occurrencesOf(measures.technique, records.get(measures.behavior.id) ?? [])
    return {
      ...material,
      measures,
      occurrences,
      longestBetween: longestBetween(measures, occurrences, material.observation),
      quotes: measures.quotes ?? [],
      notes: measures.notes ?? [],
    }
  })
}

export const numberOf = (figure: Figure | undefined): number | null => figure?.value ?? null

/** Whether somebody was observing from its beginning to its end. */
export const isWatched = ({ fromMs, toMs }: Span, gaps: readonly Gap[]): boolean =>
  gaps.every((gap) => gap.fromMs >= toMs || (gap.toMs ?? Infinity) <= fromMs)

function occurrencesOf(technique: Technique, records: readonly SessionRecord[]): Span[] {
  const paired = technique === 'duration' || technique === 'latency'
  const spans = paired ? pairsOf(records) : momentsOf(records)
  return spans.sort((a, b) => a.fromMs - b.fromMs)
}

function momentsOf(records: readonly SessionRecord[]): Span[] {
  return records.flatMap(({ mark, value, atMs, number }) => {
    const occurred = mark === 'point' || ((mark === 'interval' || mark === 'check') && value === 1)
    return occurred && atMs !== null ? [{ fromMs: atMs, toMs: atMs, records: [number] }] : []
  })
}

function pairsOf(records: readonly SessionRecord[]): Span[] {
  const starts = new Map(
    records.filter(({ mark }) => mark === 'start').map((record) => [record.number, record]),
  )
  return records.flatMap((stop) => {
    const start = stop.starts === null ? undefined : starts.get(stop.starts)
    if (start?.atMs == null || stop.atMs === null) return []
    return [{ fromMs: start.atMs, toMs: stop.atMs, records: [start.number, stop.number] }]
  })
}

function longestBetween(
  { technique, interResponseMs }: BehaviorSummary,
  occurrences: readonly Span[],
  { gaps }: Observation,
): Span | null {
  // The figure is the measures' own; the records tell where in the session it was.
  const longest = numberOf(interResponseMs?.max)
  if (longest === null || longest === 0) return null
  for (const [index, { toMs, fromMs, records }] of occurrences.entries()) {
    const next = occurrences[index + 1]
    const from = technique === 'duration' ? toMs : fromMs
    if (next === undefined || next.fromMs - from !== longest) continue
    const span = { fromMs: from, toMs: next.fromMs, records: [...records, ...next.records] }
    if (isWatched(span, gaps)) return span
  }
  return null
}
