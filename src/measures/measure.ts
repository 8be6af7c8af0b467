import { type Behavior, type Flag, isIntervalTechnique, type Technique } from '../domain/model.ts'
import { strandsByModifier } from './by-modifier.ts'
import { checklist } from './checklist.ts'
import { derivedIntervals } from './derived.ts'
import { durations } from './durations.ts'
import { ratePerMin, unknown } from './figures.ts'
import { namesValueWhenNotScored, recordedIntervals, standing } from './intervals.ts'
import { latencies } from './latencies.ts'
import { moments } from './moments.ts'
import { type Strand, stopOf } from './strands.ts'
import type { TechniqueFigures } from './technique.ts'
import type { BehaviorSummary, Derivation, Measures } from './types.ts'
import { wordsOf } from './words.ts'

/**
 * The figures of one behavior version in the sessions where it was watched, and of each value of its modifiers.
 *
 * @param strands the behavior's own, one a session
 * @param derivation intervals to derive for what was recorded with times
 */
export function measureBehavior(
  behavior: Behavior,
  strands: readonly Strand[],
  derivation: Derivation | null,
): BehaviorSummary {
  const { intervalMs, technique } = behavior
  const whole =
    isIntervalTechnique(technique) && intervalMs !== null
      ? strands.map((strand) => standing(strand, intervalMs))
      : strands
  const measures = measure(behavior, whole, null, derivation)
  const byModifier = new Map<string, Map<string, Measures>>()
  for (const [name, values] of strandsByModifier(behavior, whole)) {
    const ofAllValues = namesValueWhenNotScored(whole, name) ? null : (measures.intervals?.observed ?? null)
    const ofEach = new Map<string, Measures>()
    for (const [value, own] of values) ofEach.set(value, measure(behavior, own, ofAllValues, derivation))
    byModifier.set(name, ofEach)
  }
  return { behavior, technique, ...measures, byModifier }
}

type Measured = (
  behavior: Behavior,
  strands: readonly Strand[],
  ofAllValues: number | null,
) => TechniqueFigures

const ofMoments: Measured = (_behavior, strands) => moments(strands)

/** What works out each technique's own figures. */
const MEASURED: Readonly<Record<Technique, Measured>> = {
  event: ofMoments,
  verbatim: ofMoments,
  anecdotal: ofMoments,
  duration: (_behavior, strands) => durations(strands),
  latency: (_behavior, strands) => latencies(strands),
  'partial-interval': recordedIntervals,
  'whole-interval': recordedIntervals,
  momentary: recordedIntervals,
  checklist,
}

/**
 * What the records of a technique are where intervals are derived from them; the others have no times to
 * derive from.
 */
const TIMED: Readonly<Partial<Record<Technique, 'bouts' | 'moments'>>> = {
  event: 'moments',
  verbatim: 'moments',
  duration: 'bouts',
}

function measure(
  behavior: Behavior,
  strands: readonly Strand[],
  ofAllValues: number | null,
  derivation: Derivation | null,
): Measures {
  const { technique } = behavior
  const { count, outside, noRate, figures } = MEASURED[technique](behavior, strands, ofAllValues)
  const flags: Record<Flag, number> = { bounce: 0, recovered: 0, ended: 0 }
  let untimed = 0
  let unpaired = 0
  let observedMs = 0
  for (const strand of strands) {
    observedMs += strand.session.observedMs
    unpaired += strand.unpaired
    for (const { value } of strand.tallies) untimed += value ?? 0
    for (const occurrence of strand.remarked) {
      const flag = stopOf(occurrence, strand.session)?.flag ?? occurrence.flag
      if (flag !== null) flags[flag]++
    }
  }
  const words = wordsOf(strands)
  const timed = TIMED[technique]
  return {
    count: count + untimed,
    untimed,
    observedMs,
    outside,
    unpaired,
    flags,
    ratePerMin: noRate === undefined ? ratePerMin(count + untimed, observedMs) : unknown(noRate),
    ...figures,
    ...(derivation !== null &&
      timed !== undefined && { intervals: derivedIntervals(derivation, timed, strands) }),
    ...(technique === 'verbatim' && { quotes: words }),
    ...(technique !== 'verbatim' && (technique === 'anecdotal' || words.length > 0) && { notes: words }),
  }
}
