import type { Cells } from './cells.ts'
import { cohenKappa, confusionTable, NEITHER, noKappa, twoByTwo } from './kappa.ts'
import type { Kappa } from './types.ts'
import type { Units } from './units.ts'

/**
 * The time-unit kappas of what stood at each instant: over all, where a category is everything that stands at once ('talks + writes'), and for each
 * behavior, where it stands or does not.
 */
export function standingKappas(
  names: readonly string[],
  { a, b }: Units,
): { readonly overall: Kappa; readonly behaviors: readonly Kappa[] } {
  const key = (standing: readonly number[] | undefined): string => (standing ?? []).join(TOGETHER)
  const label = (of: string): string =>
    of === NEITHER
      ? 'nothing'
      : of
          .split(TOGETHER)
          .map((name) => names[Number(name)] ?? '')
          .join(' + ')
  const overall = confusionTable(
    a.map((standing, unit) => [key(standing), key(b[unit])]),
    label,
  )
  const both = new Uint32Array(names.length)
  const inA = new Uint32Array(names.length)
  const inB = new Uint32Array(names.length)
  for (const [unit, standing] of a.entries()) {
    const other = b[unit] ?? []
    for (const name of standing) {
      inA[name] = (inA[name] ?? 0) + 1
      if (other.includes(name)) both[name] = (both[name] ?? 0) + 1
    }
    for (const name of other) inB[name] = (inB[name] ?? 0) + 1
  }
  return {
    overall: cohenKappa(overall),
    behaviors: names.map((name, index) =>
      cohenKappa(standsOrNot(name, a.length, both[index] ?? 0, inA[index] ?? 0, inB[index] ?? 0)),
    ),
  }
}

const TOGETHER = '+'

/** Recorded intervals are time units already: scored or not. */
export function intervalKappa(name: string, cells: Cells): Kappa {
  if (cells.cells === null) return noKappa(cells.why)
  const count = (scored: (cell: { scoredA: boolean; scoredB: boolean }) => boolean): number =>
    cells.cells.filter(scored).length
  return cohenKappa(
    standsOrNot(
      name,
      cells.cells.length,
      count(({ scoredA, scoredB }) => scoredA && scoredB),
      count(({ scoredA }) => scoredA),
      count(({ scoredB }) => scoredB),
    ),
  )
}

const standsOrNot = (name: string, n: number, both: number, inA: number, inB: number) =>
  twoByTwo([name, 'not'], [both, inA - both, inB - both, n - inA - inB + both])
