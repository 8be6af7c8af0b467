import type { Range, Token } from '../text.ts'
import { compile } from './grammar.ts'

/** How a sentence asks: by a question word, by a verb put first, by a request to tell, or not at all. */
export type Head = 'wh' | 'aux' | 'telling' | 'statement'

/** A sentence as the rules see it. All positions but those that `span` returns are offsets into `line`. */
export interface Reading {
  /**
   * The canonical form: lower case, one space between words and marks, contractions spelled out ("didn't you" is
   * `did not you`), and a lone `"` for each quotation, since quoted words are data.
   */
  line: string
  head: Head
  /** Where the question itself begins, after "So, when the group went quiet,". */
  opening: number
  /** Where what is asked begins: after "Can you tell me", else the opening. */
  asked: number
  /** Where clauses begin: the opening, what is asked, every further clause, every 'why'. */
  clauses: number[]
  /** The commas and conjunctions before further clauses. */
  joints: number[]
  /** Ends with a question mark. */
  marked: boolean
  /** The place of `line.slice(from, to)` in the original text, as UTF-16 offsets. */
  span(from: number, to: number): { start: number; end: number }
  /** Where in the line the token stands that begins at this offset of the original text; nowhere in another sentence. */
  position(start: number): number | undefined
}

const FILLER = compile(
  '(?:so|and|but|or|ok|okay|well|now|then|great|thanks|thank you|right|hmm|um|uh|also|alright|all right|hi|hello|hey|first|firstly|second|finally|lastly|next|yes|yeah|no|oh|ah|sorry|again|anyway|just|still|plus|good|interesting|i see|for example|for instance|by the way|out of curiosity|in your (?:view|opinion|experience|own words)|if i may ask|\\d+|[a-e])(?: [,.:)-])?|["*#>,.:;()\\[\\]•–—-]+',
  'y',
)

const WH = compile(
  "(?:(?:in|to|at|on|for|from|by|with|of|about|under|during|through|against|over|into) )?{wh}(?: ever)?|how come|what 's",
  'y',
)
/** 'when' and its like begin a subordinate clause when a subject follows straight away, or a verb in -ing. */
const SUBORDINATE = compile(
  '(?:when|where|while|whenever|wherever|if|as|after|before|since|once|because|although|though|given|looking|thinking|based|considering|regarding|in|during|at|on|for|with|from|by|to|suppose|imagine|think about|picture|remember|consider|reflect on|think back|now that)(?= )(?! (?:{aux}|{wh}|ever) )',
  'y',
)
const CLEFT = compile('(?:what|how|why) (?:i|you|we|they|he|she|it|your|the|this|that)', 'y')
const AUX = compile('(?!\'s)(?:{aux})(?: not)? [\\w"-]+', 'y')
const AUX_SUBJECT = compile('{aux}(?: not)? (?:{pronoun}|{determiner})', 'y')
const WH_INVERTED = compile(
  '{wh}(?: else| exactly| specifically| \\w+)? {aux}(?: not)? (?:{pronoun}|{determiner})',
  'g',
)
const WH_SUBJECT_LATE = compile('(?:who|which|where|when|whose) {aux} (?:{pronoun}|{determiner})', 'y')

const POLITE =
  '(?:(?:can|could|would|will|may|might) (?:you|we|i|someone|anyone|one of you)|(?:(?:perhaps|maybe) )?you (?:could|can|might)|please|do|let us|let me|i (?:would|want|need|wanted|was hoping|hope)(?: really| just)?(?: (?:like|love))?(?: for)?(?: you)?(?: to)?|would you (?:mind|like to|be (?:willing|able|open|happy|comfortable) to|care to)|are you (?:able|willing|happy|ready|comfortable) to|if you (?:can|could|would|do not mind)|do you (?:mind|want to)(?: if i)?|i (?:am |was )?wonder(?:ing)? (?:if|whether) you (?:can|could|would|might)|is it (?:ok|okay|all right|alright) if (?:i|we)|would it be (?:ok|okay|all right|alright) (?:if (?:i|you|we)|to)|take (?:a (?:moment|minute)|a few (?:moments|minutes)|some time|your time)(?: to| and)?|it would help(?: me)?(?: to)?|help (?:me|us)(?: to)?|start by|begin by|try to|go ahead and|mind if i|feel free to)'
