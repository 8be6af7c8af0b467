import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { main } from '../../src/main.ts'
import { testIo } from '../support/io.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coach-check-'))
  mkdirSync(join(folder, 'coach'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Runs `coach check` with this on standard input, in a config folder of its own. */
async function check(args: readonly string[], input = '') {
  const io = testIo({ input, env: { XDG_CONFIG_HOME: folder } })
  const status = await main(['check', ...args], io)
  return { status, out: io.out(), err: io.err() }
}

const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const linesOf = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('exit status', () => {
  test.each([
    [[], 'She asked 4 of 22 pupils.', 0],
    [[], 'Ben was bored.', 1],
    [[], 'He asked a lot of questions.', 0],
    [['--fail-on', 'vague'], 'He asked a lot of questions.', 1],
    [['--fail-on', 'vague'], 'Ben was bored.', 1],
    [['--as', 'question'], 'What did you notice?', 0],
    [['--as', 'question'], 'Why did you stop the drill?', 1],
    [['--as', 'question'], 'Did you stop?', 0],
    [['--as', 'question', '--fail-on', 'vague'], 'Did you stop?', 1],
    [['--as', 'behavior', '--fail-on', 'vague'], 'Ben smiles.', 1],
    [['--as', 'behavior', '--fail-on', 'vague'], 'Ben says a sentence that asks the group for words', 0],
  ])('%j of "%s" is %i', async (args, input, status) => {
    expect((await check(args, input)).status).toBe(status)
  })

  test.each(['text', 'json', 'jsonl', 'sarif', 'github'])(
    'the format %s changes nothing about it',
    async (format) => {
      expect((await check(['--format', format], 'Ben was bored.')).status).toBe(1)
      expect((await check(['--format', format], 'She asked 4 of 22 pupils.')).status).toBe(0)
    },
  )

  test.each([
    [['--format', 'xml'], 2, '--format'],
    [['--as', 'poem'], 2, '--as'],
    [['--fail-on', 'never'], 2, '--fail-on'],
    [['--explain', 'nothing'], 2, 'coach check --rules lists them'],
    [['none.md'], 3, 'There is no file none.md; check the name.'],
    [['--format', 'json', import.meta.filename, 'none.md'], 3, 'There is no file none.md'],
    [['--format', 'json', import.meta.filename, import.meta.dirname], 3, 'A folder was named'],
  ])('%j is %i and says why', async (args, status, said) => {
    const { status: found, err, out } = await check(args, 'x')
    expect(found).toBe(status)
    expect(err).toContain(said)
    expect(out).toBe('')
  })

  test('input that is no text is 3, with its place', async () => {
    const path = join(folder, 'bad.txt')
    writeFileSync(path, Buffer.from([0x61, 0x0a, 0xff]))
    expect(await check([path])).toMatchObject({
      status: 3,
      err: `coach: ${path}, line 2, byte 2: the file is not UTF-8 there; save it as UTF-8 and try again.\n`,
    })
  })

  test('at a terminal without a file it asks for one', async () => {
    const io = testIo({ terminal: true })
    expect(await main(['check'], io)).toBe(2)
    expect(io.err()).toContain('Name a file to check, or -')
  })
})

describe('--lines', () => {
  test('one line of output for each line of input, whatever it holds', async () => {
    const input = 'Ben was bored.\r\n\r\n```\n> Ben was lazy\n  \nno end'
    const { out } = await check(['--lines', '--format', 'jsonl'], input)
    const lines = linesOf(out)
    expect(lines.map(({ line, text }) => [line, text])).toEqual([
      [1, 'Ben was bored.'],
      [2, ''],
      [3, '```'],
      [4, '> Ben was lazy'],
      [5, '  '],
      [6, 'no end'],
    ])
    expect(lines.map(({ findings }) => findings.length)).toEqual([1, 0, 0, 1, 0, 0])
  })

  test('spans cut the text', async () => {
    const input = 'كان 😀 «Ben was bored» and Ben was bored.\n'
    const [line] = linesOf((await check(['--lines', '--format', 'jsonl'], input)).out)
    for (const { start, end, words } of line.findings) expect(line.text.slice(start, end)).toBe(words)
    expect(line.findings).toHaveLength(1)
  })

  test('the kind of each question', async () => {
    const input = 'What did you notice?\nCould you have asked first?\n\n'
    const { out } = await check(['--lines', '--format', 'jsonl', '--as', 'question'], input)
    expect(linesOf(out).map(({ kind }) => kind)).toEqual([
      'open',
      expect.stringMatching(/blame|advice/),
      'closed',
    ])
  })

  test('many lines arrive in the order they came, each once', async () => {
    const input = Array.from({ length: 20_000 }, (_, index) => `${index} pupils, Ben was bored`).join('\n')
    const lines = linesOf((await check(['--lines', '--format', 'jsonl'], input)).out)
    expect(lines).toHaveLength(20_000)
    expect(lines.every(({ line, text }) => text.startsWith(`${line - 1} pupils`))).toBe(true)
  })
})

describe('files', () => {
  test('Markdown without its code and quotations, places in the file', async () => {
    const path = file('notes.md', '# Notes\n\n> Ben was lazy\n\n```\nlazy\n```\n\nThen\nBen was **bored**.\n')
    const { out } = await check([path])
    expect(out).toContain(`${path}:10:11  mind-reading (judgment)\n  Ben was **bored**.\n            ^^^^^\n`)
    expect(out).toContain('1 of judgment')
  })

  test('what coach export wrote', async () => {
    const line = JSON.stringify({ schema_version: 1, technique: 'anecdotal', words: 'Ben "B" was bored' })
    const { out } = await check(['-'], `${line}\n`)
    expect(out).toContain(`line 1:${line.indexOf('bored') + 1}  mind-reading`)
  })

  test('what the writer of an exported record kept is settled, and nothing beside it', async () => {
    const line = JSON.stringify({
      schema_version: 1,
      words: 'Ben was bored and rude',
      kept: ['mind-reading'],
    })
    const [{ findings }] = linesOf((await check(['--format', 'jsonl'], `${line}\n`)).out)
    expect(findings.map(({ words }: { words: string }) => words)).toEqual(['rude'])
  })

  test('what the behavior of a record is called is a term in its words alone', async () => {
    const words = 'An aggressive turn at the door, and a lazy one.'
    const records = [
      { schema_version: 1, behavior: 'aggressive turn', words, modifiers: { kind: 'lazy' } },
      { schema_version: 1, behavior: 'turn', words, modifiers: {} },
      { schema_version: 1, behavior: 'aggressive turn', words, modifiers: {} },
    ]
    file('coach/dictionary.yaml', 'add:\n  - term: at the door\n    rule: idiom\n')
    const input = records.map((record) => `${JSON.stringify(record)}\n`).join('')
    const { out } = await check(['--format', 'jsonl'], input)
    expect(linesOf(out).map(({ findings }) => findings.map(({ words }: { words: string }) => words))).toEqual(
      [['at the door'], ['aggressive', 'at the door', 'lazy'], ['at the door', 'lazy']],
    )
  })

  test('a line that is no record is named with its file', async () => {
    const path = file('records.jsonl', '{"words":"x"}\nwords\n')
    expect((await check([path])).err).toContain(`Line 2 of ${path} is no JSON object`)
  })

  test('several, each named', async () => {
    const [one, two] = [file('one.txt', 'Ben was bored.'), file('two.txt', '4 pupils left.')]
    const { out } = await check([one, two, '--format', 'jsonl'])
    expect(linesOf(out).map(({ file, line }) => [file, line])).toEqual([
      [one, 1],
      [two, 1],
    ])
  })

  test('a text that the writer gave leave to keep', async () => {
    const { status } = await check([], 'Ben was bored. # allow mind-reading: he told me\n')
    expect(status).toBe(0)
  })

  test('a mark for a rule that does not exist is told, each name once', async () => {
    const notes = [
      '<!-- coach: allow boredom: he told me -->\nBen was bored.',
      'Ben was bored. # allow mind-reading, boredom',
      'What next? # allow closed',
      '4 pupils left. <!-- coach: allow : done -->',
    ]
    const { out, err } = await check([file('notes.md', notes.join('\n\n'))])
    const told = 'keeps nothing; coach check --rules lists them.\n'
    expect(err).toBe(
      `coach: ${folder}/notes.md, line 1: this mark names 'boredom', which is no rule, and ${told}` +
        `coach: ${folder}/notes.md, line 8: this mark names no rule, and ${told}`,
    )
    expect(out).toContain('1 of judgment')
  })
})

describe('long and hostile input', () => {
  test('one line of 1 MB, with and without spaces, quotation marks that never close, emoji', async () => {
    for (const part of ['Ben was bored, ', 'bored', '“"', '😀', '(', "'", '# allow trait ', '`']) {
      const input = part.repeat((1 << 20) / part.length)
      const { status, out } = await check(['--lines', '--format', 'jsonl'], input)
      expect([0, 1]).toContain(status)
      expect(out.endsWith(']}\n')).toBe(true)
    }
  })
})

describe('the own dictionary', () => {
  test('adds terms and takes some away', async () => {
    file('coach/dictionary.yaml', 'add:\n  - term: wishy-washy\n    rule: evaluation\nremove:\n  - bully\n')
    const { out } = await check(['--format', 'jsonl'], 'A wishy-washy plan.\n\nShe is a bully.\n')
    expect(linesOf(out).map(({ findings }) => findings.map((each: { rule: string }) => each.rule))).toEqual([
      ['evaluation'],
      [],
    ])
  })

  test.each([
    ['add: [', 'is not YAML'],
    [
      'add:\n  - term: x\n    rule: nothing\n',
      "add.0.rule: no rule for words is called 'nothing'; it takes one of praise-blame, rating,",
    ],
    ['add:\n  - term: x\n    rule: actor\n', "add.0.rule: no rule for words is called 'actor'"],
    ['more: 1\n', 'more'],
    ['- x\n', 'the file: '],
  ])('%j is refused, with its place', async (text, said) => {
    const path = file('coach/dictionary.yaml', text)
    const { status, err } = await check([], 'x')
    expect(status).toBe(3)
    expect(err).toContain(path)
    expect(err).toContain(said)
  })
})

test('a folder in the place of the own dictionary is named', async () => {
  const path = join(folder, 'coach/dictionary.yaml')
  mkdirSync(path)
  const { status, err } = await check([], 'x')
  expect(status).toBe(3)
  expect(err).toContain(path)
})

describe('about the rules', () => {
  test('--rules lists each once, notes and questions apart', async () => {
    const { out, status } = await check(['--rules'])
    const ids = [...out.matchAll(/^ {2}([a-z-]+) +(?:judgment|vague) /gm)].map((found) => found[1])
    expect(status).toBe(0)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(
      expect.arrayContaining(['mind-reading', 'trait', 'vague-quantity', 'blame', 'closed']),
    )
  })

  test('--explain says what for, with examples on both sides and how to keep a sentence', async () => {
    const { out } = await check(['--explain', 'mind-reading'])
    expect(out).toMatch(/^mind-reading \(judgment\): Feelings, motives and thoughts\n/)
    expect(out).toMatch(/\nFound:\n {2}\S/)
    expect(out).toMatch(/\nNot found:\n {2}\S/)
    expect(out).toContain('# allow mind-reading: reason')
    expect(out).toContain('Nobody can see it; what')
    expect((await check(['--explain', 'trait'])).out).toContain('\n  It says what')
    expect(out).not.toContain('{words}')
  })
})
