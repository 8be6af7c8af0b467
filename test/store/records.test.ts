import { expect, test } from 'vitest'
import {
  identifiedRecordsOf,
  plainRecord,
  recordsOf,
  recordWriter,
  voidRecord,
} from '../../src/store/records.ts'
import {
  addGap,
  claimSession,
  closeGap,
  endSession,
  findSession,
  gapsOf,
  recordCounts,
  sessionByNumber,
  startSession,
  touchSession,
} from '../../src/store/sessions.ts'
import { agreedDatabase } from '../support/database.ts'

function running() {
  const made = agreedDatabase()
  const session = startSession(made.db, made.clock, made.start)
  const [question, talk] = made.start.behaviors
  return {
    ...made,
    session,
    question: question!.id,
    talk: talk!.id,
    write: recordWriter(made.db, made.clock, session.number),
  }
}

test('records are numbered from 1 in their session and come back as they were', () => {
  const { db, session, question, write } = running()
  write({
    ...plainRecord,
    behavior: question,
    atMs: 30_000,
    modifiers: { level: 'recall' },
    words: 'What?',
    kept: ['trait'],
  })
  write({ ...plainRecord, atMs: 30_000.4, words: 'a note on the whole' })
  expect(recordsOf(db, session.number)).toMatchObject([
    {
      number: 1,
      behavior: question,
      atMs: 30_000,
      modifiers: { level: 'recall' },
      words: 'What?',
      kept: ['trait'],
    },
    { number: 2, behavior: null, atMs: 30_000, modifiers: {}, words: 'a note on the whole', kept: [] },
  ])
  expect(identifiedRecordsOf(db, session.number, 1)).toHaveLength(1)
})

test('a voided onset takes its offset with it, and both stay in the database', () => {
  const { db, clock, session, talk, write } = running()
  const start = write({ ...plainRecord, behavior: talk, mark: 'start', atMs: 0 })
  write({ ...plainRecord, behavior: talk, mark: 'stop', atMs: 5000, starts: start.number })
  expect(voidRecord(db, clock, session.number, start.number)).toEqual([1, 2])
  expect(recordsOf(db, session.number)).toEqual([])
  expect(db.prepare('SELECT count(*) FROM record').pluck().get()).toBe(2)
  expect(recordCounts(db).get(session.number)).toBeUndefined()
  expect(() => voidRecord(db, clock, session.number, 1)).toThrow(/has no standing record 1/)
})

test('a number is never given twice, not even after a void', () => {
  const { db, clock, session, question, write } = running()
  const first = write({ ...plainRecord, behavior: question, atMs: 1 })
  voidRecord(db, clock, session.number, first.number)
  expect(write({ ...plainRecord, behavior: question, atMs: 2 }).number).toBe(2)
})

test('a running session has lasted as long as what was recorded in it, whatever its heartbeat said', () => {
  const { db, session, question, write } = running()
  touchSession(db, session.number, 2000)
  write({ ...plainRecord, behavior: question, atMs: 2250 })
  expect(sessionByNumber(db, session.number)?.lengthMs).toBe(2250)
  endSession(db, session.number, 2100)
  expect(sessionByNumber(db, session.number)?.lengthMs).toBe(2100)
})

test('the last moment known only moves on, and ending closes an open gap', () => {
  const { db, session } = running()
  touchSession(db, session.number, 9000)
  touchSession(db, session.number, 4000)
  expect(sessionByNumber(db, session.number)?.lengthMs).toBe(9000)
  addGap(db, session.number, 9000, 'pause')
  closeGap(db, session.number, 10_000)
  addGap(db, session.number, 12_000, 'interruption')
  endSession(db, session.number, 20_000)
  expect(gapsOf(db, session.number)).toEqual([
    { fromMs: 9000, toMs: 10_000, reason: 'pause' },
    { fromMs: 12_000, toMs: 20_000, reason: 'interruption' },
  ])
  expect(sessionByNumber(db, session.number)).toMatchObject({ state: 'ended', lengthMs: 20_000 })
})

test('a session is found by its number, as the last one, or by the date where it was held', () => {
  const { db, clock, start, session } = running()
  const later = startSession(db, clock, {
    ...start,
    startedAt: new Date('2026-11-20T23:30:00Z'),
    timeZone: 'Asia/Tokyo',
  })
  expect(findSession(db, String(session.number)).number).toBe(session.number)
  expect(findSession(db).number).toBe(later.number)
  expect(findSession(db, '2026-11-21').number).toBe(later.number)
  expect(() => findSession(db, '99')).toThrow(/There is no session '99'/)
})

test('words and modifiers come back letter by letter, whatever they hold', () => {
  const { db, session, question, write } = running()
  const hostile = [
    '"',
    '\\',
    'a\u0000b',
    '\u2028\n\r\t\u001b[31m',
    '👩🏽‍🏫 ñ é',
    '],"words":["',
    '{{ x }}',
    'null',
  ]
  for (const words of hostile)
    write({ ...plainRecord, behavior: question, modifiers: { [words]: words }, words })
  const records = recordsOf(db, session.number)
  expect(records.map(({ words }) => words)).toEqual(hostile)
  expect(records.map(({ modifiers }) => modifiers)).toEqual(hostile.map((words) => ({ [words]: words })))
})

test('records come with their uuids where they are asked for, and stand beside the right ones', () => {
  const { db, clock, session, question, write } = running()
  for (const atMs of [1, 2, 3]) write({ ...plainRecord, behavior: question, atMs })
  voidRecord(db, clock, session.number, 2)
  const identified = identifiedRecordsOf(db, session.number)
  const stored = db.prepare('SELECT uuid FROM record WHERE number <> 2 ORDER BY number').pluck().all()
  expect(identified.map(({ uuid }) => uuid)).toEqual(stored)
  expect(identified.map(({ uuid: _, ...record }) => record)).toEqual(recordsOf(db, session.number))
})

test('a session that another process observes is not taken for left behind', () => {
  const { db, clock, session } = running()
  const process = (pid: number, there: boolean, at = clock.now()) => ({
    pid,
    isRunning: () => there,
    now: () => at,
  })
  claimSession(db, session, process(10, true))
  expect(() => claimSession(db, session, process(11, true))).toThrow(/observed in another terminal/)
  expect(() => claimSession(db, session, process(10, true))).not.toThrow()
  // Long after the last moment known, the number may be somebody else's.
  const later = new Date(clock.now().getTime() + 60_000)
  expect(() => claimSession(db, session, process(11, true, later))).not.toThrow()
  expect(() => claimSession(db, session, process(12, false))).not.toThrow()
})
