import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEntries } from '../../src/capture/entries.ts'
import { parseLog, refuse } from '../../src/capture/log.ts'
import { storeEntries } from '../../src/capture/replay.ts'
import { liveBehaviors } from '../../src/store/behaviors.ts'
import { observationOf, recordsOf } from '../../src/store/records.ts'
import { agreedDatabase, question, talk } from '../support/database.ts'

const { db, agreement } = agreedDatabase([
  question,
  talk,
  { ...talk, name: 'waits', technique: 'latency', key: 'w' },
  { ...talk, name: 'on task', technique: 'partial-interval', key: 'i', intervalMs: 60_000 },
  { ...talk, name: 'says', technique: 'verbatim', key: 'v' },
  { ...talk, name: 'washes hands', technique: 'checklist', key: 'c' },
  {
    ...talk,
    name: 'moves',
    technique: 'duration',
    key: 'm',
    modifiers: [{ name: 'subject', values: ['Ben', 'the group'] }],
  },
])
const behaviors = liveBehaviors(db, agreement)
const idOf = (key: string) => behaviors.find((behavior) => behavior.key === key)?.id

function read(text: string, lengthMs: number | null = null) {
  const log = parseLog(text)
  const problems = [...log.problems]
  const entries = readEntries(log.lines, behaviors, lengthMs, problems)
  return {
    ...entries,
    header: log.header,
    problems: problems.map(({ line, column, message }) => `${line}:${column} ${message}`),
  }
}

test('each technique has its line', () => {
  const { drafts, gaps, problems, lengthMs, header } =
    read(`# date: 2026-11-20T09:15   length: 45m   place: ward 3
0:05     t+                       # a duration begins
0:30     q recall "What did we \\"change\\"?"
1:05.250 t-
2:00     i1
2:30     i0
3:10     w+
3:14     w-
4:00     v "Tell me \\n more"
5:00     pause
6:00     resume
7:00     c?
7:30     m+ 'the group'
7:40     m+ subject=Ben
8:00     m- 'the group'
8:30     m-
9:00     note "the light went out"
-        q x12 analysis
`)
  expect(problems).toEqual([])
  expect(header).toEqual({ date: '2026-11-20T09:15', lengthMs: 2_700_000, place: 'ward 3' })
  expect(lengthMs).toBe(540_000)
  expect(gaps).toEqual([{ fromMs: 300_000, toMs: 360_000, reason: 'pause' }])
  expect(drafts.map(({ mark, atMs, value, starts }) => [mark, atMs, value, starts])).toEqual([
    ['start', 5000, null, null],
    ['point', 30_000, null, null],
    ['stop', 65_250, null, 1],
    ['interval', 120_000, 1, null],
    ['interval', 150_000, 0, null],
    ['start', 190_000, null, null],
    ['stop', 194_000, null, 6],
    ['point', 240_000, null, null],
    ['check', 420_000, null, null],
    ['start', 450_000, null, null],
    ['start', 460_000, null, null],
    ['stop', 480_000, null, 10],
    ['stop', 510_000, null, 11],
    ['point', 540_000, null, null],
    ['tally', null, 12, null],
  ])
  expect(drafts[1]).toMatchObject({ words: 'What did we "change"?', modifiers: { level: 'recall' } })
  expect(drafts[7]?.words).toBe('Tell me \n more')
  expect(drafts[13]).toMatchObject({ behavior: null, words: 'the light went out' })
})

test('lines may stand in any order, and a duration still running ends with the session, marked', () => {
  const { drafts, closedAtEnd } = read('1:00 t-\n0:30 t+\n2:00 t+\n', 180_000)
  expect(drafts.map(({ mark, atMs, flag }) => [mark, atMs, flag])).toEqual([
    ['start', 30_000, null],
    ['stop', 60_000, null],
    ['start', 120_000, null],
    ['stop', 180_000, 'ended'],
  ])
  expect(closedAtEnd).toBe(1)
})

