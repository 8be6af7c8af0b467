import { either, oneOf, sequence } from './grammar.ts'
import type { QuestionFamily } from './rule.ts'

/** Questions that carry their answer: the person can only agree or object. */
export const leading: QuestionFamily = {
  kind: 'leading',
  severity: 'judgment',
  why: 'It carries its own answer: the person can only agree or object.',
  ask: "Could you ask what they saw or made of it: 'What did you notice about …?'",
  rules: [
    {
      id: 'tag',
      at: 'ending',
      pattern: [
        sequence(
          '(?<!(?:why|what|who|how|where|when|which|,|-)) (?:, |- |– |— )?(?:{aux}) not (?:{pronoun})',
          oneOf(' (?:think|agree|say|feel)'),
          '?(?: (?:,|so|now|though|then))? ?\\?',
        ),
        '(?:,|-|–|—) (?:{aux})(?: not)? (?:{pronoun})(?: now)? \\?',
        sequence(
          '(?:,|-|–|—|\\.) ',
          oneOf(
            'right|correct|yes|yeah|yep|no|ok|okay|eh|huh|true|agreed|surely|hey|innit|yes or no',
            'or am i (?:wrong|mistaken)|or is it just me|is that (?:right|correct|fair|true|so)|am i right',
            'is not that (?:right|so|true|correct)|(?:would|do) you agree|you agree|you know|of course',
            'i (?:assume|take it|guess|suppose|imagine|bet|presume)|no doubt|or what|or no|obviously',
            'clearly|is it fair to say',
          ),
          '(?: , \\w+)? \\?',
        ),
        '^(?:right|correct|ok|okay|yes|agreed) \\?',
      ],
      matches: [
        'The group liked it, right?',
        "It was loud in there, wasn't it?",
        'You were on time, were you?',
        'It works that way - correct?',
      ],
      passes: ['What was right?', "Why didn't they?"],
    },
    {
      id: 'tag-word',
      at: 'ending',
      pattern: '(?<! (?:or|left)(?: the)? )(?:right|correct|yes|no|ok|okay) \\?',
      heads: ['statement'],
      matches: ['You counted twice right?'],
      passes: ['Which one was right?'],
    },
    {
      id: 'negated',
      at: 'opening',
      pattern: [
        '(?:{aux}) not (?:[\\w"]+)',
        sequence(
          oneOf('do|did|would|could|should|are|were|have|is|was|does|has|can|will'),
          ' (?:you|it|that|this|we|there|they|he|she) not',
        ),
      ],
      heads: ['aux'],
      matches: [
        "Don't you think the pace was quick?",
        "Wasn't the light too low?",
        'Would you not say that they were ready?',
      ],
      passes: ['Did you note the time?'],
    },
    {
      id: 'assumed',
      at: 'opening',
      pattern: oneOf(
        'surely|obviously|clearly|certainly|undoubtedly|no doubt|of course|everyone|everybody',
        either(
          'i',
          'am (?:sure|certain|guessing|assuming|sensing|hearing)|assume|take it|imagine|guess',
          'suppose|bet|presume|think|believe|trust|expect|hear|sense|can see|understand',
        ),
        'it (?:seems|sounds|looks|appears|must)|sounds|looks|seems|you must',
        'you (?:would|will) (?:agree|admit)|given that',
        'you do (?:realise|realize|know|see|understand)',
        '(?:what|how|why) (?:{pronoun}|{determiner}) {gap}|(?:that|this|it) (?:made|makes) you',
        sequence(
          '(?:you|he|she|they|it|that|this|there|we|i|{determiner}) (?:{gap} )?',
          oneOf(
            'must|felt|feel|feels|thought|think|thinks|believed?|wanted?|knew|know|liked?|loved?',
            'hated?|enjoyed?',
            either(
              '(?:is|was|are|were)(?: [\\w-]+){0,2}',
              '[\\w-]+ed|[\\w-]+y|{loaded}|{excess}|good|great|proud|natural|wrong|glad|sad',
            ),
            'really|obviously|clearly|because|went|should|worked|agree|need|needs|{loaded}',
          ),
        ),
      ),
      heads: ['statement'],
      matches: [
        'Surely the second plan was quicker?',
        'You felt nervous up there?',
        'I assume the parents were told?',
      ],
      passes: ['Anything else?', 'Thoughts?'],
      why: 'It states the answer and puts a question mark after it.',
    },
    {
      id: 'agree',
      at: 'opening',
      pattern: [
        sequence(
          '(?:would|do|will|can|could|did|should|does|must) ',
          oneOf('you|we|i|everyone|they|anyone|anybody|not you'),
          ' (?:all |not |{adverb} )*?',
          oneOf(
            'agree|admit|concede|accept that|acknowledge|see (?:how|that|why|what|now)',
            'understand (?:why|that)|say (?:that )?(?:it|you|this|the|they|he|she|your)|imagine how',
            sequence(
              'think (?:that )?(?:it|this|that|he|she|they|the|your|you|\\w+) (?:{few} )?',
              oneOf(
                '{loaded}|{excess}|wrong|great|good|right|fair|better|best|worse|well|nice|amazing',
                'brilliant|wonderful|because|really|too|very|enough|ready',
              ),
            ),
          ),
        ),
        sequence(
          '(?:is|was|would|are) (?:it|that|this) (?:not |be )?(?:{adverb} )?',
          oneOf(
            'fair|safe|accurate|true|obvious|clear|reasonable|right|correct|the case|evident|because',
            'possible that|likely that|that you|that the',
          ),
        ),
        sequence(
          '(?:are|were) you (?:{adverb} )?',
          oneOf('saying|suggesting|telling me|sure|certain|implying|claiming|satisfied that|convinced'),
        ),
        '(?:is|are|was|were) {few} (?:{adverb} |being |so |such an? |too )?(?:{loaded})',
        '(?:are|were|did|do|is|was) (?:{pronoun}|{determiner} \\w+) {gap} because',
        either(
          '(?:do|would|did) you (?:support|oppose|agree with|favou?r) {gap}',
          'much-needed|brave|hard-working|unfair|ridiculous|{loaded}|{praise}',
        ),
        'do you {gap} our (?:{service}|{praise}|faster|smarter|better|cheaper)',
        'do you (?:feel|think|believe) (?:that )?(?:[\\w-]+ ){0,3}{loaded} [\\w-]+',
        '(?:have|did) you (?:{adverb} )?(?:stopped|stop|quit) {fault}',
        '(?:is|are|was|were) {few} (?:obviously|clearly) [\\w-]+',
        'did you know|do you (?:honestly|seriously|actually|really|truly|genuinely)',
        '(?:could|might|may|would|can) (?:it|this|that|there) (?:not )?be',
        'does (?:that|this|it) not',
        either(
          'do you (?:{adverb} )?(?:see|understand|realise|realize)',
          'how|that|why|the (?:problem|importance|value|point)',
        ),
        sequence(
          'are you (?:not )?(?:{adverb} )?',
          oneOf('happy|glad|pleased|excited|relieved|disappointed|upset|frustrated|angry|annoyed|worried'),
          ' that',
        ),
        'did you (?:{adverb} )?(?:love|hate)|so you (?:think|believe|feel)|am i (?:right|wrong|correct)',
        'do you (?:find|feel|think) {few} (?:too|so) (?:{loaded}|{excess}|{degree})',
      ],
      heads: ['aux'],
      except: [
        '{aux} {gap} or [^ ?]+',
        'do you agree ?(?:{end})|is (?:it|that|this) (?:{adverb} )?(?:clear|true|correct|right) ?(?:{end})',
        'would you say (?:that )?(?:the|your) (?!{gap} (?:{loaded}|{excess}|too))[^ ?]+',
      ],
      matches: [
        'Would you agree that the handover was long?',
        'Is it fair to say that they were tired?',
        'Do you really need both forms?',
      ],
      passes: ['Can you see the board from there?', 'Is it open on Monday?'],
    },
    {
      id: 'degree',
      at: 'opening',
      begins: 'how to',
      pattern: [
        'to what extent (?:do|did|would) you (?:{adverb} )?(?:agree|disagree)',
        '(?:how (?:strongly|far|much)) (?:do|did|would|should) you (?:{adverb} )?(?:agree|disagree)',
        'how (?:very |really |much more |much better )?{degree}',
        'how late (?:(?:will|would|is|are|was|were) {few} (?:be|going to be)|(?:was|were) {few} ?{end})',
        'how (?:much|many) [\\w-]+ (?:did|does|has|have|will|would) {few} (?:save|saved|gained?|won|win)',
        either(
          'how (?!{amount} )\\w+(?:ed|ful|[^l]y) (?:are|were|was|is|did|do|does)',
          'you|he|she|they|it|that|this|the|your',
        ),
        either(
          'how much',
          'easier|faster|quicker|happier|safer|smoother|cleaner|simpler|nicer|stronger|calmer|clearer',
          'smarter|healthier|friendlier',
        ),
        sequence(
          'how (?:satisfied|happy|pleased|impressed) {gap} (?:our|the|this|your) ',
          oneOf('{adverb} |very |new |{praise} and '),
          '*(?:{praise}|{service})',
        ),
        sequence(
          'how (?:fast|hard|quickly) {gap} when {few} ',
          oneOf('smash|crash|slam|tear|tore|race|speed|sped|plough|plow|hurtle|barrel'),
          '\\w*',
        ),
        'how much (?:better|worse|more|fun|trouble|harm|of a (?:problem|difference|success))',
        either(
          'how much (?:do|did|does|was|were|has|have|will|would) {few}',
          'like|love|enjoy|hate|improve|help|benefit|learn|appreciate|suffer|improved|helped|enjoyed',
          'learned|liked|loved|grow|grown|hurt|dislike|admire',
        ),
      ],
      // Two at once are a stack.
      except: [
        'how [\\w-]+ (?:and|or) (?!{wh})[\\w-]+ {aux}',
        'how [\\w-]+ (?:are|were|is|was) {gap} with {few} and (?:{determiner} )?[\\w-]+',
      ],
      matches: ['How well did the second round go?', 'How much did they enjoy the visit?'],
      passes: ['How did the second round go?', 'How much water did it use?'],
      why: 'It settles the judgment and leaves only its degree to answer.',
      ask: "Could you leave the judgment out: 'How did … go?' or 'What did you notice about …?'",
    },
    {
      id: 'emotion',
      at: 'opening',
      begins: 'did does do will would has is was are',
      pattern: [
        sequence(
          oneOf('did|does|do|will|would|has|is|was|are'),
          ' ',
          oneOf('it|that|this|he|she|they|{few}'),
          ' (?:{adverb} )?',
          oneOf('make|leave|making|made|leaving'),
          ' you (?:feel )?(?!do|go|use|think|want|change)\\w+',
        ),
        either(
          sequence(
            '(?:did|does|do|will|would) (?:it|that|this|{few}) (?:{adverb} )?',
            oneOf(
              'upset|bother|annoy|frustrate|worry|hurt|disappoint|anger|scare|frighten|offend|irritate',
              'embarrass|excite|please',
            ),
          ),
          'you|them|him|her',
        ),
      ],
      heads: ['aux'],
      matches: ['Did that make you feel nervous?', 'Does the noise bother you?'],
      passes: ['Did that make a sound?'],
    },
    {
      id: 'loaded',
      at: 'clause',
      begins: 'what why how',
      pattern: [
        sequence(
          'what (?:do you think )?',
          oneOf('made|makes|caused|causes|led to|is making|was making|explains|was it about|is it about'),
          ' (?:{few} )?(?:(?:so|too|such an?) \\w+|that (?:{loaded})|(?:be |become |get )?(?:{loaded}))',
        ),
        sequence(
          '(?:why|how come) (?:do you think )?',
          oneOf('(?:is|are|was|were|did|do|does|has|have|had|would|could|can) '),
          '?(?:not )?(?:{few} )?',
          oneOf('so|too|such an?|always|constantly'),
          ' (?:\\w+ )?(?:{loaded}|{excess}|{fault})',
        ),
        sequence(
          '(?:why|how come) (?:do you think )?',
          oneOf('is|are|was|were|did|do|does|has|have|had'),
          ' (?:{few} )?(?:{loaded})',
        ),
        sequence(
          'why (?:is|are|was|were) {few} ',
          oneOf('(?:an? |the )?(?:better|worse|best|worst|superior|inferior|preferable)'),
          '(?! (?:for|to|when) you)',
        ),
        sequence(
          'what (?:do|did) you (?:{adverb} )?(?:like|love|enjoy|hate|dislike|appreciate) ',
          '(?:most |best |least )?about (?:our|{determiner} new) [\\w-]+',
        ),
        'what (?:do|did) you (?:{adverb} )?hate (?:most )?about (?:our|the|this) [\\w-]+',
        sequence(
          'how (?:do|did|will|would|can) you (?:{adverb} )?',
          oneOf('deal with|put up with|stand|handle|tolerate|cope with|fix|manage|feel about|explain'),
          ' (?:{few} )?',
          oneOf('his|her|their|that|this|those|these|such(?: an?)?|the'),
          ' (?:{few} )?(?:{loaded}|{failing})',
        ),
      ],
      except: '[^?]* , (?:in your (?:view|opinion|eyes)|do you think|would you say) ?{end}',
      heads: ['wh', 'telling'],
      matches: [
        'What made it so boring?',
        'Why was the meeting so chaotic?',
        'Why do you think he is so lazy?',
      ],
      passes: ['What made the difference?', 'Why do you think the group went quiet?'],
      why: 'A judgment is settled inside the question, before the person has answered.',
      ask: "Could you put what was seen in place of the judgment: 'What did you see when …?'",
    },
    {
      id: 'loaded-noun',
      at: 'anywhere',
      pattern: [
        sequence(
          oneOf('your|his|her|their|that|this|those|these|such an?|so|too'),
          ' (?:{adverb} |very |rather |quite )?(?:{loaded})(?: \\w+)?',
        ),
        '(?:our|your|this|that|these|those|such an?) (?:{adverb} |very |new )?(?:{praise}) \\w+',
        'our (?:very |new |{praise} )?{service}(?: and [\\w-]+)? [\\w-]+',
        'the (?:{praise}) (?!thing|part|bit|one|side)[\\w-]+ ?(?:{end}|,|{aux})',
        '(?:the|this|your) (?:new |newly )?(?:improved|superior|award-winning|world-class) [\\w-]+',
        '(?:the|his|her|their|your) (?:constant|endless|incessant|habitual) [\\w-]+',
        "'s {loaded} [\\w-]+",
        '(?:obviously|clearly|of course|surely|undeniably|needless to say)',
      ],
      heads: ['wh', 'telling'],
      except:
        '(?:that|this|these|those|her) (?:mean|slow|poor|failed|failing|frustrating|annoying|disappointing)',
      matches: ['What do you think about his rude behavior?', 'How did your poor planning affect the day?'],
      passes: ['How do you tell a family bad news?', 'What does that mean?'],
      why: 'A judgment is settled inside the question, before the person has answered.',
      ask: "Could you put what was seen in place of the judgment: 'What did you see when …?'",
    },
    {
      id: 'settled-first',
      at: 'opening',
      pattern: [
        sequence(
          '(?<=^[^?]*(?:is|are|was|were|{pronoun}|{person}|[\\w-]+s) ',
          '(?:obviously|clearly|undeniably|undoubtedly) [^?]*)[^ ]+ [^ ]+',
        ),
        sequence(
          '(?<=^(?:[^ ]+ ){0,2}(?:(?:everyone|everybody|anyone|we all) (?:can see|knows?|agrees?)',
          '|you must (?:be|have)) [^?]*)[^ ]+ [^ ]+',
        ),
        sequence(
          '(?<=^(?:most|many|all) {few} ',
          '(?:agree|say|think|believe|know|feel|would) [^?]*)[^ ]+ [^ ]+',
        ),
        sequence(
          '(?<=^(?:like (?:most|many|all|any|other|every)',
          '|as an? (?:responsible|good|caring|loving|loyal|concerned|decent|true|real|sensible))',
          ' [^?]*, )[^ ]+ [^ ]+',
        ),
      ],
      heads: ['wh', 'aux', 'telling'],
      matches: [
        'The pupils were clearly happier outside, so what does that tell you?',
        'Like most careful drivers, do you check the tyres?',
      ],
      passes: ['When she spoke clearly, what changed?', 'As a nurse, what do you look for first?'],
      why: 'A judgment is settled before the question, and the answer is expected to follow it.',
      ask: "Could you put what was seen in place of the judgment: 'What did you see when …?'",
    },
  ],
}
