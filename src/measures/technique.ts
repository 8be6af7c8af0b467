import type { Measures } from './types.ts'

/** What a technique's own file works out of the occurrences; what all techniques share is added to it. */
export interface TechniqueFigures {
  /** Occurrences, without tallies. */
  readonly count: number
  readonly outside: number
  /** Why `count` makes no rate, where it makes none. */
  readonly noRate?: string
  readonly figures: Partial<Measures>
}
