import { matchTimes } from './match.ts'
import type { RecordedBehavior, Timing } from './types.ts'

/** A record with a time, and which behavior it is of: an index into the list of names. */
export interface Sighting extends Timing {
  readonly behavior: number
}

export interface SightingPair {
  readonly a: Sighting
  readonly b: Sighting
}

/** Records that belong together, and those that stand alone. */
export interface Matching {
  /** Same behavior, within the tolerance; one list for each behavior. */
  readonly same: readonly (readonly SightingPair[])[]
  /** Within the tolerance, but of different behaviors: what one took for this, the other took for that. */
  readonly confused: readonly SightingPair[]
  readonly onlyA: readonly Sighting[]
  readonly onlyB: readonly Sighting[]
}

/**
 * Pairs the records of two accounts: first each behavior by itself, then what is left over whatever its behavior, both by `matchTimes`.
 * An agreement is thus never given up for a confusion, as in the alignment of Quera, Bakeman & Gnisci (2007),
 * *Behavior Research Methods*, 39, 39–49; and the figures of one behavior agree with those over all.
 *
 * @param behaviors A's and B's record of each behavior, their timings in order; where either recorded intervals, there are no times to pair
 */
export function matchAccounts(
  behaviors: readonly { readonly a: RecordedBehavior; readonly b: RecordedBehavior }[],
  toleranceMs: number,
): Matching {
  const same: SightingPair[][] = []
  const leftA: Sighting[] = []
  const leftB: Sighting[] = []
  for (const [behavior, { a, b }] of behaviors.entries()) {
    if (a.kind === 'interval' || b.kind === 'interval') {
      same.push([])
      continue
    }
    const named = (timing: Timing): Sighting => ({ ...timing, behavior })
    const matched = match(a.timings.map(named), b.timings.map(named), toleranceMs)
    same.push(matched.pairs)
    for (const sighting of matched.leftA) leftA.push(sighting)
    for (const sighting of matched.leftB) leftB.push(sighting)
  }
  const byTime = (x: Sighting, y: Sighting): number => x.atMs - y.atMs || x.behavior - y.behavior
  const rest = match(leftA.sort(byTime), leftB.sort(byTime), toleranceMs)
  return { same, confused: rest.pairs, onlyA: rest.leftA, onlyB: rest.leftB }
}

function match(a: readonly Sighting[], b: readonly Sighting[], toleranceMs: number) {
  const times = (sightings: readonly Sighting[]): number[] => sightings.map(({ atMs }) => atMs)
  const found = matchTimes(times(a), times(b), toleranceMs)
  const takenA = new Set(found.map((pair) => pair.a))
  const takenB = new Set(found.map((pair) => pair.b))
  return {
    pairs: found.map((pair) => ({ a: a[pair.a] as Sighting, b: b[pair.b] as Sighting })),
    leftA: a.filter((_, index) => !takenA.has(index)),
    leftB: b.filter((_, index) => !takenB.has(index)),
  }
}
