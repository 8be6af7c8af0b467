import { readdirSync, readFileSync } from 'node:fs'
import {
  computedFrom,
  conversationFor,
  forSelf,
  type Reader,
  type Released,
} from '../../src/domain/audience.ts'
import type { Action, Goal, Observation, Reflection } from '../../src/domain/model.ts'
import { plainStyle } from '../../src/domain/text.ts'
import { progressOf } from '../../src/measures/change/series.ts'
import { summarizeSeveral } from '../../src/measures/several.ts'
import { summarize } from '../../src/measures/summary.ts'
import type { Derivation } from '../../src/measures/types.ts'
import type { Page, ReportData, ReportQuestion, Template } from '../../src/reports/data.ts'
import type { Progress } from '../../src/reports/progress.ts'
import { asks, ben } from '../fixtures/observations.ts'

/** What was said about a session. */
interface Said {
  readonly reflections?: readonly Reflection[]
  readonly goals?: readonly Goal[]
  readonly actions?: readonly Action[]
  readonly questions?: readonly ReportQuestion[]
}

const saidTo = (
  audience: Reader,
  { reflections = [], goals = [], actions = [], questions = [] }: Said,
): Pick<ReportData, keyof Said> => ({
  reflections: conversationFor(audience, reflections),
  goals: conversationFor(audience, goals),
  actions: conversationFor(audience, actions),
  questions: conversationFor(audience, questions),
})

/** The report that the protégé and their coach see. */
export const dataOf = (
  observation: Observation,
  said: Said = {},
  derivation: Derivation | null = null,
): ReportData => dataFor('self', forSelf(observation), said, derivation)

export const dataFor = (
  audience: Reader,
  observation: Released<Observation>,
  said: Said = {},
  derivation: Derivation | null = null,
): ReportData => ({
  audience,
  observations: [observation],
  summary: computedFrom(observation, (seen) => summarize(seen, derivation)),
  averaged: null,
  ...saidTo(audience, said),
})

export const dataOfSeveral = (observations: readonly Observation[]): ReportData =>
  dataOfSeveralFor('self', observations.map(forSelf))

export function dataOfSeveralFor(
  audience: Reader,
  observations: readonly Released<Observation>[],
): ReportData {
  const figures = computedFrom(observations, (seen) => summarizeSeveral(seen))
  return {
    audience,
    observations,
    summary: computedFrom(figures, ({ pooled }) => pooled),
    averaged: computedFrom(figures, ({ averaged }) => averaged),
    ...saidTo(audience, {}),
  }
}

const PHASES = {
  baseline: [0.2, 0.35, null, 0.3, 0.28, 0.4],
  'I wait three seconds': [0.5, 0.72, 0.66, 0.9, 0.85, 1],
  'without notes': [0.8, 0.95],
}

/** Questions a minute in fourteen sessions of three phases, in one of which nobody observed. */
export const asking: Progress = {
  audience: 'self',
  behavior: forSelf(asks),
  measure: 'rate',
  wished: 'increase',
  wishedBy: 'goal',
  cases: forSelf(
    progressOf(
      Object.entries(PHASES)
        .flatMap(([phase, values]) => values.map((value) => ({ phase, value })))
        .map(({ phase, value }, index) => ({
          case: ben.name,
          phase,
          session: index + 3,
          place: index + 1,
          value: value === null ? { value, why: 'no time was observed' } : { value },
        })),
      'increase',
      { kind: 'rate', minutes: 40 },
    ),
  ),
  leftOut: forSelf([]),
  redefined: forSelf([]),
}

const FOLDER = new URL('../../templates/reports/', import.meta.url)

/** A shipped template, with all that it may take in. */
export function shippedTemplate(file: string): Template {
  const parts = Object.fromEntries(
    readdirSync(FOLDER).map((name) => [
      name,
      { name: `templates/reports/${name}`, text: readFileSync(new URL(name, FOLDER), 'utf8') },
    ]),
  )
  return { name: file, text: '', ...parts[file], parts }
}

export const page = (width: number, changes: Partial<Page> = {}): Page => ({
  width,
  unicode: true,
  style: plainStyle,
  template: shippedTemplate('session.md.liquid'),
  ...changes,
})
