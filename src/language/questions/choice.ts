import { either, oneOf, sequence } from './grammar.ts'
import type { QuestionFamily } from './rule.ts'

/** Either-or: the answer is picked from the asker's list. */
export const choice: QuestionFamily = {
  kind: 'choice',
  severity: 'vague',
  why: 'It offers the answers to choose from; others cannot come.',
  ask: "Could you leave the list out: 'What …?' or 'How …?'",
  rules: [
    {
      id: 'either-or',
      at: 'opening',
      pattern: '(?:{gap} )?or [^ ?]+',
      except: sequence(
        '(?:{gap} )?',
        oneOf(
          either(
            'or',
            '(?:not|so|more|less)(?: (?:than|of|{end}))?(?! [^?])|anything|anyone|something like',
            'any|other|two ?\\?',
          ),
          'any(?:thing|one)? (?:{few} )?or [^ ?]+',
        ),
      ),
      heads: ['aux', 'statement'],
      matches: [
        'Did you call before lunch or after it?',
        'Was it the pump, or was it the filter?',
        'Tea or coffee?',
      ],
      passes: ['Do you have any questions or comments?', 'Did it stop or not?'],
    },
    {
      id: 'which-or',
      at: 'opening',
      pattern: [
        '(?:which|who|whose|whom|when|where)(?: {gap})? or [^ ?]+',
        sequence(
          '(?:{wh}) (?:{gap} )?',
          oneOf('better(?! or worse)|rather|prefer|best|more \\w+|worse|easier|harder|first|most'),
          '(?: {gap})? or [^ ?]+',
        ),
        '(?:{wh}) {gap} (?::|-|–|—) (?:{few} )?(?:, {few} )?(?:, )?or {few} ?\\?',
        'how {gap} , {few} (?:, )?or {few} ?\\?',
        'what (?:is|was) (?:it|that|this) , {few} or {few} ?\\?',
        // The alternatives stand first: 'Tea or coffee: which …'.
        '(?<=^(?:[^ ]+ ){1,5}or (?:[^ ]+ ){1,5}(?::|-|–|—) ){wh}',
      ],
      except: ['{wh} or {wh}', '{gap} (?:up or down|in or out|more or less|better or worse|back or forth)'],
      heads: ['wh'],
      matches: [
        'Which do you prefer, the short form or the long one?',
        'How did it go, fast or slow?',
        'What worked better, the map or the list?',
      ],
      passes: ['What did you see or hear?', 'How do you plan or prepare?'],
    },
    {
      id: 'called-or',
      at: 'opening',
      begins: 'would could can do will',
      pattern: [
        '(?:would|could|can|do|will) you (?:describe|call|see) {gap} or [^ ?]+',
        '(?:do you want|would you like|can we|could we) (?!{gap} (?:what|how|why) )[^?]+? or [^ ?]+',
      ],
      heads: ['telling'],
      matches: ['Would you describe the room as warm or cool?'],
      passes: ['Could you describe what you saw or heard?'],
      except: '(?:would|could|can|do|will) you (?:describe|call|see) (?!{gap} as )[^ ?]+',
    },
    {
      id: 'whether-or',
      at: 'opening',
      begins: 'whether if',
      pattern: '(?:whether|if) {gap} or [^ ?]+',
      heads: ['telling'],
      except: '(?:whether|if) (?:{gap} )?or (?:not|anything|any)',
      matches: ['Can you tell me whether you left before or after the call?'],
      passes: ['Tell me what you saw or heard.'],
    },
  ],
}
