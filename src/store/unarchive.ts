import { type Database, statement } from './database.ts'

/** The tables that a whole export fills, and what each row is known by elsewhere. */
export type ArchivedTable =
  | 'person'
  | 'agreement'
  | 'consent'
  | 'phase'
  | 'behavior'
  | 'behavior_version'
  | 'session'
  | 'session_behavior'
  | 'gap'
  | 'reflection'
  | 'goal'
  | 'action'

/** Adds a row as it is given, with the identity that it had elsewhere, and returns its number. */
export function insertRow(
  db: Database,
  table: ArchivedTable,
  row: Readonly<Record<string, string | number | null>>,
): number {
  const columns = Object.keys(row)
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
  return Number(
    statement<(string | number | null)[], unknown>(db, sql).run(...Object.values(row)).lastInsertRowid,
  )
}

/** The number of the row that has a uuid, or undefined. */
export const idOf = (
  db: Database,
  table: Exclude<ArchivedTable, 'behavior_version' | 'session' | 'session_behavior' | 'gap'>,
  uuid: string,
): number | undefined =>
  statement<[string], { id: number }>(db, `SELECT id FROM ${table} WHERE uuid = ?`).get(uuid)?.id

/** The number of the session that has a uuid, or undefined. */
export const sessionNumberOf = (db: Database, uuid: string): number | undefined =>
  statement<[string], { number: number }>(db, 'SELECT number FROM session WHERE uuid = ?').get(uuid)?.number
