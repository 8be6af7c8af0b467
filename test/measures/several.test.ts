import { describe, expect, it } from 'vitest'
import { summarizeSeveral } from '../../src/measures/several.ts'
import { behavior, interval, observation, point, seconds, span } from './builders.ts'

const asks = behavior(1, 'asks', 'event')
const talks = behavior(2, 'talks', 'duration')

describe('several sessions', () => {
  // 6 questions in 2 minutes, then 4 in 8 minutes.
  const first = observation(
    seconds(120),
    [asks],
    [0, 10, 20, 30, 40, 50].map((at) => point(asks, seconds(at))),
    {
      number: 3,
    },
  )
  const second = observation(
    seconds(480),
    [asks],
    [0, 100, 200, 300].map((at) => point(asks, seconds(at))),
    {
      number: 4,
    },
  )
  const { sessions, pooled, averaged } = summarizeSeveral([second, first])

  it('are in the order of their numbers', () => {
    expect(sessions).toEqual([3, 4])
  })

  it('pool records: 10 in 10 minutes are 1 a minute', () => {
    expect(pooled).toMatchObject({ lengthMs: 600_000, observedMs: 600_000 })
    expect(pooled.behaviors[0]).toMatchObject({ count: 10, ratePerMin: { value: 1 } })
  })

  it('average sessions: 3 and 0.5 a minute are 1.75', () => {
    expect(averaged.behaviors[0]).toMatchObject({
      units: 2,
      averages: {
        count: { n: 2, mean: { value: 5 } },
        ratePerMin: { mean: { value: 1.75 }, sd: { value: Math.sqrt(2 * 1.25 ** 2) } },
        interResponseMeanMs: { mean: { value: 55_000 } },
      },
    })
    expect(averaged.behaviors[0]?.averages.totalMs).toBeUndefined()
  })

  it('have no figure across the border between them', () => {
    // Five times 10 s and three times 100 s; nothing from the last of one to the first of the other.
    expect(pooled.behaviors[0]?.interResponseMs).toMatchObject({ n: 8, mean: { value: 43_750 } })
    expect(pooled.sequences.total).toBe(8)
  })

  it('have as denominator the sessions in which a behavior was watched', () => {
    const third = observation(seconds(60), [talks], [span(talks, 0, 30_000)], { number: 5 })
    const both = summarizeSeveral([first, third])
    expect(both.pooled.behaviors.map(({ observedMs }) => observedMs)).toEqual([120_000, 60_000])
    expect(both.averaged.behaviors[1]).toMatchObject({
      units: 1,
      averages: { percentOfObserved: { n: 1, mean: { value: 50 } } },
    })
  })

  it('count a value that only one of them has as 0 in the others', () => {
    const named = observation(seconds(60), [asks], [point(asks, 0, { subject: 'Cy' })], { number: 6 })
    const subjects = summarizeSeveral([first, named]).averaged.behaviors[0]?.byModifier.get('subject')
    expect(subjects?.get('Cy')?.count).toMatchObject({ n: 2, mean: { value: 0.5 } })
  })

  it('keep versions apart, and intervals of different lengths', () => {
    const on = (intervalMs: number, id = 1) => behavior(id, 'on task', 'momentary', { intervalMs })
    const observed = [on(10_000), on(15_000), on(15_000, 2)].map((watched, index) =>
      observation(seconds(60), [watched], [interval(watched, 0, 1)], { number: index + 1 }),
    )
    const { pooled, averaged } = summarizeSeveral(observed)
    expect(pooled.behaviors.map(({ behavior, intervals }) => [behavior.id, intervals?.lengthMs])).toEqual([
      [1, 10_000],
      [1, 15_000],
      [2, 15_000],
    ])
    expect(averaged.behaviors.map(({ units }) => units)).toEqual([1, 1, 1])
  })
})

describe('codes in intervals over the sessions of three courses', () => {
  const codes = [1, 2].map((id) => behavior(id, `code ${id}`, 'partial-interval', { intervalMs: 1000 }))
  const lesson = (number: number, marks: (0 | 1)[][]) =>
    observation(
      marks.length * 1000,
      codes,
      marks.flatMap((row, k) =>
        row.flatMap((mark, index) => {
          const code = codes[index]
          return code === undefined ? [] : [interval(code, k * 1000, mark)]
        }),
      ),
      { number },
    )
  // Code 1: 1 of 4, 2 of 2, 1 of 2. Lessons 1 and 2 are one course: 3 of 6.
  const lessons = [
    lesson(1, [
      [1, 1],
      [0, 1],
      [0, 1],
      [0, 0],
    ]),
    lesson(2, [
      [1, 0],
      [1, 0],
    ]),
    lesson(3, [
      [1, 0],
      [0, 0],
    ]),
  ]

  it('are averaged by session', () => {
    const [multi] = summarizeSeveral(lessons).averaged.multiCode
    expect(multi?.units).toBe(3)
    expect(multi?.codes[0]?.percentOfIntervals.mean.value).toBeCloseTo((25 + 100 + 50) / 3, 12)
    expect(multi?.codes[0]?.percentOfMarks.mean.value).toBeCloseTo((25 + 100 + 100) / 3, 12)
  })

  it('or by course, whose sessions are pooled first', () => {
    const [multi] = summarizeSeveral(
      lessons,
      null,
      lessons.map(({ session }) => session.number < 3),
    ).averaged.multiCode
    expect(multi?.units).toBe(2)
    expect(multi?.codes[0]?.percentOfIntervals).toMatchObject({ n: 2, mean: { value: 50 }, sd: { value: 0 } })
  })

  it('or pooled altogether', () => {
    const [multi] = summarizeSeveral(lessons).pooled.multiCode
    expect(multi).toMatchObject({ intervals: 8, marks: 7 })
    expect(multi?.codes[0]?.percentOfIntervals).toEqual({ value: 50 })
  })
})
