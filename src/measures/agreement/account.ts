import { type Behavior, isIntervalTechnique } from '../../domain/model.ts'
import { observedBouts } from '../durations.ts'
import { markedIntervals, standing } from '../intervals.ts'
import { latencyOf } from '../latencies.ts'
import { prepare, type Recorded, type Strand } from '../strands.ts'
import type { Account, RecordedBehavior, Timing } from './types.ts'

/**
 * One observer's account, from what they recorded. Bouts, latencies and intervals are those of a report: gaps split bouts, and a response
 * after a gap has no latency. Anecdotal notes and checklists are left out, as they say nothing that a second observer could time or count.
 * Several versions of a behavior in one session make one.
 */
export function accountOf(observation: Recorded): Account {
  const session = prepare(observation)
  const behaviors = new Map<string, RecordedBehavior>()
  for (const behavior of observation.behaviors) {
    const strand = session.strands.get(behavior.id)
    const recorded = strand === undefined ? null : recordedOf(behavior, strand)
    if (recorded === null) continue
    const before = behaviors.get(behavior.name)
    behaviors.set(behavior.name, before === undefined ? recorded : together(before, recorded))
  }
  return {
    lengthMs: observation.session.lengthMs,
    gaps: observation.gaps,
    behaviors: [...behaviors.values()],
  }
}

/** The behaviors that `accountOf` leaves out. */
export const isCompared = ({ technique }: Behavior): boolean =>
  technique !== 'anecdotal' && technique !== 'checklist'

function recordedOf(behavior: Behavior, strand: Strand): RecordedBehavior | null {
  if (!isCompared(behavior)) return null
  const { name, technique, intervalMs } = behavior
  const untimed = strand.tallies.reduce((total, { value }) => total + (value ?? 0), 0)
  const timed = (kind: RecordedBehavior['kind'], timings: readonly Timing[]): RecordedBehavior => ({
    name,
    kind,
    timings,
    untimed,
    intervalMs: null,
    intervals: [],
  })
  if (isIntervalTechnique(technique) && intervalMs !== null) {
    const { observed, scored } = markedIntervals(standing(strand, intervalMs), intervalMs)
    const intervals = [...observed].map((index) => ({ index, scored: scored.has(index) }))
    return { name, kind: 'interval', timings: [], untimed, intervalMs, intervals }
  }
  if (technique === 'duration') {
    const { bouts } = observedBouts(strand)
    return timed(
      'bout',
      bouts.map(({ onMs, offMs }) => ({ atMs: onMs, lengthMs: offMs - onMs })),
    )
  }
  if (technique === 'latency') {
    return timed(
      'latency',
      strand.occurrences.map((cue) => {
        const latency = latencyOf(cue, strand.session)
        return { atMs: cue.atMs, lengthMs: typeof latency === 'number' ? latency : null }
      }),
    )
  }
  return timed(
    'moment',
    strand.occurrences.map(({ atMs }) => ({ atMs, lengthMs: null })),
  )
}

const together = (one: RecordedBehavior, other: RecordedBehavior): RecordedBehavior => ({
  ...one,
  timings: [...one.timings, ...other.timings],
  untimed: one.untimed + other.untimed,
  intervals: [...one.intervals, ...other.intervals],
})
