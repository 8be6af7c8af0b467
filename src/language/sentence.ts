/** One sentence as the rules see it: its tokens, which of them are somebody's words or a name, and simple questions of grammar. */

import { formsOf } from './inflect.ts'
import data from './lexicon/grammar.yaml'
import type { Passage, Range, Token } from './text.ts'
import { wordLists } from './word-lists.ts'

type WordList =
  | 'people'
  | 'persons'
  | 'doings'
  | 'linking'
  | 'degrees'
  | 'function'
  | 'numbers'
  | 'titles'
  | 'speech'
  | 'namesakes'
  | 'facts'
  | 'courses'

const list = wordLists(data as Record<WordList, string>)

const NO_FORMS: readonly string[] = []
/** What the end of a word says about its class, where no list does. */
const ADJECTIVE_ENDING = /(?:ed|ing|ful|less|ive|ous|ent|ant|al|able|ible|ic|ly|ish|some)$/
const BE = new Set(['is', 'was', 'are', 'were', 'am', 'be', 'been', 'being', "'s"])
const AUXILIARIES = new Set([
  ...BE,
  'has',
  'have',
  'had',
  'do',
  'does',
  'did',
  'will',
  'would',
  'can',
  'could',
  'may',
  'might',
])

export class Sentence {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly from: number
  readonly to: number
  readonly #shouting: boolean
  readonly #forms: (readonly string[])[] = []
  #measured: boolean | undefined

  constructor(passage: Passage, range: Range) {
    this.text = passage.text
    this.tokens = passage.tokens
    this.from = range.from
    this.to = range.to
    this.#shouting = capitalsSayNothing(this)
  }

  /** The normal form of a token, or '' outside the sentence. */
  norm(at: number): string {
    return at >= this.from && at < this.to ? (this.tokens[at] as Token).norm : ''
  }

  /** The word at a token as written, and every base form that it may come from. */
  forms(at: number): readonly string[] {
    if (at < this.from || at >= this.to) return NO_FORMS
    const known = this.#forms[at - this.from]
    if (known !== undefined) return known
    const forms = formsOf((this.tokens[at] as Token).norm)
    this.#forms[at - this.from] = forms
    return forms
  }

  /** Whether the word at a token is one of these, in whatever form it is written. */
  isFormOf(at: number, words: ReadonlySet<string>): boolean {
    for (const form of this.forms(at)) if (words.has(form)) return true
    return false
  }

  isWord(at: number): boolean {
    return at >= this.from && at < this.to && (this.tokens[at] as Token).kind === 'word'
  }

  is(at: number, name: WordList): boolean {
    const norm = this.norm(at)
    if (norm === '') return false
    const words = list(name)
    if (words.has(norm)) return true
    const plural = name === 'people' || name === 'doings'
    if (!plural || !norm.endsWith('s')) return false
    return words.has(norm.slice(0, -1)) || (norm.endsWith('es') && words.has(norm.slice(0, -2)))
  }

  isVerb(at: number, name: 'linking' | 'speech'): boolean {
    return this.isFormOf(at, list(name))
  }

  isBe(at: number): boolean {
    return BE.has(this.norm(at))
  }

  isAuxiliary(at: number): boolean {
    return AUXILIARIES.has(this.norm(at))
  }

  /** A word like 'engaged' or 'careful', told by its ending alone. */
  isDescriptive(at: number): boolean {
    return this.isWord(at) && ADJECTIVE_ENDING.test(this.norm(at))
  }

  /** A word with content of its own: no article, preposition, pronoun or mark. */
  isContent(at: number): boolean {
    return this.isWord(at) && !list('function').has(this.norm(at)) && !list('persons').has(this.norm(at))
  }

  /** The second part of a compound: the `task` of `off-task`. */
  isCompounded(at: number): boolean {
    if (at <= this.from || at >= this.to) return false
    const here = this.tokens[at] as Token
    return here.joined && here.start > (this.tokens[at - 1] as Token).end
  }

  isName(at: number): boolean {
    if (!this.isWord(at)) return false
    const before = this.norm(at - 1)
    const titled = before === '.' ? this.is(at - 2, 'titles') : this.is(at - 1, 'titles')
    const here = this.tokens[at] as Token
    if (!here.capital || here.norm === 'i' || this.#shouting) return false
    return titled || !this.isFirst(at) || this.#headsName(at)
  }

  /** A capital at the head of a sentence is a name where another follows it ("Good Start centre"), or before a verb ("Hope asked"). */
  #headsName(at: number): boolean {
    const next = this.tokens[at + 1]
    if (next === undefined || at + 1 >= this.to || next.kind !== 'word') return false
    if (next.capital && next.norm.length > 1)
      return this.text[next.start + 1] !== this.text[next.start + 1]?.toUpperCase()
    return (
      this.is(at, 'namesakes') && (this.isAuxiliary(at + 1) || this.isPast(at + 1) || next.norm.endsWith('s'))
    )
  }

  /** A form that is not the base form of its verb: 'did', 'asks', 'waiting'. */
  isInflected(at: number): boolean {
    const norm = this.norm(at)
    return this.forms(at).length > 1 && !norm.endsWith('ss') && norm !== 'focus'
  }

  /** A verb in the past tense, as far as its form shows. */
  isPast(at: number): boolean {
    return this.isInflected(at) && !/(?:s|ing|ly|er|est|ness)$/.test(this.norm(at))
  }

  /** The first word of the sentence, or one that a colon, a dash or a bullet sets apart. */
  isFirst(at: number): boolean {
    for (let back = at - 1; back >= this.from; back--) {
      const token = this.tokens[back] as Token
      if (token.kind === 'word') return false
      if (token.kind === 'mark' && ':–—-*•#>'.includes(token.norm)) return true
    }
    return true
  }

  isPerson(at: number): boolean {
    return this.is(at, 'persons') || this.is(at, 'people') || this.isName(at)
  }

  /** A number, a time, a count or a quotation: the signs that something was counted, timed or heard. */
  get measured(): boolean {
    this.#measured ??= this.#isMeasured()
    return this.#measured
  }

  #isMeasured(): boolean {
    for (let at = this.from; at < this.to; at++) {
      const token = this.tokens[at] as Token
      if (token.kind === 'number' || token.quoted || list('numbers').has(token.norm)) return true
    }
    return false
  }

  /** Of three words or fewer. */
  get brief(): boolean {
    let count = 0
    for (let at = this.from; at < this.to && count <= 3; at++) if (this.isWord(at)) count++
    return count <= 3
  }
}

/** In a heading or in capitals throughout, a capital letter does not tell a name. */
function capitalsSayNothing(sentence: Sentence): boolean {
  let words = 0
  let capitals = 0
  for (let at = sentence.from; at < sentence.to; at++) {
    const token = sentence.tokens[at] as Token
    if (token.kind !== 'word' || token.quoted || token.norm.length < 3) continue
    words++
    if (token.capital) capitals++
  }
  return capitals > 1 && capitals * 3 > words * 2 && words > 2
}
