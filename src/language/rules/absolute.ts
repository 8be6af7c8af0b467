import lexicon from '../lexicon/absolute.yaml'
import type { Family } from './family.ts'

export const absolute: Family = {
  id: 'absolute',
  severity: 'judgment',
  title: 'Absolutes',
  why: 'Nobody has watched "{words}"; one case to the contrary and the note is untrue.',
  ask: 'In the time that you watched, how often did you see it, and how often not?',
  matches: ['He never shares the ball.', 'Everyone was happy.'],
  passes: ['He never looked up in the 10 min that I watched.', '14 of 14 signed in by 9:00.'],
  lexicon,
}
