import type { Action, Session } from '../domain/model.ts'
import { summarize } from '../measures/summary.ts'
import type { Derivation } from '../measures/types.ts'
import type { Material } from '../questions/index.ts'
import type { Database } from '../store/database.ts'
import { actionsOf, goalsOf } from '../store/goals.ts'
import { observationOf } from '../store/records.ts'
import { reflectionsOf } from '../store/reflections.ts'

/** What a debrief of one session rests on: what was seen, its figures, and what was said and set out so far. */
export function debriefOf(
  db: Database,
  session: Session,
  derivation: Derivation | null = null,
): Material & { actions: Action[] } {
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
