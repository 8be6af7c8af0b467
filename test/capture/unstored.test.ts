import { expect, test } from 'vitest'
import { readUnstored } from '../../src/capture/unstored.ts'
import type { Behavior } from '../../src/domain/model.ts'
import { accountOf } from '../../src/measures/agreement/index.ts'
import { behavior } from '../fixtures/observations.ts'
import { processorTime } from '../support/processor-time.ts'

const read = (text: string, known: readonly Behavior[] = []) => {
  const { recorded, observer } = readUnstored(text, 'a.obs', known)
  return { observer, ...accountOf(recorded) }
}

test('a code says by its signs how it was recorded', () => {
  const { observer, lengthMs, gaps, behaviors } = read(
    [
      '# length: 4m interval: 30s observer: Cy Ito',
      '0:05 t+ Ben',
      '0:10 t+ Kim',
      '0:20 q recall "What did we change?"',
      '0:30 t- Kim',
      '1:00 t- Ben',
      '1:00 pause',
      '1:10 resume',
      '2:00 i1',
      '2:30 i0',
      '- r x12',
    ].join('\n'),
  )
  expect({ observer, lengthMs, gaps: gaps.length }).toEqual({
    observer: 'Cy Ito',
    lengthMs: 240_000,
    gaps: 1,
  })
  expect(behaviors.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    't bout',
    'q moment',
    'i interval',
    'r moment',
  ])
  expect(behaviors[0]?.timings).toEqual([
    { atMs: 5000, lengthMs: 55_000 },
    { atMs: 10_000, lengthMs: 20_000 },
  ])
  expect(behaviors[2]).toMatchObject({
    intervalMs: 30_000,
    intervals: [
      { index: 4, scored: true },
      { index: 5, scored: false },
    ],
  })
  expect(behaviors[3]?.untimed).toBe(12)
})

test('a known behavior gives its keys and names their meaning, next to codes that stand for themselves', () => {
  const wait = behavior(3, 'waits for an answer', 'latency', { key: 'w' })
  const { behaviors } = read('0:05 w+\n0:09 w-\n0:20 waits+\n0:21 waits-\n0:30 q\n', [wait])
  expect(behaviors).toMatchObject([
    { name: 'waits for an answer', kind: 'latency', timings: [{ lengthMs: 4000 }, { lengthMs: 1000 }] },
    { name: 'q', kind: 'moment' },
  ])
})

test('every line that cannot be read is named at once', () => {
  expect(() => read('0:05 t-\nnine q\n0:06 t+\n0:07 t+\n')).toThrow(
    expect.objectContaining({
      details: [
        "line 1, column 6: 't' is not running; expected t+ before t-",
        "line 2, column 1: expected a time as 1:05 or 1:05.250, found 'nine'",
        "line 4, column 6: 't' has been running since 0:06; expected t- first",
      ],
    }),
  )
})

test('intervals of no length are refused with what mends them', () => {
  expect(() => read('0:05 i1\n')).toThrow(
    "a.obs scores intervals of 'i' and does not say how long they are; put # interval: 30s on its first line.",
  )
})

test('words that look like something else are words', () => {
  const { behaviors } = read('0:05 __proto__ "$(rm -rf /)"\n0:06 constructor a=b\n0:07 toString+ x=1\n')
  expect(behaviors.map(({ name }) => name)).toEqual(['__proto__', 'constructor', 'toString'])
})

test('a long log takes time that grows with its length alone', () => {
  const log = (lines: number): string =>
    Array.from(
      { length: lines },
      (_, i) => `${Math.floor(i / 60)}:${String(i % 60).padStart(2, '0')} q m${i}`,
    ).join('\n')
  const [short, long] = [log(5000), log(40_000)]
  const shortTime = processorTime(() => read(short))
  // Eight times the lines; time that grew with the square would be 64 times as long.
  expect(processorTime(() => read(long))).toBeLessThan(8 * 4 * Math.max(shortTime, 10))
})
