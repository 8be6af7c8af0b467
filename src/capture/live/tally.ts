import { type Behavior, type Gap, isIntervalTechnique, type SessionRecord } from '../../domain/model.ts'
import { unobservedMs } from './gaps.ts'

/** What the screen says of one behavior. Never changed: undo goes back to the tally before. */
export interface Tally {
  /** Moments, onsets, cues, words, checks, and those counted without times; scored intervals for the interval techniques. */
  readonly count: number
  /** Onsets or cues that have no end yet, the latest last. */
  readonly running: readonly SessionRecord[]
  /** Observed time in bouts that have ended. */
  readonly endedMs: number
  /** The intervals that were marked, by index, and whether they were scored. */
  readonly marked: ReadonlyMap<number, boolean>
  readonly latest: SessionRecord | null
}

export const emptyTally: Tally = { count: 0, running: [], endedMs: 0, marked: new Map(), latest: null }

/** The index of the interval of a behavior that a moment lies in. */
export const intervalAt = (behavior: Behavior, atMs: number): number =>
  Math.floor(atMs / (behavior.intervalMs ?? Number.POSITIVE_INFINITY))

/** The tally with one record more. */
export function add(tally: Tally, behavior: Behavior, record: SessionRecord, gaps: readonly Gap[]): Tally {
  const next = { ...tally, latest: record }
  switch (record.mark) {
    case 'start':
      return { ...next, count: tally.count + 1, running: [...tally.running, record] }
    case 'stop': {
      const start = startOf(tally, record)
      if (start === null) return next
      const [fromMs, toMs] = [start.atMs ?? 0, record.atMs ?? 0]
      return {
        ...next,
        running: tally.running.filter((each) => each !== start),
        endedMs: tally.endedMs + toMs - fromMs - unobservedMs(gaps, fromMs, toMs),
      }
    }
    case 'tally':
      return { ...next, count: tally.count + (record.value ?? 0) }
    case 'interval':
      return isIntervalTechnique(behavior.technique) ? { ...next, ...mark(tally, behavior, record) } : next
    default:
      return { ...next, count: tally.count + 1 }
  }
}

/** The onset or cue that a stop ends. */
export const startOf = (tally: Tally, stop: SessionRecord): SessionRecord | null =>
  tally.running.find(({ number }) => number === stop.starts) ?? null

/** A mark without modifiers replaces what was said of its interval; one with modifiers adds to it. */
function mark(tally: Tally, behavior: Behavior, record: SessionRecord): Pick<Tally, 'count' | 'marked'> {
  const interval = intervalAt(behavior, record.atMs ?? 0)
  const before = tally.marked.get(interval) ?? false
  const adds = Object.keys(record.modifiers).length > 0
  const scored = record.value === 1 || (adds && before)
  return {
    count: tally.count + Number(scored) - Number(before),
    marked: new Map(tally.marked).set(interval, scored),
  }
}
