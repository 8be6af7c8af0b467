/**
 * What the program prints is as descriptive as what it asks of a coach: everything that it can say is read by its own
 * checker, which finds nothing.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'rolldown/utils'
import { describe, expect, test } from 'vitest'
import { commands, groups } from '../src/commands/registry.ts'
import { allRules } from '../src/language/catalog.ts'
import { readers } from '../src/language/input/index.ts'
import { checkNote } from '../src/language/note.ts'
import { main } from '../src/main.ts'
import { testIo } from './support/io.ts'

const ROOT = join(import.meta.dirname, '..')

interface Printed {
  readonly where: string
  readonly text: string
}

/**
 * Words that say nothing about anybody, each as narrow as the texts in which it stands allow. What is not in this list has
 * to be worded otherwise.
 */
const TERMS = Object.values({
  'names of commands, options, rules and kinds': [
    'coach progress',
    'progress compares',
    'progress show',
    'person forget',
    'forget them again',
    'forget remove',
    'kind',
    'fail-on vague',
    'vague quantity',
    'praise and blame',
    'feelings, motives and thoughts',
    'told as a fault',
    'lack of one',
    'several questions in one',
    'without judgment',
    'approval or reproach',
  ],
  'what the program knows of files and of its own store, since it has looked': [
    'nothing',
    'nobody',
    'expected',
    'known',
    'knows how long',
    'needs node',
    'needed here',
    'somebody forgotten',
    'forgotten on',
    'people forgotten',
    'been forgotten',
    'forget without asking',
    'too short',
    'too many records',
    'tidy the files',
    'tidy its files',
    'free some space',
    'several agreements',
    'is open to others than you',
    'more lacks',
    'lacks who spoke',
    'only because a gap',
    'in that time is missing',
  ],
  'how to go on with the program': [
    'start with',
    'and stop',
    'stop watching',
    'check that',
    'check your own',
    'never ask',
    'do not ask',
    'from now on',
    'but the newest so many',
    'so many, counted',
  ],
  'terms of measurement': [
    'mean',
    'values below 0',
    'does not mean',
    'overestimates',
    'underestimates',
    'robust improvement rate difference',
    'unusual session',
    'longer session',
    'perhaps a bounce',
    'from least to most',
    'the more often',
    'tone of the cell',
    'much of the time',
    'some of my questions',
  ],
  'the agreement in the words of the protégé, and why it is asked for': [
    'ready to defer',
    'ready to learn',
    'greater experience',
    'fear for their evaluation',
    'show their weaknesses',
    'wished for',
    'if they wish to',
    'would have to',
  ],
  'questions to the writer about their own words': [
    'readers will think',
    'would like to',
    'matters most',
    'you notice',
  ],
}).flat()

/** What this rule asks of a note, that it says what was seen, is nothing to ask of a label, a heading or an example. */
const OF_NOTES_ALONE = 'unseen'

const found = (texts: readonly Printed[], terms: readonly string[] = TERMS): string[] => {
  const options = { terms }
  return texts.flatMap(({ where, text }) =>
    checkNote(text, options)
      .filter(({ rule }) => rule !== OF_NOTES_ALONE)
      .map(({ rule, words }) => `${where}: "${words}" (${rule}) in: ${text}`),
  )
}

/** The strings of a source file that could be words to people: two words or more. A figure stands in each slot. */
function stringsIn(file: string): Printed[] {
  const source = readFileSync(join(ROOT, file), 'utf8')
  const texts: string[] = []
  const imports = new Set<string>()
  new Visitor({
    ImportDeclaration: ({ source }) => void imports.add(source.value),
    Literal: ({ value }) => void (typeof value === 'string' && texts.push(value)),
    TemplateLiteral: ({ quasis }) => void texts.push(quasis.map(({ value }) => value.cooked ?? '').join('7')),
  }).visit(parseSync(file, source).program)
  return texts
    .filter((text) => /\p{L}+ \p{L}+/u.test(text) && !imports.has(text) && !isCode(text))
    .map((text) => ({ where: file, text }))
}

/** Questions to the database. */
const isCode = (text: string): boolean => /\b(?:SELECT|INSERT|UPDATE|CREATE|DELETE FROM|PRAGMA)\b/.test(text)

async function helpTexts(): Promise<Printed[]> {
  const texts: Printed[] = []
  for (const path of ['', ...Object.keys(groups), ...commands.map((entry) => entry.path)]) {
    const io = testIo()
    await main([...path.split(' ').filter((word) => word !== ''), '--help'], io)
    texts.push(
      ...io
        .out()
        .split('\n')
        .map((text) => ({ where: `coach ${path} --help`, text })),
    )
  }
  return texts
}

const ruleTexts: readonly Printed[] = allRules.flatMap(({ id, title, why, ask }) =>
  [title, why, ask].map((text) => ({ where: id, text: text.replaceAll('{words}', 'bored') })),
)

const reportTexts: readonly Printed[] = globSync('templates/reports/**/*.liquid', { cwd: ROOT }).flatMap(
  (file) => {
    const reader = readers.markdown(false)
    const shown = readFileSync(join(ROOT, file), 'utf8').replaceAll(/\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g, ' ')
    const texts = shown.split('\n').flatMap((line, index) => reader.line(line, index + 1))
    return [...texts, ...reader.end()].map(({ read }) => ({ where: file, text: read }))
  },
)

const FOLDERS = [
  'capture',
  'commands',
  'domain',
  'exchange',
  'measures',
  'questions',
  'reports',
  'store',
  'terminal',
]
const sourceTexts = new Map(
  FOLDERS.map((folder) => [folder, globSync(`src/${folder}/**/*.ts`, { cwd: ROOT }).flatMap(stringsIn)]),
)
const programTexts = ['src/main.ts', 'bin/coach.js'].flatMap(stringsIn)

describe('the checker finds nothing in', () => {
  test.each(FOLDERS)('the strings of src/%s', (folder) => {
    expect(sourceTexts.get(folder)?.length).toBeGreaterThan(3)
    expect(found(sourceTexts.get(folder) ?? [])).toEqual([])
  })

  test('the strings of the program itself', () => {
    expect(found(programTexts)).toEqual([])
  })

  test('the help of every command', async () => {
    expect(found(await helpTexts())).toEqual([])
  })

  test('what it says of each rule', () => {
    expect(found(ruleTexts)).toEqual([])
  })

  test('the report templates', () => {
    expect(reportTexts.length).toBeGreaterThan(0)
    expect(found(reportTexts)).toEqual([])
  })
})

test('no word is let pass that nothing says', async () => {
  const texts = [
    ...[...sourceTexts.values()].flat(),
    ...programTexts,
    ...ruleTexts,
    ...reportTexts,
    ...(await helpTexts()),
  ]
  const suspect = texts.filter((text) => found([text], []).length > 0)
  const idle = TERMS.filter(
    (term) =>
      found(
        suspect,
        TERMS.filter((other) => other !== term),
      ).length === 0,
  )
  expect(idle).toEqual([])
})

test('a judgment in a string would be found', () => {
  expect(found([{ where: 'here', text: 'Well done, that was a great session!' }])).not.toEqual([])
})
