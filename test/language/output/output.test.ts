import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { plainStyle } from '../../../src/domain/text.ts'
import { rulesFor } from '../../../src/language/catalog.ts'
import { checkerOf, type TextKind } from '../../../src/language/check.ts'
import { readers } from '../../../src/language/input/index.ts'
import { type OutputFormat, type OutputOptions, outputs } from '../../../src/language/output/index.ts'
import { columns, wrap } from '../../../src/reports/layout.ts'

interface Wanted {
  readonly as?: TextKind
  readonly file?: string | null
  readonly width?: number
  readonly named?: boolean
}

async function printed(
  format: OutputFormat,
  texts: readonly string[],
  { as = 'note', file = null, width = 80, named = false }: Wanted = {},
): Promise<string> {
  const options: OutputOptions = {
    width,
    style: plainStyle,
    layout: { columns, wrap },
    named,
    rules: rulesFor(as),
    version: '1.2.3',
  }
  const output = outputs[format](options)
  const check = await checkerOf(as)
  const reader = readers.lines()
  const parts = texts
    .flatMap((text, index) => reader.line(text, index + 1))
    .flatMap((located) => [...output.text({ file, located, ...check(located) })])
  return output.opening() + parts.join('') + output.closing()
}

// biome-ignore lint/suspicious/noExplicitAny: each test says what it expects in it
const jsonOf = async (...args: Parameters<typeof printed>): Promise<any> => JSON.parse(await printed(...args))

describe('text', () => {
  test('underlines the words, says why, and asks a question back', async () => {
    expect(await printed('text', ['She asked 4 of 22 pupils.', 'In the first half Ben was bored.'])).toBe(
      [
        'line 2:27  mind-reading (judgment)',
        '  In the first half Ben was bored.',
        '                            ^^^^^',
        '  Nobody can see "bored"; what can be seen or heard is a face, a movement, a',
        '  word.',
        '  What did you see or hear when you thought "bored"? Could you quote it, count',
        '  it, or time it?',
        '',
        'Found in 2 texts: 1 of judgment. To read about a rule: coach check --explain RULE',
        '',
      ].join('\n'),
    )
  })

  test('says so when there is nothing', async () => {
    expect(await printed('text', ['She asked 4 of 22 pupils.'])).toBe('Nothing found in 1 text.\n')
  })

  test.each([20, 40, 80])(
    'a long line keeps the words in sight and the marks below them at %i columns',
    async (width) => {
      const around = 'At 9:15 the group of 12 sat down and the door was shut, '.repeat(20)
      const shown = await printed('text', [`${around}Ben was bored, ${around}`], { width })
      const lines = shown.split('\n').slice(0, -2)
      const marks = lines.findIndex((line) => line.includes('^'))
      const [above = '', below = ''] = lines.slice(marks - 1, marks + 1)
      expect(above.slice(below.indexOf('^'), below.lastIndexOf('^') + 1)).toBe('bored')
      expect(above).toMatch(/^ {2}….*bored.*…$/)
      expect(lines.filter((line) => columns(line) > width && !line.startsWith('line '))).toEqual([])
    },
  )

  test('wide characters and emoji take the columns they take', async () => {
    const shown = (await printed('text', ['漢字 👩‍👩‍👧 Ben was bored.'])).split('\n')
    const [above = '', below = ''] = [shown[1], shown[2]]
    expect(columns(above.slice(0, above.indexOf('bored')))).toBe(below.indexOf('^'))
  })

  test('control characters and turned text are shown, not carried out', async () => {
    const shown = await printed('text', ['\u001b[31m \u0007 He is a bully \u202e.'], {
      file: 'a\u001b[2J.md',
    })
    for (const character of ['\u001b', '\u0007', '\u202e']) expect(shown).not.toContain(character)
    expect(shown).toContain('\\x1b[31m \\x07 He is a bully \\u202e.')
    expect(shown).toContain('a\\x1b[2J.md:1:')
  })

  test('names the kind of a question', async () => {
    const shown = await printed('text', ['Why did you stop the drill?'], { as: 'question' })
    expect(shown).toContain('line 1:1  blame (judgment)\n')
  })
})

describe('jsonl', () => {
  test('one line for each text, with what scripts rely on', async () => {
    const lines = (await printed('jsonl', ['Ben was bored', '', 'He read 4 pages "\u2028\\'])).split('\n')
    expect(lines).toHaveLength(4)
    const [first, second, third] = lines.slice(0, 3).map((line) => JSON.parse(line))
    expect(first).toMatchObject({ line: 1, text: 'Ben was bored' })
    expect(first.findings).toMatchObject([
      { rule: 'mind-reading', severity: 'judgment', start: 8, end: 13, words: 'bored', line: 1, column: 9 },
    ])
    expect(first.findings[0].ask).toMatch(/^What did you see or hear/)
    expect(first).not.toHaveProperty('kind')
    expect(second).toEqual({ line: 2, text: '', findings: [] })
    expect(third).toEqual({ line: 3, text: 'He read 4 pages "\u2028\\', findings: [] })
  })

  test('with the kind of each question', async () => {
    const lines = (
      await printed('jsonl', ['What did you notice?', 'Why did you stop?', ''], { as: 'question' })
    )
      .trim()
      .split('\n')
    expect(lines.map((line) => JSON.parse(line).kind)).toEqual(['open', 'blame', 'closed'])
  })

  test('with the file where there are several', async () => {
    expect(await jsonOf('jsonl', ['x'], { named: true, file: 'a.md' })).toMatchObject({ file: 'a.md' })
    expect(await jsonOf('jsonl', ['x'], { file: 'a.md' })).not.toHaveProperty('file')
  })

  test('a text that is put into JSON in parts comes out whole, cut emoji too', async () => {
    const text = `x${'😀\n'.repeat(600_000)}`
    expect((await jsonOf('jsonl', [text])).text).toBe(text)
  })
})

