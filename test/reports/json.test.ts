import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { Observation } from '../../src/domain/model.ts'
import type { ReportData } from '../../src/reports/data.ts'
import { renderJson } from '../../src/reports/json.ts'
import { reportSchema } from '../../src/reports/schema.ts'
import {
  actions,
  asks,
  behavior,
  goals,
  Notebook,
  reflections,
  says,
  secondRound,
  session,
  talks,
  wardRound,
} from '../fixtures/observations.ts'
import { dataOf, dataOfSeveral } from './data.ts'

// biome-ignore lint/suspicious/noExplicitAny: what a script would read, by the names of the contract
const read = (data: ReportData): any => JSON.parse(renderJson(data))

const empty: Observation = {
  session: session(1, { lengthMs: 0 }),
  behaviors: [asks, talks],
  records: [],
  gaps: [],
}

describe('the report in JSON', () => {
  test.each<[string, ReportData]>([
    ['one session', dataOf(wardRound(), { reflections, goals, actions })],
    ['a session of no length', dataOf(empty)],
    ['several sessions', dataOfSeveral([wardRound(), secondRound()])],
    ['derived intervals', dataOf(wardRound(), {}, { as: 'whole-interval', everyMs: 10_000 })],
  ])('has the published shape: %s', (_, data) => {
    expect(reportSchema.safeParse(read(data)).error).toBeUndefined()
  })

  test('has a shape that can be published as JSON Schema', () => {
    const published = z.toJSONSchema(reportSchema)
    expect(published.anyOf).toHaveLength(2)
  })

  test('carries the figures under the names that scripts rely on, as they were measured', () => {
    const { schema_version, session: held, behaviors } = read(dataOf(wardRound()))
    expect(schema_version).toBe(1)
    expect(held).toMatchObject({
      number: 3,
      started_at: '2026-11-20T09:15:00.000Z',
      time_zone: 'Europe/Madrid',
      observed_ms: 2_430_000,
      gap_ms: 270_000,
      observer: 'Cy Ito',
    })
    expect(behaviors[0]).toMatchObject({
      name: 'asks a question',
      technique: 'event',
      request: asks.request,
      count: 10,
      rate_per_min: 10 / 40.5,
      by_modifier: { level: { recall: { count: 6 }, analysis: { count: 3 }, opinion: { count: 1 } } },
    })
    expect(behaviors[1]).toMatchObject({
      total_ms: 2_165_250,
      percent_of_observed: (100 * 2_115_250) / 2_430_000,
      by_subject: { Ben: { count: 7 }, team: { count: 3 } },
    })
    expect(behaviors[2].latency_ms).toMatchObject({ cues: 8, answered: 7, max: 7100 })
    expect(behaviors[3].intervals).toMatchObject({
      length_ms: 30_000,
      observed: 81,
      scored: 16,
      percent: 1600 / 81,
      method: 'partial-interval',
    })
  })

  test('says beside a null figure why it cannot be had', () => {
    const [counted, timed] = read(dataOf(empty)).behaviors
    expect(counted).toMatchObject({
      count: 0,
      rate_per_min: null,
      why: { rate_per_min: 'no time was observed' },
    })
    expect(timed.why).toHaveProperty('sd_ms')
    expect(timed.percent_of_observed).toBeNull()
  })

  test('has a shape that admits no null figure without its reason', () => {
    const broken = { ...read(dataOf(wardRound())) }
    broken.behaviors[0].rate_per_min = null
    expect(reportSchema.safeParse(broken).success).toBe(false)
  })

  test('names pooled records and averaged sessions as such', () => {
    const { method, averaged, sessions, observed_ms, behaviors } = read(
      dataOfSeveral([wardRound(), secondRound()]),
    )
    expect([method, averaged.method]).toEqual(['pooled records', 'averaged sessions'])
    expect(sessions.map((one: { number: number }) => one.number)).toEqual([3, 4])
    expect(observed_ms).toBe(2_430_000 + 1_200_000)
    expect(behaviors[0].count).toBe(14)
    expect(averaged.behaviors[0].count).toMatchObject({ n: 2, mean: 7 })
  })

  test('keeps words as they were written', () => {
    const words = 'a\u001b[31m "quote"\n\u202e </script>'
    const book = new Notebook()
    book.moment(says, 5000, { words })
    const [said] = read(
      dataOf({ session: session(1), behaviors: [says], records: book.records, gaps: [] }),
    ).behaviors
    expect(said.quotes[0].words).toBe(words)
  })

  test('takes names that mean something to JavaScript for names', () => {
    const odd = behavior(1, 'odd', 'event', { modifiers: [{ name: '__proto__', values: ['constructor'] }] })
    const book = new Notebook()
    book.moment(odd, 5000, { modifiers: JSON.parse('{"__proto__": "constructor"}') })
    const [found] = read(
      dataOf({ session: session(1), behaviors: [odd], records: book.records, gaps: [] }),
    ).behaviors
    expect(Object.entries(found.by_modifier)).toMatchObject([['__proto__', { constructor: { count: 1 } }]])
  })

  test('says which findings the writer kept', () => {
    const { behaviors } = read(dataOf(wardRound()))
    expect(behaviors[7].notes[1].kept).toEqual(['mind-reading'])
  })
})
