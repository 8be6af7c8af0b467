/**
 * The reading of a text: paragraphs, words, sentences, quotations. Everything here is one pass over the characters;
 * a paragraph has a greatest length, so that no input, however long its lines, can make a later step slow.
 */

export type TokenKind = 'word' | 'number' | 'mark'

export interface Token {
  kind: TokenKind
  /** UTF-16 offsets into the whole text: `text.slice(start, end)` is what was written. */
  start: number
  end: number
  /** Lower case, with plain apostrophes and contractions spelled out: "n't" is `not`, "'re" is `are`; an unclear "'s" stays `'s`. */
  norm: string
  /** Written without a space after the token before: the `task` of `off-task`, the `n't` of `didn't`, most marks. */
  joined: boolean
  /** The first letter is a capital. */
  capital: boolean
  /** Inside quotation marks (the marks too): somebody's words, so data. */
  quoted: boolean
}

/** A run of tokens, `from` included and `to` excluded. */
export interface Range {
  from: number
  to: number
}

export interface Passage {
  text: string
  tokens: Token[]
  sentences: Range[]
}

/** The greatest length of a paragraph in UTF-16 units; a longer one is cut at a space. */
const LONGEST = 16_384
/** No English word is longer; what is (a hash, a URL, noise) keeps an empty `norm` and so matches nothing. */
const LONGEST_WORD = 40

const LETTER = 1
const DIGIT = 2
const SPACE = 3
const MARK = 4

const ASCII_CLASS = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code)
  if (/[A-Za-z_]/.test(char)) return LETTER
  if (/[0-9]/.test(char)) return DIGIT
  return code <= 32 || code === 127 ? SPACE : MARK
})

const WIDE_LETTER = /^[\p{L}\p{M}\p{Cs}\p{So}\p{Sk}\p{Cf}]/u
const WIDE_DIGIT = /^\p{N}/u
const WIDE_SPACE = /^[\s\p{Cc}]/u

function classOf(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < 128) return ASCII_CLASS[code] ?? MARK
  // A surrogate half stands for an emoji or a rare script: part of a word, never cut from its other half.
  if (code >= 0xd800 && code <= 0xdfff) return LETTER
  const char = text[at] ?? ''
  if (WIDE_SPACE.test(char)) return SPACE
  if (WIDE_DIGIT.test(char)) return DIGIT
  return WIDE_LETTER.test(char) ? LETTER : MARK
}

/** Cuts a text into paragraphs, each no longer than `LONGEST`: a quotation that never closes can reach no further. */
export function* paragraphs(text: string): Generator<{ start: number; end: number }> {
  let start = 0
  while (start < text.length) {
    const end = paragraphEnd(text, start)
    yield { start, end }
    start = end
  }
}

function paragraphEnd(text: string, start: number): number {
  const limit = Math.min(text.length, start + LONGEST)
  let blank = true
  let space = -1
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at)
    if (code === 10) {
      if (blank && at > start) return at + 1
      blank = true
    } else if (code > 32) blank = false
    if (code <= 32) space = at
  }
  if (limit === text.length) return limit
  if (space > start) return space + 1
  const code = text.charCodeAt(limit)
  return code >= 0xdc00 && code <= 0xdfff ? limit - 1 : limit
}

/** Reads one stretch of a text into tokens and sentences, with quotations marked. */
export function readPassage(text: string, start = 0, end = text.length): Passage {
  const tokens = tokenize(text, start, end)
  markQuotations(text, tokens)
  return { text, tokens, sentences: sentencesOf(text, tokens) }
}

/** Cuts a stretch of text into words, numbers and marks; spaces are left out. */
export function tokenize(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = []
  let at = start
  let spaced = true
  while (at < end) {
    const kind = classOf(text, at)
    if (kind === SPACE) {
      spaced = true
      at++
      continue
    }
    if (kind === LETTER) {
      const to = wordEnd(text, at, end)
      pushWord(tokens, text, at, to, !spaced)
      at = to
    } else if (kind === DIGIT) {
      const to = numberEnd(text, at, end)
      tokens.push(token('number', text, at, to, !spaced))
      at = to
    } else if (!spaced && isHyphen(text, at, end)) {
      at++
    } else {
      tokens.push(token('mark', text, at, at + 1, !spaced))
      at++
    }
    spaced = false
  }
  return tokens
}

