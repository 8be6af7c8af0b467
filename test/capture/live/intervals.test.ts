import { expect, test } from 'vitest'
import { waitingIntervals } from '../../../src/capture/live/intervals.ts'
import { type Asked, type Live, live } from './support.ts'

const PARTIAL: Asked = { name: 'on task', key: 'i', technique: 'partial-interval', intervalMs: 30_000 }
const WHOLE: Asked = { name: 'sits', key: 's', technique: 'whole-interval', intervalMs: 30_000 }
const MOMENTARY: Asked = { name: 'hand up', key: 'm', technique: 'momentary', intervalMs: 30_000 }
const EVENT: Asked = { name: 'names a pupil', key: 'n', technique: 'event' }

const waiting = ({ recorder }: Live): string[] =>
  waitingIntervals(recorder.state()).map(
    ({ behavior, fromMs, toMs }) => `${behavior.key} ${fromMs / 1000}-${toMs / 1000}`,
  )

test('at the end of an interval each behavior is asked about, in order, and the bell rings once', () => {
  const session = live([PARTIAL, WHOLE, MOMENTARY])
  session.pass(29_800)
  expect(waiting(session)).toEqual([])
  session.pass(200)
  expect(waiting(session)).toEqual(['i 0-30', 's 0-30', 'm 0-30'])
  expect(session.heard).toEqual(['bell'])
  session.pass(5000)
  session.press('+--')
  expect(session.stored()).toEqual(['i=1@0', 's=0@0', 'm=0@0'])
  expect(waiting(session)).toEqual([])
  session.press('+')
  expect(session.recorder.state().message?.text).toBe('No interval waits for an answer.')
})

test('what nobody answered by the end of the next interval stays not observed', () => {
  const session = live([WHOLE])
  session.pass(59_800)
  expect(waiting(session)).toEqual(['s 0-30'])
  session.pass(200)
  expect(waiting(session)).toEqual(['s 30-60'])
  session.press('-')
  expect(session.stored()).toEqual(['s=0@30000'])
  expect(session.tally('s').marked.size).toBe(1)
})

test('the own key scores the interval that waits, whichever is asked about first', () => {
  const session = live([WHOLE, MOMENTARY])
  session.pass(31_000)
  session.press('m')
  expect(session.stored()).toEqual(['m=1@0'])
  expect(waiting(session)).toEqual(['s 0-30'])
})

test('partial-interval is scored the moment it is seen, and then not asked about', () => {
  const session = live([PARTIAL])
  session.pass(12_000)
  session.press('ii')
  expect(session.stored()).toEqual(['i=1@12000'])
  expect(session.recorder.state().message?.text).toContain('scored in this interval already')
  session.pass(18_000)
  expect(waiting(session)).toEqual([])
  expect(session.heard).toEqual([])
})

test('the key of a partial-interval behavior says what is seen now, even while the interval before waits', () => {
  const session = live([PARTIAL])
  session.pass(32_000)
  session.press('i')
  expect(waiting(session)).toEqual(['i 0-30'])
  session.press('-')
  expect(session.stored()).toEqual(['i=1@32000', 'i=0@0'])
})

test('whole-interval and momentary are not scored before their interval has ended', () => {
  const session = live([WHOLE, MOMENTARY])
  session.pass(12_000)
  session.press('sm')
  expect(session.stored()).toEqual([])
  expect(session.recorder.state().message?.text).toContain('asked about at the end of the interval')
})

test('an interval that a gap covers by more than half is not asked about', () => {
  const session = live([PARTIAL, WHOLE])
  session.pass(14_800)
  session.press('<space>')
  session.pass(15_200)
  expect(waiting(session)).toEqual([])
  session.press('<space>')
  session.pass(14_000)
  session.press('<space>')
  session.pass(15_000)
  session.press('<space>')
  session.pass(1000)
  expect(waiting(session)).toEqual(['i 30-60', 's 30-60'])
})

test('a moment that falls into a gap is not asked about', () => {
  const session = live([MOMENTARY, WHOLE])
  session.pass(29_000)
  session.press('<space>')
  session.pass(2000)
  session.press('<space>')
  expect(waiting(session)).toEqual(['s 0-30'])
})

test('a moment at which a gap begins is in the gap, and one at which it ends is not', () => {
  const session = live([MOMENTARY])
  session.pass(29_900)
  session.io.pass(100)
  session.press('<space>')
  expect(waiting(session)).toEqual([])
  session.pass(30_000)
  session.press('<space>')
  session.pass(1000)
  expect(waiting(session)).toEqual([])
  session.pass(9000)
  session.press('<space>')
  session.pass(20_000)
  session.press('<space>')
  expect(waiting(session)).toEqual([])
})

test('an answer that is taken back is asked for again while there is time', () => {
  const session = live([WHOLE])
  session.pass(31_000)
  session.press('+')
  expect(session.tally('s')).toMatchObject({ count: 1 })
  session.press('<backspace>')
  expect(session.tally('s')).toMatchObject({ count: 0 })
  expect(waiting(session)).toEqual(['s 0-30'])
  session.press('-')
  expect(session.stored()).toEqual(['s=0@0'])
})

test('modifiers are asked for what was scored alone', () => {
  const session = live([{ ...WHOLE, modifiers: [{ name: 'who', values: ['Al', 'Bo'] }] }])
  session.pass(31_000)
  session.press('+2')
  session.pass(30_000)
  session.press('-')
  expect(session.stored()).toEqual(['s=1@0 who=Bo', 's=0@30000'])
})

test('intervals go on while a line is open, and their question waits', () => {
  const session = live([WHOLE, EVENT])
  session.pass(29_000)
  session.press('<return>1+1')
  session.pass(2000)
  expect(waiting(session)).toEqual(['s 0-30'])
  session.press('<return>+')
  expect(session.stored()).toEqual(['note@29000 "1+1"', 's=1@0'])
})

test('after a sleep only the interval just ended can be asked about, and not when it was slept through', () => {
  const session = live([WHOLE])
  session.pass(2000)
  session.io.pass(300_000)
  session.recorder.tick()
  expect(waiting(session)).toEqual([])
  session.pass(58_000)
  expect(waiting(session)).toEqual(['s 330-360'])
})
