import type { Action, Session } from '../domain/model.ts'
import { summarize } from '../measures/summary.ts'
import type { Derivation } from '../measures/types.ts'
import type { Material, Question } from '../questions/index.ts'
import { type ReportData, renderers } from '../reports/index.ts'
import type { Database } from '../store/database.ts'
import { actionsOf, goalsOf } from '../store/goals.ts'
import { observationOf } from '../store/records.ts'
import { reflectionsOf } from '../store/reflections.ts'
import type { Context } from './context.ts'
import { sheetOf } from './sheet.ts'

/** What a debrief of one session rests on: what was seen, its figures, and what was said and set out so far. */
export interface Debrief extends Material {
  /** The steps towards the goals. */
  readonly actions: readonly Action[]
}

export function debriefOf(db: Database, session: Session, derivation: Derivation | null = null): Debrief {
  const observation = observationOf(db, session)
  const goals = goalsOf(db, session.agreement)
  return {
    observation,
    summary: summarize(observation, derivation),
    reflections: reflectionsOf(db, session.number),
    goals,
    actions: goals.flatMap((goal) => actionsOf(db, goal)),
  }
}

/** The report of a debrief, for the protégé and their coach. */
export const reportDataOf = (
  { observation, ...rest }: Debrief,
  questions: readonly Question[] = [],
): ReportData => ({
  ...rest,
  audience: 'self',
  observations: [observation],
  averaged: null,
  questions,
})

/** A report as the terminal shows it. */
export async function terminalReport(data: ReportData, context: Context): Promise<string> {
  const render = await renderers.terminal.load()
  return render(data, { ...(await sheetOf(context)), template: null })
}
