import { lookUp } from '../capture/entries.ts'
import type { LogLine } from '../capture/log.ts'
import { InputError } from '../domain/errors.ts'
import { formatNumber, plural } from '../domain/format.ts'
import type { Behavior } from '../domain/model.ts'
import { visibleLine } from '../domain/text.ts'
import type { IncomingWords } from '../exchange/import/intake.ts'
import { type Place, placeName } from '../exchange/import/problems.ts'
import { checkerOf, type TextKind } from '../language/check.ts'
import type { CheckOptions, Finding } from '../language/finding.ts'
import type { Io } from '../terminal/io.ts'
import type { Context } from './context.ts'
import { ownDictionary } from './dictionary.ts'

/** What the writer settled on, and the ids of the rules that they chose to keep a finding of. */
export interface Settled {
  readonly words: string
  readonly kept: readonly string[]
}

/** What else is known where words are saved. */
export interface Saving {
  /** Those asked for: what they define are technical terms. */
  readonly behaviors?: readonly Pick<Behavior, 'name' | 'modifiers'>[]
  /** Refuses words with a finding instead of storing them. */
  readonly strict?: boolean | undefined
}

/**
 * Checks a note or a definition as it is saved. On a terminal the writer sees what was found and rephrases it, keeps it as
 * a quotation, or keeps it as it is; elsewhere it is stored with a warning.
 * @throws InputError under `strict`, when something is found
 */
export async function settleWords(
  text: string,
  kind: Exclude<TextKind, 'question'>,
  { io, ask }: Pick<Context, 'io' | 'ask'>,
  { behaviors = [], strict = false }: Saving,
): Promise<Settled> {
  const find = await finder(kind, io, behaviors)
  let words = text
  for (;;) {
    const findings = find(words)
    if (findings.length === 0) return { words, kept: [] }
    if (strict) {
      throw new InputError(
        'With --strict nothing is stored until these words are settled:',
        findings.map(said),
      )
    }
    for (const finding of findings) io.stderr.write(`coach: ${said(finding)}\n`)
    if (ask === null) return { words, kept: [] }
    const choice = await ask.one('What would you like to do with these words?', [
      { name: 'Rephrase them', value: 'rephrase' },
      { name: 'Keep them as a quotation of what somebody said', value: 'quote' },
      { name: 'Keep them as they are; the report shows you that you did', value: 'keep' },
    ])
    if (choice === 'keep') return { words, kept: [...new Set(findings.map(({ rule }) => rule))] }
    words = choice === 'quote' ? quotation(words) : await ask.text('What was seen or heard?', words)
  }
}

/**
 * Checks the words in the lines of an observation log, save those of selective verbatim, which are somebody's own.
 * @param source what messages call the log
 * @throws InputError under `strict`, when something is found
 */
export async function warnOfLines(
  lines: readonly LogLine[],
  source: string,
  io: Io,
  { behaviors = [], strict = false }: { behaviors?: readonly Behavior[]; strict?: boolean | undefined },
): Promise<void> {
  const words = lines.flatMap(({ line, key, words, kept }): IncomingWords[] =>
    words === null || lookUp(key, behaviors)?.technique === 'verbatim'
      ? []
      : [{ place: line, text: words, kind: 'note', kept }],
  )
  await warnOfWords(words, source, io, { behaviors, strict })
}

/** Findings that are told one by one; more would not be read. */
const LISTED = 20

/**
 * Checks words that a file brings, but for what their writer kept, and says on stderr what was found and where.
 * @param source what messages call the file
 * @throws InputError under `strict`, when something is found
 */
export async function warnOfWords(
  words: readonly IncomingWords[],
  source: string,
  io: Io,
  { behaviors = [], strict = false, dryRun = false }: Saving & { readonly dryRun?: boolean },
): Promise<void> {
  const places: Place[] = []
  const details: string[] = []
  let found = 0
  for (const kind of ['note', 'behavior'] as const) {
    const those = words.filter((each) => each.kind === kind)
    if (those.length === 0) continue
    const find = await finder(kind, io, behaviors)
    for (const { text, place, kept } of those) {
      const findings = find(text).filter(({ rule }) => !kept.includes(rule))
      if (findings.length === 0) continue
      places.push(place)
      found += findings.length
      const room = LISTED - details.length
      details.push(
        ...findings.slice(0, room).map((each) => `${visibleLine(placeName(place))}: ${said(each)}`),
      )
    }
  }
  if (found === 0) return
  const count = plural(places.length, places.every((place) => typeof place === 'number') ? 'line' : 'place')
  if (found > details.length) details.push(`and ${formatNumber(found - details.length)} more`)
  if (strict) {
    throw new InputError(`With --strict nothing is stored until ${count} of ${source} can stand:`, details)
  }
  const stored = dryRun ? 'would be stored' : 'stored'
  io.stderr.write(
    `coach: ${stored} as written, with something to look at in ${count} of ${source}:\n${details.map((each) => `  ${each}\n`).join('')}`,
  )
}

/** A function that says in one line what it found in a note, or null. */
export async function hinter(
  io: Io,
  behaviors: readonly Behavior[],
): Promise<(words: string) => string | null> {
  const find = await finder('note', io, behaviors)
  // The first check reads the lexicon; the first hint must not wait for that.
  find('note')
  return (words) => {
    const [first] = find(words)
    return first === undefined ? null : `"${visibleLine(first.words)}": ${visibleLine(first.ask)}`
  }
}

async function finder(
  kind: TextKind,
  io: Io,
  behaviors: NonNullable<Saving['behaviors']>,
): Promise<(text: string) => Finding[]> {
  const dictionary = await ownDictionary(io)
  const options: CheckOptions = { terms: behaviors.flatMap(termsOf), ...(dictionary && { dictionary }) }
  const check = await checkerOf(kind, options)
  return (text) => [...check({ text, read: text, line: 1, column: 1 }).findings]
}

const termsOf = ({ name, modifiers }: Pick<Behavior, 'name' | 'modifiers'>): string[] => [
  name,
  ...modifiers.flatMap((modifier) => [modifier.name, ...modifier.values]),
]

const said = ({ rule, words, ask }: Finding): string =>
  `"${visibleLine(words)}" (${rule}): ${visibleLine(ask)}`

/** The words as somebody's own: between the quotation marks that do not stand in them already. */
const quotation = (words: string): string => (words.includes('"') ? `“${words}”` : `"${words}"`)
