import { either, noneOf, oneOf, sequence } from './grammar.ts'
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
        'you (?!like|love|prefer|enjoy|think|chose|choose|picked|want|feel|know)[\\w-]+|your|{nobody}',
        '(?:{few} )?(?:is|are|was|were|has|have|did|does|do|could|can) (?:not(?! worse)|still|always|late)',
        '(?:[\\w-]+ ){1,6}(?:never|{nobody}|always|still|again ?\\?)',
      ),
      'how is it (?:that )?you (?:{adverb} )?(?:did|do|have|had|could|can|are|were|never|always|{fault})',
      sequence(
        'how is it (?:that )?',
        oneOf(
          '{nobody}|{gap} and {nobody}',
          '{gap} (?:is|was|did|has|do|does|are|were|have|can|could|will) (?:not|never)',
        ),
      ),
      sequence(
        'how is it (?:that )?(?:[\\w-]+ ){1,6}',
        oneOf(
          'still|short|missing|late|wrong|lost|broken|unfinished|{fault}|the only',
          'for the \\w+ (?:time|day|week|month)',
        ),
      ),
    ],
    except: 'how is it (?:that )?(?:some|certain|many|most) ',
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
        'think (?:that|it|this|you|of \\w+ing)|be (?:so|that|this)|leave|expect|sit|stand there|keep \\w+ing',
        'let',
        either(
          '(?!{constructive}){gap}',
          'like (?:that|this)|alone|unattended|without (?:even )?\\w+ing',
          '(?:when|if) you (?:knew|know|were|had|do not)|after (?:what|all)|in front of|knowing',
        ),
        'stand by|justify|call (?:this|that|it|yourself)|live with|claim|just|possibly|treat',
        'have (?:{fault}|not|thought|said|been (?:so|that)|done (?:such|(?:that|this) (?:to|{end})))',
        'get (?:that|this|it) (?:so )?wrong',
      ),
      'how (?:could|dare) you ?(?:{end})|how dare',
      '(?<=(?:since|if|when|although) you (?:knew|know|were told) [^?]{1,80})how (?:could|can) you',
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
      sequence(
        'how (?:did|do) you (?:{adverb} )?',
        oneOf(
          'manage to (?:{fault}|get (?:it|this|that) (?:{adverb} |so )?wrong|not)|{fault}',
          'not (?:know|notice|see|hear|think|check|realise|realize|catch|do)|justify',
          'expect (?:me|us|them|him|her|anyone|to)|explain (?:yourself|why|away|(?:{few} )?(?:{failing}))',
        ),
      ),
      'how (?:could|can) (?:this|that|it|such a thing|something like this) (?:{few} )?(?:happen|have)',
      'how (?:is|was) it possible (?:that )?{gap} (?:{nobody}|not|never|still|{fault})',
      'how (?:can|could) it be that',
      'how (?:did|could|can|has|have) (?:{nobody})',
      'how was (?:this|that|it) (?:{adverb} )?(?:allowed|missed|overlooked)',
      'how (?:did|could) (?!you |we |i |{few} you )(?:[\\w-]+ ){1,3}(?:miss|overlook|ignore|neglect) [\\w-]+',
      sequence(
        'how (?:did|does|do|can|could) (?!you |we |i )(?:[\\w-]+ ){1,8}',
        oneOf('fail to|manage to {fault}|be so (?:{loaded}|{excess}|out of touch)|claim|deny|sit by'),
      ),
      'how (?:can|could|is) (?:anyone|anybody) {gap} (?:in|like|with|around) (?:this|that|these|here)',
      'how (?:does|can|do) (?:one|a single|an?) [\\w-]+ {gap} so (?:many|much|few|little|badly)',
      'how (?:am|are) (?:i|we) (?:supposed|meant) to (?:explain|tell|defend|justify|face|trust)',
      'how did (?:it|things|we|you) (?:{gap} )?(?:get|come) to this(?: without {gap})? ?{end}',
      'how did you (?:{adverb} )?get {gap} wrong|how do you square',
      'how did an? {gap} with no {gap} (?:get|end up|come|reach|leave)',
      'how (?:do|would|can) you explain {few} like (?:this|that)(?: one)? ?{end}',
      'how (?:could|can|does|did) (?:anyone|anybody|someone|somebody|an? {few}) with (?:your|that|so|all)',
      sequence(
        'how (?:long|often) (?:are|must|do|will|should) (?:i|we) (?:going to |have to |need to )?',
        oneOf('wait|remind|repeat|ask|tell|explain'),
      ),
      'how (?:was|is|were) (?:[\\w-]+ ){0,2}\\w+ing {gap} (?:supposed|going|meant) to',
      'how (?:am|are) (?:i|we) to (?:explain|defend|justify|tell|trust)',
      sequence(
        'how (?:could|can|did) (?:we|i) (?:have )?',
        oneOf('been so|be so|not (?:see|notice|know|catch)|let (?:this|that|it)'),
      ),
      'how come {gap} and (?:you|they|he|she) (?:did|do|can|could|were|are|was|is) not',
      'how (?:is|are|was) (?:anyone|anybody|any of us) (?:{adverb} )?(?:supposed|meant|expected) to',
      'how much (?:clearer|plainer|simpler|louder) (?:could|can|do|must) i',
      'how can you be {gap} (?:when|if) you',
      'how did (?:we|you|they) end up with {gap} (?:no|nobody|nothing|none)',
      'how is it that (?:everyone|everybody)',
      either(
        'how (?:does|can|did|could) (?:[\\w-]+ ){1,5}take',
        'so long|(?:[\\w-]+ )?(?:weeks|days|hours|months|years|minutes)',
      ),
      'how (?:can|could|did|does) {gap} without (?:you|anyone|anybody|one|a single|so much as) [\\w-]+',
      'how long {gap} without (?:anyone|anybody|somebody|you) [\\w-]+',
      'how (?:is|are) (?:[\\w-]+ ){1,3}(?:supposed|meant|expected) to (?:trust|believe|rely)',
      'how come (?:everyone|everybody|all the others|the others)',
      'how come (?:i|we) (?:had|have|am|was|keep|got|never)',
      either(
        'how (?:did|could|can) (?:this|that|it|something like this)',
        'ever|pass|get (?:through|approved|signed)',
      ),
      'how (?:did|does|do|could|can|has|have) (?:[\\w-]+ ){1,6}(?:go|gone) (?:un\\w+ed|missing|astray)',
      sequence(
        'how (?:do|does) (?:you|someone|anyone|an? {few}) (?:{adverb} )?',
        oneOf(
          'lose|miss|forget|mess up|screw up|fail|burn|ruin|wreck|overlook|ignore|botch|flood|spill',
          'misspell|contaminate|sink|crash',
        ),
        ' (?:an?|something|that|this|the|your|{few} in)',
      ),
      either(
        'how (?:do|would|can|could) you (?:{adverb} )?explain',
        'the fact that|being (?:{adverb} )?{loaded}|that {gap} not',
      ),
      'how would you like (?:it (?:if|when)|(?:someone|somebody) to)',
      either(
        'how (?:do|did|can|could) you (?:sleep|live with yourself)(?: {gap})?',
        'knowing|after what|given what',
      ),
      'how do you expect (?:{gap} (?:if|when) (?:you|your|nobody)|to (?:pass|succeed|win|improve|keep your))',
      sequence(
        'how (?:am|is|are|was|were) ',
        oneOf('i|we|anyone|anybody|the \\w+|{human}'),
        ' (?:{adverb} )?(?:supposed|meant|expected) to {gap} (?:if|when|while) (?:you|nobody|no one|your)',
      ),
      sequence(
        'how (?:is|was) (?:that|this|it) (?:{adverb} )?',
        oneOf(
          '(?:my|our) (?:problem|fault|job|responsibility)|acceptable|ok|okay|fair (?:to|on)|professional',
        ),
      ),
      either(
        'how did you (?:{adverb} )?manage to {gap}',
        'wrong|twice|upside down|backwards|(?:two|three|four|five|six) (?:different )?(?:ways|times)',
        'to the wrong \\w+',
      ),
      either(
        'how did you (?:{adverb} )?manage to',
        'upset|annoy|anger|turn {few} into|drop|knock|mix up|jam|get (?:lost|fired|locked|caught)',
      ),
      sequence(
        'how (?:did|could) (?:this|that|it|the \\w+|such {few}) (?:{adverb} )?',
        oneOf(
          'get (?:past|by|overlooked|missed|so|this|that)|slip (?:past|by|through)',
          'happen (?:again|on your|under your)',
        ),
      ),
      sequence(
        'how (?:did|could|can|was|were|does|has|have|is) (?:it that )?',
        oneOf('{nobody}|anyone|anybody|{human}|an? {few}'),
        ' (?:{adverb} )?(?:manage to )?',
        oneOf('{fault}|notice|check|see|spot|catch|not|told'),
      ),
    ],
    except: [
      either(
        'how (?:did|do) you',
        either(
          'break',
          'the (?:news|ice|silence|cycle|task|habit|pattern|day)|it|this|that|down|bad news|up|into|out',
          'through|free',
        ),
        'hide your|skip (?:ahead|to)|let yourself|let go',
        '(?:lose|fail|argue|complain|disagree) (?:well|gracefully|safely|better|kindly)',
        'let (?:them|him|her|people|the \\w+|students|your \\w+) know|allow (?:time|space|for)',
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
        sequence(
          'how ',
          oneOf('hard|difficult|much trouble'),
          ' (?:is|can|could|would) it (?:be )?(?:{adverb} )?(?:to|for (?:you|{human}) to)',
        ),
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
        sequence(
          'how (?:many (?:more )?times|often) ',
          oneOf('do|must|should|have|did|does|will|am|are'),
          ' (?:i|we|you|one|somebody|{human})(?: {adverb})?',
        ),
        'have to|need to|going to|been over|gone over|talked about|discussed|tell|told|said|asked',
        'explained|ask|be told|been told|been asked|{fault}|remind|reminded',
      ),
      'how many times (?:have|must|did|do|will) i|how much longer (?:do|must|are|will)',
      either(
        'how many',
        'more {few}|(?:warnings|chances|reminders|excuses) (?:do|does|must|will)',
        '{faultNoun} (?:does it take|must|do (?:i|we))',
      ),
      'how many {gap} before (?:you|we|somebody|someone|anyone|anybody|{human})',
      sequence(
        'when (?:will|are|do|did) you (?:{adverb} )?',
        oneOf('going to |planning to |intend to '),
        '?(?:ever |finally )?',
        oneOf(
          'learn(?: to| ?(?:{end}))|(?<!did you )stop|stop (?:{fault}|caring|trying|listening)|grow up',
          'start (?:taking|being|acting|listening|paying|doing)',
          'take (?:this|it|your) \\w+ ?(?:seriously)?|get (?:it|your act|serious)|finally|bother|realise',
          'realize|take responsibility|last (?:bother|actually)',
        ),
      ),
      sequence(
        'when (?:will|are|is) (?:{human}|we|someone|somebody|anybody) (?:{adverb} )?(?:going to )?',
        oneOf(
          '(?:do|take|stop|start|pull) (?:{few} )?(?:its|their|his|her|care|responsibility)|learn|finally',
          'ever|get (?:it|this)|see (?:some|any)',
        ),
      ),
      'when (?:will|would) you ever',
      sequence(
        'when (?:{adverb} )?(?:were|was) ',
        oneOf('you|{human}|anyone|someone|anybody|somebody'),
        ' (?:{adverb} )?(?:going|planning|intending|thinking)',
      ),
      sequence(
        'how (?:long|much longer) (?:are|will|do|must|is) (?:you|we|i|they|this|{human}) ',
        oneOf('going to |have to |planning to |intend to '),
        '?',
        oneOf('put up|tolerate|keep|continue|go on|sit|stand|let|make|ignore|waste|pretend'),
      ),
      sequence(
        'how long {gap} before (?:anyone|anybody|someone|somebody|you) (?:{adverb} )?',
        oneOf('noticed|looked|did|called|rang|came|told|checked|bothered|realised|realized'),
      ),
      'when (?:will|is|are|would) {gap} (?:admit|learn|resign|apologi[sz]e|take responsibility)',
      'how long have you been {fault}|how long were you (?:planning|going)',
      'how long (?:does|can|did) it take (?:you )?to (?:\\w+ ){1,3}(?:one|a single|a simple)',
      'when did you last (?:bother|even|actually|so much as)',
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
    begins: 'who whose what which',
    pattern: [
      either(
        'who',
        'gave {gap} (?:permission|the right|the keys?)',
        '(?:in|on|from|at) (?:[\\w-]+ ){1,3}(?:thought|decided|said|let|left|put|told|forgot|voted|{fault})',
        'do you think [\\w-]+s (?:for|the|your|it|up|all)',
        '[\\w-]+s (?:off )?an? {gap} like (?:this|that) ?{end}',
        'died and|in (?:their|his|her|your) right mind|put you in|asked you ?{end}',
        sequence(
          noneOf(
            'has|is|was|does|needs|wants|owns|likes|plays|knows|uses|takes|teaches|works|makes|gets|gives',
          ),
          '[\\w-]+s an? [\\w-]+ [^ ?]+',
        ),
        '(?:took|ate|used|drank|moved|hid) (?:the last|my|all the)',
        'taught you to {gap} like (?:that|this)',
        '(?:wrote|designed|built|ordered|chose|picked|planned|scheduled) (?:this|that) ?{end}',
        '(?:approved|deleted|signed off on|touched|changed|authori[sz]ed|did) (?:this|that|these|those|it)',
        'let|allowed',
        'told you (?:to|that|it|you|this|about)|said (?:you|that you|it was)|gave you|left|broke',
        '(?:has|have|is) been (?:\\w+ing (?:my|our|the)|{fault})',
        sequence(
          oneOf('authori[sz]ed|approved|signed|okayed|cleared|hired|ordered|permitted|decided'),
          ' [^?,]+ (?:like that|without|on a|of (?:this|that)|when|before|not to)',
        ),
        either(
          '\\w+ {gap}',
          'without (?:\\w+ing|a|any)|on a (?:friday|sunday|saturday)|in the middle of|unlocked',
          'unattended|running|loose|like that',
        ),
        sequence(
          oneOf(
            'runs|does|puts|builds|ships|sends|leaves|writes|holds|keeps|wears|brings|schedules|books',
            'misses|forgets|serves|talks|speaks|treats',
          ),
          ' (?:an?|to|{gap} (?:like that|like this))',
        ),
        'forgot|messed|screwed|dropped|caused|{faultVerb}',
        sequence(
          oneOf('made|wrote|sent|pushed|put|gave|signed|did|used|ordered|shipped|set|took|booked|packed'),
          ' (?:{few} )?(?:{faultNoun}|{loaded}|wrong|broken|decisions?)',
        ),
        '(?:put|left|took|moved|opened|changed|used|gave|told|deleted|parked|turned) {gap} and why ?{end}',
        sequence(
          '(?:on|in|from|of|at) {few} (?:is|was|are|were) (?:responsible|accountable|answerable|to blame)',
          ' for {few}? ?(?:{failing}|shambles|muddle|fiasco|disaster|debacle|chaos)',
        ),
        'is to blame|was to blame|should (?:be blame|have)',
        '(?:(?:on|in|from|of) {few} )?(?:did|was|has|have|is) not|do you think you are',
        '(?:was|is|were) (?:supposed|meant) to',
        '(?:overrode|disabled|bypassed|unplugged|propped|unlocked|authori[sz]ed you)',
        'started (?:this|that|the|it)|put (?:this|that)|is at fault|was at fault',
        '(?:thought|figured|said|felt) (?:it|that|this|you)',
        'do you think (?:you|has to|will have to|is going to|had to|has been)',
        'is going to (?:explain|tell|clean|fix|apologi[sz]e|pay)',
      ),
      either(
        '(?:whose|who is)',
        '(?:\\w+ )?idea|fault|mistake|mess|error|job (?:was|is)|responsibility (?:was|is)|{faultNoun}',
        'decision was (?:this|it|that)|[\\w-]+ (?:took|broke|brought|crashed|killed|cost) [\\w-]+',
      ),
      either(
        sequence(
          '(?:which|who)(?: one)? of (?:you|us|them)(?: [\\w-]+s)?(?: {adverb})?',
          oneOf(' (?:has|have|was|were|is|are)'),
          '?(?: been)?',
        ),
        '{fault}|left|took|put|wrote|sent|thought|decided|chose|told|said|did|gave',
        sequence(
          noneOf(
            'notic|finish|work|want|lik|attend|help|liv|visit|arriv|enjoy|us|tri|need|start|play|learn',
            'agree',
          ),
          '\\w+ed',
        ),
      ),
      either(
        sequence(
          '(?:who|what) (?:is|was|are|were) (?:really |actually |ultimately )?',
          oneOf('responsible|accountable|to blame'),
        ),
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
