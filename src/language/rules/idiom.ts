import lexicon from '../lexicon/idiom.yaml'
import type { Family } from './family.ts'

export const idiom: Family = {
  id: 'idiom',
  severity: 'judgment',
  title: 'Figures of speech',
  why: '"{words}" is a picture of a verdict; the act itself is not in the note.',
  ask: 'If "{words}" were a film without sound, what would it show? What came first, and what next?',
  matches: ['The session fell flat after the break.', 'He phoned it in.'],
  passes: ['The phone fell off the desk at 9:40.', 'He phoned the ward at 9:40.'],
  lexicon,
}
