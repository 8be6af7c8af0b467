import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/store/database.ts'
import { chainFaults } from '../../src/store/disclosures.ts'
import { forgetPerson, sweep, tracesOf } from '../../src/store/forget.ts'
import { migrations } from '../../src/store/migrations/index.ts'
import { findPerson } from '../../src/store/people.ts'
import { type Coach, openCoach, withAnaAndCy, withProtege } from '../support/coach.ts'

let at: Coach
beforeEach(async () => {
  at = openCoach()
  await withAnaAndCy(at)
})
afterEach(() => at.close())

/** Each file of the database's folder in which the words can be read, with or without a program for it. */
const filesWith = (words: string): string[] => {
  const folder = dirname(at.path)
  return readdirSync(folder).filter((name) =>
    readFileSync(join(folder, name)).toString('latin1').toLowerCase().includes(words.toLowerCase()),
  )
}

/** Everything of every kind that can be recorded with a protégé. */
async function everything(name: string): Promise<void> {
  await withProtege(at, name)
  const { done } = at
  await done('session', 'void', '2', '--yes')
  const db = at.open()
  const moment = '2026-11-20T10:00:00.000Z'
  db.exec(`
    INSERT INTO gap VALUES (1, 1000, 2000, 'pause');
    INSERT INTO reflection (uuid, session, stage, question, answer, answered_at)
      VALUES ('r', 1, 'recall', 'What do you see?', '${name} sees much', '${moment}');
    INSERT INTO goal (uuid, agreement_id, session, words, set_at) VALUES ('g', 1, 1, '${name} waits', '${moment}');
    INSERT INTO action (uuid, goal_id, words) VALUES ('a', 1, '${name} counts to three');
    INSERT INTO phase (uuid, agreement_id, name, from_session) VALUES ('p', 1, '${name} before', 1);
    INSERT INTO import (hash, session, imported_at) VALUES ('h', 1, '${moment}');
    INSERT INTO consent (uuid, agreement_id, audience, session, record, given_at)
      VALUES ('c', 1, 'research', 1, 1, '${moment}');`)
  db.close()
}

