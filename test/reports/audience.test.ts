import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { forResearch, forSelf, type Permission, type ProgramTotals } from '../../src/domain/audience.ts'
import type {
  Action,
  Audience,
  Behavior,
  Goal,
  IdentifiedObservation,
  Observation,
  Reflection,
} from '../../src/domain/model.ts'
import { pseudonyms } from '../../src/domain/pseudonyms.ts'
import type { PersonData, personPage } from '../../src/exchange/person-page.ts'
import type { Source } from '../../src/exchange/source.ts'
import type { Agreement as AgreementOfTwo } from '../../src/measures/agreement/index.ts'
import type { CaseProgress } from '../../src/measures/change/series.ts'
import type { SessionSummary, SeveralSessions } from '../../src/measures/types.ts'
import type { Material } from '../../src/questions/index.ts'
import type { Compared, Comparison } from '../../src/reports/compare.ts'
import { type Render, type ReportData, type ReportQuestion, renderers } from '../../src/reports/index.ts'
import type { Progress } from '../../src/reports/progress.ts'
import type { renderTotals } from '../../src/reports/totals.ts'
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

  test('keeps what was kept of a definition to them as well, where the behavior is released too', async () => {
    const round = shared(wardRound(), 'research')
    const behaviors = round.behaviors.map((one) => ({ ...one, kept: ['passive-blame'] }))
    const observation = { ...round, behaviors }
    const seen = forResearch(observation, { ...nothingReleased, behaviors: new Set([asks.uuid]) })
    expect(await rendered(format, dataFor('research', seen))).not.toContain('passive-blame')
    expect(await rendered(format, dataFor('self', forSelf(observation)))).toContain('passive-blame')
  })

  test('shows what was released', async () => {
    const observation = shared(wardRound(), 'research')
    const seen = forResearch(observation, { ...nothingReleased, behaviors: new Set([asks.uuid]) })
    expect(await rendered(format, dataFor('research', seen))).toContain(asks.name)
  })
})

/** Checked by `npm run typecheck`: a type that lets one of these through does not compile. */
describe('the compiler refuses what has not gone through the rule', () => {
  test('in a report, whatever draws it', () => {
    type Drawn = Parameters<Render>[0]
    expectTypeOf<Observation>().not.toExtend<Drawn['observations'][number]>()
    expectTypeOf<SessionSummary>().not.toExtend<Drawn['summary']>()
    expectTypeOf<SeveralSessions['averaged']>().not.toExtend<Drawn['averaged']>()
    expectTypeOf<Reflection[]>().not.toExtend<Drawn['reflections']>()
    expectTypeOf<Goal[]>().not.toExtend<Drawn['goals']>()
    expectTypeOf<Action[]>().not.toExtend<Drawn['actions']>()
    expectTypeOf<ReportQuestion[]>().not.toExtend<Drawn['questions']>()
    expectTypeOf<'program'>().not.toExtend<Drawn['audience']>()
  })

  test('in the questions of a conversation', () => {
    expectTypeOf<Observation>().not.toExtend<Material['observation']>()
    expectTypeOf<SessionSummary>().not.toExtend<Material['summary']>()
    expectTypeOf<Reflection[]>().not.toExtend<Material['reflections']>()
    expectTypeOf<Goal[]>().not.toExtend<Material['goals']>()
  })

  test('in a comparison and a series', () => {
    expectTypeOf<Compared>().not.toExtend<Comparison['a']>()
    expectTypeOf<Compared>().not.toExtend<Comparison['b']>()
    expectTypeOf<AgreementOfTwo>().not.toExtend<Comparison['agreement']>()
    expectTypeOf<string[]>().not.toExtend<Comparison['leftOut']>()
    expectTypeOf<Behavior>().not.toExtend<Progress['behavior']>()
    expectTypeOf<CaseProgress[]>().not.toExtend<Progress['cases']>()
    expectTypeOf<number[]>().not.toExtend<Progress['leftOut'] | Progress['redefined']>()
  })

  test('in an export, totals and the page about a person', () => {
    expectTypeOf<IdentifiedObservation>().not.toExtend<Source['outlines'][number]>()
    expectTypeOf<ProgramTotals>().not.toExtend<Parameters<typeof renderTotals>[0]>()
    expectTypeOf<PersonData>().not.toExtend<Parameters<typeof personPage>[0]>()
  })
})
