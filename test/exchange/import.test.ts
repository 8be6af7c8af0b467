import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { ROLES } from '../../src/exchange/import/columns.ts'
import { liveBehaviors } from '../../src/store/behaviors.ts'
import { observationOf } from '../../src/store/records.ts'
import { allSessions, sessionByNumber } from '../../src/store/sessions.ts'
import { agreedDatabase } from '../support/database.ts'
import { contents, imported, type Made, refusal } from './support.ts'

const fixture = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, '../fixtures/exchange', name))
const empty = (): Made => agreedDatabase([])
const observation = ({ db }: Made, number = 1) => observationOf(db, sessionByNumber(db, number)!)

/** Records with the name of their behavior, without what is plain. */
function told(made: Made, number = 1): string[] {
  const { behaviors, records } = observation(made, number)
  const names = new Map(behaviors.map(({ id, name }) => [id, name]))
  return records.map(({ behavior, mark, atMs, value, starts, modifiers, words }) =>
    [
      behavior === null ? 'note' : names.get(behavior),
      mark,
      atMs,
      ...(value === null ? [] : [`=${value}`]),
      ...(starts === null ? [] : [`ends ${starts}`]),
      ...Object.entries(modifiers).map(([name, chosen]) => `${name}:${chosen}`),
      ...(words === null ? [] : [JSON.stringify(words)]),
    ].join(' '),
  )
}

describe('a table of bouts', () => {
  test('is read by the names of its columns; END ends the session', async () => {
    const made = empty()
    const read = await imported(made, 'lesson.csv', fixture('bouts.csv'))
    expect(read.columns).toEqual([
      { name: 'onset_s', role: 'time', at: 0, unitMs: 1000 },
      { name: 'code', role: 'behavior', at: 1, unitMs: 1000 },
      { name: 'duration_s', role: 'duration', at: 2, unitMs: 1000 },
    ])
    expect(told(made)).toEqual([
      'LT start 0',
      'LT stop 6000 ends 1',
      'SR start 6000',
      'SR stop 7000 ends 3',
      'LT start 7000',
      'LT stop 11500 ends 5',
      'LQ start 12000',
      'LQ stop 14000 ends 7',
      'LT start 14000',
      'LT stop 24000 ends 9',
    ])
    expect(read.sessions).toMatchObject([{ number: 1, person: 'Ben Reyes', lengthMs: 30_000, records: 10 }])
    expect(liveBehaviors(made.db, made.agreement)).toMatchObject([
      {
        name: 'LT',
        technique: 'duration',
        key: 'l',
        request: 'Please look',
        definition: "Coded as 'LT' in lesson.csv.",
      },
      { name: 'SR', key: 's' },
      { name: 'LQ', key: 'q' },
    ])
  })

  test('a code that was asked for is that behavior; --map names another, or leaves the code out', async () => {
    const made = agreedDatabase()
    const map = new Map([
      ['LT', 'talks'],
      ['SR', ''],
      ['LQ', ''],
    ])
    const read = await imported(made, 'lesson.csv', fixture('bouts.csv'), { map })
    expect(read.behaviors).toMatchObject([{ code: 'LT', name: 'talks', isNew: false, records: 6 }])
    expect(read.leftOut).toEqual(['SR', 'LQ'])
    expect(liveBehaviors(made.db, made.agreement)).toHaveLength(2)
  })

  test('a code that is timed in one file and counted in another is two behaviors', async () => {
    const made = empty()
    await imported(made, 'lesson.csv', fixture('bouts.csv'))
    await imported(made, 'events.csv', 'time,code\n1,LT\n2,SR\n')
    expect(liveBehaviors(made.db, made.agreement).map(({ name }) => name)).toEqual([
      'LT',
      'SR',
      'LQ',
      'LT (event)',
      'SR (event)',
    ])
  })

  test('columns can be named, times may be clocks, and a semicolon lets the comma be decimal', async () => {
    const made = empty()
    const columns = new Map([
      ['wann', 'time'],
      ['bis', 'end'],
      ['was', 'behavior'],
    ] as [string, (typeof ROLES)[number]][])
    await imported(made, 'a.csv', 'wann;was;bis\n1,5;x;2,25\n0:01:03.5;x;1:05\n', { columns })
    expect(told(made)).toEqual(['x start 1500', 'x stop 2250 ends 1', 'x start 63500', 'x stop 65000 ends 3'])
    await expect(imported(made, 'b.csv', 'a,b\n1,x\n', { columns })).rejects.toThrow("names 'wann'")
  })
})

