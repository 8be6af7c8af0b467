import { describe, expect, test } from 'vitest'
import {
  type Activity,
  computedFrom,
  conversationFor,
  forProgram,
  forResearch,
  forSelf,
  type Permission,
  phasesFor,
} from '../../src/domain/audience.ts'
import { NotPermittedError } from '../../src/domain/errors.ts'
import type { Agreement, Audience, IdentifiedObservation, Observation } from '../../src/domain/model.ts'
import { pseudonyms } from '../../src/domain/pseudonyms.ts'
import {
  agreement,
  asks,
  ben,
  says,
  secondRound,
  turns,
  wardRound,
  wordedRound,
} from '../fixtures/observations.ts'

const shared = (observation: IdentifiedObservation, ...share: Audience[]): IdentifiedObservation => ({
  ...observation,
  session: { ...observation.session, agreement: { ...agreement, share } },
})
const nothingReleased: Permission = { hide: pseudonyms('k'), records: new Set(), behaviors: new Set() }

/** Every text and number in a value, wherever it stands. */
function leaves(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => [name, ...leaves(inner)])
    : [value]
}

describe('self', () => {
  test('sees everything, untouched', () => {
    const observation = wardRound()
    expect(forSelf(observation)).toBe(observation)
    expect(conversationFor('self', ['said'])).toEqual(['said'])
  })
})

describe('consent', () => {
  test('is needed for research, and the sentence says whose and how', () => {
    const see = () => forResearch(wardRound(), nothingReleased)
    expect(see).toThrow(NotPermittedError)
    expect(see).toThrow(
      "Ben Reyes has not consented to share with the audience 'research'; if they wish to, coach agreement share 'Ben Reyes' --audience research records it.",
    )
  })

  test('to one audience is none to another', () => {
    expect(() => forResearch(shared(wardRound(), 'self', 'program'), nothingReleased)).toThrow(
      NotPermittedError,
    )
  })
})

describe('what is computed', () => {
  test('from released values is released with them', () => {
    expect(computedFrom(forSelf(wardRound()), ({ records }) => records.length)).toBe(
      wardRound().records.length,
    )
  })
})

