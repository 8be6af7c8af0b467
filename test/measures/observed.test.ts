import { describe, expect, it } from 'vitest'
import type { Gap } from '../../src/domain/model.ts'
import { grid } from '../../src/measures/grid.ts'
import { lengthOf, observedStretches, stretchAt } from '../../src/measures/observed.ts'

const gap = (fromMs: number, toMs: number | null): Gap => ({ fromMs, toMs, reason: 'pause' })
const pairs = (lengthMs: number, gaps: Gap[]) =>
  observedStretches(lengthMs, gaps).map(({ fromMs, toMs }) => [fromMs, toMs])

describe('observed stretches', () => {
  it('are the whole session without a gap, and none where it has no length', () => {
    expect(pairs(100, [])).toEqual([[0, 100]])
    expect(pairs(0, [])).toEqual([])
  })

  it('leave out gaps that overlap, touch, lie within others or come unordered', () => {
    expect(pairs(100, [gap(50, 60), gap(10, 30), gap(20, 40), gap(12, 14), gap(60, 70)])).toEqual([
      [0, 10],
      [40, 50],
      [70, 100],
    ])
  })

  it('end where an open gap begins, and clip gaps to the session', () => {
    expect(pairs(100, [gap(80, null)])).toEqual([[0, 80]])
    expect(pairs(100, [gap(0, 5), gap(90, 130), gap(140, 150)])).toEqual([[5, 90]])
    expect(pairs(100, [gap(0, null)])).toEqual([])
  })

  it('are not split by a gap without a length', () => {
    expect(pairs(100, [gap(50, 50)])).toEqual([[0, 100]])
  })

  it('add up to the observed time', () => {
    expect(lengthOf(observedStretches(100, [gap(10, 30), gap(80, null)]))).toBe(60)
  })

  it('hold the moments on their edges, and none inside a gap or after the end', () => {
    const stretches = observedStretches(100, [gap(10, 30)])
    expect([0, 10, 11, 29, 30, 100, 101].map((at) => stretchAt(stretches, at))).toEqual([
      0, 0, -1, -1, 1, 1, -1,
    ])
  })
})

describe('the grid of intervals', () => {
  const of = (lengthMs: number, gaps: Gap[], everyMs: number) =>
    grid(lengthMs, observedStretches(lengthMs, gaps), everyMs)

  it('drops the part interval at the end', () => {
    expect(of(105, [], 10).intervals).toBe(10)
    expect(of(9, [], 10).intervals).toBe(0)
  })

  it('keeps an interval of which a gap covers half, not one of which it covers more', () => {
    const half = of(40, [gap(12, 17)], 10)
    expect([0, 1, 2, 3].map((k) => half.isObserved(k))).toEqual([true, true, true, true])
    const more = of(40, [gap(12, 15), gap(16, 19)], 10)
    expect([0, 1, 2, 3].map((k) => more.isObserved(k))).toEqual([true, false, true, true])
  })

  it('counts what was observed in a range, and stays inside the session', () => {
    const intervals = of(60, [gap(10, 30)], 10)
    expect(intervals.observedIn(-5, 100)).toBe(4)
    expect(intervals.observedIn(1, 2)).toBe(0)
    expect(intervals.observedIn(3, 2)).toBe(0)
  })

  it('looks when an interval ends, unless a gap covers that instant', () => {
    // Ends at 10 (where the gap begins), 20, 30 and 40, the session's own end.
    const begins = of(40, [gap(10, 13)], 10)
    expect([0, 1, 2, 3].map((k) => begins.lookedAtIn(k, k))).toEqual([0, 1, 1, 1])
    const ends = of(40, [gap(17, 20)], 10)
    expect([0, 1, 2, 3].map((k) => ends.lookedAtIn(k, k))).toEqual([1, 1, 1, 1])
    const atEnd = of(40, [gap(37, 40)], 10)
    expect([0, 1, 2, 3].map((k) => atEnd.lookedAtIn(k, k))).toEqual([1, 1, 1, 0])
  })
})
