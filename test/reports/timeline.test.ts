import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Observation } from '../../src/domain/model.ts'
import { plainStyle } from '../../src/domain/text.ts'
import { drawTimeline } from '../../src/reports/draw-timeline.ts'
import { timelineOf } from '../../src/reports/timeline.ts'
import { aside, asks, behavior, handover, Notebook, session, talks } from '../fixtures/observations.ts'

const HOUR = 3_600_000

const book = (write: (book: Notebook) => void): Pick<Observation, 'records'> => {
  const notes = new Notebook()
  write(notes)
  return notes
}

/** A time line of one hour, 60 columns and one minute a column. */
function draw(changes: Partial<Observation>, unicode = true): string[] {
  const observation = {
    session: session(1, { lengthMs: HOUR }),
    behaviors: [asks],
    records: [],
    gaps: [],
    ...changes,
  }
  return drawTimeline(timelineOf(observation), {
    width: 60 + nameWidth(observation),
    unicode,
    style: plainStyle,
  })
}

const nameWidth = ({ behaviors, gaps }: Observation): number =>
  1 + Math.max(...behaviors.map(({ name }) => name.length), gaps.length > 0 ? 'not observed'.length : 0)

const row = (lines: readonly string[], name: string): string => {
  const line = lines.find((one) => one.startsWith(name)) ?? ''
  return line.slice(line.length - 60)
}

const minutes = (...all: number[]): number[] => all.map((minute) => minute * 60_000 + 1)

describe('a time line', () => {
  test('shows each moment in its column, and the empty ones too', () => {
    const lines = draw(
      book((notes) => {
        for (const ms of minutes(0, 2, 59)) notes.moment(asks, ms)
      }),
    )
    expect(row(lines, asks.name)).toBe(`│·│${'·'.repeat(56)}│`)
    expect(lines.at(-1)).toBe('  Each column is 1 min: │ a moment')
  })

  test('has times at the columns where they fall', () => {
    const [times = '', marks = ''] = draw({})
    expect(times.slice(nameWidth({ session: session(1), behaviors: [asks], records: [], gaps: [] }))).toBe(
      '0:00      10:00     20:00     30:00     40:00     50:00',
    )
    expect(marks.trim()).toBe('┬─────────'.repeat(6))
  })

  test('shows how many fell into one column by height, and in ASCII by number', () => {
    const records = book((notes) => {
      for (const ms of minutes(1, ...new Array(12).fill(3))) notes.moment(asks, ms)
    })
    expect(row(draw(records), asks.name)).toBe(`·▁·█${'·'.repeat(56)}`)
    expect(row(draw(records, false), asks.name)).toBe(`.1.+${'.'.repeat(56)}`)
    expect(draw(records, false).at(-1)).toContain('+ is 10 or more')
  })

  test('shows bouts as bars, and how much of a column they take', () => {
    const records = book((notes) => {
      notes.bout(talks, 0, 120_000)
      notes.bout(talks, 180_000, 210_000)
      notes.bout(talks, 300_000, 300_000)
    })
    const seen = { behaviors: [talks], ...records }
    expect(row(draw(seen), talks.name)).toBe(`██·▌·▏${'·'.repeat(54)}`)
    expect(row(draw(seen, false), talks.name)).toBe(`##.-.-${'.'.repeat(54)}`)
  })

  test('shows intervals as scored, not scored and not observed', () => {
    const records = book((notes) => {
      for (const [index, value] of [1, 1, 0, 0, 1, 0].entries()) {
        notes.interval(aside, index * 30_000, value as 0 | 1)
      }
    })
    const seen = { behaviors: [aside], ...records }
    expect(row(draw(seen), aside.name)).toBe(`■□▣${'·'.repeat(57)}`)
    expect(row(draw(seen, false), aside.name)).toBe(`xo%${'.'.repeat(57)}`)
  })

  test('shows checks where they were made', () => {
    const records = book((notes) => {
      for (const [index, value] of [1, 0, null].entries()) {
        notes.add(handover, 'check', { atMs: index * 60_000, value, modifiers: { part: 'name' } })
      }
    })
    const lines = draw({ behaviors: [handover], ...records })
    expect(row(lines, handover.name)).toBe(`■□–${'·'.repeat(57)}`)
    expect(lines.join(' ').replaceAll(/\s+/g, ' ')).toContain('– no opportunity')
  })

  test('shows a gap as its own pattern, however short, and never as empty', () => {
    const lines = draw({
      gaps: [
        { fromMs: 120_000, toMs: 300_000, reason: 'pause' },
        { fromMs: 600_000, toMs: 601_000, reason: 'sleep' },
      ],
    })
    expect(row(lines, asks.name)).toBe(`··░░░${'·'.repeat(55)}`)
    expect(row(lines, 'not observed')).toBe(`··░░░·····░${'·'.repeat(49)}`)
  })

  test('shows what was recorded in a gap, and after the end', () => {
    const lines = draw({
      session: session(1, { lengthMs: HOUR / 2 }),
      gaps: [{ fromMs: 0, toMs: 120_000, reason: 'pause' }],
      ...book((notes) => {
        for (const ms of [60_000, HOUR]) notes.moment(asks, ms)
      }),
    })
    expect(row(lines, asks.name)).toBe(`░│${'·'.repeat(28)}${'░'.repeat(29)}│`)
  })

  test('says what it cannot show: what was counted without times', () => {
    const lines = draw(book((notes) => notes.add(asks, 'tally', { value: 12 })))
    expect(lines.at(-1)).toBe('  Counted without times, so not shown here: asks a question')
  })

  test('has no lines for a session that has not lasted', () => {
    expect(draw({ session: session(1, { lengthMs: 0 }) })).toEqual([])
  })

  test('cuts names and keeps most of its width for time', () => {
    const long = behavior(1, 'writes a very long name of a behavior on the board', 'event')
    const lines = drawTimeline(
      timelineOf({ session: session(1), behaviors: [long], records: [], gaps: [] }),
      { width: 30, unicode: true, style: plainStyle },
    )
    expect(lines[2]).toBe(`writes a…  ${'·'.repeat(19)}`)
  })

  test('loses nothing: each moment leaves a mark at any width', () => {
    const moments = fc.array(fc.integer({ min: 0, max: HOUR }), { minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(moments, fc.integer({ min: 20, max: 200 }), fc.boolean(), (all, width, unicode) => {
        const records = book((notes) => {
          for (const ms of all) notes.moment(asks, ms)
        })
        const timeline = timelineOf({
          session: session(1, { lengthMs: HOUR }),
          behaviors: [asks],
          gaps: [],
          ...records,
        })
        const [, marks = '', line = ''] = drawTimeline(timeline, { width, unicode, style: plainStyle })
        const columns = marks.trim().length
        const plot = line.slice(-columns)
        for (const ms of all) {
          const column = Math.min(columns - 1, Math.floor((ms / HOUR) * columns))
          expect(plot[column]).not.toBe(unicode ? '·' : '.')
        }
      }),
    )
  })
})
