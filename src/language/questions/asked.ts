import { type Passage, paragraphs, readPassage, type Token } from '../text.ts'
import { type Reading, readSentence } from './reading.ts'

/**
 * The sentences that ask: those with a question mark; without any, the requests; without those, all.
 * @param tokensOf the tokens of a passage as they are to be read
 */
export function sentencesAsked(
  text: string,
  tokensOf: (passage: Passage) => readonly Token[] = ({ tokens }) => tokens,
): Reading[] {
  const readings: Reading[] = []
  for (const { start, end } of paragraphs(text)) {
    const passage = readPassage(text, start, end)
    const tokens = tokensOf(passage)
    for (const sentence of passage.sentences) {
      const says = tokens.slice(sentence.from, sentence.to).some(({ kind }) => kind !== 'mark')
      if (says) readings.push(readSentence(tokens, sentence))
    }
  }
  const marked = readings.filter((reading) => reading.marked)
  if (marked.length > 0) return marked
  const requests = readings.filter((reading) => reading.head !== 'statement')
  return requests.length > 0 ? requests : readings
}
