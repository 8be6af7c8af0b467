import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { exportFormats } from '../../src/exchange/export/registry.ts'
import { archiveSchema, jsonSchema, lineSchema } from '../../src/exchange/schema.ts'
import { giveConsent } from '../../src/store/consents.ts'
import { plainRecord, recordWriter, voidRecord } from '../../src/store/records.ts'
import { addReflection } from '../../src/store/reflections.ts'
import { addGap, endSession, gapsOf, startSession } from '../../src/store/sessions.ts'
import { agreedDatabase, talk } from '../support/database.ts'
import { exported, exportedText, type Made } from './support.ts'

/** One session in which Ben asks twice and talks once; what is voided is not in any export. */
function observed(): Made & { session: number } {
  const made = agreedDatabase()
  const { db, clock, start } = made
  const [question, talk] = start.behaviors
  const session = startSession(db, clock, { ...start, timeZone: 'Europe/Madrid', place: 'ward 3, left' })
  const write = recordWriter(db, clock, session.number)
  write({
    ...plainRecord,
    behavior: question!.id,
    atMs: 5000,
    words: 'A "B"\nC',
    modifiers: { level: 'recall' },
  })
  write({ ...plainRecord, behavior: talk!.id, mark: 'start', atMs: 6500 })
  write({ ...plainRecord, behavior: talk!.id, mark: 'stop', atMs: 9750, starts: 2, flag: 'bounce' })
  write({ ...plainRecord, behavior: question!.id, atMs: 10_000, words: '=1+1', kept: ['trait', 'cause'] })
  write({ ...plainRecord, behavior: question!.id, mark: 'tally', value: 3 })
  write({ ...plainRecord, atMs: 20_000, words: 'Ben Reyes waves' })
  write({ ...plainRecord, behavior: question!.id, atMs: 30_000 })
  voidRecord(db, clock, session.number, 7)
  addGap(db, session.number, 40_000, 'sleep', 50_000)
  endSession(db, session.number, 60_000)
  addReflection(db, clock, session, { stage: 'notice', question: 'What did you see?', answer: 'That I wait' })
  return { ...made, session: session.number }
}

test('csv is RFC 4180: a header, a row a record, CRLF, quotation marks doubled', async () => {
  const { db } = observed()
  expect(await exportedText(db, 'csv')).toBe(
    [
      'session,started_at,time_zone,length_ms,place,person,observer,record,behavior,technique,key,interval_ms,mark,time_ms,value,starts,words,flag,kept,modifier_level',
      '1,2026-11-20T09:15:00.000Z,Europe/Madrid,60000,"ward 3, left",Ben Reyes,Ana Coach,1,asks a question,event,q,,point,5000,,,"A ""B""\nC",,,recall',
      '1,2026-11-20T09:15:00.000Z,Europe/Madrid,60000,"ward 3, left",Ben Reyes,Ana Coach,2,talks,duration,t,,start,6500,,,,,,',
      '1,2026-11-20T09:15:00.000Z,Europe/Madrid,60000,"ward 3, left",Ben Reyes,Ana Coach,3,talks,duration,t,,stop,9750,,2,,bounce,,',
      '1,2026-11-20T09:15:00.000Z,Europe/Madrid,60000,"ward 3, left",Ben Reyes,Ana Coach,4,asks a question,event,q,,point,10000,,,=1+1,,trait cause,',
      '1,2026-11-20T09:15:00.000Z,Europe/Madrid,60000,"ward 3, left",Ben Reyes,Ana Coach,5,asks a question,event,q,,tally,,3,,,,,',
      '1,2026-11-20T09:15:00.000Z,Europe/Madrid,60000,"ward 3, left",Ben Reyes,Ana Coach,6,,,,,point,20000,,,Ben Reyes waves,,,',
      '',
    ].join('\r\n'),
  )
})

test('csv takes the columns that are asked for, and keeps formulas from a spreadsheet', async () => {
  const { db } = observed()
  expect(await exportedText(db, 'csv', { columns: ['record', 'words'], excelSafe: true })).toBe(
    'record,words\r\n1,"A ""B""\nC"\r\n2,\r\n3,\r\n4,\'=1+1\r\n5,\r\n6,Ben Reyes waves\r\n',
  )
  await expect(exportedText(db, 'csv', { columns: ['nonsense'] })).rejects.toThrow(
    "'nonsense' is none of them",
  )
})

