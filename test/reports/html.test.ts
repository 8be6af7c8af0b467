import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InputError } from '../../src/domain/errors.ts'
import type { Observation } from '../../src/domain/model.ts'
import { escapeHtml } from '../../src/domain/text.ts'
import type { Template } from '../../src/reports/data.ts'
import { renderHtml } from '../../src/reports/html.ts'
import {
  asks,
  Notebook,
  says,
  secondRound,
  session,
  talks,
  turns,
  waits,
  wardRound,
  wordedRound,
} from '../fixtures/observations.ts'
import { dataOf, dataOfSeveral, page, shippedTemplate } from './data.ts'
import { anyText, HOSTILE } from './hostile.ts'

const SHIPPED = shippedTemplate('session.html.liquid')

const htmlOf = (observation: Observation, template: Template = SHIPPED): Promise<string> =>
  renderHtml(dataOf(observation), page(80, { template }))

const held = (changes: Partial<Observation>): Observation => ({
  session: session(1, { lengthMs: 600_000 }),
  behaviors: [asks],
  records: [],
  gaps: [],
  ...changes,
})

/** The names of a page's tags and their attributes, in order: its shape, whatever it says. */
const shapeOf = (html: string): string =>
  [...html.matchAll(/<\/?([a-z0-9]+)((?: [a-z-]+="[^"]*")*)/gi)]
    .map(
      ([, tag, attributes = '']) =>
        `${tag} ${[...attributes.matchAll(/ ([a-z-]+)=/gi)].map(([, name]) => name)}`,
    )
    .filter((tag) => !/^(tspan|desc)/.test(tag))
    .join('\n')

describe('the page', () => {
  test('has the same shape whatever people wrote', async () => {
    const plain = shapeOf(await htmlOf(wordedRound('words')))
    await fc.assert(
      fc.asyncProperty(
        anyText.filter((text) => text.trim() !== ''),
        async (text) => {
          expect(shapeOf(await htmlOf(wordedRound(text)))).toBe(plain)
        },
      ),
      { numRuns: 15, examples: HOSTILE.map((text) => [text]) },
    )
  })

  test('lets nothing through that HTML gives a meaning to', () => {
    expect(escapeHtml(`<a b="c" d='e'>&amp;</a>`)).toBe(
      '&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;&lt;/a&gt;',
    )
  })

  test('reaches for nothing, and allows its own style sheet alone', async () => {
    const html = await htmlOf(wardRound())
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? []
    const hash = createHash('sha256').update(style).digest('base64')
    expect(html).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;">`,
    )
    expect(html).not.toMatch(/<(script|link|img|iframe|object|embed|a|form)\b/i)
    expect(html).not.toMatch(/\b(src|href|style|on[a-z]+)=/i)
    expect(html.match(/url\([^)]*\)/g)?.every((one) => one.startsWith('url(#'))).toBe(true)
    expect(style).not.toMatch(/@import|url\(/)
  })

  test('draws each axis from zero', async () => {
    const book = new Notebook()
    for (const at of [400, 420, 440]) book.bout(talks, at * 1000, at * 1000 + 9000)
    const html = await htmlOf(held({ behaviors: [talks], records: book.records }))
    const texts = [...html.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)
    expect(texts.filter((text) => text === '0').length).toBeGreaterThanOrEqual(6)
    expect(texts).toContain('time from the start, in minutes')
    expect(texts).toContain('seconds')
  })

  test('says when two moments lie too close, and draws no more than can be told apart', async () => {
    const book = new Notebook()
    for (let index = 0; index < 20_000; index++) book.moment(asks, index * 30)
    const html = await htmlOf(held({ records: book.records }))
    expect(html).toContain('Where a row holds more than an eye could tell apart')
    expect(html.match(/<line /g)?.length).toBeLessThan(1500)
    const few = await htmlOf(held({ records: book.records.slice(0, 50) }))
    expect(few).not.toContain('more than an eye could tell apart')
  })

  test('draws the longest of the times that lie too close', async () => {
    const book = new Notebook()
    for (let index = 0; index < 2000; index++) {
      book.bout(waits, index * 300, index * 300 + (index === 1001 ? 90 : 10))
    }
    const html = await htmlOf(held({ behaviors: [waits], records: book.records }))
    expect(html).toContain('the longest of them is drawn')
    expect(html).toContain('<title>5:00: 0.09 s</title>')
    expect(html).toContain('1900 more are not listed here; the report with --format xlsx has them all.')
  })

  test('names the first of many words, and says how many more there are and where', async () => {
    const book = new Notebook()
    for (let index = 0; index < 2003; index++) book.moment(says, index * 100, { words: `words ${index}` })
    const html = await htmlOf(held({ behaviors: [says], records: book.records }))
    expect(html).toContain('“words 1999”')
    expect(html).not.toContain('“words 2000”')
    expect(html).toContain('There are 3 more; the same report with --format xlsx has them all.')
  })

  test('has quotes of several behaviors in the order in which they were said', async () => {
    const other = { ...says, id: 99, behaviorId: 99, name: 'answers' }
    const book = new Notebook()
    book.moment(says, 3000, { words: 'third' })
    book.moment(other, 2000, { words: 'second' })
    book.moment(says, 1000, { words: 'first' })
    const html = await htmlOf(held({ behaviors: [says, other], records: book.records }))
    const quotes = html.slice(html.indexOf('id="quotes"'))
    expect([...quotes.matchAll(/“(first|second|third)”/g)].map(([, word]) => word)).toEqual([
      'first',
      'second',
      'third',
    ])
  })

  test('has a list in place of a matrix of more people than it could show', async () => {
    const book = new Notebook()
    for (let index = 0; index < 25; index++) {
      book.moment(turns, index * 1000, { modifiers: { from: `person ${index}`, to: 'Kim' } })
    }
    const html = await htmlOf(held({ behaviors: [turns], records: book.records }))
    expect(html).not.toContain('Read a row from its name')
    expect(html).toContain('<th scope="row">person 24</th>')
  })

  test.each([
    ['nothing recorded', held({})],
    ['no time observed', held({ gaps: [{ fromMs: 0, toMs: null, reason: 'pause' }] })],
    ['no length', held({ session: session(1, { lengthMs: 0 }) })],
    ['nothing watched', held({ behaviors: [] })],
  ])('is a page with %s, and has no NaN in it', async (_, observation) => {
    const html = await htmlOf(observation)
    expect(html).toContain('</html>')
    expect(html).not.toMatch(/NaN|Infinity|undefined/)
  })

  test('of several sessions has a time line for each', async () => {
    const html = await renderHtml(
      dataOfSeveral([wardRound(), secondRound()]),
      page(80, { template: SHIPPED }),
    )
    expect(html).toContain('Session 3: When each behavior was seen, in 40 min 30 s observed')
    expect(html).toContain('Session 4: When each behavior was seen, in 20 min observed')
  })
})

describe('a page template', () => {
  const own = (text: string, parts: Template['parts'] = {}): Template => ({
    name: 'own.html.liquid',
    text,
    parts: { ...SHIPPED.parts, ...parts },
  })

  test('takes in the other templates and the style sheet, and nothing else', async () => {
    const table = { name: 'my/table.html.liquid', text: '[{{ table.title }}]' }
    const html = await htmlOf(wardRound(), {
      ...SHIPPED,
      parts: { ...SHIPPED.parts, 'table.html.liquid': table },
    })
    expect(html).toContain('[When each behavior was seen]')
    await expect(htmlOf(wardRound(), own("{% render '/etc/passwd' %}"))).rejects.toThrow(
      'The template own.html.liquid, line 1, column 1, cannot be used: ',
    )
  })

  test('is told where a part that it takes in is wrong', async () => {
    const plot = { name: 'my/plot.html.liquid', text: '<figure>\n  {{ plot.tilte }}' }
    const render = htmlOf(wardRound(), { ...SHIPPED, parts: { ...SHIPPED.parts, 'plot.html.liquid': plot } })
    await expect(render).rejects.toThrow(InputError)
    await expect(render).rejects.toThrow(
      'The template my/plot.html.liquid, line 2, column 6, cannot be used: undefined variable: plot.tilte.',
    )
  })

  test('is styled by its own style sheet where there is one', async () => {
    const style = { name: 'my/report.css', text: 'body { color: teal }' }
    const html = await htmlOf(wardRound(), own('{{ style | raw }} {{ policy }}', { 'report.css': style }))
    const hash = createHash('sha256').update(style.text).digest('base64')
    expect(html).toContain('body { color: teal } default-src')
    expect(html).toContain(`sha256-${hash}`)
  })
})
