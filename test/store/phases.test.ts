import { expect, test } from 'vitest'
import { addPhase, phaseNamed, phaseOfSession, phaseStarts, removePhase } from '../../src/store/phases.ts'
import { endSession, startSession } from '../../src/store/sessions.ts'
import { agreedDatabase } from '../support/database.ts'

function withSessions() {
  const { db, clock, start, agreement } = agreedDatabase()
  // Session 3 was held before session 2, and written down later.
  const sessions = [1, 8, 4, 12].map((day) => {
    const session = startSession(db, clock, { ...start, startedAt: new Date(Date.UTC(2026, 10, day)) })
    endSession(db, session.number, 60_000)
    return session
  })
  return { db, clock, agreement, sessions }
}

test('a phase lasts from its session to the next phase, in order of time', () => {
  const { db, clock, agreement, sessions } = withSessions()
  const [first, second, third, fourth] = sessions as [never, never, never, never]
  addPhase(db, clock, ' I  wait ', fourth)
  addPhase(db, clock, 'I count', third)
  const phases = phaseStarts(db, agreement)
  expect(phases.map(({ name, fromSession }) => [name, fromSession])).toEqual([
    ['I count', 3],
    ['I wait', 4],
  ])
  expect([first, second, third, fourth].map((session) => phaseOfSession(session, phases))).toEqual([
    'baseline',
    'I count',
    'I count',
    'I wait',
  ])
})

test('one session begins one phase, and a phase has a name', () => {
  const { db, clock, sessions } = withSessions()
  const [first] = sessions as [never]
  addPhase(db, clock, 'I wait', first)
  expect(() => addPhase(db, clock, 'I count', first)).toThrow(
    "The phase 'I wait' begins with session 1; take it away first with coach phase remove 1.",
  )
  expect(() => addPhase(db, clock, '  ', first)).toThrow('A phase needs a name')
})

test('a phase is meant by its number, its name or a prefix that one alone has', () => {
  const { db, clock, agreement, sessions } = withSessions()
  const [first, second, third] = sessions as [never, never, never]
  addPhase(db, clock, 'waits', first)
  addPhase(db, clock, 'counts', second)
  addPhase(db, clock, 'waits', third)
  const phases = phaseStarts(db, agreement)
  expect(phaseNamed('co', phases).fromSession).toBe(2)
  expect(phaseNamed('3', phases).fromSession).toBe(3)
  expect(() => phaseNamed('waits', phases)).toThrow(
    "'waits' may be several; type one of the numbers 1 (waits), 3 (waits).",
  )
  expect(() => phaseNamed('rests', phases)).toThrow("There is no phase 'rests'; there are 1 (waits)")
  removePhase(db, phaseNamed('1', phases))
  expect(phaseStarts(db, agreement).map(({ number }) => number)).toEqual([3, 2])
  expect(() => phaseNamed('x', [])).toThrow('There is no phase yet')
})
