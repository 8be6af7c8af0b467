/*
 * What a sentence must have for a pattern to match it. A regular expression costs a good part of a
 * millisecond to compile, and most of them can't match most sentences: so the words that a pattern can't do
 * without are read from it first, and it is compiled only for a sentence that has them.
 */

import { letterOf, phraseOf } from './grammar.ts'
import { wordClasses } from './words.ts'

/** Words and letters of classes of which a sentence must have at least one. */
interface Choice {
  words: readonly string[]
  /** The more words to choose from, and the shorter they are, the more sentences have one. */
  common: number
}

/** What a sentence needs to match an alternative, the choice that the fewest sentences have first. */
export type Need = readonly Choice[]

/** One of the alternatives of a pattern: what stands between its bars outside any bracket. */
export interface Alternative {
  source: string
  need: Need
}

/**
 * Finds what a sentence may match: each of its words leads to the needs that it meets the first choice of.
 * To ask need after need would be to look up a thousand words for every sentence.
 */
export class NeedIndex {
  readonly #byWord = new Map<string, { sentence: number }[]>()
  #words: ReadonlySet<string> = new Set()
  #sentence = 0

  /** Takes up the next sentence, by its words and the letters of their classes. */
  take(words: ReadonlySet<string>): void {
    this.#words = words
    this.#sentence++
    for (const word of words) {
      for (const entry of this.#byWord.get(word) ?? NONE) entry.sentence = this.#sentence
    }
  }

  /** Whether the sentence taken up last may match what has this need; it may still not. */
  add([first, ...others]: Need): () => boolean {
    if (first === undefined) return () => true
    const entry = { sentence: hasOne(this.#words, first) ? this.#sentence : 0 }
    for (const word of first.words) {
      const entries = this.#byWord.get(word)
      if (entries === undefined) this.#byWord.set(word, [entry])
      else entries.push(entry)
    }
    return () => entry.sentence === this.#sentence && others.every((choice) => hasOne(this.#words, choice))
  }
}

const NONE: readonly { sentence: number }[] = []

function hasOne(sentence: ReadonlySet<string>, { words }: Choice): boolean {
  for (const word of words) if (sentence.has(word)) return true
  return false
}

/** The alternatives of a pattern, read once from left to right. */
export function alternativesOf(pattern: string): Alternative[] {
  return new Reader(pattern).alternatives()
}

/** A word or mark, a class or phrase, an escape, a set, the opening of a group, a bar, the end of a group. */
const PART =
  /([a-z]\??(?:[a-z]\?|\[[a-z]+\]|[a-z'-])*|[,–—])|\{(\w+)\}|\\.|\[[^\]]*\]|(\((?:\?(?::|<?[=!]))?)|\||\)/g

/** Opens a group that only looks: what stands around it is no part of its words. */
const LOOKING = /^\(\?<?=/
const MAY_REPEAT = / \)\{\d,\d+\}$/

class Reader {
  readonly #pattern: string
  readonly #parts = new RegExp(PART)
  #end = 0

  constructor(pattern: string) {
    this.#pattern = pattern
  }

  /** Up to the bracket that closes these alternatives, or to the end of the pattern. */
  alternatives(): Alternative[] {
    const found: Alternative[] = []
    let from = this.#parts.lastIndex
    let need: Choice[] = []
    for (;;) {
      const part = this.#parts.exec(this.#pattern)
      this.#end = part?.index ?? this.#pattern.length
      if (part === null || part[0] === '|' || part[0] === ')') {
        found.push({ source: this.#pattern.slice(from, this.#end), need })
        if (part?.[0] !== '|') return found
        from = this.#parts.lastIndex
        need = []
      } else {
        const choice = this.#choiceOf(part)
        // A part of a longer word, and what may be left out, are no words to look for.
        const whole = LOOKING.test(part[0]) || (endsWord(this.#pattern, part.index) && this.#beginsWord())
        if (choice !== undefined && whole) add(need, choice)
      }
    }
  }

  #choiceOf([, word, name, opened]: RegExpExecArray): Choice | undefined {
    if (word !== undefined) return spellings(word)
    if (name !== undefined) return named(name)
    if (opened === undefined) return undefined
    const choice = anyOf(this.alternatives())
    // What must not stand there needs nothing.
    return opened.endsWith('!') ? undefined : choice
  }

  #beginsWord(): boolean {
    const at = this.#parts.lastIndex
    const after = this.#pattern[at] ?? ' '
    if (after !== '(') return after === ' ' || after === '|' || after === ')'
    return ['(?: ', '(?! ', '(?= '].some((opening) => this.#pattern.startsWith(opening, at))
  }
}

/** Whether no letters of the same word stand, or may stand, before this place. */
function endsWord(pattern: string, at: number): boolean {
  const before = pattern[at - 1] ?? ' '
  if (before === '?' || before === '*') return pattern.startsWith(' )', at - 3)
  if (before === ')') return pattern[at - 2] === ' '
  if (before === '}') return MAY_REPEAT.test(pattern.slice(Math.max(0, at - 8), at))
  return ' |:=^('.includes(before)
}

function oneWord(word: string): Choice {
  return { words: [word], common: STRUCTURE.has(word) ? 1 : 1 / word.length ** 3 }
}

/** The words, and the letters of their classes, that most sentences have. */
const STRUCTURE = new Set<string>()
for (const { letter, words } of [
  wordClasses.wh,
  wordClasses.aux,
  wordClasses.pronoun,
  wordClasses.determiner,
]) {
  for (const word of [letter, ...words.trim().split(/\s+/)]) STRUCTURE.add(word)
}

/** A letter that may be missing, or one of several: `colou?r`, `reali[sz]e`. */
const VARIED = /([a-z'-])\?|\[([a-z]+)\]/

/** The word in each of the ways in which a pattern spells it. */
function spellings(spelled: string): Choice {
  const varied = VARIED.exec(spelled)
  if (varied === null) return oneWord(spelled)
  const [part, letter, letters] = varied
  const before = spelled.slice(0, varied.index)
  const after = spelled.slice(varied.index + part.length)
  const ways = letters === undefined ? [letter, ''] : [...letters]
  return either(ways.map((way) => spellings(before + way + after)))
}

/** The choice that the fewest sentences have comes first. */
function add(need: Choice[], choice: Choice): void {
  const first = need[0]
  if (first === undefined || first.common <= choice.common) need.push(choice)
  else need.unshift(choice)
}

/** One word that each of several alternatives can't do without; none when one of them needs nothing. */
function anyOf(alternatives: readonly Alternative[]): Choice | undefined {
  const choices = alternatives.map(({ need }) => need[0])
  return choices.every((choice) => choice !== undefined) ? either(choices) : undefined
}

function either(choices: readonly Choice[]): Choice {
  return {
    words: choices.flatMap(({ words }) => words),
    common: choices.reduce((sum, { common }) => sum + common, 0),
  }
}

/** What the classes and phrases need by name: some stand in a great many patterns. */
const known = new Map<string, Choice | undefined>()

function named(name: string): Choice | undefined {
  if (known.has(name)) return known.get(name)
  const letter = letterOf(name)
  const choice = letter === undefined ? anyOf(alternativesOf(phraseOf(name) ?? '')) : oneWord(letter)
  known.set(name, choice)
  return choice
}