describe('research', () => {
  const observation = shared(wardRound(), 'self', 'research')
  const seen = forResearch(observation, nothingReleased)

  test('sees no text that anybody wrote, whatever field it stands in', () => {
    const text = 'Ben Reyes, ward 3'
    const worded = shared(wordedRound(text), 'self', 'research')
    expect(leaves(worded).filter((leaf) => String(leaf).includes(text)).length).toBeGreaterThan(40)
    const hidden = leaves(forResearch(worded, nothingReleased))
    expect(hidden.filter((leaf) => String(leaf).includes(text))).toEqual([])
  })

  test('sees no identity that could be looked up: no uuid, no number of a person, session or behavior', () => {
    const text = JSON.stringify(seen)
    for (const uuid of JSON.stringify(observation).match(/0193[0-9a-f]{4}-[0-9a-f-]+/g) ?? []) {
      expect(text).not.toContain(uuid)
    }
    expect(seen.session.number).not.toBe(observation.session.number)
    expect(seen.session.agreement.protege.id).not.toBe(ben.id)
    expect(seen.session.agreement.protege.name).toMatch(/^person [0-9a-f]{8}$/)
    expect(seen.session.uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(conversationFor('research', ['said'])).toEqual([])
  })

  test('sees every figure as it was recorded', () => {
    expect(seen.gaps).toEqual(observation.gaps)
    const figures = ({ records }: Observation) =>
      records.map(({ number, mark, atMs, value, starts, flag }) => [number, mark, atMs, value, starts, flag])
    expect(figures(seen)).toEqual(figures(observation))
    expect(seen.behaviors.map(({ technique }) => technique)).toEqual(
      observation.behaviors.map(({ technique }) => technique),
    )
  })

  test('can still tell which behavior and which value each record has', () => {
    const groups = ({ behaviors, records }: Observation) => {
      const order: string[] = []
      return records.map(({ behavior, modifiers }) => {
        const place = behaviors.findIndex(({ id }) => id === behavior)
        return [place, ...Object.entries(modifiers).flat()].map((part) => {
          if (!order.includes(String(part))) order.push(String(part))
          return order.indexOf(String(part))
        })
      })
    }
    expect(groups(seen)).toEqual(groups(observation))
    for (const { behavior, modifiers } of seen.records) {
      const declared = seen.behaviors.find(({ id }) => id === behavior)?.modifiers ?? []
      for (const [name, value] of Object.entries(modifiers)) {
        expect(declared.find((modifier) => modifier.name === name)?.values).toContain(value)
      }
    }
  })

  test('has the same pseudonyms within one output, and others in the next', () => {
    const second = forResearch(shared(secondRound(), 'self', 'research'), nothingReleased)
    expect(second.session.agreement).toEqual(seen.session.agreement)
    expect(second.behaviors[0]).toEqual(seen.behaviors[0])
    expect(second.session.number).not.toBe(seen.session.number)
    const next = forResearch(observation, {
      ...nothingReleased,
      hide: pseudonyms('another'),
    })
    const before = new Set(leaves(seen.session))
    for (const field of ['uuid', 'number'] as const) expect(before).not.toContain(next.session[field])
    expect(before).not.toContain(next.session.agreement.protege.name)
    expect(before).not.toContain(next.session.agreement.id)
  })

  test('sees dates moved by whole days, the same for all of one person, with the local time of day', () => {
    const second = forResearch(shared(secondRound(), 'self', 'research'), nothingReleased)
    const days = (instant: string) => Math.floor(Date.parse(instant) / 86_400_000)
    const shift = days(seen.session.startedAt) - days(observation.session.startedAt)
    expect(Math.abs(shift)).toBeLessThanOrEqual(180)
    expect(days(second.session.startedAt) - days(secondRound().session.startedAt)).toBe(shift)
    // 09:15 UTC is 10:15 in Madrid in November.
    expect(seen.session.startedAt.slice(10)).toBe('T10:15:00.000Z')
    expect(seen.session.timeZone).toBe('UTC')
    const shifts = Array.from({ length: 400 }, (_, n) => {
      const moved = forResearch(observation, { ...nothingReleased, hide: pseudonyms(String(n)) })
      return days(moved.session.startedAt) - days(observation.session.startedAt)
    })
    expect(Math.min(...shifts)).toBeGreaterThanOrEqual(-180)
    expect(Math.max(...shifts)).toBeLessThanOrEqual(180)
    expect(new Set(shifts).size).toBeGreaterThan(200)
  })

  test('sees the words of the records that were released, and of no other', () => {
    const [first, other] = observation.records.filter(({ words }) => words !== null)
    const partly = forResearch(observation, {
      ...nothingReleased,
      records: new Set([first?.uuid ?? '']),
    })
    expect(partly.records.filter(({ words }) => words !== null)).toMatchObject([
      { number: first?.number, words: first?.words },
    ])
    expect(observation.records.flatMap(({ kept }) => kept)).not.toEqual([])
    const all = forResearch(observation, {
      ...nothingReleased,
      records: new Set(observation.records.map(({ uuid }) => uuid)),
    })
    expect(all.records.flatMap(({ kept }) => kept)).toEqual([])
    expect(partly.records.find(({ number }) => number === other?.number)?.words).toBeNull()
  })

  test('sees what a released behavior is, and no names of others in its modifiers', () => {
    const partly = forResearch(observation, {
      ...nothingReleased,
      behaviors: new Set([asks.uuid, turns.uuid]),
    })
    expect(partly.behaviors[0]).toMatchObject({
      name: asks.name,
      request: asks.request,
      definition: asks.definition,
      examples: asks.examples,
      modifiers: asks.modifiers,
    })
    const flow = partly.behaviors.find(({ name }) => name === turns.name)
    expect(flow?.modifiers.map(({ name }) => name)).toEqual(['from', 'to'])
    expect(JSON.stringify(flow?.modifiers)).not.toMatch(/Kim|Lou|Max|Ben/)
    expect(partly.records.find(({ modifiers }) => 'level' in modifiers)?.modifiers).toEqual({
      level: 'recall',
    })
    expect(JSON.stringify(partly.records)).not.toMatch(/Kim|Lou|Max|Ben/)
    expect(JSON.stringify(partly)).not.toContain(says.name)
  })

  test('sees a session part by part as it sees it whole', () => {
    const parts = [0, 1].map((part) =>
      forResearch(
        { ...observation, records: observation.records.filter(({ number }) => number % 2 === part) },
        nothingReleased,
      ),
    )
    const joined = parts.flatMap(({ records }) => records).toSorted((a, b) => a.number - b.number)
    expect(joined).toEqual(seen.records)
  })
})

describe('phases', () => {
  const names = ['baseline', 'Ben waits', 'Ben waits', 'without notes', 'baseline']

  test('are named as people named them for those who did', () => {
    expect(phasesFor('self', names)).toBe(names)
  })

  test('are told apart by others, and no more', () => {
    expect(phasesFor('research', names)).toEqual(['phase 1', 'phase 2', 'phase 2', 'phase 3', 'phase 1'])
  })
})

describe('program', () => {
  const under = (id: number, share: Audience[] = ['self', 'program']): Agreement => ({
    ...agreement,
    id,
    protege: { ...ben, id, uuid: String(id) },
    share,
  })
  const activity = (of: Agreement, sessions = 2): Activity => ({
    agreement: of,
    sessions,
    observedMs: sessions * 1_350_000,
    questions: sessions * 3,
    goals: sessions,
  })

  test('never sees what was said', () => {
    expect(conversationFor('program', ['said'])).toEqual([])
  })

  test('sees totals of five protégés, and nothing else', () => {
    expect(forProgram([10, 11, 12, 13, 14].map((id) => activity(under(id))))).toEqual({
      proteges: 5,
      sessions: 10,
      observed_minutes: 225,
      questions: 30,
      goals: 10,
    })
  })

  test('is told how many more would have to consent', () => {
    expect(() => forProgram([])).toThrow(/none has consented; 5 more/)
    expect(() => forProgram([activity(under(10))])).toThrow(/1 has consented; 4 more/)
    expect(() => forProgram([10, 11, 12, 13].map((id) => activity(under(id))))).toThrow(NotPermittedError)
  })

  test('sees no total that, taken from another, leaves what fewer than five did', () => {
    const done = (...ids: number[]) => ids.map((id) => activity(under(id)))
    const five = done(10, 11, 12, 13, 14)
    expect(() => forProgram(five, done(10, 15))).toThrow(/would leave what 2 protégés did; leave out --since/)
    const outside = [activity(under(15, ['self'])), activity(under(16), 0)]
    expect(forProgram(five, outside)).toEqual(forProgram(five))
    expect(forProgram(five, done(10, 11, 12, 13, 15))).toEqual(forProgram(five))
  })

  test('counts a person once, and nobody who did not consent or did nothing', () => {
    const four = [10, 11, 12, 13].map((id) => activity(under(id)))
    expect(() =>
      forProgram([...four, { ...activity(under(13)), agreement: { ...under(13), id: 99 } }]),
    ).toThrow(/4 have consented; 1 more/)
    expect(() => forProgram([...four, activity(under(14, ['self', 'research']))])).toThrow(/1 more/)
    expect(() => forProgram([...four, activity(under(14), 0)])).toThrow(/1 more/)
    const five = [...four, activity(under(14))]
    expect(forProgram([...five, activity(under(15, ['self']), 100)])).toEqual(forProgram(five))
  })
})
