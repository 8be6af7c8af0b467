import type { Stage } from '../../domain/model.ts'
import type { Finding } from '../finding.ts'
import { compile, oneOf } from './grammar.ts'
import type { Reading } from './reading.ts'

/** A form that the questions of some stages should have. Its examples run as tests. */
export interface StageRule {
  id: 'tentative' | 'plural' | 'presupposition'
  stages: readonly Stage[]
  /** The form, as a pattern in the language of `grammar.ts`. */
  pattern: string | readonly string[]
  /** Whether the form should be there, or should not. */
  wanted: boolean
  why: string
  ask: string
  matches: readonly string[]
  passes: readonly string[]
}

export const stageRules: readonly StageRule[] = [
  {
    id: 'tentative',
    stages: ['inference', 'implication', 'options'],
    pattern: [
      'might|may|could|would|perhaps|maybe|possible|possibly|possibilities|if|imagine|suppose|wonder',
      'wondering|seem|seems|likely|hunch|hunches|guess|thoughts|think',
    ],
    wanted: true,
    why: 'At this stage one right answer closes the search, and tentative words keep it open.',
    ask: "Could you ask with 'might': 'What might explain …?'",
    matches: ['What explains the pause?'],
    passes: ['What might explain the pause?', 'What do you think was going on?'],
  },
  {
    id: 'plural',
    stages: ['inference', 'implication', 'options'],
    pattern: oneOf(
      'some|several|different|other|else|all|both|these|those|more|various|many|what are|what were',
      "in what ways|(?:[a-z'-]{2,}(?:[a-rt-z]s|ss?es))|people|children|criteria|data",
    ),
    wanted: true,
    why: 'It asks for one answer where several are welcome.',
    ask: "Could you ask for more than one: 'What are some of the …?'",
    matches: ['What might be the reason for that?'],
    passes: ['What might be some of the reasons for that?', 'What else might explain it?'],
  },
  {
    id: 'presupposition',
    stages: ['goal', 'options', 'commit'],
    pattern: [
      'if any|if anything|any|anything|anyone|able to|manage to',
      '(?:can|could) you (?:think of|come up with|see yourself)|do you have|even|at all',
    ],
    wanted: false,
    why: 'It leaves room for the thought that there may be none.',
    ask: "Could you take it as given that there is something: 'What are some of the ways in which you …?'",
    matches: ['What ways, if any, do you see?'],
    passes: ['What are some of the ways you see?'],
  },
]

let compiled: Map<StageRule, RegExp> | undefined

/** The forms that a stage asks for and an open question lacks, at the words where the question begins. */
export function stageFindings(reading: Reading, text: string, stage: Stage | undefined): Finding[] {
  if (stage === undefined) return []
  compiled ??= new Map(stageRules.map((rule) => [rule, compile(rule.pattern, 'g')]))
  const findings: Finding[] = []
  for (const [rule, pattern] of compiled) {
    if (!rule.stages.includes(stage)) continue
    pattern.lastIndex = 0
    const found = pattern.exec(reading.line)
    if ((found !== null) === rule.wanted) continue
    const from = found?.index ?? reading.opening
    const { start, end } = reading.span(from, found === null ? reading.line.length : pattern.lastIndex)
    const { id, why, ask } = rule
    findings.push({ rule: id, severity: 'vague', start, end, words: text.slice(start, end), why, ask })
  }
  return findings
}
