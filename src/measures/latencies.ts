import { distribution } from './figures.ts'
import { stretchAt } from './observed.ts'
import type { Occurrence, PreparedSession, Strand } from './strands.ts'
import type { TechniqueFigures } from './technique.ts'
import type { Bin } from './types.ts'

/** As many bins as still fit on a screen and show a shape. */
const MOST_BINS = 10

/**
 * How long the response to a cue took, in ms. A cue whose response nobody saw (none recorded, or closed by the
 * session's end or a recovery) is unanswered. A response that came after a gap has no latency: the time in
 * between was not observed.
 */
export function latencyOf(
  { atMs, number }: Occurrence,
  { stretches, stops }: PreparedSession,
): number | 'unanswered' | 'across a gap' {
  const stop = stops.get(number)
  if (stop === undefined || stop.atMs === null || stop.flag === 'ended' || stop.flag === 'recovered')
    return 'unanswered'
  const stretch = stretchAt(stretches, atMs)
  if (stretch === -1 || stretch !== stretchAt(stretches, stop.atMs)) return 'across a gap'
  return Math.max(0, stop.atMs - atMs)
}

/**
 * Response latency, from the cue to the response (Cooper, Heron & Heward, 2020, chapter 4; of questions,
 * Rowe's wait time, 1974).
 */
export function latencies(strands: readonly Strand[]): TechniqueFigures {
  const waits: number[] = []
  let cues = 0
  let outside = 0
  let unanswered = 0
  let acrossGap = 0
  for (const { session, occurrences } of strands) {
    for (const cue of occurrences) {
      cues++
      if (stretchAt(session.stretches, cue.atMs) === -1) outside++
      const latency = latencyOf(cue, session)
      if (latency === 'unanswered') unanswered++
      else if (latency === 'across a gap') acrossGap++
      else waits.push(latency)
    }
  }
  const times = distribution(
    waits,
    cues === 0 ? 'no cue was recorded' : 'no response was seen within observed time',
  )
  return {
    count: cues,
    outside,
    figures: {
      latencies: {
        cues,
        answered: waits.length,
        unanswered,
        acrossGap,
        meanMs: times.mean,
        medianMs: times.median,
        sdMs: times.sd,
        minMs: times.min,
        maxMs: times.max,
        bins: bins(waits, times.max.value ?? 0),
      },
    },
  }
}

/**
 * The narrowest width of 1, 2 or 5 × 10ⁿ ms with which the bins from 0 to the longest wait are no more than
 * `MOST_BINS`.
 */
function bins(waits: readonly number[], longest: number): Bin[] {
  if (waits.length === 0) return []
  let width = 1
  for (let decade = 1; Math.floor(longest / width) >= MOST_BINS; decade *= 10) {
    for (const step of [1, 2, 5]) {
      width = step * decade
      if (Math.floor(longest / width) < MOST_BINS) break
    }
  }
  const counts = new Array<number>(Math.floor(longest / width) + 1).fill(0)
  for (const wait of waits) {
    const index = Math.floor(wait / width)
    counts[index] = (counts[index] ?? 0) + 1
  }
  return counts.map((count, index) => ({ fromMs: index * width, toMs: (index + 1) * width, count }))
}
