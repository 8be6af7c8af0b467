import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainStyle } from '../../src/domain/text.ts'
import { columns } from '../../src/reports/layout.ts'
import { drawSeries } from '../../src/reports/progress-chart.ts'

const sheet = (width: number, unicode = true) => ({ width, unicode, style: plainStyle })
const chart = (...phases: readonly (readonly [string, readonly number[]])[]) => {
  let session = 0
  return {
    caption: 'rate, a minute',
    phases: phases.map(([name, values]) => ({
      name,
      points: values.map((value) => {
        session += 1
        return { session, value }
      }),
    })),
  }
}

test('single-case conventions: from zero, a dashed line where a phase begins, no line across it', () => {
  expect(drawSeries(chart(['baseline', [2, 3, 2]], ['I wait', [6, 7, 6]]), sheet(40, false)).join('\n')).toBe(
    `rate, a minute
   baseline          : I wait
8 +                  :
  |                  :      ..o..
6 +                  :  o...     ...o
  |                  :
  |                  :
4 +                  :
  |                  :
  |       ..o..      :
2 +   o...     ...o  :
  |                  :
  |                  :
0 +                  :
  +------------------------------------
      1     2     3     4     5     6
   session`,
  )
})

test('at any width nothing is wider than the sheet, and every session has its point', () => {
  const values = fc.array(fc.double({ min: -1e15, max: 1e15, noNaN: true }), { minLength: 1, maxLength: 40 })
  const name = fc.oneof(
    fc.string(),
    fc.constant('段階ごとの長い名前の例です'),
    fc.constant('\u001b[31mred\u202e'),
  )
  fc.assert(
    fc.property(
      fc.array(fc.tuple(name, values), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 40, max: 200 }),
      fc.boolean(),
      (phases, width, unicode) => {
        const lines = drawSeries(chart(...phases), sheet(width, unicode))
        for (const line of lines) {
          expect(columns(line)).toBeLessThanOrEqual(width)
          // biome-ignore lint/suspicious/noControlCharactersInRegex: none may pass
          expect(line).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/)
          if (!unicode) expect(line.slice(0, 12)).not.toMatch(/[●┊⠀-⣿]/)
        }
      },
    ),
    // The example is the number nearest to 0 that there is.
    { numRuns: 200, examples: [[[['before', [5e-324]]], 40, false]] },
  )
})

test('a series of zeros and one of a single session are drawn', () => {
  const [, , ...rows] = drawSeries(chart(['A', [0, 0]]), sheet(80))
  expect(rows.filter((row) => row.includes('●'))).toHaveLength(1)
  expect(rows.findLast((row) => row.includes('●'))).toMatch(/^ *0 ┤/)
  expect(
    drawSeries(chart(['A', [5]]), sheet(40))
      .join('\n')
      .match(/●/g),
  ).toHaveLength(1)
})

test('points are joined within a phase', () => {
  const drawn = drawSeries(chart(['A', [1, 9]], ['B', [1, 9]]), sheet(60)).slice(2, 14)
  const change = drawn[0]?.indexOf('┊') ?? -1
  expect(change).toBeGreaterThan(0)
  for (const line of drawn) expect(line[change]).toBe('┊')
  const [left, right] = [
    drawn.map((line) => line.slice(4, change)),
    drawn.map((line) => line.slice(change + 1)),
  ]
  for (const side of [left, right])
    expect(side.filter((line) => /[⠁-⣿]/.test(line)).length).toBeGreaterThan(6)
})

test('no line is drawn across a session without a value', () => {
  const joined = drawSeries(
    {
      caption: 'count',
      phases: [{ name: 'A', points: [1, 3, 4].map((session) => ({ session, value: 5 })) }],
    },
    sheet(40, false),
  )
  const apart = drawSeries(
    {
      caption: 'count',
      phases: [
        {
          name: 'A',
          points: [
            { session: 1, value: 5 },
            { session: 3, value: 5, afterMissing: true },
            { session: 4, value: 5 },
          ],
        },
      ],
    },
    sheet(40, false),
  )
  expect(joined.join()).toMatch(/o\.{5}o\.{5}o/)
  expect(apart.join()).toMatch(/o {5}o\.{5}o/)
})
