import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { allAgreements } from '../../src/store/agreements.ts'
import { openDatabase, schemaVersion } from '../../src/store/database.ts'
import { migrations } from '../../src/store/migrations/index.ts'
import { observationOf } from '../../src/store/records.ts'
import { findSession } from '../../src/store/sessions.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coach-store-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Written by the first version, with sqlite3's own bytes: never regenerate it. */
const firstVersion = () => {
  const path = join(folder, 'coach.db')
  copyFileSync(join(import.meta.dirname, '../fixtures/store/version-1.db'), path)
  return path
}

test('a database of the first version keeps everything as it comes up to date', () => {
  const db = openDatabase(firstVersion())
  expect(schemaVersion(db)).toBe(migrations.length)
  expect(allAgreements(db)).toMatchObject([
    { coach: { name: 'Ana Coach' }, protege: { name: 'Ben Reyes' }, share: ['self', 'research'] },
  ])
  const { records, gaps, behaviors, session } = observationOf(db, findSession(db, '1'))
  expect(session).toMatchObject({ place: 'ward 3', lengthMs: 600_000, timeZone: 'Europe/Madrid' })
  expect(behaviors.map(({ name, key }) => `${key} ${name}`)).toEqual(['q asks a question', 't talks'])
  // The voided record, number 4, does not stand.
  expect(records.map(({ number, mark, atMs }) => `${number} ${mark} ${atMs}`)).toEqual([
    '1 start 5000',
    '2 point 30000',
    '3 stop 65250',
    '5 point 240000',
  ])
  expect(records[1]).toMatchObject({ modifiers: { level: 'recall' }, words: 'What did we change?' })
  expect(gaps).toEqual([{ fromMs: 120_000, toMs: 180_000, reason: 'pause' }])
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(db.pragma('foreign_key_check')).toEqual([])
  db.close()
})

test('what was there before a migration is kept aside', () => {
  const path = firstVersion()
  openDatabase(path).close()
  const copy = new Sqlite(`${path}.before-schema-${migrations.length}`, { readonly: true })
  expect(copy.pragma('user_version', { simple: true })).toBe(1)
  expect(copy.prepare('SELECT count(*) FROM record').pluck().get()).toBe(5)
  copy.close()
})

test('a newer database is refused and not touched', () => {
  const path = join(folder, 'coach.db')
  openDatabase(path).close()
  const newer = new Sqlite(path)
  newer.pragma('user_version = 999')
  newer.close()
  const before = statSync(path).mtimeMs
  expect(() => openDatabase(path)).toThrow(/newer coach.*nothing was touched/)
  expect(statSync(path).mtimeMs).toBe(before)
})

test("another program's database is refused", () => {
  const path = join(folder, 'other.db')
  const other = new Sqlite(path)
  other.exec('CREATE TABLE song (title TEXT)')
  other.close()
  expect(() => openDatabase(path)).toThrow(/database of another program/)
})

test('a new database is for its owner alone', () => {
  const path = join(folder, 'new', 'coach.db')
  openDatabase(path).close()
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(statSync(join(folder, 'new')).mode & 0o777).toBe(0o700)
  expect(existsSync(`${path}.before-schema-${migrations.length}`)).toBe(false)
})

test('a record is never changed', () => {
  const db = openDatabase(firstVersion())
  expect(() => db.exec('UPDATE record SET at_ms = 0')).toThrow(/never changed, only voided/)
  db.close()
})
