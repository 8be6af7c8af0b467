import type { SessionRecord } from '../domain/model.ts'
import { type Strand, stopOf } from './strands.ts'
import type { Words } from './types.ts'

/** The words written down with occurrences and tallies, session by session, in order of time. */
export function wordsOf(strands: readonly Strand[]): Words[] {
  const words: Words[] = []
  for (const { session, tallies, remarked } of strands) {
    for (const tally of tallies) add(words, session.number, tally, tally.modifiers)
    for (const occurrence of remarked) {
      const stop = stopOf(occurrence, session)
      add(words, session.number, occurrence, occurrence.modifiers)
      if (stop !== undefined) add(words, session.number, stop, occurrence.modifiers)
    }
  }
  return words
}

/** Notes on sessions as a whole. */
export function wordsOfSession(number: number, records: readonly SessionRecord[]): Words[] {
  const words: Words[] = []
  records.forEach((record) => {
    if (record.behavior === null) add(words, number, record, record.modifiers)
  })
  return words
}

function add(words: Words[], session: number, record: SessionRecord, modifiers: Words['modifiers']): void {
  if (record.words === null || record.words === '') return
  words.push({ session, record: record.number, atMs: record.atMs, words: record.words, modifiers })
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu

/** Runs of letters and digits; `don't` and `well-known` are one word each. */
export const countWords = (text: string): number => text.match(WORD)?.length ?? 0