function token(kind: TokenKind, text: string, start: number, end: number, joined: boolean): Token {
  const norm = end - start > LONGEST_WORD ? '' : text.slice(start, end).toLowerCase()
  return { kind, start, end, norm, joined, capital: false, quoted: false }
}

/** A hyphen inside a compound is no token: `off-task` reads as `off task`, the second word joined to the first. */
function isHyphen(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at)
  if (code !== 45 && code !== 0x2010 && code !== 0x2011) return false
  return at + 1 < end && classOf(text, at + 1) === LETTER && classOf(text, at - 1) !== MARK
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019 || code === 0x2bc
}

function wordEnd(text: string, start: number, end: number): number {
  let at = start + 1
  while (at < end) {
    const kind = classOf(text, at)
    if (kind === LETTER || kind === DIGIT) at++
    else if (isApostrophe(text.charCodeAt(at)) && at + 1 < end && classOf(text, at + 1) === LETTER) at += 2
    else break
  }
  return at
}

/** A number keeps its separators and its unit: 10:42, 1,200.5, 4/22, 30s, 90%. */
function numberEnd(text: string, start: number, end: number): number {
  let at = start + 1
  while (at < end) {
    const kind = classOf(text, at)
    const char = text[at] ?? ''
    if (kind === LETTER || kind === DIGIT) at++
    else if ('.,:/'.includes(char) && at + 1 < end && classOf(text, at + 1) === DIGIT) at += 2
    else if (char === '%' || char === '°') return at + 1
    else break
  }
  return at
}

const CLITICS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "'s": "'s",
    "'re": 'are',
    "'m": 'am',
    "'ve": 'have',
    "'ll": 'will',
    "'d": 'would',
    "n't": 'not',
  }),
)
const IRREGULAR_STEMS: ReadonlyMap<string, string> = new Map(
  Object.entries({ ca: 'can', wo: 'will', sha: 'shall', ai: 'is' }),
)
/** Hasty notes leave the apostrophe out. */
const BARE_NEGATIONS = new Set(
  'didnt dont doesnt isnt wasnt cant couldnt wouldnt wont werent arent havent hasnt hadnt shouldnt'.split(
    ' ',
  ),
)

function pushWord(tokens: Token[], text: string, start: number, end: number, joined: boolean): void {
  const word = token('word', text, start, end, joined)
  const first = text.charCodeAt(start)
  word.capital = first < 128 ? first >= 65 && first <= 90 : text[start] !== text[start]?.toLowerCase()
  tokens.push(word)
  const cut = cliticStart(word.norm)
  if (cut <= 0) return
  const suffix = word.norm.slice(cut).replace(/[\u2019\u02bc]/, "'")
  const stem = word.norm.slice(0, cut)
  const clitic = token('word', text, start + cut, end, true)
  clitic.norm = suffix === 'nt' ? 'not' : (CLITICS.get(suffix) ?? suffix)
  word.end = start + cut
  word.norm = clitic.norm === 'not' ? (IRREGULAR_STEMS.get(stem) ?? stem) : stem
  tokens.push(clitic)
}

/** Where the contracted part of a word begins, or 0 when the word is whole. */
function cliticStart(norm: string): number {
  if (norm === 'cannot') return 3
  if (BARE_NEGATIONS.has(norm)) return norm.length - 2
  for (let back = 2; back <= 3 && back < norm.length; back++) {
    const at = norm.length - back
    if (!isApostrophe(norm.charCodeAt(at))) continue
    const negated = back === 2 && norm.endsWith('t') && norm[at - 1] === 'n'
    return negated ? at - 1 : at
  }
  return 0
}

const CLOSERS: Record<string, string> = {
  '"': '"',
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '‘': '’',
  "'": "'’",
  '`': "'`",
  '「': '」',
}

/**
 * Marks the tokens inside quotations. A quotation that never closes runs to the end of its line, so a forgotten
 * mark hides one line at most; a single quotation mark that never closes is an apostrophe.
 */
function markQuotations(text: string, tokens: Token[]): void {
  const last = lastClosers(text, tokens)
  let at = 0
  while (at < tokens.length) {
    const mark = tokens[at] as Token
    const closers = mark.kind === 'mark' ? CLOSERS[mark.norm] : undefined
    at = closers !== undefined && opens(text, mark) ? markFrom(text, tokens, at, closers, last) : at + 1
  }
}

