import { formatClock } from '../../domain/format.ts'
import type { Mark } from '../../domain/model.ts'
import type { IncomingBehavior } from './codebook.ts'
import type { Place, Problems } from './problems.ts'

/** Pairs the beginnings and ends of one session, and sees which overlap. */
export interface Bouts {
  /**
   * Takes a record in its turn; for a stop, the number of the start that it ends.
   * @param modifiers as JSON, or null
   * @param starts the number of that start, where the file names it
   */
  take(record: BoutRecord, problems: Problems): number | null
  /** What began and never ended. */
  finish(problems: Problems): void
}

export interface BoutRecord {
  readonly behavior: IncomingBehavior
  readonly mark: Mark
  readonly atMs: number
  readonly modifiers: string | null
  readonly number: number
  readonly starts: number | null
  readonly place: Place
}

interface Span {
  readonly fromMs: number
  readonly toMs: number
  readonly place: Place
}

export function bouts(): Bouts {
  const open = new Map<string, BoutRecord>()
  const ended = new Map<string, { readonly behavior: IncomingBehavior; readonly spans: Span[] }>()

  const begin = (record: BoutRecord, problems: Problems): void => {
    const already = open.get(keyOf(record))
    if (already !== undefined) {
      problems.add(
        record.place,
        `'${record.behavior.name}' begins again, and has not ended since ${formatClock(already.atMs, true)}`,
      )
    }
    open.set(keyOf(record), record)
  }

  const finishOne = (record: BoutRecord, problems: Problems): number | null => {
    const start = startOf(record, open)
    if (start === undefined) {
      problems.add(record.place, `'${record.behavior.name}' ends, and had not begun`)
      return null
    }
    open.delete(keyOf(start))
    if (record.atMs < start.atMs) {
      problems.add(
        record.place,
        `'${record.behavior.name}' ends before it begins, at ${formatClock(start.atMs, true)}`,
      )
    }
    if (record.behavior.technique === 'duration') {
      const known = ended.get(keyOf(start)) ?? { behavior: record.behavior, spans: [] }
      ended.set(keyOf(start), known)
      known.spans.push({ fromMs: start.atMs, toMs: record.atMs, place: record.place })
    }
    return start.number
  }

  return {
    take(record, problems) {
      if (record.mark === 'start') begin(record, problems)
      return record.mark === 'stop' ? finishOne(record, problems) : null
    },
    finish(problems) {
      for (const { behavior, atMs, place } of open.values()) {
        // A cue may stay without a response; a bout without an end is one that nobody knows the length of.
        if (behavior.technique === 'duration') {
          problems.add(place, `'${behavior.name}' begins at ${formatClock(atMs, true)} and never ends`)
        }
      }
      for (const { behavior, spans } of ended.values()) refuseOverlaps(behavior, spans, problems)
    },
  }
}

const keyOf = ({ behavior, modifiers }: BoutRecord): string => `${behavior.version} ${modifiers ?? ''}`

/** The one named, or the one with the same modifiers, or the only one where the end says none. */
function startOf(record: BoutRecord, open: ReadonlyMap<string, BoutRecord>): BoutRecord | undefined {
  if (record.starts !== null) return [...open.values()].find(({ number }) => number === record.starts)
  const exact = open.get(keyOf(record))
  if (exact !== undefined || record.modifiers !== null) return exact
  const running = [...open.values()].filter(({ behavior }) => behavior === record.behavior)
  return running.length === 1 ? running[0] : undefined
}

function refuseOverlaps(behavior: IncomingBehavior, spans: Span[], problems: Problems): void {
  let before: Span | undefined
  for (const span of spans.sort((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs)) {
    if (before !== undefined && span.fromMs < before.toMs) {
      problems.add(
        span.place,
        `'${behavior.name}' from ${formatClock(span.fromMs, true)} overlaps itself until ${formatClock(before.toMs, true)}`,
      )
    }
    if (before === undefined || span.toMs > before.toMs) before = span
  }
}
