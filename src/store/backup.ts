import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Clock } from '../domain/clock.ts'
import { InputError, StoreError } from '../domain/errors.ts'
import { APPLICATION_ID, type Database, openDatabase, schemaVersion } from './database.ts'
import { type CarriedDisclosures, carryDisclosures } from './disclosures.ts'
import { receiptDigest } from './forget.ts'
import { migrations } from './migrations/index.ts'

/** How many rows each table has. */
export type Counts = Readonly<Record<string, number>>

function countsOf(db: Database): Counts {
  const tables = db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all()
  return Object.fromEntries(
    tables.map((table) => [
      table,
      db.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0,
    ]),
  )
}

/** More pages than a database has: the copy is made in one step, so that a session being recorded can't restart it. */
const ALL_PAGES = 0x7fffffff

/**
 * Copies the database, as it is at one moment, to a new file for its owner alone, and reads the copy back. A session
 * may be recorded meanwhile.
 * @param to a path where nothing is yet
 * @throws InputError when no file can be made there
 * @throws StoreError when the copy is not what was copied; it is taken away
 */
export async function copyDatabase(db: Database, to: string): Promise<Counts> {
  makeFile(to)
  try {
    // The transaction holds the moment: what is counted is what is copied.
    db.exec('BEGIN')
    try {
      const counts = countsOf(db)
      await db.backup(to, { progress: () => ALL_PAGES })
      checkCopy(to, counts)
      return counts
    } finally {
      db.exec('COMMIT')
    }
  } catch (error) {
    rmSync(to, { force: true })
    throw error
  }
}

function makeFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new InputError(
      `No file can be made in ${dirname(path)} (${code}); check that the folder is there and may be written.`,
    )
  }
}

function checkCopy(path: string, expected: Counts): void {
  const copy = new Sqlite(path)
  try {
    // One file alone, with no log beside it.
    copy.pragma('journal_mode = DELETE')
    if (copy.pragma('integrity_check', { simple: true }) !== 'ok') {
      throw new StoreError(`The copy ${path} came out damaged; check the disk, then run coach doctor.`)
    }
    if (JSON.stringify(countsOf(copy)) !== JSON.stringify(expected)) {
      throw new StoreError(
        `The copy ${path} has other rows than the database; check the disk, and try again.`,
      )
    }
  } finally {
    copy.close()
  }
}

/** What a database file holds. */
export interface Contents {
  readonly counts: Counts
  /** When the last session began, or null. */
  readonly lastSession: string | null
  /** Digests of the identities of everybody in it. */
  readonly people: readonly string[]
}

/**
 * Reads a database file without changing it.
 * @param name what people call the file, for the errors
 * @throws InputError when it is damaged or another program's, StoreError when a newer coach wrote it
 */
export function inspect(path: string, name: string): Contents {
  let db: Database | undefined
  try {
    db = new Sqlite(path, { readonly: true, fileMustExist: true })
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      throw new InputError(`${name} is no database of coach; name a file that coach backup wrote.`)
    }
    const version = schemaVersion(db)
    if (version > migrations.length) {
      throw new StoreError(
        `${name} was written by a newer coach (schema ${version}, this one knows ${migrations.length}); nothing was touched. Install the newer version first.`,
      )
    }
    const found = db.pragma('integrity_check', { simple: true })
    const orphans = db.pragma('foreign_key_check') as unknown[]
    if (found !== 'ok' || orphans.length > 0 || !isOurs(db, version)) throw damaged(name)
    return {
      counts: countsOf(db),
      lastSession: db.prepare<[], string | null>('SELECT max(started_at) FROM session').pluck().get() ?? null,
      people: db.prepare<[], string>('SELECT uuid FROM person').pluck().all().map(receiptDigest),
    }
  } catch (error) {
    throw error instanceof Sqlite.SqliteError ? damaged(name) : error
  } finally {
    db?.close()
  }
}

/** Whether a database has just what the migrations up to a version make: no table another, no trigger put in. */
function isOurs(db: Database, version: number): boolean {
  const made = new Sqlite(':memory:')
  try {
    for (const migration of migrations.slice(0, version)) made.exec(migration)
    return version > 0 && definitionsOf(db) === definitionsOf(made)
  } finally {
    made.close()
  }
}

const definitionsOf = (db: Database): string =>
  JSON.stringify(
    db
      .prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name")
      .all(),
  )

const damaged = (name: string): InputError =>
  new InputError(`${name} is damaged, or is no database; nothing was touched. Try another backup.`)

/** Notes where a copy of this database is, so that whoever is forgotten can be told. */
export function rememberCopy(db: Database, clock: Clock, path: string): void {
  db.prepare('INSERT OR REPLACE INTO backup (path, made_at) VALUES (?, ?)').run(
    path,
    clock.now().toISOString(),
  )
}

