/** The checker for notes: walks each sentence once, and at each word asks the lexicon which terms begin there. */

import { allowances, isAllowed } from './allow.ts'
import { conditions } from './conditions.ts'
import type { CheckOptions, Finding } from './finding.ts'
import { Lexicon, type LexiconFile, standsFor, type Term } from './lexicon.ts'
import type { Rule, Stretch } from './rules/family.ts'
import { families } from './rules/index.ts'
import { Sentence } from './sentence.ts'
import { reportedSpeech } from './speech.ts'
import { paragraphs, readPassage } from './text.ts'

interface Match extends Stretch {
  /** The rule's id. */
  rule: string
}

const rulesById = new Map<string, Rule>(families.map((family) => [family.id, family]))
const finders = families.filter((family) => family.find !== undefined)
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
  for (const { term, rule } of options.dictionary?.add ?? []) lexicon.add(term.toLowerCase(), rule, 'phrase')
  const plain = [...(options.terms ?? []), ...(options.names ?? []), ...(options.dictionary?.remove ?? [])]
  for (const term of plain) lexicon.add(term.toLowerCase(), '', 'phrase')
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
  for (const { start, end } of paragraphs(text)) {
    const passage = readPassage(text, start, end)
    for (const range of passage.sentences) {
      const sentence = new Sentence(passage, range)
      for (const match of matchesIn(sentence, lexicons)) findings.push(findingOf(sentence, match))
    }
  }
  if (findings.length === 0) return findings
  return withoutAllowed(text, findings)
}

function withoutAllowed(text: string, findings: Finding[]): Finding[] {
  const allowed = allowances(text)
  if (allowed.length === 0) return findings
  return findings.filter((finding) => !isAllowed(allowed, finding.rule, finding.start))
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

/** The longest term at each word, save those inside a fixed phrase, a quotation or reported speech. */
function matchesIn(sentence: Sentence, lexicons: readonly Lexicon[]): Match[] {
  const found: Match[] = []
  const plain: Stretch[] = []
  for (let at = sentence.from; at < sentence.to; at++) {
    const token = sentence.tokens[at]
    if (token === undefined || token.quoted || token.kind === 'mark') continue
    for (const lexicon of lexicons) {
      for (const term of lexicon.startingWith(token.norm)) {
        const to = endOfTerm(sentence, term, at)
        if (to < 0) continue
        if (term.rule === '') plain.push({ from: at, to })
        else if (isMeant(sentence, term, at, to)) found.push({ rule: term.rule, from: at, to })
      }
    }
  }
  for (const { id, find } of finders) {
    for (const { from, to } of find?.(sentence) ?? []) found.push({ rule: id, from, to })
  }
  if (found.length === 0) return found
  const reported = reportedSpeech(sentence)
  const kept = found.filter(
    (match) =>
      !plain.some((each) => each.from <= match.from && each.to >= match.to) &&
      !reported.some((each) => match.from >= each.from && match.from < each.to),
  )
  return withoutOverlaps(kept.sort((a, b) => a.from - b.from))
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
  if (term.when === undefined) return true
  return conditions[term.when]?.(sentence, from, to) ?? true
}

/** Where a term that begins at a token ends, or -1 when its words do not follow. */
function endOfTerm(sentence: Sentence, term: Term, from: number): number {
  return term.words.length === 1 ? from + 1 : endOfWords(sentence, term.words, 1, from + 1)
}

function endOfWords(sentence: Sentence, words: readonly string[], word: number, from: number): number {
  let at = from
  for (let next = word; next < words.length; next++, at++) {
    const wanted = words[next] as string
    if (wanted === '_gap') {
      for (let gap = 0; gap <= 3; gap++) {
        const to = endOfWords(sentence, words, next + 1, at + gap)
        if (to >= 0) return to
      }
      return -1
    }
    const token = at < sentence.to ? sentence.tokens[at] : undefined
    if (token === undefined || token.quoted || !standsFor(token.norm, wanted)) return -1
  }
  return at
}
