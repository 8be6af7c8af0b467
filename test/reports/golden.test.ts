import { describe, expect, test } from 'vitest'
import type { Template } from '../../src/reports/data.ts'
import { renderHtml } from '../../src/reports/html.ts'
import { renderJson } from '../../src/reports/json.ts'
import { renderMarkdown } from '../../src/reports/markdown.ts'
import { renderProgressHtml } from '../../src/reports/progress-html.ts'
import { renderTerminal } from '../../src/reports/terminal.ts'
import { actions, goals, reflections, secondRound, wardRound } from '../fixtures/observations.ts'
import { asking, dataOf, dataOfSeveral, page, shippedTemplate } from './data.ts'

/** Whole reports, to be read by people when they change. */

const one = dataOf(wardRound(), {
  reflections,
  goals,
  actions,
  questions: [
    { stage: 'notice', text: 'What do you see in your 10 questions?', behavior: 'asks a question' },
    { stage: 'goal', text: 'What would you like the next round to show?', behavior: null },
  ],
})
const several = dataOfSeveral([wardRound(), secondRound()])

/** A page template with a style sheet of one line: how pages look is seen elsewhere. */
function pageTemplate(file: string): Template {
  const shipped = shippedTemplate(file)
  return { ...shipped, parts: { ...shipped.parts, 'report.css': { name: 'report.css', text: 'body {}' } } }
}
const webPage = page(80, { template: pageTemplate('session.html.liquid') })

const golden = (name: string): string => `golden/${name}`

describe('a whole report', () => {
  test('in a terminal of 80 columns', async () => {
    await expect(renderTerminal(one, page(80))).toMatchFileSnapshot(golden('session-80.txt'))
  })

  test('in a terminal of 40 columns', async () => {
    await expect(renderTerminal(one, page(40))).toMatchFileSnapshot(golden('session-40.txt'))
  })

  test('in ASCII', async () => {
    await expect(renderTerminal(one, page(80, { unicode: false }))).toMatchFileSnapshot(
      golden('session-ascii.txt'),
    )
  })

  test('in Markdown', async () => {
    await expect(renderMarkdown(one, page(80))).toMatchFileSnapshot(golden('session.md'))
  })

  test('as a page', async () => {
    await expect(await renderHtml(one, webPage)).toMatchFileSnapshot(golden('session.html'))
  })

  test('of progress as a page', async () => {
    const template = pageTemplate('progress.html.liquid')
    await expect(await renderProgressHtml(asking, template)).toMatchFileSnapshot(golden('progress.html'))
  })

  test('in JSON', async () => {
    await expect(renderJson(one)).toMatchFileSnapshot(golden('session.json'))
  })

  test('of several sessions in a terminal', async () => {
    await expect(renderTerminal(several, page(80))).toMatchFileSnapshot(golden('sessions-80.txt'))
  })

  test('of several sessions as a page', async () => {
    await expect(await renderHtml(several, webPage)).toMatchFileSnapshot(golden('sessions.html'))
  })

  test('of several sessions in JSON', async () => {
    await expect(renderJson(several)).toMatchFileSnapshot(golden('sessions.json'))
  })
})
