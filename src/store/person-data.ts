import type { Person } from '../domain/model.ts'
import type { Database } from './database.ts'

/** What a person may ask to see of themselves besides the sessions with them. */

export interface VoidedRecord {
  readonly session: number
  readonly record: number
  readonly behavior: string | null
  readonly mark: string
  readonly at_ms: number | null
  readonly value: number | null
  readonly words: string | null
  readonly voided_at: string
}

/** Records about a protégé that were voided: no output counts them, and they are still here. */
export const voidedRecords = (db: Database, protege: Person): VoidedRecord[] =>
  db
    .prepare<[number], VoidedRecord>(
      `SELECT r.session, r.number AS record, v.name AS behavior, r.mark, r.at_ms, r.value, r.words, voided_at
       FROM void JOIN record r ON r.session = void.session AND r.number = void.number
       JOIN session s ON s.number = r.session JOIN agreement a ON a.id = s.agreement_id
       LEFT JOIN behavior_version v ON v.id = r.version_id
       WHERE a.protege_id = ? ORDER BY r.session, r.number`,
    )
    .all(protege.id)

export interface OtherPart {
  readonly as: 'coach' | 'observer'
  /** The agreement that they coach, or the session that they observed, by number. */
  readonly number: number
  readonly from: string
}

/** Where a person is coach or observer: that they were, and nothing about whoever it was with. */
export const otherParts = (db: Database, person: Person): OtherPart[] =>
  db
    .prepare<object, OtherPart>(
      `SELECT 'coach' AS "as", id AS number, started_at AS "from" FROM agreement WHERE coach_id = @id
       UNION ALL
       SELECT 'observer', s.number, s.started_at FROM session s JOIN agreement a ON a.id = s.agreement_id
         WHERE s.observer_id = @id AND a.protege_id <> @id
       ORDER BY 3, 2`,
    )
    .all({ id: person.id })