export const dropCopy = (db: Database, path: string): void => {
  db.prepare('DELETE FROM backup WHERE path = ?').run(path)
}

export interface Copy {
  readonly path: string
  readonly madeAt: string
}

/** The copies that were made, the first one first. */
export const knownCopies = (db: Database): Copy[] =>
  db.prepare<[], Copy>('SELECT path, made_at AS madeAt FROM backup ORDER BY made_at, path').all()

/** The copies that were kept beside the database before it was brought up to date. */
export function copiesBeforeMigration(db: Database): string[] {
  if (db.memory) return []
  const folder = dirname(db.name)
  const beginning = `${basename(db.name)}.before-schema-`
  return readdirSync(folder)
    .filter((name) => name.startsWith(beginning))
    .map((name) => join(folder, name))
}

/**
 * Puts a file in the place of the database and keeps what was there aside. What was remembered of copies, of people
 * forgotten and of what left is remembered on.
 * @param next a file in the same folder that `inspect` has read; it is moved
 * @param copies where the replaced one is to be kept, and where `next` came from: both are copies from now on
 * @throws StoreError when another program has the database open; nothing is changed
 */
export function replaceDatabase(
  path: string,
  next: string,
  copies: { readonly aside: string; readonly from: string },
  clock: Clock,
): CarriedDisclosures {
  const { aside, from } = copies
  const replaced = existsSync(path)
  if (replaced) setAside(path, aside)
  renameSync(next, path)
  chmodSync(path, 0o600)
  const db = openDatabase(path)
  try {
    rememberCopy(db, clock, from)
    if (!replaced) return NOTHING_LEFT
    const left = rememberOn(db, aside)
    rememberCopy(db, clock, aside)
    return left
  } finally {
    db.close()
  }
}

const NOTHING_LEFT: CarriedDisclosures = { carried: 0, missing: 0 }

const LOGS = ['-wal', '-shm']

/** Copied before anything opens it: SQLite itself takes away the log of a file that it can't read. */
function setAside(path: string, aside: string): void {
  const copy = (end: string): void => {
    if (existsSync(`${path}${end}`)) copyFileSync(`${path}${end}`, `${aside}${end}`)
  }
  const remove = (file: string, ends: readonly string[]): void => {
    for (const end of ends) rmSync(`${file}${end}`, { force: true })
  }
  for (const end of ['', ...LOGS]) copy(end)
  const state = foldLog(path)
  if (state === 'busy') {
    remove(aside, ['', ...LOGS])
    throw new StoreError(`${path} is open in another program; end that program and try again.`)
  }
  if (state === 'folded') {
    copy('')
    remove(aside, LOGS)
  }
  chmodSync(aside, 0o600)
  // A log left beside the new file would be taken for its own.
  remove(path, LOGS)
}

/** Brings the log into the file, which also proves that nobody else has it open. */
function foldLog(path: string): 'folded' | 'busy' | 'damaged' {
  let db: Database | undefined
  try {
    db = new Sqlite(path, { timeout: 2000 })
    db.pragma('journal_mode = DELETE')
    return 'folded'
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError)) throw error
    return error.code.startsWith('SQLITE_BUSY') ? 'busy' : 'damaged'
  } finally {
    db?.close()
  }
}

/** A replaced database that can't be read has nothing to remember. */
function rememberOn(db: Database, aside: string): CarriedDisclosures {
  let before: Database | undefined
  try {
    before = new Sqlite(aside, { readonly: true })
    const copy = db.prepare('INSERT OR IGNORE INTO backup (path, made_at) VALUES (?, ?)')
    for (const { path, madeAt } of knownCopies(before)) copy.run(path, madeAt)
    const left = carryDisclosures(db, before)
    // Without the list that was carried on, none of what was emptied then is empty here.
    const receipt = db.prepare(
      `INSERT INTO receipt (forgotten_at, digest, removed, disclosures)
       VALUES (@forgotten_at, @digest, @removed, ${left.carried > 0 ? '@disclosures' : '0'})
       ON CONFLICT (digest) DO UPDATE SET disclosures = max(disclosures, excluded.disclosures)`,
    )
    for (const row of before.prepare('SELECT forgotten_at, digest, removed, disclosures FROM receipt').all())
      receipt.run(row)
    return left
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError)) throw error
    return NOTHING_LEFT
  } finally {
    before?.close()
  }
}

/** Digests of the identities of everybody who was forgotten here; none where the file can't be read. */
export function forgottenIn(path: string): Set<string> {
  let db: Database | undefined
  try {
    db = new Sqlite(path, { readonly: true, fileMustExist: true })
    return new Set(db.prepare<[], string>('SELECT digest FROM receipt').pluck().all())
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError)) throw error
    return new Set()
  } finally {
    db?.close()
  }
}
