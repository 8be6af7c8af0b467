import type { Gap } from '../../domain/model.ts'

/** How much of [fromMs, toMs) nobody observed; a gap that is still open reaches as far as anything does. */
export function unobservedMs(gaps: readonly Gap[], fromMs: number, toMs: number): number {
  let total = 0
  for (const gap of gaps) {
    total += Math.max(0, Math.min(gap.toMs ?? toMs, toMs) - Math.max(gap.fromMs, fromMs))
  }
  return total
}

/** Whether nobody was observing at this moment; the moment a gap ends is observed again. */
export const isInGap = (gaps: readonly Gap[], atMs: number): boolean =>
  gaps.some((gap) => gap.fromMs <= atMs && atMs < (gap.toMs ?? Number.POSITIVE_INFINITY))

/** The gap that lasts, or null while the coach observes. */
export function openGap(gaps: readonly Gap[]): Gap | null {
  const last = gaps.at(-1)
  return last !== undefined && last.toMs === null ? last : null
}
