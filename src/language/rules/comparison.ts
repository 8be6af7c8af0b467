import lexicon from '../lexicon/comparison.yaml'
import type { Family } from './family.ts'

export const comparison: Family = {
  id: 'comparison',
  severity: 'judgment',
  title: 'Comparison and ranking',
  why: '"{words}" ranks people, or measures them by a standard that the note does not hold.',
  ask: 'What did this person do, on its own, with nobody beside them?',
  matches: ['He is better than the other trainees.', 'She did it better than Tom.'],
  passes: ['He is 4 cm taller than the bench.', 'She finished at 9:40, the others at 9:52.'],
  lexicon,
}
