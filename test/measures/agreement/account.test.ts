import { describe, expect, it } from 'vitest'
import { accountOf, compareAccounts } from '../../../src/measures/agreement/index.ts'
import { behavior, check, interval, observation, point, seconds, span, tally } from '../builders.ts'

const asks = behavior(1, 'asks', 'event')
const talks = behavior(2, 'talks', 'duration')
const waits = behavior(3, 'waits', 'latency')
const sits = behavior(4, 'sits', 'momentary', { intervalMs: seconds(30) })
const notes = behavior(5, 'notes', 'anecdotal')
const list = behavior(6, 'list', 'checklist')
const behaviors = [asks, talks, waits, sits, notes, list]

describe('accountOf', () => {
  it('takes times, lengths and intervals as a report does', () => {
    const account = accountOf(
      observation(
        seconds(120),
        behaviors,
        [
          point(asks, seconds(5)),
          tally(asks, 12),
          span(talks, seconds(10), seconds(70)),
          span(waits, seconds(20), seconds(23)),
          span(waits, seconds(38), seconds(62)),
          span(waits, seconds(80), seconds(90), {}, 'ended'),
          interval(sits, seconds(0), 1),
          interval(sits, seconds(90), 0),
          point(notes, seconds(1)),
          check(list, seconds(2), 1),
        ],
        { gaps: [[seconds(40), seconds(60)]] },
      ),
    )
    expect(account.lengthMs).toBe(120_000)
    expect(account.behaviors).toEqual([
      {
        name: 'asks',
        kind: 'moment',
        timings: [{ atMs: 5000, lengthMs: null }],
        untimed: 12,
        intervalMs: null,
        intervals: [],
      },
      {
        name: 'talks',
        kind: 'bout',
        timings: [
          { atMs: 10_000, lengthMs: 30_000 },
          { atMs: 60_000, lengthMs: 10_000 },
        ],
        untimed: 0,
        intervalMs: null,
        intervals: [],
      },
      {
        name: 'waits',
        kind: 'latency',
        timings: [
          { atMs: 20_000, lengthMs: 3000 },
          { atMs: 38_000, lengthMs: null },
          { atMs: 80_000, lengthMs: null },
        ],
        untimed: 0,
        intervalMs: null,
        intervals: [],
      },
      {
        name: 'sits',
        kind: 'interval',
        timings: [],
        untimed: 0,
        intervalMs: 30_000,
        intervals: [
          { index: 0, scored: true },
          { index: 3, scored: false },
        ],
      },
    ])
  })

  it('makes one of several versions of a behavior', () => {
    const later = { ...asks, id: 7, version: 2 }
    const account = accountOf(
      observation(seconds(60), [asks, later], [point(asks, seconds(1)), point(later, seconds(40))]),
    )
    expect(account.behaviors.map(({ timings }) => timings.map(({ atMs }) => atMs))).toEqual([[1000, 40_000]])
  })

  it('gives an account that agrees with itself', () => {
    const account = accountOf(
      observation(
        seconds(60),
        [asks, talks],
        [point(asks, seconds(3)), point(asks, seconds(33)), span(talks, seconds(4), seconds(20))],
      ),
    )
    const { overall, differences } = compareAccounts(account, account, { everyMs: 10_000, toleranceMs: 2000 })
    expect(overall.timeUnit.value).toEqual({ value: 1 })
    expect(overall.eventMatched.value).toEqual({ value: 1 })
    expect(differences).toEqual([])
  })
})
