import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { renderProgressHtml } from '../../src/reports/progress-html.ts'
import { actions, goals, reflections, wardRound } from '../fixtures/observations.ts'
import { asking, shippedTemplate } from '../reports/data.ts'
import { debriefPage, inBrowser, pageFolder } from './support.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const folder = pageFolder()
let address: string
let progressAddress: string
beforeAll(async () => {
  const questions = [
    { stage: 'notice', text: 'What do you see in your 10 questions?', behavior: 'asks a question' },
    { stage: 'goal', text: 'What would you like the next round to show?', behavior: null },
  ] as const
  address = folder.add(await debriefPage(wardRound(), { reflections, goals, actions, questions }))
  progressAddress = folder.add(await renderProgressHtml(asking, shippedTemplate('progress.html.liquid')))
})
afterAll(() => folder.close())

async function opened(
  browser: Browser,
  width: number,
  colorScheme: 'light' | 'dark' = 'light',
  url = address,
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
  await page.goto(url)
  return page
}

/** What is wider than the page lets it be seen, outside of what can be scrolled. Runs in the page. */
const CUT_OFF = `
  [...document.querySelectorAll('body *:not(svg *)')]
    .filter((element) => element.closest('.table') === null)
    .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map((element) => element.tagName + ' ' + element.textContent.slice(0, 40))`

const cutOff = (page: Page): Promise<string[]> => page.evaluate(CUT_OFF)

inBrowser('the debrief page', (browser) => {
  test.each([
    [390, 'light'],
    [390, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)('hides nothing from anybody at %i px in %s colors', async (width, colorScheme) => {
    for (const url of [address, progressAddress]) {
      const page = await opened(browser(), width, colorScheme, url)
      await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true')
      await page.evaluate(AXE)
      const { violations } = (await page.evaluate('axe.run()')) as AxeResults
      expect(violations.map(({ id, impact, nodes }) => [id, impact, nodes[0]?.html])).toEqual([])
      await page.close()
    }
  })

  test.each([320, 390, 640, 768, 1280])('fits %i px', async (width) => {
    for (const url of [address, progressAddress]) {
      const page = await opened(browser(), width, 'light', url)
      expect(await cutOff(page)).toEqual([])
      await page.close()
    }
  })

  test.each([390, 1280])('loses nothing with text of twice the size at %i px', async (width) => {
    const page = await opened(browser(), width)
    await page.evaluate('document.documentElement.style.fontSize = "200%"')
    expect(await cutOff(page)).toEqual([])
    await page.close()
  })

  test('has the request before the data, and the questions after the quotes', async () => {
    const page = await opened(browser(), 1280)
    expect(await page.locator('h1, h2').allTextContents()).toEqual([
      'Debrief of session 3 with Ben Reyes',
      'What was asked for',
      'What was seen',
      'Quotes, in order',
      'Notes, in order',
      'Questions',
      'What was asked and answered',
      'Goals',
    ])
    await page.close()
  })

  test('names each plot, says in words what there is to see, and has it as a table', async () => {
    const page = await opened(browser(), 1280)
    const figures = await page.locator('figure').count()
    expect(figures).toBe(5)
    expect(
      await page.getByRole('img', { name: 'When each behavior was seen, in 40 min 30 s observed' }).count(),
    ).toBe(1)
    expect(await page.locator('figure:has(details table)').count()).toBe(figures)
    expect(await page.locator('#timeline-wide-desc').textContent()).toContain(
      'asks a question: 10 times, the first at 0:30, the last at 40:05.',
    )
    await page.close()
  })

  test('has the chart of progress with its phases, and its sessions as a table', async () => {
    const page = await opened(browser(), 1280, 'light', progressAddress)
    const name = 'asks a question: rate, a minute, in each of 14 sessions'
    const chart = page.getByRole('img', { name })
    for (const text of ['baseline', 'I wait three seconds', 'without notes', 'session', '0.0', '16']) {
      expect(await chart.getByText(text, { exact: true }).count(), text).toBe(1)
    }
    expect(await page.locator('figure tbody tr').count()).toBe(14)
    await page.close()
  })

  test('shows the words of a quote to a pointer that rests on it', async () => {
    const page = await opened(browser(), 1280)
    const titles = await page.locator('figure .wide path > title').allTextContents()
    expect(titles).toContain('3:10 “Today we take the drain out, and then we see how she sleeps.”')
    await page.close()
  })

  test('draws for a phone what is made for a phone', async () => {
    const [phone, desk] = [await opened(browser(), 390), await opened(browser(), 1280)]
    const shown = (page: Page) =>
      Promise.all(['.narrow svg', '.wide svg'].map((one) => page.locator(one).first().isVisible()))
    expect(await shown(phone)).toEqual([true, false])
    expect(await shown(desk)).toEqual([false, true])
    await Promise.all([phone.close(), desk.close()])
  })

  test('prints the tables opened, with the plots for paper and lines to write on', async () => {
    const page = await opened(browser(), 700)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('details table').first().isVisible()).toBe(true)
    expect(await page.locator('summary').first().isVisible()).toBe(false)
    expect(await page.locator('.wide svg').first().isVisible()).toBe(true)
    expect((await page.locator('.lines').first().boundingBox())?.height).toBeGreaterThan(100)
    await page.close()
  })
})
