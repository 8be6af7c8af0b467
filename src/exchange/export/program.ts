import { type Activity, forProgram, type ProgramTotals, type Released } from '../../domain/audience.ts'
import type { Session } from '../../domain/model.ts'
import { lengthOf, observedStretches } from '../../measures/observed.ts'
import { allAgreements } from '../../store/agreements.ts'
import type { Database } from '../../store/database.ts'
import { goalsOf } from '../../store/goals.ts'
import { reflectionsOf } from '../../store/reflections.ts'
import { allSessions, gapsOf } from '../../store/sessions.ts'
import type { Selection } from '../source.ts'
import { SCHEMA_VERSION } from '../version.ts'
import { csvCell, csvLine } from './csv.ts'

/**
 * The totals that a program sees of the sessions that began, and the goals that were set, between two moments.
 * @throws NotPermittedError for a group too small to hide anybody
 */
export function programTotals(
  db: Database,
  when: Pick<Selection, 'since' | 'until'>,
): Released<ProgramTotals> {
  const inside = (instant: string): boolean =>
    (when.since === undefined || Date.parse(instant) >= when.since.getTime()) &&
    (when.until === undefined || Date.parse(instant) < when.until.getTime())
  return forProgram(
    activitiesAt(db, inside),
    activitiesAt(db, (instant) => !inside(instant)),
  )
}

/** What was done under each agreement at some moments. */
function activitiesAt(db: Database, meant: (instant: string) => boolean): Activity[] {
  const sessions = allSessions(db).filter(({ startedAt }) => meant(startedAt))
  return allAgreements(db).map((agreement) => {
    const own = sessions.filter((session) => session.agreement.id === agreement.id)
    return {
      agreement,
      sessions: own.length,
      observedMs: own.reduce((sum, session) => sum + observedMs(db, session), 0),
      questions: own.reduce((sum, { number }) => sum + reflectionsOf(db, number).length, 0),
      goals: goalsOf(db, agreement).filter(({ setAt }) => meant(setAt)).length,
    }
  })
}

const observedMs = (db: Database, { number, lengthMs }: Session): number =>
  lengthOf(observedStretches(lengthMs, gapsOf(db, number)))

export const programAsJson = (totals: Released<ProgramTotals>): string =>
  `${JSON.stringify({ schema_version: SCHEMA_VERSION, audience: 'program', ...totals }, null, 2)}\n`

export const programAsCsv = (totals: Released<ProgramTotals>): string =>
  csvLine(Object.keys(totals)) + csvLine(Object.values(totals).map(csvCell))
