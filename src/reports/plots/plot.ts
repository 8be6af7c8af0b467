import type { TopLevelSpec } from 'vega-lite'
import type { Table } from '../tables.ts'

/** Something to look at: what it shows in words, the same as a table, and how it is drawn at a width. */
export interface Plot {
  /** Unique on its page; letters, digits and hyphens. */
  readonly id: string
  /** What is measured, and of how much observed time. */
  readonly title: string
  /** What there is to see, for who doesn't see it. */
  readonly description: string
  /** What its shapes stand for, and what was put together because it lies too close to be told apart. */
  readonly key: readonly string[]
  readonly table: Table
  /** @param width in the plot's own units, of which a letter of its text is 12 high */
  spec(width: number): TopLevelSpec
}

/** As wide as a page of paper or a window, and as a phone. */
export const WIDTHS = { wide: 720, narrow: 360 } as const
