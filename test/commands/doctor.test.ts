import { chmodSync, existsSync, statSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Coach, openCoach, withAnaAndCy, withProtege } from '../support/coach.ts'

let at: Coach
beforeEach(async () => {
  at = openCoach()
  await withAnaAndCy(at)
  await withProtege(at, 'Ben Reyes')
})
afterEach(() => at.close())

const sql = (text: string): void => {
  const db = at.open()
  db.pragma('foreign_keys = OFF')
  db.exec(text)
  db.close()
}

test('a database with nothing to look at', async () => {
  expect(await at.coach('doctor')).toEqual({
    status: 0,
    err: '',
    out: `${at.path}
  schema        version 3, up to date
  integrity     the file is whole
  references    every row points at one that is there
  disclosures   0 entries, as written
  sessions      none is left running
  permissions   for their owner alone
  log           of an ordinary size
  leftovers     none
`,
  })
})

test('an entry taken out of the disclosures is seen, and --fix does not hide it', async () => {
  await at.done('backup', `${at.folder}/x.db`)
  sql('DELETE FROM disclosure')
  for (const flags of [[], ['--fix']]) {
    const { status, out } = await at.coach('doctor', ...flags)
    expect(status).toBe(1)
    expect(out).toContain(
      '  disclosures   There are 0 disclosures and 1 were written; the last is another.\n',
    )
  }
})

test('a row that points nowhere and a session left running are seen', async () => {
  sql("UPDATE session SET state = 'running'; DELETE FROM behavior")
  const { status, out } = await at.coach('doctor')
  expect(status).toBe(1)
  expect(out).toContain(
    '  references    A behavior_version points at a behavior that is not there; coach restore',
  )
  expect(out).toContain(
    '  sessions      Session 1 is running, or was when its program ended; coach session end',
  )
})

test('files open to others and copies not finished are seen, and put right', async () => {
  chmodSync(at.path, 0o644)
  const part = `${at.path}.01980000-0000-7000-8000-000000000001.part`
  writeFileSync(part, '')
  const { status, out } = await at.coach('doctor')
  expect(status).toBe(1)
  expect(out).toContain(`${at.path} is open to others than you (644); coach doctor --fix closes it.`)
  expect(out).toContain(`${part} is a copy that was not finished; coach doctor --fix takes it away.`)
  expect(await at.coach('doctor', '--fix')).toMatchObject({ status: 0 })
  expect(statSync(at.path).mode & 0o777).toBe(0o600)
  expect(existsSync(part)).toBe(false)
  const { checks } = JSON.parse(await at.done('doctor', '--json'))
  expect(checks.flatMap(({ details }: { details: string[] }) => details)).toEqual([])
})

test('a database that is damaged is said to be, and how to go on', async () => {
  const db = at.open()
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  writeFileSync(at.path, Buffer.alloc(8192, 7))
  expect(await at.coach('doctor')).toMatchObject({
    status: 5,
    err: `coach: The database ${at.path} is damaged or not a database; restore a backup with coach restore FILE.\n`,
  })
})
