/** The checker for notes: walks each sentence once, and at each word asks the lexicon which terms begin there. */

import { withoutAllowed, withoutMarks } from './allow.ts'
import { conditions } from './conditions.ts'
import { holdsEvidence } from './evidence.ts'
import type { CheckOptions, Finding } from './finding.ts'
import { Lexicon, type LexiconFile, type Term } from './lexicon.ts'
import type { Rule, Stretch } from './rules/family.ts'
import { families } from './rules/index.ts'
import { mindReading } from './rules/mind-reading.ts'
import { unseen } from './rules/unseen.ts'
import { Sentence } from './sentence.ts'
import { ownFeelings, reportedSpeech } from './speech.ts'
import { termsAt } from './terms.ts'
import { paragraphs, readPassage } from './text.ts'
import { words } from './word-lists.ts'

interface Match extends Stretch {
  /** The rule's id. */
  rule: string
}

const rulesById = new Map<string, Rule>(families.map((family) => [family.id, family]))
const finders = families.filter((family) => family.find !== undefined)
const ARTICLES = words('a an the each every this his her their my your our')
/** What is done with a behavior that was agreed on beforehand. */
const COUNTED = words('scored counted recorded coded defined marked')
let shared: Lexicon | undefined

/** The lexicon of all families, read when it is first asked for. */
function sharedLexicon(): Lexicon {
  if (shared === undefined) {
    shared = new Lexicon()
    for (const family of families) shared.addFile(family.id, family.lexicon as LexiconFile)
  }
  return shared
}

const own = new WeakMap<CheckOptions, Lexicon>()

function ownLexicon(options: CheckOptions): Lexicon {
  const known = own.get(options)
  if (known !== undefined) return known
  const lexicon = new Lexicon()
  for (const { term, rule } of options.dictionary?.add ?? []) lexicon.add(term.toLowerCase(), rule)
  const plain = [...(options.terms ?? []), ...(options.names ?? []), ...(options.dictionary?.remove ?? [])]
  for (const term of plain) lexicon.add(term.toLowerCase(), '')
  own.set(options, lexicon)
  return lexicon
}

/**
 * Finds the words of a note that judge, or that are vague where a number belongs. Words in quotation marks and
 * reported speech are data and never found. Findings are in the order of the text and do not overlap.
 */
export function checkNote(text: string, options?: CheckOptions): Finding[] {
  const lexicons = options === undefined ? [sharedLexicon()] : [ownLexicon(options), sharedLexicon()]
  const findings: Finding[] = []
  const unmarked = withoutMarks(text)
  for (const { start, end } of paragraphs(unmarked)) {
    const passage = readPassage(unmarked, start, end)
    const sentences = passage.sentences.map((range) => new Sentence(passage, range))
    const readings = sentences.map((sentence) => read(sentence, lexicons))
    for (const { sentence, matches } of readings)
      for (const match of matches) findings.push(findingOf(sentence, match))
    const weighed = weigh(readings)
    if (weighed !== undefined) findings.push(weighed)
  }
  if (unmarked === text) return findings
  return withoutAllowed(text, findings).map((found) => ({
    ...found,
    words: text.slice(found.start, found.end),
  }))
}

function findingOf(sentence: Sentence, match: Match): Finding {
  const start = sentence.tokens[match.from]?.start ?? 0
  const end = sentence.tokens[match.to - 1]?.end ?? start
  const words = sentence.text.slice(start, end)
  const rule = rulesById.get(match.rule)
  return {
    rule: match.rule,
    severity: rule?.severity ?? 'judgment',
    start,
    end,
    words,
    why: (rule?.why ?? '').replaceAll('{words}', () => words),
    ask: (rule?.ask ?? '').replaceAll('{words}', () => words),
  }
}

/** What one sentence was found to hold. */
interface Reading {
  sentence: Sentence
  matches: readonly Match[]
  /** Fixed phrases, literal senses and the user's own terms: named things, so no opinion. */
  plain: readonly Stretch[]
  reported: readonly Stretch[]
  /** The writer tells a feeling of their own. */
  own: boolean
}

/** The longest term at each word, save those inside a fixed phrase, a quotation or reported speech. */
function read(sentence: Sentence, lexicons: readonly Lexicon[]): Reading {
  const found: Match[] = []
  const plain: Stretch[] = []
  for (let at = sentence.from; at < sentence.to; at++) {
    const token = sentence.tokens[at]
    if (token === undefined || token.quoted || token.kind === 'mark') continue
    for (const lexicon of lexicons) {
      for (const { term, to } of termsAt(sentence, at, lexicon)) {
        if (term.rule === '') plain.push({ from: at, to })
        else if (isMeant(sentence, term, at, to)) found.push({ rule: term.rule, from: at, to })
      }
    }
  }
  for (const { id, find } of finders) {
    for (const { from, to } of find?.(sentence) ?? []) found.push({ rule: id, from, to })
  }
  const defined = definedTerm(sentence)
  if (defined !== undefined) plain.unshift(defined)
  const reported = reportedSpeech(sentence)
  found.sort((a, b) => a.from - b.from)
  const meant = withoutOwn(sentence, found)
  const matches = withoutOverlaps(outside(reported, outside(plain, meant)))
  return { sentence, matches, plain, reported, own: meant.length < found.length }
}

