import { expect, test } from 'vitest'
import { plainRecord, recordWriter } from '../../../src/store/records.ts'
import { gapsOf, sessionByNumber } from '../../../src/store/sessions.ts'
import { keyList, live } from './support.ts'

test('every press of an event is a record of its own, even in the same millisecond', () => {
  const { press, pass, stored, tally } = live()
  pass(1000)
  press('nnn')
  pass(1)
  press('n')
  expect(stored()).toEqual(['n@1000', 'n@1000', 'n@1000', 'n@1001'])
  expect(tally('n').count).toBe(4)
})

test('durations toggle, and several run at once', () => {
  const { press, pass, stored, tally } = live()
  pass(1000)
  press('t')
  pass(1000)
  press('w1')
  pass(1000)
  press('t')
  expect(tally('w').running).toHaveLength(1)
  expect(tally('t').endedMs).toBe(2000)
  pass(1000)
  press('w')
  expect(stored()).toEqual(['t+@1000', 'w+@2000 where=front', 't-@3000', 'w-@4000 where=front'])
})

test('an end within 400 ms of the onset is stored, marked, and taken back by Tab', () => {
  const { press, pass, stored, recorder, tally } = live()
  press('t')
  pass(399)
  press('t')
  expect(stored()).toEqual(['t+@0', 't-@399 !bounce'])
  expect(recorder.state().message?.text).toContain('Tab')
  press('n<tab>')
  expect(stored()).toEqual(['t+@0', 'n@399'])
  expect(tally('t').running).toHaveLength(1)
  pass(1)
  press('t')
  expect(stored()).toEqual(['t+@0', 'n@399', 't-@400'])
  press('<tab>')
  expect(stored()).toHaveLength(3)
})

test('a bounce can no longer be taken back by itself once the behavior has gone on', () => {
  const { press, pass, stored } = live()
  press('t')
  pass(100)
  press('tt<tab>')
  expect(stored()).toEqual(['t+@0', 't-@100 !bounce', 't+@100'])
})

test('a bounce that undo took back is not taken back again by Tab', () => {
  const { press, pass, stored, recorder } = live()
  press('t')
  pass(100)
  press('tn')
  expect(recorder.state().trail?.count).toBe(3)
  press('<tab>')
  expect(recorder.state().trail?.count).toBe(2)
  press('<backspace>')
  pass(100)
  press('t<backspace><tab>')
  expect(stored()).toEqual(['t+@0'])
})

test('a latency runs from its cue to its response, with no talk of a bounce', () => {
  const { press, pass, stored } = live()
  press('l')
  pass(300)
  press('l')
  expect(stored()).toEqual(['l+@0', 'l-@300'])
})

test('undo takes back one record after another, and a duration whose end is taken back goes on', () => {
  const { press, pass, stored, tally, recorder } = live()
  press('nt')
  pass(2000)
  press('tn<backspace>')
  expect(stored()).toEqual(['n@0', 't+@0', 't-@2000'])
  press('<ctrl-z>')
  expect(stored()).toEqual(['n@0', 't+@0'])
  expect(tally('t').running).toHaveLength(1)
  expect(tally('t').endedMs).toBe(0)
  press('<backspace><backspace>')
  expect(stored()).toEqual([])
  expect(tally('n').count).toBe(0)
  press('<backspace>')
  expect(recorder.state().message?.text).toBe('Nothing is recorded that could be taken back.')
})

test('undo does not undo a pause', () => {
  const { press, pass, db, session, stored } = live()
  press('n')
  pass(1000)
  press('<space><backspace>')
  expect(stored()).toEqual([])
  expect(gapsOf(db, session.number)).toEqual([{ fromMs: 1000, toMs: null, reason: 'pause' }])
})

test('a pause is a gap in which behaviors are not recorded, and the coach is told', () => {
  const { press, pass, db, session, stored, recorder, tally } = live()
  press('t')
  pass(1000)
  press('<space>n')
  expect(recorder.state().message?.text).toContain("'n' recorded nothing")
  pass(2000)
  press('<space>')
  pass(500)
  press('t')
  expect(stored()).toEqual(['t+@0', 't-@3500'])
  expect(tally('t').endedMs).toBe(1500)
  expect(gapsOf(db, session.number)).toEqual([{ fromMs: 1000, toMs: 3000, reason: 'pause' }])
})

