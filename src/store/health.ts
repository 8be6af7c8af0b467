import { chmodSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { formatList, plural } from '../domain/format.ts'
import { copiesBeforeMigration } from './backup.ts'
import { type Database, schemaVersion } from './database.ts'
import { chainFaults, countDisclosures } from './disclosures.ts'
import { sweep } from './forget.ts'

/** What one check found: `details` are what there is to look at, none where all is well. */
export interface Check {
  readonly name: string
  /** What is said where all is well. */
  readonly well: string
  readonly details: readonly string[]
}

/** Looks at a database and its files without changing anything. */
export function examine(db: Database): Check[] {
  return [
    { name: 'schema', well: `version ${schemaVersion(db)}, up to date`, details: [] },
    { name: 'integrity', well: 'the file is whole', details: integrityFaults(db) },
    { name: 'references', well: 'every row points at one that is there', details: danglingRows(db) },
    {
      name: 'disclosures',
      well: `${plural(countDisclosures(db), 'entry', 'entries')}, as written`,
      details: chainFaults(db),
    },
    { name: 'sessions', well: 'none is left running', details: runningSessions(db) },
    { name: 'permissions', well: 'for their owner alone', details: openFiles(db).map(openFile) },
    { name: 'log', well: 'of an ordinary size', details: longLog(db) },
    { name: 'leftovers', well: 'none', details: leftovers(db).map(leftover) },
  ]
}

/**
 * Puts right what is no data: permissions, unfinished copies, free pages and the log.
 * @throws StoreError when another program has the database open
 */
export function mend(db: Database): void {
  for (const { path } of openFiles(db)) chmodSync(path, 0o600)
  for (const path of leftovers(db)) rmSync(path)
  sweep(db)
}

const RESTORE = 'coach restore FILE brings a backup back'

function integrityFaults(db: Database): string[] {
  const found = db.pragma('integrity_check(10)') as { integrity_check: string }[]
  return found
    .filter(({ integrity_check: said }) => said !== 'ok')
    .map(({ integrity_check: said }) => `${said}; ${RESTORE}`)
}

function danglingRows(db: Database): string[] {
  const rows = db.pragma('foreign_key_check') as { table: string; parent: string }[]
  const pairs = new Set(rows.map(({ table, parent }) => `A ${table} points at a ${parent} that is not there`))
  return [...pairs].map((pair) => `${pair}; ${RESTORE}`)
}

function runningSessions(db: Database): string[] {
  const numbers = db
    .prepare<[], number>("SELECT number FROM session WHERE state = 'running' ORDER BY number")
    .pluck()
    .all()
  if (numbers.length === 0) return []
  return [
    `Session ${formatList(numbers.map(String))} is running, or was when its program ended; coach session end ends it.`,
  ]
}

interface OpenFile {
  readonly path: string
  readonly mode: number
}

/**
 * Files that others than their owner may look into. Their folder may be anybody's, and is left alone. Windows keeps no
 * such modes, and shows none.
 */
function openFiles(db: Database): OpenFile[] {
  if (db.memory) return []
  const own = ['', '-wal', '-shm'].map((end) => `${db.name}${end}`).filter((path) => existsSync(path))
  return [...own, ...copiesBeforeMigration(db)]
    .map((path) => ({ path, mode: statSync(path).mode & 0o777 }))
    .filter(({ mode }) => (mode & 0o077) !== 0)
}

const openFile = ({ path, mode }: OpenFile): string =>
  `${path} is open to others than you (${mode.toString(8)}); coach doctor --fix closes it.`

const LONG_LOG = 64 * 1024 * 1024

function longLog(db: Database): string[] {
  const path = `${db.name}-wal`
  const size = existsSync(path) ? statSync(path).size : 0
  if (size < LONG_LOG) return []
  return [`${path} has grown to ${Math.round(size / 1024 / 1024)} MiB; coach doctor --fix empties it.`]
}

/** Copies that a backup or a restore had no time to finish. */
function leftovers(db: Database): string[] {
  if (db.memory) return []
  const folder = dirname(db.name)
  const beginnings = ['backup.', `${basename(db.name)}.`]
  return readdirSync(folder)
    .filter((name) => name.endsWith('.part') && beginnings.some((beginning) => name.startsWith(beginning)))
    .map((name) => join(folder, name))
}

const leftover = (path: string): string =>
  `${path} is a copy that was not finished; coach doctor --fix takes it away.`
