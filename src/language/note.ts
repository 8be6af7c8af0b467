/** The checker for notes: walks each sentence once, and at each word asks the lexicon which terms begin there. */

import { withoutAllowed } from './allow.ts'
import { conditions } from './conditions.ts'
import type { CheckOptions, Finding } from './finding.ts'
import { formsOf } from './inflect.ts'
import { type Candidates, GAP, Lexicon, type LexiconFile, standsFor, type Term } from './lexicon.ts'
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
const NONE: readonly Term[] = []
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
  for (const { start, end } of paragraphs(text)) {
    const passage = readPassage(text, start, end)
    for (const range of passage.sentences) {
      const sentence = new Sentence(passage, range)
      for (const match of matchesIn(sentence, lexicons)) findings.push(findingOf(sentence, match))
    }
  }
  return findings.length === 0 ? findings : withoutAllowed(text, findings)
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
      for (const { term, to } of termsAt(sentence, at, lexicon.startingWith(token.norm))) {
        if (term.rule === '') plain.push({ from: at, to })
        else if (isMeant(sentence, term, at, to)) found.push({ rule: term.rule, from: at, to })
      }
    }
  }
  for (const { id, find } of finders) {
    for (const { from, to } of find?.(sentence) ?? []) found.push({ rule: id, from, to })
  }
  if (found.length === 0) return found
  found.sort((a, b) => a.from - b.from)
  return withoutOverlaps(outside(reportedSpeech(sentence), outside(plain, found)))
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

/** The terms whose words stand in the sentence from a token on. */
function termsAt(sentence: Sentence, at: number, candidates: Candidates): { term: Term; to: number }[] {
  const found = candidates.single.map((term) => ({ term, to: at + 1 }))
  const longer = (terms: readonly Term[]) => {
    for (const term of terms) {
      const to = endOfWords(sentence, term.words, 1, at + 1)
      if (to >= 0) found.push({ term, to })
    }
  }
  longer(candidates.open)
  if (candidates.bySecond.size === 0) return found
  for (const form of formsOf(sentence.norm(at + 1))) longer(candidates.bySecond.get(form) ?? NONE)
  return found
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

/** Where the words of a term end that go on from a token, or -1 when they do not follow. */
function endOfWords(sentence: Sentence, words: readonly string[], word: number, from: number): number {
  let at = from
  for (let next = word; next < words.length; next++, at++) {
    const wanted = words[next] as string
    if (wanted === GAP) {
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
