import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { withSpinner } from '../../src/terminal/spinner.ts'
import { testIo } from '../support/io.ts'

test('says that work goes on after a second, and leaves the line empty', async () => {
  const io = testIo({ terminal: true, columns: 30 })
  expect(await withSpinner(io, 'Drawing the report', () => sleep(1350, 'done'))).toBe('done')
  expect(io.err()).toMatch(/^\r. Drawing the report\r/)
  expect(io.err().endsWith(`\r${' '.repeat('x Drawing the report'.length)}\r`)).toBe(true)
  expect(io.out()).toBe('')
})

test('says nothing of what is quick, or where nobody looks', async () => {
  const [quick, piped] = [testIo({ terminal: true }), testIo()]
  await withSpinner(quick, 'Drawing', () => sleep(20))
  await withSpinner(piped, 'Drawing', () => sleep(1200))
  expect([quick.err(), piped.err()]).toEqual(['', ''])
})

test('clears its line where the work fails, and keeps to ASCII and the width', async () => {
  const io = testIo({ terminal: true, columns: 12, env: { TERM: 'dumb' } })
  const work = withSpinner(io, 'Drawing the report', async () => {
    await sleep(1250)
    throw new Error('no ink')
  })
  await expect(work).rejects.toThrow('no ink')
  expect(io.err()).toMatch(/^(\r[|/\\-] Drawing t)+\r {11}\r$/)
})
