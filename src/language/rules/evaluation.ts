import lexicon from '../lexicon/evaluation.yaml'
import type { Family } from './family.ts'

export const evaluation: Family = {
  id: 'evaluation',
  severity: 'judgment',
  title: 'Words of evaluation',
  why: '"{words}" tells how good it was to you; the reader cannot see what you saw.',
  ask: 'What happened that made you think "{words}"? What would a camera have shown, or a tally counted?',
  matches: ['The lesson was wonderful.', 'Sloppy handover, poor eye contact.'],
  passes: ['The lesson began at 9:15 and 18 of 22 pupils spoke.', 'The nurse said, "Good morning."'],
  lexicon,
}
