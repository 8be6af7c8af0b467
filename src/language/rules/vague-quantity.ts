import lexicon from '../lexicon/vague-quantity.yaml'
import type { Family } from './family.ts'

export const vagueQuantity: Family = {
  id: 'vague-quantity',
  severity: 'vague',
  title: 'Vague quantity',
  why: '"{words}" can mean any number; two readers will think of two.',
  ask: 'How many, how often or how long was it, and in what stretch of time?',
  matches: ['Many pupils raised a hand.', 'He frequently left his seat.'],
  passes: ['14 of 22 pupils raised a hand.', 'He left his seat 5 times in 20 min.'],
  lexicon,
}
