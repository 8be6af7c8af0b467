import { compile, either, oneOf, sequence } from './grammar.ts'

/*
 * Requests to tell: "Can you tell me", "I wonder", "Walk me through". What they ask for follows them, and
 * decides whether the question is open.
 */

const POLITE = compile(
  [
    '(?:can|could|would|will|may|might) (?:you|we|i|someone|somebody|anyone|anybody|one of you)',
    '(?:(?:perhaps|maybe) )?you (?:could|can|might|would)|do you (?:mind|want to)|would you like to',
    'please|do|let us|let me',
    sequence(
      'i ',
      oneOf('would|want|need|wanted|was hoping|hope'),
      '(?: really| just)?(?: like| love)?(?: for)?(?: you)?(?: to)?',
    ),
    'mind if i|(?:like|be (?:willing|able|open|happy|comfortable)|care|want) to',
    'are you (?:able|willing|happy|ready|comfortable) to|if (?:you|i) (?:can|could|would|do not mind)?',
    '(?:i (?:am |was )?)?wonder(?:ing)? (?:if|whether)',
    '(?:is|would) it (?:be )?(?:ok|okay|all right|alright)(?: with you)?(?: to)?',
    'take (?:a (?:moment|minute)|a few (?:moments|minutes)|some time|your time)(?: to| and)?',
    'it would help(?: me)?(?: to)?|help (?:me|us)(?: to)?|start by|begin by|try to|go ahead and',
    'feel free to|{adverb}',
  ],
  'y',
)
/** "Could you please just" is three; more than this is no politeness. */
const MOST_POLITE = 5

