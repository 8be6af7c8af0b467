/**
 * Questions: whether one opens the other person's thinking, or steers, blames or closes it. Pure; no input or
 * output.
 */

import type { Stage } from '../../domain/model.ts'
import { withoutAllowed, withoutMarks } from '../allow.ts'
import type { CheckOptions, Finding } from '../finding.ts'
import { sentencesAsked } from './asked.ts'
import type { Reading } from './reading.ts'
import { firstMatch, questionFamilies, type RuleMatch } from './registry.ts'
import { withoutRemoved } from './removed.ts'
import type { QuestionFamily, QuestionKind } from './rule.ts'
import { settledJudgment } from './settled.ts'
import { signsOf } from './signs.ts'
import { stageFindings } from './stage.ts'
import { weigh } from './weigh.ts'

export { questionFamilies } from './registry.ts'
export type { QuestionFamily, QuestionKind, QuestionRule } from './rule.ts'
export type { StageRule } from './stage.ts'
export { stageRules } from './stage.ts'

export interface QuestionVerdict {
  kind: QuestionKind
  /** What a question of this kind does to the answer. */
  why: string
  /** How to open it, as a question back to the writer. */
  ask: string
  /** Nothing in an open question, but for what its stage asks for. */
  findings: Finding[]
}

export interface QuestionOptions extends CheckOptions {
  /** Where in a conversation the question will be asked; some stages ask for tentative and plural forms. */
  stage?: Stage
}

/** One sentence that asks, the rule that fits it, and its kind by rule and signs together. */
interface Asked {
  reading: Reading
  match: RuleMatch
  kind: QuestionKind
}

/** Kinds that mark a text wherever they stand in it; several questions of other kinds are a stack. */
const MARKING: readonly QuestionKind[] = ['blame', 'advice', 'leading']

/**
 * Tells what kind of question a text asks. Preambles, greetings and words in quotation marks are left aside;
 * a text of several questions is `stacked` unless one of them blames, advises or leads. A text that asks
 * nothing is `closed`. Takes any string, in time linear in its length.
 */
export function checkQuestion(text: string, options?: QuestionOptions): QuestionVerdict {
  const readings = sentencesAsked(withoutMarks(text), (passage) =>
    withoutRemoved(passage, options?.dictionary),
  )
  const asked = readings.map(weighed)
  const [first] = asked
  if (first === undefined) return NOTHING_ASKED
  const marking = MARKING.map((kind) => asked.find((each) => each.kind === kind)).find(Boolean)
  if (marking === undefined && asked.length > 1) return wholeVerdict(text, readings, 'stacked')
  const one = marking ?? first
  const { kind, reading, match } = one
  const isRuled = kind === match.family.kind
  // A judgment inside says more than that the whole question leads.
  if (kind === 'open' || kind === 'closed' || (kind === 'leading' && !isRuled)) {
    const judged = settledJudgment(text, reading, options)
    if (judged !== undefined) {
      const { why, ask } = judged
      return { kind: 'leading', why, ask, findings: withoutAllowed(text, [judged]) }
    }
  }
  const told = isRuled ? verdict(text, one) : wholeVerdict(text, [reading], kind)
  if (kind !== 'open') return told
  return { ...told, findings: withoutAllowed(text, stageFindings(reading, text, options?.stage)) }
}

const NOTHING_ASKED: QuestionVerdict = {
  kind: 'closed',
  why: 'Nothing is asked.',
  ask: "What would you like to hear about? Could you begin with 'What', 'How' or 'Tell me about …'?",
  findings: [],
}

function weighed(reading: Reading): Asked {
  const match = firstMatch(reading)
  return { reading, match, kind: weigh(signsOf(reading), match.family.kind) }
}

function verdict(text: string, { reading, match }: Asked): QuestionVerdict {
  const { family, rule } = match
  const said = { why: rule.why ?? family.why, ask: rule.ask ?? family.ask }
  return {
    kind: family.kind,
    ...said,
    findings: found(text, family, reading.span(match.from, match.to), said),
  }
}

/** A verdict on whole sentences, from the beginning of the first question to the end of the last. */
function wholeVerdict(text: string, readings: readonly Reading[], kind: QuestionKind): QuestionVerdict {
  const family = questionFamilies.find((each) => each.kind === kind) as QuestionFamily
  const [first, last] = [readings[0] as Reading, readings.at(-1) as Reading]
  const start = first.span(first.opening, first.opening).start
  const end = last.span(0, last.line.length).end
  const said = { why: family.why, ask: family.ask }
  return { kind, ...said, findings: found(text, family, { start, end }, said) }
}

function found(
  text: string,
  { kind, severity }: QuestionFamily,
  { start, end }: { start: number; end: number },
  said: { why: string; ask: string },
): Finding[] {
  if (severity === undefined) return []
  return withoutAllowed(text, [{ rule: kind, severity, start, end, words: text.slice(start, end), ...said }])
}
