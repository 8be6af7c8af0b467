import lexicon from '../lexicon/rating.yaml'
import type { Family } from './family.ts'

export const rating: Family = {
  id: 'rating',
  severity: 'judgment',
  title: 'Ratings and scores',
  why: '"{words}" is a rating: an opinion in the dress of a number or a grade.',
  ask: 'What did you count, time or hear that stands behind "{words}"?',
  matches: ['A satisfactory lesson overall.', 'Performance was above average.'],
  passes: ['The lesson took 45 min.', 'He scored 8 of 10 penalties.'],
  lexicon,
}
