import { describe, expect, it } from 'vitest'
import { flowMatrix } from '../../src/measures/flow.ts'
import { summarize } from '../../src/measures/summary.ts'
import { behavior, interval, observation, point, seconds, span, tally, whyOf } from './builders.ts'

it('a session has its length, its observed time and its gaps', () => {
  const summary = summarize(
    observation(seconds(60), [], [], {
      gaps: [
        [50_000, null],
        [10_000, 15_000],
      ],
    }),
  )
  expect(summary).toMatchObject({ lengthMs: 60_000, observedMs: 45_000, gapMs: 15_000, behaviors: [] })
})

describe('verbal flow', () => {
  const people = ['Teacher', 'Ana', 'Ben', 'Cy']
  const speaks = behavior(1, 'speaks', 'event', { modifiers: { from: people, to: people } })

  it('counts who spoke to whom, and names the people who had none', () => {
    const [flow] = summarize(
      observation(
        seconds(60),
        [speaks],
        [
          point(speaks, 1000, { from: 'Teacher', to: 'Ana' }),
          point(speaks, 2000, { from: 'Ana', to: 'Teacher' }),
          point(speaks, 3000, { from: 'Teacher', to: 'Ana' }),
          point(speaks, 4000, { from: 'Guest', to: 'Teacher' }),
          point(speaks, 5000, { from: 'Teacher' }),
          tally(speaks, 4, { from: 'Teacher', to: 'Cy' }),
        ],
      ),
    ).flows
    if (flow === undefined) throw new Error('no flow')
    expect(flow.people).toEqual([...people, 'Guest'])
    expect(flowMatrix(flow)).toEqual([
      [0, 2, 0, 4, 0],
      [1, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
      [1, 0, 0, 0, 0],
    ])
    expect(flow.exchanges).toContainEqual({ from: 'Teacher', to: 'Cy', count: 4 })
    expect(flow).toMatchObject({
      fromTotals: [6, 1, 0, 0, 1],
      toTotals: [2, 2, 0, 4, 0],
      total: 8,
      none: ['Ben'],
      noneFrom: ['Ben', 'Cy'],
      noneTo: ['Ben', 'Guest'],
      incomplete: 1,
    })
  })

  it('is there for behaviors with both modifiers only', () => {
    const asks = behavior(1, 'asks', 'event', { modifiers: { to: people } })
    expect(summarize(observation(seconds(60), [asks], [])).flows).toEqual([])
  })

  it('takes as many people as there are records', () => {
    const drafts = Array.from({ length: 20_000 }, (_, i) => point(speaks, i, { from: `a${i}`, to: `b${i}` }))
    const [flow] = summarize(observation(seconds(60), [speaks], drafts)).flows
    expect(flow).toMatchObject({ total: 20_000, none: people })
  })
})

describe('two-event sequences', () => {
  const bell = behavior(1, 'bell', 'event')
  const talks = behavior(2, 'talks', 'duration')
  const praise = behavior(3, 'praise', 'verbatim')
  const notes = behavior(4, 'notes', 'anecdotal')

  it('count what came directly after what, by onset, the most frequent first', () => {
    const { pairs, total } = summarize(
      observation(
        seconds(60),
        [bell, talks, praise, notes],
        [
          point(bell, 1000),
          span(talks, 2000, 9000),
          point(notes, 2500, {}, 'Cy turns'),
          point(praise, 3000, {}, 'You waited'),
          point(bell, 10_000),
          span(talks, 11_000, 12_000),
          tally(bell, 5),
        ],
      ),
    ).sequences
    expect(pairs.map(({ first, next, count }) => [first.name, next.name, count])).toEqual([
      ['bell', 'talks', 2],
      ['talks', 'praise', 1],
      ['praise', 'bell', 1],
    ])
    expect(total).toBe(4)
  })

  it('span no gap, and follow the order of recording in one millisecond', () => {
    const { pairs } = summarize(
      observation(
        seconds(60),
        [bell, talks],
        [point(bell, 5000), span(talks, 5000, 6000), point(bell, 25_000), point(bell, 15_000)],
        { gaps: [[10_000, 20_000]] },
      ),
    ).sequences
    expect(pairs.map(({ first, next, count }) => [first.name, next.name, count])).toEqual([
      ['bell', 'talks', 1],
    ])
  })
})

describe('talk share', () => {
  it('is not known where some of the talk was counted without times', () => {
    const talks = behavior(1, 'talks', 'duration', { modifiers: { subject: ['Teacher', 'Learners'] } })
    const shareOf = (subject: Record<string, string>) =>
      summarize(
        observation(
          seconds(100),
          [talks],
          [span(talks, 0, 45_000, { subject: 'Teacher' }), tally(talks, 3, subject)],
        ),
      ).talk[0]?.shares.map(({ percent }) => percent)
    const why = { value: null, why: 'records counted without times are among these' }
    expect(shareOf({ subject: 'Learners' })).toEqual([why, why])
    expect(shareOf({})).toEqual([{ value: 100 }, { value: 0 }])
  })

  it('is by time for durations', () => {
    const talks = behavior(1, 'talks', 'duration', {
      modifiers: { subject: ['Teacher', 'Learners', 'Guest'] },
    })
    const [share] = summarize(
      observation(
        seconds(100),
        [talks],
        [
          span(talks, 0, 45_000, { subject: 'Teacher' }),
          span(talks, 40_000, 55_000, { subject: 'Learners' }),
          span(talks, 60_000, 67_000),
        ],
      ),
    ).talk
    expect(share).toMatchObject({ unit: 'ms', total: 60_000, unnamed: 7000 })
    expect(share?.shares).toEqual([
      { subject: 'Teacher', amount: 45_000, percent: { value: 75 } },
      { subject: 'Learners', amount: 15_000, percent: { value: 25 } },
      { subject: 'Guest', amount: 0, percent: { value: 0 } },
    ])
  })

  it('is by words for verbatim records, in any script', () => {
    const says = behavior(1, 'says', 'verbatim')
    const [share] = summarize(
      observation(
        seconds(60),
        [says],
        [
          point(says, 1000, { subject: 'Ben' }, "Don't we know that well-known rule?"),
          point(says, 2000, { subject: 'Cy' }, '¿Qué pasó, Iñigo?'),
        ],
      ),
    ).talk
    expect(share?.unit).toBe('words')
    expect(share?.shares.map(({ subject, amount }) => [subject, amount])).toEqual([
      ['Ben', 6],
      ['Cy', 3],
    ])
  })

  it('has no percent where nothing carries a subject', () => {
    const talks = behavior(1, 'talks', 'duration', { modifiers: { subject: ['Ben'] } })
    const [share] = summarize(observation(seconds(60), [talks], [span(talks, 0, 5000)])).talk
    expect(whyOf(share?.shares[0]?.percent)).toBe('nothing carries a subject')
  })
})

describe('several codes in the same intervals', () => {
  const code = (id: number, name: string) => behavior(id, name, 'partial-interval', { intervalMs: 120_000 })
  const lecturing = code(1, 'lecturing')
  const writing = code(2, 'writing')
  const groups = code(3, 'groups')
  const at = (minute: number) => minute * 60_000

  it('have a share of intervals and a share of marks', () => {
    // Minutes 0–2, 2–4, 4–6 and 6–8. Nothing is marked in the fourth, and 8–9 is only part of one.
    const [multi, ...others] = summarize(
      observation(
        at(9),
        [lecturing, writing, groups],
        [
          interval(lecturing, at(0), 1),
          interval(writing, at(0), 1),
          interval(lecturing, at(2), 1),
          interval(writing, at(2), 0),
          interval(groups, at(4), 1),
          interval(lecturing, at(4), 1),
          interval(groups, at(8), 1),
        ],
      ),
    ).multiCode
    expect(others).toEqual([])
    expect(multi).toMatchObject({ method: 'partial-interval', lengthMs: 120_000, intervals: 3, marks: 5 })
    expect(
      multi?.codes.map(({ behavior: { name }, scored, percentOfMarks }) => [
        name,
        scored,
        percentOfMarks.value,
      ]),
    ).toEqual([
      ['lecturing', 3, 60],
      ['writing', 1, 20],
      ['groups', 1, 20],
    ])
    expect(multi?.codes.map(({ percentOfIntervals }) => percentOfIntervals.value)).toEqual([
      100,
      100 / 3,
      100 / 3,
    ])
  })

  it('are those of one technique and one length', () => {
    const looks = behavior(4, 'looks', 'momentary', { intervalMs: 120_000 })
    const often = behavior(5, 'often', 'partial-interval', { intervalMs: 30_000 })
    expect(summarize(observation(at(9), [lecturing, looks, often], [])).multiCode).toEqual([])
    const [multi] = summarize(observation(at(9), [lecturing, writing, looks], [])).multiCode
    expect(whyOf(multi?.codes[0]?.percentOfIntervals)).toBe('no whole interval was observed')
    expect(whyOf(multi?.codes[0]?.percentOfMarks)).toBe('nothing was scored')
  })
})
