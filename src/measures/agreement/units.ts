import { getOrAdd } from '../get-or-add.ts'
import { grid, intervalsIn } from '../grid.ts'
import { observedStretches } from '../observed.ts'
import type { SharedTime } from './cells.ts'
import type { Account, RecordedBehavior } from './types.ts'

/** What each observer had standing at each instant: indexes into the list of names, in ascending order. */
export interface Units {
  readonly a: readonly (readonly number[])[]
  readonly b: readonly (readonly number[])[]
}

export function sharedTime(a: Account, b: Account): SharedTime {
  const lengthMs = Math.min(a.lengthMs, b.lengthMs)
  return { lengthMs, stretches: observedStretches(lengthMs, [...a.gaps, ...b.gaps]) }
}

/**
 * Looks at instants 0, everyMs, 2 everyMs … of the time that both observed. A bout stands from its onset until just before its
 * offset; a scored interval stands all through; a moment stands at the instant whose unit [t, t + everyMs) it falls in.
 *
 * @param behaviors A's and B's record of each behavior, in the order of their names
 */
export function unitsOf(
  behaviors: readonly { readonly a: RecordedBehavior; readonly b: RecordedBehavior }[],
  shared: SharedTime,
  everyMs: number,
): Units {
  const count = intervalsIn(shared.lengthMs, everyMs)
  const a = Array.from({ length: count }, (): number[] => [])
  const b = Array.from({ length: count }, (): number[] => [])
  for (const [name, behavior] of behaviors.entries()) {
    stand(behavior.a, name, a, everyMs)
    stand(behavior.b, name, b, everyMs)
  }
  const observed = instantsIn(shared, everyMs)
  return { a: observed.map((unit) => a[unit] ?? []), b: observed.map((unit) => b[unit] ?? []) }
}

/**
 * Recorded intervals of one length are units already: those that each observer marked, whatever the code. A code that is not marked in one of
 * them was not seen (see `multiCodes`).
 */
export function recordedUnits(
  behaviors: readonly { readonly a: RecordedBehavior; readonly b: RecordedBehavior }[],
  { lengthMs, stretches }: SharedTime,
  intervalMs: number,
): Units {
  const tiles = grid(lengthMs, stretches, intervalMs)
  const a = markedBy(behaviors.map((behavior) => behavior.a))
  const b = markedBy(behaviors.map((behavior) => behavior.b))
  const both = [...a.keys()].filter((index) => b.has(index) && tiles.isObserved(index))
  const standing = (marks: ReadonlyMap<number, readonly number[]>) =>
    both.map((index) => marks.get(index) ?? [])
  return { a: standing(a), b: standing(b) }
}

/** What is scored in each interval that any behavior was marked in. */
function markedBy(behaviors: readonly RecordedBehavior[]): Map<number, number[]> {
  const marks = new Map<number, number[]>()
  for (const [name, { intervals }] of behaviors.entries()) {
    for (const { index, scored } of intervals) {
      const standing = getOrAdd(marks, index, (): number[] => [])
      if (scored && standing.at(-1) !== name) standing.push(name)
    }
  }
  return marks
}

function instantsIn({ stretches }: SharedTime, everyMs: number): number[] {
  const instants: number[] = []
  for (const { fromMs, toMs } of stretches) {
    for (let unit = Math.ceil(fromMs / everyMs); unit * everyMs < toMs; unit++) instants.push(unit)
  }
  return instants
}

function stand(behavior: RecordedBehavior, name: number, units: number[][], everyMs: number): void {
  const put = (unit: number): void => {
    const standing = units[unit]
    if (standing !== undefined && standing.at(-1) !== name) standing.push(name)
  }
  // Where bouts overlap, a unit is visited once.
  let next = 0
  for (const [fromMs, toMs] of stretchesOf(behavior)) {
    if (toMs === null) put(Math.floor(fromMs / everyMs))
    else {
      let unit = Math.max(next, Math.ceil(fromMs / everyMs))
      for (; unit * everyMs < toMs && unit < units.length; unit++) put(unit)
      next = unit
    }
  }
}

/** In order of time; a moment has no end. */
function* stretchesOf(behavior: RecordedBehavior): Generator<[fromMs: number, toMs: number | null]> {
  for (const { atMs, lengthMs } of behavior.timings) {
    yield [atMs, behavior.kind === 'bout' && lengthMs !== null ? atMs + lengthMs : null]
  }
  const lengthMs = behavior.intervalMs ?? 0
  for (const { index, scored } of behavior.intervals) {
    if (scored) yield [index * lengthMs, (index + 1) * lengthMs]
  }
}
