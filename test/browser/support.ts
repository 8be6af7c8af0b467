import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Observation } from '../../src/domain/model.ts'
import { renderHtml } from '../../src/reports/html.ts'
import { findBrowser } from '../../src/terminal/browser.ts'
import { realIo } from '../../src/terminal/real-io.ts'
import { dataOf, page, shippedTemplate } from '../reports/data.ts'

export const browserPath = findBrowser(realIo(''))
const isRequired = process.env.COACH_REQUIRE_BROWSER === '1'

/**
 * Tests in the browser that this machine has. Without one they are skipped, and say why; where one is required, its absence
 * is a failure.
 */
export function inBrowser(name: string, tests: (browser: () => Browser) => void): void {
  if (browserPath === null) {
    const why = 'no Chromium or Chrome was found; install one, or name it in CHROME_PATH'
    const missing = `${name} (${why})`
    if (isRequired) test(missing, () => expect.fail(why))
    else {
      test.skip(missing, () => {})
      console.warn(`Skipped: ${missing}.`)
    }
    return
  }
  describe(name, () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await chromium.launch({
        executablePath: browserPath,
        args: [
          ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      })
    })
    afterAll(() => browser.close())
    tests(() => browser)
  })
}

/** The debrief page of an observation. */
export const debriefPage = (
  observation: Observation,
  changes: Parameters<typeof dataOf>[1] = {},
): Promise<string> =>
  renderHtml(dataOf(observation, changes), page(80, { template: shippedTemplate('session.html.liquid') }))

/** A folder for pages, as a person has them: opened from a disk. */
export function pageFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'coach-page-'))
  let pages = 0
  return {
    /** Writes a page and returns its address. */
    add(html: string): string {
      const path = join(folder, `${pages++}.html`)
      writeFileSync(path, html)
      return pathToFileURL(path).href
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
