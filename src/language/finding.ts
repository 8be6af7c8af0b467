import type { Severity } from './rules/family.ts'

export interface Finding {
  /** The id of the rule. */
  rule: string
  severity: Severity
  /** UTF-16 offsets: `text.slice(start, end) === words`. */
  start: number
  end: number
  words: string
  why: string
  /** An open question back to the writer. */
  ask: string
}

/** A user's own terms. */
export interface Dictionary {
  add?: { term: string; rule: string }[]
  /** Words or phrases that are no finding for this user. */
  remove?: string[]
}

export interface CheckOptions {
  /** Technical terms that an agreement's behaviors define. */
  terms?: readonly string[]
  /** Names of people. */
  names?: readonly string[]
  dictionary?: Dictionary
}
