/** Where the terms of a lexicon stand in a sentence. */

import { GAP, type Lexicon, standsFor, type Term } from './lexicon.ts'
import type { Sentence } from './sentence.ts'

interface Found {
  term: Term
  to: number
}

const NONE: readonly Term[] = []
const NOTHING: Found[] = []

/** The terms whose words stand in the sentence from a token on. */
export function termsAt(sentence: Sentence, at: number, lexicon: Lexicon): Found[] {
  const { single, bySecond, open } = lexicon.startingWith(sentence.norm(at))
  if (single.length === 0 && bySecond.size === 0 && open.length === 0) return NOTHING
  const found: Found[] = []
  for (const term of single) found.push({ term, to: at + 1 })
  pushLonger(found, sentence, at, open, 1)
  if (bySecond.size === 0 || sentence.tokens[at + 1]?.quoted) return found
  for (const form of sentence.forms(at + 1)) pushLonger(found, sentence, at, bySecond.get(form), 2)
  return found
}

/** Adds the terms of which so many words are known to stand there and the others do too. */
function pushLonger(
  found: Found[],
  sentence: Sentence,
  at: number,
  terms: readonly Term[] = NONE,
  known: number,
): void {
  const forms = sentence.forms(at + known)
  for (const term of terms) {
    // Most terms end here: the first word that is asked about is another.
    const next = term.words[known]
    if (next !== undefined && !term.loose && !forms.includes(next)) continue
    const to = endOfWords(sentence, term.words, known, at + known)
    if (to >= 0) found.push({ term, to })
  }
}

/** Where the words of a term end that go on from a token, or -1 when they do not follow. */
function endOfWords(sentence: Sentence, words: readonly string[], word: number, from: number): number {
  let at = from
  for (let next = word; next < words.length; next++, at++) {
    const wanted = words[next] as string
    if (wanted === GAP) {
      for (let gap = 0; gap <= 3; gap++) {
        const to = endOfWords(sentence, words, next + 1, at + gap)
        if (to >= 0) return to
      }
      return -1
    }
    const token = at < sentence.to ? sentence.tokens[at] : undefined
    if (token === undefined || token.quoted || !standsFor(token.norm, wanted)) return -1
  }
  return at
}
