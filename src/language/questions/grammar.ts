import { formsOf } from '../inflect.ts'
import { type WordClass, wordClasses } from './words.ts'

/**
 * The small language in which the rules are written: a regular expression over a sentence in canonical form (see
 * `reading.ts`), where `{name}` stands for a class of words or for one of the phrases below.
 *
 * In a canonical sentence each word carries the letters of its classes before it, as capitals: `Wwhat Vdid Pyou see`.
 * So a class is matched by its letter, and a hundred words cost no more than one. Patterns are written without the
 * letters; `compile` adds them.
 */
const PHRASES: Record<string, string> = {
  nobody: 'nobody|no one|no-one|none of you|none of them|not one of you',
  /** A person or persons other than 'you': 'she', 'the night staff', 'my manager'. */
  human: 'he|she|they|{determiner} (?:[\\w-]+ ){0,2}{person}',
  /** A few words inside one clause. */
  few: "[\\w'-]+(?: [\\w'-]+){0,3}",
  /** A stretch of words and marks inside one sentence. */
  gap: '[^?]+?',
  /** What follows a fact asked for and opens the question after all: 'Who do you admire, and why?' */
  opened:
    '{gap} and (?:how|why|in what ways?|for what reason|what (?:makes|made|tells|told|draws|drew|leads|led|brings|brought) {few}) ?(?:\\?|!|\\.|$)',
  /** Where the question ends. */
  end: '\\?|!|\\.|$',
  fault:
    '{faultVerb}|g[ai]ve up|walk(?:ed)? out|h[au]ng up|leave out|left out|make (?:such|so many|that|the same|this|a) (?:\\w+ )?(?:mistakes?|errors?|mess)|get (?:so|it so|this so|that so|so far) \\w+|end up',
  failing: '{faultNoun}|poor \\w+|bad \\w+|low \\w+',
  thing:
    '{factNoun}|date of birth|(?:\\w+ )?number|(?:job )?title|blood pressure|pain level|zip code|marital status|due date|start date|end date',
  proposing: '{gerund}|talking to|speaking to',
}

/** The letters by word: of the words that are listed in every form, and of the base forms of the others. */
let letters: { listed: Map<string, string>; inflected: Map<string, string> } | undefined

/** The letters of a word's classes, always in the same order; an empty string for most words. */
export function lettersOf(word: string): string {
  letters ??= { listed: lettersByWord(false), inflected: lettersByWord(true) }
  const { listed, inflected } = letters
  const base = formsOf(word).find((form) => inflected.has(form))
  return (listed.get(word) ?? '') + (base === undefined ? '' : inflected.get(base))
}

function lettersByWord(ofInflected: boolean): Map<string, string> {
  const found = new Map<string, string>()
  for (const { letter, words, inflected = false } of Object.values<WordClass>(wordClasses)) {
    if (inflected !== ofInflected) continue
    for (const word of words.trim().split(/\s+/)) found.set(word, (found.get(word) ?? '') + letter)
  }
  return found
}

/** A class or phrase, an escape, a set of characters, or a word: the parts of a pattern that `compile` looks at. */
const PART = /\{(\w+)\}|\\.|\[[^\]]*\]|'?[a-z][a-z'-]*/g

function expand(pattern: string): string {
  return pattern.replace(PART, (part, name: string | undefined, at: number) => {
    if (name !== undefined) return `(?:${named(name)})`
    if (!/^['a-z]/.test(part)) return part
    // A word that goes on in a group or a set ('mistakes?', 'reali[sz]e') is no whole word to look up.
    return /^[?[]|^\(\?:[a-z]/.test(pattern.slice(at + part.length))
      ? `[A-Z]*${part}`
      : lettersOf(part) + part
  })
}

/** The letter of a class of words, if there is one of this name. */
export function letterOf(name: string): string | undefined {
  return (wordClasses as Record<string, WordClass | undefined>)[name]?.letter
}

function named(name: string): string {
  const phrase = PHRASES[name]
  if (phrase !== undefined) return expand(phrase)
  const letter = letterOf(name)
  if (letter === undefined) throw new Error(`No class of words is called {${name}}`)
  return `[A-Z]*${letter}[A-Za-z'-]+`
}

/** A pattern of some first words and one of several ways to go on. */
export function either(first: string, ...next: string[]): string {
  return `${first} (?:${next.join('|')})`
}

/**
 * Compiles a pattern, or several of which any may match. It matches whole words only.
 * @param flags `y` to match at one place, `g` to search from a place on
 */
export function compile(pattern: string | readonly string[], flags: 'y' | 'g'): RegExp {
  const alternatives = typeof pattern === 'string' ? pattern : pattern.join('|')
  const source = `(?:${expand(alternatives)})(?![\\w'])`
  return new RegExp(flags === 'y' ? source : `(?<![\\w'])${source}`, flags)
}
