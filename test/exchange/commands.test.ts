import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Coach, openCoach, withAnaAndCy, withProtege } from '../support/coach.ts'

let at: Coach
const to = (name: string): string => join(at.folder, name)
beforeEach(async () => {
  at = openCoach()
  await withAnaAndCy(at)
  await withProtege(at, 'Ben Reyes')
})
afterEach(() => at.close())

test('an export to standard output is the export alone, and no disclosure', async () => {
  const csv = await at.done('export', '--format', 'csv', '--columns', 'record,time_ms,words')
  expect(csv).toBe(
    'record,time_ms,words\r\n1,30000,What did we change?\r\n2,60000,\r\n3,120000,Ben Reyes waves\r\n',
  )
  expect(await at.done('disclosures')).toBe('Nothing has left this database.\n')
})

test('an export to a file is whole or not at all, takes its format from the name, and is disclosed', async () => {
  expect(await at.done('export', '-o', to('ben.csv'), '--person', 'Ben')).toBe('')
  const whole = readFileSync(to('ben.csv'), 'utf8')
  expect(whole.split('\r\n')).toHaveLength(5)
  expect(await at.done('disclosures')).toBe(
    `2026-11-20 09:15 UTC  self      csv of the sessions with Ben Reyes, about Ben Reyes, to ${to('ben.csv')}, on one consent\n`,
  )
  const again = await at.coach('export', '-o', to('ben.csv'))
  expect(again).toMatchObject({ status: 3, err: expect.stringContaining('--force') })
  expect(readFileSync(to('ben.csv'), 'utf8')).toBe(whole)
  await at.done('export', '-o', to('ben.csv'), '--force', '--columns', 'record')
  expect(readFileSync(to('ben.csv'), 'utf8')).toBe('record\r\n1\r\n2\r\n3\r\n')
  expect((await at.coach('export', '-o', to('none/ben.csv'))).status).toBe(3)
  const wrong = await at.coach('export', '-o', to('new.csv'), '--columns', 'nonsense')
  expect(wrong).toMatchObject({ status: 2, err: expect.stringContaining("'nonsense' is none of them") })
  expect(existsSync(to('new.csv'))).toBe(false)
  expect(readdirSync(at.folder).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('wrong use says what to type', async () => {
  for (const [argv, words] of [
    [['export'], '--format takes csv, jsonl, json, xlsx, obs, boris'],
    [['export', '--format', 'pdf'], "'pdf' is none of them"],
    [['export', '--format', 'csv', '--for', 'supervisor'], '--for takes self, program, research'],
    [['export', '--format', 'csv', '--schema'], '--schema goes with json or jsonl'],
    [['export', '--format', 'xlsx', '--for', 'program'], '--format csv or json'],
    [['export', '--format', 'csv', '--for', 'program', '--person', 'Ben'], 'only --since and --until'],
    [
      ['export', '--format', 'csv', '--since', '2026-02-01', '--until', '2026-01-01'],
      'give a --since that comes before --until',
    ],
    [['import', 'x.csv', '--column', 'onset'], 'ROLE=NAME'],
    [['import', 'x.csv', '--map', 'LT'], 'CODE=behavior'],
    [['import', 'x.csv', '--encoding', 'koi8'], 'utf-8, windows-1252'],
  ] as const) {
    at.file('x.csv', 'time,code\n1,x\n')
    const { status, err } = await at.coach(...argv.map((word) => (word === 'x.csv' ? to(word) : word)))
    expect([status, err]).toEqual([2, expect.stringContaining(words)])
  }
})

test('another audience needs consent, and what it gets is disclosed', async () => {
  expect(await at.coach('export', '--format', 'csv', '--for', 'research')).toMatchObject({
    status: 4,
    out: '',
    err: expect.stringContaining('Ben Reyes has not consented'),
  })
  await at.done('agreement', 'share', 'Ben', '--audience', 'research')
  const [first, second] = [
    await at.done('export', '--format', 'csv', '--for', 'research'),
    await at.done('export', '--format', 'csv', '--for', 'research'),
  ]
  expect(first).not.toMatch(/Ben|Ana|Cy|ward|waves|What/)
  expect(first.split('\r\n')).toHaveLength(5)
  expect(first).not.toBe(second)
  expect(await at.done('disclosures')).toContain(
    'research  csv of all sessions, about Ben Reyes, to standard output',
  )
})

test('a program gets totals over five protégés, and nothing for fewer', async () => {
  await at.done('agreement', 'share', 'Ben', '--audience', 'program')
  expect(await at.coach('export', '--format', 'json', '--for', 'program')).toMatchObject({
    status: 4,
    out: '',
  })
  for (const name of ['Dee Park', 'Eli Roth', 'Fay Lund', 'Gus Ivey']) {
    await withProtege(at, name)
    await at.done('agreement', 'share', name, '--audience', 'program')
  }
  expect(JSON.parse(await at.done('export', '--format', 'json', '--for', 'program'))).toEqual({
    schema_version: 1,
    audience: 'program',
    proteges: 5,
    sessions: 5,
    observed_minutes: 225,
    questions: 0,
    goals: 0,
  })
  expect(await at.done('export', '--format', 'csv', '--for', 'program')).toBe(
    'proteges,sessions,observed_minutes,questions,goals\r\n5,5,225,0,0\r\n',
  )
  const since = ['--since', '2026-11-01T00:00Z']
  expect(await at.done('export', '--format', 'csv', '--for', 'program', ...since)).toContain('\r\n5,5,')
  expect((await at.done('disclosures')).trimEnd()).toMatch(
    /totals of activity, csv since 2026-11-01T00:00:00.000Z, about Gus Ivey, to standard output, on one consent$/,
  )
  const earlier = at.file('earlier.obs', '# date: 2026-10-05T09:15   length: 5m\n0:30 q\n')
  await at.done('observe', 'Gus', '--from', earlier)
  expect(await at.coach('export', '--format', 'csv', '--for', 'program', ...since)).toMatchObject({
    status: 4,
    out: '',
    err: expect.stringContaining('would leave what 1 protégé did; leave out --since and --until'),
  })
})

test('an import shows what it would do, asks for the request by its flag, and tells what came in', async () => {
  const file = at.file('lesson.csv', 'onset_s,code,duration_s\n0,LT,6\n7,q,1\n30,END,\n')
  const refused = await at.coach('import', file)
  expect(refused).toMatchObject({ status: 2, out: '' })
  expect(refused.err).toContain("Nobody asked for 'LT', 'q' to be observed yet")
  expect(refused.err).toContain("--request '…'")
  expect(await at.done('import', file, '--map', 'q=', '--dry-run')).toBe(
    `Would come in, nothing was stored: 1 session of ${file}, read as csv
  column onset_s: time
  column code: behavior
  column duration_s: duration
  LT: new, duration, 2 records
  q: left out
  session 2 with Ben Reyes: 2 records in 30 s
`,
  )
  expect(await at.done('session', 'list')).not.toContain('2 records')
  const came = await at.done(
    'import',
    file,
    '--map',
    'q=',
    '--request',
    'Please time who talks',
    '--date',
    '2026-11-19T10:00',
  )
  expect(came).toContain('Came in: 1 session')
  expect(came).toContain('Next: coach report 2\n')
  expect(await at.done('behavior', 'show', 'LT')).toContain('Please time who talks')
  expect(await at.done('import', file, '--map', 'q=', '--request', 'Please time who talks')).toBe(
    `${file} came in before, as session 2; nothing was added.\n`,
  )
})

test('what came in as JSON, for programs', async () => {
  const file = at.file('q.jsonl', '{"time":1,"code":"asks a question","modifiers":{"level":"recall"}}\n')
  expect(JSON.parse(await at.done('import', file, '--json', '--length', '45m'))).toEqual({
    schema_version: 1,
    format: 'jsonl',
    dry_run: false,
    imported_before: [],
    columns: [
      { name: 'time', role: 'time' },
      { name: 'code', role: 'behavior' },
      { name: 'modifier_level', role: 'modifier' },
    ],
    behaviors: [
      {
        code: 'asks a question',
        name: 'asks a question',
        technique: 'event',
        key: 'q',
        is_new: false,
        records: 1,
      },
    ],
    left_out: [],
    sessions: [
      {
        number: 2,
        person: 'Ben Reyes',
        started_at: '2026-11-20T08:30:00.000Z',
        length_ms: 2_700_000,
        records: 1,
        place: null,
      },
    ],
    sessions_there: 0,
    notes: [],
  })
})

test('names and words from a file that would steer a terminal are shown, never carried out', async () => {
  const file = at.file('a.csv', 'time,code,note\n1,\u001b[2Jx,\u001b]0;t\u0007\n')
  const out = await at.done('import', file, '--request', 'Please', '--length', '1m')
  expect(out).toContain('\\x1b[2Jx')
  expect(out).not.toContain('\u001b')
})

test('standard input is a file too', async () => {
  const other = openCoach({ input: '0:05 q\n0:30 q\n' })
  try {
    await withAnaAndCy(other)
    await withProtege(other, 'Ben Reyes')
    expect(await other.done('import', '-', '--format', 'obs', '--length', '10m')).toContain('read as obs')
  } finally {
    other.close()
  }
})

test('an export can be locked, and an import opens it', async () => {
  const locked = openCoach({ env: { COACH_PASSPHRASE: 'correct horse battery staple' } })
  try {
    await withAnaAndCy(locked)
    await withProtege(locked, 'Ben Reyes')
    const file = join(locked.folder, 'records.jsonl.age')
    await locked.done('export', '--format', 'jsonl', '--passphrase', '-o', file)
    expect(readFileSync(file, 'latin1')).toMatch(/^age-encryption\.org\/v1\n/)
    expect(readFileSync(file, 'latin1')).not.toContain('Ben')
    expect(await locked.done('import', file)).toContain('read as jsonl')
    expect(await locked.done('import', file)).toContain('came in before')
  } finally {
    locked.close()
  }
  const closed = at.file('x.csv.age', 'age-encryption.org/v1\n-> X25519 abc\n')
  expect(await at.coach('import', closed)).toMatchObject({
    status: 2,
    err: expect.stringContaining('--identity'),
  })
})

test('an archive is a copy of what was agreed too, where nothing was observed yet', async () => {
  await at.done('person', 'add', 'Dee Park')
  await at.done('agree', 'Dee', '--accept', 'defer,learn,risk', '--share', 'self')
  await at.done('export', '--format', 'json', '--person', 'Dee', '-o', to('dee.json'))
  expect(await at.done('disclosures')).toContain(
    `json of the sessions with Dee Park, about Dee Park, to ${to('dee.json')}`,
  )
})

test('a modifier may have any name, also one that every object has', async () => {
  const names = ['constructor: a, b', '__proto__: x, y'].flatMap((modifier) => ['--modifier', modifier])
  const words = ['--request', 'Count the calls', '--definition', 'Ben says a call aloud']
  await at.done(
    'behavior',
    'add',
    '--person',
    'Ben',
    '--name',
    'calls',
    '--technique',
    'event',
    '--key',
    'z',
    ...names,
    ...words,
  )
  await at.done('observe', 'Ben', '--from', at.file('calls.obs', '0:30 z\n0:40 z a y\n'), '--length', '2m')
  const csv = ['--format', 'csv', '--columns', 'modifier___proto__,modifier_constructor']
  expect(await at.done('export', '--session', '2', ...csv)).toBe(
    'modifier___proto__,modifier_constructor\r\n,\r\ny,a\r\n',
  )
  expect(await at.done('export', '--session', '2', '--format', 'boris-tabular')).not.toContain('native code')
})
