import type { Browser, Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { actions, goals, reflections, wordedRound } from '../fixtures/observations.ts'
import { HOSTILE } from '../reports/hostile.ts'
import { debriefPage, inBrowser, pageFolder } from './support.ts'

/** Each would leave a mark, ask a question, or reach for something elsewhere, if anything in it ran. */
const ATTACKS = [
  '<script>window.ran = 1</script>',
  '</title><script>window.ran = 1</script>',
  '</style><script>window.ran = 1</script><style>@import "http://x.example/a.css";',
  '</svg></td></table><img src=x onerror="window.ran = 1">',
  '"><svg onload="window.ran = 1"><animate onbegin="window.ran = 1" attributeName=x dur=1s>',
  "' onmouseover='window.ran = 1' autofocus onfocus='window.ran = 1' x='",
  '<a href="javascript:window.ran = 1">here</a> [here](javascript:alert(1)) javascript:alert(1)',
  '<iframe srcdoc="<script>parent.ran = 1</script>"></iframe><object data="data:text/html,x"></object>',
  '<img src="http://x.example/seen.png"><link rel=stylesheet href="http://x.example/a.css">',
  '<base href="http://x.example/"><meta http-equiv=refresh content="0;url=http://x.example/">',
  '<form action="http://x.example/"><button autofocus>go</button></form>',
  '<svg><use href="http://x.example/a.svg#b"/><foreignObject><script>window.ran = 1</script></foreignObject></svg>',
  '<math><mtext></mtext><mglyph><style><img src=x onerror="window.ran = 1"></style></mglyph></math>',
  '&lt;script&gt;window.ran = 1&lt;/script&gt; &#60;script&#62;window.ran = 1',
  '<!--><script>window.ran = 1</script>--> <![CDATA[<script>window.ran = 1</script>]]>',
  '{{ title | raw }}{% raw %}<script>window.ran = 1</script>{% endraw %}{% render "report.css" %}',
  '"]); globalThis.ran = 1; ([" \'+(globalThis.ran = 1)+\' $(globalThis.ran = 1) {signal: "x"} datum["x"]',
  'url(http://x.example/a) ; background: url(http://x.example/b)',
]

/** Elements and attributes that could do something, of which a page of words has no need. */
const ACTIVE = `
  [...document.querySelectorAll('*')].flatMap((element) => [
    ...(/^(script|iframe|object|embed|link|base|form|input|button|a|img|image|use|animate|set|foreignobject|math)$/i
      .test(element.localName) ? ['holds ' + element.localName] : []),
    ...[...element.attributes]
      .filter(({ name }) => /^(on|style$|href$|xlink|src)/i.test(name))
      .map(({ name }) => 'holds ' + name),
  ])`

const folder = pageFolder()
afterAll(() => folder.close())

/** What a page did, from its first byte until a pointer had been over all of it. */
async function deeds(browser: Browser, html: string): Promise<string[]> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } })
  const seen: string[] = []
  const address = folder.add(html)
  page.on('request', (request) => {
    if (request.url() !== address) seen.push(`asked for ${request.url()}`)
  })
  page.on('requestfailed', (request) => seen.push(`was refused ${request.failure()?.errorText}`))
  page.on('dialog', (dialog) => {
    seen.push(`asked ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => seen.push(`said ${message.text()}`))
  page.on('pageerror', (error) => seen.push(`failed ${error.message}`))
  await page.goto(address, { waitUntil: 'load' })
  await touchAll(page)
  if ((await page.evaluate('window.ran')) !== undefined) seen.push('ran')
  seen.push(...((await page.evaluate(ACTIVE)) as string[]))
  await page.close()
  return seen
}

/** Opens what is closed, moves focus and pointer over what could wait for them, and leaves time for it. */
async function touchAll(page: Page): Promise<void> {
  await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true')
  for (let stop = 0; stop < 5; stop++) await page.keyboard.press('Tab')
  for (let y = 50; y < 800; y += 150) await page.mouse.move(300, y)
  await page.waitForTimeout(50)
}

const everywhere = (text: string): Promise<string> =>
  debriefPage(wordedRound(text), {
    reflections: reflections.map((one) => ({ ...one, question: text, answer: text })),
    goals: goals.map((goal) => ({ ...goal, words: text, evidence: text, by: text })),
    actions: actions.map((action) => ({ ...action, words: text, by: text })),
    questions: [{ stage: 'notice', text, behavior: null }],
  })

inBrowser('a page with hostile words in every place', (browser) => {
  test.each([...ATTACKS, HOSTILE.join(' ')])(
    'runs nothing, fetches nothing, says nothing: %s',
    async (text) => {
      expect(await deeds(browser(), await everywhere(text))).toEqual([])
    },
  )

  test('shows them as they were written', async () => {
    const page = await browser().newPage()
    for (const text of ATTACKS) {
      await page.goto(folder.add(await everywhere(text)))
      expect(await page.locator('.request blockquote').first().textContent()).toBe(`“${text}”`)
      expect(await page.title()).toBe('Debrief of session 1 with Ben Reyes')
    }
    await page.close()
  })

  const payload =
    '<script>window.ran = 1</script><img src="http://x.example/seen.png" onerror="window.ran = 1">'

  test('is a test that notices: the same words in a page without our care do run', async () => {
    const seen = await deeds(browser(), `<!doctype html><title>x</title>${payload}`)
    expect(seen).toContain('ran')
    expect(seen).toContain('asked for http://x.example/seen.png')
  })

  test('is guarded twice: its policy stops what a template lets through', async () => {
    const html = (await everywhere('words')).replace('</main>', `${payload}</main>`)
    const seen = await deeds(browser(), html)
    expect(seen).not.toContain('ran')
    expect(seen).toContain('was refused csp')
    expect(seen.join()).toContain('Content Security Policy')
  })
})
