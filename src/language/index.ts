/** Descriptive language: what in a text judges, and what to ask its writer. Pure; no input or output. */

import type { Rule } from './rules/family.ts'
import { families } from './rules/index.ts'

export { checkBehavior } from './behavior.ts'
export type { CheckOptions, Dictionary, Finding } from './finding.ts'
export { checkNote } from './note.ts'
export type { Rule, Severity } from './rules/family.ts'

/** Every rule, in the order in which they claim words that several of them know. */
export const rules: readonly Rule[] = families
