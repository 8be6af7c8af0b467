import type { QuestionFamily } from './rule.ts'

/** Questions that invite thought in the person's own words: what none of the other families holds. */
export const open: QuestionFamily = {
  kind: 'open',
  severity: undefined,
  why: 'It invites the person to think and to answer in their own words.',
  ask: 'It is open as it stands.',
  rules: [
    {
      id: 'open',
      at: 'opening',
      pattern: '[^ ]*',
      matches: [
        'What did you notice when the second list came up?',
        'Could you walk me through the last five minutes?',
        'I wonder how it looked from the other side of the room.',
        'Tell me about the visit.',
        'Looking at the two counts, what stands out to you?',
      ],
      passes: ['Did you notice the second list?'],
    },
  ],
}
