import type { Head } from './reading.ts'

export const QUESTION_KINDS = ['open', 'closed', 'leading', 'blame', 'advice', 'choice', 'stacked'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

/**
 * Where in a sentence a rule looks:
 * - `opening`: where the question begins, after any preamble, and where what is asked begins, after "Can you
 *   tell me";
 * - `clause`: there, and where a further clause begins ("…, and why did you");
 * - `joint`: at the comma or conjunction before a further clause;
 * - `anywhere`: from the opening on;
 * - `ending`: in the last words.
 */
export type Place = 'opening' | 'clause' | 'joint' | 'anywhere' | 'ending'

/** One rule of a kind. Its examples run as tests. */
export interface QuestionRule {
  id: string
  at: Place
  /**
   * A pattern in the language of `grammar.ts`, over a sentence in canonical form; of several any may match.
   */
  pattern: string | readonly string[]
  /**
   * The words, separated by spaces, that a match begins with; where it is not any of these the rule is not
   * tried.
   */
  begins?: string
  /** A pattern that, matching where this one does, keeps the rule out. */
  except?: string | readonly string[]
  /** The heads that the rule applies to; all when left out. */
  heads?: readonly Head[]
  /** Questions that the rule must give its kind to. */
  matches: readonly string[]
  /** Questions that must not get this kind. */
  passes: readonly string[]
  /** Instead of the family's own, where the rule knows better. */
  why?: string
  ask?: string
}

/** The rules of one kind, with what is said of a question that any of them fits. */
export interface QuestionFamily {
  kind: QuestionKind
  /**
   * Nothing is found in an open question; a rule's own severity goes with what the question does to the
   * answer.
   */
  severity: 'judgment' | 'vague' | undefined
  why: string
  ask: string
  rules: readonly QuestionRule[]
}
