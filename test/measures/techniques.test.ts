import { describe, expect, it } from 'vitest'
import { summarize } from '../../src/measures/summary.ts'
import { behavior, check, interval, observation, point, seconds, span, tally, whyOf } from './builders.ts'

const only = (...args: Parameters<typeof observation>) => {
  const [summary] = summarize(observation(...args)).behaviors
  if (summary === undefined) throw new Error('no behavior')
  return summary
}

describe('event', () => {
  const asks = behavior(1, 'asks', 'event', { modifiers: { level: ['recall', 'analysis', 'application'] } })

  it('has a count, a rate per observed minute and inter-response times', () => {
    // 10, 25, 55 s: 15 and 30 s between; in 2 minutes.
    const summary = only(
      seconds(120),
      [asks],
      [point(asks, 10_000), point(asks, 25_000), point(asks, 55_000)],
    )
    expect(summary.count).toBe(3)
    expect(summary.observedMs).toBe(120_000)
    expect(summary.ratePerMin).toEqual({ value: 1.5 })
    expect(summary.interResponseMs).toMatchObject({
      n: 2,
      mean: { value: 22_500 },
      sd: { value: Math.sqrt(112_500_000) },
    })
  })

  it('has no inter-response time across a gap, and a rate over what was observed', () => {
    const summary = only(
      seconds(120),
      [asks],
      [point(asks, 10_000), point(asks, 20_000), point(asks, 70_000), point(asks, 75_000)],
      { gaps: [[30_000, 60_000]] },
    )
    expect(summary.interResponseMs).toMatchObject({ n: 2, mean: { value: 7500 } })
    expect(summary.ratePerMin.value).toBeCloseTo(4 / 1.5, 12)
  })

  it('counts quick repeats in the same millisecond', () => {
    const summary = only(seconds(60), [asks], [point(asks, 5000), point(asks, 5000)])
    expect(summary).toMatchObject({ count: 2, interResponseMs: { mean: { value: 0 } } })
  })

  it('counts a moment inside a gap, and says so', () => {
    expect(only(seconds(60), [asks], [point(asks, 15_000)], { gaps: [[10_000, 20_000]] })).toMatchObject({
      count: 1,
      outside: 1,
    })
  })

  it('is broken down by modifier: declared values first, even without a record, then others', () => {
    const summary = only(
      seconds(60),
      [asks],
      [
        point(asks, 1000, { level: 'analysis', subject: 'Cy' }),
        point(asks, 4000, { level: 'recall' }),
        point(asks, 9000, { level: 'analysis', subject: 'Ben' }),
        tally(asks, 5, { level: 'other' }),
      ],
    )
    const levels = [...(summary.byModifier.get('level') ?? [])].map(([value, { count }]) => [value, count])
    expect(levels).toEqual([
      ['recall', 1],
      ['analysis', 2],
      ['application', 0],
      ['other', 5],
    ])
    expect([...(summary.byModifier.get('subject')?.keys() ?? [])]).toEqual(['Ben', 'Cy'])
    expect(summary.byModifier.get('level')?.get('analysis')?.interResponseMs?.mean).toEqual({ value: 8000 })
  })

  it('has a count and a rate without times: 12 in 20 minutes', () => {
    const summary = only(seconds(1200), [asks], [tally(asks, 12)])
    expect(summary).toMatchObject({ count: 12, untimed: 12, ratePerMin: { value: 0.6 } })
    expect(whyOf(summary.interResponseMs?.mean)).toBe('these were counted without times')
  })

  it('has no time between one occurrence and none', () => {
    expect(whyOf(only(seconds(60), [asks], [point(asks, 0)]).interResponseMs?.mean)).toBe(
      'it takes two occurrences within one stretch of observed time',
    )
  })

  it('was not observed where the session has no observed time', () => {
    expect(whyOf(only(seconds(60), [asks], [], { gaps: [[0, null]] }).ratePerMin)).toBe(
      'no time was observed',
    )
  })

  it('takes any text as a modifier', () => {
    const odd = JSON.parse('{"__proto__":"constructor"}') as Record<string, string>
    const summary = only(seconds(60), [asks], [point(asks, 1000, odd)])
    expect(summary.byModifier.get('__proto__')?.get('constructor')?.count).toBe(1)
  })
})

