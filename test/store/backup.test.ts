import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { agreementById } from '../../src/store/agreements.ts'
import { copyDatabase, inspect, knownCopies, replaceDatabase } from '../../src/store/backup.ts'
import type { Database } from '../../src/store/database.ts'
import { allDisclosures, chainFaults, recordDisclosure } from '../../src/store/disclosures.ts'
import { forgetPerson } from '../../src/store/forget.ts'
import { personNamed } from '../../src/store/people.ts'
import { plainRecord, recordsOf, recordWriter } from '../../src/store/records.ts'
import { type Coach, openCoach, withAnaAndCy, withProtege } from '../support/coach.ts'

let at: Coach
let db: Database
const to = (name: string) => join(at.folder, name)
beforeEach(async () => {
  at = openCoach()
  await withAnaAndCy(at)
  await withProtege(at, 'Ben Reyes')
  db = at.open()
})
afterEach(() => {
  db.close()
  at.close()
})

describe('a copy', () => {
  test('is one whole file for its owner alone', async () => {
    const counts = await copyDatabase(db, to('copy.db'))
    expect(counts).toMatchObject({ person: 3, session: 1, record: 3 })
    expect(statSync(to('copy.db')).mode & 0o777).toBe(0o600)
    expect(readdirSync(at.folder).filter((name) => name.startsWith('copy'))).toEqual(['copy.db'])
    expect(inspect(to('copy.db'), 'it')).toMatchObject({ counts, lastSession: '2026-11-20T09:15:00.000Z' })
  })

  test('holds one moment while a session is being recorded', async () => {
    const recorder = at.open()
    const write = recordWriter(recorder, at.io, 1)
    let open = true
    const recording = (async () => {
      while (open) {
        write({ ...plainRecord, atMs: 1000, words: 'x'.repeat(2000) })
        await new Promise((resolve) => setImmediate(resolve))
      }
    })()
    for (let round = 0; round < 20; round++) {
      const counts = await copyDatabase(db, to(`copy-${round}.db`))
      expect(inspect(to(`copy-${round}.db`), 'it').counts).toEqual(counts)
    }
    open = false
    await recording
    expect(recordsOf(recorder, 1).length).toBeGreaterThan(20)
    recorder.close()
  })

  test('is never written over a file', async () => {
    writeFileSync(to('mine.txt'), 'mine')
    await expect(copyDatabase(db, to('mine.txt'))).rejects.toThrow(/No file can be made/)
    expect(readFileSync(to('mine.txt'), 'utf8')).toBe('mine')
  })

  test('leaves the database as free as it was, also when it fails', async () => {
    await expect(copyDatabase(db, to('no/such/folder.db'))).rejects.toThrow(/No file can be made in .*such/)
    expect(db.inTransaction).toBe(false)
  })
})

describe('inspecting', () => {
  test.each([
    ['text', () => writeFileSync(to('x'), 'hello '.repeat(1000))],
    ['nothing', () => writeFileSync(to('x'), '')],
    [
      'another program’s database',
      () => {
        const other = new Sqlite(to('x'))
        other.exec('CREATE TABLE song (title TEXT)')
        other.close()
      },
    ],
    [
      'half of a copy',
      async () => {
        await copyDatabase(db, to('x'))
        truncateSync(to('x'), 20_480)
      },
    ],
    [
      'a copy with a page overwritten',
      async () => {
        await copyDatabase(db, to('x'))
        const bytes = readFileSync(to('x'))
        bytes.fill(0xff, 4096 * 3, 4096 * 5)
        writeFileSync(to('x'), bytes)
      },
    ],
    [
      'a copy with a row that points nowhere',
      async () => {
        await copyDatabase(db, to('x'))
        const copy = new Sqlite(to('x'))
        copy.pragma('foreign_keys = OFF')
        copy.exec('DELETE FROM behavior')
        copy.close()
      },
    ],
    [
      'a copy whose tables are others',
      async () => {
        await copyDatabase(db, to('x'))
        const copy = new Sqlite(to('x'))
        copy.exec('ALTER TABLE record DROP COLUMN flag')
        copy.close()
      },
    ],
    [
      'a copy that would do more than was asked',
      async () => {
        await copyDatabase(db, to('x'))
        const copy = new Sqlite(to('x'))
        copy.exec('CREATE TRIGGER more AFTER INSERT ON record BEGIN DELETE FROM consent; END')
        copy.close()
      },
    ],
    [
      'a copy that says it is empty',
      async () => {
        await copyDatabase(db, to('x'))
        const copy = new Sqlite(to('x'))
        copy.pragma('user_version = 0')
        copy.close()
      },
    ],
  ])('%s is refused as input', async (_what, make) => {
    await make()
    expect(() => inspect(to('x'), 'that file')).toThrow(/^that file is (damaged|no database of coach)/)
    expect(() => inspect(to('x'), 'that file')).toThrow(expect.objectContaining({ exitStatus: 3 }))
  })

  test('a newer one is refused, with what to do', async () => {
    await copyDatabase(db, to('x'))
    const copy = new Sqlite(to('x'))
    copy.pragma('user_version = 99')
    copy.close()
    expect(() => inspect(to('x'), 'it')).toThrow(/newer coach .*Install the newer version/)
    expect(() => inspect(to('x'), 'it')).toThrow(expect.objectContaining({ exitStatus: 5 }))
  })
})

