import { existsSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Coach, openCoach } from '../support/coach.ts'

let program: Coach
beforeEach(() => {
  program = openCoach()
})
afterEach(() => program.close())

/** The example of the R package SingleCaseES, from Parker, Vannest & Davis (2011). */
const SERIES = `phase,session,value\n${[20, 20, 26, 25, 22, 23, 28, 25, 24, 27, 30, 30, 29]
  .map((value, index) => `${index < 6 ? 'A' : 'B'},${index + 1},${value}`)
  .join('\n')}\n`

test('a published series from CSV comes to its published figures, with no database', async () => {
  const { done, file, path } = program
  const { series, pairs, phases, ...rest } = JSON.parse(
    await done('progress', '--from', file('s.csv', SERIES), '--direction', 'increase', '--json'),
  )
  expect(rest).toMatchObject({
    schema_version: 1,
    measure: null,
    direction: 'increase',
    direction_known: true,
  })
  expect(series[6]).toEqual({ case: null, phase: 'B', session: 7, value: 28 })
  expect(phases).toMatchObject([
    { phase: 'A', sessions: 6 },
    { phase: 'B', sessions: 7, median: 28 },
  ])
  const [pair] = pairs
  expect(pair).toMatchObject({ case: null, from: 'A', to: 'B' })
  expect(pair.nap.value).toBeCloseTo(0.9166667, 7)
  expect(pair.nap.se).toBeCloseTo(0.07739185, 8)
  expect(pair.nap.direction).toBe('increase')
  expect(pair.nap.ci95).toHaveLength(2)
  expect(pair.pnd.value).toBeCloseTo(5 / 7, 12)
  expect(pair.pnd).toMatchObject({
    se: null,
    ci95: null,
    why: { se: 'the distribution is not known that a standard error would come from' },
  })
  expect(pair.tau_u.value).toBeCloseTo(0.7380952, 7)
  expect(Object.keys(pair)).toEqual(
    expect.arrayContaining([
      'level',
      'trend',
      'immediacy',
      'pem',
      'pand',
      'ird',
      'tau',
      'log_response_ratio',
    ]),
  )
  expect(existsSync(path)).toBe(false)
})

test('with fewer than three sessions in a phase there are no effect sizes, and it says why', async () => {
  const { done, file } = program
  const few = file('few.csv', 'phase,session,value\nA,1,2\nA,2,3\nB,3,4\nB,4,5\nB,5,6\n')
  const [pair] = JSON.parse(await done('progress', '--from', few, '--json')).pairs
  expect(pair.nap).toEqual({
    value: null,
    se: null,
    ci95: null,
    direction: 'increase',
    why: {
      value: 'each phase needs 3 sessions at least; these have 2 and 3',
      se: 'each phase needs 3 sessions at least; these have 2 and 3',
      ci95: 'each phase needs 3 sessions at least; these have 2 and 3',
    },
  })
  expect(pair.level.value).toBe(2.5)
  const out = await done('progress', '--from', few)
  expect(out).toContain('none,\n    as each phase needs 3 sessions at least; these have 2 and 3')
  expect(out).toContain('Nobody has said which way the data are wished to move')
  expect(out).not.toMatch(/\b(good|bad|better|worse|effective|improve|success)\b|!/i)
})

test('several cases each have their own chart and pairs', async () => {
  const { done, file } = program
  const cases = file(
    'cases.csv',
    'case,phase,session,value\nBen,A,1,2\nBen,B,2,3\nKim,A,1,5\nKim,A,2,6\nKim,B,3,4\n',
  )
  const { pairs } = JSON.parse(await done('progress', '--from', cases, '--json'))
  expect(
    pairs.map((pair: { case: string; level: { value: number } }) => [pair.case, pair.level.value]),
  ).toEqual([
    ['Ben', 1],
    ['Kim', -1.5],
  ])
})

