import { either, noneOf, oneOf, sequence } from './grammar.ts'
import type { QuestionFamily } from './rule.ts'

/** Questions answered by yes, no, or one fact. */
export const closed: QuestionFamily = {
  kind: 'closed',
  severity: 'vague',
  why: 'It can be answered with yes, no, or one fact.',
  ask: "Could you begin with 'What' or 'How', or with 'Tell me about …'?",
  rules: [
    {
      id: 'amount',
      at: 'opening',
      begins: 'how for by since until within in at to about on with from of after over',
      pattern: [
        '(?:(?:for|by|since|until|within|in|at|to|about|on|with|from|of|after|over) )?how {amount}',
        'how (?:would|do|did) you (?:rate|score|grade)',
      ],
      except: [
        '{opened}',
        either(
          'how far (?:did|does|do|would|is) {gap}',
          'help|match|reflect|fit|go towards|represent|meet|serve|differ|change|influence|affect|shape',
        ),
      ],
      matches: [
        'How many times did the bell ring?',
        'Can you tell me how long it took?',
        'How confident are you from 0 to 10?',
      ],
      passes: ['How did you count?'],
      why: 'It asks for an amount.',
      ask: "Could you ask what the amount means to them: 'What do you make of …?'",
    },
    {
      id: 'degree-adverb',
      at: 'opening',
      begins: 'how',
      pattern: either(
        sequence(
          'how ',
          noneOf(
            sequence(
              oneOf(
                '{aux}|{pronoun}|{determiner}|else|exactly|precisely|specifically|best|come|to|on|so',
                'about|else|otherwise|then|in|for|at|with',
              ),
              '\\b',
            ),
          ),
          '(?:\\w+ly|[\\w-]+) (?:{aux})',
        ),
        '{pronoun}|{determiner}|\\w+',
      ),
      except: ['{opened}', 'how far (?:did|does|do|would|is)'],
      heads: ['wh'],
      matches: ['How willing were the two teams?', 'How regularly do they meet?'],
      passes: ['How else could it be done?', 'How exactly did you set it up?'],
      why: 'It asks for a degree.',
    },
    {
      id: 'fact',
      at: 'opening',
      pattern: [
        sequence(
          '(?:{few} )?what (?:{fact}) ?',
          oneOf(
            'is|was|do|does|did|has|have|can|could|will|would|should|of|\\?|are|were|you|it|the|works',
            'suits|fits|comes',
          ),
        ),
        sequence(
          'what (?:is|was|are|were|will be) ',
          oneOf("your|the|his|her|their|its|this|today 's|my|our"),
          ' (?:\\w+ )?(?:{thing}) ?',
          oneOf('{end}|of|for|in|at|on|today|here|now|and|again|please'),
        ),
        either(
          'what (?:is|are|was)',
          '\\d|(?:two|three|four|five|six|seven|eight|nine|ten|twelve) (?:times|plus|minus|and)',
        ),
        'what (?:is|are|was) (?:it|this|that|he|she|they) called',
        'what was the (?:last|first) (?:things?|words?) (?:he|she|they|it|{human}) (?:said|did|told)',
        sequence(
          'what (?:does|did|do) (?:that|the|this) ',
          oneOf('sign|label|rule|policy|notice|manual|protocol|instructions?|guideline|recipe'),
          ' (?:{few} )?say',
        ),
        sequence(
          'what (?:is|was) (?:the|his|her|their|its) [\\w-]+ ',
          oneOf('this morning|today|yesterday|last night|right now|at (?:\\d|noon|midnight)'),
          ' ?{end}',
        ),
        "what (?:is|are|was) (?:[\\w-]+ ){1,4}'s (?:\\w+ )?{factNoun}",
        'what do (?:we|you|people) call (?:an?|the|this|it)',
        sequence(
          'what (?:is|was|are|were) (?:the|your|his|her|its|their|our) ',
          oneOf('(?!of|on|in|behind|about|with|and|for|when|that|you|i|we|to)[\\w-]+ '),
          '{0,3}(?:{factNoun}|{fact}) ',
          oneOf(
            'of|for|in|at|on|that|which|you|he|she|they|we|the|when|before|after|during|today|then|spoken',
            'written|recorded|used|reached',
          ),
        ),
        'what (?:is|was|were|are) (?:the|your) (?:exact|official|full|legal) \\w+',
        sequence(
          'what ',
          oneOf('size|colou?r|brand|model|make|page|date|day|year|percentage|dose|gauge|grade'),
          ' (?:[\\w-]+ ){1,2}(?:is|was|do|does|did|has|have|are|were)',
        ),
        'what does {few} stand for',
        'what (?:is|was) your favo(?:u)?rite \\w+ ?(?:{end})',
        '(?:in|at|on|to|for|from|by|with|during) (?:what|which) (?:{fact}|point|stage|moment|minute)',
      ],
      except: [
        'what (?:is|was|are|were) the \\w+ of (?:not )?\\w+ing',
        'what (?:is|was) your reading of|what (?:is|was|are|were) {gap} (?:like|mean|tell)(?: {few})? ?{end}',
        sequence(
          '(?:{few} )?what ',
          oneOf('class|page|room|subject|position|software|channel|medications?'),
          ' (?:{few} )?(?:would|might|could)',
        ),
        '{opened}',
      ],
      matches: [
        'What time did the shift start?',
        "What's your name?",
        'At what point did you stop?',
        'Could you tell me what day it was?',
      ],
      passes: ['What makes this time different?', 'What is your view of the plan?'],
    },
    {
      id: 'who',
      at: 'opening',
      begins: 'with to for from by of who whom whose which',
      pattern: '(?:(?:with|to|for|from|by|of) )?(?:who|whom|whose|which)',
      except: [
        '(?:in|to) which (?:{few} )?(?:ways?|respects?|extent)',
        'whose (?:voices?|perspectives?|story|stories|interests|needs)|who (?:gets|got) to',
        'who else (?:could|might|can|would|is part)',
        either(
          'which {gap}',
          'stays?|stayed|surpris\\w+|troubl\\w+|weigh\\w*|gives? you|excites?|bother\\w*|speaks?|spoke',
          'keeps? coming',
          'gave you pause|would you',
        ),
        'who (?:would|do|did) you (?:want|like|hope|need|have) to (?:be|become)|who are you when',
        'to whom were you speaking when',
        sequence(
          'which (?:of )?(?:{few} )?',
          oneOf(
            '(?:stand|stands|stood) out|feels?|felt|surprised?|matters?|mattered|resonates?',
            '(?:might|could) you|do you (?:find|feel|want)|(?:have|has) \\w+ed (?:with )?(?:you|me)',
          ),
        ),
        either(
          'who',
          'did you have in mind',
          '(?:else )?(?:is|was|are|were|has been|have been) (?:affected|harmed|impacted)|comes to mind',
          'are you (?!with|talking|calling)\\w+|do you (?:want|need|have) to (?:be|become)',
          '(?:else )?(?:could|might) (?:you|help|support)',
        ),
        sequence(
          'which (?:\\w+ )?',
          oneOf(
            'moments?|decisions?|conversations?|assumptions?|habits?|feelings?|thoughts?|beliefs?|signs?',
            'cues?|signals?|risks?|choices?|images?|parts?|aspects?|strategies|ideas|options|skills',
            'strengths|ways|approaches|steps|areas|patterns|things|factors|elements|values|changes',
            'challenges|qualities|goals',
          ),
        ),
        '{opened}|who or what',
      ],
      matches: ['Who was in the room?', 'Which of the two did you use?'],
      passes: ['What did the people in the room do?'],
      why: 'It asks for one fact: who or which.',
    },
    {
      id: 'where-when',
      at: 'opening',
      begins: 'where when by since until from to',
      pattern: '(?:(?:by|since|until|from|to) )?(?:where|when)',
      except: [
        'where (?:does|do|did) (?:that|this|it|the \\w+|your \\w+)(?: \\w+)? come from',
        'where would (?:you|we|they) be|where (?:do|did|are|is|were) things',
        sequence(
          'where (?:in {few} )?(?:do|would|might|could|can|will|should|does) (?:(?:all|any|some) (?:of )?)?',
          oneOf('you|we|they|your \\w+|this|that|it|those|these|the \\w+'),
          ' (?:{adverb} )?',
          oneOf(
            'see|say|want|like|feel|imagine|think|go from|leave|take|envision|hope|need|stand|begin|draw',
            'look|turn|put|fit|show up|lead|point|find|get (?:the|your)|struggle|belong',
          ),
        ),
        sequence(
          'where (?:are|were|did|have) (?:you|we|they|things) (?:{adverb} )?',
          oneOf('stuck|get lucky|seen|noticed|felt|heard|got stuck'),
        ),
        sequence(
          'where (?:did|does|do|have|has) (?:things|the [\\w-]+(?: [\\w-]+)?|it|this) (?:{adverb} )?',
          oneOf(
            'start|begin|slip|shift|change|turn|tip|break down|fall apart|click|flow|drag|stick',
            'come unstuck',
          ),
        ),
        'where did the (?:energy|time|attention|talk|conversation|focus|tension) (?:go|come)',
        'when (?:in|during) {gap} (?:did|do) you (?:feel|notice|sense|realise|realize)',
        'where (?:else|in your (?:body|life|work|day))|where (?:do|does|did) your [\\w-]+ (?:go|rise|dip)',
        sequence(
          'where (?:did|do|have|had|would) (?:you|they|we) (?:{adverb} )?',
          oneOf(
            'lose|lost|find|found|get stuck|got stuck|struggle|hesitate|succeed|grow|surprise|learn|draw',
            'drift|slow|pause',
          ),
        ),
        'where are (?:you|we|they) (?:{adverb} |now )?(?:in|with|at)',
        '{opened}',
        either(
          'when',
          'do you (?:{adverb} )?(?:feel|find|notice|know)|are you at your',
          'is (?:the|it|that) {gap} (?:less|easier|better|worse)',
          'have you (?:{adverb} )?(?:felt|been at|seen|noticed|experienced)',
        ),
        sequence(
          'where did (?:you|they|it|the \\w+) (?:{adverb} )?',
          oneOf('feel|notice|see (?!him|her|them|the)|make|become|turn|start to|get (?:hard|easier|stuck)'),
        ),
      ],
      matches: ['Where did you stand?', 'When does the shift end?'],
      passes: ['Where would you like to go from here?'],
      why: 'It asks for one fact: a place or a time.',
    },
    {
      id: 'yes-no-told',
      at: 'opening',
      pattern: [
        '(?:if|whether)',
        '(?:(?:me|us) )?(?:your|his|her|their|the|its) (?:\\w+ )?(?:{thing}) ?(?:{end})',
        '(?:you )?(?:an?|some|one|another|few) (?:\\w+ )?questions?',
      ],
      heads: ['telling'],
      matches: ['Can you tell me whether the door was open?', 'Could you give me your phone number?'],
      passes: ['Can you tell me how the door was left?'],
    },
    {
      id: 'yes-no',
      at: 'opening',
      pattern: '[^ ]+',
      heads: ['aux'],
      matches: ['Did you count the strokes?', 'Is the second list shorter?', 'Will they come back?'],
      passes: ['Can you walk me through the second list?'],
    },
    {
      id: 'fragment',
      at: 'opening',
      pattern: '[^ ]+',
      except: [
        // A request without a question mark: 'Bring me into the room.'
        '(?!{pronoun}|{determiner}|[^?]*\\?|{adverb} |give )(?:[^ ]+ ){3,}[^ ]+',
        '(?:and then|and after(?: that)?|and before(?: that)?|like what|as in|what then) ?{end}',
        oneOf(
          sequence(
            '(?:and |your |any |some )?',
            oneOf(
              'thoughts|reactions?|impressions?|reflections|such as|meaning(?: what)?|because',
              'in what way|for example|go on|how so|say more|tell me more',
            ),
            '(?: (?:on|about|of|to) {gap})? ?(?:{end})',
          ),
        ),
      ],
      heads: ['statement'],
      matches: ['Anything else?', 'Ready?', 'The second list?'],
      passes: ['Your thoughts?', 'Such as?'],
      why: 'It leaves a word or two to say.',
    },
  ],
}