describe('replacing', () => {
  const copies = () => ({ aside: to('aside.db'), from: to('from.db') })

  test('keeps what was there aside, with what its log held', async () => {
    await copyDatabase(db, `${at.path}.part`)
    await at.done('person', 'add', 'Dee Park')
    db.close()
    replaceDatabase(at.path, `${at.path}.part`, copies(), at.io)
    expect(inspect(at.path, 'it').counts.person).toBe(3)
    expect(inspect(to('aside.db'), 'it').counts.person).toBe(4)
    expect(statSync(to('aside.db')).mode & 0o777).toBe(0o600)
    db = at.open()
    expect(knownCopies(db).map(({ path }) => path)).toEqual([to('aside.db'), to('from.db')])
  })

  describe('what left', () => {
    const leave = (what: string, agreement: number) =>
      recordDisclosure(db, at.io, {
        what,
        audience: 'self',
        destination: to('x.csv'),
        agreements: [agreementById(db, agreement)],
      })
    const listed = () => allDisclosures(db).map(({ content }) => content?.what ?? null)
    const replace = () => {
      db.close()
      const left = replaceDatabase(at.path, `${at.path}.part`, copies(), at.io)
      db = at.open()
      return left
    }

    test('since a backup was made is listed after it is restored, and the list is whole', async () => {
      leave('before', 1)
      await copyDatabase(db, `${at.path}.part`)
      leave('after', 1)
      leave('after that', 1)
      expect(replace()).toEqual({ carried: 2, missing: 0 })
      expect(listed()).toEqual(['before', 'after', 'after that'])
      expect(chainFaults(db)).toEqual([])
      leave('later', 1)
      expect(chainFaults(db)).toEqual([])
    })

    test('of somebody forgotten since stays empty, though they come back', async () => {
      await withProtege(at, 'Dee Park')
      leave('of Ben', 1)
      leave('of Dee', 2)
      await copyDatabase(db, `${at.path}.part`)
      leave('of Dee again', 2)
      forgetPerson(db, at.io, personNamed(db, 'Dee Park')!)
      leave('of Ben again', 1)
      expect(replace()).toEqual({ carried: 2, missing: 0 })
      expect(personNamed(db, 'Dee Park')).toBeDefined()
      expect(listed()).toEqual(['of Ben', null, null, 'of Ben again'])
      expect(chainFaults(db)).toEqual([])
      leave('of Dee once more', 2)
      forgetPerson(db, at.io, personNamed(db, 'Dee Park')!)
      expect(listed()).toEqual(['of Ben', null, null, 'of Ben again', null])
      expect(chainFaults(db)).toEqual([])
    })

    test('of a later state stays as it is there, when an earlier one is replaced by it', async () => {
      leave('before', 1)
      await copyDatabase(db, to('earlier.db'))
      leave('after', 1)
      await copyDatabase(db, `${at.path}.part`)
      db.close()
      copyFileSync(to('earlier.db'), at.path)
      db = at.open()
      expect(replace()).toEqual({ carried: 0, missing: 0 })
      expect(listed()).toEqual(['before', 'after'])
      expect(chainFaults(db)).toEqual([])
    })

    test.each([
      [
        'went another way since',
        (other: Database) => other.exec('UPDATE disclosure SET hash = lower(hex(1))'),
      ],
      ['is kept by somebody else', (other: Database) => other.exec("UPDATE person SET uuid = 'x' || uuid")],
    ])('is not put into the list of a database that %s', async (_what, change) => {
      leave('before', 1)
      await copyDatabase(db, `${at.path}.part`)
      const other = new Sqlite(`${at.path}.part`)
      change(other)
      other.close()
      leave('after', 1)
      expect(replace()).toEqual({ carried: 0, missing: 1 })
      expect(listed()).toEqual(['before'])
    })
  })

  test('is refused while another program has the database open, and changes nothing', async () => {
    await copyDatabase(db, `${at.path}.part`)
    expect(() => replaceDatabase(at.path, `${at.path}.part`, copies(), at.io)).toThrow(
      /open in another program/,
    )
    expect(existsSync(to('aside.db'))).toBe(false)
    expect(recordsOf(db, 1)).toHaveLength(3)
  })

  test('works on a damaged database too, and keeps that as it is', async () => {
    await copyDatabase(db, `${at.path}.part`)
    db.close()
    const damaged = Buffer.alloc(8192, 7)
    writeFileSync(at.path, damaged)
    writeFileSync(`${at.path}-wal`, 'what is left of a log')
    replaceDatabase(at.path, `${at.path}.part`, copies(), at.io)
    expect(readFileSync(to('aside.db'))).toEqual(damaged)
    expect(readFileSync(to('aside.db-wal'), 'utf8')).toBe('what is left of a log')
    db = at.open()
    expect(recordsOf(db, 1)).toHaveLength(3)
  })
})
