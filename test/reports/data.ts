import { readFileSync } from 'node:fs'
import type { Observation } from '../../src/domain/model.ts'
import { plainStyle } from '../../src/domain/text.ts'
import { summarizeSeveral } from '../../src/measures/several.ts'
import { summarize } from '../../src/measures/summary.ts'
import type { Derivation } from '../../src/measures/types.ts'
import type { Page, ReportData } from '../../src/reports/data.ts'

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

const NAME = 'templates/reports/session.md.liquid'

export const page = (width: number, changes: Partial<Page> = {}): Page => ({
  width,
  unicode: true,
  style: plainStyle,
  template: { name: NAME, text: readFileSync(new URL(`../../${NAME}`, import.meta.url), 'utf8') },
  ...changes,
})
