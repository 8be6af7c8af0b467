import lexicon from '../lexicon/prescription.yaml'
import type { Family } from './family.ts'

export const prescription: Family = {
  id: 'prescription',
  severity: 'judgment',
  title: 'Prescription',
  why: '"{words}" tells somebody what to do; what to change is theirs to choose, once they see the data.',
  ask: 'What did you see that led you to "{words}"? Which question could you ask about it?',
  matches: ['She should speak louder.', 'Next time, try an open question.'],
  passes: ['She spoke for 6 min.', 'The leader said, "You should rest."'],
  lexicon,
}