const TELL =
  '(?:describe|explain|share|elaborate|expand|outline|clarify|illustrate|summari[sz]e|unpack|recount|narrate|recap|reflect|recall|tell (?:me|us|the (?:group|class)|your (?:partner|group))|talk (?:me|us|about|to (?:me|us)|more|a (?:bit|little)|through)|walk (?:me|us|through)|take (?:me|us)|say (?:more|a (?:bit|little)|something|what|how)|give (?:me|us|an example|some examples?|examples?|another example|more detail)|think (?:about|of a time|of an example|back|aloud|out loud)|(?:help )(?:me|us)|show (?:me|us)|paint|remind (?:me|us)|speak (?:to|about|more)|fill (?:me|us) in|put into words)'
const MINDING =
  '(?:(?:do|would) you mind|how about|are you comfortable|would you be comfortable) (?:describing|explaining|sharing|elaborating|expanding|outlining|telling (?:me|us)|talking (?:me|us|about|through)|walking (?:me|us)|taking (?:me|us)|saying (?:more|a (?:bit|little))|giving (?:me|us|an example))'
const WONDERING =
  '(?:(?:i|we) (?:am |are |was )?(?:{adverb} )?|am )?(?:wonder|wondering|curious|interested|intrigued)(?: to (?:know|hear|learn|understand|see|find out))?(?: in)?(?: (?:hearing|knowing|learning|understanding))?|(?:i|we) would (?:be )?(?:{adverb} )?(?:like|love|interested|curious|appreciate|value|welcome)(?: it if you)?(?: to| in)? (?:hear|hearing|know|knowing|learn|learning|understand|understanding|explore|your \\w+)|(?:can|could|may|might|do you mind if|(?:is|would) it (?:be )?(?:ok|okay|all right|alright) (?:if|for me to)) (?:i )?ask|help me (?:to )?(?:understand|see|learn|know|get)|it would help(?: me| us)? to (?:hear|know|understand|see)|(?:i|we) (?:want|need) to (?:hear|know|understand)'
const TELLING = `(?:(?:${POLITE} (?:(?:{adverb}) ){0,2}){0,3}${TELL}|${MINDING}|${WONDERING})`
const TELLING_AT = compile(TELLING, 'y')
const TOLD = compile(
  '(?: (?:me|us|them|through|back|to|with|on|upon|of|for|in|about|out|more|please|briefly|again|step by step|a (?:bit|little)(?: bit)?(?: more)?|something|some|{adverb}|your own words|detail|hear|know|understand|understanding|see|tell|more specifically|specifically|your (?:partner|group|team)|the (?:group|class|team)|,|:|-|is|how come))',
  'y',
)
/** Requests by which a scene is set; the question itself may come after. */
const SCENE = compile(
  '(?:think (?:about|of|back)|imagine|picture|consider|reflect|recall|remember|suppose|let us|take|i (?:am |was )?(?:wonder|wondering|curious|interested)|looking)',
  'y',
)

const JOINT = compile(
  '(?:,|and|or|but|then|so|plus|:|-|–|—|\\()(?: (?:,|and|or|but|then|so|also|if (?:so|not|yes|no)|again)){0,3}(?= (?:{wh}|{aux}) )',
  'g',
)
const WHY = compile('why|how come', 'g')
const SEPARATOR = / [,:)–—-] /g

function at(pattern: RegExp, line: string, from: number): boolean {
  pattern.lastIndex = from
  return pattern.test(line)
}

/** Where the pattern's match ends that begins at `from`; `from` itself when there is none. */
function past(pattern: RegExp, line: string, from: number): number {
  pattern.lastIndex = from
  if (!pattern.test(line)) return from
  return pattern.lastIndex
}

function skipSpace(line: string, from: number): number {
  return line[from] === ' ' ? from + 1 : from
}

/** Reads one sentence of a passage. */
export function readSentence(tokens: readonly Token[], sentence: Range): Reading {
  const starts: number[] = []
  const line = canonical(tokens, sentence, starts)
  const { head, opening } = findOpening(line)
  const asked = head === 'telling' ? pastTelling(line, opening) : opening
  const joints: number[] = []
  const clauses = [opening]
  if (asked !== opening) clauses.push(asked)
  collect(JOINT, line, opening, (from, to) => {
    joints.push(from)
    clauses.push(to + 1)
  })
  collect(WHY, line, opening, (from) => clauses.push(from))
  return {
    line,
    head,
    opening,
    asked,
    clauses,
    joints,
    marked: line.includes('?', line.length - 3),
    span: (from, to) => spanOf(tokens, sentence, starts, from, to),
    position: (start) => starts.find((_, index) => tokens[sentence.from + index]?.start === start),
  }
}

