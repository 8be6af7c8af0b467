/** Reported speech: what comes after "she said that" is her words, told by the writer, so it is data and no finding. */

import type { Sentence } from './sentence.ts'

const CLAUSE_OPENERS = new Set(
  'that if whether nobody everyone everybody someone somebody people all most some why how what when where who he she they it we you i there this these his her their my our the a an no'.split(
    ' ',
  ),
)
const AFTERTHOUGHTS = new Set([
  'afterwards',
  'later',
  'again',
  'today',
  'yesterday',
  'then',
  'twice',
  'once',
  'beforehand',
  'first',
])
const BREAKS = new Set(['but', 'and', 'then', 'so', 'while', 'although', 'though', 'which', 'what', 'as'])

/** The token after which somebody's reported words begin, for the speech verb at `verb`; -1 when it reports no clause. */
function reportStart(sentence: Sentence, verb: number): number {
  const before = sentence.norm(verb - 1)
  if (before === 'would' || before === 'could' || before === 'the' || before === 'a' || before === 'an')
    return -1
  let at = verb + 1
  // The listener: "told me", "said to the group", "asked Ben".
  if (sentence.norm(at) === 'to' && sentence.isPerson(at + 1)) at += 2
  if (!CLAUSE_OPENERS.has(sentence.norm(at)) && sentence.isPerson(at) && sentence.isWord(at + 1)) at++
  // "told me afterwards he …"
  if (AFTERTHOUGHTS.has(sentence.norm(at))) at++
  return isReport(sentence, at) ? at : -1
}

function isReport(sentence: Sentence, at: number): boolean {
  const norm = sentence.norm(at)
  return (
    CLAUSE_OPENERS.has(norm) || norm === 'to' || norm === 'feeling' || norm === 'being' || norm === 'having'
  )
}

/** The end of the clause that begins at `from`: a new main clause, or the end of the sentence. */
function clauseEnd(sentence: Sentence, from: number): number {
  for (let at = from + 1; at < sentence.to; at++) {
    if (sentence.norm(at) === ',' && BREAKS.has(sentence.norm(at + 1))) return at
  }
  return sentence.to
}

/** Which stretches of the sentence are reported speech, as ranges of tokens. */
export function reportedSpeech(sentence: Sentence): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  for (let at = sentence.from; at < sentence.to; at++) {
    if (sentence.norm(at) === 'according' && sentence.norm(at + 1) === 'to') {
      return [{ from: at, to: sentence.to }]
    }
    if (!sentence.isWord(at) || !sentence.isVerb(at, 'speech')) continue
    const start = reportStart(sentence, at)
    if (start < 0) continue
    const end = clauseEnd(sentence, start)
    found.push({ from: start, to: end })
    at = end - 1
  }
  return found
}
