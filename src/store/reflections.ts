import type { Clock } from '../domain/clock.ts'
import type { Reflection, Session } from '../domain/model.ts'
import type { Database } from './database.ts'

/** The answers given about a session, in the order in which they were given. */
export const reflectionsOf = (db: Database, session: number): Reflection[] =>
  db
    .prepare<[number], Reflection>(
      `SELECT uuid, session, stage, question, answer, answered_at AS answeredAt FROM reflection
       WHERE session = ? ORDER BY id`,
    )
    .all(session)

/** Keeps a question and its answer, in the protégé's words. */
export function addReflection(
  db: Database,
  clock: Clock,
  session: Session,
  said: Pick<Reflection, 'stage' | 'question' | 'answer'>,
): void {
  db.prepare(
    'INSERT INTO reflection (uuid, session, stage, question, answer, answered_at) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(clock.uuid(), session.number, said.stage, said.question, said.answer, clock.now().toISOString())
}