describe('a protégé', () => {
  test('is gone from every table, file and free page', async () => {
    await everything('Benedicta Reyes')
    await withProtege(at, 'Dee Park', 'ward 4')
    const db = at.open()
    expect(filesWith('Benedicta')).not.toEqual([])
    const traces = tracesOf(db, findPerson(db, 'Benedicta'))
    const tables = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all()
    // A table that is new must be thought of here: either forgetting empties it, or it says nothing of a protégé.
    expect(
      [...Object.keys(traces.rows), 'backup', 'disclosure', 'person', 'receipt', 'setting'].toSorted(),
    ).toEqual(tables.toSorted())
    const { removed } = forgetPerson(db, at.io, findPerson(db, 'Benedicta'))
    expect(removed).toBe(Object.values(traces.rows).reduce((sum, count) => sum + count, 0))
    sweep(db)
    expect(filesWith('Benedicta')).toEqual([])
    db.close()
    expect(filesWith('Benedicta')).toEqual([])
    expect(filesWith('Dee Park')).toEqual(['coach.db'])
    const after = at.open()
    expect(after.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(after.pragma('foreign_key_check')).toEqual([])
    expect(after.prepare('SELECT count(*) FROM record').pluck().get()).toBe(3)
    after.close()
  })

  test('would still be found in the log without the sweep', async () => {
    await withProtege(at, 'Benedicta Reyes')
    const db = at.open()
    await at.done('person', 'edit', 'Cy Ito', '--stage', 'experienced')
    db.prepare("UPDATE person SET career_stage = 'executive' WHERE name LIKE 'Bene%'").run()
    forgetPerson(db, at.io, findPerson(db, 'Benedicta'))
    expect(filesWith('Benedicta')).not.toEqual([])
    db.close()
  })

  test('leaves a receipt without content, and a chain of disclosures that is whole', async () => {
    await withProtege(at, 'Ben Reyes')
    await withProtege(at, 'Dee Park')
    const db = at.open()
    const { recordDisclosure, allDisclosures } = await import('../../src/store/disclosures.ts')
    const { allAgreements } = await import('../../src/store/agreements.ts')
    const left = { what: 'records', audience: 'self', destination: '/home/ana/x.csv' } as const
    recordDisclosure(db, at.io, { ...left, agreements: allAgreements(db) })
    recordDisclosure(db, at.io, { ...left, destination: '/home/BEN REYES.db', agreements: 'everything' })
    expect(tracesOf(db, findPerson(db, 'Ben')).disclosures).toBe(2)
    forgetPerson(db, at.io, findPerson(db, 'Ben'))
    expect(allDisclosures(db).map(({ content }) => content?.what ?? null)).toEqual([null, 'records', null])
    expect(chainFaults(db)).toEqual([])
    const receipts = db.prepare('SELECT * FROM receipt').all()
    expect(receipts).toEqual([
      {
        id: 1,
        forgotten_at: '2026-11-20T09:15:00.000Z',
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        removed: 9,
        disclosures: 2,
      },
    ])
    db.close()
  })

  test('is not forgotten while a session with them runs', async () => {
    await withProtege(at, 'Ben Reyes')
    const db = at.open()
    db.exec("UPDATE session SET state = 'running'")
    expect(() => forgetPerson(db, at.io, findPerson(db, 'Ben'))).toThrow(
      /Session 1 .* is running; end it first/,
    )
    db.close()
  })
})

describe('somebody who only observed or coached', () => {
  test("loses their name, and nobody's records go", async () => {
    await withProtege(at, 'Ben Reyes')
    await at.done('person', 'add', 'Lou Berg')
    await at.done('session', 'edit', '1', '--observer', 'Lou Berg')
    const db = at.open()
    expect(tracesOf(db, findPerson(db, 'Lou'))).toMatchObject({ rows: {}, observed: 1, coached: 0 })
    forgetPerson(db, at.io, findPerson(db, 'Lou'))
    sweep(db)
    expect(filesWith('Lou Berg')).toEqual([])
    const names = db.prepare('SELECT name FROM person JOIN session ON observer_id = person.id').pluck()
    expect(names.all()).toEqual(['somebody forgotten'])
    expect(db.prepare('SELECT count(*) FROM record').pluck().get()).toBe(3)
    await at.done('session', 'edit', '1', '--observer', 'Cy Ito')
    forgetPerson(db, at.io, findPerson(db, 'Cy'))
    expect(names.all()).toEqual(['somebody forgotten 2'])
    db.close()
  })

  test('is told in how many texts of others their name stays', async () => {
    await withProtege(at, 'Ben Reyes', 'room of Cy Ito')
    const db = at.open()
    expect(tracesOf(db, findPerson(db, 'Cy')).mentions).toBe(1)
    expect(tracesOf(db, findPerson(db, 'Ben')).mentions).toBe(0)
    db.close()
  })
})

test('whoever keeps the database is not forgotten in it', async () => {
  const db = at.open()
  expect(() => forgetPerson(db, at.io, findPerson(db, 'Ana'))).toThrow(/delete the file/)
  db.close()
})

test('a log that another program reads from is no clean sweep, and is said to be none', async () => {
  await withProtege(at, 'Ben Reyes')
  const db = openDatabase(at.path)
  db.pragma('busy_timeout = 50')
  const reader = new Sqlite(at.path)
  reader.exec('BEGIN')
  reader.prepare('SELECT * FROM person').all()
  forgetPerson(db, at.io, findPerson(db, 'Ben'))
  expect(() => sweep(db)).toThrow(/open in another program.*coach doctor --fix/)
  reader.close()
  sweep(db)
  expect(filesWith('Ben Reyes')).toEqual([])
  db.close()
})

test('the copy made before an update goes with the person', async () => {
  copyFileSync(join(import.meta.dirname, '../fixtures/store/version-1.db'), at.path)
  at.open().close()
  expect(filesWith('Ben Reyes')).toContain(`coach.db.before-schema-${migrations.length}`)
  const dry = await at.done('person', 'forget', 'Ben', '--dry-run')
  expect(dry).toContain(`coach.db.before-schema-${migrations.length}, made before an update`)
  await at.done('person', 'forget', 'Ben', '--yes')
  expect(filesWith('Ben Reyes')).toEqual([])
})
