import { either, noneOf, oneOf, sequence } from './grammar.ts'
import type { QuestionRule } from './rule.ts'

/** What a person was thinking, was doing, or has for an excuse; what is wrong with them; where they were. */
export const whatRules: readonly QuestionRule[] = [
  {
    id: 'thinking',
    at: 'clause',
    begins: 'what',
    pattern: [
      sequence(
        'what (?:on earth |the hell |the heck |in the world )?were you (?:{adverb} )?thinking(?: of)?',
        oneOf(
          either(
            '',
            ',|-|–|by|with (?:that|this)|letting|leaving|doing|going|putting|sending|giving|making|not',
            'taking',
            'when you (?:did|decided|chose|let|left|said|\\w+ that|{fault})',
          ),
          ' ?(?:{end})',
        ),
      ),
      sequence(
        'what were you (?:(?:two|all|guys|lot|people) )?(?:{adverb} )?',
        oneOf(
          either(
            'doing',
            'on|out of|in the wrong|instead|all (?:this|that)|when you (?:should|were supposed)',
            'while {gap} (?:walk|fell|fall|burn|left|bled|cried|drown|leak|\\w+ out)',
          ),
          'even \\w+|trying to (?:{gap} )?by',
        ),
      ),
      either(
        'what (?:was|were|went) (?:in |going through |through )?your (?:head|thinking|mind) when you',
        'did (?:that|this|it)|let|left|said (?:that|this)|{fault}|\\w+ that',
      ),
      'what (?:was|were) (?:in )?your (?:head|thinking)(?: ?(?:{end}))',
      'what possessed|what did you (?:think|imagine|expect|suppose) would happen',
      'what did you think you were (?:doing|up to)|what do you think you are (?:doing|playing|up to)',
    ],
    matches: [
      'What were you thinking?',
      'What were you thinking, leaving the door open?',
      'What were you doing instead of the round?',
    ],
    passes: [
      'What were you thinking when the group went quiet?',
      'What were you thinking about as the bell rang?',
      'What were you doing when the bell rang?',
    ],
  },
  {
    id: 'exasperated',
    at: 'clause',
    begins: 'what who why how where when',
    pattern: either(
      '{wh}',
      'on earth|the (?:hell|heck|devil)',
      'in the world (?:did|do|were|are|was|made|could|possessed) (?:not )?you',
    ),
    matches: ['How on earth did you miss the turn?', 'What the hell happened here?'],
    passes: ['Where in the world would you like to teach?'],
  },
  {
    id: 'made-you-think',
    at: 'clause',
    begins: 'what whatever',
    pattern: either(
      '(?:whatever|what)(?: ever| exactly)?',
      either(
        '(?:made|gave|possessed|on earth made) you',
        sequence(
          '(?:to )?(?:{adverb} )?(?:think|believe|assume|suppose|imagine|figure|feel (?:that|like)) ',
          noneOf('of|about|so|in|through|differently|twice|this way|that way|the way'),
          '[^ ?]+ [^ ?]+',
        ),
        '(?:{adverb} )?think (?:that|it|this) [^ ?]+',
        'the (?:idea|right|impression|notion) (?:that )?(?:you|it)',
      ),
      sequence(
        'makes you think (?:that )?',
        oneOf(
          'you (?:can|are|have|should|deserve|know)|it (?:is|was|would)',
          '(?:this|that) (?:is|was|would|will)|i (?:would|will|am|care|have)|we (?:would|will|have|care)',
          'anyone (?:wants|cares|will)',
        ),
      ),
      '(?:gives|gave) you the (?:right|idea (?:that )?(?:you|we|i|it)|nerve)|possessed you',
      '(?:makes|made) you so (?:special|important|different|late|perfect|clever|smart|angry|{excess})',
    ),
    except: either(
      'what makes you think (?:that )?(?:you can|it would|it will)',
      'succeed|do (?:it|this)|make (?:it|this)|work for you',
    ),
    matches: ['What made you think that would work?', 'What makes you think you can leave early?'],
    passes: ['What makes you think so?', 'What made you think of that example?', 'What makes you say that?'],
  },
  {
    id: 'made-you-fault',
    at: 'clause',
    begins: 'what',
    pattern: [
      sequence(
        'what (?:made|makes|caused|causes|led|prompted|forced) you (?:to )?',
        oneOf(
          '{fault}|not|do (?:that|this|such)|be (?:so|late)|such|late|{loaded}|behave|act',
          'so (?!sure|certain|confident|happy|proud|passionate|good|interested|curious)\\w+',
        ),
      ),
      sequence(
        'what ',
        oneOf('caused|explains|led to|is behind|is the reason for|was the reason for|accounts for'),
        ' (?:{few} )?your (?:\\w+ )?{failing}',
      ),
      'what (?:made|makes) you (?:decide|choose) (?:not|against)',
      'what made you (?:wait|leave it) (?:so|until|that|till|this)',
      sequence(
        'what (?:stopped|prevented|kept|stops|keeps|is (?:stopping|keeping)) you from (?:{few} )?',
        oneOf(
          'the one|the right thing|the simplest|the most basic|something (?:so|as)|such|a simple|your job',
        ),
      ),
    ],
    matches: [
      'What made you ignore the checklist?',
      'What caused your poor attendance?',
      'What made you wait so long?',
    ],
    passes: ['What made you choose this approach?', 'What led you to change the seating?'],
  },
  {
    id: 'what-wrong',
    at: 'clause',
    begins: 'what whatever where anything which',
    pattern: [
      either(
        '(?:what|where) (?:is|was)',
        'your (?:problem|excuse|justification|issue|deal|head)',
        'wrong with (?:you|your|him|her|them|these|me|{human}|this {person})|the matter with you',
        'the (?:point|use) of (?:{few} )?\\w+ing|the use of',
        'the (?:point|sense) (?:of|in) (?:that|this|all|your|an?|even)',
      ),
      'what (?:has )?happened to \\w+ing',
      either(
        'what (?:has )?happened to your',
        'common sense|sense|manners|judg(?:e)?ment|commitment|standards|promise',
      ),
      'what (?:is|has) (?:got|gotten|come|gone) (?:into|over) (?:you|him|her|them)|what is it with you',
      'what gives ?(?:{end})|what (?:do|did) you have to hide',
      'what (?:possible |other )?excuses? (?:is|was|do|did|have (?:you|they|i)|could|can|will|this|for)',
      'what (?:went|goes) wrong with you',
      'what (?:is|was) so (?:hard|difficult|complicated|challenging|tough|tricky) about',
      '(?:what|anything) (?:do|did|have) you (?:got |have )?to say for yourself',
      either(
        'what (?:{adverb} )?(?:did|have|had) you (?:do|done|say|said)',
        'to (?:cause|make|upset|provoke|break|deserve|anger)|wrong|now|this time|incorrectly|badly',
      ),
      'what have you done(?: now| to (?:{pronoun}|{determiner}))? ?(?:{end}|\\w)',
      'what did you do to (?:him|her|them|it|(?:the|my|this|that|our) \\w+) ?(?:{end})',
      'what business (?:is|was|do|did|had|have)|what did you (?:do|say) (?:that|this|it) for',
      'what (?:{adverb} |exactly )?have you been (?:doing|up to) (?:all|this whole|for)',
      sequence(
        'what did you (?:{adverb} )?',
        oneOf('expect|think (?:would happen|was going to happen(?: to you)?|you were doing|i meant)'),
        ' ?(?:{end}|when you|if you|by|,|after|with)',
      ),
      either(
        'what did you (?:{adverb} )?expect (?:to|would) happen (?:when you|if you|after)',
        '{fault}|left|leaving|sent|gave',
      ),
      sequence(
        'what (?:did|do) you (?:{adverb} )?think (?:you would |that would |to )',
        oneOf('gain|achieve|accomplish|get|prove'),
      ),
      either(
        'what (?:did|do|were) you (?:{adverb} )?(?:hope|hoping|expect|expecting|trying) to',
        'prove|(?:gain|achieve|accomplish|get) (?:by|from) (?:{fault}|not)',
      ),
      sequence(
        'what (?:exactly )?(?:are|were) you (?:{adverb} )?',
        oneOf('playing at|trying to (?:pull|prove|hide|do to)|complaining|waiting for'),
      ),
      'what (?:took|is taking|has taken) (?:you|them|him|her|your \\w+) (?:so (?:long|late)|all \\w+)',
      'what do you mean (?:, )?(?:that )?(?:you|nobody|it is not)',
      'what (?:have|did) i (?:{adverb} )?(?:tell|told|say|said)',
      sequence(
        'what (?:kind|sort|type) of (?:\\w+ )?(?:{person}|idiot|professional|excuse) ',
        noneOf('do|are|were|did|can|will|might|could|or', '{helping}'),
        '[\\w-]+',
      ),
      either(
        '(?:what|which) (?:part|bit|step|line|word|letter|half) of {gap}',
        '(?:do|did|can) (?:not you|you not)|you (?:do|did|can) not|(?:is|was) (?:so|not|unclear|beyond)',
        'did you think you could|escapes?|confuse[sd]?',
      ),
      'what time do you call|what do you call (?:this|that)|what do you take (?:me|us) for',
      either(
        'what (?:{adverb} )?(?:did|do|have) you (?:{adverb} )?(?:do|done)',
        'all (?:day|week|morning|afternoon|night|month|shift)|around here',
      ),
      sequence(
        'what (?:{adverb} )?(?:are|were|do|did) ',
        oneOf('i|we|they|the company'),
        ' (?:{adverb} )?(?:pay|paying|paid) you',
      ),
      either(
        'what (?:is|was)',
        'so (?:important|urgent|interesting|pressing|funny|special) (?:that|to you|out there)',
        'it (?:now|this time) ?{end}|your (?:\\w+ )?(?:malfunction|damage)',
      ),
      either(
        'what (?:does|will) it take',
        'to get (?:you|them|him|her|{few}) to',
        sequence(
          '(?:for|before) (?:you|{human}) (?:to )?(?:{adverb} )?',
          oneOf('listen|learn|understand|remember|stop|do|get it|start'),
        ),
      ),
      'what (?:am|are) (?:i|we) (?:supposed|meant) to (?:do with you|tell|say)',
      sequence(
        'what (?:kind|sort) of ',
        noneOf('paper|weather|answer|water|number|computer|letter|colou?r|order|chapter|matter'),
        '[\\w-]+(?:[eo]r|is[t]|ia[n]|m[ae]n) ',
        noneOf('do|are|were|did|can|will|might|could|or|does|is|was|has', '{helping}'),
        '[\\w-]+s [\\w-]+',
      ),
      sequence(
        'what exactly (?:have|did) you (?:{adverb} )?',
        oneOf('do|done|deliver\\w*|ship\\w*|achieve\\w*|accomplish\\w*|contribute\\w*'),
      ),
      'what have you been (?:telling (?!yourself)|saying (?:to|about) |hiding|doing to )[\\w-]*',
      'what (?:did|has|have) {gap} (?:do|done) to deserve',
      'what did you (?:imagine|suppose) (?:they|he|she|people) would do',
      sequence(
        'what (?:\\w+ )?(?:reason|explanation) ',
        oneOf('can|could|do|did|will'),
        ' you (?:give|offer|have) for (?:not|{fault})',
      ),
      // The asker's own guess after it: 'What do you want, a medal?'
      'what (?:[\\w-]+ ){0,6}(?:you|i)(?: [\\w-]+){0,4} , an? [\\w-]+ ?\\?',
      'what were you up to|what planet|what (?:am i|are we) ,|what do you want , an?|what possible',
      'what does (?:a person|an? (?:man|woman)|someone|one) have to do to',
      sequence(
        'what (?:kind|sort) of (?:example|message|signal|impression) ',
        '(?:do you think )?(?:does )?(?:that|this|it)',
      ),
      'what right (?:do|did|have|had|has)|whatever happened to|what did you go and',
      'what (?:am|are) (?:i|we) going to do with you',
      'what (?:is|will) it (?:going to )?take (?:before|for|to get) (?:you|{human})',
      'what (?:happened|is it|was it|went wrong|did you \\w+) this time ?{end}',
      'what makes (?:it|that|this) (?:ok|okay|acceptable|right|fine)',
      'what (?:is|was) the (?:holdup|hold-up|big idea)|what is so funny|what does it say about you that',
      'what (?:was|were) (?:[\\w-]+ ){1,3}thinking (?:, |- |– |— |by |of )\\w+ing',
      'what {gap} doing while all this',
      sequence(
        'what (?:has )?happened to {gap} (?:we|you|i) (?:have )?',
        oneOf('worked on|agreed|promised|practi[sc]ed|asked'),
      ),
      'what (?:are|were) you so (?:afraid|scared|angry|upset|defensive|mad)',
      'what (?:are|were) you (?:supposed|meant) to be doing',
      'what (?:have|did) i (?:ever )?(?:do|done) to (?:you|deserve)',
      'what (?:kind|sort|type) of (?:[\\w-]+ ){1,3}was (?:that|this|it) ?{end}',
      sequence(
        'what (?:kind|sort|type) of (?:[\\w-]+ ){0,2}',
        oneOf('excuse|answer|attitude|way|behavio(?:u)?r'),
        ' is (?:that|this|it)',
      ),
      'what do you expect (?:me|us) to',
      sequence(
        'what were they (?:{adverb} )?thinking(?: of)? ?',
        oneOf('{end}|when they (?:{fault}|designed|wrote|built|made|decided|put)'),
      ),
      'where (?:is|was) your (?:judg(?:e)?ment|common sense|sense of|report|head)',
      'what is it about {gap} (?:do not|did not|can not) (?:you )?understand',
      'what good (?:did|does|is|are|was|were)|what is the use of your|what use',
    ],
    except: either('what', '(?:kind|sort|type) of {few} would you (?:like|want|hope)'),
    matches: [
      'What is wrong with you?',
      "What's your excuse this time?",
      "What part of 'stop' don't you understand?",
      "What's the point of having a list?",
      'What kind of nurse leaves a door open?',
    ],
    passes: [
      'What went wrong with the second batch?',
      'What part of the day do you enjoy most?',
      'What do you mean by ready?',
      'What kind of teacher do you want to be?',
    ],
  },
  {
    id: 'where-were-you',
    at: 'clause',
    begins: 'where',
    pattern: [
      'where do you think you are(?: going)? ?{end}',
      either(
        'where (?:is|was|are|were) (?:your|the|their)',
        'head|heads|brain|mind|manners|common sense|respect|sense|decency|professionalism',
      ),
      sequence(
        'where is (?:your|the) ',
        oneOf('homework|assignment|report|paperwork|timesheet|essay'),
        '(?: (?:i|you|we) {few})? ?{end}',
      ),
      'where (?:is|are) your (?:goggles|gloves|helmet|mask|badge|uniform|tools|books)',
      either(
        'where (?:was|were) (?:the|your)',
        'marking|cover|supervision|leadership|teamwork|effort|discipline|urgency',
      ),
      'where (?:{adverb} )?did you think (?!about|of|through)[\\w-]+',
      'where (?:do|did) you get (?:off|the (?:nerve|idea|right))',
      'where have you been (?:all|hiding|this|until|till|for the|{end})|where does it say',
      'where (?:{adverb} )?(?:was|were) (?:you|your \\w+|{human}) (?:when|all|while|as|during)',
      sequence(
        'where did you (?:{adverb} )?',
        oneOf('go wrong|mess up|fail|learn (?:to|how to) (?:behave|talk|drive)|screw up'),
      ),
    ],
    except: 'where were you (?:standing|sitting)',
    matches: ['Where were you when the alarm rang?', 'Where was your supervisor during all this?'],
    passes: ['Where were you standing?'],
  },
]
