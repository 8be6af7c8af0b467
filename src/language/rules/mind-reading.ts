import lexicon from '../lexicon/mind-reading.yaml'
import type { Family } from './family.ts'

export const mindReading: Family = {
  id: 'mind-reading',
  severity: 'judgment',
  title: 'Feelings, motives and thoughts',
  why: 'Nobody can see "{words}"; what can be seen or heard is a face, a movement, a word.',
  ask: 'What did you see or hear when you thought "{words}"? Could you quote it, count it, or time it?',
  matches: ['The pupil was bored.', 'He only wanted attention.'],
  passes: ['The pupil laid his head on the desk at 9:12.', 'She said that she felt nervous.'],
  lexicon,
}
