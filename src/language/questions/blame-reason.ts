import { either, noneOf, oneOf, sequence } from './grammar.ts'
import type { QuestionRule } from './rule.ts'

/** Demands for a reason, an excuse or a justification, in whatever form. */
export const reasonRules: readonly QuestionRule[] = [
  {
    id: 'reason',
    at: 'clause',
    begins: 'what is was are do did have give tell for any',
    pattern: [
      sequence(
        oneOf('what|is there|was there|do you have|did you have|have you got|give me|tell me'),
        ' (?:is |was |are |were |could be )?(?:a |an |one |the |your |any |some |possible )?',
        oneOf('good |real |valid |specific |single |possible '),
        '?',
        oneOf(
          either(
            '(?:reason|reasons|explanation|justification|rationale)',
            either(
              '(?:that |why |as to why )?you',
              '(?:did|do|have|had|are|were) not|could not have|never|always|{fault}',
              'are (?:late|so)|were (?:late|so)',
            ),
            either(
              'for',
              'not|being (?:late|absent|so|{loaded})|your (?:\\w+ )?{failing}|{failing}|ignoring',
              'missing|failing|forgetting|leaving|skipping|this (?:\\w+ )?{failing}',
            ),
          ),
          'excuses?(?! have (?!you|they|i))',
        ),
      ),
      'for what reason (?:did|do|are|were|have) (?:not )?you (?:not )?(?:{fault}|not)?',
      'what (?:possible )?reason (?:could|can|do|did) you (?:{adverb} )?have (?:for|to) (?:not|{fault})',
      sequence(
        '(?:is|was) there (?:a|any|some) (?:\\w+ )?reason (?:why |that )?',
        noneOf('to|not|for|you (?:can|could) '),
        '(?:[\\w-]+ ){1,8}(?:not|{fault})',
      ),
      sequence(
        '(?:is|was) there (?:a|any|some) (?:\\w+ )?reason (?:why |that )?',
        oneOf('{human}|{nobody}|this|that|the {few}|(?:half|these|those|our|my|all) {few}'),
        ' (?:is|are|were|was|were|has|have|had|did|does)',
      ),
      sequence(
        '(?:is|was) there (?:a|any|some) (?:\\w+ )?reason (?:why |that )?you (?:are|were) ',
        noneOf('considering|looking|thinking|seeking|leaving|applying|asking|interested|here|choosing'),
        '(?:\\w+ing|late|still|alone|so)',
      ),
      'any (?:\\w+ )?reason (?:why |that )?you (?:(?:did|do|have|had|are|were) not|could not have)',
    ],
    matches: [
      "Is there a reason you didn't sign the sheet?",
      "Is there any reason you couldn't have rung?",
      'What is the reason for your lateness?',
    ],
    passes: ['What were your reasons for choosing groups of three?'],
  },
  {
    id: 'justify',
    at: 'anywhere',
    pattern: [
      either(
        '(?<!yourself to )(?:justify|account for|answer for|defend|excuse)',
        'yourself|your|this|that|the|why|not|\\w+ing|{few} {failing}',
      ),
      either(
        'explain',
        'yourself|(?:to me )?your (?:\\w+ )?(?:{failing}|actions|conduct|decision not)',
        '(?:this|the|these) (?:\\w+ )?(?:failures?|mistakes?|mess|lateness|delay|errors?)',
      ),
      'care to (?:explain|tell (?:me|us))|what gives you the right|how dare|(?:my|your|his|her|their) fault',
      'to blame|shame on|one good reason|your manners|on your (?:shift|watch)',
      '(?<!what did )you {gap} on purpose',
      '(?:are|were|did|do|have|can|would|could) you even',
    ],
    except: 'excuse (?:me)',
    matches: ['How do you justify your decision?', 'Can you explain this mess?'],
    passes: ['Can you explain the steps you used?'],
  },
]
