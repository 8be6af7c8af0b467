import { expect, test } from 'vitest'
import { positionClock } from '../../../src/capture/live/clock.ts'
import type { Io } from '../../../src/terminal/io.ts'
import { testIo } from '../../support/io.ts'

/** Two clocks that can be moved apart, as a sleeping machine and a person who sets the time do. */
function clocks(): { io: Io; steady(ms: number): void; wall(ms: number): void } {
  let [steady, wall] = [1000, 0]
  return {
    io: { ...testIo(), monotonic: () => steady, now: () => new Date(wall) },
    steady: (ms) => {
      steady += ms
    },
    wall: (ms) => {
      wall += ms
    },
  }
}

test('positions go on by the steady clock, in whole milliseconds', () => {
  const { io, steady, wall } = clocks()
  const position = positionClock(io, 500)
  steady(200.4)
  wall(5000)
  expect(position()).toBe(700)
  steady(200.4)
  expect(position()).toBe(901)
})

test('where the steady clock stood still for more than 5 s, the time of day is followed', () => {
  const { io, steady, wall } = clocks()
  const position = positionClock(io, 0)
  steady(100)
  wall(60_000)
  expect(position()).toBe(60_000)
  steady(200)
  wall(200)
  expect(position()).toBe(60_200)
})

test('a time of day that is set back changes nothing', () => {
  const { io, steady, wall } = clocks()
  const position = positionClock(io, 0)
  steady(100)
  wall(-3_600_000)
  expect(position()).toBe(100)
})
