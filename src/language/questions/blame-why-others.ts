import { either, oneOf, sequence } from './grammar.ts'
import type { QuestionRule } from './rule.ts'

/**
 * The 'why' about what others left undone or did amiss, and about a state that somebody should have seen to.
 */
export const whyOthersRules: readonly QuestionRule[] = [
  {
    id: 'why-they-not',
    at: 'clause',
    begins: 'why',
    pattern: [
      sequence(
        'why ',
        oneOf('did|was|were|has|have|had|can|could|will|is|are|does'),
        ' not (?:{human}|i|we|someone|anyone|any of)',
      ),
      'why do not (?:they|{determiner} (?:[\\w-]+ ){0,2}{person})',
      sequence(
        'why (?:did|does|has|had) not (?:[\\w-]+ ){1,3}',
        oneOf('catch|flag|detect|prevent|arrive|ship|happen|get \\w+ed|get done|been \\w+'),
      ),
      // A single word that is no plural and no pronoun is mostly a name.
      'why (?:did|has|had|will) not (?!{pronoun}|{determiner})[\\w-]+[a-rt-z] \\w+',
      sequence(
        'why ',
        oneOf('did|do|does|was|is|has|have|could|can|would'),
        ' (?:{human}|i|we) (?:{adverb} )*?(?:not|never|only|keep|always)',
      ),
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
      sequence(
        'why (?:{few} )?(?:is|are|was|were|has|have|had) not (?:{few} )?(?:been )?',
        oneOf(
          'done|told|sent|kept|given|taken|met|put|made|written|read|ready|here|working|there|up to date',
          '[\\w-]+ed',
        ),
      ),
      either(
        'why (?:is|are|was|were|has|have)',
        '(?!it (?:important|worth|good|useful|helpful)){gap} again',
        sequence(
          '(?:{few} )?',
          oneOf(
            'still|always|so (?:late|many)|overdue|incomplete|unfinished|unlocked|unattended',
            '(?:such )?an? (?:mess|disaster)|such|in (?:this|such an?) (?:state|mess)',
          ),
        ),
      ),
      sequence(
        'why (?:is|are|was|were|has|have|had|did) (?!you|{few} you )(?:[\\w-]+ ){1,8}',
        oneOf('not (?!{determiner})[\\w"-]+|(?:still|never) [\\w-]+|yet to'),
      ),
      'why , [^?,]{1,90} , {aux} (?:not|{nobody}|(?:[\\w-]+ ){1,4}(?:not|still|{fault}))',
      sequence(
        'why (?:is|are|was|were|has|have|had) {gap} ',
        oneOf(
          'without (?:an?|any|anyone|anybody|our|my|asking|telling|checking|testing|review|approval|warning)',
          'before (?:anyone|anybody|somebody|someone|i|we|you|{human})',
          'with {few} (?:failing|broken|missing|unlocked|unsigned|switched off|down|still|un[\\w-]+ed)',
          'left (?:out(?! of)|open|alone|behind|lying|standing|up|un[\\w-]+)',
          'left (?:in|on) the (?:tray|drawer|road|rain|sun|car|yard|way|dark|cold|street|floor|stairs|stove)',
        ),
      ),
      sequence(
        'why (?:is|are|was|were|has|have|had) (?:our|my) [^?]+ ',
        oneOf(
          'leaked|ignored|rejected|renamed|deleted|moved|cancelled|canceled|changed|dropped|removed|replaced',
          'overruled|thrown|shared|opened|lost|forgotten|turned down|withdrawn|denied|refused|blocked|cut',
        ),
      ),
      // Half of the class, the whole shift: 'explain why half of your class came in late again'.
      'why (?!{aux})(?:[^ ?]+ ){2,14}(?:late|again|missing)(?: again)? ?{end}',
      'why (?:are|is|were|was|have|has|did|do) (?!you )(?:[\\w-]+ ){1,5}complain\\w*',
      'why would i (?!want to )[\\w-]+',
      either(
        'why (?:is|are|was|were|has|have|had) {few}',
        'late|behind(?: schedule)?|missing|overdue|unsigned|unlocked|unattended|unfinished|off[- ]task',
        'dirty|filthy|empty|unplugged|switched off',
        'out of (?:date|order)',
        sequence(
          '(?:been )?',
          oneOf(
            'left (?!with|to the|in water|out of)\\w+|allowed|missed|ignored|skipped|overlooked|forgotten',
            'lost|wasted|dropped',
          ),
        ),
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
      'why (?:was|is) it (?:left|up) to|why did it (?:have to|need)|why is (?:this|that|it) the first',
      'why is the (?:one|only) [\\w-]+ (?:who|that)',
      sequence(
        'why did (?!you )(?:[\\w-]+ ){1,8}',
        oneOf('do nothing|say nothing|look away|turn away|cover (?:it|this|that) up'),
      ),
      sequence(
        'why (?:do|does|did) (?:[\\w-]+ ){0,4}(?:your|our|my) (?:[\\w-]+ ){1,4}',
        '(?:always|never|constantly|keep)',
      ),
      either(
        'why (?:was|were) (?:an?|the|two|three|four|these|those) {gap}',
        'sold|sent home|left (?!to the|out of|in water)|kept waiting|refused|denied|turned away|discharged',
        'given the wrong',
      ),
      'why (?:was|were) (?:an?|two|three|four) {person} {gap} ?(?:given|put|moved|told|kept|made) [\\w-]+',
      sequence(
        'why (?:do|does|did) (?!you )(?:[\\w-]+ ){1,5}(?:always|never|only ever|keep|constantly) ',
        oneOf('{fault}|leave|leaving|answer|reply|show up|turn up|listen|check|read|tell|clean|tidy'),
      ),
      either(
        sequence(
          '(?:why|how come) ',
          oneOf('(?:did|has|have|had|must|(?:do|does|would)(?! an?| any| some)) '),
          '?(?:{human})(?: {adverb})?',
        ),
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
      'why (?:do|does|did|are|is) {human} (?:{adverb} )?(?:always|never|constantly|keep)',
      sequence(
        'why ',
        oneOf('is|are|was|were|has|have|had|does|do|did|can|could|will'),
        ' not (?:this|that|these|those|there|it) [\\w-]+',
      ),
      sequence(
        'why ',
        oneOf('is|are|was|were|has|have|had'),
        ' (?:this|that|these|those) [\\w-]+ {gap} (?:no|not|never|still) [\\w-]+',
      ),
      sequence(
        'why are we (?:{adverb} )?',
        oneOf('losing|failing|behind|late|over|still|only|always|wasting|paying|stuck|missing'),
      ),
      'why do not i ever|why did it (?:{adverb} )?occur to (?:none|nobody|no one)|why am i the only',
      sequence(
        'why (?:am|was|were) i (?:{adverb} )?',
        oneOf('only|hearing|the last|just|finding|learning|being|having|doing|still|the one'),
      ),
      'why (?:do|did|are|is|would|should) (?:i|we|they|{human}) (?:even|bother)',
      'why (?:is|are|can|do|does|did|was|were) (?:everyone|everybody|all the|the) (?:else|others)',
      either(
        'why would',
        'an? (?:[\\w-]+ ){1,3}with',
        '(?:an?|any) (?:serious|responsible|sensible|sane|decent|self-respecting|competent)',
      ),
      'why (?:is|was|were|are|did|has|have|had) no [\\w-]+',
      'why (?:is|are|was) there [\\w-]+ (?:all over|everywhere|on the floor)',
      'why there (?:is|are|was|were) (?:no|still|[\\w-]+ (?:under|all over|everywhere|on the))',
      'why (?:blame|punish|risk|waste|drag|pick on|attack|bother)',
      'why (?:is|was|did|does) (?:this|that|it) (?:take|taking) so',
    ],
    except: 'why {gap} , (?:do|would) you (?:think|suppose|reckon|imagine|say) ?{end}',
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
        either(
          '(?:did|does|do|has|have|was|were|is|are|could|can) not',
          'someone|somebody|any of you|you people|you guys',
        ),
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
      sequence(
        'why (?:does|did|must|should|do) (?:it|everything|this|that) (?:{adverb} )?',
        oneOf('always|keep|take you|have to be|take so long'),
      ),
      sequence(
        'why ',
        oneOf('leave|ignore|skip|let|rush|hide|send|give|hand|start|promise|make'),
        ' (?:{few} )?(?:when|if|before|until|to the last|without|with|at all|in front)',
      ),
      'why do (?:it|that|this) ?(?:{end}|when|if|before|without)',
      sequence(
        'why ',
        oneOf('say|go|ask|bring|put|tell|come|keep|take|agree|sign|pretend|lie|wait|call|hire|buy'),
        ' (?:it|that|this|so|here|{few} (?:when|if|before|without|like)|\\w+ing) ?(?:{end}|{gap})',
      ),
      '(?<!\\w )why the (?:[\\w-]+ ){0,2}[\\w-]+ ?{end}',
      sequence(
        'why ',
        oneOf('is|are|was|were|did|does|do|has|have'),
        ' (?!you|{few} you )(?:[\\w-]+ ){1,8}(?:yet |once )?again ?{end}',
      ),
      sequence(
        'why should (?:[\\w-]+ ){1,5}',
        oneOf(
          'trust|believe|pay|have to|suffer|wait|put up|clean|cover|forgive|take your|listen to you',
          'show you|allow you|overlook|excuse|accept|tolerate|let you|give you',
        ),
      ),
      'why (?:did|has) (?:it|this|that) (?:take|taken) [\\w-]+',
      'why (?:do|am|can) i (?:{adverb} )?(?:hear|hearing|see|seeing|smell)',
      'why must (?:everything|everyone|it always|we)',
      'why (?:is|was|are|were) there an? (?:[\\w-]+ ){0,2}(?:gap|mess|delay|hole|mistake|error|discrepancy)',
      'why would {gap} (?:like (?:that|this)|such an?|do (?:that|this) to)',
      sequence(
        'how you (?:{adverb} )?',
        oneOf('managed to (?:{fault}|get)|could (?:{fault}|not|think|let|possibly|have)|{fault}'),
      ),
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
