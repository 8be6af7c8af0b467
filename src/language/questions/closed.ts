import { either } from './grammar.ts'
import type { QuestionFamily } from './rule.ts'

/** Questions answered by yes, no, or one fact. */
export const closed: QuestionFamily = {
  kind: 'closed',
  severity: 'vague',
  why: 'It can be answered with yes, no, or one fact.',
  ask: "Could you begin with 'What' or 'How', or with 'Tell me about …'?",
  rules: [
    {
      id: 'amount',
      at: 'opening',
      begins: 'how for by since until within in at to about',
      pattern: '(?:(?:for|by|since|until|within|in|at|to|about) )?how {amount}',
      except: '{gap} and why ?{end}',
      matches: [
        'How many times did the bell ring?',
        'Can you tell me how long it took?',
        'How confident are you from 0 to 10?',
      ],
      passes: ['How did you count?'],
      why: 'It asks for an amount.',
      ask: "Could you ask what the amount means to them: 'What do you make of …?'",
    },
    {
      id: 'degree-adverb',
      at: 'opening',
      begins: 'how',
      pattern: either(
        'how (?!(?:{aux}|{pronoun}|{determiner}|else|exactly|precisely|specifically|best|come|to|on|so|about|else|otherwise|then|in|for|at|with)\\b)(?:\\w+ly|[\\w-]+) (?:{aux})',
        '{pronoun}|{determiner}|\\w+',
      ),
      except: '{gap} and why ?{end}',
      heads: ['wh'],
      matches: ['How willing were the two teams?', 'How regularly do they meet?'],
      passes: ['How else could it be done?', 'How exactly did you set it up?'],
      why: 'It asks for a degree.',
    },
    {
      id: 'fact',
      at: 'opening',
      pattern: [
        "(?:{few} )?what (?:{fact}) ?(?:is|was|'s|do|does|did|has|have|can|could|will|would|should|of|\\?|are|were|you|it|the|works|suits|fits|comes)",
        "what (?:is|was|are|were|'s|will be) (?:your|the|his|her|their|its|this|today 's|my|our) (?:\\w+ )?(?:{thing}) ?(?:{end}|of|for|in|at|on|today|here|now|and|again|please|'s)",
        "what (?:is|are|'s|was) \\d|what (?:is|are|was|'s) (?:it|this|that|he|she|they) called",
        'what does {few} stand for',
        '(?:in|at|on|to|for|from|by|with|during) (?:what|which) (?:{fact}|point|stage|moment|minute)',
      ],
      except:
        '(?:{few} )?what (?:class|page|room|subject|position|software|channel|medications?) (?:{few} )?(?:would|might|could)',
      matches: [
        'What time did the shift start?',
        "What's your name?",
        'At what point did you stop?',
        'Could you tell me what day it was?',
      ],
      passes: ['What makes this time different?', 'What is your view of the plan?'],
    },
    {
      id: 'who',
      at: 'opening',
      begins: 'with to for from by of who whom whose which',
      pattern: '(?:(?:with|to|for|from|by|of) )?(?:who|whom|whose|which)',
      except: [
        '(?:in|to) which (?:{few} )?(?:ways?|respects?|extent)',
        'which (?:\\w+ )?(?:moments|parts|aspects|strategies|ideas|options|skills|strengths|ways|approaches|steps|areas|patterns|things|factors|elements|values|changes|challenges|qualities|goals)',
        '{gap} and (?:how|why|in what way|for what reason) ?{end}|who or what',
      ],
      matches: ['Who was in the room?', 'Which of the two did you use?'],
      passes: ['What did the people in the room do?'],
      why: 'It asks for one fact: who or which.',
    },
    {
      id: 'where-when',
      at: 'opening',
      begins: 'where when by since until from to',
      pattern: '(?:(?:by|since|until|from|to) )?(?:where|when)',
      except: [
        'where (?:do|would|might|could|can|will|should|does) (?:you|we|they|your \\w+|this|that) (?:{adverb} )?(?:see|say|want|like|feel|imagine|think|go from|leave|take|envision|hope|need|stand)',
        'where are (?:you|we|they) (?:in|with|at)',
        '{gap} and (?:how|why|in what way|for what reason) ?{end}',
      ],
      matches: ['Where did you stand?', 'When does the shift end?'],
      passes: ['Where would you like to go from here?'],
      why: 'It asks for one fact: a place or a time.',
    },
    {
      id: 'yes-no-told',
      at: 'opening',
      pattern: [
        '(?:if|whether)',
        '(?:(?:me|us) )?(?:your|his|her|their|the|its) (?:\\w+ )?(?:{thing}) ?(?:{end})',
        '(?:you )?(?:an?|some|one|another|few) (?:\\w+ )?questions?',
      ],
      heads: ['telling'],
      matches: ['Can you tell me whether the door was open?', 'Could you give me your phone number?'],
      passes: ['Can you tell me how the door was left?'],
    },
    {
      id: 'yes-no',
      at: 'opening',
      pattern: '[^ ]+',
      heads: ['aux'],
      matches: ['Did you count the strokes?', 'Is the second list shorter?', 'Will they come back?'],
      passes: ['Can you walk me through the second list?'],
    },
    {
      id: 'fragment',
      at: 'opening',
      pattern: '[^ ]+',
      except:
        '(?:(?:and |your |any |some )?(?:thoughts|reactions?|impressions?|reflections|such as|meaning|because|in what way|for example|go on|how so|say more|tell me more)(?: (?:on|about|of|to) {gap})? ?(?:{end}))',
      heads: ['statement'],
      matches: ['Anything else?', 'Ready?', 'The second list?'],
      passes: ['Your thoughts?', 'Such as?'],
      why: 'It leaves a word or two to say.',
    },
  ],
}
