/** Descriptive language: what in a text judges, and what to ask its writer. Pure; no input or output. */

import { behaviorRules } from './behavior.ts'
import type { Rule } from './rules/family.ts'
import { families } from './rules/index.ts'

export { checkBehavior } from './behavior.ts'
export type { CheckOptions, Dictionary, Finding } from './finding.ts'
export { checkNote } from './note.ts'
export { checkQuestion, type QuestionKind, type QuestionVerdict } from './questions/index.ts'
export type { Rule, Severity } from './rules/family.ts'

/** Every rule: those of notes, in the order in which they claim words that several of them know, then those of definitions. */
export const rules: readonly Rule[] = [
  ...families.map(({ id, severity, title, why, ask, matches, passes }) => ({
    id,
    severity,
    title,
    why,
    ask,
    matches,
    passes,
  })),
  ...behaviorRules,
]
