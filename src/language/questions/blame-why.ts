import { either, noneOf, oneOf, sequence } from './grammar.ts'
import type { QuestionRule } from './rule.ts'

/**
 * The 'why' that asks for a justification: of what 'you' did, of what a person left undone or did amiss, of a
 * thing that somebody should have seen to. 'Why' about ideas, hopes, machines and other people's plain acts
 * is open.
 */
export const whyRules: readonly QuestionRule[] = [
  {
    id: 'why-you',
    at: 'clause',
    begins: 'why',
    pattern: sequence(
      'why',
      oneOf(
        ' on earth| the hell| the heck| in the world| exactly| then| (?:{few} )?(?:, [^?,]{1,90} )?,',
        ' (?:in|at|with|on|after|during|given) (?:[\\w-]+ ){1,8}?[\\w-]+',
      ),
      '? (?:did|do|are|were|have|had|would|could|can|will|must)(?: not)?(?: {adverb})? you',
    ),
    except: [
      either(
        'why',
        '(?:do|would|can|could) not you',
        sequence(
          'do you (?:{adverb} )?',
          oneOf(
            'think|believe|suppose|feel|imagine|reckon|say|want|like|love|enjoy|value|prefer|hope|care',
            'need|wish|choose|consider|find|trust|admire|recommend|teach|coach|volunteer|ask',
          ),
        ),
        'are you (?:at )?an? (?:\\d|one|two|three|four|five|six|seven|eight|nine|ten)',
        sequence(
          'are you (?:{adverb} )?',
          oneOf(
            'interested|here|considering|thinking (?:about|of)|excited|passionate|proud|applying|pursuing',
            'drawn|hopeful|confident|seeking|looking for|leaving|grateful|committed|planning|choosing',
            'studying|motivated|willing|ready',
          ),
        ),
        'were you (?:proud|pleased|drawn|chosen|interested|excited|hopeful|able)',
        sequence(
          'would you ',
          oneOf(
            'want|like|choose|recommend|prefer|say(?! (?:that|this|it|such a thing) ?(?:{end}))|consider',
            'be willing|love|rate|pick|suggest|hire|describe',
          ),
          '(?! to do (?:that|this|such))',
        ),
        either(
          'did you',
          either(
            '(?:choose|decide|want|agree) to',
            'become|be|go into|enter|join|study|train|work|teach|come|apply|pursue|participate|get into',
            'seek|volunteer|subscribe|buy|sign up|switch|move|write (?:this|the) \\w+',
          ),
          'become',
          either(
            'choose',
            'nursing|teaching|medicine|social work',
            'this (?:career|profession|field|job|school|college|course|company|path|line|program)',
          ),
          'apply|volunteer|come (?:here|in|today)|get into (?:teaching|nursing|coaching)',
          'run for|stand for|subscribe|move (?:to|here)|take up|write (?:this|the)',
          'start (?:the|your|this) (?:company|business|band|charity|school)',
          'leave your (?:last|previous|old|current|first) \\w+|sign up|switch (?:to|from)',
        ),
        'have you (?:come|chosen to|decided to (?:see|seek|join|apply)|applied)',
      ),
      'why did you (?:give yourself|pick|choose|say|rate {few}) (?:an? |the )?\\d+',
    ],
    matches: [
      'Why did you skip the warm-up?',
      "When the alarm rang, why didn't you call the supervisor?",
      'Why are you always the last to log your visits?',
      'Why would you even bring that up?',
      "What happened on Tuesday, and why weren't you there?",
    ],
    passes: [
      'Why do you think the group went quiet?',
      'Why would you want to make this change?',
      'Why did you decide to become a nurse?',
      'Why did the two machines stop at the same time?',
    ],
    ask: "Could you ask about the events: 'What led to …?' or 'What was happening when …?'",
  },
  {
    id: 'why-do-you-fault',
    at: 'clause',
    begins: 'why',
    pattern: [
      either(
        'why (?:do|would) not you',
        'ever|even|know|listen|care|understand|trust|see|believe|respect|follow|remember|pay|respond',
        'show up|finish|get it|get this|do (?:your|it|that|this)|have (?:the|your|a|any)|exercise|study|vote',
        'recycle',
        'just (?:listen|leave|stop|shut|do|admit|go|behave|grow|tell|say)',
        'cooperate|participate|arrive|come|attend|take (?:your|any|responsibility)|quit|stop|behave',
        'manage|control|work|eat',
        'apply yourself|do more|help more',
      ),
      'why (?:(?:can|could) not you|would not you just)',
      either(
        sequence(
          'why do you (?:think|believe|feel) ',
          oneOf('it is|that is|this is|it was|that|you can|you are|you should|you could|you have the'),
          '(?: \\w+)?',
        ),
        'ok|okay|acceptable|fine|appropriate|just|above|better|so|entitled|allowed|always|too|special',
        'exempt',
      ),
      sequence(
        'why do you ',
        oneOf('want|like|love|need|choose|prefer|say|feel the need'),
        ' (?:to )?(?:hurt|punish|fight|make everyone|be difficult|such)',
      ),
      'why do you feel the need to {fault}',
      either(
        'why do you (?:think|believe|feel) you',
        'deserve|have the right|can (?:talk|speak|treat|get away|just|leave|skip|ignore|do (?:this|that))',
      ),
    ],
    except: 'why would not you just (?:try|use|start|ask (?:the|your))',
    matches: ["Why don't you ever listen to the patients?", "Why can't you finish on time?"],
    passes: ["Why don't you try a shorter list?", 'Why do you think the families came early?'],
  },
  {
    id: 'why-you-embedded',
    at: 'clause',
    begins: 'why',
    pattern: [
      either(
        'why (?:is it (?:that )?)?you',
        '(?:{adverb} )?(?:did|do|have|had|could|can|would|will|are|were) not|never|always|keep|kept',
        'constantly|insist|insisted|continue|(?:{adverb} )?(?:{fault})|did (?:that|this|it|such)',
        '(?:are|were) (?:so|always|too|late|on hold|absent|away|missing|behind|the only|{loaded})',
        'thought (?:it|that) (?:was|would)',
        'decided (?:not|against)|refuse|chose (?:not|to ignore)|left (?:{few} )?(?:early|late|before)',
        'left {few} (?:open|unlocked|alone|unattended|unfinished)',
      ),
      'why is it that (?:[\\w-]+ ){1,6}(?:never|always|not)',
      'why (?:does|is|do|must|did|are) every(?:thing|one|body)? {gap} you',
      'why is it that i (?:can|have|always|am)',
      'why i (?:should|have|had|keep|am|was)',
      'why is it (?:that |always )*?(?:you|{nobody}|always|never|whenever you|every time)|why (?:{nobody})',
      either(
        'why (?!{aux}){few}',
        either(
          '(?:was|were|is|are|has|have|had|did)',
          'not',
          sequence(
            '(?:{adverb} )?',
            oneOf(
              'late|such an?|so \\w+|an? mess|left \\w+|off[- ]task|missing|still|un\\w+ed|wrong',
              'overdue|lost|broken',
            ),
          ),
        ),
        'never (?:got|came|\\w+ed)|(?:is|was|are|were|got) (?:always|never)',
      ),
    ],
    matches: [
      "Can you explain why you didn't call me?",
      'Why is it that you never fill in the chart?',
      "Tell me why the second sheet wasn't signed.",
    ],
    passes: ['Can you tell me why you chose this recipe?', 'I wonder why you smiled when she came in.'],
  },
  {
    id: 'why-your',
    at: 'clause',
    begins: 'why',
    pattern: [
      'why (?:is it (?:that )?)?(?:(?:is|are|was|were|has|have)(?: not)?|(?:did|do|does) not) your',
      sequence(
        'why (?:do|does) your (?:[\\w-]+ ){1,3}?',
        noneOf('matter|work|help|feel|mean|want|love|like|enjoy|succeed|respond|think|choose|say|{aux}'),
        '[\\w-]+ [\\w-]+',
      ),
      either(
        'why (?:did|do|does) your {few}',
        'leak (?:the|our|it|this|that)|break (?:the|our|your|its)|look like|smell|sound like|stop|quit',
        'still|not|{fault}|always|never|keep|only',
        '(?:so |such a )?(?:{loaded})',
      ),
      'why (?:did|do|does) your {gap} (?:wrong|so (?:many|few|much|little|long)|{faultNoun})',
      'why (?:can|could|will|would) (?:not )?your|why is it (?:that )?(?:your|my|our)',
    ],
    except: either(
      'why (?:is|are|was|were) (?:your|that|this) {few}',
      'important|meaningful|valuable|special|worth|precious|proud',
    ),
    matches: ['Why is your report late again?', "Why aren't your pupils in their seats?"],
    passes: ['Why is your goal important to you?'],
  },
]
