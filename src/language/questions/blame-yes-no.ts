import { either, noneOf, oneOf, sequence } from './grammar.ts'
import type { QuestionRule } from './rule.ts'

/**
 * Reproach in the form of a yes-or-no question or of a statement. "Didn't you feel …" leads, and is not among
 * these.
 */
export const yesNoRules: readonly QuestionRule[] = [
  {
    id: 'not-you',
    at: 'opening',
    begins: 'did have had were are can could do should would',
    pattern: [
      '(?:did|have|had|were) (?:not you|you (?:{adverb} )?not) [\\w"-]+',
      either(
        'are not you',
        '(?:{adverb} )?(?:supposed|ashamed|embarrassed|listening|paying|aware|trained|told|taught|meant)',
        sequence(
          '(?:{adverb} )?',
          oneOf('required|responsible|watching|worried|concerned|expected|capable|able|sorry|old enough'),
        ),
      ),
      either(
        '(?:can|could) not you(?: {adverb})?',
        'see|tell|hear|wait|find|manage|do|even|ever|follow|read|listen|control|remember|understand|get|be',
        'sit|stand|stay|stop|keep|act|behave|speak|shut|think|count',
      ),
      either(
        'do not you(?: {adverb})?',
        'ever|know|realise|realize|care|understand|see|even|have (?:any|a)|listen|respect|remember',
        'get it|pay|read|check',
      ),
      '(?:could|should|would|might) (?:not you|you not)(?: {adverb}| at least| at the very least)* have',
      'can you not',
      'do not you think (?:that )?(?:you (?:owe|{fault}|went|overdid|crossed)|{gap} (?:apology|explanation))',
      'should not you (?:{adverb} )?(?:know|be)|would not you (?:expect|have) (?:thought|known|the decency)',
    ],
    except: [
      either(
        'did (?:not you|you not)(?: {adverb})?',
        'think (?!to)|feel|find|like|love|enjoy|want|say (?!you)|agree|hope|wish|try|consider',
      ),
      'have not you (?:{adverb} )?(?:tried|considered|felt|found|wondered|wanted|thought|always|asked)',
      either(
        'were (?:not you|you not)(?: (?:{adverb}|a \\w+|very))*?',
        '{degree}|glad|surprised|tempted|afraid|relieved|shocked|bored|uncomfortable|overwhelmed|lonely',
      ),
    ],
    matches: [
      "Didn't you check the dosage first?",
      "Couldn't you have phoned?",
      "Weren't you watching the gauge?",
      "Aren't you supposed to be at the front desk?",
    ],
    passes: ["Don't you think the pace was fast?", "Weren't you nervous?", "Didn't you feel rushed?"],
    ask: "Could you ask what they saw and knew at the time: 'What did you know about … then?'",
  },
  {
    id: 'you-even',
    at: 'opening',
    begins: 'did do have are were can could will had must',
    pattern: [
      '(?:did|do|have|are|were|can|could|will) you (?:{adverb} )?even',
      sequence(
        '(?:did|do|have) you (?:{adverb} )?',
        oneOf('forget|fail|neglect|ignore|bother|skip|forgotten|failed|neglected|ignored'),
      ),
      'did you (?:{adverb} )?(?:mess|screw|ruin|break|cause|blame|lie|mean to (?:hurt|offend|be))',
      either(
        'do you (?:not )?(?:ever|always)',
        'have to|need to|listen|stop|learn|bother|think before|pay|finish|check|care|{fault}|{loaded}',
        'arrive|blame|assume|expect|make such',
      ),
      either(
        'did you',
        '(?:honestly|really|seriously|actually) (?:think|believe|expect|need|have to|say|want)|have to',
      ),
      sequence(
        'do you (?:honestly|really|seriously|actually) (?:think|believe|expect) (?:that )?',
        oneOf('(?:that|this|it|i|we|anyone|{few}) (?:is|was|are|were|will|would)|you can|you could|you were'),
      ),
      sequence(
        'were you (?:{adverb} )?',
        oneOf(
          'going to|planning to|intending to|hoping (?:that )?(?:nobody|no one|i|we|they)',
          'waiting for (?:me|us|someone|somebody)',
        ),
      ),
      'must you|do you enjoy (?:{fault}|making)|do you call|have you (?:no|lost your|not)',
    ],
    except: [
      'did you (?:{adverb} )?(?:break (?:it|the|them|this) (?:down|into|up)|break for)',
      'have you no(?:t (?:{adverb} )?(?:tried|considered|felt|found|wondered|thought)| (?:more|further))',
    ],
    matches: [
      'Did you even read the manual?',
      'Did you really have to shout?',
      'Were you ever going to tell us?',
    ],
    passes: ['Do you ever use the board?', 'Did the group have to wait?'],
    ask: "Could you ask what they saw and knew at the time: 'What did you know about … then?'",
  },
  {
    id: 'ought-to-know',
    at: 'opening',
    begins: 'did do has does have had is was',
    pattern: [
      '(?:did|has|does) (?:it|the thought) (?:not )?(?:ever |never |even )?(?:occur|cross|occurred|dawn)',
      'did not it (?:ever |even )?occur',
      '(?:did|have|had) not (?:i|we) (?:{adverb} )?[\\w-]+',
      '(?:did|has|have) not your (?:[\\w-]+ ){1,3}[\\w-]+',
      sequence(
        '(?:did|do|have|has) not (?:anyone|anybody|someone|they|your \\w+) (?:{adverb} |ever )*',
        oneOf('teach|tell|show|explain|train|warn|taught|told'),
      ),
      sequence(
        '(?:have you|do you have|have you got) ',
        oneOf('any|the (?:slightest|faintest|least)'),
        ' (?:idea|notion|clue) how ',
        noneOf(
          'to|you (?:might|could|would|will|got)|it (?:works?|happened)|that (?:works?|happened|came)',
          'this (?:works?|happened|came)',
        ),
        '[\\w-]+',
      ),
      sequence(
        '(?:have you|do you have|have you got) ',
        oneOf('any|the (?:slightest|faintest|least)'),
        ' (?:idea|notion|clue) what {gap} ',
        oneOf('costs?|cost us|through|means|like|mess|trouble|damage|did|done|caused|doing'),
      ),
      sequence(
        '(?:do|did) (?:not )?you (?:not )?(?:{adverb} )?',
        oneOf(
          '(?:realise|realize|appreciate) (?:that |of )?(?:how|what|the|you|your|this|it)',
          sequence(
            '(?:understand|know|see|have any (?:idea|clue|sense)) (?:of )?',
            oneOf(
              'what you (?:have )?(?:{adverb} )?(?:did|done|caused|cost|put)',
              sequence(
                'how ',
                oneOf('much|many|badly|serious|seriously|long|{loaded}|{excess}|dangerous'),
                ' (?:{gap} )?(?:you|your|i|us|we|me|cost|hurt)',
              ),
            ),
          ),
        ),
      ),
      'do (?:not )?you (?:{adverb} )?(?:know|see|realise|realize|understand) how {loaded}',
      sequence(
        '(?:have you|do you have) ',
        oneOf('any|the (?:slightest|faintest|least)'),
        ' (?:idea|notion|clue) (?:how|what) ',
        oneOf('much|many|long|hard|it is like|time|that|you|this'),
      ),
    ],
    except: 'do you realise when',
    matches: [
      'Did it ever occur to you to knock?',
      'Do you realise how much time you cost the team?',
      "Didn't we agree on nine o'clock?",
    ],
    passes: ['Do you know how the scheduler works?', 'Do you have any idea what the next step is?'],
  },
  {
    id: 'are-you-blind',
    at: 'opening',
    begins: 'are were can would is was am do did have',
    pattern: [
      sequence(
        'are you (?:{adverb} )?(?:aware|conscious) ',
        oneOf('that|of (?:how|what|the)|how|what'),
        ' (?:{gap} )?(?:you|your)',
      ),
      'are you (?:{adverb} )?aware (?:of )?how (?:{loaded})',
      sequence(
        'are you (?:{adverb} )?',
        oneOf(
          'always|ever going to|trying to|blind|deaf|kidding|serious|deliberately|incapable|too',
          'so \\w+ that|new here|an? {contempt}|seriously',
        ),
      ),
      either(
        'are you (?:{adverb} )?(?:telling|asking) (?:me|us) (?:to believe )?(?:that )?{gap}',
        'not|never|{nobody}|{fault}',
      ),
      'are you (?:telling|asking) me (?:that )?{nobody}',
      'do you (?:{adverb} )*feel (?:{adverb} )*ashamed of (?:what you|yourself|how you)',
      '(?:were|was) you (?:raised|born|brought up|dropped)',
      either(
        'have you',
        'lost your|gone (?:mad|crazy)|forgotten (?:how|that|what|who|your)|learned nothing',
        'nothing better|been (?:asleep|drinking|living under)|seen the state',
      ),
      '(?:will|would|could|can) you (?:{adverb} )?(?:ever (?:learn|stop|listen|grow)|stop \\w+ing|shut up)',
      sequence(
        'were you (?:{adverb} )?',
        oneOf(
          'trying to (?:{fault}|annoy|hurt)|asleep|daydreaming|not|deliberately',
          'too (?:busy|lazy|tired|proud)',
        ),
      ),
      'are you (?:{adverb} |that |this )*(?:{loaded}|crazy|out of your mind)',
      sequence(
        '(?:do|did|must|am|have) i (?:not |{adverb} )*',
        oneOf(
          'have to|need to|look|say (?:that )?you|ask you|give you permission|the only|supposed to',
          'talking to|got to',
        ),
      ),
      'can you (?:{adverb} )?imagine (?:how|what) {gap} you|would it (?:have )?(?:kill|killed|hurt) you',
    ],
    except: 'are you trying to (?:reach|achieve|find|get (?:to|better)|change|improve|quit|stop|lose)',
    matches: ['Are you aware that you talked over her twice?', 'Were you asleep at the wheel?'],
    passes: ['Are you aware of the new form?', 'Are you trying to quit?'],
  },
  {
    id: 'acceptable',
    at: 'opening',
    begins: 'do did would should is was will',
    pattern: [
      sequence(
        '(?:do|did|would|should)(?: not)? you (?:not )?(?:{adverb} )?',
        oneOf('think|feel|believe|say|agree'),
        ' (?:that )?you (?:{adverb} )?should (?:{adverb} )?have',
      ),
      sequence(
        '(?:do|did) you (?:{adverb} )?(?:think|feel|believe|consider) (?:that )?',
        oneOf('it|that|this|your \\w+|(?:to )?\\w+ing'),
        '(?: [^ ?,]+){0,5}? ',
        oneOf(
          'ok|okay|acceptable|appropriate|professional',
          '(?:fine|right|fair|funny|necessary|smart|wise) ?(?:{end}|to|for|that)',
        ),
      ),
      'do you (?:{adverb} )?(?:think|believe) (?:that )?(?:you are above|this is a (?:game|joke)|i am|rules)',
      'is it any wonder|was (?:it|that|this) (?:{adverb} )+necessary',
      'do you think (?:that )?i (?!should|could|can|might|may|ought|need|am ready)\\w+',
      'did you (?:{adverb} )?think (?:that )?(?:{nobody}|i|we|it would not)',
      either(
        'did you (?:{adverb} )?(?:think|imagine|suppose|expect) (?:that )?{few} would not',
        'notice|mind|care|find|see|know|matter|check|ask|hear',
      ),
      'is it (?:{adverb} )?(?:my|our) (?:job|place|responsibility|turn) to',
      either(
        'will {few} (?:finally|ever|now)',
        'admit|apologi[sz]e|resign|accept|act|learn|listen|take responsibility|do something',
      ),
      sequence(
        'do you think (?:{few} )?',
        oneOf('enjoy|enjoys|enjoyed|like|likes|liked'),
        ' (?:being|waiting|having|sitting|it when)',
      ),
      sequence(
        'do you think (?:the )?(?:rules|rule|we|i|everyone|other people) (?:{few} )?',
        oneOf('optional|apply|have time|exist|have nothing|am (?:stupid|here)'),
      ),
      'is it (?:{adverb} )?(?:that|so|too) (?:hard|difficult|much)',
      sequence(
        '(?:is|was|would) it (?:be )?',
        oneOf('too much|asking too much|so much'),
        '(?: trouble| work| effort)? (?:to|of|for)',
      ),
      sequence(
        '(?:is|was) (?:this|that|it) (?:{adverb} )?',
        oneOf(
          '(?:supposed|meant) to be (?:an?|funny|clever|your|some)',
          'the best you|the way (?:you|we)|some (?:kind|sort) of (?:joke|game)|your (?:best|excuse)|a joke',
          'any way to|your fault|how (?:we|you|one)|what you call|your idea of|all you (?:can|have|did)',
          'because you (?:do not|did not|can not|forgot|{fault})',
        ),
      ),
      sequence(
        'was (?:it|this|that) (?:{adverb} )?',
        oneOf(
          'you (?:who|that) (?:{fault}|left|did|caused|took|put|told|said)',
          '(?:supposed to be|meant to be) \\w+|your (?:fault|mistake|error|decision to (?:not|{fault}))',
          'because you (?:did not|do not|were|{fault})',
        ),
      ),
      '(?:is|was) not (?:it|that|this) (?:your|you)',
    ],
    matches: [
      'Do you think it is acceptable to arrive at ten?',
      'Is this what you call a clean bench?',
      'Did you feel it was appropriate to shout?',
    ],
    passes: ['Do you think the second one is shorter?', 'Is this the right room?'],
  },
  {
    id: 'no-one-did',
    at: 'opening',
    begins: 'did was were has have had is are could can does do will would',
    pattern: [
      '(?:did|was|were|has|have|had|is|are|could|can|does|do|will|would)(?: not)? (?:{nobody})',
      '(?:did|was|were|has|have|had|could|does) not (?:anyone|anybody|someone|somebody)',
      '(?:did|does|do) (?:anyone|anybody) (?:even|bother)',
    ],
    matches: ['Did nobody think to ring the bell?', "Didn't anyone check the tank?"],
    passes: ['Did anyone from outside hear of it?'],
  },
  {
    id: 'stated-fault',
    at: 'opening',
    pattern: [
      sequence(
        'you (?:{adverb} )?',
        oneOf(
          '(?:did|have|had|do|could|were|are) not|never|forgot|ignored|missed|failed|left|let|lost|broke',
          'refused|skipped',
        ),
      ),
      'you {gap} what(?: , exactly)? ?\\?|you (?:expect|want) (?:me|us) to (?:believe|accept)',
      'you call (?:this|that|it|yourself)',
      'you think (?:this|that|it) is (?:funny|ok|okay|acceptable|fine|a joke)',
      'you thought (?:that |it |this |we |i |you |{nobody} )+(?:was|would)',
      'you (?:just|simply|seriously|honestly) (?:\\w+ed|went|gave|took|sat|stood|told|said|thought|let)',
      either(
        'you {gap} and(?: you)?',
        '{fault}|just|walked|carried on|drove|left|still|yet|{adverb} not|did not|never',
      ),
      'you {gap} without (?:even )?\\w+ing',
      'you {gap} still (?:do|can|have|did|are) not',
      sequence(
        '{nobody} (?:, [^,?]+ , )?(?:{adverb} )?',
        oneOf('thought|bothered|noticed|checked|said|saw|told|called|rang|did|asked|stopped|wanted|could'),
      ),
      sequence(
        oneOf('late|wrong|lost|missing|broken|forgotten|unfinished|empty|[\\w-]+ [\\w-]+'),
        '(?: yet| once)? again ?{end}',
      ),
      'you do (?:realise|realize|know|understand|remember) (?:that )?(?:other|people|the rest|we|i|you|this)',
      'another excuse|are you serious',
      '(?:happy|satisfied|pleased with yourself|proud of yourself)(?: now)? ?{end}',
    ],
    heads: ['statement'],
    matches: [
      "And you didn't think to ring the family?",
      'So you just left it there?',
      'You heard it and still went in?',
    ],
    passes: ['You counted them?', 'So you stayed until six?'],
    ask: "Could you ask what they saw and knew at the time: 'What did you know about … then?'",
  },
]
