/** The checkers that the benches compare: the built program's own, two prose linters, a lexicon of sentiment, two naive rules. */
import { text as alex } from 'alex'
import vader from 'vader-sentiment'
import writeGood from 'write-good'

export const { checkNote, checkQuestion } = (await import(
  new URL('../../dist/language.js', import.meta.url).href
)) as typeof import('../../src/language/index.ts')

/** Whether a checker takes a note for judgment. */
export type Judge = (text: string) => boolean

const { polarity_scores: polarity } = vader.SentimentIntensityAnalyzer

export const judges: Readonly<Record<string, Judge>> = {
  coach: (text) => checkNote(text).some(({ severity }) => severity === 'judgment'),
  'write-good': (text) => writeGood(text).length > 0,
  alex: (text) => alex(text).messages.length > 0,
  // Its authors' own thresholds: from 0.05 up a text is positive, from -0.05 down negative.
  'VADER, not neutral': (text) => Math.abs(polarity(text).compound) >= 0.05,
  'no number, no quotation': (text) => !/\d|["“”«»]/.test(text),
  '8 words or fewer': (text) => wordsIn(text) <= 8,
}

export const wordsIn = (text: string): number => text.trim().split(/\s+/).length