function markFrom(
  text: string,
  tokens: Token[],
  open: number,
  closers: string,
  last: Map<string, number>,
): number {
  const mark = tokens[open] as Token
  const closes = [...closers].some((closer) => (last.get(closer) ?? -1) > open)
  const single = mark.norm === "'" || mark.norm === '`' || mark.norm === '‘'
  const introduced = /[,:]/.test(tokens[open - 1]?.norm ?? '')
  if (!closes && single && !introduced) return open + 1
  let at = open
  for (; at < tokens.length; at++) {
    const here = tokens[at] as Token
    if (!closes && at > open && startsLine(text, tokens, at)) return at
    here.quoted = true
    if (closes && at > open && here.kind === 'mark' && closers.includes(here.norm) && ends(text, here))
      return at + 1
  }
  return at
}

function lastClosers(text: string, tokens: Token[]): Map<string, number> {
  const last = new Map<string, number>()
  for (let at = 0; at < tokens.length; at++) {
    const here = tokens[at] as Token
    if (here.kind === 'mark' && ends(text, here)) last.set(here.norm, at)
  }
  return last
}

/** An opening mark stands before a word and after a space or another mark: the 12" of a length opens nothing. */
function opens(text: string, mark: Token): boolean {
  if (mark.norm === '“' || mark.norm === '„' || mark.norm === '«' || mark.norm === '‹') return true
  const after = mark.end < text.length ? classOf(text, mark.end) : SPACE
  if (after === SPACE) return false
  const before = mark.start > 0 ? classOf(text, mark.start - 1) : SPACE
  return before === SPACE || before === MARK
}

function ends(text: string, mark: Token): boolean {
  if (mark.norm === '"') return mark.start === 0 || classOf(text, mark.start - 1) !== SPACE
  const after = mark.end < text.length ? classOf(text, mark.end) : SPACE
  return after !== LETTER && after !== DIGIT
}

function startsLine(text: string, tokens: Token[], at: number): boolean {
  const here = tokens[at] as Token
  if (here.joined) return false
  for (let back = here.start - 1; back >= 0; back--) {
    const code = text.charCodeAt(back)
    if (code === 10 || code === 13) return true
    if (code > 32) return false
  }
  return true
}

const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof st sr jr vs etc e.g i.e approx min mins hr hrs sec secs no pt pts fig dept rm wk yr a.m p.m'.split(
    ' ',
  ),
)

/** Whether a full stop after this token belongs to it: `Mr.`, an initial, `e.g.`. */
function isAbbreviation(before: Token | undefined): boolean {
  if (before?.kind !== 'word') return false
  return ABBREVIATIONS.has(before.norm) || (before.norm.length === 1 && before.norm !== 'i')
}

/** Sentences end at `.`, `!`, `?`, `…` or `;` outside quotations, and where a line begins like a new one. */
function sentencesOf(text: string, tokens: Token[]): Range[] {
  const sentences: Range[] = []
  let from = 0
  for (let at = 0; at < tokens.length; at++) {
    const here = tokens[at] as Token
    if (at > from && beginsSentence(text, tokens, at)) {
      sentences.push({ from, to: at })
      from = at
    }
    if (here.kind !== 'mark' || here.quoted || !'.!?…;'.includes(here.norm)) continue
    const next = tokens[at + 1]
    if (next === undefined || (next.joined && !next.quoted)) continue
    if (here.norm === '.' && isAbbreviation(tokens[at - 1])) continue
    sentences.push({ from, to: at + 1 })
    from = at + 1
  }
  if (from < tokens.length) sentences.push({ from, to: tokens.length })
  return sentences
}

function beginsSentence(text: string, tokens: Token[], at: number): boolean {
  const here = tokens[at] as Token
  const before = tokens[at - 1]
  if (here.quoted && before?.quoted) return false
  if (before?.quoted && !here.quoted && here.capital && endsInside(tokens, at - 1)) return true
  const likely = here.capital || here.kind === 'number' || '-*•#>–—'.includes(here.norm[0] ?? 'x')
  return likely && startsLine(text, tokens, at)
}

/** The quotation that ends here holds its own full stop: “… done.” The next capital begins a sentence. */
function endsInside(tokens: Token[], at: number): boolean {
  const mark = tokens[at]
  const stop = tokens[at - 1]
  return mark?.kind === 'mark' && stop?.quoted === true && stop.kind === 'mark' && '.!?…'.includes(stop.norm)
}
