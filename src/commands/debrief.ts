import { computedFrom, conversationFor, forSelf, type Released } from '../domain/audience.ts'
import type { Action, Session } from '../domain/model.ts'
import { summarize } from '../measures/summary.ts'
import type { Derivation } from '../measures/types.ts'
import type { Material } from '../questions/index.ts'
import { type ReportData, type ReportQuestion, renderers } from '../reports/index.ts'
import type { Database } from '../store/database.ts'
import { actionsOf, goalsOf } from '../store/goals.ts'
import { reflectionsOf } from '../store/reflections.ts'
import { type Sight, sightOfSelf } from './audience.ts'
import type { Context } from './context.ts'
import { sheetOf } from './sheet.ts'

/** What a debrief of one session rests on: what was seen, its figures, and what was said and set out so far. */
export interface Debrief extends Material, Pick<ReportData, 'audience'> {
  /** The steps towards the goals. */
  readonly actions: Released<readonly Action[]>
}

export function debriefOf(
  db: Database,
  session: Session,
  { audience, see }: Sight = sightOfSelf(db),
  derivation: Derivation | null = null,
): Debrief {
  const observation = see(session)
  const goals = conversationFor(audience, goalsOf(db, session.agreement))
  return {
    audience,
    observation,
    summary: computedFrom(observation, (seen) => summarize(seen, derivation)),
    reflections: conversationFor(audience, reflectionsOf(db, session.number)),
    goals,
    actions: conversationFor(
      audience,
      goals.flatMap((goal) => actionsOf(db, goal)),
    ),
  }
}

/** The report of a debrief. */
export const reportDataOf = (
  { observation, ...rest }: Debrief,
  questions: Released<readonly ReportQuestion[]> = forSelf([]),
): ReportData => ({ ...rest, observations: [observation], averaged: null, questions })

/** A report as the terminal shows it. */
export async function terminalReport(data: ReportData, context: Context): Promise<string> {
  const render = await renderers.terminal.load()
  return render(data, { ...(await sheetOf(context)), template: null })
}
