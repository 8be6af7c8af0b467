/** Every rule that a finding may name, for those who want to read about them. */

import type { TextKind } from './check.ts'
import { rules as noteRules } from './index.ts'
import { type QuestionKind, questionFamilies, stageRules } from './questions/index.ts'
import type { Severity } from './rules/family.ts'

export interface RuleEntry {
  readonly id: string
  readonly severity: Severity
  readonly title: string
  readonly why: string
  readonly ask: string
  /** Texts in which the rule finds something. */
  readonly matches: readonly string[]
  /** Texts in which it finds nothing. */
  readonly passes: readonly string[]
}

const noteEntries: readonly RuleEntry[] = noteRules

const TITLES: Readonly<Record<QuestionKind, string>> = {
  open: 'Open questions',
  closed: 'Questions that one word answers',
  choice: 'Questions with the answers in them',
  stacked: 'Several questions in one',
  leading: 'Questions that say which answer is wanted',
  advice: 'Advice in the form of a question',
  blame: 'Questions that ask for a defence',
}

const questionEntries: readonly RuleEntry[] = [
  ...questionFamilies.flatMap(({ kind, severity, why, ask, rules }) =>
    severity === undefined
      ? []
      : {
          id: kind,
          severity,
          title: TITLES[kind],
          why,
          ask,
          matches: rules.flatMap(({ matches }) => matches.slice(0, 1)),
          passes: rules.flatMap(({ passes }) => passes.slice(0, 1)),
        },
  ),
  ...stageRules.map(({ id, stages, why, ask, matches, passes }) => ({
    id,
    severity: 'vague' as const,
    title: `A form for questions of the stages ${stages.join(', ')}`,
    why,
    ask,
    matches,
    passes,
  })),
]

/** The rules for texts of one kind. */
export const rulesFor = (kind: TextKind): readonly RuleEntry[] =>
  kind === 'question' ? questionEntries : noteEntries

export const allRules: readonly RuleEntry[] = [...noteEntries, ...questionEntries]
