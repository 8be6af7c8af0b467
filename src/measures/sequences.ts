import type { Behavior, Technique } from '../domain/model.ts'
import { getOrAdd } from './get-or-add.ts'
import { stretchAt } from './observed.ts'
import type { PreparedSession } from './strands.ts'
import type { SequencePair, Sequences } from './types.ts'

/**
 * Techniques whose records have an onset that was seen as it happened. Notes and interval marks are written at
 * other times.
 */
const IN_SEQUENCE: ReadonlySet<Technique> = new Set(['event', 'duration', 'latency', 'verbatim'])

/**
 * Two-event sequences: each onset paired with the one directly after it, of whatever behavior (lag-1
 * sequential analysis, Bakeman & Gottman, 1997; antecedent–behavior–consequence recording: the pairs that end
 * in a behavior are what came before it, those that begin with it what came after). Onsets in the same
 * millisecond follow in the order in which they were recorded. No pair spans a gap or a border between
 * sessions.
 */
export function sequences(sessions: readonly PreparedSession[]): Sequences {
  const behaviors = new Map<number, Behavior>()
  const counts = new Map<number, Map<number, number>>()
  let total = 0
  for (const { behaviors: watched, records, stretches } of sessions) {
    const inSequence = new Set<number>()
    for (const behavior of watched) {
      behaviors.set(behavior.id, behavior)
      if (IN_SEQUENCE.has(behavior.technique)) inSequence.add(behavior.id)
    }
    let last = 0
    let lastStretch = -1
    records.forEach(({ behavior, mark, atMs }) => {
      if (mark !== 'point' && mark !== 'start') return
      if (behavior === null || atMs === null || !inSequence.has(behavior)) return
      const stretch = stretchAt(stretches, atMs)
      if (stretch !== -1 && stretch === lastStretch) {
        const after = getOrAdd(counts, last, () => new Map<number, number>())
        after.set(behavior, (after.get(behavior) ?? 0) + 1)
        total++
      }
      last = behavior
      lastStretch = stretch
    })
  }
  const pairs: SequencePair[] = []
  for (const [firstId, after] of counts) {
    for (const [nextId, count] of after) {
      const first = behaviors.get(firstId)
      const next = behaviors.get(nextId)
      if (first !== undefined && next !== undefined) pairs.push({ first, next, count })
    }
  }
  pairs.sort((a, b) => b.count - a.count || a.first.id - b.first.id || a.next.id - b.next.id)
  return { pairs, total }
}
