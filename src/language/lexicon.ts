/** The words and phrases of all rules in one index, looked up by the first word in whatever form it is written. */

import { bases, formsOf, type WordClass } from './inflect.ts'
import { tokenize } from './text.ts'

/** One group of a lexicon file, as a coach reads and extends it: terms are separated by commas. */
export interface Group {
  name: string
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
  when?: string | undefined
}

const CLASSES = [
  ['adjectives', 'adjective'],
  ['verbs', 'verb'],
  ['nouns', 'noun'],
  ['words', 'word'],
  ['phrases', 'phrase'],
] as const

/** The look-ups that are remembered; past this many different words the memory starts anew. */
const REMEMBERED = 20_000

const POSSESSIVES = new Set(['my', 'your', 'his', 'her', 'its', 'our', 'their'])
const REFLEXIVES = new Set(
  'myself yourself himself herself itself ourselves yourselves themselves themself oneself'.split(' '),
)

export class Lexicon {
  readonly #terms = new Map<string, Term[]>()
  readonly #seen = new Map<string, readonly Term[]>()

  /** Adds the terms of one file under a rule's id. */
  addFile(rule: string, file: LexiconFile): void {
    for (const group of file.groups) {
      for (const [key, as] of CLASSES) {
        for (const text of listed(group[key])) this.add(text, rule, as, group.when)
      }
    }
    for (const text of listed(file.except)) this.add(text, '', 'phrase')
  }

  add(text: string, rule: string, as: WordClass, when?: string): void {
    const words = termWords(text)
    const first = words[0]
    if (first === undefined) return
    const term: Term = { rule, as, words, when }
    const terms = this.#terms.get(first)
    if (terms === undefined) this.#terms.set(first, [term])
    else terms.push(term)
    this.#seen.clear()
  }

  /** All terms that a written word may begin, in the order in which they were added. */
  startingWith(norm: string): readonly Term[] {
    const seen = this.#seen.get(norm)
    if (seen !== undefined) return seen
    const found = this.#find(norm)
    if (this.#seen.size >= REMEMBERED) this.#seen.clear()
    this.#seen.set(norm, found)
    return found
  }

  #find(norm: string): readonly Term[] {
    const found = [...(this.#terms.get(norm) ?? [])]
    for (const { form, as } of bases(norm)) {
      for (const term of this.#terms.get(form) ?? []) {
        const inflects = term.as === as || (term.as === 'phrase' && as !== 'adjective')
        if (inflects && !found.includes(term)) found.push(term)
      }
    }
    return found
  }
}

function listed(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(',').map((each) => each.trim())
}

/** A term's words as the tokenizer would read them in a note. */
export function termWords(text: string): string[] {
  if (/^[a-z]+$/.test(text)) return [text]
  return text.includes('...') || /[^a-z -]/.test(text)
    ? tokenize(text.replaceAll('...', ' _gap ')).map((token) => token.norm)
    : text.split(/[ -]/)
}

/** Whether a written word stands for a word of a term. */
export function standsFor(norm: string, word: string): boolean {
  if (norm === word || word === '_') return norm !== ''
  if (word === 'their') return POSSESSIVES.has(norm)
  if (word === 'themself') return REFLEXIVES.has(norm)
  return formsOf(norm).includes(word)
}
