import { either, oneOf, sequence } from './grammar.ts'
import type { QuestionFamily } from './rule.ts'

/** Suggestions with a question mark. The idea is the asker's, so the person's own does not come. */
export const advice: QuestionFamily = {
  kind: 'advice',
  severity: 'judgment',
  why: 'It is a suggestion with a question mark: the idea is yours, not theirs.',
  ask: "Could you ask for their ideas: 'What options do you see for …?'",
  rules: [
    {
      id: 'have-you-tried',
      at: 'clause',
      begins: 'have had did has',
      pattern: [
        sequence(
          '(?:have|had)(?: not)? you (?:{adverb} )*?',
          oneOf(
            'tried|considered|thought (?:of|about|to|that|maybe)|looked (?:at|into)|asked',
            'talked (?:to|with)|spoken (?:to|with)|checked|explored|contemplated|given any thought',
            'attempted|experimented|contacted|reached out|sought|discussed|thought|told',
            'been (?:using|trying)|had a go at|made (?:a|an) (?:list|plan|appointment|effort)|set (?:up|a)',
          ),
        ),
        'did(?: not)? you (?:{adverb} )?(?:try|consider|think (?:of|to|about))',
        sequence(
          '(?:has|have|did) (?:anyone|the (?:team|group)|they|he|she|it) (?:ever )?',
          oneOf('tried|considered|thought (?:of|about)|consider|try|think (?:of|about)'),
        ),
      ],
      matches: [
        'Have you tried seating them in pairs?',
        'Have you ever thought about using a timer?',
        'Did you consider asking a colleague?',
      ],
      passes: ['Have you worked here long?', 'What have you tried so far?'],
    },
    {
      id: 'what-if-you',
      at: 'clause',
      begins: 'what suppose',
      pattern: [
        either(
          'what if',
          'you|we|i|instead|they|he|she|your',
          'the (?:students|team|pupils|kids|group) (?:were|did|had|could|worked|used)',
        ),
        'what would happen if (?:you|we) (?:just|simply|instead)|suppose (?:you|we)',
      ],
      matches: ['What if you gave them the sheet first?'],
      passes: ['What if the river floods the lower field?', 'What would happen if nothing changed?'],
    },
    {
      id: 'how-about',
      at: 'clause',
      begins: 'how what',
      pattern: [
        'how about (?!you ?(?:{end})|your(?:self| \\w+) ?(?:{end})|the \\w+ ?(?:{end})|now ?(?:{end}))[^ ?]+',
        'what about (?:\\w+ing|if|just|maybe|instead|an?|having)',
        'what do you (?:think|say) (?:about|of|to) (?:{proposing}|we|if|maybe)',
        'how (?:would|might) you feel about (?:{proposing}|if|maybe)|how do you feel about trying',
        'what would you say to (?!something|anything|nothing)\\w+ing',
        'what would you (?:think|say) (?:about|of|to|if) (?:{proposing}|you|we|i|instead)',
        'how does (?:{few} )?(?:{proposing}) (?:{gap} )?sound',
      ],
      matches: ['How about a short break after each set?', 'What do you think about using two checklists?'],
      passes: ['How about you?', 'What do you think about the new rota?'],
    },
    {
      id: 'why-not',
      at: 'clause',
      begins: 'why',
      pattern: 'why (?:(?:do|would) not (?:you|we|i)|not (?!{end}|,)(?:just |simply |try )?\\w+)',
      matches: ["Why don't you start with a story?", 'Why not ask the porter?'],
      passes: ['Why not?', "Why didn't the pump start?"],
    },
    {
      id: 'could-you',
      at: 'clause',
      begins: 'could might may can will would',
      pattern: [
        '(?:could|might|may)(?: not)? (?:you|we)(?: {adverb})? (?!{perceive}|{end})[\\w-]+',
        sequence(
          '(?:can|will|would)(?: not)? (?:you|we) (?:{gap} )?',
          oneOf('next time|instead|in (?:the )?future|from now on|going forward|more often|as well|at least'),
        ),
        '(?:could|might)(?: not)? {determiner} {few} (?:perhaps|maybe|possibly|just|simply) be [\\w-]+',
        'could not {determiner} {few} be [\\w-]+|might(?: not)? {determiner} {few} be [\\w-]+(?:ed|n|t)',
        sequence(
          'could (?:this|that|it|{determiner} {few}) be [\\w-]+(?:ed|n|t) ',
          oneOf('instead|earlier|first|before|into|so that|rather|nearer|sooner|together'),
        ),
        sequence(
          'would(?: not)? (?:you|{few}) {gap} ?',
          oneOf('more|better|faster|easier|longer|quicker|less|further|calmer|safer'),
          '(?: {few})? if you',
        ),
        '(?:can|could|may) i (?:suggest|recommend|offer|give you (?:a|some|one)|propose|make a)',
        'can we (?:try|agree (?:to|on)|make sure|just|start|get)',
        'can (?:not )?you (?:just|simply|try|at least|maybe|perhaps)|can not you [\\w-]+',
      ],
      heads: ['aux'],
      matches: [
        'Could you use more pictures next time?',
        'Could you not just ask the clerk?',
        'Can you try a slower pace?',
      ],
      passes: ['Could you hear the second speaker?', 'Could you tell me how you set it up?'],
    },
    {
      id: 'should-you',
      at: 'clause',
      begins: 'should shall ought do did will would are were',
      pattern: [
        'should(?: not)? (?:you|we|i|they|he|she|it|there|the|this|that|your|one|everyone)',
        'shall (?:we|i)|ought',
        sequence(
          '(?:do|did|will|would)(?: not)? you (?:not )?(?:{adverb} )?',
          oneOf(
            'need to|have to',
            sequence(
              'think (?:that )?(?:maybe |perhaps )?',
              oneOf('you|we|it|this|that|they|he|she|the \\w+|your \\w+|\\w+ing'),
              '(?: \\w+)? ',
              oneOf(
                'could|should|might|ought|need',
                either(
                  'would',
                  'help|be (?:better|easier|good|useful|helpful|possible|worth|beneficial|more)',
                  'have been|work|benefit',
                ),
              ),
            ),
            'want to (?:try|consider|think about|use|start|make|change (?!{end})|ask|add|check)|consider',
            'try|be (?:open|willing|interested|prepared|up for|better)',
            'like (?:me )?to (?:try|consider|use|suggest)|do better|benefit',
          ),
        ),
        sequence(
          '(?:are|were) you (?:{adverb} )?',
          oneOf(
            'open to|willing to|prepared to|going to try|interested in',
            'going to (?:call|talk|ask|tell|apologi[sz]e|change)',
          ),
        ),
        either(
          'do you think (?:it is|it might be|it would be|it may be|it could be)',
          'time|worth|better|best|possible|helpful|useful|a good|an idea|easier|wise',
        ),
        'would(?: not)? you (?:not )?(?:agree to|rather not|be better)',
        either(
          '(?:would|do|did) not you',
          'rather|prefer|want to (?!be|see|live|feel|have|know|win|get|succeed|pass)[\\w-]+',
        ),
      ],
      except: '(?:should|shall) {gap} or [^ ?]+',
      heads: ['aux'],
      matches: [
        'Should you call the family first?',
        'Do you think you could start with the easy ones?',
        'Would you consider a weekly call?',
      ],
      passes: ['Do you need help?', 'What should the next step be?'],
    },
    {
      id: 'would-it-help',
      at: 'clause',
      begins: 'would could might will may is was are',
      pattern: [
        sequence(
          '(?:would|could|might|will|may)(?: not)? ',
          oneOf('it|that|this|there|{few}(?: {few})?'),
          ' (?:not )?(?:{adverb} )?',
          oneOf(
            'help|work|benefit|improve|make (?:it|things|sense|a difference|more sense)',
            sequence(
              'be (?:{adverb} )?',
              oneOf(
                'kinder|better|best|easier|helpful|useful|possible|worth|worthwhile|good|beneficial|more',
                'an option|an idea|a good|wise|quicker|faster|simpler|clearer|safer|less|of help|shorter',
                'smaller',
              ),
            ),
            'have (?:been )?(?:better|easier|helped|worked)',
          ),
        ),
        '(?:is|could|might|may) there (?:be )?(?:a|any|another|some) (?:\\w+ )?ways? (?:to|of|that)',
        'is it (?:possible (?:to|for you to)|an option to)',
        sequence(
          '(?:is|was)(?: not)? it (?:not )?(?:{adverb} )?',
          oneOf('better|best|easier|time|worth|possible to|simpler|wiser|safer|high time'),
        ),
        either(
          sequence(
            '(?:is|are|was) there (?:a|any|another|some|other|perhaps|maybe) (?:\\w+ )?',
            oneOf(
              'way|chance|possibility|reason|room|thing|strategy|tool|opportunity|space|ways|option|person',
              'people',
            ),
            ' (?:that |for )?(?:you|we)',
          ),
          'could|can|might|would|to|not',
        ),
        either(
          '(?:is|was) there (?:any|a) reason',
          'not to|we could not|you could not|you can not|why you could not',
        ),
      ],
      heads: ['aux'],
      except: '{aux} {gap} or [^ ?]+',
      matches: [
        'Would it help to write the steps on the wall?',
        "Wouldn't it be easier to use a list?",
        'Is there a way you could start earlier?',
      ],
      passes: ['What would help you most?'],
    },
    {
      id: 'stated',
      at: 'opening',
      pattern: sequence(
        oneOf(
          'maybe|perhaps|possibly',
          'i (?:would )?(?:suggest|recommend|propose|think|wonder if|feel)(?: that)?|what about',
          'it might (?:help|be)|next time|surely',
        ),
        '?(?: ,)?(?: )?',
        oneOf(
          sequence(
            '(?:you|we|it|they) ',
            oneOf(
              'could|should|might|can|may|ought|need to|have to|had better|must(?! (?:be|have|feel))',
              'would(?= (?:help|be (?:good|better|worth|useful|helpful|wise)))',
            ),
            ' (?:{adverb} )?(?!see|hear|feel|tell|have (?:felt|been|noticed|seen))\\w+',
          ),
          'try \\w+ing|try (?:a|an|the|to)',
          '(?:ever )?(?:tried|considered|thought (?:of|about)) (?:{determiner}|it|that|this|[\\w-]+ing)',
          '(?<=(?:maybe|perhaps) ){few} (?:would|might|could) (?:help|work|be)',
        ),
      ),
      heads: ['statement'],
      matches: ['Maybe you could greet each one at the door?', 'You might want to slow down?'],
      passes: ['You could hear the rain?'],
    },
    {
      id: 'wonder-if-could',
      at: 'opening',
      pattern: [
        sequence(
          '(?:if|whether) (?:{few} )?',
          oneOf(
            'could|should|might|ought|would (?:help|be|work|have|it)|need to|tried|try|want to|considered',
            'considering|{proposing}',
          ),
        ),
        '(?:about )?(?:maybe |perhaps )?(?:trying|using|adding|having you)',
      ],
      heads: ['telling'],
      matches: [
        'I wonder if you could stand nearer to the door?',
        'I am wondering whether it would help to count aloud.',
      ],
      passes: ['I wonder what you saw from there.', 'I wonder if you could tell me how it began.'],
    },
  ],
}