describe('duration', () => {
  const talks = behavior(1, 'talks', 'duration')

  it('has total, mean, median, SD, percent and inter-response times from offset to onset', () => {
    // 10, 20 and 60 s long in 200 s, with 5 and 15 s between.
    const summary = only(
      seconds(200),
      [talks],
      [span(talks, 0, 10_000), span(talks, 15_000, 35_000), span(talks, 50_000, 110_000)],
    )
    expect(summary.count).toBe(3)
    expect(summary.durations).toEqual({
      bouts: 3,
      splits: 0,
      totalMs: { value: 90_000 },
      occupiedMs: { value: 90_000 },
      meanMs: { value: 30_000 },
      medianMs: { value: 20_000 },
      sdMs: { value: Math.sqrt((20_000 ** 2 + 10_000 ** 2 + 30_000 ** 2) / 2) },
      minMs: { value: 10_000 },
      maxMs: { value: 60_000 },
      percentOfObserved: { value: 45 },
    })
    expect(summary.interResponseMs).toMatchObject({ n: 2, mean: { value: 10_000 } })
  })

  it('is split by a gap: 10–40 s with a gap of 20–30 s is two bouts of 10 s', () => {
    const summary = only(seconds(60), [talks], [span(talks, 10_000, 40_000), span(talks, 44_000, 50_000)], {
      gaps: [[20_000, 30_000]],
    })
    expect(summary.count).toBe(3)
    expect(summary.durations).toMatchObject({
      bouts: 3,
      splits: 1,
      totalMs: { value: 26_000 },
      percentOfObserved: { value: 52 },
    })
    expect(summary.interResponseMs).toMatchObject({ n: 1, mean: { value: 4000 } })
  })

  it('runs to the end of the session without an offset, or to a gap that is still open', () => {
    expect(only(seconds(60), [talks], [span(talks, 45_000, null)]).durations?.totalMs).toEqual({
      value: 15_000,
    })
    expect(
      only(seconds(60), [talks], [span(talks, 45_000, null)], { gaps: [[50_000, null]] }).durations?.totalMs,
    ).toEqual({ value: 5000 })
  })

  it('leaves out what lies in a gap, and keeps a bout without a length', () => {
    const summary = only(seconds(60), [talks], [span(talks, 21_000, 29_000), span(talks, 40_000, 40_000)], {
      gaps: [[20_000, 30_000]],
    })
    expect(summary).toMatchObject({ count: 1, outside: 1, durations: { totalMs: { value: 0 } } })
  })

  it('counts time in which two overlap once in the percent, twice in the total', () => {
    const summary = only(
      seconds(100),
      [talks],
      [
        span(talks, 0, 40_000, { subject: 'Ben' }),
        span(talks, 20_000, 30_000, { subject: 'Cy' }),
        span(talks, 50_000, 60_000),
      ],
    )
    expect(summary.durations).toMatchObject({
      totalMs: { value: 60_000 },
      occupiedMs: { value: 50_000 },
      percentOfObserved: { value: 50 },
    })
    expect(summary.interResponseMs).toMatchObject({ n: 1, mean: { value: 10_000 } })
    expect(summary.byModifier.get('subject')?.get('Cy')?.durations?.percentOfObserved).toEqual({ value: 10 })
  })

  it('takes modifiers from the offset too', () => {
    const drafts = span(talks, 0, 5000)
    const [onset, offset] = drafts
    if (onset === undefined || offset === undefined) throw new Error('no bout')
    const summary = only(seconds(10), [talks], [[onset, { ...offset, modifiers: { subject: 'Cy' } }]])
    expect(summary.byModifier.get('subject')?.get('Cy')?.count).toBe(1)
  })

  it('counts flags, and offsets without an onset', () => {
    const stray = { behavior: talks, mark: 'stop' as const, atMs: 9000 }
    const summary = only(
      seconds(60),
      [talks],
      [[stray], span(talks, 10_000, 10_200, {}, 'bounce'), span(talks, 50_000, 60_000, {}, 'ended')],
    )
    expect(summary).toMatchObject({ count: 2, unpaired: 1, flags: { bounce: 1, recovered: 0, ended: 1 } })
  })

  it('has no times where it was only counted, and 0 where it did not occur', () => {
    const tallied = only(seconds(60), [talks], [tally(talks, 4)])
    expect(tallied).toMatchObject({ count: 4, ratePerMin: { value: 4 } })
    expect(whyOf(tallied.durations?.totalMs)).toBe('these were counted without times')
    expect(whyOf(tallied.durations?.percentOfObserved)).toBe('these were counted without times')
    expect(whyOf(tallied.interResponseMs?.mean)).toBe('these were counted without times')
    const never = only(seconds(60), [talks], [])
    expect(never.durations).toMatchObject({ totalMs: { value: 0 }, percentOfObserved: { value: 0 } })
    expect(whyOf(never.durations?.meanMs)).toBe('no bout was recorded')
  })
})

