/** The words and phrases of all rules in one index, looked up by their first words in whatever form they are written. */

import { bases, formsOf, type WordClass } from './inflect.ts'
import { tokenize } from './text.ts'

/**
 * One group of a lexicon file, as a coach reads and extends it: terms in alphabetical order, separated by a comma and
 * a space. A test tells a term that is out of its place.
 */
export interface Group {
  name: string
  /** A sentence in which this group finds something, and one in which no rule does. */
  matches: string
  passes: string
  /** The condition under which these words are a finding; without one they always are. */
  when?: string
  adjectives?: string
  verbs?: string
  nouns?: string
  words?: string
  phrases?: string
}

export interface LexiconFile {
  groups: Group[]
  /** Fixed phrases, names of things and literal senses in which a listed word is no finding. */
  except?: string
}

export interface Term {
  /** The rule's id; empty for an exception. */
  rule: string
  as: WordClass
  /** The words as they must follow each other, each in its base form. */
  words: string[]
  /** Whether one of the words stands for many: 'their', '...'. */
  loose: boolean
  when: string | undefined
}

/** What may begin with one written word. */
export interface Candidates {
  /** Terms of this one word. */
  single: Term[]
  /** Longer terms by the base form of their second word. */
  bySecond: Map<string, Term[]>
  /** Longer terms whose second word stands for many. */
  open: Term[]
}

/** Most words begin no term. */
const NO_CANDIDATES: Candidates = { single: [], bySecond: new Map(), open: [] }

interface Source {
  /** Terms in alphabetical order, separated by ', '. */
  text: string
  rule: string
  as: WordClass
  when: string | undefined
}

const CLASSES = [
  ['adjectives', 'adjective'],
  ['verbs', 'verb'],
  ['nouns', 'noun'],
  ['words', 'word'],
  ['phrases', 'phrase'],
] as const

/** The words that are remembered with their candidates; past this many the memory starts anew. */
const REMEMBERED = 20_000

/** How many letters terms are indexed by. */
const PREFIX = 3

const SEPARATOR = ', '

/** Takes the place of `...` in a phrase: up to three words of any kind. */
export const GAP = '_gap'

const POSSESSIVES = new Set(['my', 'your', 'his', 'her', 'its', 'our', 'their'])
const REFLEXIVES = new Set(
  'myself yourself himself herself itself ourselves yourselves themselves themself oneself'.split(' '),
)
const STANDS_FOR_MANY = new Set(['their', 'themself', '_', GAP])

export class Lexicon {
  readonly #sources: Source[] = []
  readonly #indexed = new Set<string>()
  readonly #terms = new Map<string, Term[]>()
  readonly #candidates = new Map<string, Candidates>()

  /** Adds the terms of one file under a rule's id. */
  addFile(rule: string, file: LexiconFile): void {
    for (const group of file.groups) {
      for (const [key, as] of CLASSES) this.#addSource(group[key], rule, as, group.when)
    }
    this.#addSource(file.except, '', 'phrase', undefined)
  }

  #addSource(text: string | undefined, rule: string, as: WordClass, when: string | undefined): void {
    if (text !== undefined) this.#sources.push({ text, rule, as, when })
  }

  /** Adds one term that is not in a file. */
  add(text: string, rule: string): void {
    this.#addTerm(text, { text, rule, as: 'phrase', when: undefined })
  }

  #addTerm(text: string, { rule, as, when }: Source): void {
    const words = termWords(text)
    const first = words[0]
    if (first === undefined) return
    push(this.#terms, first, {
      rule,
      as,
      words,
      loose: words.some((word) => STANDS_FOR_MANY.has(word)),
      when,
    })
  }

  /**
   * Indexes all terms that begin with the same three letters as a word, or with a shorter word itself. The files hold
   * thousands of terms and one note needs few of them: to index all at once would cost several times what the check
   * itself does.
   */
  #index(word: string): void {
    const prefix = word.slice(0, PREFIX)
    const whole = word.length < PREFIX
    // Every place begins with nothing: a word without a form (too long to be English) has no terms.
    if (prefix === '' || this.#indexed.has(prefix)) return
    this.#indexed.add(prefix)
    for (const source of this.#sources) {
      const { text } = source
      for (let at = firstFrom(text, prefix); text.startsWith(prefix, at); ) {
        if (whole && isLetter(text.charCodeAt(at + prefix.length))) break
        const end = termEnd(text, at)
        this.#addTerm(text.slice(at, end).trimEnd(), source)
        at = end + SEPARATOR.length
      }
    }
  }

  /** All terms that a written word may begin. */
  startingWith(norm: string): Candidates {
    const known = this.#candidates.get(norm)
    if (known !== undefined) return known
    const found = this.#find(norm)
    if (this.#candidates.size >= REMEMBERED) this.#candidates.clear()
    this.#candidates.set(norm, found)
    return found
  }

  #find(norm: string): Candidates {
    const terms = new Set(this.#termsOf(norm))
    for (const { form, as } of bases(norm)) {
      for (const term of this.#termsOf(form)) {
        if (term.as === as || (term.as === 'phrase' && as !== 'adjective')) terms.add(term)
      }
    }
    if (terms.size === 0) return NO_CANDIDATES
    const found: Candidates = { single: [], bySecond: new Map(), open: [] }
    for (const term of terms) {
      const second = term.words[1]
      if (second === undefined) found.single.push(term)
      else if (STANDS_FOR_MANY.has(second)) found.open.push(term)
      else push(found.bySecond, second, term)
    }
    return found
  }

  #termsOf(word: string): readonly Term[] {
    this.#index(word)
    return this.#terms.get(word) ?? []
  }
}

/** Where the first term begins that does not come before `prefix` in the order of the list, by halving it. */
function firstFrom(text: string, prefix: string): number {
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = (low + high) >> 1
    // lastIndexOf reads a negative position as 0.
    const before = text.lastIndexOf(SEPARATOR, middle - SEPARATOR.length)
    const start = before < low ? low : before + SEPARATOR.length
    if (text.slice(start, start + prefix.length) < prefix) low = termEnd(text, start) + SEPARATOR.length
    else high = start
  }
  return low
}

/** In order, a word comes before what goes on from it with a space or a hyphen, and that before longer words. */
const isLetter = (code: number) => code >= 97 && code <= 122

function termEnd(text: string, start: number): number {
  const end = text.indexOf(SEPARATOR, start)
  return end < 0 ? text.length : end
}

function push(map: Map<string, Term[]>, key: string, term: Term): void {
  const terms = map.get(key)
  if (terms === undefined) map.set(key, [term])
  else terms.push(term)
}

/** A term's words as the tokenizer would read them in a note. */
function termWords(text: string): string[] {
  if (/^[a-z -]+$/.test(text)) return text.split(/[ -]/)
  return tokenize(text.replaceAll('...', ` ${GAP} `)).map((token) => token.norm)
}

/** Whether a written word stands for a word of a term. */
export function standsFor(norm: string, word: string): boolean {
  if (norm === word || word === '_') return norm !== ''
  if (word === 'their') return POSSESSIVES.has(norm)
  if (word === 'themself') return REFLEXIVES.has(norm)
  return formsOf(norm).includes(word)
}
