import { describe, expect, it } from 'vitest'
import { INTERVAL_TECHNIQUES } from '../../src/domain/model.ts'
import { summarize } from '../../src/measures/summary.ts'
import { behavior, interval, observation, point, seconds, span, tally, whyOf } from './builders.ts'

const talks = behavior(1, 'talks', 'duration')
const asks = behavior(2, 'asks', 'event')

/** Scored and observed by each method, in the order partial, whole, momentary. */
const derived = (observed: Parameters<typeof summarize>[0], everyMs: number, of = 0) =>
  INTERVAL_TECHNIQUES.map((as) => {
    const intervals = summarize(observed, { as, everyMs }).behaviors[of]?.intervals
    return [intervals?.scored.value, intervals?.observed]
  })

describe('a lecture coded second by second, one code after the other', () => {
  // 103 s; the 3 s after the tenth interval are dropped.
  const answers = behavior(2, 'answers', 'duration')
  const lecture = observation(
    seconds(103),
    [talks, answers],
    [
      span(talks, 0, seconds(12)),
      span(answers, seconds(12), seconds(15)),
      span(talks, seconds(15), seconds(40)),
      span(answers, seconds(40), seconds(58)),
      span(talks, seconds(58), seconds(97)),
      span(answers, seconds(97), seconds(103)),
    ],
  )

  it('has bouts of 12, 25 and 39 s: 76 s, 73.79 % of 103 s', () => {
    const [summary] = summarize(lecture).behaviors
    expect(summary?.durations).toMatchObject({
      bouts: 3,
      totalMs: { value: 76_000 },
      medianMs: { value: 25_000 },
    })
    expect(summary?.durations?.meanMs.value).toBeCloseTo(25_333.333, 3)
    expect(summary?.durations?.sdMs.value).toBeCloseTo(13_503.086, 3)
    expect(summary?.durations?.percentOfObserved.value).toBeCloseTo(73.786, 3)
    // 3 s and 18 s of answers lie between.
    expect(summary?.interResponseMs?.mean).toEqual({ value: 10_500 })
  })

  it('has 9, 6 and 7 of 10 intervals of 10 s: half-open bouts, a look as each interval ends', () => {
    expect(derived(lecture, seconds(10))).toEqual([
      [9, 10],
      [6, 10],
      [7, 10],
    ])
  })

  it('has 4, 1 and 3 of 10 for the other code', () => {
    // Answers stand in [12, 15), [40, 58) and [97, 103): partial in intervals 2, 5, 6 and 10; whole in 5; looks at 40, 50 and 100.
    expect(derived(lecture, seconds(10), 1)).toEqual([
      [4, 10],
      [1, 10],
      [3, 10],
    ])
  })

  it('prints the known bias beside', () => {
    const bias = INTERVAL_TECHNIQUES.map(
      (as) => summarize(lecture, { as, everyMs: 10_000 }).behaviors[0]?.intervals?.bias,
    )
    expect(bias[0]).toMatch('overestimates')
    expect(bias[1]).toMatch('underestimates')
    expect(bias[2]).toMatch('nearest')
  })
})