describe('latency', () => {
  const waits = behavior(1, 'waits', 'latency')

  it('has the times from cue to response, and the unanswered cues', () => {
    const summary = only(
      seconds(600),
      [waits],
      [
        span(waits, 0, 1000),
        span(waits, 20_000, 20_500),
        span(waits, 40_000, 52_000),
        span(waits, 60_000, null),
      ],
    )
    expect(summary.count).toBe(4)
    expect(summary.latencies).toMatchObject({
      cues: 4,
      answered: 3,
      unanswered: 1,
      meanMs: { value: 4500 },
      medianMs: { value: 1000 },
      minMs: { value: 500 },
      maxMs: { value: 12_000 },
    })
    // Six bins of 2 s would end at 12 s, which is not in the sixth: [10, 12).
    expect(summary.latencies?.bins.map(({ fromMs, count }) => [fromMs, count])).toEqual([
      [0, 2],
      [2000, 0],
      [4000, 0],
      [6000, 0],
      [8000, 0],
      [10_000, 0],
      [12_000, 1],
    ])
  })

  it('does not take for an answer what the end of the session or a recovery closed', () => {
    const summary = only(
      seconds(60),
      [waits],
      [span(waits, 0, 5000, {}, 'recovered'), span(waits, 50_000, 60_000, {}, 'ended')],
    )
    expect(summary.latencies).toMatchObject({ answered: 0, unanswered: 2, bins: [] })
    expect(whyOf(summary.latencies?.meanMs)).toBe('no response was seen within observed time')
  })

  it('leaves out a response that came after a gap', () => {
    const summary = only(seconds(60), [waits], [span(waits, 5000, 35_000), span(waits, 40_000, 41_000)], {
      gaps: [[10_000, 30_000]],
    })
    expect(summary.latencies).toMatchObject({ cues: 2, answered: 1, acrossGap: 1, maxMs: { value: 1000 } })
  })

  it('has bins of 1, 2 or 5 times a power of ten', () => {
    const widths = [9, 10, 49, 50, 9999, 10_000, 123_456].map(
      (wait) => only(seconds(600), [waits], [span(waits, 0, wait)]).latencies?.bins[0]?.toMs,
    )
    expect(widths).toEqual([1, 2, 5, 10, 1000, 2000, 20_000])
  })
})

describe('recorded intervals', () => {
  const on = behavior(1, 'on task', 'partial-interval', {
    intervalMs: 10_000,
    modifiers: { kind: ['reads', 'writes'] },
  })

  it('are those scored of those observed', () => {
    const summary = only(
      seconds(45),
      [on],
      [interval(on, 0, 1), interval(on, 15_000, 0), interval(on, 29_999, 1)],
    )
    expect(summary.intervals).toMatchObject({
      method: 'partial-interval',
      source: 'recorded',
      lengthMs: 10_000,
      observed: 3,
      scored: { value: 2 },
    })
    expect(summary.intervals?.percent.value).toBeCloseTo(200 / 3, 12)
    expect(summary.count).toBe(2)
    expect(whyOf(summary.ratePerMin)).toBe('intervals scored are no count of occurrences')
  })

  it('hold the last mark of several for one interval', () => {
    expect(only(seconds(30), [on], [interval(on, 1000, 1), interval(on, 9000, 0)]).intervals).toMatchObject({
      observed: 1,
      scored: { value: 0 },
    })
    expect(only(seconds(30), [on], [interval(on, 9000, 0), interval(on, 1000, 1)]).intervals).toMatchObject({
      observed: 1,
      scored: { value: 1 },
    })
  })

  it('leave out one mostly in a gap, and the part interval at the end', () => {
    const summary = only(
      seconds(45),
      [on],
      [interval(on, 5000, 1), interval(on, 11_000, 1), interval(on, 25_000, 1), interval(on, 41_000, 1)],
      { gaps: [[12_000, 25_000]] },
    )
    expect(summary).toMatchObject({ intervals: { observed: 2, scored: { value: 2 } }, outside: 2 })
  })

  it('look for every value in every interval where a mark that scores nothing names none', () => {
    const summary = only(
      seconds(40),
      [on],
      [
        interval(on, 0, 1, { kind: 'reads' }),
        interval(on, 1, 1, { kind: 'writes' }),
        interval(on, 10_000, 1, { kind: 'reads' }),
        interval(on, 20_000, 0),
        interval(on, 30_000, 1, { kind: 'reads' }),
        interval(on, 30_001, 0),
      ],
    )
    expect(summary.intervals).toMatchObject({ observed: 4, scored: { value: 2 } })
    expect(summary.byModifier.get('kind')?.get('reads')?.intervals).toMatchObject({
      observed: 4,
      percent: { value: 50 },
    })
    expect(summary.byModifier.get('kind')?.get('writes')?.intervals?.percent).toEqual({ value: 25 })
  })

  it('have each value its own denominator where marks that score nothing name it', () => {
    const summary = only(
      seconds(40),
      [on],
      [
        interval(on, 0, 1, { subject: 'Ben' }),
        interval(on, 10_000, 0, { subject: 'Cy' }),
        interval(on, 20_000, 0, { subject: 'Ben' }),
        interval(on, 20_001, 1, { subject: 'Cy' }),
      ],
    )
    expect(summary.intervals).toMatchObject({ observed: 3, scored: { value: 2 } })
    expect(summary.byModifier.get('subject')?.get('Ben')?.intervals?.percent).toEqual({ value: 50 })
    expect(summary.byModifier.get('subject')?.get('Cy')?.intervals?.percent).toEqual({ value: 50 })
  })

  it('say why there is no percent where no interval was observed', () => {
    expect(whyOf(only(seconds(9), [on], [interval(on, 0, 1)]).intervals?.percent)).toBe(
      'no whole interval was observed',
    )
  })
})

