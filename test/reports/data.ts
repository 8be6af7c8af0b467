import { readdirSync, readFileSync } from 'node:fs'
import type { Observation } from '../../src/domain/model.ts'
import { plainStyle } from '../../src/domain/text.ts'
import { progressOf } from '../../src/measures/change/series.ts'
import { summarizeSeveral } from '../../src/measures/several.ts'
import { summarize } from '../../src/measures/summary.ts'
import type { Derivation } from '../../src/measures/types.ts'
import type { Page, ReportData, Template } from '../../src/reports/data.ts'
import type { Progress } from '../../src/reports/progress.ts'
import { asks, ben } from '../fixtures/observations.ts'

const NOTHING_SAID = { reflections: [], goals: [], actions: [], questions: [] } as const

export const dataOf = (
  observation: Observation,
  changes: Partial<ReportData> = {},
  derivation: Derivation | null = null,
): ReportData => ({
  audience: 'self',
  observations: [observation],
  summary: summarize(observation, derivation),
  averaged: null,
  ...NOTHING_SAID,
  ...changes,
})

export function dataOfSeveral(observations: readonly Observation[]): ReportData {
  const { pooled, averaged } = summarizeSeveral(observations)
  return { audience: 'self', observations, summary: pooled, averaged, ...NOTHING_SAID }
}

const PHASES = {
  baseline: [0.2, 0.35, null, 0.3, 0.28, 0.4],
  'I wait three seconds': [0.5, 0.72, 0.66, 0.9, 0.85, 1],
  'without notes': [0.8, 0.95],
}

/** Questions a minute in fourteen sessions of three phases, in one of which nobody observed. */
export const asking: Progress = {
  behavior: asks,
  measure: 'rate',
  wished: 'increase',
  wishedBy: 'goal',
  cases: progressOf(
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
  leftOut: [],
  redefined: [],
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
