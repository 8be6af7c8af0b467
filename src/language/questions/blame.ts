import { howRules } from './blame-how.ts'
import { markRules } from './blame-marks.ts'
import { reasonRules } from './blame-reason.ts'
import { rhetoricRules } from './blame-rhetoric.ts'
import { whatRules } from './blame-what.ts'
import { whyRules } from './blame-why.ts'
import { whyOthersRules } from './blame-why-others.ts'
import { yesNoRules } from './blame-yes-no.ts'
import type { QuestionFamily } from './rule.ts'

/**
 * Questions that ask a person to justify a fault. They are heard as reproach, and answered with a defence.
 */
export const blame: QuestionFamily = {
  kind: 'blame',
  severity: 'judgment',
  why: 'It asks the person to justify a fault, and invites a defence instead of thought.',
  ask: "Could you ask about what happened instead: 'What led to …?'",
  rules: [
    ...whyRules,
    ...whyOthersRules,
    ...whatRules,
    ...reasonRules,
    ...howRules,
    ...yesNoRules,
    ...rhetoricRules,
    ...markRules,
  ],
}