test('a cue without a response stays open', () => {
  expect(read('0:10 w+\n', 60_000)).toMatchObject({
    closedAtEnd: 0,
    drafts: [{ mark: 'start', behavior: idOf('w') }],
  })
})

describe('a wrong line says where and what was expected', () => {
  test.each([
    ['soon q', "1:1 expected a time as 1:05 or 1:05.250, found 'soon'"],
    ['0:05', '1:5 expected a key after the time'],
    ['0:05 z', "1:6 nobody asked for 'z' to be observed"],
    ['0:05 q+', "1:6 expected q with no sign, since 'asks a question' is event"],
    [
      '0:05 q evaluation',
      "1:6 'evaluation' is no modifier of 'asks a question'; it takes level: recall, analysis.",
    ],
    ['0:05 q "What', '1:8 the words begin with " and have no closing "'],
    ['0:05 q "a" "b"', '1:12 expected one text in quotation marks, found a second'],
    ['0:05 t', "1:6 expected t+ (begins) or t- (ends), since 'talks' is duration"],
    ['0:05 t-', "1:6 'talks' is not running; expected t+ before t-"],
    ['0:05 t+\n0:07 t+', "2:6 'talks' has been running since 0:05; expected t- first"],
    ['0:05 i', '1:6 expected i1 (scored) or i0 (observed, not scored)'],
    ['0:05 v', "1:6 expected the words in quotation marks, since 'says' is verbatim"],
    ['0:05 resume', '1:6 the session is not paused; expected pause before resume'],
    ['0:05 note', '1:6 expected the words of the note in quotation marks'],
    ['- q', "1:1 expected a count after '-', as in: - q x12"],
    ['0:05 q !odd', "1:8 expected one of !bounce, !recovered, !ended, found '!odd'"],
    ['99:00 q', '1:7 1:39:00 is after the end of the session at 45:00'],
  ])('%j', (text, problem) => {
    expect(read(text, 2_700_000).problems).toEqual([expect.stringContaining(problem)])
  })

  test('all of them at once', () => {
    const problems = [...parseLog('a\nb\n').problems]
    expect(() => refuse(problems, 'notes.obs')).toThrow(
      expect.objectContaining({
        message: "2 places of notes.obs can't be read, so nothing was stored; mend them and try again:",
        exitStatus: 3,
        details: [expect.stringContaining('line 1, column 1'), expect.stringContaining('line 2, column 1')],
      }),
    )
  })
})

test('no text makes it fail other than by its problems', () => {
  const piece = fc.constantFrom(
    '0:05 ',
    '1:00 ',
    't+',
    't-',
    'q',
    ' "',
    '"',
    "'",
    '\\',
    '#',
    '\n',
    ' x3',
    '- ',
    'pause',
    'i1',
    '\r',
    '\t',
    '\u001b',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece).map((parts) => parts.join('')),
      ),
      (text) => {
        const { drafts, problems } = read(text, 600_000)
        expect(Array.isArray(problems)).toBe(true)
        for (const { atMs } of drafts) expect(atMs === null || Number.isInteger(atMs)).toBe(true)
      },
    ),
  )
})

test('a whole log is stored or nothing of it', () => {
  const made = agreedDatabase()
  const log = parseLog('0:05 q recall\n1:00 t+\n2:00 t-\n')
  const entries = readEntries(log.lines, made.start.behaviors, 300_000, [])
  const session = storeEntries(made.db, made.clock, made.start, entries)
  expect(observationOf(made.db, session)).toMatchObject({
    session: { state: 'ended', lengthMs: 300_000 },
    records: { length: 3 },
  })

  const broken = { ...entries, drafts: [...entries.drafts, { ...entries.drafts[0]!, atMs: -1 }] }
  expect(() => storeEntries(made.db, made.clock, made.start, broken)).toThrow()
  expect(recordsOf(made.db, session.number + 1)).toEqual([])
  expect(made.db.prepare('SELECT count(*) FROM session').pluck().get()).toBe(1)
})
