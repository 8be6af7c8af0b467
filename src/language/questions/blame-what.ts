import { either } from './grammar.ts'
import type { QuestionRule } from './rule.ts'

/** What a person was thinking, was doing, or has for an excuse; what is wrong with them; where they were. */
export const whatRules: readonly QuestionRule[] = [
  {
    id: 'thinking',
    at: 'clause',
    begins: 'what',
    pattern: [
      'what (?:on earth |the hell |the heck |in the world )?were you (?:{adverb} )?thinking(?: of)?(?: (?:,|-|–|by|letting|leaving|doing|going|putting|sending|giving|making|not|taking|when you (?:did|decided|chose|let|left|said|\\w+ that|{fault}))| ?(?:{end}))',
      'what were you (?:{adverb} )?(?:doing (?:on|instead)|even \\w+|trying to (?:{gap} )?by)',
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
        '(?:to )?(?:{adverb} )?(?:think|believe|assume|suppose|imagine|figure|feel)(?: like)? (?!of|about|so|in|through|differently|twice|this way|that way|the way)[^ ?]+ [^ ?]+',
        '(?:{adverb} )?think (?:that|it|this) [^ ?]+',
        'the (?:idea|right|impression|notion) (?:that )?(?:you|it)',
      ),
      'makes you think (?:that )?(?:you (?:can|are|have|should|deserve|know)|it (?:is|was|would)|(?:this|that) (?:is|was|would|will))',
      '(?:gives|gave) you the (?:right|idea you|nerve)|possessed you',
      '(?:makes|made) you so (?:special|sure|late|\\w+)',
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
      'what (?:made|makes|caused|causes|led|prompted|forced) you (?:to )?(?:{fault}|not|do (?:that|this|such|it)|be (?:so|late)|so|such|late|{loaded}|behave|act)',
      'what (?:caused|explains|led to|is behind|is the reason for|was the reason for|accounts for) (?:{few} )?your (?:\\w+ )?{failing}',
      'what (?:made|makes) you (?:decide|choose) (?:not|against)|what made you (?:wait|leave it) (?:so|until|that|till|this)',
      'what (?:stopped|prevented|kept|stops|keeps) you from (?:{few} )?(?:the one|the simplest|the most basic|something (?:so|as)|such|a simple|your job)',
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
    begins: 'what where anything',
    pattern: [
      either(
        '(?:what|where) (?:is|was)',
        'your (?:problem|excuse|justification|issue|deal|head)',
        'wrong with (?:you|your|him|her|them|these|me|{human}|this {person})|the matter with you|the (?:point|use) of (?:{few} )?\\w+ing',
      ),
      'what (?:has )?happened to \\w+ing|what (?:has )?happened to your (?:common sense|sense|manners|judg(?:e)?ment|commitment|standards|promise)|what is it with you|what gives ?(?:{end})',
      'what (?:possible |other )?excuse|what (?:went|goes) wrong with you',
      'what (?:is|was) so (?:hard|difficult|complicated|challenging|tough|tricky) about',
      '(?:what|anything) (?:do|did|have) you (?:got |have )?to say for yourself',
      either(
        'what (?:{adverb} )?(?:did|have|had) you (?:do|done|say|said)',
        'to (?:cause|make|upset|provoke|break|deserve|anger)|wrong|now|this time|incorrectly|badly',
      ),
      'what have you done(?: now| to (?:{pronoun}|{determiner}))? ?(?:{end}|\\w)|what did you do to (?:him|her|them|it|(?:the|my|this|that|our) \\w+) ?(?:{end})|what business (?:is|was)|what did you (?:do|say) (?:that|this|it) for|what (?:{adverb} |exactly )?have you been (?:doing|up to) (?:all|this whole|for)',
      'what did you (?:{adverb} )?(?:expect(?: (?:to|would) happen)?|think (?:would happen|was going to happen|you were doing|i meant)) ?(?:{end}|when you|if you|by|,)',
      'what (?:did|do) you (?:{adverb} )?(?:think|hope|expect) (?:you would |that would |to )(?:gain|achieve|accomplish|get|prove)',
      'what (?:exactly )?(?:are|were) you (?:{adverb} )?(?:playing at|trying to (?:pull|prove|hide|do to)|complaining|waiting for)',
      'what (?:took|is taking|has taken) (?:you|them|him|her|your \\w+) (?:so (?:long|late)|all \\w+)',
      'what do you mean (?:, )?(?:that )?(?:you|nobody|it is not)|what (?:have|did) i (?:{adverb} )?(?:tell|told|say|said)',
      'what (?:kind|sort|type) of (?:\\w+ )?(?:{person}|idiot|professional|excuse) (?!do|are|were|did|can|will|might|could|or)[\\w-]+',
      '(?:what|which) part of {gap} (?:(?:do|did|can) (?:not you|you not)|you (?:do|did|can) not)',
      'where (?:is|was) your (?:judg(?:e)?ment|common sense|sense of|report|head)|what is it about {gap} (?:do not|did not|can not) (?:you )?understand',
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
      'where (?:was|were) (?:you|your \\w+|{human}) (?:when|all|while|as|during)',
      'where did you (?:{adverb} )?(?:go wrong|mess up|fail|learn (?:to|how to) (?:behave|talk|drive)|screw up)',
    ],
    except: 'where were you (?:standing|sitting)',
    matches: ['Where were you when the alarm rang?', 'Where was your supervisor during all this?'],
    passes: ['Where were you standing?'],
  },
  {
    id: 'reason',
    at: 'clause',
    begins: 'what is was are do did have give tell for any',
    pattern: [
      '(?:what|is there|was there|do you have|did you have|have you got|give me|tell me) (?:is |was |are |were |could be )?(?:a |an |one |the |your |any |some |possible )?(?:good |real |valid |specific |single |possible )?(?:(?:reason|reasons|explanation|justification|rationale) (?:(?:that |why |as to why )?you (?:(?:did|do|have|had|are|were) not|could not have|never|always|{fault}|are (?:late|so)|were (?:late|so))|for (?:not|being (?:late|absent|so|{loaded})|your (?:\\w+ )?{failing}|{failing}|ignoring|missing|failing|forgetting|leaving|skipping|this (?:\\w+ )?{failing}))|excuse|excuses)',
      'for what reason (?:did|do|are|were|have) (?:not )?you (?:not )?(?:{fault}|not)?',
      'what (?:possible )?reason (?:could|can|do|did) you (?:{adverb} )?have (?:for|to) (?:not|{fault})',
      '(?:is|was) there (?:a|any|some) (?:\\w+ )?reason (?:why |that )?(?:{human}|{nobody}|this|that|the {few}) (?:is|was|were|has|have|had|did|does)',
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
        '(?:justify|account for|answer for|defend|excuse)',
        'yourself|your|this|that|the|why|not|\\w+ing|{few} {failing}',
      ),
      either(
        'explain',
        'yourself|(?:to me )?your (?:\\w+ )?(?:{failing}|actions|conduct|decision not)',
        '(?:this|the|these) (?:\\w+ )?(?:failures?|mistakes?|mess|lateness|delay|errors?)',
      ),
      'care to (?:explain|tell (?:me|us))|what gives you the right|how dare|(?:my|your|his|her|their) fault',
      'to blame|shame on|one good reason|your manners|on your (?:shift|watch)|you {gap} on purpose|(?:are|were|did|do|have|can|would|could) you even',
    ],
    except: 'excuse (?:me)',
    matches: ['How do you justify your decision?', 'Can you explain this mess?'],
    passes: ['Can you explain the steps you used?'],
  },
]