test('a behavior narrows an export to its records', async () => {
  const { db } = observed()
  const only = await exportedText(db, 'csv', {
    selection: { behavior: 't' },
    columns: ['record', 'behavior'],
  })
  expect(only).toBe('record,behavior\r\n2,talks\r\n3,talks\r\n')
  await expect(exportedText(db, 'csv', { selection: { behavior: 'sings' } })).rejects.toThrow('sings')
})

test('moments narrow an export to the sessions that began between them', async () => {
  const { db } = observed()
  const lines = async (since: string, until: string): Promise<number> =>
    (await exportedText(db, 'jsonl', { selection: { since: new Date(since), until: new Date(until) } }))
      .length
  expect(await lines('2026-11-20T09:15:00Z', '2026-11-20T09:15:01Z')).toBeGreaterThan(0)
  expect(await lines('2026-11-20T09:14:00Z', '2026-11-20T09:15:00Z')).toBe(0)
})

test('each line of jsonl is complete in itself and fits its schema', async () => {
  const { db } = observed()
  const lines = (await exportedText(db, 'jsonl')).trimEnd().split('\n')
  expect(lines).toHaveLength(6)
  for (const line of lines) expect(lineSchema.strict().parse(JSON.parse(line))).toBeTruthy()
  expect(JSON.parse(lines[0]!)).toMatchObject({
    schema_version: 1,
    session: 1,
    behavior: 'asks a question',
    time_ms: 5000,
    words: 'A "B"\nC',
    modifiers: { level: 'recall' },
  })
})

test('the archive fits its schema, which is a JSON Schema with a title and no open ends', async () => {
  const { db } = observed()
  const archive = archiveSchema.strict().parse(JSON.parse(await exportedText(db, 'json')))
  expect(archive.sessions[0]).toMatchObject({
    gaps: [{ from_ms: 40_000, to_ms: 50_000, reason: 'sleep' }],
    reflections: [{ answer: 'That I wait' }],
  })
  expect(archive.sessions[0]!.records).toHaveLength(6)
  for (const schema of [archiveSchema, lineSchema]) {
    expect(jsonSchema(schema)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      title: expect.stringContaining('coach export'),
      required: expect.arrayContaining(['schema_version']),
    })
  }
})

test('the same records give the same bytes, whatever the format', async () => {
  const { db } = observed()
  for (const format of [
    'csv',
    'jsonl',
    'json',
    'obs',
    'boris',
    'boris-tabular',
    'boris-aggregated',
    'xlsx',
  ]) {
    expect((await exported(db, format)).equals(await exported(db, format)), format).toBe(true)
  }
})

