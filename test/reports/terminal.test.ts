import fc from 'fast-check'
import stringWidth from 'fast-string-width'
import { describe, expect, test } from 'vitest'
import type { Observation } from '../../src/domain/model.ts'
import type { Style } from '../../src/domain/text.ts'
import { renderTerminal } from '../../src/reports/terminal.ts'
import {
  actions,
  asks,
  goals,
  Notebook,
  reflections,
  says,
  secondRound,
  session,
  talks,
  turns,
  wardRound,
  wordedRound,
} from '../fixtures/observations.ts'
import { processorTime } from '../support/processor-time.ts'
import { dataOf, dataOfSeveral, page } from './data.ts'
import { anyText, HOSTILE } from './hostile.ts'

const held = (changes: Partial<Observation>): Observation => ({
  session: session(1, { lengthMs: 600_000 }),
  behaviors: [asks],
  records: [],
  gaps: [],
  ...changes,
})

const linesOf = (text: string): string[] => text.split('\n')

describe('the terminal report', () => {
  test('keeps to the width, whatever people wrote', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 20, max: 130 }), fc.boolean(), (text, width, unicode) => {
        const said = { reflections, goals, actions, questions: [] }
        const report = renderTerminal(dataOf(wordedRound(text), said), page(width, { unicode }))
        for (const line of linesOf(report)) expect(stringWidth(line), line).toBeLessThanOrEqual(width)
      }),
      { numRuns: 150, examples: HOSTILE.map((text) => [text, 33, true]) },
    )
  })

  test.each([20, 27, 40, 63, 80, 121])('keeps to %i columns with a whole session', (width) => {
    for (const data of [dataOf(wardRound()), dataOfSeveral([wardRound(), secondRound()])]) {
      for (const line of linesOf(renderTerminal(data, page(width)))) {
        expect(stringWidth(line), line).toBeLessThanOrEqual(width)
      }
    }
  })

  test('prints no character that steers a terminal', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const report = renderTerminal(dataOf(wordedRound(text)), page(80))
        // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
        expect(report).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
      }),
      { numRuns: 100, examples: HOSTILE.map((text) => [text]) },
    )
  })

  test('is made of ASCII characters alone where no others can be shown', () => {
    const report = renderTerminal(dataOf(wordedRound('words')), page(80, { unicode: false }))
    expect(report).toMatch(/^[\x20-\x7e\n]+$/)
  })

  test.each([
    [[3], 'Debrief of session 3 with Ben Reyes'],
    [[3, 4], 'Debrief of sessions 3 and 4 with Ben Reyes'],
    [[3, 4, 5], 'Debrief of sessions 3 to 5 with Ben Reyes'],
    [[3, 5, 6], 'Debrief of sessions 3, 5 and 6 with Ben Reyes'],
  ])('is titled by its sessions: %j', (numbers, title) => {
    const rounds = numbers.map((number) => secondRound(number))
    const [only] = rounds
    const data = rounds.length === 1 && only !== undefined ? dataOf(only) : dataOfSeveral(rounds)
    expect(linesOf(renderTerminal(data, page(80)))[0]).toBe(title)
  })

  test('puts the request, verbatim, above the data', () => {
    const lines = linesOf(renderTerminal(dataOf(wardRound()), page(120)))
    const request = lines.findIndex((line) => line.includes(`“${talks.request}”`))
    const figure = lines.findIndex((line) =>
      line.includes('11 times, 36 min 5 s in all, 87 % of 40 min 30 s observed'),
    )
    expect(request).toBeGreaterThan(0)
    expect(figure).toBeGreaterThan(request)
  })

  test('says of durations counted partly without times how many were timed', () => {
    const book = new Notebook()
    book.bout(talks, 0, 20_000)
    book.add(talks, 'tally', { value: 3 })
    const report = renderTerminal(dataOf(held({ behaviors: [talks], records: book.records })), page(80))
    expect(report).toContain('  4 times, 1 of them timed, 20 s in all, 3.3 % of 10 min observed\n')
    expect(report).toContain('  How often: 0.4 a minute\n')
  })

  test('says "not observed" where no time was observed, and no 0 and no NaN', () => {
    const observation = held({
      session: session(1, { lengthMs: 60_000 }),
      behaviors: [asks, talks],
      gaps: [{ fromMs: 0, toMs: null, reason: 'pause' }],
    })
    const report = renderTerminal(dataOf(observation), page(80))
    expect(report.match(/^ {2}not observed$/gm)).toHaveLength(2)
    expect(report).not.toMatch(/NaN|Infinity|0 %/)
  })

  test('says 0 of what was watched and did not happen', () => {
    const report = renderTerminal(dataOf(held({ behaviors: [asks, talks] })), page(80))
    expect(report.match(/^ {2}0 in 10 min observed$/gm)).toHaveLength(2)
  })

  test('says of how much observed time a figure is to the second, beyond an hour too', () => {
    const book = new Notebook()
    book.bout(talks, 0, 3_000_000)
    const observation = held({
      session: session(1, { lengthMs: 3_630_000 }),
      behaviors: [talks],
      records: book.records,
    })
    expect(renderTerminal(dataOf(observation), page(80))).toContain(
      '1 time, 50 min in all, 82.6 % of 1 h 30 s observed',
    )
  })

  test('gives singular and plural their due', () => {
    const book = new Notebook()
    book.bout(talks, 1000, 1200, { flag: 'bounce' })
    const one = renderTerminal(dataOf(held({ behaviors: [talks], records: book.records })), page(80))
    expect(one).toContain('* 1 press within 400 ms of its onset may be a bounce\n')
    book.bout(talks, 5000, 5100, { flag: 'bounce' })
    const two = renderTerminal(dataOf(held({ behaviors: [talks], records: [...book.records] })), page(80))
    expect(two).toContain('* 2 presses within 400 ms of their onset may be bounces\n')
  })

  test('names the method and its bias for derived intervals', () => {
    const data = dataOf(wardRound(), {}, { as: 'partial-interval', everyMs: 60_000 })
    const report = renderTerminal(data, page(100))
    expect(report).toContain(
      'Intervals derived from the times: 39 of 41 intervals of 1 min, 95.1 % (partial-interval)',
    )
    expect(report).toContain('Partial-interval recording overestimates how long a behavior lasted')
  })

  test('marks the findings that the writer kept', () => {
    expect(renderTerminal(dataOf(wardRound()), page(120))).toContain('mind-reading')
  })

  test('shortens long lists, and says how many more there are and where', () => {
    const book = new Notebook()
    for (let index = 0; index < 52; index++) book.moment(says, index * 1000, { words: `words ${index}` })
    const report = renderTerminal(dataOf(held({ behaviors: [says], records: book.records })), page(80))
    expect(report).toContain('“words 49”')
    expect(report).not.toContain('“words 50”')
    expect(report).toContain('and 2 more; the same report with --format md has them all')
  })

  test('shows who spoke to whom as a list where there are too many people for a matrix', () => {
    const book = new Notebook()
    for (let index = 0; index < 60; index++) {
      book.moment(turns, index * 1000, { modifiers: { from: `person ${index}`, to: 'Kim' } })
    }
    const report = renderTerminal(dataOf(held({ behaviors: [turns], records: book.records })), page(80))
    expect(report).toMatch(/^ {2}from +to +times$/m)
    expect(report).toMatch(/^ {2}person 1 +Kim +1$/m)
  })

  test('sets off by style what is plain without one', () => {
    const style: Style = {
      bold: (text) => `<b>${text}</b>`,
      dim: (text) => `<d>${text}</d>`,
      underline: (text) => text,
      accent: (text) => `<a>${text}</a>`,
    }
    const styled = renderTerminal(dataOf(wardRound()), page(80, { style }))
    expect(styled).toContain('<b>asks a question (a)</b>')
    expect(styled.replaceAll(/<\/?[bda]>/g, '')).toBe(
      renderTerminal(dataOf(wardRound()), page(80)).replaceAll(/<\/?[bda]>/g, ''),
    )
  })

  test('is quick with 50,000 records', () => {
    const book = new Notebook()
    for (let index = 0; index < 25_000; index++) {
      book.moment(says, index * 100, { words: `the words of number ${index}` })
      book.moment(asks, index * 100 + 50, { modifiers: { level: 'recall' } })
    }
    const data = dataOf(held({ session: session(1), behaviors: [says, asks], records: book.records }))
    expect(processorTime(() => void renderTerminal(data, page(80)))).toBeLessThan(500)
  })
})