test('json is one document of the lines of jsonl', async () => {
  const texts = ['Ben was bored', '', 'x']
  const lines = (await printed('jsonl', texts)).trim().split('\n')
  expect(await jsonOf('json', texts)).toEqual({
    schema_version: 1,
    texts: lines.map((line) => JSON.parse(line)),
  })
  expect(await jsonOf('json', [])).toEqual({ schema_version: 1, texts: [] })
})

describe('github', () => {
  test('a warning for judgment and a notice for what is vague', async () => {
    const shown = await printed('github', ['Ben was bored', 'He asked a lot of questions'], { file: 'a.md' })
    const [first = '', second = ''] = shown.split('\n')
    expect(first).toMatch(
      /^::warning file=a\.md,line=1,endLine=1,col=9,endColumn=14,title=coach%3A mind-reading::"bored": /,
    )
    expect(second).toMatch(/^::notice file=a\.md,line=2,/)
  })

  test('nothing in a text or a name becomes a command of its own', async () => {
    const shown = await printed('github', ['100 % \u001b bored, was\r::error::x Ben was bored'], {
      file: 'a,b:c%\n::error::.md',
    })
    expect(
      shown
        .trimEnd()
        .split(/[\r\n]/)
        .every((line) => line.startsWith('::warning file=')),
    ).toBe(true)
    expect(shown).toContain('file=a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3A.md,')
  })

  test('the question stands on a line of its own', async () => {
    expect(await printed('github', ['Ben was bored'])).toContain('%0AWhat did you see or hear')
    expect(await printed('github', ['Ben was bored'])).toMatch(/^::warning line=1,/)
  })
})

/**
 * The published schema of SARIF 2.1.0 (OASIS), as the package @microsoft/jest-sarif has it, without its descriptions.
 * What it calls a reference to a URI may be relative, so that is looked at apart.
 */
const schema = (() => {
  const file = new URL('../../fixtures/language/sarif-2.1.0.schema.json', import.meta.url)
  const text = readFileSync(file, 'utf8').replaceAll(
    /,\s*"format": "uri-reference"|"format": "uri-reference",/g,
    '',
  )
  return z.fromJSONSchema(JSON.parse(text))
})()

const problemsOf = (document: unknown): string[] =>
  (schema.safeParse(document).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`)

describe('sarif', () => {
  const TEXTS = ['Ben was bored', 'He asked a lot of questions.', '', 'She is a bully "é😀"']

  test.each(['note', 'question', 'behavior'] as const)('fits its schema, as %s', async (as) => {
    const document = await jsonOf('sarif', TEXTS, { as, file: 'notes/a b.md' })
    expect(problemsOf(document)).toEqual([])
    expect(document.runs[0].results.length).toBeGreaterThan(0)
  })

  test('the schema refuses what is wrong', async () => {
    const document = await jsonOf('sarif', TEXTS)
    document.runs[0].results[0].level = 'bad'
    expect(problemsOf(document)).toHaveLength(1)
  })

  test('says where, in which rule, how grave', async () => {
    const { runs } = await jsonOf('sarif', TEXTS, { file: 'notes/a b.md' })
    const [run] = runs
    expect(run.tool.driver).toMatchObject({ name: 'coach', version: '1.2.3' })
    for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId)
    expect(run.results[0]).toMatchObject({
      ruleId: 'mind-reading',
      level: 'warning',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'notes/a%20b.md' },
            region: { startLine: 1, startColumn: 9, endLine: 1, endColumn: 14 },
          },
        },
      ],
    })
    expect(run.results[1]).toMatchObject({ ruleId: 'vague-quantity', level: 'note' })
  })

  test.each([
    [null, 'stdin'],
    ['/home/ana/ö#1?.md', 'file:///home/ana/%C3%B6%231%3F.md'],
    ['C:\\notes\\a.md', 'file:///C:/notes/a.md'],
    ['a:b.md', 'a%3Ab.md'],
  ])('the file %s is the URI %s', async (file, uri) => {
    const { runs } = await jsonOf('sarif', ['Ben was bored'], { file })
    const found = runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri
    expect(found).toBe(uri)
    expect(URL.canParse(found, 'file:///notes/')).toBe(true)
  })

  test('with nothing found it is a document all the same', async () => {
    const document = await jsonOf('sarif', [])
    expect(problemsOf(document)).toEqual([])
    expect(document.runs[0].results).toEqual([])
  })
})
