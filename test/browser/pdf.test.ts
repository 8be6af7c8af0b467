import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { printToPdf } from '../../src/terminal/browser.ts'
import { realIo } from '../../src/terminal/real-io.ts'
import { wardRound } from '../fixtures/observations.ts'
import { debriefPage, inBrowser } from './support.ts'

const leftBehind = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('coach-pdf-'))

inBrowser('printing to PDF', () => {
  test('makes a file of several pages, and leaves nothing behind', async () => {
    const before = leftBehind()
    const pdf = Buffer.from(await printToPdf(realIo(''), await debriefPage(wardRound())))
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(5)
    expect(leftBehind()).toEqual(before)
  })
})