test('questions with their waits are two behaviors; a row without a time has that of the row before', async () => {
  const made = empty()
  const read = await imported(made, 'my-questions.csv', fixture('questions.csv'))
  expect(told(made)).toEqual([
    'my questions point 453000 student_response:Y question_type:Fact "What is this one called?"',
    'my questions, wait start 453000 student_response:Y question_type:Fact',
    'my questions, wait stop 454000 ends 2 student_response:Y question_type:Fact',
    'my questions point 463000 student_response:N question_type:Warrant "Why, then?"',
    'my questions, wait start 463000 student_response:N question_type:Warrant',
    'my questions, wait stop 466000 ends 5 student_response:N question_type:Warrant',
    'my questions point 463000 student_response:Y question_type:Fact "And the next?"',
    'my questions, wait start 463000 student_response:Y question_type:Fact',
    'my questions, wait stop 463000 ends 8 student_response:Y question_type:Fact',
    'my questions point 463000 student_response:N question_type:Warrant "How do you know?"',
    'my questions, wait start 463000 student_response:N question_type:Warrant',
    'my questions, wait stop 465000 ends 11 student_response:N question_type:Warrant',
  ])
  expect(read.notes).toEqual(['Line 5 has no time; it was given that of the row before.'])
  expect(liveBehaviors(made.db, made.agreement)[0]!.modifiers).toEqual([
    { name: 'student_response', values: ['Y', 'N'] },
    { name: 'question_type', values: ['Fact', 'Warrant'] },
  ])
})

test('an interval sheet has a session for each value before the time, and every code in every interval', async () => {
  const made = empty()
  const read = await imported(made, 'sheet.csv', fixture('intervals.csv'))
  expect(read.sessions).toMatchObject([
    { number: 1, where: 'course 12, section F', lengthMs: 360_000, records: 9 },
    { number: 2, where: 'course 12, section G', lengthMs: 240_000, records: 6 },
  ])
  expect(told(made)).toEqual([
    'AnQ interval 0 =0',
    'Lec interval 0 =1',
    'RtW interval 0 =1',
    'AnQ interval 120000 =0',
    'Lec interval 120000 =1',
    'RtW interval 120000 =0',
    'AnQ interval 240000 =1',
    'Lec interval 240000 =0',
    'RtW interval 240000 =0',
  ])
  expect(observation(made).behaviors).toMatchObject(
    ['AnQ', 'Lec', 'RtW'].map((name) => ({ name, technique: 'partial-interval', intervalMs: 120_000 })),
  )
})

describe('a BORIS project', () => {
  test('is a session for each observation; states begin and end in turn for each subject', async () => {
    const made = empty()
    const read = await imported(made, 'p.boris', fixture('project.boris'))
    expect(told(made)).toEqual([
      'note point 0 "a quiet room\\nweather: rain"',
      'question point 1500 level:recall "What is it?"',
      'talk start 2000 subject:Group',
      'talk start 3250',
      'talk stop 4000 ends 3 subject:Group',
      'question point 6000',
      'talk stop 7500 ends 4 "it ends"',
    ])
    expect(told(made, 2)).toEqual([
      'move start 1000',
      'move stop 2500 ends 1',
      'question point 10000 level:analysis',
    ])
    expect(observation(made).session).toMatchObject({
      startedAt: '2026-11-20T09:15:00.000Z',
      place: 'room 4',
      lengthMs: 7500,
      observer: { name: 'Cy Ito' },
    })
    expect(observation(made, 2).session).toMatchObject({ place: 'second', lengthMs: 120_500 })
    expect(read.notes).toEqual(["The times of observation 'second' count from 10 s."])
  })

  test('may be gzipped, in an older shape, or damaged', async () => {
    const made = empty()
    const packed = gzipSync(fixture('project.boris'))
    expect((await imported(made, 'p.boris.gz', packed)).sessions).toHaveLength(2)
    const older = {
      project_format_version: '1.6',
      behaviors_conf: {
        0: { type: 'State event', code: 'talk', modifiers: 'low,high|', key: 'T', description: '' },
      },
      observations: {
        one: {
          file: [],
          type: 'LIVE',
          date: '',
          description: '',
          events: [
            [1, '', 'talk', 'low', ''],
            [2, '', 'talk', 'low', ''],
          ],
        },
      },
    }
    const other = empty()
    await imported(other, 'old.boris', JSON.stringify(older))
    expect(told(other)).toEqual(['talk start 1000 modifier 1:low', 'talk stop 2000 ends 1 modifier 1:low'])
    expect((await refusal(imported(made, 'p.boris.gz', packed.subarray(0, 90)))).message).toContain(
      "can't be unpacked",
    )
  })
})

