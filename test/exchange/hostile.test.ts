/**
 * Whatever a file holds, an import ends soon, in one of two ways: it came in whole, or it was refused with a place and
 * nothing was stored.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { CoachError, InputError } from '../../src/domain/errors.ts'
import { liveBehaviors } from '../../src/store/behaviors.ts'
import { openDatabase, statement } from '../../src/store/database.ts'
import { plainRecord, recordWriter } from '../../src/store/records.ts'
import { endSession, startSession } from '../../src/store/sessions.ts'
import { agreedDatabase } from '../support/database.ts'
import { testIo } from '../support/io.ts'
import { exported, imported, type Made } from './support.ts'

/** Inputs to each importer; COACH_HOSTILE raises it, for a night of them. */
const INPUTS = Number(process.env.COACH_HOSTILE ?? 10_000)
/** The share of them that is nearly right, and the rest. In JSON some of those have values of other kinds. */
const NEARLY = 0.7
const ODD_VALUES = 0.3
const ANYTHING = 1 - NEARLY
const LONG_ENOUGH = { timeout: 300_000 }

const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../fixtures/exchange', name), 'utf8')

/** How many rows there are, in every table: a partial write would change it. */
function rows({ db }: Pick<Made, 'db'>): number {
  const tables = [
    'session',
    'record',
    'behavior',
    'behavior_version',
    'person',
    'agreement',
    'gap',
    'import',
    'goal',
  ]
  const sql = `SELECT ${tables.map((name) => `(SELECT count(*) FROM ${name})`).join(' + ')}`
  return statement<[], number>(db, sql).pluck().get() as number
}

/** A line, an element of a document, or how many more there are. */
const PLACE =
  /^(line \d+(, column \d+)?: |observation '|record \d+: |(the document|[a-z_]+(\.|\[|:))|and [\d,]+ more$)/

/** Imports into a database, and takes back what came in, so that each input meets the same one. */
async function survives(
  made: Pick<Made, 'db' | 'clock'>,
  name: string,
  content: string | Uint8Array,
): Promise<'in' | 'refused'> {
  made.db.exec('BEGIN')
  try {
    return await inOrRefused(made, name, content)
  } finally {
    made.db.exec('ROLLBACK')
  }
}

async function inOrRefused(
  made: Pick<Made, 'db' | 'clock'>,
  name: string,
  content: string | Uint8Array,
): Promise<'in' | 'refused'> {
  const before = rows(made)
  try {
    await imported(made, name, content)
    return 'in'
  } catch (error) {
    expect(error, error instanceof Error ? error.stack : '').toBeInstanceOf(CoachError)
    if (error instanceof InputError) {
      expect(error.message).not.toBe('')
      for (const detail of error.details) expect(detail).toMatch(PLACE)
    }
    expect(rows(made)).toBe(before)
    return 'refused'
  }
}

/** An archive goes into an empty database, the rest where Ben asked for something. */
const databaseFor = (file: string): Pick<Made, 'db' | 'clock'> =>
  file.endsWith('.json') ? { db: openDatabase(':memory:'), clock: testIo() } : agreedDatabase()

/** A text that is nearly right: some of it cut, doubled, swapped or replaced. */
function mutated(text: string): fc.Arbitrary<string> {
  const odd = fc.oneof(
    fc.constantFrom(
      '"',
      ',',
      '\n',
      '\r',
      '\t',
      ';',
      '-',
      '0',
      '9',
      '1e999',
      '-1',
      'NaN',
      'null',
      '[]',
      '{}',
      '\u0000',
      '\ufeff',
      '\u001b[2J',
      "'",
      '\\',
      '99999999999999999999',
      '__proto__',
      '$',
      '#',
      ':',
      '+',
      '!',
    ),
    fc.string({ maxLength: 6 }),
  )
  const change = fc.record({ at: fc.nat(text.length), length: fc.nat(12), by: odd, how: fc.nat(3) })
  return fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) =>
    changes.reduce((now, { at, length, by, how }) => {
      const [head, tail] = [now.slice(0, at), now.slice(at + length)]
      if (how === 0) return head + tail
      if (how === 1) return head + by + now.slice(at)
      if (how === 2) return head + now.slice(at, at + length).repeat(2) + tail
      return head + by + tail
    }, text),
  )
}

const LOG =
  '# date: 2026-11-20T09:15 length: 45m place: ward 3\n0:05 t+\n0:30 q recall "What did we change?"\n1:05.250 t-\n2:00 pause\n3:00 resume\n- q x12\n4:00 note "Ben waves" !kept=trait\n5:00 end\n'

let archive = ''
let ours = ''
beforeAll(async () => {
  const made = agreedDatabase()
  const session = startSession(made.db, made.clock, made.start)
  const write = recordWriter(made.db, made.clock, session.number)
  const [asks, talks] = made.start.behaviors
  write({ ...plainRecord, behavior: asks!.id, atMs: 1000, words: 'Why?', modifiers: { level: 'recall' } })
  write({ ...plainRecord, behavior: talks!.id, mark: 'start', atMs: 2000 })
  write({ ...plainRecord, behavior: talks!.id, mark: 'stop', atMs: 3000, starts: 2 })
  endSession(made.db, session.number, 60_000)
  archive = (await exported(made.db, 'json')).toString('utf8')
  ours = (await exported(made.db, 'csv')).toString('utf8')
})

const holdsJson = (file: string): boolean => ['a.json', 'a.jsonl', 'a.boris'].includes(file)