test('a workbook holds what csv holds, with no formula and no date of its making', async () => {
  const { db } = observed()
  const workbook = await exported(db, 'xlsx')
  // The date of the first file in the archive, as MS-DOS counts: the first of January 1980.
  expect([...workbook.subarray(10, 14)]).toEqual([0, 0, 0x21, 0])
  const sheet = new TextDecoder().decode(unzipSync(workbook)['xl/worksheets/sheet1.xml'])
  const rows = [...sheet.matchAll(/<row r="(\d+)">(.*?)<\/row>/gs)]
  expect(rows.map(([, number]) => number)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
  // Columns Q and T: words, and the modifier.
  expect(rows[1]?.[2]).toContain('<c r="Q2" t="inlineStr"><is><t xml:space="preserve">A "B"\nC</t></is></c>')
  expect(rows[1]?.[2]).toContain('<c r="T2" t="inlineStr"><is><t xml:space="preserve">recall</t></is></c>')
  expect(rows[1]?.[2]).toContain('<c r="N2"><v>5000</v></c>')
  expect(rows[4]?.[2]).toContain('<t xml:space="preserve">=1+1</t>')
  expect(sheet).not.toContain('<f>')
  expect(sheet).toContain('state="frozen"')
})

test('words that XML could take for its own, or can not hold, do not break a workbook', async () => {
  const { db, clock, start } = agreedDatabase()
  const session = startSession(db, clock, start)
  const write = recordWriter(db, clock, session.number)
  write({
    ...plainRecord,
    behavior: start.behaviors[0]!.id,
    atMs: 0,
    words: '</t></is></c> & \u0001\ud800 x',
  })
  const files = unzipSync(await exported(db, 'xlsx', { columns: ['words'] }))
  const sheet = new TextDecoder().decode(files['xl/worksheets/sheet1.xml'])
  expect(sheet).toMatch(
    /<row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve">&lt;\/t>&lt;\/is>|&lt;\/t&gt;/,
  )
  expect(sheet).not.toContain('\u0001')
})

test('a workbook takes no longer words than a cell does', async () => {
  const { db, clock, start } = agreedDatabase()
  const session = startSession(db, clock, start)
  const write = recordWriter(db, clock, session.number)
  const record = { ...plainRecord, behavior: start.behaviors[0]!.id, atMs: 0 }
  write({ ...record, words: 'x'.repeat(32_767) })
  await exported(db, 'xlsx')
  write({ ...record, words: 'x'.repeat(32_768) })
  await expect(exported(db, 'xlsx')).rejects.toThrow('A cell holds 32767 characters')
})

/** A session whose records were not made in the order of their times, as `coach log --at` makes them. */
function outOfOrder(): Made {
  const made = agreedDatabase()
  const { db, clock, start } = made
  const [question, talk] = start.behaviors
  const session = startSession(db, clock, start)
  const write = recordWriter(db, clock, session.number)
  write({ ...plainRecord, behavior: talk!.id, mark: 'start', atMs: 20_000 })
  for (let at = 0; at < 150; at += 1) write({ ...plainRecord, behavior: question!.id, atMs: 21_000 + at })
  write({ ...plainRecord, behavior: talk!.id, mark: 'stop', atMs: 30_000, starts: 1, words: 'the end' })
  write({ ...plainRecord, behavior: question!.id, mark: 'tally', value: 3 })
  write({ ...plainRecord, behavior: question!.id, atMs: 5000 })
  write({ ...plainRecord, behavior: talk!.id, mark: 'start', atMs: 40_000 })
  write({ ...plainRecord, atMs: 1000, words: 'a note' })
  addGap(db, session.number, 5000, 'pause', 6000)
  endSession(db, session.number, 60_000)
  return made
}

test('a log is in order of time, and what was recorded as a gap begins stands before it', async () => {
  const lines = (await exportedText(outOfOrder().db, 'obs'))
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('#'))
  expect(lines).toHaveLength(158)
  expect(lines.slice(0, 6)).toEqual([
    '0:01 note "a note"',
    '0:05 q',
    '0:05 pause pause',
    '0:06 resume',
    '0:20 t+',
    '0:21 q',
  ])
  expect(lines.slice(-4)).toEqual(['0:21.149 q', '0:30 t- "the end"', '0:40 t+', '- q x3'])
})

test('BORIS gets events in order of time, and bouts by their beginning however much lies inside', async () => {
  const { db } = outOfOrder()
  const { observations } = JSON.parse(await exportedText(db, 'boris'))
  const { description, events } = observations['session 1'] as {
    description: string
    events: [number, string, string][]
  }
  expect(description).toBe('a note')
  expect(events.map(([time]) => time)).toEqual([...events.map(([time]) => time)].sort((a, b) => a - b))
  expect(events).toHaveLength(154)
  const bouts = (await exportedText(db, 'boris-aggregated'))
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
  expect(bouts).toHaveLength(152)
  expect(bouts.slice(0, 3).map((row) => [row[13], row[17], row[18], row.at(-1)])).toEqual([
    ['asks a question', '5.000', '5.000', ''],
    ['talks', '20.000', '30.000', 'the end'],
    ['asks a question', '21.000', '21.000', ''],
  ])
})

test('the tables of BORIS have its columns, three decimals, and pair starts with stops', async () => {
  const { db } = observed()
  const tabular = (await exportedText(db, 'boris-tabular'))
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
  expect(tabular[0]).toEqual([
    'Observation id',
    'Observation date',
    'Description',
    'Observation duration',
    'Observation type',
    'Source',
    'Time offset (s)',
    'Media duration (s)',
    'FPS',
    'observer',
    'place',
    'Subject',
    'Behavior',
    'Behavioral category',
    'Modifier #1',
    'Behavior type',
    'Time',
    'Media file name',
    'Image index',
    'Image file path',
    'Comment',
  ])
  expect(tabular.slice(1).map((row) => [row[12], row[14], row[15], row[16]])).toEqual([
    ['asks a question', 'recall', 'POINT', '5.000'],
    ['talks', '', 'START', '6.500'],
    ['talks', '', 'STOP', '9.750'],
    ['asks a question', 'None', 'POINT', '10.000'],
  ])
  expect(tabular[1]!.slice(0, 4)).toEqual(['session 1', '2026-11-20 10:15:00', 'Ben Reyes waves', '60.000'])
  const aggregated = (await exportedText(db, 'boris-aggregated'))
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
  expect(aggregated[0]).toHaveLength(27)
  expect(aggregated.slice(1).map((row) => row.slice(11, 20))).toEqual([
    ['No focal subject', '60.000', 'asks a question', '', 'recall', 'POINT', '5.000', '5.000', 'NA'],
    ['No focal subject', '60.000', 'talks', '', '', 'STATE', '6.500', '9.750', '3.250'],
    ['No focal subject', '60.000', 'asks a question', '', 'None', 'POINT', '10.000', '10.000', 'NA'],
  ])
})

