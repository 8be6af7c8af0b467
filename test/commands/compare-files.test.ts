import { existsSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Coach, openCoach, withAnaAndCy, withProtege } from '../support/coach.ts'

let program: Coach
beforeEach(() => {
  program = openCoach()
})
afterEach(() => program.close())

const json = async (...argv: string[]) => JSON.parse(await program.done('compare', ...argv, '--json'))

const LOG = '# length: 4m  observer: Cy Ito\n0:06 talks+\n0:31 q\n1:05 talks-\n2:00 q\n'
const CSV = `observer,onset_s,end_s,code
Ana Coach,5,65,Talks
Ana Coach,30,,Asks
Ana Coach,121,,Asks
`

test('a table and a log are compared without a database; a code is the same whatever its case', async () => {
  const { file, path } = program
  const [table, log] = [file('ana.csv', CSV), file('cy.obs', LOG.replaceAll(' q', ' asks'))]
  const compared = await json(table, log)
  expect(compared.a).toEqual({
    source: table,
    session: null,
    observer: 'Ana Coach',
    started_at: null,
    length_ms: 240_000,
    length_is_said: false,
  })
  expect(await program.done('compare', table, log)).toContain('does not say how long it lasted')
  expect(compared.behaviors).toMatchObject([
    { name: 'Asks', total_count: 100 },
    { name: 'Talks', total_count: 100, total_duration: (100 * 59) / 60 },
  ])
  expect(compared.differences).toHaveLength(3)
  const turned = await json(log, table)
  expect(turned.overall.kappa.value).toBe(compared.overall.kappa.value)
  expect(turned.behaviors[0].name).toBe('Asks')
  expect(existsSync(path)).toBe(false)
})

test('codes of one letter differ by their case, and two that are recorded in different ways are still compared', async () => {
  const { file } = program
  const compared = await json(
    file('a.csv', 'time,code,duration\n5,t,60\n70,Q,\n240,end,\n'),
    file('b.obs', LOG),
  )
  expect(compared.behaviors.map(({ name }: { name: string }) => name)).toEqual(['Q', 'q', 't', 'talks'])
})

const EXPORTED = [
  ['csv', 'cy.csv'],
  ['jsonl', 'cy.jsonl'],
  ['json', 'cy.json'],
  ['obs', 'cy.obs'],
  ['boris', 'cy.boris'],
] as const

test.each(EXPORTED)(
  'a session compared with itself as exported to %s agrees, and nothing is stored',
  async (format, name) => {
    await withAnaAndCy(program)
    await withProtege(program, 'Ben Reyes')
    const { done, folder } = program
    await done('export', '--format', format, '--session', '1', '-o', `${folder}/${name}`)
    const before = await done('session', 'list', '--json')
    const compared = await json('1', `${folder}/${name}`)
    expect(compared.overall).toMatchObject({ total_count: 100, exact_count_per_interval: 100 })
    expect(compared.overall.kappa_event_matched.percent_agreement).toBe(100)
    expect(compared.differences).toEqual([])
    expect(compared.behaviors.map((one: { name: string }) => one.name)).toEqual(['asks a question'])
    expect(await done('session', 'list', '--json')).toBe(before)
  },
)

const BORIS = JSON.stringify({
  project_format_version: '7.0',
  behaviors_conf: {
    0: { type: 'Point event', key: 'q', code: 'asks a question', description: '', modifiers: '' },
  },
  observations: Object.fromEntries(
    ['first', 'second'].map((id, index) => [
      id,
      {
        type: 'LIVE',
        date: '2026-11-20T09:15:00',
        description: '',
        'time offset': 0,
        events: [
          [30 + index, '', 'asks a question', '', ''],
          [120, '', 'asks a question', '', ''],
          [2700, '', 'asks a question', '', ''],
        ],
      },
    ]),
  ),
})

test('of a file with several sessions one is named, and the refusal lists them', async () => {
  const { coach, file, folder } = program
  const project = file('project.boris', BORIS)
  const { status, err } = await coach('compare', project, project)
  expect([status, err.replaceAll(folder, '')]).toEqual([
    2,
    expect.stringContaining(`coach: /project.boris has 2 sessions; say which, as /project.boris#1:
  /project.boris#1: began 2026-11-20T09:15:00.000Z, first, 45 min, 3 records
  /project.boris#2: began 2026-11-20T09:15:00.000Z, second, 45 min, 3 records`),
  ])
  const compared = await json(`${project}#1`, `${project}#2`)
  expect(compared.b.source).toBe(`${project}#2`)
  expect(compared.differences).toEqual([
    { kind: 'time', at_ms: 30_000, behavior: 'asks a question', later_ms: 1000, longer_ms: null },
  ])
  const third = await coach('compare', `${project}#1`, `${project}#3`)
  expect([third.status, third.err]).toEqual([2, expect.stringContaining('has no session #3; it has:')])
})

test('a BORIS project that is packed is compared with a session, and its keys are those of a log', async () => {
  await withAnaAndCy(program)
  await withProtege(program, 'Ben Reyes')
  const { done, file, folder } = program
  const { writeFileSync } = await import('node:fs')
  writeFileSync(`${folder}/project.boris.gz`, gzipSync(BORIS))
  const compared = await json('1', `${folder}/project.boris.gz#1`)
  expect(compared.behaviors).toMatchObject([
    { name: 'asks a question', interval_by_interval: (100 * 268) / 270 },
  ])
  expect(await done('compare', file('cy.obs', LOG), `${folder}/project.boris.gz#1`)).toMatch(
    /^asks a question$/m,
  )
})

test('interval sheets are compared interval by interval, at their own length', async () => {
  const { file } = program
  const sheet = (lec: number): string => `minute_end,Lec,GW\n2,1,0\n4,1,1\n6,${lec},1\n8,0,0\n`
  const compared = await json(file('a.csv', sheet(1)), file('b.csv', sheet(0)))
  expect(compared.behaviors).toMatchObject([
    { name: 'GW', interval_by_interval: 100 },
    { name: 'Lec', interval_by_interval: 75, scored_interval: (100 * 2) / 3, unscored_interval: 50 },
  ])
})

test.each([
  ['bad.csv', 'time,code\n5,q\nsoon,q\n', "line 3: time is 'soon'"],
  ['bad.jsonl', '{"time":5,"code":"q"}\n[1]\n', 'line 2: is not a JSON object'],
  ['bad.boris', '{"project_format_version":"7.0"}', 'behaviors_conf'],
  ['bad.json', '{', 'bad.json'],
  ['bad.boris.gz', '\u001f\u008b', 'bad.boris.gz'],
  ['bad.csv', 'a,b\n1,2\n', 'bad.csv'],
  ['bad.csv', '', 'is empty'],
  ['bad.data', 'what is this?', 'line 1'],
])('%s with %j is refused with the place, and exit status 3', async (name, content, message) => {
  const { coach, file } = program
  const { status, out, err } = await coach('compare', file(name, content), file('good.obs', LOG))
  expect([status, out, err]).toEqual([3, '', expect.stringContaining(message)])
})

test('where a reader asks for more, the refusal names the command that takes it', async () => {
  const { coach, file } = program
  const { err } = await coach('compare', file('a.csv', 'interval,Lec,GW\n1,1,0\n2,1,1\n'), file('b.obs', LOG))
  expect(err).toMatch(/^coach: .*a\.csv: .*add --interval 2m/)
  expect(err).toContain('coach import takes these options; what came in is compared by its number.')
})
