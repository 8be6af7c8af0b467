import type { Agreement, Audience, Person } from '../domain/model.ts'
import { type Database, statement } from './database.ts'

/** What only a whole export needs of the database: rows as they are, with uuids in the place of numbers. */

/** Everybody, in the order in which they were added. */
export const peopleInOrder = (db: Database): Person[] =>
  db.prepare<[], Person>('SELECT id, uuid, name, career_stage AS stage FROM person ORDER BY id').all()

export interface ConsentRow {
  readonly uuid: string
  readonly audience: Audience
  readonly session: string | null
  readonly record: number | null
  readonly behavior: string | null
  readonly givenAt: string
  readonly withdrawnAt: string | null
}

export const consentRows = (db: Database, agreement: Agreement): ConsentRow[] =>
  db
    .prepare<[number], ConsentRow>(
      `SELECT c.uuid, c.audience, s.uuid AS session, c.record, b.uuid AS behavior, c.given_at AS givenAt,
         c.withdrawn_at AS withdrawnAt
       FROM consent c LEFT JOIN session s ON s.number = c.session LEFT JOIN behavior b ON b.id = c.behavior_id
       WHERE c.agreement_id = ? ORDER BY c.id`,
    )
    .all(agreement.id)

export interface PhaseRow {
  readonly uuid: string
  readonly name: string
  readonly fromSession: string
}

export const phaseRows = (db: Database, agreement: Agreement): PhaseRow[] =>
  db
    .prepare<[number], PhaseRow>(
      `SELECT p.uuid, p.name, s.uuid AS fromSession FROM phase p JOIN session s ON s.number = p.from_session
       WHERE p.agreement_id = ? ORDER BY p.id`,
    )
    .all(agreement.id)

export interface BehaviorRow {
  readonly id: number
  readonly uuid: string
  readonly retiredAt: string | null
}

export const behaviorRows = (db: Database, agreement: Agreement): BehaviorRow[] =>
  db
    .prepare<[number], BehaviorRow>(
      'SELECT id, uuid, retired_at AS retiredAt FROM behavior WHERE agreement_id = ? ORDER BY id',
    )
    .all(agreement.id)

/** The interval length that a session sets for itself, or null. */
export const sessionInterval = (db: Database, session: number): number | null =>
  statement<[number], { intervalMs: number | null }>(
    db,
    'SELECT interval_ms AS intervalMs FROM session WHERE number = ?',
  ).get(session)?.intervalMs ?? null
