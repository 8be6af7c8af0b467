import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Behavior } from '../../src/domain/model.ts'
import { findAgreement } from '../../src/store/agreements.ts'
import { liveBehaviors } from '../../src/store/behaviors.ts'
import { openDatabase } from '../../src/store/database.ts'
import { allSessions } from '../../src/store/sessions.ts'
import { asking, openTerminal, prepared, type Terminal } from './terminal.ts'

const asks = { name: 'asks a question', technique: 'event', key: 'q' } as const

let at: ReturnType<typeof prepared>
beforeEach(() => {
  at = prepared(asking([asks]))
})
afterEach(() => at.remove())

/** `coach import` of a file with this content. */
function importing(name: string, content: string, ...options: string[]): Terminal {
  const file = join(at.folder, name)
  writeFileSync(file, content)
  return openTerminal(['import', file, ...options], { database: at.path, columns: 100, rows: 30 })
}

function stored(): { sessions: number; behaviors: Behavior[] } {
  const db = openDatabase(at.path)
  try {
    return { sessions: allSessions(db).length, behaviors: liveBehaviors(db, findAgreement(db, undefined)) }
  } finally {
    db.close()
  }
}

const BOUTS = 'onset_s,code,duration_s,topic\n0,LT,6,a\n6,SR,1,a\n7,LT,4,b\n11,SR,1,b\n'

test('the columns are shown first, then the request is asked for, and the last answer is offered again', async () => {
  const terminal = importing('lecture.csv', BOUTS)
  const shown = await terminal.until('Read it like this?')
  expect(shown).toContain('column onset_s: time')
  expect(shown).toContain('column code: behavior')
  expect(shown).toContain('column duration_s: duration')
  expect(shown).toContain('column topic: modifier')
  expect(shown).toContain('LT: new, duration')
  expect(stored().sessions).toBe(0)
  terminal.type('\r')
  await terminal.until("What did the protégé ask for, in their own words, about 'LT'?")
  terminal.type('How long do I talk?\r')
  await terminal.until(/about 'SR'\? \(How long do I talk\?\)/)
  terminal.type('\r')
  expect(await terminal.until('Next: coach report 1')).toContain('Came in: 1 session')
  expect(await terminal.ended).toBe(0)
  const { sessions, behaviors } = stored()
  expect(sessions).toBe(1)
  expect(behaviors.slice(1).map(({ name, request }) => [name, request])).toEqual([
    ['LT', 'How long do I talk?'],
    ['SR', 'How long do I talk?'],
  ])
})

test('a reading that is not wanted stores nothing, and says how to say it', async () => {
  const terminal = importing('lecture.csv', BOUTS)
  await terminal.until('Read it like this?')
  terminal.type('n\r')
  expect(await terminal.until('nothing was stored')).toContain('--column ROLE=NAME')
  expect(await terminal.ended).toBe(0)
  expect(stored()).toMatchObject({ sessions: 0, behaviors: [{ name: 'asks a question' }] })
})

test('a request without words is asked for again', async () => {
  const terminal = importing('lecture.csv', BOUTS, '--map', 'SR=', '--column', 'time=onset_s')
  await terminal.until("about 'LT'?")
  terminal.type('  \r')
  await terminal.until(/about 'LT'\?.*about 'LT'\?/s)
  terminal.type('How long do I talk?\r')
  await terminal.until('Next: coach report 1')
  expect(await terminal.ended).toBe(0)
})

test('leaving at a question stores nothing', async () => {
  const terminal = importing('lecture.csv', BOUTS)
  await terminal.until('Read it like this?')
  terminal.type('\r')
  await terminal.until("about 'LT'?")
  terminal.type('\u0003')
  expect(await terminal.ended).toBe(130)
  expect(stored()).toMatchObject({ sessions: 0, behaviors: [{ name: 'asks a question' }] })
})

test('names in a file are shown in the questions and do not steer the terminal', async () => {
  const terminal = importing(
    'lecture.csv',
    'onset_s,code,a\u001b]0;owned\u0007\n0,L\u001b[2JT,1\n1,L\u001b[2JT,1\n2,L\u001b[2JT,1\n',
  )
  const shown = await terminal.until('Read it like this?')
  expect(shown).toContain('column a\\x1b]0;owned\\x07: modifier')
  terminal.type('\r')
  await terminal.until("about 'L\\x1b[2JT'?")
  expect(terminal.written()).not.toContain('owned\u0007')
  terminal.type('\u0003')
  expect(await terminal.ended).toBe(130)
})
