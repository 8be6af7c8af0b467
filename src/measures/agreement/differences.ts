import type { Cells } from './cells.ts'
import type { Matching, Sighting } from './matching.ts'
import type { Difference } from './types.ts'

/** Where two accounts differ, in order of time. */
export function differencesOf(
  names: readonly string[],
  { same, confused, onlyA, onlyB }: Matching,
  recordedIntervals: readonly { readonly behavior: number; readonly cells: Cells }[],
): Difference[] {
  const nameOf = ({ behavior }: { readonly behavior: number }): string => names[behavior] ?? ''
  const differences: Difference[] = []
  for (const { a, b } of same.flat()) {
    const laterMs = b.atMs - a.atMs
    const longerMs = lengthDifference(a, b)
    if (laterMs === 0 && (longerMs ?? 0) === 0) continue
    differences.push({ kind: 'time', atMs: a.atMs, behavior: nameOf(a), laterMs, longerMs })
  }
  for (const { a, b } of confused) {
    differences.push({
      kind: 'behavior',
      atMs: a.atMs,
      behaviorA: nameOf(a),
      behaviorB: nameOf(b),
      laterMs: b.atMs - a.atMs,
    })
  }
  for (const a of onlyA) differences.push({ kind: 'only-a', atMs: a.atMs, behavior: nameOf(a) })
  for (const b of onlyB) differences.push({ kind: 'only-b', atMs: b.atMs, behavior: nameOf(b) })
  for (const interval of recordedIntervals) {
    if (interval.cells.cells === null) continue
    for (const { atMs, scoredA, scoredB } of interval.cells.cells) {
      if (scoredA === scoredB) continue
      differences.push({ kind: scoredA ? 'only-a' : 'only-b', atMs, behavior: nameOf(interval) })
    }
  }
  return differences.sort((x, y) => x.atMs - y.atMs)
}

const lengthDifference = (a: Sighting, b: Sighting): number | null =>
  a.lengthMs === null || b.lengthMs === null ? null : b.lengthMs - a.lengthMs
