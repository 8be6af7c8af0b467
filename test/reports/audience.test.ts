import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { forResearch, forSelf, type Permission } from '../../src/domain/audience.ts'
import type { Audience, IdentifiedObservation } from '../../src/domain/model.ts'
import { pseudonyms } from '../../src/domain/pseudonyms.ts'
import { summarize } from '../../src/measures/summary.ts'
import type { ReportData } from '../../src/reports/data.ts'
import { renderers } from '../../src/reports/index.ts'
import {
  actions,
  agreement,
  asks,
  goals,
  reflections,
  secondRound,
  wardRound,
  wordedRound,
} from '../fixtures/observations.ts'
import { dataFor, dataOfSeveralFor, page, shippedTemplate } from './data.ts'
import { MARK, marked } from './marked.ts'

const shared = (observation: IdentifiedObservation, ...share: Audience[]): IdentifiedObservation => ({
  ...observation,
  session: { ...observation.session, agreement: { ...agreement, share: ['self', ...share] } },
})
const nothingReleased: Permission = {
  hide: pseudonyms('a key'),
  records: new Set(),
  behaviors: new Set(),
}
const said = {
  reflections: reflections.map((one) => ({ ...one, answer: MARK })),
  goals: goals.map((one) => ({ ...one, words: MARK })),
  actions: actions.map((one) => ({ ...one, words: MARK })),
  questions: [{ stage: 'notice', text: MARK, behavior: null }] as const,
}

/** Every format, as the text that somebody who searches its files would find. A PDF is the page, printed. */
async function rendered(format: Exclude<keyof typeof renderers, 'pdf'>, data: ReportData): Promise<string> {
  const { load, template } = renderers[format]
  const render = await load()
  const drawn = await render(
    data,
    page(120, { template: template === null ? null : shippedTemplate(template) }),
  )
  return typeof drawn === 'string'
    ? drawn
    : Object.values(unzipSync(drawn))
        .map((file) => strFromU8(file))
        .join('\n')
}

/** Several, and in one report: what is pooled and averaged goes through the rule too. */
const sessions = (more: string): [IdentifiedObservation, IdentifiedObservation] =>
  [wardRound(), secondRound()].map((one) => marked(shared(one, 'research'), more)) as never

describe.each(['terminal', 'md', 'html', 'json', 'xlsx'] as const)('a report as %s', (format) => {
  const runs = format === 'html' ? 2 : 20

  test('shows research no word that anybody wrote, whatever it is and wherever it stands', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 12 }), async (more) => {
        const [one, other] = sessions(more)
        const seen = [one, other].map((observation) => forResearch(observation, nothingReleased))
        const worded = forResearch(marked(shared(wordedRound('words'), 'research'), more), nothingReleased)
        for (const data of [
          ...[...seen, worded].map((observation) => dataFor('research', observation, said)),
          dataFor('research', worded, said, { as: 'partial-interval', everyMs: 30_000 }),
          dataOfSeveralFor('research', seen),
        ]) {
          expect(await rendered(format, data)).not.toContain(MARK)
        }
      }),
      { numRuns: runs },
    )
  })

  test('shows them to the protégé and their coach', async () => {
    const [one] = sessions('')
    expect(await rendered(format, dataFor('self', forSelf(one)))).toContain(MARK)
  })

  test('names who may read it', async () => {
    const seen = forResearch(shared(wardRound(), 'research'), nothingReleased)
    expect(await rendered(format, dataFor('research', seen))).toMatch(
      /"audience": "research"|research: under/,
    )
    expect(await rendered(format, dataFor('self', forSelf(wardRound())))).toMatch(
      /"audience": "self"|self: the one who was observed/,
    )
  })

  test('keeps kept findings to the protégé and their coach, where the words are released too', async () => {
    const observation = shared(wardRound(), 'research')
    const kept = observation.records.find((record) => record.kept.length > 0)
    const seen = forResearch(observation, { ...nothingReleased, records: new Set([kept?.uuid ?? '']) })
    const shown = await rendered(format, dataFor('research', seen))
    expect(shown).toContain('Max seems bored')
    expect(shown).not.toContain('mind-reading')
  })

  test('shows what was released', async () => {
    const observation = shared(wardRound(), 'research')
    const seen = forResearch(observation, { ...nothingReleased, behaviors: new Set([asks.uuid]) })
    expect(await rendered(format, dataFor('research', seen))).toContain(asks.name)
  })
})

test('the compiler refuses a report of what has not gone through the rule', () => {
  const raw = wardRound()
  const data = dataFor('self', forSelf(raw))
  const wrong: ReportData[] = [
    // @ts-expect-error an observation as it is stored
    { ...data, observations: [raw] },
    // @ts-expect-error the figures of one
    { ...data, summary: summarize(raw) },
    // @ts-expect-error what was said between protégé and coach
    { ...data, reflections },
    // @ts-expect-error what they set out
    { ...data, goals },
    // @ts-expect-error and how
    { ...data, actions },
    // @ts-expect-error what is still to be asked
    { ...data, questions: said.questions },
    // @ts-expect-error a program, which sees no session
    { ...data, audience: 'program' },
  ]
  expect(wrong).toHaveLength(7)
})
