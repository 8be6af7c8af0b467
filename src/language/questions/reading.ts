import type { Range, Token } from '../text.ts'
import { compile, lettersOf, oneOf, sequence } from './grammar.ts'
import { pastRequest, pastTold } from './request.ts'

/** How a sentence asks: by a question word, by a verb put first, by a request to tell, or not at all. */
export type Head = 'wh' | 'aux' | 'telling' | 'statement'

/** A place in a line, and the word that begins there, without its letters. */
export interface Clause {
  at: number
  word: string
}

/** A sentence as the rules see it. All positions but those that `span` returns are offsets into `line`. */
export interface Reading {
  /**
   * The canonical form: lower case, one space between words and marks, contractions spelled out ("didn't you"
   * is `did not you`), a lone `"` for each quotation, since quoted words are data, and before each word the
   * letters of its classes (`Vdid Bnot Pyou`).
   */
  line: string
  /** The words of the line, without letters, and the letters of their classes. */
  words: ReadonlySet<string>
  head: Head
  /** Where the question itself begins, after "So, when the group went quiet,". */
  opening: number
  /** The opening; after "Can you tell me" also where what is asked begins. */
  openings: Clause[]
  /** The openings, every further clause, every 'why'. */
  clauses: Clause[]
  /** The commas and conjunctions before further clauses. */
  joints: Clause[]
  /** Ends with a question mark. */
  marked: boolean
  /** The place of `line.slice(from, to)` in the original text, as UTF-16 offsets. */
  span(from: number, to: number): { start: number; end: number }
  /**
   * Where in the line the token stands that begins at this offset of the original text; nowhere in another
   * sentence.
   */
  position(start: number): number | undefined
}

const FILLER = compile(
  [
    sequence(
      oneOf(
        'look|listen|wait|come on|excuse me|honestly|seriously|frankly|exactly|precisely|tell me|i mean',
        'guys|folks|everyone',
      ),
      ' [,:–—-]',
    ),
    '(?:exactly|precisely)(?= (?:what|which|how|when|who|why|where))',
    sequence(
      oneOf(
        'so|and|but|or|ok|okay|well|now|then|great|thanks|thank you|right|hmm|um|uh|also|alright|all right',
        'hi|hello|hey|first|firstly|second|finally|lastly|next|yes|yeah|no|oh|ah|sorry|again|anyway|just',
        'still|plus|good|interesting|i see|for example|for instance|by the way|out of curiosity',
        'in your (?:view|opinion|experience|own words)|if i may ask|\\d+|[a-e]',
      ),
      '(?: [,.:)-])?',
    ),
    '["*#>,.:;()\\[\\]•–—-]+',
  ],
  'y',
)

const WH = compile(
  [
    sequence(
      oneOf(
        sequence(
          oneOf(
            'in|to|at|on|for|from|by|with|of|about|under|during|through|against|over|into|since|until',
            'within',
          ),
          ' ',
        ),
      ),
      '?{wh}(?: ever)?',
    ),
    'how come',
  ],
  'y',
)
/** 'when' and its like begin a subordinate clause when a subject follows straight away, or a verb in -ing. */
const SUBORDINATE = compile(
  sequence(
    oneOf(
      'when|where|while|whenever|wherever|if|as|after|before|since|once|because|although|though|given',
      'looking|thinking|based|considering|regarding|in|during|at|on|for|with|from|by|to|suppose|imagine',
      'think about|picture|remember|consider|reflect on|think back|now that',
    ),
    '(?= )(?! (?:{aux}|{wh}|ever) )',
  ),
  'y',
)
const CLEFT = compile(
  '(?:what|how|why) (?!the (?:hell|heck|devil) )(?:i|you|we|they|he|she|it|your|the|this|that)',
  'y',
)
const AUX = compile('(?!\'s)(?:{aux})(?: not)? [\\w"-]+', 'y')
const AUX_SUBJECT = compile('{aux}(?: not)? (?:{pronoun}|{determiner})', 'y')
const WH_INVERTED = compile(
  '{wh}(?: else| exactly| specifically| \\w+)? {aux}(?: not)? (?:{pronoun}|{determiner})',
  'g',
)
/** Words that may begin a relative clause as well as a question. */
const RELATIVE = compile('who|which|where|when|whose', 'y')
const WH_SUBJECT_LATE = compile('(?:who|which|where|when|whose) {aux} (?:{pronoun}|{determiner})', 'y')

/** Requests by which a scene is set; the question itself may come after. */
const SCENE = compile(
  oneOf(
    "think (?:about|of|back)|imagine|picture|consider|reflect|recall|remember|suppose|let (?:us|'s)",
    'take|i (?:am |was )?(?:wonder|wondering|curious|interested)|looking',
  ),
  'y',
)

