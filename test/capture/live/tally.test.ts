import { expect, test } from 'vitest'
import { add, emptyTally, type Tally } from '../../../src/capture/live/tally.ts'
import type { Behavior, SessionRecord } from '../../../src/domain/model.ts'
import { plainRecord } from '../../../src/store/records.ts'
import { live } from './support.ts'

const session = live()

function tallied(behavior: Behavior, records: readonly Partial<SessionRecord>[]): Tally {
  return records.reduce<Tally>(
    (tally, record, at) => add(tally, behavior, { ...plainRecord, number: at + 1, ...record }, []),
    emptyTally,
  )
}

test('of two that run, a stop ends the one it names', () => {
  const tally = tallied(session.behavior('w'), [
    { mark: 'start', atMs: 0 },
    { mark: 'start', atMs: 1000 },
    { mark: 'stop', atMs: 5000, starts: 1 },
  ])
  expect(tally.running.map(({ number }) => number)).toEqual([2])
  expect(tally).toMatchObject({ count: 2, endedMs: 5000 })
})

test('a mark with modifiers adds to its interval, one without replaces what was said of it', () => {
  const scored = { mark: 'interval', atMs: 1000, value: 1, modifiers: { who: 'Al' } } as const
  const not = { mark: 'interval', atMs: 2000, value: 0 } as const
  const behavior = session.behavior('i')
  expect(tallied(behavior, [scored, { ...not, modifiers: { who: 'Bo' } }])).toMatchObject({ count: 1 })
  expect(tallied(behavior, [scored, not])).toMatchObject({ count: 0 })
  expect(tallied(behavior, [scored, not]).marked.size).toBe(1)
})

test('what was counted without times counts', () => {
  expect(tallied(session.behavior('n'), [{ mark: 'tally', value: 12 }, { atMs: 0 }]).count).toBe(13)
})
