import lexicon from '../lexicon/passive-blame.yaml'
import type { Family } from './family.ts'

export const passiveBlame: Family = {
  id: 'passive-blame',
  severity: 'judgment',
  title: 'What was left undone, told as a fault',
  why: '"{words}" tells what somebody left undone as their fault; what they did in that time is missing.',
  ask: 'What did the person do in that time, in the order in which it happened?',
  matches: ['He failed to greet the family.', 'She did not even look up.'],
  passes: ['He entered the room and opened the chart; the family stood up.', 'The pump gave out at 10:15.'],
  lexicon,
}