describe('what does not fit', () => {
  const cases: readonly (readonly [
    what: string,
    name: string,
    text: string | Buffer,
    places: readonly string[],
  ])[] = [
    [
      'an unpaired state event',
      'a.csv',
      'time,code,status\n1,x,START\n2,y,STOP\n5,z,END\n',
      [
        "line 3: 'y' ends, and had not begun",
        "line 4: 'z' ends, and had not begun",
        "line 2: 'x' begins at 0:01 and never ends",
      ],
    ],
    [
      'a negative time',
      'a.csv',
      'time,code\n-1,x\n2,x\n-0:03,x\n',
      ['line 2: time is -1, which is less than zero', 'line 4: time is -0:03, which is less than zero'],
    ],
    [
      'what is no time',
      'a.csv',
      'time,code\nsoon,x\n1e999,x\n2,x\n',
      ["line 2: time is 'soon'", "line 3: time is '1e999'"],
    ],
    [
      'overlapping states',
      'a.csv',
      'time,code,duration\n0,x,5\n10,x,1\n4,x,2\n',
      ["line 4: 'x' from 0:04 overlaps itself until 0:05"],
    ],
    [
      'a state that begins twice',
      'a.csv',
      'time,code,status\n1,x,START\n2,x,START\n3,x,STOP\n',
      ["line 3: 'x' begins again, and has not ended since 0:01"],
    ],
    ['an end before its beginning', 'a.csv', 'time,code,end\n5,x,4\n', ['line 2: ends before it begins']],
    [
      'a row of another width',
      'a.csv',
      'time,code\n1,x,y\n2\n3,x\n',
      ['line 2: has 3 cells, and the first line has 2', 'line 3: has 1 cell, and the first line has 2'],
    ],
    [
      'an open quotation mark',
      'a.csv',
      'time,code\n1,"x\n2,x\n',
      ['line 2: a quotation mark opens a cell and is not closed'],
    ],
    [
      'a word after a quotation mark',
      'a.csv',
      'time,code\n1,"x"y\n',
      ["line 2: the closing quotation mark of cell 2 is not followed by ','"],
    ],
    ['neither code nor words', 'a.csv', 'time,code\n1,\n', ['line 2: has neither a code nor words']],
    [
      'a time after the end',
      'a.csv',
      'time,code\n1,x\n9,end\n10,x\n',
      ['line 4: 0:10 is after the end of the session at 0:09'],
    ],
    [
      'words that are not UTF-8',
      'a.csv',
      Buffer.from('time,code\n1,caf\xe9\n2,x\n3,\xff\n', 'latin1'),
      ['line 2: is not UTF-8', 'line 4: is not UTF-8'],
    ],
    [
      'a number of a record that goes back',
      'a.csv',
      'record,time_ms,behavior,mark\n2,1,x,point\n1,2,x,point\n',
      ['line 3: the record 1 comes after record 2 of its session'],
    ],
    [
      'an interval that is there twice',
      'a.csv',
      'minute_end,A,B\n2,1,0\n2,1,0\n4,1,1\n',
      ['line 3: the interval is there twice in its session'],
    ],
    [
      'a line that is no object',
      'a.jsonl',
      '{"time":1,"code":"x"}\n[]\nnot\n',
      ['line 2: is not a JSON object', 'line 3: is not a JSON object'],
    ],
    [
      'a code that is not in the ethogram',
      'a.boris',
      boris([
        [1, '', 'x', '', ''],
        [-2, '', 'talk', '', ''],
        ['late', '', 'talk', '', ''],
      ]),
      [
        "observation 'one', event 1: the code 'x' is not in the ethogram",
        "observation 'one', event 2: -2 s is before the start of the session",
        "observation 'one', event 3: 'late' is no time",
        "observation 'one', event 2: 'talk' begins at",
      ],
    ],
    ['an event that is no list', 'a.boris', boris([7]), ['observations.one.events[0]: Invalid input']],
    [
      'a date that is none',
      'a.csv',
      'date,time,code\n2026-13-45T99:99:99Z,1,x\n',
      ["line 2: '2026-13-45T99:99:99Z' is not a moment"],
    ],
    [
      'a log that says what nobody asked for',
      'a.obs',
      '0:05 q\n0:0x q\n0:09 z\n',
      ['line 2, column 1: expected a time', "line 3, column 6: nobody asked for 'z'"],
    ],
    [
      'an archive without its parts',
      'a.json',
      '{"schema_version":1,"people":[{}],"agreements":[],"behaviors":[]}',
      ['people[0].uuid', 'people[0].name', 'people[0].stage', 'sessions: is not there'],
    ],
  ]
  function boris(events: readonly unknown[]): string {
    return JSON.stringify({
      project_format_version: '7.0',
      behaviors_conf: { 0: { type: 'State event', key: 't', code: 'talk', description: '', modifiers: {} } },
      observations: { one: { type: 'LIVE', date: '2026-11-20T09:15:00', 'time offset': 0, events } },
    })
  }

  test.each(cases)('%s is told with its place, and nothing is stored', async (_what, name, text, places) => {
    const made = agreedDatabase()
    const before = contents(made.db)
    const { details } = await refusal(imported(made, name, text))
    expect(details).toHaveLength(places.length)
    for (const [at, place] of places.entries()) expect(details[at]).toContain(place)
    expect(contents(made.db)).toBe(before)
  })

  test.each([
    ['empty', 'a.csv', ''],
    ['only a mark', 'a.csv', '\ufeff'],
    ['empty', 'a.json', ''],
    ['empty', 'a.jsonl', ' \n\n'],
    ['empty', 'a.boris', ''],
    ['empty', 'a.obs', ''],
    ['not text', 'a.csv', 'time,code\n1,\0\n'],
    ['no JSON', 'a.json', '{"a":1,\n "b":}'],
    ['from the future', 'a.json', '{"schema_version":2}'],
    ['a header that says a thing twice', 'a.csv', 'time,time,code\n1,2,x\n'],
  ])('a file that is %s (%s) is refused', async (_what, name, text) => {
    const made = agreedDatabase()
    const before = contents(made.db)
    await refusal(imported(made, name, text))
    expect(contents(made.db)).toBe(before)
  })

  test('many places are counted, and the first are told', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => `${index},x,-1\n`).join('')
    const { message, details } = await refusal(imported(empty(), 'a.csv', `time,code,duration\n${rows}`))
    expect(message).toContain('5000 places in a.csv')
    expect(details).toHaveLength(21)
    expect(details.at(-1)).toMatch(/^and \d+ more$/)
  })
})