test('a project for BORIS stores no starts and stops, and gives each code its modifiers', async () => {
  const { db } = observed()
  const project = JSON.parse(await exportedText(db, 'boris'))
  expect(project).toMatchObject({ project_format_version: '7.0', time_format: 'hh:mm:ss' })
  expect(Object.values(project.behaviors_conf)).toMatchObject([
    { type: 'Point event', code: 'asks a question', modifiers: { 0: { name: 'level', type: 0 } } },
    { type: 'State event', code: 'talks', modifiers: {} },
  ])
  expect(project.observations['session 1']).toMatchObject({
    type: 'LIVE',
    file: {},
    date: '2026-11-20T10:15:00',
  })
  expect(project.observations['session 1'].events).toEqual([
    [5, '', 'asks a question', 'recall', 'A "B"\nC'],
    [6.5, '', 'talks', '', ''],
    [9.75, '', 'talks', '', ''],
    [10, '', 'asks a question', 'None', '=1+1'],
  ])
})

test('research sees no name, no place, no words, no date and nothing of the conversation', async () => {
  const made = observed()
  const { db, clock, agreement } = made
  await expect(exportedText(db, 'csv', { audience: 'research' })).rejects.toThrow('has not consented')
  giveConsent(db, clock, agreement, 'research', { kind: 'whole' })
  for (const { name: format, binary } of exportFormats) {
    const bytes = await exported(db, format, { audience: 'research' })
    const files = binary ? Object.values(unzipSync(bytes)) : [bytes]
    const text = files.map((file) => new TextDecoder().decode(file)).join('\n')
    expect(text, format).not.toMatch(/Ben|Ana|ward|waves|=1\+1|recall|asks|talks|2026-11-20|Madrid|wait|What/)
    expect(text).not.toContain(agreement.uuid)
  }
  giveConsent(db, clock, agreement, 'research', { kind: 'record', session: 1, record: 4 })
  const released = await exportedText(db, 'csv', { audience: 'research' })
  expect(released).toContain('=1+1')
  expect(released).not.toMatch(/trait|cause/)
  const archive = JSON.parse(await exportedText(db, 'json', { audience: 'research' }))
  expect(archiveSchema.strict().safeParse(archive).error).toBeUndefined()
  expect(archive.sessions[0].records).toHaveLength(6)
  expect(gapsOf(db, 1)).toHaveLength(1)
})

test('a session of any length goes out once, in its order, without what was voided', async () => {
  const { db, clock, start } = agreedDatabase()
  const session = startSession(db, clock, start)
  const write = recordWriter(db, clock, session.number)
  for (let at = 1; at <= 450; at += 1)
    write({ ...plainRecord, behavior: start.behaviors[0]!.id, atMs: at * 100 })
  for (const number of [1, 99, 100, 101, 200, 450]) voidRecord(db, clock, session.number, number)
  const numbers = (await exportedText(db, 'csv', { columns: ['record'] })).trimEnd().split('\r\n').slice(1)
  const standing = Array.from({ length: 450 }, (_, at) => at + 1).filter(
    (number) => ![1, 99, 100, 101, 200, 450].includes(number),
  )
  expect(numbers).toEqual(standing.map(String))
})

test('BORIS pairs a stop by the modifiers of its start', async () => {
  const made = agreedDatabase([{ ...talk, modifiers: [{ name: 'to', values: ['one', 'all'] }] }])
  const session = startSession(made.db, made.clock, made.start)
  const write = recordWriter(made.db, made.clock, session.number)
  const behavior = made.start.behaviors[0]!.id
  write({ ...plainRecord, behavior, mark: 'start', atMs: 1000, modifiers: { to: 'all' } })
  write({ ...plainRecord, behavior, mark: 'stop', atMs: 2000, starts: 1 })
  const project = JSON.parse(await exportedText(made.db, 'boris'))
  expect(project.observations['session 1'].events).toEqual([
    [1, '', 'talks', 'all', ''],
    [2, '', 'talks', 'all', ''],
  ])
})
