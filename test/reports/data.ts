import { readdirSync, readFileSync } from 'node:fs'
import type { Observation } from '../../src/domain/model.ts'
import { plainStyle } from '../../src/domain/text.ts'
import { summarizeSeveral } from '../../src/measures/several.ts'
import { summarize } from '../../src/measures/summary.ts'
import type { Derivation } from '../../src/measures/types.ts'
import type { Page, ReportData, Template } from '../../src/reports/data.ts'

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
