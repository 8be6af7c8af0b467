import lexicon from '../lexicon/trait.yaml'
import type { Family } from './family.ts'

export const trait: Family = {
  id: 'trait',
  severity: 'judgment',
  title: 'Traits and labels',
  why: '"{words}" says what somebody is; an observation says what they did, once, at a time.',
  ask: 'Which action made you think of "{words}"? When was it, and what came just before?',
  matches: ['The new operator is arrogant.', 'He is a bully.'],
  passes: ['The new operator interrupted the lead 3 times.', 'He took the ball from 2 younger pupils.'],
  lexicon,
}
