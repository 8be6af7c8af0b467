import { either, oneOf, sequence } from './grammar.ts'
import type { QuestionRule } from './rule.ts'

/**
 * Signs of reproach that make one of almost any question: exasperation, contempt, an appeal to shame or to
 * plain sense.
 */
export const markRules: readonly QuestionRule[] = [
  {
    id: 'contempt',
    at: 'anywhere',
    pattern: [
      'you (?:people|lot|{contempt})(?! (?:of|who))',
      '(?:what|which|who is the) (?:kind of |sort of |absolute )?{contempt}',
      '(?:a|an) (?:grown|trained|qualified|seasoned) (?:\\w+ )?(?:\\w+ )?{fault}',
      'like an? (?:adult|grown-up|professional|child|baby|{contempt}) ?{end}',
    ],
    matches: [
      'So which of you geniuses moved the ladder?',
      'What idiot left the tap on?',
      'Can you behave like an adult?',
    ],
    passes: ['What did you notice about the people at the door?', 'What is it like to work with a genius?'],
  },
  {
    id: 'exasperation',
    at: 'anywhere',
    pattern: [
      "for (?:god|heaven|goodness|pete|pity|christ) (?:'s )?sake|for crying out loud",
      '(?:in|on) (?:what|which) (?:world|universe|planet|reality)',
      'on whose authority|with whose permission|by what (?:right|authority|logic|stretch|standard)',
      'for (?:once|a change) ?{end}|remind me (?:again )?(?:why|who|what) (?:we|i|you|it is)',
      'enlighten (?:me|us)|do tell ?{end}',
      sequence(
        'or (?:was|were|is|are|did|do|has|have) (?:you|they|he|she) (?:{adverb} )*',
        oneOf('supposed to|making it up|make it up|just|simply|been (?:in a|lying)'),
      ),
      sequence(
        'or (?:did|do|are|were|could|can|have) you (?:{adverb} )*',
        oneOf('not|{loaded}|lazy|deaf|blind|asleep|trying to|forget|forgotten'),
      ),
      sequence(
        '(?:at what point|when|for how long) (?:{adverb} )?(?:did|were|do) you (?:{adverb} )?',
        oneOf('plan|planning|intend|intending|going|think'),
        ' (?:on|to|of|it was|that)',
      ),
      'under what circumstances (?:is|did|do|would) (?:you think|it|that|this)',
      either(
        'in what (?:way|sense) (?:is|was|did you think) {gap}',
        'acceptable|professional|safe|ok|okay|a good idea',
      ),
      sequence(
        'after (?:everything|all) (?:that )?(?:i|we) (?:have )?',
        oneOf('done|did|told|said|taught|been through|gave|given'),
      ),
      "(?:in|on) (?:god|heaven) 's (?:name|earth|green earth)|what in the name of",
    ],
    matches: [
      'In what world is that a safe load?',
      'On whose authority did you open the gate?',
      'How could you forget, after all we have done?',
    ],
    passes: ['In what ways is the load safe?', 'What do you think after all that has been said?'],
  },
  {
    id: 'shame',
    at: 'anywhere',
    pattern: [
      either(
        '(?:how|are|were|do|does|did|can|could|what) (?:not )?you {gap}',
        'look at yourself|live with yourself|sleep at night|call yourself|get away with (?:this|that|it)',
      ),
      'would you (?:talk|speak|behave|act|do (?:that|this)|treat) {gap}(?:like that|that way) ?{end}',
      'look (?:me|us|them|him|her|{few}) in the (?:eyes?|face)',
      sequence(
        '(?:are|were) (?:not )?you (?:not )?(?:{adverb} )?',
        oneOf(
          'ashamed',
          either(
            '(?:happy|pleased|satisfied|proud) (?:with|of)',
            'yourself|what you (?:have )?did|what you have done',
          ),
        ),
      ),
      '(?:are|is) (?:not )?(?:you|everyone) (?:happy|satisfied|proud|pleased) now',
      'have you no (?:shame|respect|manners|sense|pride|decency|conscience)',
    ],
    except: 'how (?:do|did|does) you {gap} (?:sleep at night|look at yourself)',
    heads: ['aux', 'wh', 'statement', 'telling'],
    matches: ['Are you proud of yourself?', 'How can you look the family in the eye?'],
    passes: ['How do you look at yourself as a teacher?', 'What are you proud of?'],
  },
  {
    id: 'reproach-first',
    at: 'opening',
    pattern: [
      sequence(
        '(?<=^(?:[^ ]+ ){0,3}',
        oneOf(
          'you had one job|i (?:have |had )?(?:{adverb} )?(?:told|asked|warned|reminded) you',
          'we (?:have )?(?:been|gone|went) over this|(?:once|yet) again|you (?:{adverb} )?(?:promised|swore)',
          'for the (?:second|third|fourth|fifth|last|hundredth) time|a child (?:could|can)|any fool',
          'you call (?:this|that) (?!")(?:an? )?[\\w-]+|you call yourself',
          'it is not (?:{adverb} )*(?:rocket science|hard|difficult)|it (?:was|is) (?:right there|your job)',
        ),
        ' [^?]*)[^ ]+',
      ),
      sequence(
        '(?<=^(?:[^ ]+ ){0,3}',
        oneOf('everyone|everybody|anyone|the rest of (?:us|the \\w+)|all the other \\w+'),
        ' (?:else )?(?:can|could|manages?|managed|has|have|had|made|did) [^?]*)(?:why|how come) [^ ]+ [^ ]+',
      ),
    ],
    matches: ['You had one job, so what happened?', 'I told you about the valve, so how is it open?'],
    passes: [
      'You told me about the valve, so what happened next?',
      'Everyone has left, so what would you like to do?',
    ],
  },
  {
    id: 'somebody-explain',
    at: 'anywhere',
    pattern: [
      'what you (?:{adverb} )?(?:thought|think) you (?:were|are) (?:doing|playing|up)',
      'what you were thinking ?{end}',
      'stop being your (?:priority|job|responsibility|concern|problem)',
      'it never (?:crossed your mind|occurred to you)',
      either(
        '(?:do|would) you mind (?:telling|explaining)(?: to)?(?: me| us)?',
        'why|what you were doing|where you|how you (?:could|managed)|who',
      ),
      sequence(
        '(?:can|could|will|would) ',
        oneOf('someone|somebody|anyone|anybody'),
        ' (?:please )?(?:explain to me|tell me) (?:why|how)',
      ),
      "(?:it|that|this) is (?:{adverb} |now )*(?:{determiner}|[\\w-]+) (?:[\\w-]+ )?'s fault",
    ],
    matches: ['Can somebody explain to me how the gate came to be open?', "So it is the designer's fault?"],
    passes: ['Can somebody explain how the gate works?'],
  },
  {
    id: 'rules-for-others',
    at: 'anywhere',
    pattern: [
      either(
        '(?:think|thinks|thought|decided?|believed?|assumed?) (?:that )?(?:{determiner} )?(?:\\w+ )?{bound}',
        '(?:do|does|did) not (?:apply|matter|count|exist)',
        sequence(
          '(?:is|are|was|were) (?:just |only |merely )?',
          oneOf('optional|suggestions?|an? (?:joke|suggestion)|for (?:others|everyone else|fun)'),
        ),
      ),
      sequence(
        '(?:decided?|think|thought) (?:that )?{gap} (?:somebody|someone) else ',
        "'s (?:job|problem|responsibility|business)",
      ),
      '(?:you are|are you) (?:{adverb} )?(?:above (?:the|all|it|that|this|us|such)|too good for)',
      '(?:you are|are you) (?:{adverb} )?(?:better than (?:us|everyone|the rest)|exempt|special|entitled)',
      '(?:beneath|above) you ?{end}',
    ],
    matches: [
      'What makes you think the rules do not apply to you?',
      'At what point did you decide that checklists were optional?',
    ],
    passes: ['Which parts of the checklist are optional?', 'What does the policy say about that?'],
  },
]
