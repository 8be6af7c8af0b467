import { readEntries } from '../../capture/entries.ts'
import { type LogProblem, parseLog } from '../../capture/log.ts'
import type { Clock } from '../../domain/clock.ts'
import { plural } from '../../domain/format.ts'
import { isIntervalTechnique } from '../../domain/model.ts'
import { parseWhen } from '../../domain/when.ts'
import { liveBehaviors } from '../../store/behaviors.ts'
import type { Database } from '../../store/database.ts'
import type { IncomingBehavior } from './codebook.ts'
import type { Intake } from './intake.ts'
import type { Problems } from './problems.ts'

/** Reads one session out of an observation log, whose keys are those of behaviors that were asked for. */
export function readObs(
  text: string,
  { db, clock, intake, problems }: { db: Database; clock: Clock; intake: Intake; problems: Problems },
): string[] {
  const { header, lines, problems: wrong } = parseLog(text)
  const session = intake.session({
    place: 1,
    person: null,
    startedAt:
      header.date === undefined ? null : problems.at(1, () => parseWhen(header.date ?? '', clock.now())),
    timeZone: header.zone ?? null,
    lengthMs: header.lengthMs ?? null,
    plannedMs: header.plannedMs ?? null,
    intervalMs: header.intervalMs ?? null,
    observer: header.observer ?? null,
    where: header.place ?? null,
  })
  const all: LogProblem[] = [...wrong]
  if (session === null) return []
  const behaviors = liveBehaviors(db, session.agreement).map((behavior) =>
    isIntervalTechnique(behavior.technique)
      ? { ...behavior, intervalMs: session.intervalMs ?? behavior.intervalMs }
      : behavior,
  )
  const entries = readEntries(lines, behaviors, session.lengthMs, all)
  for (const { line, column, message } of all.toSorted((a, b) => a.line - b.line || a.column - b.column)) {
    problems.add(`line ${line}, column ${column}`, message)
  }
  if (all.length > 0) return []
  session.lengthMs = entries.lengthMs
  const known = new Map<number, IncomingBehavior | null>()
  for (const { id, name, technique } of behaviors) {
    known.set(
      id,
      intake.codes.behavior(session.agreement, name, 1, () => ({ technique })),
    )
  }
  for (const [at, draft] of entries.drafts.entries()) {
    const behavior = draft.behavior === null ? null : (known.get(draft.behavior) ?? null)
    const { mark, atMs, value, starts, words, flag } = draft
    const modifiers = Object.keys(draft.modifiers).length === 0 ? null : JSON.stringify(draft.modifiers)
    const kept = draft.kept.length === 0 ? null : JSON.stringify(draft.kept)
    intake.add(
      session,
      behavior,
      mark,
      atMs,
      { value, starts, modifiers, words, flag, kept },
      entries.lines[at] ?? `record ${at + 1}`,
    )
  }
  for (const gap of entries.gaps) intake.gap(session, gap)
  return entries.closedAtEnd === 0
    ? []
    : [
        `${plural(entries.closedAtEnd, 'duration was', 'durations were')} still running at the end; closed there, and marked.`,
      ]
}
