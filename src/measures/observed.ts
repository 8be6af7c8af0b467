import type { Gap } from '../domain/model.ts'
import type { Stretch } from './types.ts'

/**
 * When a session was observed: [0, lengthMs) without its gaps, as stretches in order. Gaps may overlap, come
 * in any order and reach past the end; one that is still open lasts to the end.
 */
export function observedStretches(lengthMs: number, gaps: readonly Gap[]): readonly Stretch[] {
  const ordered = gaps
    .map((gap) => ({ fromMs: gap.fromMs, toMs: gap.toMs ?? lengthMs }))
    .sort((a, b) => a.fromMs - b.fromMs)
  const stretches: Stretch[] = []
  let from = 0
  for (const gap of ordered) {
    if (gap.toMs <= from || gap.toMs <= gap.fromMs) continue
    if (gap.fromMs >= lengthMs) break
    if (gap.fromMs > from) stretches.push({ fromMs: from, toMs: gap.fromMs })
    from = gap.toMs
  }
  if (from < lengthMs) stretches.push({ fromMs: from, toMs: lengthMs })
  return stretches
}

export function lengthOf(stretches: readonly Stretch[]): number {
  let total = 0
  for (const { fromMs, toMs } of stretches) total += toMs - fromMs
  return total
}

/**
 * The index of the stretch that a moment belongs to, or -1 where nobody was observing. Both edges belong to a
 * stretch: the record that came just before a gap, and the one that ended it, were seen.
 */
export function stretchAt(stretches: readonly Stretch[], atMs: number): number {
  const index = firstEndingFrom(stretches, atMs)
  const stretch = stretches[index]
  return stretch !== undefined && stretch.fromMs <= atMs ? index : -1
}

/** The index of the first stretch that ends at `atMs` or later; the number of stretches when there is none. */
export function firstEndingFrom(stretches: readonly Stretch[], atMs: number): number {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.toMs ?? 0) < atMs) low = middle + 1
    else high = middle
  }
  return low
}
