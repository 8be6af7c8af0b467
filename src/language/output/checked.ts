import type { Style } from '../../domain/text.ts'
import type { Finding } from '../finding.ts'
import type { Located } from '../input/located.ts'
import type { QuestionKind } from '../questions/rule.ts'

/** One text with what was found in it. */
export interface Checked {
  /** The file as it was named, or null for standard input. */
  readonly file: string | null
  readonly located: Located
  /** Of a question alone. */
  readonly kind?: QuestionKind
  /** In the order of the text, found as they are asked for: a long text can hold more than fit into memory at once. */
  readonly findings: Iterable<Finding>
}

/** What a rule's descriptions need. */
export interface RuleText {
  readonly id: string
  readonly severity: Finding['severity']
  readonly title: string
  readonly why: string
}

/** How text takes its place on a terminal. */
export interface Layout {
  columns(text: string): number
  wrap(text: string, width: number): string[]
}

export interface OutputOptions {
  /** Columns of the terminal. */
  readonly width: number
  readonly style: Style
  readonly layout: Layout
  /** Whether to say which file a text is from: when there are several. */
  readonly named: boolean
  readonly rules: readonly RuleText[]
  readonly version: string
}

/** How one format prints what was found, a text at a time; each is good for one document. */
export interface Output {
  opening(): string
  text(checked: Checked): Iterable<string>
  closing(): string
}
