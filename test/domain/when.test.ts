import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatClock, formatLength, formatList, plural } from '../../src/domain/format.ts'
import { parseClock, parseLength } from '../../src/domain/length.ts'
import { parseWhen } from '../../src/domain/when.ts'

// Local time, as people type it: the zone of the machine that the test runs on.
const now = new Date(2026, 10, 20, 15, 30)
const local = (...parts: [number, number, number, number?, number?]) => new Date(...parts)

describe('a moment', () => {
  test.each([
    ['9:15', local(2026, 10, 20, 9, 15)],
    ['09:15:30', new Date(2026, 10, 20, 9, 15, 30)],
    ['yesterday 14:00', local(2026, 10, 19, 14, 0)],
    ['yesterday', local(2026, 10, 19)],
    ['today', local(2026, 10, 20)],
    ['2026-11-02', local(2026, 10, 2)],
    ['2026-11-02T09:15', local(2026, 10, 2, 9, 15)],
    ['2026-11-02 09:15', local(2026, 10, 2, 9, 15)],
    ['2026-11-02T09:15:00.250Z', new Date('2026-11-02T09:15:00.250Z')],
    ['2026-11-02T09:15+02:00', new Date('2026-11-02T07:15:00Z')],
    ['now', now],
  ])('%s', (text, expected) => {
    expect(parseWhen(text, now)).toEqual(expected)
  })

  test.each(['', 'soon', '25:00', '2026-13-01', '2026-02-30', 'yesterday noonish', '9'])('not %j', (text) => {
    expect(() => parseWhen(text, now)).toThrow(/type it as 9:15/)
  })
})

describe('a length', () => {
  test.each([
    ['45m', 2_700_000],
    ['90s', 90_000],
    ['1h30m', 5_400_000],
    ['2 min', 120_000],
    ['1.5h', 5_400_000],
    ['1:30', 90_000],
    ['1:02:03', 3_723_000],
    ['250ms', 250],
  ])('%s', (text, ms) => {
    expect(parseLength(text)).toBe(ms)
  })

  test.each(['', '0s', '-5m', '45', 'm', '1:75', '5m later'])('not %j', (text) => {
    expect(() => parseLength(text)).toThrow(/is not a length of time/)
  })
})

test('a position is read back as it was written', () => {
  fc.assert(
    fc.property(fc.nat(360_000_000), (ms) => {
      expect(parseClock(formatClock(ms, true))).toBe(ms)
    }),
  )
})

test.each([
  [0, '0:00'],
  [65_250, '1:05'],
  [59_600, '1:00'],
  [3_723_000, '1:02:03'],
])('%d ms is shown as %s', (ms, text) => {
  expect(formatClock(ms)).toBe(text)
})

test.each([
  [450, '0.45 s'],
  [2500, '2.5 s'],
  [45_000, '45 s'],
  [65_000, '1 min 5 s'],
  [1_320_000, '22 min'],
  [3_900_000, '1 h 5 min'],
])('%d ms lasts %s', (ms, text) => {
  expect(formatLength(ms)).toBe(text)
})

test('numbers and lists read as people say them', () => {
  expect([plural(1, 'record'), plural(2, 'record'), plural(2, 'child', 'children')]).toEqual([
    '1 record',
    '2 records',
    '2 children',
  ])
  expect([formatList([]), formatList(['a']), formatList(['a', 'b']), formatList(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ])
})
