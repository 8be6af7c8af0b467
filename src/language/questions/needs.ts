/*
 * What a sentence must have for a pattern to match it. A regular expression costs a good part of a
 * millisecond to compile, and most of them can't match most sentences: so the words that a pattern can't do
 * without are read from it first, and it is compiled only for a sentence that has them.
 */

import { letterOf, phraseOf } from './grammar.ts'

/** Whether a sentence of these words and letters of classes may match; it may still not. */
export type Need = (words: ReadonlySet<string>) => boolean

const BRACKETS: Record<string, number> = { '(': 1, ')': -1, '[': 1, ']': -1 }

/** The alternatives of a pattern: what stands between its bars outside any bracket. */
export function alternativesOf(pattern: string): string[] {
  const found: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < pattern.length; at++) {
    const mark = pattern[at] as string
    if (mark === '\\') at++
    else if (mark === '|' && depth === 0) {
      found.push(pattern.slice(from, at))
      from = at + 1
    } else depth += BRACKETS[mark] ?? 0
  }
  found.push(pattern.slice(from))
  return found
}

/** A group up to its bracket's fellow is found by `closing`; a word counts when it stands by itself. */
const NEXT = /\\.|\[[^\]]*\]|\{[^}]*\}|\(|(?<![^ ])[a-z][a-z'-]*(?![^ ])/g

/**
 * The need of one alternative: all its words and classes that stand in no bracket, and one way through each
 * bracket.
 */
export function needOf(alternative: string): Need {
  return someNeed(alternative) ?? (() => true)
}

/** The same, and nothing where any sentence may match. */
function someNeed(alternative: string): Need | undefined {
  const words: string[] = []
  const groups: Need[] = []
  const next = new RegExp(NEXT)
  for (let found = next.exec(alternative); found !== null; found = next.exec(alternative)) {
    const [part] = found
    if (/^[a-z]/.test(part)) words.push(part)
    if (part.startsWith('{') && !'?*'.includes(alternative[next.lastIndex] ?? ' ')) {
      const name = part.slice(1, -1)
      const letter = letterOf(name)
      if (letter !== undefined) words.push(letter)
      const need = phraseNeed(name)
      if (need !== undefined) groups.push(need)
    }
    if (part !== '(') continue
    const end = closing(alternative, found.index)
    const standsAlone = !/[a-z]/.test((alternative[found.index - 1] ?? '') + (alternative[end + 1] ?? ''))
    const need = standsAlone
      ? groupNeed(alternative.slice(found.index + 1, end), alternative[end + 1])
      : undefined
    if (need !== undefined) groups.push(need)
    next.lastIndex = end + 1
  }
  if (words.length === 0 && groups.length === 0) return undefined
  return (sentence) => words.every((word) => sentence.has(word)) && groups.every((group) => group(sentence))
}

/** What the phrases need by name: some stand in a great many patterns. */
const ofPhrases = new Map<string, Need | undefined>()

function phraseNeed(name: string): Need | undefined {
  if (!ofPhrases.has(name)) ofPhrases.set(name, anyOf(phraseOf(name) ?? ''))
  return ofPhrases.get(name)
}

/** A group that looks about, or may be left out, needs nothing. */
function groupNeed(body: string, after = ''): Need | undefined {
  if (!body.startsWith('?:') || '?*{'.includes(after || ' ')) return undefined
  return anyOf(body.slice(2))
}

/** What one of several alternatives needs; nothing when one of them needs nothing. */
function anyOf(alternatives: string): Need | undefined {
  const needs = alternativesOf(alternatives).map(someNeed)
  if (!needs.every((need) => need !== undefined)) return undefined
  return (sentence) => needs.some((need) => need(sentence))
}

function closing(pattern: string, from: number): number {
  let depth = 0
  for (let at = from; at < pattern.length; at++) {
    const mark = pattern[at] as string
    if (mark === '\\') at++
    else {
      depth += BRACKETS[mark] ?? 0
      if (depth === 0) return at
    }
  }
  return pattern.length
}