test('modifiers are asked one set after another, and the record keeps the time of its key', () => {
  const { press, pass, stored } = live()
  press('q')
  pass(3000)
  expect(stored()).toEqual([])
  press('2')
  pass(1000)
  press('1')
  expect(stored()).toEqual(['q@0 level=analysis to=one'])
})

test('another key takes the record without the modifiers still open, and means what it means', () => {
  const { press, pass, stored } = live()
  press('q1')
  pass(1000)
  press('n')
  press('qt')
  pass(1000)
  press('qq<escape>2')
  expect(stored()).toEqual(['q@0 level=recall', 'n@1000', 'q@1000', 't+@1000', 'q@2000', 'q@2000 to=all'])
})

test('the own key of a duration, pressed again while its modifier is asked for, ends it', () => {
  const { press, pass, stored } = live()
  press('w')
  pass(1000)
  press('w')
  expect(stored()).toEqual(['w+@0', 'w-@1000'])
})

test('undo while a modifier is asked for drops the record that was never stored', () => {
  const { press, stored } = live()
  press('nq<backspace>')
  expect(stored()).toEqual(['n@0'])
})

test('a key that is no answer leaves the question open, and says so', () => {
  const { press, stored, recorder } = live()
  press('q9')
  expect(stored()).toEqual([])
  expect(recorder.state().message?.text).toBe("'9' is no answer here; Esc goes on without one.")
  press('1<escape>')
  expect(stored()).toEqual(['q@0 level=recall'])
})

test('answers never take the key of a behavior', () => {
  const { press, stored } = live([
    { name: 'one', key: '1', technique: 'event', modifiers: [{ name: 'level', values: ['low', 'high'] }] },
    { name: 'two', key: '2', technique: 'event' },
  ])
  press('1213')
  expect(stored()).toEqual(['1@0', '2@0', '1@0 level=low'])
})

test('words keep the time when their line was opened, and keys mean behaviors again once it is closed', () => {
  const { press, pass, stored, heard } = live()
  pass(5000)
  press('v')
  pass(4000)
  press(' What now? <return>n')
  press('<return>A note: tn<return>')
  press('a  <return>')
  expect(stored()).toEqual(['v@5000 "What now?"', 'n@9000', 'note@9000 "A note: tn"'])
  // What was quoted is somebody else's words, and nothing is to be said of them.
  expect(heard).toEqual(['A note: tn'])
})

test('Esc closes an empty line; words stay until they are stored or deleted', () => {
  const { press, stored, recorder } = live()
  press('v<escape>n')
  expect(stored()).toEqual(['n@0'])
  press('vab<escape>')
  expect(recorder.state().mode.kind).toBe('writing')
  expect(recorder.state().message?.text).toContain('Ctrl-U')
  press('<ctrl-u><escape>n')
  expect(stored()).toEqual(['n@0', 'n@0'])
})

test('pasted words become one line, and are left out where no line is open', () => {
  const { recorder, press, stored } = live()
  recorder.paste('nnn\nttt')
  expect(stored()).toEqual([])
  expect(recorder.state().message?.text).toContain('Pasted words were left out')
  press('v')
  recorder.paste('first\r\nsecond\u001b[2J')
  press('<return>')
  expect(stored()).toEqual(['v@0 "first second\u001b[2J"'])
})

test('a checklist asks: seen, not seen, no opportunity; its key again says seen, Esc leaves it out', () => {
  const { press, stored } = live()
  press('c+c-c=ccc<escape>cn')
  expect(stored()).toEqual(['c=1@0', 'c=0@0', 'c=null@0', 'c=1@0', 'c=1@0', 'n@0'])
})

test('leaving stores typed words and open questions, and the session goes on', () => {
  const one = live()
  one.press('vhalf a sent')
  one.pass(3000)
  one.recorder.leave()
  expect(one.stored()).toEqual(['v@0 "half a sent"'])
  const session = sessionByNumber(one.db, one.session.number)
  expect(session?.state).toBe('running')
  expect(session?.lengthMs).toBe(3000)

  const other = live()
  other.press('q1')
  other.recorder.leave()
  expect(other.stored()).toEqual(['q@0 level=recall'])
})