/** The matches without those on a feeling that the writer tells of themself. */
function withoutOwn(sentence: Sentence, found: Match[]): Match[] {
  const own = found.length === 0 ? found : ownFeelings(sentence)
  if (own.length === 0) return found
  const feelings = new Set(found.filter(({ rule }) => rule === mindReading.id).map(({ from }) => from))
  const others = new Set(outside(own, found))
  return found.filter((match) => others.has(match) || !feelings.has(match.from))
}

/** Holds a word of English grammar or for people: a name, a list or noise says nothing that could be an opinion. */
function speaksEnglish(sentence: Sentence): boolean {
  for (let at = sentence.from; at < sentence.to; at++) {
    if (sentence.tokens[at]?.joined) continue
    if (
      sentence.is(at, 'function') ||
      sentence.is(at, 'persons') ||
      sentence.is(at, 'people') ||
      sentence.is(at, 'doings')
    )
      return true
  }
  return false
}

/** 'Off-task: eyes away from the page', 'aggression is scored when …': what a term stands for, and no use of it. */
function definedTerm(sentence: Sentence): Stretch | undefined {
  let at = sentence.from + 1
  while (at < sentence.to && sentence.tokens[at]?.kind === 'word' && sentence.tokens[at]?.joined) at++
  const labels = sentence.norm(at) === ':' && sentence.to - at > 3 && !sentence.tokens[at + 1]?.quoted
  const counts = sentence.isBe(at) && COUNTED.has(sentence.norm(at + 1))
  return labels || counts ? { from: sentence.from, to: at } : undefined
}

/** A note of fewer words is a heading or a name; one of more has said something, whatever it is. */
const UNSEEN_WORDS = { least: 3, most: 30 }

/** The finding on a passage in which no word judges and yet nothing was seen or heard. */
function weigh(readings: readonly Reading[]): Finding | undefined {
  const first = readings[0]
  if (first === undefined) return undefined
  let count = 0
  let english = false
  for (const { sentence, matches, plain, reported, own } of readings) {
    for (let at = sentence.from; at < sentence.to; at++) if (sentence.isWord(at)) count++
    english ||= speaksEnglish(sentence)
    const end = sentence.norm(sentence.to - 1)
    if (count > UNSEEN_WORDS.most || reported.length > 0 || own || end === '?' || end === ':')
      return undefined
    if (matches.some(({ rule }) => rulesById.get(rule)?.severity === 'judgment')) return undefined
    if (plain.some(({ to }) => sentence.isContent(to - 1)) || holdsEvidence(sentence)) return undefined
  }
  const { from, to } = first.sentence
  return english && count >= UNSEEN_WORDS.least
    ? findingOf(first.sentence, { rule: unseen.id, from, to })
    : undefined
}

/** The matches that no stretch contains; all are in the order of the sentence. */
function outside(stretches: readonly Stretch[], matches: Match[]): Match[] {
  if (stretches.length === 0) return matches
  let next = 0
  let until = 0
  return matches.filter((match) => {
    for (; next < stretches.length && (stretches[next] as Stretch).from <= match.from; next++) {
      until = Math.max(until, (stretches[next] as Stretch).to)
    }
    return match.to > until
  })
}

/** Of matches that overlap, the one that begins first stays, and of those the longest, and of those the first family's. */
function withoutOverlaps(matches: Match[]): Match[] {
  const kept: Match[] = []
  for (const match of matches) {
    const last = kept.at(-1)
    if (last === undefined || match.from >= last.to) kept.push(match)
    else if (match.from === last.from && match.to > last.to) kept[kept.length - 1] = match
  }
  return kept
}

function isMeant(sentence: Sentence, term: Term, from: number, to: number): boolean {
  if (sentence.isName(from)) return false
  // In a compound the last word decides: 'hard-wired' is not hard, 'over-confident' is confident.
  if (to - from === 1 && sentence.isCompounded(to)) return false
  // 'Each loaf': after an article the word is no verb.
  const noun = to - from === 1 && term.as === 'verb' && ARTICLES.has(sentence.norm(from - 1))
  if (noun && !sentence.isPast(from)) return false
  if (to - from === 1 && term.as === 'verb' && headsNoun(sentence, from)) return false
  if (term.when === undefined) return true
  return conditions[term.when]?.(sentence, from, to) ?? true
}

/** A first word with its verb still to come is no verb itself: 'Suspect was …', 'Thought record returned …'. */
function headsNoun(sentence: Sentence, first: number): boolean {
  if (!sentence.isFirst(first)) return false
  const isVerb = (at: number) => sentence.isAuxiliary(at) || sentence.isPast(at)
  if (isVerb(first + 1)) return true
  return sentence.isContent(first + 1) && !sentence.isPerson(first + 1) && isVerb(first + 2)
}
