import { either } from './grammar.ts'
import type { QuestionRule } from './rule.ts'

/** The 'why' that asks for a justification. 'Why' about events, ideas, hopes and other people's conduct is open. */
export const whyRules: readonly QuestionRule[] = [
  {
    id: 'why-you',
    at: 'clause',
    begins: 'why',
    pattern:
      'why(?: on earth| the hell| the heck| in the world| exactly| then| (?:{few} )?(?:, {few} )?,)? (?:did|do|are|were|have|had|would|could|can|will|must)(?: not)?(?: {adverb})? you',
    except: [
      either(
        'why',
        '(?:do|would|can|could) not you',
        'do you (?:{adverb} )?(?:think|believe|suppose|feel|imagine|reckon|say|want|like|love|enjoy|value|prefer|hope|care|need|wish|choose|consider|find|trust|admire|recommend|teach|coach|volunteer|ask)',
        'are you (?:{adverb} )?(?:interested|here|considering|thinking (?:about|of)|excited|passionate|proud|applying|pursuing|drawn|hopeful|confident|seeking|looking for|leaving|grateful|committed|planning|choosing|studying|motivated|willing|ready)',
        'were you (?:proud|pleased|drawn|chosen|interested|excited|hopeful|able)',
        'would you (?:{adverb} )?(?:want|like|choose|recommend|prefer|say(?! (?:that|this|it|such a thing) ?(?:{end}))|consider|be willing|love|rate|pick|suggest|hire|describe)(?! to do (?:that|this|such))',
        either(
          'did you',
          either(
            '(?:choose|decide|want|agree) to',
            'become|be|go into|enter|join|study|train|work|teach|come|apply|pursue|participate|get into',
            'seek|volunteer',
          ),
          'become',
          either(
            'choose',
            'nursing|teaching|medicine|social work',
            'this (?:career|profession|field|job|school|college|course|company|path|line|program)',
          ),
          'apply|volunteer|come (?:here|in|today)|get into (?:teaching|nursing|coaching)',
        ),
        'have you (?:come|chosen to|decided to (?:see|seek|join|apply)|applied)',
      ),
      'why did you (?:give yourself|pick|choose|say|rate {few}) (?:an? |the )?\\d+',
    ],
    matches: [
      'Why did you skip the warm-up?',
      "When the alarm rang, why didn't you call the supervisor?",
      'Why are you always the last to log your visits?',
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
        'why (?:do|would|can|could) not you',
        'ever|even|know|listen|care|understand|trust|see|believe|respect|follow|remember|pay|respond',
        'show up|finish|get it|get this|do (?:your|it|that|this)|have (?:the|your|a|any)',
      ),
      'why (?:can|could) not you',
      either(
        'why do you (?:think|believe|feel) (?:it is|that is|this is|it was|that|you can|you are|you should|you could|you have the)(?: \\w+)?',
        'ok|okay|acceptable|fine|appropriate|just|above|better|so|entitled|allowed|always|too|special',
        'exempt',
      ),
      'why do you (?:want|like|love|need|choose|prefer|say|feel the need) (?:to )?(?:{fault}|hurt|punish|fight|make everyone|be difficult|such)',
      'why would not you',
      either(
        'why do not you',
        'exercise|study|cooperate|participate|arrive|come|attend|take your|quit|stop|behave|manage',
        'control|work|apply yourself|do more|help more|eat',
      ),
      'why (?:do|must|should|am|have|did) i (?:{few} )?(?:have to|had to|need to|keep|always|still|the one)',
    ],
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
        'constantly|insist|insisted|continue|{fault}|did (?:that|this|it|such)',
        '(?:are|were) (?:so|always|too|late|{loaded})|thought (?:it|that) (?:was|would)',
        'decided (?:not|against)|refuse|chose (?:not|to ignore)',
      ),
      'why is it (?:that |always )*?you',
      'why you left {few} (?:open|unlocked|alone|unattended|early|unfinished)',
    ],
    matches: ["Can you explain why you didn't call me?", 'Why is it that you never fill in the chart?'],
    passes: ['Can you tell me why you chose this recipe?', 'I wonder why you smiled when she came in.'],
  },
  {
    id: 'why-your',
    at: 'clause',
    begins: 'why',
    pattern: [
      'why (?:(?:is|are|was|were|has|have)(?: not)?|(?:did|do|does) not) your',
      'why (?:did|do|does) your {few} (?:not|{fault}|always|never|keep|only)',
      'why (?:can|could|will|would) (?:not )?your',
    ],
    except: either(
      'why (?:is|are|was|were) (?:your|that|this) {few}',
      'important|meaningful|valuable|special|worth|precious|proud',
    ),
    matches: ['Why is your report late again?', "Why aren't your pupils in their seats?"],
    passes: ['Why is your goal important to you?'],
  },
  {
    id: 'why-undone',
    at: 'clause',
    begins: 'why',
    pattern: [
      'why (?:{few} )?(?:is|are|was|were|has|have|had) not (?:(?:the|this|that|these|those|it|they|anyone|anybody|anything|my|our|i|we) )?(?:{few} )?(?:been )?(?:done|finished|completed?|ready|updated|submitted|followed|told|informed|checked|cleaned|reported|charted|documented|recorded|sent|fixed|closed|signed|notified|called|consulted|prepared|delivered|filled|addressed|handled|locked|ordered|tested|reviewed|asked|invited|here|working|there|up to date)',
      'why (?:is|are|was|were) (?:the|this|that|these|those|it|they|my|our|everything|nothing) (?:{few} )?(?:(?:so|still|always|again) (?:late|behind)|overdue|incomplete|unfinished|unlocked|unattended|left \\w+|(?:such )?an? (?:mess|disaster))',
      'why (?:{few} )?(?:has|have|had) not (?:{few} )?been \\w+(?:ed|en)',
    ],
    matches: ["Why wasn't I told about the transfer?", "Why hasn't the log been updated?"],
    passes: ["Why wasn't the water boiling at 90 degrees?"],
  },
  {
    id: 'why-nobody',
    at: 'clause',
    begins: 'why',
    pattern: [
      either(
        'why',
        '(?:did|does|do|has|have|was|were|is|are|could|would|can|will) (?:{nobody})',
        either(
          '(?:did|does|do|has|have|was|were|is|are|could|can) not',
          'anyone|anybody|someone|somebody|any of you|you people|you guys',
        ),
        'would (?:anyone|anybody|someone|any sane)|must (?:you|i)',
      ),
      either(
        'why (?:did|do|does|can|could|will|would|is|are|was|has|have) not (?:he|she|they|the \\w+|his|her \\w+)',
        'just|ever|simply|bother|even|do (?:his|her|their) job',
      ),
      'why (?:do|does|can|could|will|would|is|are|has|have) (?:he|she|they|the \\w+) never',
    ],
    matches: ['Why did no one lock the store room?', "Why didn't anyone tell me?"],
    passes: ['Why do you think no one answered at first?'],
  },
  {
    id: 'why-always',
    at: 'clause',
    begins: 'why how',
    pattern: [
      'why (?:is|was) it (?:{adverb} )?(?:so|too|that) (?:hard|difficult|much) for you|why is it (?:always|never)',
      'why (?:does|did|must|should|do) (?:it|everything|this|that) (?:{adverb} )?(?:always|take you|have to be|take so long)',
      'why am i (?:{adverb} )?(?:only|hearing|the last|just)|why should (?:i|we|the \\w+|he|she|they) have to',
      'why would (?:a|any|an) {few} (?:not|{fault}|do (?:that|this|such)|leave|send|give|think)',
      'why (?:leave|ignore|skip|let|rush|hide|send|give|hand|start|promise|make) (?:{few} )?(?:when|if|before|until|to the last|without|with|at all|in front)',
      '(?<!\\w )why the (?:[\\w-]+ ){0,2}[\\w-]+ ?{end}',
      'how you (?:{adverb} )?(?:managed to (?:{fault}|get)|could (?:{fault}|not|think|let|possibly|have)|{fault})',
    ],
    matches: [
      'Why is it so hard for you to be on time?',
      'Why the raised voice?',
      'Can you explain how you missed it?',
    ],
    passes: ['Why should companies publish their figures?', 'Can you explain how you measured it?'],
  },
  {
    id: 'why-noun',
    at: 'clause',
    begins: 'why',
    pattern: either(
      'why',
      '(?:is|are|was|were) there (?:no|not|nothing)|no|so|such a|wait until|bother|all (?:the|this)',
      'the (?:delay|mess|long face|attitude|rush|excuse|silence|mistake|error|drop)',
    ),
    matches: ['Why the delay?', 'Why so late?'],
    passes: ['Why might that be?'],
  },
]
