import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { StoreError } from '../domain/errors.ts'
import { storeErrorFor } from './errors.ts'
import { migrations } from './migrations/index.ts'

export type Database = Sqlite.Database

/** 'coac': marks a file as ours, so that some other program's database is never migrated. */
export const APPLICATION_ID = 0x636f6163

/**
 * Opens the database, creating it where there is none and bringing an older one up to date.
 * Every commit is on the disk before it returns (WAL, synchronous FULL).
 * @param path a file, or `:memory:`
 * @throws StoreError when the file is no database of ours, is newer than this program, or can't be opened
 */
export function openDatabase(path: string): Database {
  const inMemory = path === ':memory:'
  const isNew = inMemory || !existsSync(path)
  if (isNew && !inMemory) makeFolder(dirname(path))
  const db = explained(path, () => {
    const opened = new Sqlite(path, { timeout: 5000 })
    if (isNew && !inMemory) chmodSync(path, 0o600)
    try {
      configure(opened)
      migrate(opened, path)
    } catch (error) {
      opened.close()
      throw error
    }
    return opened
  })
  return db
}

/** One folder after another: Node's own way of making several never ends on a file system that makes none. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path, { mode: 0o700 })
}

function configure(db: Database): void {
  refuseForeign(db)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('secure_delete = ON')
}

function refuseForeign(db: Database): void {
  const version = schemaVersion(db)
  if (version > migrations.length) {
    throw new StoreError(
      `${db.name} was written by a newer coach (schema ${version}, this one knows ${migrations.length}); nothing was touched. Install the newer version, or name another file with --db.`,
    )
  }
  const application = db.pragma('application_id', { simple: true })
  if (application === APPLICATION_ID) return
  const empty = version === 0 && db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0
  if (!empty)
    throw new StoreError(`${db.name} is a database of another program; name another file with --db.`)
}

const prepared = new WeakMap<Database, Map<string, Sqlite.Statement>>()

/**
 * The statement for a text, prepared once for each database: one that is prepared anew for each session holds some ten
 * kilobytes that only the garbage collector gives back, and it doesn't see them. One that is iterated is busy until its
 * loop ends, and throws when it is asked for meanwhile.
 */
export function statement<Parameters extends unknown[], Row>(
  db: Database,
  sql: string,
): Sqlite.Statement<Parameters, Row> {
  const known = prepared.get(db) ?? new Map<string, Sqlite.Statement>()
  prepared.set(db, known)
  const found = known.get(sql) ?? db.prepare(sql)
  known.set(sql, found)
  return found as Sqlite.Statement<Parameters, Row>
}

export const schemaVersion = (db: Database): number => db.pragma('user_version', { simple: true }) as number

/** Applies what is missing, all in one transaction, after a copy of what was there. */
function migrate(db: Database, path: string): void {
  const from = schemaVersion(db)
  if (from === migrations.length) return
  if (from > 0 && path !== ':memory:') backUpBeforeMigration(db, `${path}.before-schema-${migrations.length}`)
  db.transaction(() => {
    // Another process may have migrated between the look and the lock.
    for (const migration of migrations.slice(schemaVersion(db))) db.exec(migration)
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${migrations.length}`)
  }).immediate()
}

function backUpBeforeMigration(db: Database, copy: string): void {
  if (existsSync(copy)) return
  db.prepare('VACUUM INTO ?').run(copy)
  chmodSync(copy, 0o600)
}

/** Runs `work` and turns SQLite's and the file system's errors into a sentence about the file. */
function explained<Result>(path: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw storeErrorFor(error, path)
  }
}
