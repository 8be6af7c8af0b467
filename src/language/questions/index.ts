import type { Stage } from '../../domain/model.ts'
/**
 * Questions: whether one opens the other person's thinking, or steers, blames or closes it. Pure; no input or
 * output.
 */

import { withoutAllowed, withoutMarks } from '../allow.ts'
import type { CheckOptions, Dictionary, Finding } from '../finding.ts'
import { paragraphs, readPassage } from '../text.ts'
import { type Reading, readSentence } from './reading.ts'
import { firstMatch, questionFamilies, type RuleMatch } from './registry.ts'
import { withoutRemoved } from './removed.ts'
import type { QuestionFamily, QuestionKind } from './rule.ts'
import { settledJudgment } from './settled.ts'
import { stageFindings } from './stage.ts'

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

/** One sentence that asks, and the rule that gave it its kind. */
interface Asked {
  reading: Reading
  match: RuleMatch
}

/** Kinds that mark a text wherever they stand in it; several questions of other kinds are a stack. */
const MARKING: readonly QuestionKind[] = ['blame', 'advice', 'leading']

/**
 * Tells what kind of question a text asks. Preambles, greetings and words in quotation marks are left aside;
 * a text of several questions is `stacked` unless one of them blames, advises or leads. A text that asks
 * nothing is `closed`. Takes any string, in time linear in its length.
 */
export function checkQuestion(text: string, options?: QuestionOptions): QuestionVerdict {
  const asked = askedIn(withoutMarks(text), options?.dictionary)
  const first = asked[0]
  if (first === undefined) return NOTHING_ASKED
  const marking = MARKING.map((kind) => asked.find(({ match }) => match.family.kind === kind)).find(Boolean)
  if (marking !== undefined) return verdict(text, marking)
  const last = asked.at(-1)
  if (asked.length > 1 && last !== undefined) return severalAsked(text, first, last)
  const { kind } = first.match.family
  const judged =
    kind === 'open' || kind === 'closed' ? settledJudgment(text, first.reading, options) : undefined
  if (judged !== undefined)
    return { kind: 'leading', why: judged.why, ask: judged.ask, findings: withoutAllowed(text, [judged]) }
  if (kind !== 'open') return verdict(text, first)
  const { why, ask } = first.match.family
  return {
    kind: 'open',
    why,
    ask,
    findings: withoutAllowed(text, stageFindings(first.reading, text, options?.stage)),
  }
}

const NOTHING_ASKED: QuestionVerdict = {
  kind: 'closed',
  why: 'Nothing is asked.',
  ask: "What would you like to hear about? Could you begin with 'What', 'How' or 'Tell me about …'?",
  findings: [],
}

/** The sentences that ask: those with a question mark; without any, the requests; without those, all. */
function askedIn(text: string, dictionary: Dictionary | undefined): Asked[] {
  const readings: Reading[] = []
  for (const { start, end } of paragraphs(text)) {
    const passage = readPassage(text, start, end)
    const tokens = withoutRemoved(passage, dictionary)
    for (const sentence of passage.sentences) {
      const says = tokens.slice(sentence.from, sentence.to).some(({ kind }) => kind !== 'mark')
      if (says) readings.push(readSentence(tokens, sentence))
    }
  }
  let asking = readings.filter((reading) => reading.marked)
  if (asking.length === 0) asking = readings.filter((reading) => reading.head !== 'statement')
  if (asking.length === 0) asking = readings
  return asking.map((reading) => ({ reading, match: firstMatch(reading) }))
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

const stackedFamily = questionFamilies.find((family) => family.kind === 'stacked') as QuestionFamily

function severalAsked(text: string, first: Asked, last: Asked): QuestionVerdict {
  const { kind, why, ask } = stackedFamily
  const start = first.reading.span(first.reading.opening, first.reading.opening).start
  const end = last.reading.span(0, last.reading.line.length).end
  return { kind, why, ask, findings: found(text, stackedFamily, { start, end }, { why, ask }) }
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
