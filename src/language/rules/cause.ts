import lexicon from '../lexicon/cause.yaml'
import type { Family } from './family.ts'

export const cause: Family = {
  id: 'cause',
  severity: 'judgment',
  title: 'Causes without evidence',
  why: '"{words}" gives a cause; what was seen is only what came before and what came after.',
  ask: 'What happened just before, and what just after? Who said what the cause was?',
  matches: ['He is behind because of his home life.', 'She did it just to annoy the team.'],
  passes: ['The bell rang at 10:15 and he left.', 'She said that the bus was late.'],
  lexicon,
}