describe('derived intervals', () => {
  it('see a bout without a length where another ends, at the border of two intervals', () => {
    const observed = observation(
      seconds(30),
      [talks],
      [span(talks, 0, seconds(10)), span(talks, seconds(10), seconds(10))],
    )
    expect(derived(observed, seconds(10))).toEqual([
      [2, 3],
      [1, 3],
      [0, 3],
    ])
  })

  it('count overlapping and touching bouts as one', () => {
    const observed = observation(
      seconds(40),
      [talks],
      [span(talks, 0, 5000), span(talks, 5000, 12_000), span(talks, 3000, 4000), span(talks, 11_000, 20_000)],
    )
    expect(derived(observed, 10_000)).toEqual([
      [2, 4],
      [2, 4],
      [1, 4],
    ])
  })

  it('do not see a bout in the instant that it ends, unless only the end of the session cut it', () => {
    const ended = observation(seconds(20), [talks], [span(talks, 5000, 20_000)])
    expect(derived(ended, 10_000)[2]).toEqual([1, 2])
    const running = observation(seconds(20), [talks], [span(talks, 5000, null)])
    expect(derived(running, 10_000)[2]).toEqual([2, 2])
    const closed = observation(seconds(20), [talks], [span(talks, 5000, 20_000, {}, 'ended')])
    expect(derived(closed, 10_000)[2]).toEqual([2, 2])
  })

  it('judge an interval cut by a gap by the part that was observed', () => {
    // The gap of 12–16 s covers more than half of no interval, and no instant in which one ends.
    const observed = observation(seconds(30), [talks], [span(talks, 10_000, 30_000)], {
      gaps: [[12_000, 16_000]],
    })
    expect(derived(observed, 10_000)).toEqual([
      [2, 3],
      [2, 3],
      [2, 3],
    ])
    const partly = observation(seconds(30), [talks], [span(talks, 10_000, 12_000)], {
      gaps: [[12_000, 16_000]],
    })
    expect(derived(partly, 10_000)[1]).toEqual([0, 3])
  })

  it('leave out an interval mostly in a gap, and a look that a gap covers', () => {
    const observed = observation(seconds(30), [talks], [span(talks, 0, 30_000)], { gaps: [[9000, 18_000]] })
    expect(derived(observed, 10_000)).toEqual([
      [2, 2],
      [2, 2],
      [0, 1],
    ])
  })

  it('see a moment as observing ends in the interval that ends there', () => {
    const observed = observation(seconds(40), [asks], [point(asks, 20_000), point(asks, 40_000)], {
      gaps: [[20_000, 30_000]],
    })
    expect(summarize(observed).behaviors[0]?.count).toBe(2)
    expect(derived(observed, 10_000)[0]).toEqual([2, 3])
  })

  it('let a moment score partial intervals only', () => {
    const observed = observation(
      seconds(30),
      [asks],
      [point(asks, 0), point(asks, 9999), point(asks, 20_000)],
    )
    const as = (method: (typeof INTERVAL_TECHNIQUES)[number]) =>
      summarize(observed, { as: method, everyMs: 10_000 }).behaviors[0]?.intervals
    expect(as('partial-interval')).toMatchObject({ source: 'derived', observed: 3, scored: { value: 2 } })
    expect(whyOf(as('whole-interval')?.percent)).toMatch('a moment has no length')
    expect(whyOf(as('momentary')?.scored)).toMatch('a moment has no length')
  })

  it('are not made of tallies, latencies, or marks that an observer gave to intervals', () => {
    const waits = behavior(3, 'waits', 'latency')
    const on = behavior(4, 'on task', 'momentary', { intervalMs: 15_000 })
    const [first, second, third] = summarize(
      observation(seconds(30), [asks, waits, on], [tally(asks, 3), span(waits, 0, 5000), interval(on, 0, 1)]),
      { as: 'partial-interval', everyMs: 10_000 },
    ).behaviors
    expect(whyOf(first?.intervals?.percent)).toBe('records counted without times are among these')
    expect(second?.intervals).toBeUndefined()
    expect(third?.intervals).toMatchObject({ source: 'recorded', lengthMs: 15_000, percent: { value: 100 } })
  })

  it('say why there are none in a session shorter than one interval', () => {
    const [summary] = summarize(observation(9000, [talks], [span(talks, 0, 5000)]), {
      as: 'partial-interval',
      everyMs: 10_000,
    }).behaviors
    expect(whyOf(summary?.intervals?.percent)).toBe('no whole interval was observed')
  })

  it('are broken down by modifier', () => {
    const observed = observation(
      seconds(20),
      [talks],
      [span(talks, 0, 3000, { subject: 'Ben' }), span(talks, 4000, 12_000, { subject: 'Cy' })],
    )
    const [summary] = summarize(observed, { as: 'partial-interval', everyMs: 10_000 }).behaviors
    expect(summary?.byModifier.get('subject')?.get('Ben')?.intervals?.percent).toEqual({ value: 50 })
    expect(summary?.byModifier.get('subject')?.get('Cy')?.intervals?.percent).toEqual({ value: 100 })
  })
})
