import type { Family } from './family.ts'

/** Found by no word of its own: by the lack of every sign that something was seen or heard. */
export const unseen: Family = {
  id: 'unseen',
  severity: 'judgment',
  title: 'Nothing that was seen or heard',
  why: '"{words}" holds no act, no thing, no words and no count on which two people who watched would agree.',
  ask: 'What did you see or hear that led you to write this? Could you quote it, count it, or time it?',
  matches: ['The evening was a non-event.', 'It was one of those mornings.'],
  passes: ['He walked past the new starter.', 'Date on the board.'],
  lexicon: { groups: [] },
}
