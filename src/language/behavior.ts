/**
 * The checker for a behavior's definition. Two observers can agree on a definition that names who acts, an act that
 * can be seen or heard, and a bound: what counts and what does not. An absence ("does not talk") is no act; nobody
 * can mark the moment at which it happens.
 */

import { withoutAllowed, withoutMarks } from './allow.ts'
import type { CheckOptions, Finding } from './finding.ts'
import { formsOf } from './inflect.ts'
import observable from './lexicon/observable.yaml'
import { checkNote } from './note.ts'
import type { Rule } from './rules/family.ts'
import { Sentence } from './sentence.ts'
import { readPassage, type Token } from './text.ts'

interface DefinitionRule extends Rule {
  /** Whether the definition has what this rule asks for. */
  isMet: (definition: Definition) => boolean
}

interface Definition {
  sentences: readonly Sentence[]
  tokens: readonly Token[]
}

const ACTS = new Set((observable as { verbs: string }).verbs.split(',').map((verb) => verb.trim()))
const NEGATIONS = new Set(['not', 'never'])
const HELPERS = new Set(['do', 'does', 'did', 'will', 'is', 'can'])
/** Words that draw a bound: a clause that restricts, an example, an exception, an amount. */
const BOUNDS = new Set(
  'that which who whose when whenever while if unless until without within before after during except excluding including only any each every either or not such example e.g i.e from to into with at least most count counts counted for'.split(
    ' ',
  ),
)

const definitionRules: readonly DefinitionRule[] = [
  {
    id: 'actor',
    severity: 'vague',
    title: 'Who acts',
    why: 'The definition names nobody who acts.',
    ask: 'Who does it? How would the sentence begin with that person?',
    matches: ['Questions are asked that need more than one word.'],
    passes: ['Ben asks a question that needs more than one word.'],
    isMet: ({ sentences }) => sentences.some(hasActor),
  },
  {
    id: 'action',
    severity: 'vague',
    title: 'An act that can be seen or heard',
    why: 'The definition holds no verb of which two observers could say that it happened.',
    ask: 'What would a camera show, or a microphone catch, at the moment at which it happens?',
    matches: ['Ben is present for the group.'],
    passes: ['Ben turns to the pupil who speaks.'],
    isMet: ({ tokens }) => tokens.some((token) => formsOf(token.norm).some((form) => ACTS.has(form))),
  },
  {
    id: 'absence',
    severity: 'vague',
    title: 'An act, not the lack of one',
    why: '"{words}" tells what does not happen; a thing that does not happen has no moment to record.',
    ask: 'What does the person do in that time? Which act would you see in its place?',
    matches: ['Ben does not interrupt a pupil who speaks.'],
    passes: ['Ben waits until the pupil stops, a nod does not count.'],
    isMet: ({ tokens }) => !startsWithAbsence(tokens),
  },
  {
    id: 'boundary',
    severity: 'vague',
    title: 'What counts and what does not',
    why: 'The definition draws no line between what counts and what is near to it.',
    ask: 'Which example would count, and which one that is close to it would not?',
    matches: ['Ben smiles.'],
    passes: ['Ben smiles with his teeth in view, a grin at the screen does not count.'],
    isMet: ({ tokens }) =>
      tokens.some((token) => BOUNDS.has(token.norm) || token.kind === 'number' || token.quoted),
  },
]

/** The rules that a definition has beside those of a note. */
export const behaviorRules: readonly Rule[] = definitionRules

/**
 * Checks that a behavior's definition can be observed: everything that a note is checked for, and then what is
 * missing. A finding on what is missing spans the first sentence. A blank text has no findings.
 */
export function checkBehavior(text: string, options?: CheckOptions): Finding[] {
  const passage = readPassage(withoutMarks(text))
  const definition: Definition = {
    tokens: passage.tokens,
    sentences: passage.sentences.map((range) => new Sentence(passage, range)),
  }
  const first = definition.sentences[0]
  if (first === undefined) return []
  const start = first.tokens[first.from]?.start ?? 0
  const end = first.tokens[first.to - 1]?.end ?? start
  const words = text.slice(start, end)
  const missing = definitionRules
    .filter((rule) => !rule.isMet(definition))
    .map(({ id, severity, why, ask }) => ({
      rule: id,
      severity,
      start,
      end,
      words,
      why: why.replaceAll('{words}', () => words),
      ask,
    }))
  return [...checkNote(text, options), ...withoutAllowed(text, missing)]
}

/** A person before the first verb, or at its head a name. */
function hasActor(sentence: Sentence): boolean {
  for (let at = sentence.from; at < sentence.to; at++) {
    if (sentence.norm(at) === 'by') return sentence.isPerson(at + 1) || sentence.isPerson(at + 2)
    if (sentence.isBe(at)) break
    if (sentence.isPerson(at)) return true
  }
  const head = sentence.tokens[sentence.from]
  const next = sentence.norm(sentence.from + 1)
  return (
    head?.capital === true &&
    sentence.isContent(sentence.from) &&
    formsOf(next).some((form) => ACTS.has(form))
  )
}

/** The first verb is one that is denied: 'Ben does not …'. */
function startsWithAbsence(tokens: readonly Token[]): boolean {
  for (let at = 0; at < tokens.length; at++) {
    const { norm } = tokens[at] as Token
    if (NEGATIONS.has(norm)) return at < 6
    if (!HELPERS.has(norm) && at > 0 && formsOf(norm).some((form) => form !== norm && ACTS.has(form)))
      return false
  }
  return false
}