async function withSessions({ done, file }: Coach): Promise<void> {
  await done('init', '--name', 'Ana Coach')
  await done('person', 'add', 'Ben Reyes')
  await done('agree', 'Ben Reyes', '--accept', 'defer,learn,risk', '--share', 'self')
  const add = (name: string, technique: string, key: string) =>
    done(
      'behavior',
      'add',
      '--name',
      name,
      '--technique',
      technique,
      '--key',
      key,
      '--request',
      'Please',
      '--definition',
      'as seen',
    )
  await add('asks a question', 'event', 'q')
  await add('talks', 'duration', 't')
  await add('waits', 'latency', 'w')
  for (const day of [1, 2, 3, 4, 5, 6]) {
    const questions = Array.from(
      { length: day < 4 ? day : day + 4 },
      (_, index) => `0:${10 + index} q\n`,
    ).join('')
    const wait = day === 2 ? '' : `1:00 w+\n1:0${day} w-\n`
    const log = file(`${day}.obs`, `# length: 10m\n${questions}0:10 t+\n${10 - day}:10 t-\n${wait}`)
    await done('observe', '--from', log, '--date', `2026-11-${10 + day}T09:15`)
  }
}

test('sessions before the first phase are the baseline; the direction is the goal’s', async () => {
  await withSessions(program)
  const { done } = program
  await done('phase', 'add', 'I wait', '--from', '4')
  await done('goal', 'add', 'I talk less', '--behavior', 't', '--direction', 'decrease')
  const questions = JSON.parse(await done('progress', 'q', '--measure', 'count', '--json'))
  expect(questions.series).toEqual(
    [1, 2, 3, 8, 9, 10].map((value, index) => ({
      case: 'Ben Reyes',
      phase: index < 3 ? 'baseline' : 'I wait',
      session: index + 1,
      value,
    })),
  )
  expect(questions).toMatchObject({
    behavior: 'asks a question',
    direction: 'increase',
    direction_known: false,
  })
  expect(questions.pairs).toMatchObject([
    { from: 'baseline', to: 'I wait', level: { value: 7 }, trend: { value: 0 }, nap: { value: 1 } },
  ])
  const talks = JSON.parse(await done('progress', 'talks', '--json'))
  expect(talks).toMatchObject({ measure: 'percent', direction: 'decrease', direction_known: true })
  expect(talks.series.map(({ value }: { value: number }) => value)).toEqual([90, 80, 70, 60, 50, 40])
  expect(talks.pairs[0].nap).toMatchObject({ value: 1, direction: 'decrease' })
  expect(await done('progress', 't')).toContain('worked out for a decrease, which is the way')
})

test('a session without a value says why, and is in no figure', async () => {
  await withSessions(program)
  const { done } = program
  const { series, phases } = JSON.parse(await done('progress', 'w', '--json'))
  expect(series[1]).toEqual({
    case: 'Ben Reyes',
    phase: 'baseline',
    session: 2,
    value: null,
    why: { value: 'no cue was recorded' },
  })
  // 1 s, 3 s, 4 s, 5 s, 6 s in sessions 1, 3, 4, 5, 6: a second a session.
  expect(phases).toMatchObject([{ sessions: 5, slope: 1000 }])
  const out = await done('progress', 'w')
  expect(out).toContain('Without a value, and so in no figure: session 2: no cue was recorded.')
  expect(out).toContain('Where something changed, say so: coach\n  phase add NAME --from SESSION')
})

test('the account of a second observer of the same event does not count it twice', async () => {
  await withSessions(program)
  const { done, file } = program
  const log = file('second.obs', '# length: 10m\n0:10 q\n')
  await done('person', 'add', 'Cy Ito')
  await done('observe', '--from', log, '--date', '2026-11-13T09:15', '--observer', 'Cy Ito')
  const { series, second_observers } = JSON.parse(await done('progress', 'q', '--json'))
  expect(series).toHaveLength(6)
  expect(second_observers).toEqual([7])
})

test.each([
  [['progress'], 2, 'BEHAVIOR is needed here; it is one of q (asks a question), t (talks), w (waits).'],
  [
    ['progress', 'q', '--measure', 'latency'],
    2,
    "'asks a question' is recorded as event and has no latency; take --measure count or rate.",
  ],
  [['progress', 'q', '--measure', 'score'], 2, 'Allowed choices are'],
  [['progress', 'q', '--direction', 'decrease'], 2, '--direction goes with --from'],
  [['progress', 'x'], 3, "Nobody asked for 'x' to be observed"],
  [['phase', 'add', 'I wait', '--from', '9'], 3, "There is no session '9'"],
])('%j is refused with what mends it', async (argv, status, message) => {
  await withSessions(program)
  const { status: seen, err } = await program.coach(...argv)
  expect([seen, err]).toEqual([status, expect.stringContaining(message)])
})
