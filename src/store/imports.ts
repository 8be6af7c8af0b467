import type { Clock } from '../domain/clock.ts'
import type { Behavior } from '../domain/model.ts'
import { type Database, statement } from './database.ts'

/** The numbers of the sessions that came out of a file with this content. */
export const importedFrom = (db: Database, hash: string): number[] =>
  statement<[string], { session: number }>(db, 'SELECT session FROM import WHERE hash = ? ORDER BY session')
    .all(hash)
    .map(({ session }) => session)

/** Notes which file a session came out of. */
export function rememberImport(db: Database, clock: Clock, hash: string, session: number): void {
  statement(db, 'INSERT INTO import (hash, session, imported_at) VALUES (?, ?, ?)').run(
    hash,
    session,
    clock.now().toISOString(),
  )
}

/** Says that a session watched a behavior version, where that is known only once its records are read. */
export function watch(db: Database, session: number, version: number): void {
  statement(db, 'INSERT OR IGNORE INTO session_behavior (session, version_id) VALUES (?, ?)').run(
    session,
    version,
  )
}

/** Moves the start of a session that no file dates, once its length is known. */
export function setStart(db: Database, session: number, startedAt: Date): void {
  statement(db, 'UPDATE session SET started_at = ? WHERE number = ?').run(startedAt.toISOString(), session)
}

/** Completes the modifiers of a version that came into being with the import that is still under way. */
export function setModifiers(db: Database, version: number, modifiers: Behavior['modifiers']): void {
  statement(db, 'UPDATE behavior_version SET modifiers = ? WHERE id = ?').run(
    JSON.stringify(modifiers),
    version,
  )
}
