import { expect, test } from 'vitest'
import { forSelf } from '../../src/domain/audience.ts'
import { plainStyle } from '../../src/domain/text.ts'
import { accountOf, compareAccounts } from '../../src/measures/agreement/index.ts'
import { type Comparison, renderComparison } from '../../src/reports/compare.ts'
import { comparisonJson } from '../../src/reports/compare-json.ts'
import { columns } from '../../src/reports/layout.ts'
import { secondRound, wardRound } from '../fixtures/observations.ts'

const [first, second] = [wardRound(), secondRound()]
const side = (number: number, lengthMs: number, observer: string) =>
  forSelf({
    source: `session ${number}`,
    session: number,
    observer,
    protege: 'Ben Reyes',
    startedAt: `2026-11-2${number}T09:15:00.000Z`,
    lengthMs,
    lengthIsSaid: true,
  })
const comparison: Comparison = {
  audience: 'self',
  a: side(3, first.session.lengthMs, 'Ana Coach'),
  b: side(4, second.session.lengthMs, 'Cy\u001b[31m Ito'),
  everyMs: 10_000,
  toleranceMs: 2000,
  kappa: 'time-unit',
  agreement: forSelf(
    compareAccounts(accountOf(first), accountOf(second), { everyMs: 10_000, toleranceMs: 2000 }),
  ),
  leftOut: forSelf(['notes', 'hand-over']),
}
const drawn = (width: number): string =>
  renderComparison(comparison, { width, unicode: true, style: plainStyle })

test.each([40, 60, 80, 132])('at %i columns no line is wider, and nothing steers the terminal', (width) => {
  for (const line of drawn(width).split('\n')) {
    expect(columns(line)).toBeLessThanOrEqual(width)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may pass
    expect(line).not.toMatch(/[\u0000-\u001f]/)
  }
})

test('what a reader must know of the two stands first', () => {
  expect(drawn(200)).toMatch(
    /^Agreement between two observers\nFor self: .*\nA {2}session 3, .*45 min\nB {2}session 4, .*20 min\nThey differ in length; .*\nThey did not begin at the same moment; .*\nNotes and checklists are left out: notes and hand-over\.\n/,
  )
})

test('long lists of differences are cut on the terminal, and whole as data', () => {
  const { differences } = comparison.agreement
  const many: Comparison = {
    ...comparison,
    agreement: {
      ...comparison.agreement,
      differences: Array.from({ length: 120 }, (_, index) => ({
        kind: 'only-a',
        atMs: index * 1000,
        behavior: 'talks',
      })),
    },
  }
  const text = renderComparison(many, { width: 80, unicode: true, style: plainStyle })
  expect(text.match(/A alone: talks/g)).toHaveLength(50)
  expect(text).toContain('and 70 more; --json has all.')
  expect(comparisonJson(many)).toMatchObject({ differences: { length: 120 } })
  expect(comparisonJson(comparison)).toMatchObject({ differences: { length: differences.length } })
})

test('what both recorded alike but for the tolerance is counted, not listed', () => {
  const time = (atMs: number, longerMs: number) =>
    ({ kind: 'time', atMs, behavior: 'talks', laterMs: 500, longerMs }) as const
  const { agreement } = comparison
  const text = renderComparison(
    { ...comparison, agreement: { ...agreement, differences: [time(1000, 2000), time(2000, -2001)] } },
    { width: 80, unicode: true, style: plainStyle },
  )
  expect(text).toContain('  0:02  both: talks, B 0.5 s later, B 2 s shorter\n  1 more was recorded by both')
  expect(text.match(/both: talks/g)).toHaveLength(1)
})

test('figures that cannot be had stand together with their reason', () => {
  const [, questions = ''] = /\nasks a question\n([\s\S]*?)\n\n/.exec(drawn(200)) ?? []
  expect(questions).toContain(
    'total duration IOA; mean duration-per-occurrence IOA: none, as it has no duration',
  )
})
