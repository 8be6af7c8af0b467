import { distribution, UNTIMED } from './figures.ts'
import { stretchAt } from './observed.ts'
import { hasTallies, type Strand } from './strands.ts'
import type { TechniqueFigures } from './technique.ts'

/** @param timed how many occurrences have times */
export const whyNoInterResponse = (timed: number, strands: readonly Strand[]): string =>
  timed < 2 && hasTallies(strands) ? UNTIMED : 'it takes two occurrences within one stretch of observed time'

/**
 * Moments (event, verbatim, anecdotal): how many, and the times between them. Inter-response time runs from
 * the end of one response to the onset of the next (Cooper, Heron & Heward, *Applied Behavior Analysis*, 3rd
 * ed. 2020, chapter 4); a moment has no length, so here it runs from onset to onset. Two moments with a gap
 * between them have none, since another may have come unseen.
 */
export function moments(strands: readonly Strand[]): TechniqueFigures {
  let count = 0
  let outside = 0
  const betweens: number[] = []
  for (const { session, occurrences } of strands) {
    let lastMs = 0
    let lastStretch = -1
    occurrences.forEach(({ atMs }) => {
      count++
      const stretch = stretchAt(session.stretches, atMs)
      if (stretch === -1) {
        outside++
        return
      }
      if (stretch === lastStretch) betweens.push(atMs - lastMs)
      lastMs = atMs
      lastStretch = stretch
    })
  }
  return {
    count,
    outside,
    figures: { interResponseMs: distribution(betweens, whyNoInterResponse(count, strands)) },
  }
}
