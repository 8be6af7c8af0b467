/** Every rule that a finding may name, for those who want to read about them. */

import type { TextKind } from './check.ts'
import { rules as noteRules } from './index.ts'
import { questionFamilies, stageRules } from './questions/index.ts'
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

const questionEntries: readonly RuleEntry[] = [
  ...questionFamilies.flatMap(({ kind, severity, why, ask, rules }) =>
    severity === undefined
      ? []
      : {
          id: kind,
          severity,
          title: `Questions of the kind '${kind}'`,
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
