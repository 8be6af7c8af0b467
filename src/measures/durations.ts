import { distribution, known, NOT_OBSERVED, percent, sum, UNTIMED, unknown } from './figures.ts'
import { whyNoInterResponse } from './moments.ts'
import { firstEndingFrom, stretchAt } from './observed.ts'
import { hasTallies, type Occurrence, type PreparedSession, type Strand } from './strands.ts'
import type { TechniqueFigures } from './technique.ts'

/** Half-open: [onMs, offMs). */
export interface Bout {
  readonly onMs: number
  readonly offMs: number
  /** It was still running when the session ended, which is where it is cut. */
  readonly cut: boolean
}

/**
 * The observed bouts of one behavior in order of onset. A gap splits a bout that runs across it into pieces,
 * each a bout: what went on in the gap is not known. A bout with no offset runs to the session's end. What
 * lies outside observed time is left out.
 *
 * @returns also how many occurrences left no bout at all, and how many bouts are there only because a gap
 *   split another
 */
export function observedBouts(strand: Strand): { bouts: Bout[]; outside: number; splits: number } {
  const bouts: Bout[] = []
  let outside = 0
  let splits = 0
  strand.occurrences.forEach((occurrence) => {
    const before = bouts.length
    pieces(occurrence, strand.session, bouts)
    const made = bouts.length - before
    if (made === 0) outside++
    else splits += made - 1
  })
  bouts.sort((a, b) => a.onMs - b.onMs || a.offMs - b.offMs)
  return { bouts, outside, splits }
}

function pieces(
  { atMs, number }: Occurrence,
  { stretches, stops, lengthMs }: PreparedSession,
  bouts: Bout[],
): void {
  const stop = stops.get(number)
  const offMs = Math.max(atMs, stop?.atMs ?? lengthMs)
  if (offMs === atMs) {
    if (stretchAt(stretches, atMs) !== -1) bouts.push({ onMs: atMs, offMs, cut: false })
    return
  }
  const outlasts = stop === undefined || stop.flag === 'ended' || offMs > lengthMs
  for (let index = firstEndingFrom(stretches, atMs); ; index++) {
    const stretch = stretches[index]
    if (stretch === undefined || stretch.fromMs >= offMs) return
    const on = Math.max(atMs, stretch.fromMs)
    const off = Math.min(offMs, stretch.toMs)
    if (on < off) bouts.push({ onMs: on, offMs: off, cut: outlasts && off === lengthMs })
  }
}

/** Bouts that overlap or touch made one, in order: when the behavior was going on, whoever showed it. */
export function merged(bouts: readonly Bout[]): Bout[] {
  const result: Bout[] = []
  let last: { onMs: number; offMs: number; cut: boolean } | undefined
  for (const bout of bouts) {
    if (last !== undefined && bout.onMs <= last.offMs) {
      last.offMs = Math.max(last.offMs, bout.offMs)
      last.cut ||= bout.cut
    } else {
      last = { ...bout }
      result.push(last)
    }
  }
  return result
}

/**
 * Total duration, duration per occurrence and percent of observed time (Cooper, Heron & Heward, 2020, chapter
 * 4). The total sums bouts; the percent counts time in which two overlap once. Inter-response time runs from
 * an offset to the next onset, in one stretch of observed time; bouts that overlap have none between them.
 */
export function durations(strands: readonly Strand[]): TechniqueFigures {
  const lengths: number[] = []
  const betweens: number[] = []
  let outside = 0
  let splits = 0
  let occupiedMs = 0
  let observedMs = 0
  for (const strand of strands) {
    const { stretches } = strand.session
    const observed = observedBouts(strand)
    outside += observed.outside
    splits += observed.splits
    observedMs += strand.session.observedMs
    let endMs = 0
    let endStretch = -1
    observed.bouts.forEach(({ onMs, offMs }) => {
      lengths.push(offMs - onMs)
      const stretch = stretchAt(stretches, onMs)
      const sameStretch = stretch === endStretch
      if (sameStretch && onMs >= endMs) betweens.push(onMs - endMs)
      const start = sameStretch ? Math.max(onMs, endMs) : onMs
      if (offMs > start) occupiedMs += offMs - start
      endMs = sameStretch ? Math.max(endMs, offMs) : offMs
      endStretch = stretch
    })
  }
  // Without a single bout the total is 0 ms; but a tally says that there were some, of a length nobody took.
  const tallied = hasTallies(strands)
  const times = distribution(lengths, tallied ? UNTIMED : 'no bout was recorded')
  const timeless = tallied && lengths.length === 0
  return {
    count: lengths.length,
    outside,
    figures: {
      interResponseMs: distribution(betweens, whyNoInterResponse(lengths.length, strands)),
      durations: {
        bouts: lengths.length,
        splits,
        totalMs: timeless ? unknown(UNTIMED) : known(sum(lengths)),
        occupiedMs: timeless ? unknown(UNTIMED) : known(occupiedMs),
        meanMs: times.mean,
        medianMs: times.median,
        sdMs: times.sd,
        minMs: times.min,
        maxMs: times.max,
        percentOfObserved: timeless ? unknown(UNTIMED) : percent(occupiedMs, observedMs, NOT_OBSERVED),
      },
    },
  }
}
