import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { reportSchema } from '../../src/reports/schema.ts'
import { type Coach, openCoach, withAnaAndCy, withProtege } from '../support/coach.ts'

/** Everything that people wrote, and where and when it was. */
const THEIRS =
  /Ben|Reyes|Ana|Cy\b|Ito|ward|Madrid|What did we|waves|asks|count my|recall|baseline|waits|2026-11-20/

let at: Coach
const to = (name: string): string => join(at.folder, name)
const shares = (audience: string, name = 'Ben') => at.done('agreement', 'share', name, '--audience', audience)
beforeEach(async () => {
  at = openCoach()
  await withAnaAndCy(at)
  await withProtege(at, 'Ben Reyes')
})
afterEach(() => at.close())

/** Six sessions more in two phases, the last of them of a second observer, and a goal. */
async function withSeries(): Promise<void> {
  const observed = (day: number, observer: string, records: string) =>
    at.done(
      ...['observe', 'Ben', '--observer', observer, '--from'],
      at.file('more.obs', `# date: 2026-11-${day}T09:15   length: 45m\n${records}`),
    )
  for (const day of [21, 22, 23, 24, 25]) {
    await observed(day, 'Ana Coach', '0:30 q recall\n4:00 q\n')
  }
  await observed(25, 'Cy Ito', '0:31 q\n')
  await at.done('phase', 'add', 'Ben waits three seconds', '--from', '4')
  await at.done('goal', 'add', 'Ask less', '--behavior', 'q', '--direction', 'decrease')
}

describe('for research', () => {
  test.each([
    ['report', '1'],
    ['report', '--sessions', '1,2', '--json'],
    ['compare', '6', '7'],
    ['progress', 'q'],
    ['export', '--format', 'jsonl'],
  ])('coach %s %s needs consent, and what leaves is listed', async (...argv) => {
    await withSeries()
    const refused = await at.coach(...argv, '--for', 'research')
    expect(refused).toMatchObject({ status: 4, out: '' })
    expect(refused.err).toBe(
      "coach: Ben Reyes has not consented to share with the audience 'research'; if they wish to, coach agreement share 'Ben Reyes' --audience research records it.\n",
    )
    expect(await at.done('disclosures')).toBe('Nothing has left this database.\n')
    await shares('research')
    const [first, second] = [
      await at.done(...argv, '--for', 'research'),
      await at.done(...argv, '--for', 'research'),
    ]
    expect(first).not.toMatch(THEIRS)
    // Two outputs can't be joined by their pseudonyms.
    const names = (text: string): string[] => text.match(/(?:person|behavior) [0-9a-f]{8}/g) ?? []
    expect(names(first).length).toBeGreaterThan(0)
    expect(names(second).filter((name) => names(first).includes(name))).toEqual([])
    const { disclosures } = JSON.parse(await at.done('disclosures', '--json'))
    expect(disclosures).toMatchObject(
      [1, 2].map(() => ({
        audience: 'research',
        destination: 'standard output',
        protege: 'Ben Reyes',
        consents: { length: 1 },
      })),
    )
    await at.done('agreement', 'withdraw', 'Ben', '--audience', 'research')
    expect(await at.coach(...argv, '--for', 'research')).toMatchObject({ status: 4, out: '' })
    expect(JSON.parse(await at.done('disclosures', '--json')).disclosures).toHaveLength(2)
    expect(await at.done('doctor')).toMatch(/disclosures +2 entries, as written/)
  })

  test.each(['md', 'html', 'json', 'xlsx'])(
    'a file of %s is listed once, and none is left of one refused',
    async (format) => {
      const file = to(`out.${format}`)
      expect(await at.coach('report', '--for', 'research', '--format', format, '-o', file)).toMatchObject({
        status: 4,
      })
      expect(readdirSync(at.folder).filter((name) => name.startsWith('out.'))).toEqual([])
      await shares('research')
      await at.done('report', '--for', 'research', '--format', format, '-o', file)
      expect(await at.done('disclosures')).toMatch(
        new RegExp(
          `^.* UTC {2}research {2}report of session 1, ${format}, about Ben Reyes, to ${file}, on one consent\n$`,
        ),
      )
      if (format !== 'xlsx') expect(readFileSync(file, 'utf8')).not.toMatch(THEIRS)
    },
  )

  test('a report is JSON of the published shape, with the audience in it and nothing of the conversation', async () => {
    await withSeries()
    await shares('research')
    for (const argv of [['1'], ['--sessions', '1-3']]) {
      const report = JSON.parse(await at.done('report', ...argv, '--for', 'research', '--json'))
      expect(reportSchema.safeParse(report).error).toBeUndefined()
      expect(reportSchema.safeParse({ ...report, audience: 'program' }).success).toBe(false)
      expect(report).toMatchObject({ audience: 'research', questions: [], reflections: [], goals: [] })
    }
    expect(JSON.parse(await at.done('report', '--json'))).toMatchObject({
      audience: 'self',
      goals: [{ words: 'Ask less' }],
    })
  })

  test('a page asks no questions, which are for the conversation', async () => {
    await shares('research')
    const page = async (audience: string) => {
      await at.done('report', '1', '--for', audience, '--format', 'html', '-o', to('page.html'), '--force')
      return readFileSync(to('page.html'), 'utf8')
    }
    expect(await page('self')).toContain('id="questions"')
    expect(await page('research')).not.toContain('id="questions"')
  })

  test('what was released is shown, and taking it back hides it again', async () => {
    await shares('research')
    const release = ['Ben', '--audience', 'research', '--session', '1', '--record', '1']
    await at.done('agreement', 'share', ...release)
    expect(await at.done('report', '1', '--for', 'research')).toContain('What did we change?')
    expect(await at.done('report', '1', '--for', 'research')).not.toContain('waves')
    await at.done('agreement', 'withdraw', ...release)
    expect(await at.done('report', '1', '--for', 'research')).not.toContain('What did we change?')
  })

  test('who releases a behavior is told what its modifiers say', async () => {
    await shares('research')
    const behavior = ['Ben', '--audience', 'research', '--behavior', 'q']
    expect(await at.done('agreement', 'share', ...behavior)).toBe(
      `Ben Reyes now shares what 'asks a question' is with the audience 'research'.
  with its modifier level: recall, analysis
To take it back: coach agreement withdraw 'Ben Reyes' --audience research --behavior 'q'
`,
    )
    expect(await at.done('report', '--for', 'research')).toContain('By level')
  })

  test('figures are those that the protégé and coach see', async () => {
    await withSeries()
    await shares('research')
    const figures = async (...argv: string[]) => [
      JSON.parse(await at.done(...argv)),
      JSON.parse(await at.done(...argv, '--for', 'research')),
    ]
    const [own, theirs] = await figures('compare', '6', '7', '--json')
    const { kappa, ...overall } = own.overall
    expect(theirs.overall).toMatchObject({
      total_count: overall.total_count,
      interval_by_interval: overall.interval_by_interval,
      kappa: { value: kappa.value, se: kappa.se, table: { counts: kappa.table.counts } },
    })
    const [mine, given] = await figures('progress', 'q', '--json')
    expect(given.series.map(({ value }: { value: number }) => value)).toEqual(
      mine.series.map(({ value }: { value: number }) => value),
    )
    expect(given).toMatchObject({
      audience: 'research',
      direction_known: false,
      series: [1, 2, 3, 4, 5, 6].map((session) => ({ session, phase: session < 4 ? 'phase 1' : 'phase 2' })),
    })
    expect(mine).toMatchObject({ audience: 'self', direction: 'decrease', direction_known: true })
    const wished = await at.done('progress', 'q', '--for', 'research', '--direction', 'decrease', '--json')
    expect(JSON.parse(wished).pairs[0].nap).toEqual(mine.pairs[0].nap)
  })

  test('a comparison takes two sessions of one agreement', async () => {
    await shares('research')
    await withProtege(at, 'Dee Park')
    await shares('research', 'Dee')
    const log = at.file('x.obs', '0:30 q\n')
    expect((await at.coach('compare', '1', log, '--for', 'research')).err).toContain('coach import')
    expect((await at.coach('compare', '1', '2', '--for', 'research')).err).toContain('two agreements')
  })
})

