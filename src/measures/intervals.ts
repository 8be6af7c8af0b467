import { type Behavior, type IntervalTechnique, isIntervalTechnique } from '../domain/model.ts'
import { known, percent } from './figures.ts'
import { addOccurrence, emptyStrand, type Occurrence, type Strand } from './strands.ts'
import type { TechniqueFigures } from './technique.ts'
import type { IntervalSummary } from './types.ts'

/** Powell, Martindale & Kulp (1975); Cooper, Heron & Heward (2020), chapter 4. */
export const BIAS: Readonly<Record<IntervalTechnique, string>> = {
  'partial-interval':
    'Partial-interval recording overestimates how long a behavior lasted, more so the longer the interval.',
  'whole-interval':
    'Whole-interval recording underestimates how long a behavior lasted, more so the longer the interval.',
  momentary:
    'Momentary time sampling comes nearest to how long a behavior lasted, and misses what is short and rare.',
}

export const NO_INTERVAL = 'no whole interval was observed'

/**
 * The marks that stand: of several for one interval with the same modifiers, the last; one without modifiers
 * replaces all that came before it.
 */
export function standing(strand: Strand, lengthMs: number): Strand {
  const { session, tallies, unpaired } = strand
  const standing = { ...emptyStrand(session), tallies: [...tallies], unpaired }
  const { length } = strand.occurrences
  for (let from = 0; from < length; ) {
    const interval = intervalOf(strand.occurrences[from], lengthMs)
    let to = from + 1
    while (to < length && intervalOf(strand.occurrences[to], lengthMs) === interval) to++
    for (const mark of lastMarks(strand.occurrences.slice(from, to))) addOccurrence(standing, mark)
    from = to
  }
  return standing
}

function lastMarks(marks: Occurrence[]): Iterable<Occurrence> {
  if (marks.length === 1) return marks
  const last = new Map<string, Occurrence>()
  for (const mark of marks.sort((a, b) => a.number - b.number)) {
    const modifiers = Object.entries(mark.modifiers).sort(([a], [b]) => (a < b ? -1 : 1))
    if (modifiers.length === 0) last.clear()
    last.set(JSON.stringify(modifiers), mark)
  }
  return last.values()
}

const intervalOf = (mark: Occurrence | undefined, lengthMs: number): number =>
  Math.floor((mark?.atMs ?? 0) / lengthMs)

/**
 * Intervals scored of intervals observed. An interval is observed when it was marked, scored or not, unless a
 * gap covers more than half of it or it is the part interval at the session's end. It is scored when any
 * standing mark scores it.
 *
 * @param strands of standing marks
 * @param ofAllValues for the strands of one value of a modifier that was looked for in every interval: how
 *   many those are
 */
export function recordedIntervals(
  { technique, intervalMs }: Behavior,
  strands: readonly Strand[],
  ofAllValues: number | null,
): TechniqueFigures {
  if (!isIntervalTechnique(technique) || intervalMs === null) {
    throw new TypeError(`No interval length for ${technique}.`)
  }
  let scored = 0
  let observed = 0
  let outside = 0
  for (const strand of strands) {
    const marks = markedIntervals(strand, intervalMs)
    scored += marks.scored.size
    observed += marks.observed.size
    outside += marks.outside
  }
  if (ofAllValues !== null) observed = ofAllValues
  const intervals: IntervalSummary = {
    method: technique,
    lengthMs: intervalMs,
    source: 'recorded',
    observed,
    scored: known(scored),
    percent: percent(scored, observed, NO_INTERVAL),
    bias: BIAS[technique],
  }
  return { count: scored, outside, noRate: NO_RATE, figures: { intervals } }
}

const NO_RATE = 'intervals scored are no count of occurrences'

/**
 * The intervals, by index, that a strand of standing marks observed and scored, and how many marks fall
 * outside both.
 */
export function markedIntervals(
  { session, occurrences }: Strand,
  lengthMs: number,
): { observed: ReadonlySet<number>; scored: ReadonlySet<number>; outside: number } {
  const grid = session.gridOf(lengthMs)
  const observed = new Set<number>()
  const scored = new Set<number>()
  let outside = 0
  for (const mark of occurrences) {
    const interval = intervalOf(mark, lengthMs)
    if (!grid.isObserved(interval)) outside++
    else {
      observed.add(interval)
      if ((mark.value ?? 0) > 0) scored.add(interval)
    }
  }
  return { observed, scored, outside }
}

/**
 * Whether marks that score nothing name a value of this modifier. If they do, each value was looked for on its
 * own (people, one after the other), and has the intervals that name it as its denominator; if not, all values
 * were looked for in every interval.
 */
export const namesValueWhenNotScored = (strands: readonly Strand[], modifier: string): boolean =>
  strands.some(({ occurrences }) =>
    occurrences.some(({ value, modifiers }) => value === 0 && Object.hasOwn(modifiers, modifier)),
  )
