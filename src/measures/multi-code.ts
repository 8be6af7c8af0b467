import { type Behavior, type IntervalTechnique, isIntervalTechnique } from '../domain/model.ts'
import { percent } from './figures.ts'
import { getOrAdd } from './get-or-add.ts'
import { markedIntervals, NO_INTERVAL, standing } from './intervals.ts'
import type { PreparedSession } from './strands.ts'
import type { MultiCode } from './types.ts'

interface Group {
  readonly method: IntervalTechnique
  readonly lengthMs: number
  intervals: number
  marks: number
  readonly codes: Map<number, { readonly behavior: Behavior; scored: number; intervals: number }>
}

/**
 * Several codes marked in the same intervals (COPUS; Smith et al., 2013): those with one technique and one
 * interval length. Two shares are published, and differ: of intervals (a code's marks / intervals observed;
 * shares add up to more than 100) and of marks (a code's marks / all codes' marks; Smith's pie charts). An
 * interval counts as observed when any of the codes was marked in it, so a code that is not marked there was
 * not seen.
 */
export function multiCodes(sessions: readonly PreparedSession[]): MultiCode[] {
  const groups = new Map<string, Group>()
  for (const session of sessions) {
    for (const behaviors of watchedTogether(session)) addSession(groups, session, behaviors)
  }
  return [...groups.values()]
    .filter(({ codes }) => codes.size > 1)
    .map(({ codes, ...group }) => ({
      ...group,
      codes: [...codes.values()].map(({ behavior, scored, intervals }) => ({
        behavior,
        scored,
        percentOfIntervals: percent(scored, intervals, NO_INTERVAL),
        percentOfMarks: percent(scored, group.marks, 'nothing was scored'),
      })),
    }))
}

type IntervalBehavior = Behavior & { readonly technique: IntervalTechnique; readonly intervalMs: number }

const isIntervalBehavior = (behavior: Behavior): behavior is IntervalBehavior =>
  isIntervalTechnique(behavior.technique) && behavior.intervalMs !== null

const keyOf = ({ technique, intervalMs }: IntervalBehavior): string => `${technique} ${intervalMs}`

const watchedTogether = ({ behaviors }: PreparedSession): Iterable<readonly IntervalBehavior[]> =>
  Map.groupBy(behaviors.filter(isIntervalBehavior), keyOf).values()

function addSession(
  groups: Map<string, Group>,
  { strands }: PreparedSession,
  behaviors: readonly IntervalBehavior[],
): void {
  const [first] = behaviors
  if (first === undefined) return
  const { technique: method, intervalMs: lengthMs } = first
  const group = getOrAdd(groups, keyOf(first), () => ({
    method,
    lengthMs,
    intervals: 0,
    marks: 0,
    codes: new Map(),
  }))
  const observed = new Set<number>()
  const scored = new Map<IntervalBehavior, number>()
  for (const behavior of behaviors) {
    const strand = strands.get(behavior.id)
    if (strand === undefined) continue
    const marks = markedIntervals(standing(strand, lengthMs), lengthMs)
    for (const interval of marks.observed) observed.add(interval)
    scored.set(behavior, marks.scored.size)
  }
  group.intervals += observed.size
  for (const [behavior, marks] of scored) {
    const code = getOrAdd(group.codes, behavior.id, () => ({ behavior, scored: 0, intervals: 0 }))
    code.scored += marks
    code.intervals += observed.size
    group.marks += marks
  }
}