test('a byte-order mark and CRLF change nothing; windows-1252 is read when it is said', async () => {
  const plain = empty()
  await imported(plain, 'a.csv', 'time,code,words\n1,x,é\n')
  const marked = empty()
  await imported(marked, 'a.csv', '\ufefftime,code,words\r\n1,x,é\r\n')
  const older = empty()
  const bytes = Buffer.from('time,code,words\n1,x,\xe9\n', 'latin1')
  await imported(older, 'a.csv', bytes, { encoding: 'windows-1252' })
  for (const made of [plain, marked, older]) expect(told(made)).toEqual(['x point 1000 "é"'])
})

test('bouts that touch do not overlap, in whatever order they stand', async () => {
  const made = empty()
  await imported(made, 'a.csv', 'time,code,duration\n5,x,5\n0,x,5\n10,x,0\n10,x,1\n')
  expect(observation(made).records).toHaveLength(8)
})

test('the same file twice adds nothing the second time, and says so', async () => {
  const made = empty()
  await imported(made, 'lesson.csv', fixture('bouts.csv'))
  const before = contents(made.db)
  expect(await imported(made, 'other-name.csv', fixture('bouts.csv'))).toMatchObject({
    before: [1],
    sessions: [],
  })
  expect(contents(made.db)).toBe(before)
})

test('a dry run tells everything and stores nothing', async () => {
  const made = agreedDatabase()
  const before = contents(made.db)
  const look = await imported(made, 'lesson.csv', fixture('bouts.csv'), { dryRun: true, request: () => null })
  expect(look.behaviors.map(({ code, isNew, records }) => [code, isNew, records])).toEqual([
    ['LT', true, 6],
    ['SR', true, 2],
    ['LQ', true, 2],
  ])
  expect(contents(made.db)).toBe(before)
  expect(allSessions(made.db)).toEqual([])
})

test('rows name several protégés only where each has agreed', async () => {
  const made = empty()
  const text = 'session,person,time,code,words\n1,Ben Reyes,1,x,a\n2,Dee Park,1,x,b\n3,Dee Park,1,x,c\n'
  const { details } = await refusal(imported(made, 'a.csv', text))
  expect(details).toEqual([
    expect.stringContaining("line 3: Nobody is called 'Dee Park'"),
    expect.stringContaining("line 4: Nobody is called 'Dee Park'"),
  ])
})