const JOINT = compile(
  sequence(
    '(?:,|and|or|but|then|so|plus|:|-|–|—|\\()',
    oneOf(' (?:,|and|or|but|then|so|also|if (?:so|not|yes|no)|again)'),
    '{0,3}(?= (?:{wh}|{aux}) )',
  ),
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
  const words = new Set<string>()
  const line = canonical(tokens, sentence, starts, words)
  const { head, opening } = findOpening(line)
  const openings = [clauseAt(line, opening)]
  if (head === 'telling') openings.push(clauseAt(line, pastTold(line, pastRequest(line, opening))))
  const joints: Clause[] = []
  const clauses = [...openings]
  collect(JOINT, line, opening, (from, to) => {
    joints.push(clauseAt(line, from))
    clauses.push(clauseAt(line, to + 1))
  })
  collect(WHY, line, opening, (from) => clauses.push(clauseAt(line, from)))
  return {
    line,
    words,
    head,
    opening,
    openings,
    clauses,
    joints,
    marked: endsWithMark(tokens, sentence),
    span: (from, to) => spanOf(tokens, sentence, starts, from, to),
    position: (start) => starts.find((_, index) => tokens[sentence.from + index]?.start === start),
  }
}

const WORD = /[a-z'-]+/y

function clauseAt(line: string, at: number): Clause {
  let from = at
  while (isCapital(line.charCodeAt(from))) from++
  WORD.lastIndex = from
  return { at, word: WORD.exec(line)?.[0] ?? '' }
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90
}

/** No question has more clauses; a sentence that has is noise, and only so many are looked at. */
const MOST_CLAUSES = 12

function collect(
  pattern: RegExp,
  line: string,
  from: number,
  take: (from: number, to: number) => void,
): void {
  pattern.lastIndex = from
  for (let count = 0; count < MOST_CLAUSES; count++) {
    const found = pattern.exec(line)
    if (found === null) return
    take(found.index, pattern.lastIndex)
  }
}

/** No question that a person asks is longer; of a longer sentence the beginning is read. */
const LONGEST = 1_000

function canonical(tokens: readonly Token[], sentence: Range, starts: number[], words: Set<string>): string {
  let line = ''
  let last = ''
  let index = sentence.from
  while (index < sentence.to && line.length < LONGEST) {
    const end = endOfWord(tokens, index, sentence.to)
    if (line !== '') line += ' '
    const first = tokens[index] as Token
    const written = first.quoted ? '"' : wordOf(tokens, index, end)
    const word = written === "'s" && BEFORE_IS.has(last) ? 'is' : written
    last = word
    for (let part = index; part < end; part++) starts.push(line.length)
    const letters = lettersOf(word)
    line += letters + word
    words.add(word)
    for (const letter of letters) words.add(letter)
    index = end
  }
  return line
}

/** Words after which "'s" is 'is': elsewhere it may be a possessive. */
const BEFORE_IS = new Set('it he she that this there what who where how when why'.split(' '))

/** A quotation counts as one word, and so do the parts of 'off-task', whose hyphen is no token. */
function endOfWord(tokens: readonly Token[], from: number, to: number): number {
  let end = from + 1
  if (tokens[from]?.quoted) {
    while (end < to && tokens[end]?.quoted) end++
    return end
  }
  while (end < to && isHyphened(tokens[end - 1] as Token, tokens[end] as Token)) end++
  return end
}

function isHyphened(before: Token, here: Token): boolean {
  return here.joined && here.kind === 'word' && here.start > before.end
}

function wordOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ norm }) => norm)
    .join('-')
}

/** A bracket, a quotation or another mark may stand after the question mark. */
function endsWithMark(tokens: readonly Token[], { from, to }: Range): boolean {
  for (let index = to - 1; index >= from && tokens[index]?.kind === 'mark'; index--) {
    if (tokens[index]?.norm === '?' && !tokens[index]?.quoted) return true
  }
  return false
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
  if (pastRequest(line, from) >= 0) return 'telling'
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

/**
 * The question that follows a preamble: after a comma, a colon or a dash, or an inverted clause without any.
 */
function laterOpening(line: string, start: number): { head: Head; opening: number } | undefined {
  let relative: { head: Head; opening: number } | undefined
  SEPARATOR.lastIndex = start
  for (let found = SEPARATOR.exec(line); found !== null; found = SEPARATOR.exec(line)) {
    SEPARATOR.lastIndex--
    const opening = skipFillers(line, found.index + 3)
    const head = headAt(line, opening) ?? (at(AUX_SUBJECT, line, opening) ? 'aux' : undefined)
    if (head === undefined) continue
    if (!at(RELATIVE, line, opening) || at(WH_SUBJECT_LATE, line, opening)) return { head, opening }
    relative ??= { head, opening }
  }
  if (relative !== undefined) return relative
  WH_INVERTED.lastIndex = start
  const inverted = WH_INVERTED.exec(line)
  return inverted === null ? undefined : { head: 'wh', opening: inverted.index }
}
