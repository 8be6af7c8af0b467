import { expect, test } from 'vitest'
import { chance, pick } from '../../src/questions/random.ts'

test('the same words give the same number, on every machine', () => {
  expect(chance(7, 'notice-look')).toBe(chance('7', 'notice-look'))
  expect(chance(7, 'notice-look')).toBeCloseTo(0.032571660820394754, 12)
})

test('words that are nearly the same are spread evenly', () => {
  const tenths = Array.from({ length: 10 }, () => 0)
  for (let seed = 0; seed < 10_000; seed++) {
    const tenth = Math.floor(chance(seed, 'notice-look') * 10)
    tenths[tenth] = (tenths[tenth] ?? 0) + 1
  }
  for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150)
})

test('each of the items is picked by some seed, and nothing from nothing', () => {
  const picked = Array.from({ length: 100 }, (_, seed) => pick(['a', 'b', 'c'], seed))
  expect(new Set(picked)).toEqual(new Set(['a', 'b', 'c']))
  expect(pick([], 1)).toBeUndefined()
})
