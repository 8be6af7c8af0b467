import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Coach, openCoach, withAnaAndCy, withProtege } from '../support/coach.ts'

let program: Coach
beforeEach(() => {
  program = openCoach()
})
afterEach(() => program.close())

const ANA = `# length: 4m  observer: Ana Coach
0:05 t+
0:30 q
1:05 t-
1:30 q
2:00 t+
2:50 q
3:20 t-
`
const CY = `# length: 4m  observer: Cy Ito
0:06 t+
0:31 q
1:09 t-
2:01 t+
2:30 t-
2:51 w
3:01 q
`

test('two logs are compared without a database, and the list of differences is in order of time', async () => {
  const { done, file, path } = program
  const out = await done('compare', file('ana.obs', ANA), file('cy.obs', CY))
  expect(out).toContain('Ana Coach, 4 min')
  expect(out).toContain(
    `Where the two differ, in order of time
  0:05  both: t, B 1 s later, B 3 s longer
  1:30  A alone: q
  2:00  both: t, B 1 s later, B 51 s shorter
  2:50  A: q, B: w, B 1 s later
  3:01  B alone: q
  1 more was recorded by both, with times that differ by 2 s at most; --json
    has them.
`,
  )
  expect(out).toMatch(/^ {2}total count IOA +66\.7 %$/m)
  expect(out).toContain('An interval that both left empty counts as full agreement.')
  expect(out).toContain('It says nothing about the\n  person who was observed, and scores nobody.')
  expect(out).not.toMatch(/\b(good|bad|poor|excellent|acceptable|wrong|correct)\b|!/i)
  const { existsSync } = await import('node:fs')
  expect(existsSync(path)).toBe(false)
})

test('as data: the figures of the contract, for each behavior and overall, with both kappas by name', async () => {
  const { done, file } = program
  const files = [file('ana.obs', ANA), file('cy.obs', CY)]
  const compared = JSON.parse(await done('compare', ...files, '--json'))
  expect(compared).toMatchObject({
    schema_version: 1,
    a: { session: null, observer: 'Ana Coach', length_ms: 240_000 },
    every_ms: 10_000,
    tolerance_ms: 2000,
  })
  const talks = compared.behaviors.find(({ name }: { name: string }) => name === 't')
  // 135 s and 92 s of 24 intervals of 10 s: A scores 0–6 and 12–19, B 0–6 and 12–14.
  expect(talks.total_duration).toBeCloseTo((100 * 92) / 140, 10)
  expect(talks.interval_by_interval).toBeCloseTo((100 * 19) / 24, 10)
  expect(talks.scored_interval).toBeCloseTo((100 * 10) / 15, 10)
  expect(talks.unscored_interval).toBeCloseTo((100 * 9) / 14, 10)
  expect(talks.mean_duration_per_occurrence).toBeCloseTo((100 * (60 / 63 + 29 / 80)) / 2, 10)
  expect(compared.overall.mean_latency_per_response).toBe(null)
  expect(compared.overall.why.mean_latency_per_response).toBe('it has no latency')
  expect(compared.overall.kappa).toEqual(compared.overall.kappa_time_unit)
  expect(compared.overall.kappa.kind).toBe('time-unit')
  expect(compared.overall.percent_agreement).toBe(compared.overall.kappa_time_unit.percent_agreement)
  expect(compared.overall.kappa_event_matched).toMatchObject({
    kind: 'event-matched',
    table: {
      categories: ['q', 't', 'w', 'no record'],
      counts: [
        [1, 0, 1, 1],
        [0, 2, 0, 0],
        [0, 0, 0, 0],
        [1, 0, 0, 0],
      ],
    },
  })
  const matched = JSON.parse(await done('compare', ...files, '--tolerance', '3s', '--json'))
  expect(matched.overall.kappa).toEqual(matched.overall.kappa_event_matched)
  expect(matched.tolerance_ms).toBe(3000)
  const both = JSON.parse(await done('compare', ...files, '--tolerance', '0s', '--every', '30s', '--json'))
  expect(both.overall.kappa.kind).toBe('time-unit')
  expect([both.every_ms, both.tolerance_ms]).toEqual([30_000, 0])
})

test('a session gives the keys of a file their meaning', async () => {
  await withAnaAndCy(program)
  await withProtege(program, 'Ben Reyes')
  const { done, file } = program
  const other = file('cy.obs', '# length: 45m\n0:31 q recall\n1:00 q\n')
  const compared = JSON.parse(await done('compare', '1', other, '--json'))
  expect(compared.a).toMatchObject({ source: 'session 1', session: 1, observer: 'Cy Ito' })
  expect(compared.behaviors).toMatchObject([{ name: 'asks a question', total_count: (100 * 2) / 3 }])
  expect(compared.differences).toEqual([
    { kind: 'time', at_ms: 30_000, behavior: 'asks a question', later_ms: 1000, longer_ms: null },
    { kind: 'only-a', at_ms: 120_000, behavior: 'asks a question' },
  ])
  expect(JSON.parse(await done('compare', 'last', '1', '--json')).overall.total_count).toBe(100)
  const logs = JSON.parse(await done('compare', other, other, '--person', 'Ben', '--json'))
  expect(logs.behaviors).toMatchObject([{ name: 'asks a question' }])
})

test.each([
  [['compare', '1', '2', '--every', '50ms'], 2, 'at least a tenth of a second'],
  [['compare', '1', '2', '--tolerance', 'soon'], 2, "'soon' is not a length of time"],
  [['compare', '-', '-'], 2, 'Standard input is read once; name a file or a session'],
  [['compare', '1'], 2, 'missing required argument'],
  [['compare', '7', '7'], 3, "There is no session '7'"],
  [['compare', 'none.obs', 'none.obs'], 3, 'There is no file none.obs'],
])('%j is refused with what mends it', async (argv, status, message) => {
  const { status: seen, err } = await program.coach(...argv)
  expect([seen, err]).toEqual([status, expect.stringContaining(message)])
})

test('intervals too short for the length of a session are refused, not tried', async () => {
  const { coach, file } = program
  const long = file('long.obs', '# length: 900h\n0:05 q\n')
  const { status, err } = await coach('compare', long, long, '--every', '100ms')
  expect([status, err]).toEqual([3, expect.stringContaining('too short for a session of 900 h')])
})

test('it says where both accounts are by one observer, and where they are of two people', async () => {
  await withAnaAndCy(program)
  await withProtege(program, 'Ben Reyes')
  await withProtege(program, 'Kim Lee')
  const { done, file } = program
  const unwrapped = async (...sides: string[]) => (await done('compare', ...sides)).replaceAll(/\n {2}/g, ' ')
  const out = await unwrapped('1', '2')
  expect(out).toContain('Both are by Cy Ito: this is how far one observer agrees with themselves')
  expect(out).toContain('A is of Ben Reyes and B of Kim Lee: agreement is between')
  const ana = file('ana.obs', '# length: 45m  observer: Ana Coach\n0:31 q recall\n')
  expect(await unwrapped('1', ana)).not.toMatch(/Both are by|A is of/)
})
