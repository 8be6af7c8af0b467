import type { Sentence } from '../sentence.ts'

/** What every rule family is made of: its words to the writer, its examples on both sides, and its lexicon. */

export type Severity = 'judgment' | 'vague'

export interface Rule {
  id: string
  /** `judgment`: an opinion in the place of data. `vague`: data without its number. */
  severity: Severity
  title: string
  /** Why the words read as they do; `{words}` stands for what was written. */
  why: string
  /** An open question back to the writer that leads to evidence; `{words}` as above. */
  ask: string
  /** Sentences in which the rule finds something. */
  matches: string[]
  /** Sentences in which it finds nothing, nor does any other rule. */
  passes: string[]
}

/** A stretch of a sentence, in tokens: `from` included, `to` excluded. */
export interface Stretch {
  from: number
  to: number
}

export interface Family extends Rule {
  /** A `LexiconFile`; a test checks its shape, so that no start-up pays for it. */
  lexicon: unknown
  /** What no list of words can hold, such as a grade in figures. */
  find?: (sentence: Sentence) => Stretch[]
}
