import { isPredicate, qualifiesDoing } from '../conditions.ts'
import lexicon from '../lexicon/evaluation.yaml'
import type { Sentence } from '../sentence.ts'
import type { Family, Stretch } from './family.ts'

/** English forms adjectives of opinion with these endings; those that state a fact are the shorter list. */
const OPINION = /.{3}(?:ful|less|ive|ous|[ai]ble|ish|some|worthy)$/

/** Letters of the shortest that it can match; most words are told by that alone. */
const SHORTEST = 6

/** Adjectives of opinion said of something, and adverbs of manner, that no list names. */
function unlisted(sentence: Sentence): Stretch[] {
  const found: Stretch[] = []
  for (let at = sentence.from; at < sentence.to; at++) {
    if (!sentence.isWord(at) || sentence.tokens[at]?.quoted || sentence.isName(at)) continue
    if (isOpinion(sentence, at) || isManner(sentence, at)) found.push({ from: at, to: at + 1 })
  }
  return found
}

function isOpinion(sentence: Sentence, at: number): boolean {
  const norm = sentence.norm(at)
  if (norm.length < SHORTEST || !OPINION.test(norm) || sentence.is(at, 'facts')) return false
  return isPredicate(sentence, at) || qualifiesDoing(sentence, at + 1)
}

function isManner(sentence: Sentence, at: number): boolean {
  const norm = sentence.norm(at)
  return norm.length > 5 && norm.endsWith('ly') && !sentence.measured && !sentence.is(at, 'courses')
}

export const evaluation: Family = {
  id: 'evaluation',
  severity: 'judgment',
  title: 'Words of evaluation',
  why: '"{words}" tells how good it was to you; the reader cannot see what you saw.',
  ask: 'What happened that made you think "{words}"? What would a camera have shown, or a tally counted?',
  matches: ['The lesson was wonderful.', 'Sloppy handover, poor eye contact.'],
  passes: ['The lesson began at 9:15 and 18 of 22 pupils spoke.', 'The nurse said, "Good morning."'],
  lexicon,
  find: unlisted,
}