/** Each importer once, but for csv, which reads several kinds of table. */
const sources: readonly (readonly [name: string, file: string, text: () => string, share: number])[] = [
  ['obs', 'a.obs', () => LOG, 1],
  ['csv of bouts', 'a.csv', () => fixture('bouts.csv'), 1 / 3],
  ['csv of questions', 'a.csv', () => fixture('questions.csv'), 1 / 3],
  ['csv of ours', 'a.csv', () => ours, 1 / 3],
  ['interval sheet', 'a.csv', () => fixture('intervals.csv'), 1],
  [
    'jsonl',
    'a.jsonl',
    () =>
      '{"schema_version":1,"time":1,"code":"x","modifiers":{"level":"recall"}}\n{"time":2,"code":"y","words":"z"}\n',
    1,
  ],
  ['json', 'a.json', () => archive, 1],
  ['boris', 'a.boris', () => fixture('project.boris'), 1],
]

describe.each(sources)('%s', (_name, file, text, share) => {
  test('nearly right', LONG_ENOUGH, async () => {
    let came = 0
    const inputs = Math.ceil(INPUTS * share * (holdsJson(file) ? NEARLY - ODD_VALUES : NEARLY))
    const made = databaseFor(file)
    await fc.assert(
      fc.asyncProperty(mutated(text()), async (input) => {
        if ((await survives(made, file, input)) === 'in') came += 1
      }),
      { numRuns: inputs },
    )
    // An importer that refused everything would pass the rest.
    expect(came).toBeGreaterThan(0)
    expect(came).toBeLessThan(inputs)
  })

  test('anything at all', LONG_ENOUGH, async () => {
    const made = databaseFor(file)
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 200 })),
        async (input) => {
          const bytes = typeof input === 'string' ? Buffer.from(input) : input
          await survives(made, file, bytes)
        },
      ),
      { numRuns: Math.ceil(INPUTS * share * ANYTHING) },
    )
  })
})

/** Values that can't be turned into text, or only by following them deeper than a program can. */
const UNSPEAKABLE = ['{"toString":1,"valueOf":1}', `${'['.repeat(20_000)}${']'.repeat(20_000)}`]

describe.each(sources.filter(([, file]) => holdsJson(file)))('%s', (_name, file, text) => {
  test('with values of other kinds in it', LONG_ENOUGH, async () => {
    const values = fc.oneof(
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc.constantFrom('-1', '1e308', '""', '[]', '{}', 'null', '"2026-13-45T99:99:99Z"', ...UNSPEAKABLE),
    )
    const made = databaseFor(file)
    const whole = text()
    const places = [
      ...whole.matchAll(/(?<=[:[,]\s*)("[^"]*"|-?\d+(\.\d+)?|null|true|\{\}|\[\])(?=\s*[,}\]])/g),
    ]
    await fc.assert(
      fc.asyncProperty(fc.nat(places.length - 1), values, async (which, value) => {
        const { index, 0: old } = places[which]!
        const changed = whole.slice(0, index) + value + whole.slice(index + old.length)
        await survives(made, file, changed)
      }),
      { numRuns: Math.ceil(INPUTS * ODD_VALUES) },
    )
  })
})

describe('a file made to be large', () => {
  const long = 'x'.repeat(2_000_000)
  const many = (line: string, count: number): string => line.repeat(count)
  const cases: readonly (readonly [what: string, file: string, content: () => string | Uint8Array])[] = [
    ['one cell without an end', 'a.csv', () => `time,code\n1,"${long}`],
    ['one line without an end', 'a.csv', () => `time,code\n${many('1,', 1_000_000)}`],
    ['quotation marks alone', 'a.csv', () => `time,code\n${many('"', 500_000)}`],
    ['a quotation mark in each line', 'a.csv', () => `time,code\n${many('1,"\n', 100_000)}`],
    [
      'more columns than sense',
      'a.csv',
      () => `${Array.from({ length: 20_000 }, (_, at) => `c${at}`).join(',')}\n${many('0,', 19_999)}0\n`,
    ],
    [
      'as many codes as rows',
      'a.csv',
      () => `time,code\n${Array.from({ length: 5000 }, (_, at) => `${at},code ${at}\n`).join('')}`,
    ],
    [
      'as many sessions as rows',
      'a.csv',
      () => `time,code,session\n${Array.from({ length: 5000 }, (_, at) => `${at},x,${at}\n`).join('')}`,
    ],
    ['brackets in brackets', 'a.json', () => `{"schema_version":1,"people":${many('[', 100_000)}`],
    ['brackets in brackets', 'a.boris', () => many('[', 1_000_000)],
    ['a log in one line', 'a.obs', () => 'x'.repeat(40_000_000)],
    ['a line of apostrophes', 'a.obs', () => `0:01 q ${many("\\'", 100_000)}\n`],
    ['headers in a header', 'a.obs', () => `# ${many('place: "', 100_000)}\n`],
    ['a gzip that unpacks to far more', 'a.boris.gz', () => gzipSync(Buffer.alloc(400_000_000, ' '))],
  ]
  test.each(cases)('%s (%s) ends soon', async (_what, file, content) => {
    const start = performance.now()
    await survives(agreedDatabase(), file, content())
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})

test('a behavior does not come in without a request', async () => {
  const made = agreedDatabase([])
  await imported(made, 'a.csv', fixture('bouts.csv'), { request: () => 'Please time us' })
  expect(liveBehaviors(made.db, made.agreement).every(({ request }) => request === 'Please time us')).toBe(
    true,
  )
})
