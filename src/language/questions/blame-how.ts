import { either } from './grammar.ts'
import type { QuestionRule } from './rule.ts'

/** How a thing could go so wrong, how often it must be said, since when it is allowed, and who did it. */
export const howRules: readonly QuestionRule[] = [
  {
    id: 'how-come',
    at: 'clause',
    begins: 'how',
    pattern: [
      either(
        'how come',
        'you|your|{nobody}',
        '(?:{few} )?(?:is|are|was|were|has|have|did|does|do|could|can) (?:not|still|always|late)',
      ),
      'how is it (?:that )?you (?:{adverb} )?(?:did|do|have|had|could|can|are|were|never|always|{fault})',
      'how is it that (?:{nobody}|{gap} (?:is|was|did|has|do|does|are|were|have) (?:not|never|still))',
    ],
    matches: ['How come you never write anything down?', "How come the order isn't out yet?"],
    passes: ['How come the second group used more water?'],
  },
  {
    id: 'how-could-you',
    at: 'clause',
    begins: 'how',
    pattern: [
      either(
        'how (?:could|can|dare) (?:you|anyone|someone|{human}|a \\w+ like you)(?: {adverb})?',
        '{fault}|not|do (?:that|this|such|it|so little)|say (?:that|such|it|this|no)',
        'think (?:that|it|this|you|of \\w+ing)|be (?:so|that|this)|leave|expect|sit|stand there',
        'stand by|justify|call (?:this|that|yourself)|live with|claim|just|possibly|treat',
        'have (?:{fault}|not|thought|said|been (?:so|that)|done (?:such|(?:that|this) (?:to|{end})))',
        'get (?:that|this|it) (?:so )?wrong',
      ),
      'how (?:could|dare) you ?(?:{end})|how dare',
    ],
    except: 'how (?:could|can) you (?:{adverb} )?(?:not only|just as|have said (?:it|this|that))',
    matches: ['How could you let her go home alone?', 'How could you not see the sign?', 'How could you?'],
    passes: [
      'How could you use this in your next class?',
      'How could you have handled the call differently?',
    ],
  },
  {
    id: 'how-fault',
    at: 'clause',
    begins: 'how',
    pattern: [
      'how (?:did|do) you (?:{adverb} )?(?:manage to (?:{fault}|get (?:it|this|that) (?:{adverb} |so )?wrong|not)|{fault}|not (?:know|notice|see|hear|think|check|realise|realize|catch|do)|justify|expect (?:me|us|them|him|her|anyone|to)|explain (?:yourself|why|away|(?:{few} )?(?:{failing})))',
      'how (?:could|can) (?:this|that|it|such a thing|something like this) (?:{few} )?(?:happen|have)',
      'how (?:is|was) it possible (?:that )?{gap} (?:{nobody}|not|never|still|{fault})',
      'how (?:can|could) it be that',
      'how (?:did|could|can|has|have) (?:{nobody})',
      'how was (?:this|that|it) (?:{adverb} )?(?:allowed|missed|overlooked)',
      'how (?:did|could) (?:this|that|it|the \\w+|such {few}) (?:{adverb} )?(?:get (?:past|by|overlooked|missed|so|this|that)|slip (?:past|by|through)|happen (?:again|on your|under your))',
      'how (?:did|could|can|was|were|does|has|have|is) (?:it that )?(?:{nobody}|anyone|anybody|{human}|an? {few}) (?:{adverb} )?(?:manage to )?(?:{fault}|notice|check|see|spot|catch|not|told)',
    ],
    except: [
      either(
        'how (?:did|do) you',
        'let go|let (?:them|him|her|people|the \\w+|students|your \\w+) know|allow (?:time|space|for)',
        'make a',
      ),
      'how (?:did|can|could|do|does) (?:{human}|a \\w+) (?:see|notice|check|spot|let|argue|hide)',
    ],
    matches: [
      'How did you manage to lose the keys?',
      'How did you miss the second valve?',
      'How could this happen?',
      'How did nobody notice the smoke?',
    ],
    passes: [
      'How did you let them know that it was time?',
      'How did this come about?',
      'How did anyone from outside hear of it?',
    ],
  },
  {
    id: 'how-hard',
    at: 'clause',
    begins: 'how',
    pattern: [
      either(
        'how (?:hard|difficult|much trouble) (?:is|can|could|would) it (?:be )?(?:{adverb} )?(?:to|for (?:you|{human}) to)',
        'follow|read|remember|listen|get|show|be|just|write|pick|tell|ask|call|do|wash|close|lock|fill',
        'understand|keep|check|answer|clean|put|send|turn|arrive|come|say|make',
      ),
      'how (?:hard|difficult|much trouble) (?:would|could|can) it (?:be|have been)',
    ],
    matches: ['How hard is it to wash your hands?', 'How difficult can it be?'],
    passes: ['How hard is the floor?'],
  },
  {
    id: 'how-often-told',
    at: 'clause',
    begins: 'how when since',
    pattern: [
      either(
        'how (?:many (?:more )?times|often) (?:do|must|should|have|did|does|will|am|are) (?:i|we|you|one|somebody|{human})(?: {adverb})?',
        'have to|need to|going to|been over|gone over|talked about|discussed|tell|told|said|asked',
        'explained|ask|be told|been told|been asked|{fault}|remind|reminded',
      ),
      'how many times (?:have|must|did|do|will) i|how much longer (?:do|must|are|will)',
      'how many (?:more {few}|(?:warnings|chances|reminders|excuses) (?:do|does|must|will)|{faultNoun} (?:does it take|must|do (?:i|we)))',
      'how many {gap} before you',
      'when (?:will|are|do|did) you (?:{adverb} )?(?:going to |planning to |intend to )?(?:ever |finally )?(?:learn(?: to| ?(?:{end}))|stop|grow up|start (?:taking|being|acting|listening|paying|doing)|take (?:this|it|your) \\w+ ?(?:seriously)?|get (?:it|your act|serious)|finally|bother|realise|realize|take responsibility|last (?:bother|actually))',
      'when (?:will|are|is) (?:{human}|we|someone|somebody|anybody) (?:{adverb} )?(?:going to )?(?:(?:do|take|stop|start|pull) (?:{few} )?(?:its|their|his|her|care|responsibility)|learn|finally|ever|get (?:it|this)|see (?:some|any))',
      'when (?:will|would) you ever|when were you (?:{adverb} )?(?:going|planning|intending) to',
      'how (?:long|much longer) (?:are|will|do) you (?:going to |planning to |intend to )?(?:keep|continue|go on|sit|stand|let|make|ignore|waste|pretend)',
      'how long have you been {fault}|how long were you (?:planning|going)',
      'since when (?:is|are|was|do|does|did)',
    ],
    matches: [
      'How many times do I have to tell you?',
      'When are you going to take this seriously?',
      'Since when is that our rule?',
    ],
    passes: ['How many times did the bell ring?', 'When will you start the next unit?'],
  },
  {
    id: 'who-did',
    at: 'clause',
    begins: 'who whose what',
    pattern: [
      either(
        'who',
        '(?:approved|deleted|signed off on|touched|changed|authori[sz]ed|did) (?:this|that|these|those|it)',
        'let|allowed',
        'told you (?:to|that|it|you|this|about)|said (?:you|that you|it was)|gave you|left|broke',
        'forgot|messed|screwed|dropped|caused|{faultVerb}',
        '(?:made|wrote|sent|pushed|put|gave|signed|did|used|ordered|shipped|set|took|booked|packed) (?:{few} )?(?:{faultNoun}|{loaded}|wrong|broken|decisions?)',
        'is to blame|was to blame|should (?:be blame|have)',
        '(?:(?:on|in|from|of) {few} )?(?:did|was|has|have|is) not|do you think you are|was supposed',
        'was meant to',
        'started (?:this|that|the|it)|put (?:this|that)|is at fault|was at fault',
        '(?:thought|figured|said|felt) (?:it|that|this|you)',
        'do you think (?:you|has to|will have to|is going to|had to|has been)',
        'is going to (?:explain|tell|clean|fix|apologi[sz]e|pay)',
      ),
      either(
        '(?:whose|who is)',
        '(?:\\w+ )?idea|fault|mistake|mess|error|job was|job is|responsibility was',
        'decision was (?:this|it|that)',
      ),
      either(
        '(?:who|what) (?:is|was|are|were) (?:really |actually |ultimately )?(?:responsible|accountable|to blame)',
        'here|for (?:this|that|the|these|it|not|{few} {failing})',
      ),
    ],
    except: either(
      'who',
      'left early|started the (?:discussion|conversation|session|meeting|game)',
      'put (?:this|that) together|did this (?:help|affect|work)|felt (?:it|that|this) (?:most|too|helped)',
      'gave you (?:support|help|the most|feedback|advice)|hurt|upset|lost (?:the )?(?:game|match)',
    ),
    matches: [
      'Who let the dog into the ward?',
      'Who sent out the wrong file?',
      'Whose fault was the spill?',
      'Who is to blame for the overrun?',
    ],
    passes: ['Who took part in the second round?', 'Who helped you set this up?'],
  },
]