describe('for a program', () => {
  test('a report is totals over five protégés, and nothing for fewer', async () => {
    expect(await at.coach('report', '--for', 'program')).toMatchObject({
      status: 4,
      out: '',
      err: expect.stringContaining('none has consented; 5 more would have to'),
    })
    for (const name of ['Dee Park', 'Eli Roth', 'Fay Lund', 'Gus Ivey']) await withProtege(at, name)
    for (const name of ['Ben', 'Dee', 'Eli', 'Fay', 'Gus']) await shares('program', name)
    const before = JSON.parse(await at.done('disclosures', '--json')).disclosures.length
    const text = await at.done('report', '--for', 'program')
    expect(text).toBe(`Activity of all who share it with the program
For program: totals over at least five people, and nothing of what was observed
  People coached      5
  Sessions            5
  Minutes observed    225
  Questions answered  0
  Goals set           0
`)
    expect(JSON.parse(await at.done('report', '--for', 'program', '--json'))).toMatchObject({
      audience: 'program',
      proteges: 5,
    })
    const { disclosures } = JSON.parse(await at.done('disclosures', '--json'))
    expect(disclosures).toHaveLength(before + 10)
    expect(disclosures.at(-1)).toMatchObject({ audience: 'program', what: 'totals of activity, json' })
  })

  test.each([
    [['report', '1'], 'name no session'],
    [['report', '--sessions', '1-2'], 'name no session'],
    [['report', '--as', 'momentary', '--every', '30s'], 'no intervals'],
    [['report', '--format', 'html'], '--format terminal or json'],
    [['compare', '1', '1'], 'coach report --for program'],
    [['progress', 'q'], 'coach report --for program'],
  ])('%j is refused, with what to type', async (argv, words) => {
    await shares('program')
    const { status, err, out } = await at.coach(...argv, '--for', 'program')
    expect([status, out, err]).toEqual([2, '', expect.stringContaining(words)])
  })
})

test.each(['report', 'compare 1 1', 'progress', 'export --format csv'])(
  'coach %s takes no audience that there is not, and never two',
  async (command) => {
    for (const audience of ['supervisor', 'self,research', '', 'Research']) {
      const { status, err, out } = await at.coach(...command.split(' '), '--for', audience)
      expect([status, out]).toEqual([2, ''])
      expect(err).toContain(`--for takes self, program, research; '${audience}' is none of them`)
    }
  },
)

test.each(['prompts', 'reflect', 'session show'])(
  'coach %s is for self, and its help says so',
  async (command) => {
    expect(await at.done(...command.split(' '), '--help')).toContain('For self:')
    expect(await at.coach(...command.split(' '), '--for', 'research')).toMatchObject({ status: 2, out: '' })
  },
)