describe('words', () => {
  it('are quotes of verbatim records, in order of time', () => {
    const says = behavior(1, 'says', 'verbatim')
    const summary = only(
      seconds(60),
      [says],
      [point(says, 30_000, {}, 'And then?'), point(says, 5000, { to: 'Cy' }, 'What changed?')],
    )
    expect(summary.quotes).toEqual([
      { session: 1, record: 2, atMs: 5000, words: 'What changed?', modifiers: { to: 'Cy' } },
      { session: 1, record: 1, atMs: 30_000, words: 'And then?', modifiers: {} },
    ])
    expect(summary.notes).toBeUndefined()
  })

  it('are notes of anecdotal records, of records that carry some, and of the session', () => {
    const notes = behavior(1, 'notes', 'anecdotal')
    const asks = behavior(2, 'asks', 'event')
    const summary = summarize(
      observation(
        seconds(60),
        [notes, asks],
        [
          point(notes, 1000, {}, 'Ben opens the door'),
          point(asks, 2000, {}, 'Why?'),
          point(null, 3000, {}, 'A bell rings'),
        ],
      ),
    )
    expect(summary.behaviors.map(({ notes }) => notes?.map(({ words }) => words))).toEqual([
      ['Ben opens the door'],
      ['Why?'],
    ])
    expect(summary.notes).toEqual([
      { session: 1, record: 3, atMs: 3000, words: 'A bell rings', modifiers: {} },
    ])
  })
})

describe('checklist', () => {
  const steps = behavior(1, 'steps', 'checklist', { modifiers: { step: ['wash', 'dry', 'glove'] } })

  it('lists its lines, each with its first times, also those never recorded', () => {
    const summary = only(
      seconds(60),
      [steps],
      [
        check(steps, 1000, 0, { step: 'dry' }),
        check(steps, 2000, 1, { step: 'dry' }),
        check(steps, 3000, null, { step: 'wash' }),
        check(steps, 4000, 1, { step: 'dry' }),
      ],
    )
    expect(summary.count).toBe(2)
    expect(summary.entries).toEqual([
      { item: 'wash', seen: 0, notSeen: 0, noOpportunity: 1, firstMs: 3000, firstSeenMs: null },
      { item: 'dry', seen: 2, notSeen: 1, noOpportunity: 0, firstMs: 1000, firstSeenMs: 2000 },
      { item: 'glove', seen: 0, notSeen: 0, noOpportunity: 0, firstMs: null, firstSeenMs: null },
    ])
    expect(whyOf(summary.ratePerMin)).toBe('a checklist has no rate')
  })

  it('is one line, under its own name, without a modifier', () => {
    const washes = behavior(1, 'washes hands', 'checklist')
    expect(only(seconds(60), [washes], [check(washes, 500, 1)]).entries).toMatchObject([
      { item: 'washes hands', seen: 1, firstSeenMs: 500 },
    ])
  })
})
