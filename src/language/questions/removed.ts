import type { Dictionary } from '../finding.ts'
import { Lexicon } from '../lexicon.ts'
import { Sentence } from '../sentence.ts'
import { termsAt } from '../terms.ts'
import type { Passage, Token } from '../text.ts'

/** Belongs to no class of words, and stands in no pattern. */
const NO_WORD = 'x'

const lexicons = new WeakMap<Dictionary, Lexicon>()

function lexiconOf(dictionary: Dictionary): Lexicon {
  const known = lexicons.get(dictionary)
  if (known !== undefined) return known
  const lexicon = new Lexicon()
  for (const term of dictionary.remove ?? []) lexicon.add(term.toLowerCase(), '')
  lexicons.set(dictionary, lexicon)
  return lexicon
}

/** The tokens of a passage, in which the words that the user's dictionary removed mean nothing to any rule. */
export function withoutRemoved(passage: Passage, dictionary: Dictionary | undefined): readonly Token[] {
  if (dictionary?.remove === undefined || dictionary.remove.length === 0) return passage.tokens
  const lexicon = lexiconOf(dictionary)
  const tokens = [...passage.tokens]
  for (const range of passage.sentences) {
    const sentence = new Sentence(passage, range)
    for (let at = range.from; at < range.to; at++) {
      if (sentence.tokens[at]?.kind === 'mark') continue
      const end = Math.max(at, ...termsAt(sentence, at, lexicon).map(({ to }) => to))
      for (let part = at; part < end; part++) tokens[part] = { ...(tokens[part] as Token), norm: NO_WORD }
    }
  }
  return tokens
}
