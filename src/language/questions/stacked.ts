import { either, noneOf, oneOf, sequence } from './grammar.ts'
import type { QuestionFamily } from './rule.ts'

/** Several questions in one: the person answers the last, or the easiest. */
export const stacked: QuestionFamily = {
  kind: 'stacked',
  severity: 'vague',
  why: 'It asks several things at once: the last or the easiest gets the answer.',
  ask: 'Which of these matters most? Could you ask that one, and keep the others for later?',
  rules: [
    {
      id: 'second-clause',
      at: 'joint',
      pattern: sequence(
        '(?:[^ ?]+ ){1,6}?',
        oneOf(
          sequence(
            '{wh}',
            oneOf(' else| exactly| specifically| \\w+'),
            '? (?:{aux})(?: not)? (?:{pronoun}|{determiner}|[\\w-]+s)',
          ),
          '(?:how|where|why) (?:is|are|was|were|did|do|does) [\\w-]+',
          'what (?:is|was) (?:in|on|behind|stopping|getting|keeping|next) [\\w-]+',
          '(?<=(?:and|,) )who [\\w-]+',
          either(
            '(?:what|who|which \\w+)',
            'happened|happens|made|makes|led|caused|went|came|helped|worked|changed|surprised',
            'stood|comes|goes',
          ),
        ),
      ),
      heads: ['wh', 'aux'],
      except: [
        '[^ ?]+ (?:and )?what (?:makes|made|tells|told|draws|drew|brings|brought) (?:it|that|this|you|them)',
        '[^ ?]+ (?:would you say|do you (?:think|believe|feel|suppose|imagine|know|reckon|find)) [,?]',
        'or (?:how|what|who)(?:ever)? ',
      ],
      matches: [
        'What did you notice and how did you respond?',
        'Did you see the change, and what did you make of it?',
      ],
      passes: ['What did you see or hear?', 'When the bell rang, what did you do?'],
    },
    {
      id: 'second-yes-no',
      at: 'joint',
      pattern: either(
        '(?:,|and|but|then|so|plus|-|–|—|:|\\()(?: (?:,|and|but|then|also|if so))*? (?:{aux})(?: not)?',
        '{pronoun}|{determiner}',
      ),
      heads: ['wh', 'aux'],
      except: [
        '[^ ?]+ (?:would you say|do you (?:think|believe|feel|suppose|imagine|know|reckon|find)) [,?]',
        '[^ ?]+ (?:{aux}) (?:{pronoun}) (?:\\?|,)',
        '(?<=(?:{wh}|come)(?: (?!{aux} )[\\w-]+){0,3} ,[^,?]{0,60} ), [^ ?]+',
        '(?<={aux} (?:{pronoun}|{determiner} [\\w-]+) ,[^,?]{0,60} ), [^ ?]+',
      ],
      matches: ['Did the team meet and did they agree on a plan?', 'What did you do, and did it help?'],
      passes: ['What do they know and do?'],
    },
    {
      id: 'rated-together',
      at: 'opening',
      pattern: [
        sequence(
          'how ',
          oneOf(
            'would you rate|do you rate',
            '[\\w-]+ (?:are|were|is|was)(?= {gap} with )|(?:important|useful|helpful) (?:are|were|is|was)',
          ),
          ' {gap} and (?!{wh}|in what)(?:{determiner} )?(?:[\\w-]+ ){0,2}[\\w-]+',
        ),
        'do you (?:find|think|feel|like|agree|support|enjoy) {gap} and (?:{determiner}|that) {gap}',
        '(?:are|is|was|were) (?:you|they|he|she) \\w+ing(?: [\\w-]+){0,2} and \\w+ing',
        '(?:is|are|was|were) {determiner} (?!{gap} between)(?:[\\w-]+ ){1,4}[\\w-]+ and [\\w-]+ ?{end}',
        '(?:is|are|was|were) {determiner} (?:[\\w-]+ ){1,3}[\\w-]+ and [\\w-]+ to [\\w-]+',
        '(?:is|are|was|were) {determiner} (?:[\\w-]+ ){2,4}and {determiner} [\\w-]+ [\\w-]+ ?{end}',
        'do you (?:like|enjoy|use|want|need|trust) {determiner} [\\w-]+ and (?:{determiner} )?[\\w-]+ ?{end}',
        'how often (?:do|did|does) {few} [\\w-]+ and [\\w-]+ ?{end}',
        'how {amount} (?:, )?(?:and|or) (?:(?:for|with|at|to) )?how',
        'how [\\w-]+ (?:and|or|,) (?!{wh}|many|much|so)[\\w-]+ {aux}',
        sequence(
          '(?:did|do|does|will|would|have|has|can) {gap} and ',
          noneOf('{determiner}|{pronoun}|{person}|{aux}|{wh}|not|then|up|down|out|in|off|on|over|back|to'),
          '[\\w-]+ (?:{determiner} [\\w-]+|it|them|him|her|you|well|hard|more|less|better)',
        ),
        '(?:are|were|is) (?:you|they|he|she) [\\w-]+ (?:with|about|of) {few} and {determiner} [\\w-]+',
        sequence(
          '(?:how (?:do|did) you feel|what (?:do|did) you (?:think|make)) (?:about|of) ',
          '{determiner} (?:[\\w-]+ ){1,3}and {determiner} [\\w-]+ ?{end}',
        ),
      ],
      except: '{aux} (?:not )?you {gap} (?:between|both) ',
      matches: ['How would you rate the price and the quality?', 'Is the trainer friendly and helpful?'],
      passes: ['How did you rate the two?', 'Is the shop between the bank and the church?'],
    },
    {
      id: 'asked-in-a-row',
      at: 'joint',
      pattern: [
        '(?:,|and) (?:how (?:often|much|many|long)|when|where|who) (?:,|and|or) (?:and )?[\\w-]+',
        '(?:,|and)(?: and)? how (?:often|much|many|long) [\\w-]+ [\\w-]+',
      ],
      heads: ['wh', 'aux'],
      matches: ['What do you use it for, how often, and with whom?'],
      passes: ['What did you see when you came in?'],
    },
    {
      id: 'and-what-about',
      at: 'joint',
      pattern: '(?:, )?(?:and|,) (?:what|how) about [\\w-]+',
      heads: ['wh', 'aux'],
      matches: ['How did the start feel, and what about the turn?'],
      passes: ['What about the turn?'],
    },
    {
      id: 'told-twice',
      at: 'joint',
      pattern: either(
        either(
          '(?:[^ ?]+ ){1,4}?(?:what|how|why|where|when|who)',
          'do|does|did|could|would|can|will|should|might|have|has',
        ),
        '{pronoun}|the|your',
      ),
      heads: ['telling'],
      matches: ['Tell me about the visit, and what did the family say?'],
      passes: ['Tell me what happened and how you felt.'],
    },
  ],
}
