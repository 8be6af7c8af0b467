import type { QuestionFamily } from './rule.ts'

/** Questions that ask a person to justify a fault. They are heard as reproach, and answered with a defence. */
export const blame: QuestionFamily = {
  kind: 'blame',
  severity: 'judgment',
  why: 'It asks the person to justify a fault, and invites a defence instead of thought.',
  ask: "Could you ask about what happened instead: 'What led to …?'",
  rules: [
    {
      id: 'why-you',
      at: 'clause',
      begins: 'why',
      pattern:
        'why(?: on earth| the hell| the heck| in the world| exactly| then| (?:{few} )?(?:, {few} )?,)? (?:did|do|are|were|have|had|would|could|can|will|must)(?: not)?(?: {adverb})? you',
      except:
        'why (?:(?:do|would|can|could) not you|do you (?:{adverb} )?(?:think|believe|suppose|feel|imagine|reckon|say|want|like|love|enjoy|value|prefer|hope|care|need|wish|choose|consider|find|trust|admire|recommend|teach|coach|volunteer|ask)|are you (?:{adverb} )?(?:interested|here|considering|thinking (?:about|of)|excited|passionate|proud|applying|pursuing|drawn|hopeful|confident|seeking|looking for|leaving|grateful|committed|planning|choosing|studying|motivated|willing|ready)|were you (?:proud|pleased|drawn|chosen|interested|excited|hopeful|able)|would you (?:{adverb} )?(?:want|like|choose|recommend|prefer|say(?! (?:that|this|it|such a thing) ?(?:{end}))|consider|be willing|love|rate|pick|suggest|hire|describe)(?! to do (?:that|this|such))|did you (?:(?:choose|decide|want|agree) to (?:become|be|go into|enter|join|study|train|work|teach|come|apply|pursue|participate|get into|seek|volunteer)|become|choose (?:nursing|teaching|medicine|social work|this (?:career|profession|field|job|school|college|course|company|path|line|program))|apply|volunteer|come (?:here|in|today)|get into (?:teaching|nursing|coaching))|have you (?:come|chosen to|decided to (?:see|seek|join|apply)|applied))|why did you (?:give yourself|pick|choose|say|rate {few}) (?:an? |the )?\\d+',
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
      pattern:
        'why (?:do|would|can|could) not you (?:ever|even|know|listen|care|understand|trust|see|believe|respect|follow|remember|pay|respond|show up|finish|get it|get this|do (?:your|it|that|this)|have (?:the|your|a|any))|why (?:can|could) not you|why do you (?:think|believe|feel) (?:it is|that is|this is|it was|that|you can|you are|you should|you could|you have the)(?: \\w+)? (?:ok|okay|acceptable|fine|appropriate|just|above|better|so|entitled|allowed|always|too|special|exempt)|why do you (?:want|like|love|need|choose|prefer|say|feel the need) (?:to )?(?:{fault}|hurt|punish|fight|make everyone|be difficult|such)|why would not you|why do not you (?:exercise|study|cooperate|participate|arrive|come|attend|take your|quit|stop|behave|manage|control|work|apply yourself|do more|help more|eat)|why (?:do|must|should|am|have|did) i (?:{few} )?(?:have to|had to|need to|keep|always|still|the one)',
      matches: ["Why don't you ever listen to the patients?", "Why can't you finish on time?"],
      passes: ["Why don't you try a shorter list?", 'Why do you think the families came early?'],
    },
    {
      id: 'why-you-embedded',
      at: 'clause',
      begins: 'why',
      pattern:
        'why (?:is it (?:that )?)?you (?:(?:{adverb} )?(?:did|do|have|had|could|can|would|will|are|were) not|never|always|keep|kept|constantly|insist|insisted|continue|{fault}|did (?:that|this|it|such)|(?:are|were) (?:so|always|too|late|{loaded})|thought (?:it|that) (?:was|would)|decided (?:not|against)|refuse|chose (?:not|to ignore))|why is it (?:that |always )*?you|why you left {few} (?:open|unlocked|alone|unattended|early|unfinished)',
      matches: ["Can you explain why you didn't call me?", 'Why is it that you never fill in the chart?'],
      passes: ['Can you tell me why you chose this recipe?', 'I wonder why you smiled when she came in.'],
    },
    {
      id: 'why-your',
      at: 'clause',
      begins: 'why',
      pattern:
        'why (?:(?:is|are|was|were|has|have)(?: not)?|(?:did|do|does) not) your|why (?:did|do|does) your {few} (?:not|{fault}|always|never|keep|only)|why (?:can|could|will|would) (?:not )?your',
      except:
        'why (?:is|are|was|were) (?:your|that|this) {few} (?:important|meaningful|valuable|special|worth|precious|proud)',
      matches: ['Why is your report late again?', "Why aren't your pupils in their seats?"],
      passes: ['Why is your goal important to you?'],
    },
    {
      id: 'why-undone',
      at: 'clause',
      begins: 'why',
      pattern:
        'why (?:{few} )?(?:is|are|was|were|has|have|had) not (?:(?:the|this|that|these|those|it|they|anyone|anybody|anything|my|our|i|we) )?(?:{few} )?(?:been )?(?:done|finished|completed?|ready|updated|submitted|followed|told|informed|checked|cleaned|reported|charted|documented|recorded|sent|fixed|closed|signed|notified|called|consulted|prepared|delivered|filled|addressed|handled|locked|ordered|tested|reviewed|asked|invited|here|working|there|up to date)|why (?:is|are|was|were) (?:the|this|that|these|those|it|they|my|our|everything|nothing) (?:{few} )?(?:(?:so|still|always|again) (?:late|behind)|overdue|incomplete|unfinished|unlocked|unattended|left \\w+|(?:such )?an? (?:mess|disaster))|why (?:{few} )?(?:has|have|had) not (?:{few} )?been \\w+(?:ed|en)',
      matches: ["Why wasn't I told about the transfer?", "Why hasn't the log been updated?"],
      passes: ["Why wasn't the water boiling at 90 degrees?"],
    },
    {
      id: 'why-nobody',
      at: 'clause',
      begins: 'why',
      pattern:
        'why (?:(?:did|does|do|has|have|was|were|is|are|could|would|can|will) (?:{nobody})|(?:did|does|do|has|have|was|were|is|are|could|can) not (?:anyone|anybody|someone|somebody|any of you|you people|you guys)|would (?:anyone|anybody|someone|any sane)|must (?:you|i))|why (?:did|do|does|can|could|will|would|is|are|was|has|have) not (?:he|she|they|the \\w+|his|her \\w+) (?:just|ever|simply|bother|even|do (?:his|her|their) job)|why (?:do|does|can|could|will|would|is|are|has|have) (?:he|she|they|the \\w+) never',
      matches: ['Why did no one lock the store room?', "Why didn't anyone tell me?"],
      passes: ['Why do you think no one answered at first?'],
    },
    {
      id: 'why-noun',
      at: 'clause',
      begins: 'why',
      pattern:
        'why (?:(?:is|are|was|were) there (?:no|not|nothing)|no|so|such a|wait until|bother|all (?:the|this)|the (?:delay|mess|long face|attitude|rush|excuse|silence|mistake|error|drop))',
      matches: ['Why the delay?', 'Why so late?'],
      passes: ['Why might that be?'],
    },
    {
      id: 'how-come',
      at: 'clause',
      begins: 'how',
      pattern:
        'how come (?:you|your|{nobody}|(?:{few} )?(?:is|are|was|were|has|have|did|does|do|could|can) (?:not|still|always|late))|how is it (?:that )?you (?:{adverb} )?(?:did|do|have|had|could|can|are|were|never|always|{fault})',
      matches: ['How come you never write anything down?', "How come the order isn't out yet?"],
      passes: ['How come the second group used more water?'],
    },
    {
      id: 'thinking',
      at: 'clause',
      begins: 'what',
      pattern:
        'what (?:on earth |the hell |the heck |in the world )?were you (?:{adverb} )?thinking(?: of)?(?: (?:,|-|–|by|letting|leaving|doing|going|putting|sending|giving|making|not|taking|when you (?:did|decided|chose|let|left|said|\\w+ that|{fault}))| ?(?:{end}))|what were you (?:{adverb} )?doing on|what (?:was|were|went) (?:in |going through |through )?your (?:head|thinking|mind) when you (?:did (?:that|this|it)|let|left|said (?:that|this)|{fault}|\\w+ that)|what (?:was|were) (?:in )?your (?:head|thinking)(?: ?(?:{end}))',
      matches: ['What were you thinking?', 'What were you thinking, leaving the door open?'],
      passes: [
        'What were you thinking when the group went quiet?',
        'What were you thinking about as the bell rang?',
      ],
    },
    {
      id: 'exasperated',
      at: 'clause',
      pattern:
        '{wh} (?:on earth|the (?:hell|heck|devil)|in the world (?:did|do|were|are|was|made|could|possessed) (?:not )?you)',
      matches: ['How on earth did you miss the turn?', 'What the hell happened here?'],
      passes: ['Where in the world would you like to teach?'],
    },
    {
      id: 'made-you-think',
      at: 'clause',
      begins: 'what whatever',
      pattern:
        '(?:whatever|what)(?: ever| exactly)? (?:(?:made|gave|possessed|on earth made) you (?:(?:to )?(?:{adverb} )?(?:think|believe|assume|suppose|imagine|figure|feel)(?: like)? (?!of|about|so|in|through|differently|twice|this way|that way|the way)[^ ?]+ [^ ?]+|(?:{adverb} )?think (?:that|it|this) [^ ?]+|the (?:idea|right|impression|notion) (?:that )?(?:you|it))|makes you think (?:that )?(?:you (?:can|are|have|should|deserve|know)|it (?:is|was|would)|(?:this|that) (?:is|was|would|will))|(?:gives|gave) you the (?:right|idea you|nerve)|possessed you|(?:makes|made) you so (?:special|sure|late|\\w+))',
      except:
        'what makes you think (?:that )?(?:you can|it would|it will) (?:succeed|do (?:it|this)|make (?:it|this)|work for you)',
      matches: ['What made you think that would work?', 'What makes you think you can leave early?'],
      passes: [
        'What makes you think so?',
        'What made you think of that example?',
        'What makes you say that?',
      ],
    },
    {
      id: 'made-you-fault',
      at: 'clause',
      begins: 'what',
      pattern:
        'what (?:made|makes|caused|causes|led|prompted|forced) you (?:to )?(?:{fault}|not|do (?:that|this|such|it)|be (?:so|late)|so|such|late|{loaded}|behave|act)|what (?:caused|explains|led to|is behind|is the reason for|was the reason for|accounts for) (?:{few} )?your (?:\\w+ )?{failing}',
      matches: ['What made you ignore the checklist?', 'What caused your poor attendance?'],
      passes: ['What made you choose this approach?', 'What led you to change the seating?'],
    },
    {
      id: 'how-could-you',
      at: 'clause',
      begins: 'how',
      pattern:
        'how (?:could|can|dare) (?:you|anyone|someone|a \\w+ like you)(?: {adverb})? (?:{fault}|not|do (?:that|this|such|it|so little)|say (?:that|such|it|this|no)|think (?:that|it|this|you|of \\w+ing)|be (?:so|that|this)|leave|expect|sit|stand there|stand by|justify|call (?:this|that|yourself)|live with|claim|just|possibly|treat|have (?:{fault}|not|thought|said|been (?:so|that)|done (?:such|(?:that|this) (?:to|{end})))|get (?:that|this|it) (?:so )?wrong)|how (?:could|dare) you ?(?:{end})|how dare',
      except: 'how (?:could|can) you (?:{adverb} )?(?:not only|just as|have said (?:it|this|that))',
      matches: ['How could you let her go home alone?', 'How could you not see the sign?', 'How could you?'],
      passes: [
        'How could you use this in your next class?',
        'How could you have handled the call differently?',
      ],
    },
    {
      id: 'how-did-you-fault',
      at: 'clause',
      begins: 'how',
      pattern:
        'how (?:did|do) you (?:{adverb} )?(?:manage to (?:{fault}|get (?:it|this|that) wrong|not)|{fault}|not (?:know|notice|see|hear|think|check|realise|realize|catch|do)|justify|expect (?:me|us|them|him|her|anyone|to)|explain (?:yourself|why|away|(?:{few} )?(?:{failing})))|how (?:could|can) (?:this|that|it|such a thing|something like this) (?:{few} )?(?:happen|have)|how (?:is|was) it possible (?:that )?{gap} (?:not|never|still|{fault})|how was (?:this|that|it) (?:{adverb} )?(?:allowed|missed|overlooked)|how (?:did|could) (?:this|that|it|the \\w+|such {few}) (?:{adverb} )?(?:get (?:past|by|overlooked|missed|so|this|that)|slip (?:past|by|through)|happen (?:again|on your|under your))|how (?:hard|difficult) (?:is|can|could|would) it (?:be )?(?:{adverb} )?to (?:follow|read|remember|listen|get|show|be|just|write|pick|tell|ask|call|do|wash|close|lock|understand|keep|check|answer|clean)',
      except:
        'how (?:did|do) you (?:let go|let (?:them|him|her|people|the \\w+|students|your \\w+) know|allow (?:time|space|for)|make a)',
      matches: [
        'How did you manage to lose the keys?',
        'How did you miss the second valve?',
        'How could this happen?',
      ],
      passes: ['How did you let them know that it was time?', 'How did this come about?'],
    },
    {
      id: 'how-often-told',
      at: 'clause',
      begins: 'how when',
      pattern:
        'how (?:many (?:more )?times|often) (?:do|must|should|have|did|does|will|am|are) (?:i|we|you|one|somebody)(?: {adverb})? (?:have to|need to|going to|been over|gone over|talked about|discussed|tell|told|said|asked|explained|be told|been told|been asked|{fault}|remind|reminded)|how much longer (?:do|must|are|will)|when (?:will|are|do|did) you (?:{adverb} )?(?:going to |planning to |intend to )?(?:ever |finally )?(?:learn to|stop|grow up|start (?:taking|being|listening|paying|doing)|take (?:this|it|your) \\w+ ?(?:seriously)?|get (?:it|your act|serious)|finally|bother|realise|realize|last (?:bother|actually))|when (?:will|would) you ever|how (?:long|much longer) (?:are|will|do) you (?:going to |planning to |intend to )?(?:keep|continue|go on)',
      matches: ['How many times do I have to tell you?', 'When are you going to take this seriously?'],
      passes: ['How many times did the bell ring?', 'When will you start the next unit?'],
    },
    {
      id: 'who-did',
      at: 'clause',
      begins: 'who whose what',
      pattern:
        "who (?:(?:approved|deleted|signed off on|touched) (?:this|that)|let|allowed|authori[sz]ed|told you (?:to|that|it|you|this|about)|said (?:you|that you|it was)|gave you|left|broke|forgot|messed|screwed|dropped|caused|made (?:this|that|the|these) (?:\\w+ )?(?:mistake|mess|error|decision|decisions)|did (?:this|that)|is to blame|was to blame|should (?:be )?blame|do you think you are|was supposed|was meant to|failed|missed|ruined|started (?:this|that|the|it)|put (?:this|that)|is at fault|was at fault)|(?:whose|who 's) (?:fault|mistake|mess|error|bright idea|idea was|job was|job is|responsibility was|decision was (?:this|it|that))|(?:who|what) (?:is|was|are|were|'s) (?:really |actually |ultimately )?(?:responsible|accountable|to blame) (?:here|for (?:this|that|the|these|it|not|{few} {failing}))",
      except:
        'who (?:left early|started the (?:discussion|conversation|session|meeting|game)|put (?:this|that) together|did this (?:help|affect|work)|gave you (?:support|help|the most|feedback|advice))',
      matches: [
        'Who let the dog into the ward?',
        'Whose fault was the spill?',
        'Who is to blame for the overrun?',
      ],
      passes: ['Who took part in the second round?', 'Who helped you set this up?'],
    },
    {
      id: 'what-wrong-with-you',
      at: 'clause',
      begins: 'what where anything',
      pattern:
        "(?:what|where) (?:is|was|'s) (?:your (?:problem|excuse|justification|issue|deal|head|judg(?:e)?ment|common sense|sense of)|wrong with (?:you|your|him|her|them|these)|the matter with you)|what excuse|what (?:went|goes) wrong with you|what (?:is|was|'s) so (?:hard|difficult|complicated|challenging|tough|tricky) about|what (?:stopped|prevented|kept|stops|keeps) you from (?:{few} )?(?:the one|the simplest|the most basic|something (?:so|as)|such|a simple|your job)|(?:what|anything) (?:do|did|have) you (?:got |have )?to say for yourself|what (?:{adverb} )?(?:did|have|had) you (?:do|done|say|said) (?:to (?:cause|make|upset|provoke|break|deserve|anger)|wrong|now|this time|incorrectly|badly)|what have you done(?: now)? ?(?:{end})|what did you (?:{adverb} )?(?:expect(?: (?:to happen|would happen|from))?|think (?:would happen|was going to happen|you were doing|i meant)) ?(?:{end}|when|if|by|from|,|with)?|what do you think you are (?:doing|playing|up to)|what (?:are|were) you (?:{adverb} )?(?:playing at|trying to (?:pull|prove|hide|do to)|complaining|waiting for)|where did you (?:{adverb} )?(?:go wrong|mess up|fail|learn (?:to|how to) (?:behave|talk|drive)|screw up)|where were you (?:when|all)|what (?:took|is taking|'s taking|has taken) you so long|what kind of (?:\\w+ )?(?:person|nurse|teacher|manager|coach|parent|professional|mother|father|excuse|idiot) (?:does|would|are|is|forgets|leaves|do)|what part of {gap} (?:(?:do|did|can) not you|you (?:do|did|can) not)|what is it about {gap} (?:do not|did not|can not) (?:you )?understand|what good (?:did|does)|what is the (?:point|use) of your|what use",
      except: 'what (?:did you expect (?!to happen ?\\?|{end})|did you think would happen (?!(?:{end})))',
      matches: [
        'What is wrong with you?',
        "What's your excuse this time?",
        "What part of 'stop' don't you understand?",
      ],
      passes: ['What went wrong with the second batch?', 'What part of the day do you enjoy most?'],
    },
    {
      id: 'did-you-even',
      at: 'opening',
      begins: 'did do have are were can could will has does is was would should',
      pattern:
        '(?:did|do|have|are|were|can|could|will) (?:not )?you (?:not )?even|(?:did|do|have) (?:not )?you (?:not )?(?:{adverb} )?(?:forget|fail|neglect|ignore|bother|skip|forgotten|failed|neglected|ignored)|did you (?:not )?(?:{adverb} )?(?:mess|screw|ruin|break|cause|blame|lie|mean to (?:hurt|offend|be))|did not you (?:{adverb} )?(?:read|listen|hear|check|see|bother|know|realise|realize|learn|remember|understand|tell|ask|call|follow|do|plan|prepare|look|get|care|try|finish|pay|receive|say you|promise|study|write|make sure|take|double|test|lock|report|wash|bring|attend|stop|wait|notice|consider)|did you not (?:{adverb} )?(?:read|listen|hear|check|see|bother|know|realise|realize|learn|remember|understand|tell|ask|call|follow|do|plan|prepare|look|get|care|try|finish|pay|receive|think|notice|consider)|(?:did|has|does) (?:it|the thought) (?:not )?(?:ever |never |even )?(?:occur|cross|occurred|dawn)|did not it (?:ever |even )?occur|do not you (?:ever|know|realise|realize|care|understand|see|even|have (?:any|a)|listen|respect|remember|get it|pay|read|check)|do you (?:not )?(?:ever|never|always)|can not you (?:see|even|ever|follow|read|listen|control|remember|understand|do anything|get anything)|did not (?:anyone|anybody|someone|your \\w+) (?:ever )?(?:teach|tell|show|explain|train|warn)|have not you (?:{adverb} )?(?:learned|learnt|read|heard|been told|got|finished|done|noticed|understood|any|had enough|caused|listened|started|seen)|(?:are|were) not you (?:{adverb} )?(?:supposed|ashamed|embarrassed|listening|paying|aware|trained|told|taught|meant|required|responsible|watching|worried|concerned|expected|capable|able|sorry)|is not (?:it|that|this) your|was not (?:it|that|this) your|would not you (?:have|expect) (?:thought|known|the decency)|(?:could|should|would) (?:not you|you not)(?: \\w+)? have|can you not|(?:did|have|do|had) not (?:i|we) (?:{adverb} )?(?:tell|told|say|said|ask|asked|explain|explained|warn|warned|agree|agreed|talk|talked|discuss|discussed|make|made|train|trained|show|shown|go over|gone over)|(?:do|did|would|should)(?: not)? you (?:not )?(?:{adverb} )?(?:think|feel|believe|say|agree) (?:that )?you (?:{adverb} )?should (?:{adverb} )?have|(?:do|did) you (?:{adverb} )?(?:think|feel|believe|consider) (?:that )?(?:that|this|it|your \\w+)(?: \\w+)? (?:(?:is|was|were|would be) )?(?:{adverb} )?(?:ok|okay|acceptable|appropriate|fine|professional|right|fair|funny|necessary|smart|wise)|is it (?:{adverb} )?(?:that|so|too) (?:hard|difficult|much)|could not you (?:{adverb} )?(?:see|tell|hear|wait|find|manage|do)',
      except:
        'do you (?:always|ever|never) (?:use|do|feel|work|see|start|teach|have|get|go|find|wonder|think (?!before)|ask|plan|hear|talk|take|make|meet|eat|exercise|sleep|notice|try|give|include|write|read|set|come)|did you (?:{adverb} )?(?:break (?:it|the|them|this) (?:down|into|up)|break for)|do you realise when',
      matches: [
        'Did you even read the manual?',
        "Didn't you check the dosage first?",
        "Couldn't you have phoned?",
        "Aren't you supposed to be at the front desk?",
      ],
      passes: ["Don't you think the pace was fast?", 'Do you ever use the board?'],
      ask: "Could you ask what they saw and knew at the time: 'What did you know about … then?'",
    },
    {
      id: 'do-you-realise',
      at: 'opening',
      begins: 'do did are were have is was must',
      pattern:
        '(?:do|did) (?:not )?you (?:not )?(?:{adverb} )?(?:(?:realise|realize|appreciate) (?:that |of )?(?:how|what|the|you|your|this|it)|(?:understand|know|see|have any (?:idea|clue|sense)) (?:of )?(?:what you (?:have )?(?:{adverb} )?(?:did|done|caused|cost|put)|how (?:much|many|badly|serious|seriously|long|{loaded}|{excess}|dangerous) (?:{gap} )?(?:you|your|i|us|we|me|cost|hurt)))|are you (?:{adverb} )?(?:aware|conscious) (?:that|of (?:how|what|the)|how|what) (?:{gap} )?(?:you|your)|are you (?:{adverb} )?(?:always|ever going to|trying to|blind|deaf|kidding|serious|deliberately|incapable|too|so \\w+ that)|were you (?:{adverb} )?(?:trying to (?:{fault}|annoy|hurt)|asleep|daydreaming|not|deliberately|too (?:busy|lazy|tired|proud))|have you (?:no|lost your|any idea (?:how|what)|not)|is (?:this|that|it) (?:{adverb} )?(?:the best you can|how you (?:always|usually|normally|treat|talk|speak|behave|run|treat)|what you call|your idea of|all you (?:can|have|did)|too much to ask|because you (?:do not|did not|can not|forgot|{fault}))|was (?:it|this|that) (?:{adverb} )?(?:you who (?:{fault}|did|caused)|your (?:fault|mistake|error|decision to (?:not|{fault}))|because you (?:did not|do not|were|{fault}))|must you|do you have to (?:always|be|{fault}|make everything)|do you (?:{adverb} )?(?:think|believe) (?:that )?(?:you are above|it is (?:ok|okay|acceptable|fine|funny|appropriate|right|fair) (?:to|that|for you)|this is a (?:game|joke)|i am|rules)|do you enjoy (?:{fault}|making)|do you call',
      matches: [
        'Do you realise how much time you cost the team?',
        'Are you aware that you talked over her twice?',
      ],
      passes: ['Are you aware of the new form?', 'Do you know how the scheduler works?'],
    },
    {
      id: 'reason',
      at: 'clause',
      begins: 'what is was do did have give tell for',
      pattern:
        "(?:what|is there|was there|do you have|did you have|have you got|give me|tell me) (?:is |was |'s |are |were |could be )?(?:a |an |one |the |your |any |some |possible )?(?:good |real |valid |specific |single |possible )?(?:(?:reason|explanation|justification|rationale)s? (?:(?:that |why |as to why )?you (?:(?:did|do|have|had|are|were) not|never|always|{fault}|are (?:late|so)|were (?:late|so))|for (?:not|being (?:late|absent|so|{loaded})|your (?:\\w+ )?{failing}|{failing}|ignoring|missing|failing|forgetting|leaving|skipping|this (?:\\w+ )?{failing}))|excuses?)|for what reason (?:did|do|are|were|have) (?:not )?you (?:not )?(?:{fault}|not)?|what (?:possible )?reason (?:could|can|do|did) you (?:{adverb} )?have (?:for|to) not",
      matches: ["Is there a reason you didn't sign the sheet?", 'What is the reason for your lateness?'],
      passes: ['What were your reasons for choosing groups of three?'],
    },
    {
      id: 'stated-fault',
      at: 'opening',
      pattern:
        'you (?:{adverb} )?(?:(?:did|have|had|do|could|were|are) not|never|forgot|ignored|missed|failed|left|let|lost|broke|refused)',
      heads: ['statement'],
      matches: ["And you didn't think to ring the family?", 'So you just left it there?'],
      passes: ['You counted them?', 'So you stayed until six?'],
      ask: "Could you ask what they saw and knew at the time: 'What did you know about … then?'",
    },
    {
      id: 'justify',
      at: 'anywhere',
      pattern:
        '(?:justify|account for|answer for|defend|excuse) (?:yourself|your|this|that|the|why|not|\\w+ing|{few} {failing})|explain (?:yourself|(?:to me )?your (?:\\w+ )?(?:{failing}|actions|conduct|decision not)|(?:this|the|these) (?:\\w+ )?(?:failures?|mistakes?|mess|lateness|delay|errors?))|care to (?:explain|tell me) (?:why|how)|what gives you the right|how dare|your fault|to blame|shame on',
      except: 'excuse (?:me)',
      matches: ['How do you justify your decision?', 'Can you explain this mess?'],
      passes: ['Can you explain the steps you used?'],
    },
  ],
}
