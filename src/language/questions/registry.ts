import { advice } from './advice.ts'
import { blame } from './blame.ts'
import { choice } from './choice.ts'
import { closed } from './closed.ts'
import { compile } from './grammar.ts'
import { leading } from './leading.ts'
import { alternativesOf, type Need, NeedIndex } from './needs.ts'
import { open } from './open.ts'
import type { Clause, Reading } from './reading.ts'
import type { Place, QuestionFamily, QuestionRule } from './rule.ts'
import { stacked } from './stacked.ts'

/** All kinds of question, in order of precedence: the first that fits gives its kind. */
export const questionFamilies: readonly QuestionFamily[] = [
  blame,
  advice,
  leading,
  stacked,
  choice,
  closed,
  open,
]

/** A rule that fits a sentence, and the words it fits as offsets into the reading's line. */
export interface RuleMatch {
  family: QuestionFamily
  rule: QuestionRule
  from: number
  to: number
}

/** What the sentence at hand may match. */
const index = new NeedIndex()

/** One alternative of a pattern, compiled for the first sentence that may match it. */
class Alternative {
  readonly mayMatch: () => boolean
  readonly #source: string
  readonly #flags: 'y' | 'g'
  #pattern: RegExp | undefined

  constructor({ source, need }: { source: string; need: Need }, flags: 'y' | 'g') {
    this.mayMatch = index.add(need)
    this.#source = source
    this.#flags = flags
  }

  /** Where it matches, from this place on or just there. */
  match(line: string, place: number): { from: number; to: number } | undefined {
    this.#pattern ??= compile(this.#source, this.#flags)
    this.#pattern.lastIndex = place
    const found = this.#pattern.exec(line)
    return found === null ? undefined : { from: found.index, to: this.#pattern.lastIndex }
  }
}

class Pattern {
  readonly #source: string
  readonly #flags: 'y' | 'g'
  #alternatives: readonly Alternative[] | undefined

  constructor(pattern: string | readonly string[], flags: 'y' | 'g') {
    this.#source = typeof pattern === 'string' ? pattern : pattern.join('|')
    this.#flags = flags
  }

  match(line: string, place: number): { from: number; to: number } | undefined {
    this.#alternatives ??= alternativesOf(this.#source).map((each) => new Alternative(each, this.#flags))
    for (const alternative of this.#alternatives) {
      if (!alternative.mayMatch()) continue
      const found = alternative.match(line, place)
      if (found !== undefined) return found
    }
    return undefined
  }
}

class Matcher {
  readonly family: QuestionFamily
  readonly rule: QuestionRule
  readonly begins: readonly string[] | undefined
  readonly #pattern: Pattern
  readonly #except: Pattern | undefined

  constructor(family: QuestionFamily, rule: QuestionRule) {
    this.family = family
    this.rule = rule
    this.begins = rule.begins?.split(' ')
    this.#pattern = new Pattern(rule.pattern, rule.at === 'anywhere' || rule.at === 'ending' ? 'g' : 'y')
    this.#except = rule.except === undefined ? undefined : new Pattern(rule.except, 'y')
  }

  match(line: string, place: number): RuleMatch | undefined {
    const found = this.#pattern.match(line, place)
    if (found === undefined || this.#except?.match(line, found.from) !== undefined) return undefined
    return { family: this.family, rule: this.rule, ...found }
  }
}

const matchers = questionFamilies.flatMap((family) => family.rules.map((rule) => new Matcher(family, rule)))

/** The characters at the end of a sentence in which a tag ("…, right?") is looked for. */
const ENDING = 60

function placesOf(at: Place, reading: Reading): readonly Clause[] {
  switch (at) {
    case 'opening':
      return reading.openings
    case 'clause':
      return reading.clauses
    case 'joint':
      return reading.joints
    case 'anywhere':
      return reading.openings.slice(0, 1)
    case 'ending':
      return [{ at: Math.max(0, reading.line.length - ENDING), word: '' }]
  }
}

/** Every word that some rule asks a match to begin with; no other tells one rule from another. */
const beginnings = new Set(matchers.flatMap(({ begins }) => begins ?? []))

/** How many kinds of sentence are remembered; past that the memory starts anew. */
const REMEMBERED = 1_000
const remembered = new Map<string, readonly Matcher[]>()

/**
 * The rules that may fit a sentence, by its head and the words its clauses begin with, in order of
 * precedence.
 */
function candidates({ head, clauses, joints }: Reading): readonly Matcher[] {
  const words = [...clauses, ...joints].map(({ word }) => word).filter((word) => beginnings.has(word))
  const key = `${head} ${words.join(' ')}`
  const known = remembered.get(key)
  if (known !== undefined) return known
  const fitting = matchers.filter(
    ({ rule, begins }) =>
      (rule.heads?.includes(head) ?? true) && (begins?.some((word) => words.includes(word)) ?? true),
  )
  if (remembered.size >= REMEMBERED) remembered.clear()
  remembered.set(key, fitting)
  return fitting
}

/** The first rule, in order of precedence, that fits the sentence. The last family fits any. */
export function firstMatch(reading: Reading): RuleMatch {
  index.take(reading.words)
  for (const matcher of candidates(reading)) {
    for (const { at, word } of placesOf(matcher.rule.at, reading)) {
      if (matcher.begins !== undefined && !matcher.begins.includes(word)) continue
      const match = matcher.match(reading.line, at)
      if (match !== undefined) return match
    }
  }
  throw new Error('The last family of questions must fit every sentence')
}
