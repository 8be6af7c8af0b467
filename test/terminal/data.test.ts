import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../src/store/database.ts'
import { allPeople } from '../../src/store/people.ts'
import { asking, openTerminal, prepared } from './terminal.ts'

const asks = { name: 'asks a question', technique: 'event', key: 'q' } as const

let at: ReturnType<typeof prepared>
beforeEach(() => {
  at = prepared(asking([asks]))
})
afterEach(() => at.remove())

const open = (...args: string[]) => openTerminal(args, { database: at.path, columns: 80, rows: 24 })
const names = (): string[] => {
  const db = openDatabase(at.path)
  const found = allPeople(db).map(({ name }) => name)
  db.close()
  return found
}

test('forgetting asks first, and no is no', async () => {
  const terminal = open('person', 'forget', 'Ben')
  expect(await terminal.until('Forget Ben Reyes?')).toContain('1 agreement')
  terminal.type('n\r')
  await terminal.until('Nothing was changed.')
  expect(await terminal.ended).toBe(0)
  expect(names()).toContain('Ben Reyes')
})

test('a name shown in a question does not steer the terminal', async () => {
  const db = openDatabase(at.path)
  db.prepare('UPDATE person SET name = ? WHERE name = ?').run(
    'Ben \u001b[2J\u001b]0;owned\u0007\u202e',
    'Ben Reyes',
  )
  db.close()
  const terminal = open('person', 'forget', 'Ben')
  await terminal.until('Forget Ben \\x1b[2J\\x1b]0;owned\\x07\\u202e?')
  expect(terminal.written()).not.toContain('owned\u0007')
  expect(terminal.written()).not.toContain('\u202e')
  terminal.type('y\r')
  expect(await terminal.ended).toBe(0)
  expect(names().join()).not.toContain('owned')
})

test('a passphrase is asked for twice, never shown, and opens what it locked', async () => {
  const file = join(at.folder, 'x.age')
  const backup = open('backup', file, '--passphrase')
  await backup.until('Passphrase')
  backup.type('three words here\r')
  await backup.until('once more')
  backup.type('three words here\r')
  expect(await backup.ended).toBe(0)
  expect(backup.written()).not.toContain('three')
  expect(readFileSync(file).subarray(0, 21).toString()).toBe('age-encryption.org/v1')
  const restore = open('restore', file)
  await restore.until('Passphrase of')
  restore.type('three words here\r')
  await restore.until('Replace it')
  restore.type('y\r')
  await restore.until('Restored.')
  expect(await restore.ended).toBe(0)
}, 60_000)

test('two passphrases that differ lock nothing', async () => {
  const file = join(at.folder, 'x.age')
  const backup = open('backup', file, '--passphrase')
  await backup.until('Passphrase')
  backup.type('three words here\r')
  await backup.until('once more')
  backup.type('four words here\r')
  expect(await backup.ended).toBe(2)
  expect(existsSync(file)).toBe(false)
})
