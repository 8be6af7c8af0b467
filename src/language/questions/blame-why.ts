import { either } from './grammar.ts'
import type { QuestionRule } from './rule.ts'

/**
 * The 'why' that asks for a justification: of what 'you' did, of what a person left undone or did amiss, of a thing
 * that somebody should have seen to. 'Why' about ideas, hopes, machines and other people's plain acts is open.
 */
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
        'would you (?:want|like|choose|recommend|prefer|say(?! (?:that|this|it|such a thing) ?(?:{end}))|consider|be willing|love|rate|pick|suggest|hire|describe)(?! to do (?:that|this|such))',
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
        'ever|even|know|listen|care|understand|trust|see|believe|respect|follow|remember|pay|respond|just',
        'show up|finish|get it|get this|do (?:your|it|that|this)|have (?:the|your|a|any)|exercise|study',
        'cooperate|participate|arrive|come|attend|take (?:your|any|responsibility)|quit|stop|behave',
        'manage|control|work|eat',
        'apply yourself|do more|help more',
      ),
      'why (?:can|could) not you',
      either(
        'why do you (?:think|believe|feel) (?:it is|that is|this is|it was|that|you can|you are|you should|you could|you have the)(?: \\w+)?',
        'ok|okay|acceptable|fine|appropriate|just|above|better|so|entitled|allowed|always|too|special',
        'exempt',
      ),
      'why do you (?:want|like|love|need|choose|prefer|say|feel the need) (?:to )?(?:hurt|punish|fight|make everyone|be difficult|such)',
      'why do you feel the need to {fault}',
      'why do you (?:think|believe|feel) you can (?:talk|speak|treat|get away|just|leave|skip|ignore|do (?:this|that))',
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
        '(?:are|were) (?:so|always|too|late|{loaded})|thought (?:it|that) (?:was|would)',
        'decided (?:not|against)|refuse|chose (?:not|to ignore)|left (?:{few} )?(?:early|late|before)',
        'left {few} (?:open|unlocked|alone|unattended|unfinished)',
      ),
      'why is it (?:that |always )*?(?:you|{nobody}|always|never)|why (?:{nobody})',
      'why (?!{aux}){few} (?:(?:was|were|is|are|has|have|had|did) (?:not|(?:{adverb} )?(?:late|such an?|so \\w+|an? mess|left \\w+))|never got)',
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
      'why (?:did|do|does) your {few} (?:not|{fault}|always|never|keep|only|(?:so |such a )?(?:{loaded}))',
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
  {
    id: 'why-they-not',
    at: 'clause',
    begins: 'why',
    pattern: [
      'why (?:did|was|were|has|have|had|can|could|will|is|are|does) not (?:{human}|i|we|someone|anyone|any of)',
      'why do not (?:they|{determiner} (?:[\\w-]+ ){0,2}{person})',
      // A single word that is no plural and no pronoun is mostly a name.
      'why (?:did|has|had) not (?!{pronoun}|{determiner})[\\w-]+[a-rt-z] \\w',
      'why (?:did|do|does|was|is|has|have|could|can|would) (?:{human}|i|we) (?:{adverb} )*?(?:not|never|only|keep|always)',
    ],
    matches: [
      "Why didn't the charge nurse ring back?",
      "Why can't my team meet a deadline?",
      "Why wasn't I told about the transfer?",
      "Why hasn't Cy signed it?",
    ],
    passes: ["Why didn't the pump start?", "Why doesn't oil mix with water?"],
  },
  {
    id: 'why-undone',
    at: 'clause',
    begins: 'why',
    pattern: [
      'why , (?!in your)[^,?]+ , (?:{aux}) {gap} (?:still|not)',
      'why (?:was|were|has|have|had) not (?!(?:[^ ]+ ){1,2}[\\w-]+ing )[\\w"-]+ [\\w"-]+',
      'why (?:{few} )?(?:is|are|was|were|has|have|had) not (?:{few} )?(?:been )?(?:done|told|sent|kept|given|taken|met|put|made|written|read|ready|here|working|there|up to date|[\\w-]+ed)',
      'why (?:is|are|was|were|has|have) (?:{gap} again|(?:{few} )?(?:still|always|so (?:late|many)|overdue|incomplete|unfinished|unlocked|unattended|(?:such )?an? (?:mess|disaster)|such|in (?:this|such an?) (?:state|mess)))',
      'why (?:is|are|was|were|has|have|had|did) (?!you|{few} you ){few} not (?!{determiner})[\\w"-]+',
      either(
        'why (?:is|are|was|were|has|have|had) {few}',
        'late|behind(?: schedule)?',
        '(?:been )?(?:left (?!with)\\w+|allowed|missed|ignored|skipped|overlooked|forgotten|lost|wasted|dropped)',
      ),
    ],
    except: 'why (?:is|are|was|were) (?:it|that|this) (?:still )?(?:important|relevant|true)',
    matches: [
      "Why hasn't the log been updated?",
      'Why was this allowed to happen?',
      'Why is this still open?',
    ],
    passes: ["Why wasn't the water boiling at 90 degrees?", 'Why is the second room warmer?'],
  },
  {
    id: 'why-they-fault',
    at: 'clause',
    begins: 'why how',
    pattern: [
      either(
        '(?:why|how come) (?:(?:did|has|have|had|must|(?:do|does|would)(?! an?| any| some)) )?(?:{human})(?: {adverb})?',
        '{fault}|just|even|insist|wait (?:so|until|that)|take so',
        'leave (?:(?:this|that|it|us|me)|{few} (?:early|open|unlocked|alone|unattended))',
        'do (?:that|this|such)|say (?:that|such)|get away with',
      ),
      'why did {human} {gap} without \\w+ing',
      'why (?:is|are) not (?:the|my|our|this|these|those) [\\w-]+ [\\w-]+ ?(?:{end})',
      'why did (?:[\\w-]+ ){1,4}the wrong \\w+',
      'why did (?!{pronoun}|{determiner})[\\w-]+[a-rt-z] (?:{fault})',
      'why (?:is|are|was|were) (?:{human}|{person}|we) (?:{adverb} )?(?:so|too|such|late|behind|{loaded})',
      'why (?:do|must|should|am|have|did) i (?:{few} )?(?:have to|had to|need to|keep|always|still|the one)',
      'why should (?:i|the others|others|everyone else|we have to|{human} have to)',
      'why (?:do|are|must) we (?:always|still|keep|never|have to)',
      'why am i (?:{adverb} )?(?:only|hearing|the last|just)',
      'why (?:is|was|did|does) (?:this|that|it) (?:take|taking) so',
    ],
    matches: [
      'Why did he ignore the bell?',
      'Why did the night staff wait so long?',
      'Why are they so careless?',
      'Why do I always have to ask twice?',
    ],
    passes: ['Why did she smile?', 'Why did the engine fail?', 'Why do people forget names?'],
  },
  {
    id: 'why-nobody',
    at: 'clause',
    begins: 'why how',
    pattern: [
      either(
        'why',
        '(?:did|does|do|has|have|was|were|is|are|could|would|can|will) (?:{nobody}|nothing)',
        '(?:did|does|do|has|have|was|were|is|are|could|can) not (?:someone|somebody|any of you|you people|you guys)',
        'would (?:anyone|anybody|someone|any|he|she|they|an? {few} (?:do|say|think) (?:that|this|such))',
        'must (?:you|i)',
      ),
      'how come (?:{nobody}|anyone)',
    ],
    matches: ['Why did no one lock the store room?', "Why didn't anyone tell me?"],
    passes: ['Why do you think no one answered at first?'],
  },
  {
    id: 'why-always',
    at: 'clause',
    begins: 'why how',
    pattern: [
      'why (?:is|was) it (?:{adverb} )?(?:so|too|that) (?:hard|difficult|much) for you',
      'why (?:does|did|must|should|do) (?:it|everything|this|that) (?:{adverb} )?(?:always|take you|have to be|take so long)',
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
      '(?:is|are|was|were) there (?:{adverb} )?(?:no|not|nothing|always|so (?:many|much|few|little)|such)',
      'no|so|such a',
      'wait until|only|bother|all (?:the|this)',
    ),
    matches: ['Why so late?', 'Why are there so many gaps in the log?'],
    passes: ['Why might that be?'],
  },
]
