import { formsOf } from '../inflect.ts'
import { type WordClass, wordClasses } from './words.ts'

/**
 * The small language in which the rules are written: a regular expression over a sentence in canonical form
 * (see `reading.ts`), where `{name}` stands for a class of words or for one of the phrases below.
 *
 * In a canonical sentence each word carries the letters of its classes before it, as capitals:
 * `Wwhat Vdid Pyou see`. So a class is matched by its letter, and a hundred words cost no more than one.
 * Patterns are written without the letters; `compile` adds them.
 */
const PHRASES: Record<string, string> = {
  nobody: oneOf(
    'nobody|no one|no-one|none of (?:you|them|the \\w+)',
    'not (?:one of you|a single (?:person|one of you|{person}))',
  ),
  contempt: oneOf(
    'geniuses|genius|idiots?|clowns?|fools?|morons?|jokers?|bright sparks?|muppets?|imbeciles?|amateurs?',
    'wise guys?',
  ),
  /** A person or persons other than 'you': 'she', 'the night staff', 'my manager'. */
  human: 'he|she|they|{determiner} (?:[\\w-]+ ){0,2}{person}',
  /** A few words inside one clause. */
  few: "[\\w'-]+(?: [\\w'-]+){0,3}",
  /** A stretch of words and marks inside one sentence. */
  gap: '[^?]+?',
  /** What follows a fact asked for and opens the question after all: 'Who do you admire, and why?' */
  opened: sequence(
    '{gap} and ',
    oneOf(
      'how|why|in what ways?|for what reason',
      either(
        'what',
        '(?:makes|made|tells|told|draws|drew|leads|led|brings|brought) {few}',
        'would (?:raise|take|make|help|change|move) {few}',
      ),
    ),
    ' ?(?:\\?|!|\\.|$)',
  ),
  /** Where the question ends. */
  end: '\\?|!|\\.|$',
  fault: oneOf(
    '{faultVerb}|g[ai]ve up|walk(?:ed)? out|h[au]ng up|leave out|left out',
    'make (?:such|so many|that|the same|this|a) (?:\\w+ )?(?:mistakes?|errors?|mess)',
    'get (?:so|it so|this so|that so|so far) (?!many|much|far ?{end}|good)\\w+',
    'end up(?! (?:choosing|working|teaching|here|in this|with (?:this|that)))|cut corners',
    'drag (?:your|his|her|their|our) (?:feet|heels)|(?:look|looked) the other way|turn(?:ed)? a blind eye',
    'st[ao](?:nd|od) (?:by|around|there)|(?:do|did|say|said) nothing|walk(?:ed)? (?:away from|past)',
    '(?:storm|wander)(?:ed)? (?:off|out)|roll(?:ed)? your eyes|(?:throw|threw) away|lash(?:ed)? out',
    '(?:take|took) (?:no|so long)|sit on|sat on (?:it|this|that|the)',
    '(?:go|went) (?:ahead|over|off|behind) (?:without|my|his|her|script)|double-book|set fire',
  ),
  failing: '{faultNoun}|poor \\w+|bad \\w+|low \\w+',
  thing: oneOf(
    '{factNoun}|date of birth|(?:\\w+ )?number|(?:job )?title|blood pressure|pain level|zip code',
    'marital status|due date|start date|end date',
  ),
  /** Praise that a survey puts before what it asks about. */
  service: oneOf(
    'friendly|efficient|award-winning|stunning|helpful|innovative|popular|world-class|top-quality',
    'high-quality|dedicated|hard-working|revolutionary|state-of-the-art|best-selling|talented|improved',
    'quality|caring|luxurious|premium|handy|tasty|easy-to-use|cutting-edge|generous|legendary',
  ),
  /** What everybody is held to. */
  bound: oneOf(
    'rules?|policy|policies|checklists?|deadlines?|law|standards?|procedures?|protocols?|limits?|handbook',
    'training|meetings?|targets?|briefings?|steps?',
  ),
  /** What people or things do for somebody: with these 'what kind of manager …' asks for a wish. */
  helping: oneOf(
    'brings|makes|helps|gets (?:the|you|your|more)|works|suits|motivates|inspires|needs|wants|enjoys|likes',
    'benefits|responds',
    'draws|excites|lets|gives|understands|listens|supports',
  ),
  proposing: '{gerund}|talking to|speaking to',
  /** Verbs with which 'how could you' looks for a way forward. */
  constructive: oneOf(
    'use|make|help|find|change|improve|adapt|adjust|support|apply|share|build|plan|include|involve|invite',
    'encourage|measure|test|check|know|get|set|turn|show|explain|approach|respond|handle|ask|teach|work',
    'learn|manage|ensure|create|prepare|practi[sc]e|organi[sz]e|develop|react|describe|tell|communicate',
    'prevent|avoid|protect|reach|balance|move|deal|cope|stay|remain|bring|engage|address|solve|frame',
    'phrase|present',
  ),
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

/**
 * A class or phrase, an escape, a set of characters, or a word: the parts of a pattern that `compile` looks
 * at.
 */
const PART = /\{(\w+)\}|\\.|\[[^\]]*\]|'?[a-z][a-z'-]*/g
/** A word that goes on in a group or a set ('mistakes?', 'reali[sz]e') is no whole word to look up. */
const GOES_ON = /[?[]|\(\?:[a-z]/y
/** The words of patterns with their letters: a few of them stand in most patterns. */
const spelled = new Map<string, string>()

function expand(pattern: string): string {
  return pattern.replace(PART, (part, name: string | undefined, at: number) => {
    if (name !== undefined) return `(?:${named(name)})`
    if (!/^['a-z]/.test(part)) return part
    GOES_ON.lastIndex = at + part.length
    return GOES_ON.test(pattern) ? `[A-Z]*${part}` : spelt(part)
  })
}

function spelt(word: string): string {
  const known = spelled.get(word)
  if (known !== undefined) return known
  const written = lettersOf(word) + word
  spelled.set(word, written)
  return written
}

/** The letter of a class of words, if there is one of this name. */
export function letterOf(name: string): string | undefined {
  return (wordClasses as Record<string, WordClass | undefined>)[name]?.letter
}

/** The phrase of this name, as a pattern, if there is one. */
export function phraseOf(name: string): string | undefined {
  return PHRASES[name]
}

function named(name: string): string {
  const phrase = phraseOf(name)
  if (phrase !== undefined) return expand(phrase)
  const letter = letterOf(name)
  if (letter === undefined) throw new Error(`No class of words is called {${name}}`)
  return `[A-Z]*${letter}[A-Za-z'-]+`
}

/** Patterns one after the other, each with the spaces that belong to it. */
export function sequence(...parts: string[]): string {
  return parts.join('')
}

/** One of several patterns, as a group. */
export function oneOf(...patterns: string[]): string {
  return `(?:${patterns.join('|')})`
}

/** A place where none of several patterns follows. */
export function noneOf(...patterns: string[]): string {
  return `(?!${patterns.join('|')})`
}

/** A pattern of some first words and one of several ways to go on. */
export function either(first: string, ...next: string[]): string {
  return `${first} ${oneOf(...next)}`
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
