import type { QuestionRule } from './rule.ts'

/** Turns of phrase that ask nothing and reproach: "Since when …", "Did you have to …". */
export const idiomRules: readonly QuestionRule[] = [
  {
    id: 'rhetorical',
    at: 'clause',
    begins: 'what where since which how who when',
    pattern: [
      "what (?:is|was|'s) the (?:point|use) of (?:{few} )?\\w+ing|since when (?:is|are|was|do|does|did)",
      'what did you think you were (?:doing|up to)|what do you mean (?:, )?(?:that )?(?:you|nobody|it is not)',
      'what have you been (?:doing|up to) (?:all|this whole|for)|what (?:have|did) i (?:{adverb} )?(?:tell|told|say|said)',
      'what good (?:is|are|was|were)|what (?:sort|type) of (?:{few} )?(?:does|would|forgets|leaves|are you)',
      'which part of {gap} (?:(?:do|did|can) not you|you (?:do|did|can) not)|where were you (?:while|as|during)',
      'what (?:made|makes) you (?:decide|choose) (?:not|against)|what made you (?:wait|leave it) (?:so|until|that|till|this)',
      'how (?:did|could|can|was|were|does|has|have|is) (?:it that )?(?:{nobody}|anyone|anybody|an? {few}) (?:{adverb} )?(?:{fault}|notice|check|see|spot|catch|think|told)',
      'how (?:can|could) it be that|how is it that (?:{few} )?(?:{nobody}|(?:is|was|did|has|do|does|are|were|have) (?:not|never|still))',
      'how (?:hard|difficult|much trouble) (?:would|could|can) it (?:be|have been)|how many more {few}',
      'how many {gap} before you|when were you (?:{adverb} )?(?:going|planning|intending) to',
      "who (?:thought|figured|said|felt) (?:it|that|this|you)|who do you think (?:you|has to|will have to|is going to|had to|has been)|who (?:is|'s) going to (?:explain|tell|clean|fix|apologi[sz]e|pay)",
    ],
    matches: [
      "What's the point of having a list?",
      'Since when is that our rule?',
      'How did nobody notice the smoke?',
    ],
    passes: ['What do you mean by ready?', 'How did anyone from outside hear of it?'],
  },
  {
    id: 'sarcastic',
    at: 'opening',
    begins: 'did do was were has have had is are could would can does will any',
    pattern: [
      'did you (?:honestly|really|seriously|actually) (?:think|believe|expect|need|have to|say|want)|did you have to',
      'were you (?:{adverb} )?(?:going to|planning to|intending to|hoping (?:that )?(?:nobody|no one|i|we|they))',
      '(?:did|was|were|has|have|had|is|are|could|can|does|do|will|would)(?: not)? (?:{nobody})',
      '(?:did|was|were|has|have|had|could|does) not (?:anyone|anybody|someone|somebody)|(?:did|does|do) (?:anyone|anybody) (?:even|bother)',
      '(?:have you|do you have) (?:any|the (?:slightest|faintest|least)) (?:idea|notion|clue) (?:how|what) (?:much|many|long|hard|it is like|that|you|this)',
      'can you (?:{adverb} )?imagine (?:how|what) {gap} you|would it (?:have )?(?:kill|killed|hurt) you|(?:is|was|would) it (?:be )?(?:too much|asking too much|so much) ',
      'do you think (?:{few} )?(?:enjoy|enjoys|enjoyed|like|likes|liked) (?:being|waiting|having|sitting|it when)',
      'do you think (?:the )?(?:rules|rule|we|i|everyone|other people) (?:{few} )?(?:optional|apply|have time|exist|have nothing|am (?:stupid|here))',
      'any (?:\\w+ )?reason (?:why |that )?you (?:did|do|have|had|are|were|could|can) not|was not it you',
    ],
    matches: [
      'Did you really have to shout?',
      'Did nobody think to ring the bell?',
      'Were you ever going to tell us?',
    ],
    passes: ['Did the group have to wait?', 'Do you have any idea what the next step is?'],
  },
]