const TELL = compile(
  [
    '{telling}|tell (?:me|us|the (?:group|class)|your (?:partner|group))',
    '(?:bring|lead|run|step) (?:me|us) (?:through|back|along)|(?:go|come|look) back (?:to|over|at|on)',
    'go (?:over|through) (?:what|how|the (?:moment|steps|events|sequence|minutes))|let (?:me|us) in on',
    'set the scene|(?:explore|look at|dig into|stay with) (?:what|how|why|your|that|this)',
    'put (?:it|that|this) in(?:to)? (?:your own )?words|start (?:from|at) the',
    'start (?:wherever|anywhere|with whatever)',
    '(?:add|build)(?= (?:to|on) (?:that|this|it|what))',
    'name (?:a|one) (?:moment|time|thing|part)|(?:do|did) you have (?:an|any) examples?(?= of)',
    sequence(
      '(?:(?:and )?(?:your|any|some|other) )?',
      oneOf('thoughts|reactions?|impressions?|reflections|insights|observations'),
      '(?= (?:on|about|of|to|as))',
    ),
    'talk (?:me|us|about|to (?:me|us)|more|a (?:bit|little)|through)|walk (?:me|us|through)',
    'take (?:me|us)|say (?:more|a (?:bit|little)|something|what|how)',
    sequence(
      'give',
      oneOf(' me| us'),
      '?(?= your (?:\\w+ )?{thing}| (?:an?|some|another|examples?|more) ?(?:\\w+ ',
      ')?(?:example|examples|sense|idea|picture|detail|details|overview|summary|description|account))',
    ),
    either(
      'think',
      'about|back|aloud|out loud',
      sequence(
        'of(?= (?:other|another|more)| an? (?:\\w+ ',
        ')?(?:time|moment|example|situation|day|occasion|instance))',
      ),
    ),
    'help (?:me|us)|show (?:me|us)|remind (?:me|us)|speak (?:to|about|more)|fill (?:me|us) in',
    'put into words',
    sequence(
      oneOf('pick|choose|select|draw|sketch|mark|map|find|take|name|list|imagine|read|watch'),
      ' (?:[^ ?.]+ ){1,8}?and (?:then )?(?:{telling}|tell|say|talk|walk|show|write)',
    ),
    '(?:draw|sketch|write)(?= (?:me|us|the|a|an|down|about|your|what|how) )',
    '(?:list|name) (?:some|two|three|a few|as many)',
    '(?:complete|finish) (?:the|this) sentence|put yourself in',
  ],
  'y',
)
const MINDING = compile(
  sequence(
    oneOf(
      '(?:do|would) you mind|how about|are you (?:comfortable|up for|open to)',
      'would you (?:be|feel) (?:comfortable|up for|open to|ok with|okay with|happy)|do you feel like',
    ),
    ' ',
    oneOf(
      'going (?:back )?(?:over|through|to)|thinking (?:aloud|out loud|back)|looking back|exploring',
      'reflecting|unpacking|sketching|recounting|describing|explaining|sharing|elaborating|expanding',
      'outlining|telling (?:me|us)|talking (?:me|us|about|through)|walking (?:me|us)|taking (?:me|us)',
      'saying (?:more|a (?:bit|little))|giving (?:me|us|an example)',
    ),
  ),
  'y',
)
const WONDERING = compile(
  [
    sequence(
      '(?:(?:i|we) (?:am |are |was )?(?:{adverb} )?|am )?(?:wonder|wondering|curious|interested|intrigued)',
      oneOf(' to (?:know|hear|learn|understand|see|find out)'),
      '?(?: in)?(?: (?:hearing|knowing|learning|understanding))?',
    ),
    sequence(
      '(?:i|we) would (?:be )?(?:{adverb} )?',
      oneOf('like|love|interested|curious|appreciate|value|welcome'),
      '(?: it if you)?(?: to| in)? ',
      oneOf('hear|hearing|know|knowing|learn|learning|understand|understanding|explore|your \\w+'),
    ),
    '(?:can|could|may|might) i (?:hear|know|learn)',
    sequence(
      oneOf(
        'can|could|may|might|do you mind if',
        '(?:is|would) it (?:be )?(?:ok|okay|all right|alright) (?:if|for me to)',
      ),
      ' (?:i )?ask',
    ),
    'help me (?:to )?(?:understand|see|learn|know|get)',
    'it would help(?: me| us)? to (?:hear|know|understand|see)',
    '(?:i|we) (?:want|need) to (?:hear|know|understand)',
  ],
  'y',
)
/** Tasks that ask for an account; a person asked politely to do them may hear a suggestion instead. */
const TASK = compile(
  [
    "let (?:us|me|'s) (?:begin|start|talk|look|explore|hear|go back|think|focus|discuss)|compare",
    'contrast|discuss|predict|interpret|analy[sz]e|imagine|consider|picture|list|identify|define',
  ],
  'y',
)
/** What may stand between the request and what it asks for: "tell me *a little more about*". */
const TOLD = compile(
  either(
    '',
    'me|us|them|through|back|to|with|on|upon|of|for|in|out|more|please|briefly|again|step by step',
    'a (?:bit|little)(?: bit)?(?: more)?|something|some|{adverb}|your own words|detail|hear|know',
    'understand|understanding|see|tell|more specifically|specifically|your (?:partner|group|team)',
    'the (?:group|class|team)|,|:|-|is|how come',
  ),
  'y',
)
const MOST_TOLD = 6

function past(pattern: RegExp, line: string, from: number): number {
  pattern.lastIndex = from
  return pattern.test(line) ? pattern.lastIndex : -1
}

/** Where a request to tell ends that begins at this place of a canonical line, or -1 when none does. */
export function pastRequest(line: string, from: number): number {
  const polite = pastPoliteRequest(line, from)
  if (polite >= 0) return polite
  return Math.max(past(TASK, line, from), past(MINDING, line, from), past(WONDERING, line, from))
}

function pastPoliteRequest(line: string, from: number): number {
  let here = from
  for (let count = 0; count <= MOST_POLITE; count++) {
    const told = past(TELL, line, here)
    if (told >= 0) return told
    const polite = past(POLITE, line, here)
    if (polite < 0) return -1
    here = polite + 1
  }
  return -1
}

/** Where what a request asks for begins, given where the request ends. */
export function pastTold(line: string, from: number): number {
  let here = from
  for (let count = 0; count < MOST_TOLD; count++) {
    const next = past(TOLD, line, here)
    if (next < 0) break
    here = next
  }
  return line[here] === ' ' ? here + 1 : here
}