function collect(
  pattern: RegExp,
  line: string,
  from: number,
  take: (from: number, to: number) => void,
): void {
  pattern.lastIndex = from
  for (let found = pattern.exec(line); found !== null; found = pattern.exec(line)) {
    take(found.index, pattern.lastIndex)
  }
}

function canonical(tokens: readonly Token[], sentence: Range, starts: number[]): string {
  let line = ''
  let hyphen = false
  for (let index = sentence.from; index < sentence.to; index++) {
    const token = tokens[index] as Token
    if (token.quoted && index > sentence.from && tokens[index - 1]?.quoted) {
      starts.push(line.length - 1)
      continue
    }
    const compound: boolean =
      token.joined && (hyphen || (token.norm === '-' && tokens[index + 1]?.joined === true))
    if (line !== '' && !compound) line += ' '
    starts.push(line.length)
    line += token.quoted ? '"' : token.norm === 'cannot' ? 'can not' : token.norm
    hyphen = token.norm === '-' && compound
  }
  return line
}

function spanOf(tokens: readonly Token[], sentence: Range, starts: number[], from: number, to: number) {
  let first = sentence.from
  let last = sentence.from
  for (let index = 0; index < starts.length; index++) {
    const start = starts[index] as number
    if (start <= from) first = sentence.from + index
    if (start < to) last = sentence.from + index
  }
  return { start: (tokens[first] as Token).start, end: (tokens[last] as Token).end }
}

/** The greatest number of words taken for greetings and fillers before a question. */
const FILLERS = 6

function skipFillers(line: string, from: number): number {
  let here = from
  for (let count = 0; count < FILLERS; count++) {
    const next = past(FILLER, line, here)
    if (next === here || next >= line.length) break
    here = skipSpace(line, next)
  }
  return here
}

function headAt(line: string, from: number): Head | undefined {
  if (at(TELLING_AT, line, from)) return 'telling'
  if (at(WH, line, from)) return 'wh'
  return undefined
}

function findOpening(line: string): { head: Head; opening: number } {
  const start = skipFillers(line, 0)
  const first = headAt(line, start) ?? (at(AUX, line, start) ? 'aux' : undefined)
  const preamble =
    first === undefined || at(SUBORDINATE, line, start) || at(CLEFT, line, start) || at(SCENE, line, start)
  if (!preamble) return { head: first, opening: start }
  const cleft = at(CLEFT, line, start)
  return laterOpening(line, start) ?? { head: cleft ? 'statement' : (first ?? 'statement'), opening: start }
}

/** The question that follows a preamble: after a comma, a colon or a dash, or an inverted clause without any. */
function laterOpening(line: string, start: number): { head: Head; opening: number } | undefined {
  let relative: { head: Head; opening: number } | undefined
  SEPARATOR.lastIndex = start
  for (let found = SEPARATOR.exec(line); found !== null; found = SEPARATOR.exec(line)) {
    SEPARATOR.lastIndex--
    const opening = skipFillers(line, found.index + 3)
    const head = headAt(line, opening) ?? (at(AUX_SUBJECT, line, opening) ? 'aux' : undefined)
    if (head === undefined) continue
    const free = /^(?:who|which|where|when|whose) /.test(line.slice(opening, opening + 6))
    if (!free || at(WH_SUBJECT_LATE, line, opening)) return { head, opening }
    relative ??= { head, opening }
  }
  if (relative !== undefined) return relative
  WH_INVERTED.lastIndex = start
  const inverted = WH_INVERTED.exec(line)
  return inverted === null ? undefined : { head: 'wh', opening: inverted.index }
}

function pastTelling(line: string, opening: number): number {
  let here = past(TELLING_AT, line, opening)
  for (let count = 0; count < FILLERS; count++) {
    const next = past(TOLD, line, here)
    if (next === here) break
    here = next
  }
  return skipSpace(line, here)
}
