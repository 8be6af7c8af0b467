import { expect, test } from 'vitest'
import { endRecovered, resumeSession } from '../../src/capture/recovery.ts'
import { gapsOf, sessionByNumber, touchSession } from '../../src/store/sessions.ts'
import { live } from './live/support.ts'

test('resuming makes the time since the last moment known a gap, and closes what ran there, marked', () => {
  const { press, pass, io, db, session, stored } = live()
  press('tl')
  pass(5000)
  touchSession(db, session.number, 5000)
  io.pass(60_000)
  resumeSession(db, io, session)
  expect(stored()).toEqual(['t+@0', 'l+@0', 't-@5000 !recovered'])
  expect(gapsOf(db, session.number)).toEqual([{ fromMs: 5000, toMs: 65_000, reason: 'interruption' }])
  expect(sessionByNumber(db, session.number)).toMatchObject({ state: 'running', lengthMs: 65_000 })
})

test('the last moment known is the latest of heartbeat, records and gaps', () => {
  const { press, io, db, session } = live()
  io.pass(700)
  press('n')
  io.pass(10_000)
  resumeSession(db, io, session)
  expect(gapsOf(db, session.number)).toEqual([{ fromMs: 700, toMs: 10_700, reason: 'interruption' }])
  io.pass(200)
  resumeSession(db, io, session)
  expect(gapsOf(db, session.number)[1]).toEqual({ fromMs: 10_700, toMs: 10_900, reason: 'interruption' })
})

test('a session left in a pause goes on after it: the pause ends where it was last known', () => {
  const { press, pass, io, db, session } = live()
  pass(2000)
  press('<space>')
  pass(3000)
  io.pass(60_000)
  resumeSession(db, io, session)
  expect(gapsOf(db, session.number)).toEqual([
    { fromMs: 2000, toMs: 5000, reason: 'pause' },
    { fromMs: 5000, toMs: 65_000, reason: 'interruption' },
  ])
})

test('no gap is made where the clock of the machine was set back', () => {
  const { pass, io, db, session } = live()
  pass(10_000)
  io.pass(-8000)
  resumeSession(db, io, session)
  expect(gapsOf(db, session.number)).toEqual([])
  expect(sessionByNumber(db, session.number)?.lengthMs).toBe(10_000)
})

test('ending what was cut off ends it at the last moment known', () => {
  const { press, pass, io, db, session, stored } = live()
  press('w1')
  pass(4000)
  io.pass(60_000)
  endRecovered(db, io, session)
  expect(stored()).toEqual(['w+@0 where=front', 'w-@4000 where=front !recovered'])
  expect(sessionByNumber(db, session.number)).toMatchObject({ state: 'ended', lengthMs: 4000 })
  expect(gapsOf(db, session.number)).toEqual([])
})

test('both do all or nothing', () => {
  const { press, pass, io, db, session, stored } = live()
  press('t')
  pass(4000)
  db.exec("CREATE TRIGGER no_gap BEFORE INSERT ON gap BEGIN SELECT RAISE(ABORT, 'full'); END")
  io.pass(1000)
  expect(() => resumeSession(db, io, session)).toThrow('full')
  expect(stored()).toEqual(['t+@0'])
})