test('what could not be stored is not shown, and words that were typed stay typed until they are', () => {
  const { press, recorder, db, stored, tally } = live()
  db.exec("CREATE TRIGGER full BEFORE INSERT ON record BEGIN SELECT RAISE(ABORT, 'disk full'); END")
  expect(() => press('n')).toThrow('disk full')
  expect(tally('n').count).toBe(0)
  press('vsome words')
  expect(() => press('<return>')).toThrow('disk full')
  db.exec('DROP TRIGGER full')
  recorder.leave()
  expect(stored()).toEqual(['v@0 "some words"'])
})

test('ending asks first, closes running durations where the session ends, and leaves a latency open', () => {
  const { press, pass, stored, db, session, recorder } = live()
  press('tl')
  pass(1000)
  press('<escape>n')
  expect(recorder.state().mode.kind).toBe('keys')
  press('<escape><escape>')
  expect(recorder.state().ended).toBe(false)
  pass(1000)
  press('<escape>')
  pass(1000)
  press('<return>')
  expect(stored()).toEqual(['t+@0', 'l+@0', 'n@1000', 't-@3000 !ended'])
  expect(recorder.state().ended).toBe(true)
  expect(sessionByNumber(db, session.number)).toMatchObject({ state: 'ended', lengthMs: 3000 })
  press('n')
  recorder.tick()
  expect(stored()).toHaveLength(4)
})

test('ending while paused ends the gap with the session', () => {
  const { press, pass, db, session } = live()
  pass(1000)
  press('<space>')
  pass(1000)
  press('<escape><return>')
  expect(gapsOf(db, session.number)).toEqual([{ fromMs: 1000, toMs: 2000, reason: 'pause' }])
})

test('a sleep becomes a gap and closes what ran where it was last known, marked', () => {
  const { press, pass, io, db, session, stored, heard, recorder } = live()
  press('t')
  pass(2000)
  io.pass(60_000)
  press('t')
  expect(stored()).toEqual(['t+@0', 't-@2000 !recovered', 't+@62000'])
  expect(gapsOf(db, session.number)).toEqual([{ fromMs: 2000, toMs: 62_000, reason: 'sleep' }])
  expect(heard).toEqual(['refresh'])
  expect(recorder.state().message?.text).toContain('kept as a gap')
})

test('a tick up to 5 s late is no gap', () => {
  const { press, pass, io, db, session, recorder } = live()
  press('t')
  pass(1000)
  io.pass(5000)
  recorder.tick()
  expect(gapsOf(db, session.number)).toEqual([])
})

test('a sleep during a pause adds no gap of its own', () => {
  const { press, pass, io, db, session } = live()
  press('<space>')
  pass(1000)
  io.pass(60_000)
  press('<space>')
  expect(gapsOf(db, session.number)).toEqual([{ fromMs: 0, toMs: 61_000, reason: 'pause' }])
})

test('the last moment known is noted every second', () => {
  const { pass, db, session } = live()
  pass(999)
  expect(sessionByNumber(db, session.number)?.lengthMs).toBe(0)
  pass(4001)
  expect(sessionByNumber(db, session.number)?.lengthMs).toBeGreaterThanOrEqual(4000)
})

test('an unknown key records nothing and says where help is', () => {
  const { press, stored, recorder } = live()
  press('z')
  expect(stored()).toEqual([])
  expect(recorder.state().message?.text).toBe("'z' is no key of this session; ? shows the keys.")
  press('?n')
  expect(stored()).toEqual(['n@0'])
  press('?<escape>')
  expect(recorder.state().mode.kind).toBe('keys')
})

test('the keys of a script are the keys of a terminal', () => {
  expect(keyList('a <return>')).toEqual([
    { name: 'a', text: 'a' },
    { name: 'space', text: ' ' },
    { name: 'return', text: '' },
  ])
})

test('a record keeps to its number although another writer came between', () => {
  const { press, db, io, session, behavior, tally } = live()
  press('n')
  recordWriter(db, io, session.number)({ ...plainRecord, behavior: behavior('n').id, atMs: 0 })
  press('t')
  expect(tally('t').running[0]?.number).toBe(3)
})
