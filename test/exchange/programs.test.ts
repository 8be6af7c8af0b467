/** Files as other programs save them. */
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { observationOf } from '../../src/store/records.ts'
import { allSessions, sessionByNumber } from '../../src/store/sessions.ts'
import { agreedDatabase } from '../support/database.ts'
import { imported, type Made, refusal } from './support.ts'

const records = ({ db }: Made, session = 1) => observationOf(db, sessionByNumber(db, session)!).records
const times = (made: Made) => records(made).map(({ atMs }) => atMs)

test('numbers with an exponent, or no digit before the point, are numbers', async () => {
  const made = agreedDatabase([])
  await imported(made, 'r.csv', '"time","code"\n.5,"x"\n1e+05,"x"\n1.5E2,"x"\n-0,"x"\n')
  expect(times(made)).toEqual([500, 100_000_000, 150_000, 0])
})

test('what R and pandas make of our own columns comes back', async () => {
  const made = agreedDatabase([])
  const text =
    'session,record,behavior,technique,mark,time_ms,value,starts,words\n' +
    '1,1,talks,duration,start,1000,NA,NA,\n1,2.0,talks,duration,stop,2000,,1.0,\n1,3,asks,event,tally,,12.0,NA,\n'
  await imported(made, 'r.csv', text, { lengthMs: 60_000 })
  expect(records(made).map(({ mark, value, starts }) => [mark, value, starts])).toEqual([
    ['start', null, null],
    ['stop', null, 1],
    ['tally', 12, null],
  ])
  const { details } = await refusal(imported(agreedDatabase([]), 'r.csv', 'time,code\nNA,x\n'))
  expect(details[0]).toContain("line 2: time is 'NA'")
})

test('lines that end in a carriage return alone are lines', async () => {
  const made = agreedDatabase([])
  await imported(made, 'mac.csv', 'time;code\r1,5;x\r2;"a;b"\r')
  expect(times(made)).toEqual([1500, 2000])
})

test.each([
  ['a database', 'c.db', 'SQLite format 3\0', /^c\.db is a database; .*coach restore/],
  ['a workbook', 'a.csv', 'PK\u0003\u0004', /^a\.csv is a workbook or an archive; .* CSV/],
])('%s is said to be that', async (_what, name, beginning, says) => {
  const bytes = Buffer.concat([Buffer.from(beginning), Buffer.from([0xff, 0, 0xfe])])
  expect((await refusal(imported(agreedDatabase([]), name, bytes))).message).toMatch(says)
})

test('UTF-16 is said to be that', async () => {
  const bytes = Buffer.from('\ufefftime,code\n1,x\n', 'utf16le')
  expect((await refusal(imported(agreedDatabase([]), 'a.csv', bytes))).message).toBe(
    'a.csv is UTF-16, as some spreadsheets save "Unicode text"; save it as UTF-8.',
  )
})

test.each([
  ['a header and no rows', 'a.csv', 'time,code\n'],
  ['one word', 'a.csv', 'time\n'],
  [
    'a project without observations',
    'a.boris',
    '{"project_format_version":"7.0","behaviors_conf":{},"observations":{}}',
  ],
])('%s: nothing was observed', async (_what, name, text) => {
  expect((await refusal(imported(agreedDatabase([]), name, text))).message).toContain(
    'has nothing in it that was observed',
  )
})

test('a table that tells no time is refused once, with its columns', async () => {
  const { message, details } = await refusal(imported(agreedDatabase([]), 'a.csv', 'foo,code\n1,x\n2,y\n'))
  expect(message).toBe(
    'a.csv: no column tells the time of each row; say which with --column time=NAME, of foo, code.',
  )
  expect(details).toEqual([])
})

test('rows that differ in place or observer are different sessions', async () => {
  const made = agreedDatabase([])
  await imported(made, 'a.csv', 'time,code,room,coder\n1,x,3,Ana Coach\n2,x,3,Cy Ito\n3,x,4,Cy Ito\n')
  expect(allSessions(made.db).map(({ place, observer }) => [place, observer.name])).toEqual([
    ['3', 'Ana Coach'],
    ['3', 'Cy Ito'],
    ['4', 'Cy Ito'],
  ])
})

test('in an interval sheet a cell that is no tick is told, and remarks make no sessions', async () => {
  const sheet = (tick: string): string =>
    `minute,room,Lec,Q,remarks\n1,3,1,0,\n2,3,${tick},1,the bell\n3,3,1,,\n1,4,,1,\n2,4,1,0,a late one\n3,4,1,0,\n`
  const made = agreedDatabase([])
  const { details } = await refusal(imported(made, 'a.csv', sheet('2')))
  expect(details).toEqual(["line 3: Lec is '2'; it takes 1, 0, x or an empty cell"])
  const { columns } = await imported(made, 'a.csv', sheet('x'))
  expect(columns.map(({ name, role }) => `${name}: ${role}`)).toEqual([
    'minute: time',
    'room: session',
    'Lec: behavior',
    'Q: behavior',
    'remarks: skip',
  ])
  expect(allSessions(made.db)).toHaveLength(2)
})

test('a file that came in packed is known when it comes unpacked', async () => {
  const made = agreedDatabase([])
  const project = JSON.stringify({
    project_format_version: '7.0',
    behaviors_conf: { 0: { type: 'Point event', key: 'a', code: 'asks', description: '', modifiers: {} } },
    observations: { one: { date: '2026-11-20T09:15:00', events: [[1, '', 'asks', '', '']] } },
  })
  await imported(made, 'a.boris.gz', gzipSync(project))
  expect((await imported(made, 'a.boris', project)).before).toEqual([1])
})
