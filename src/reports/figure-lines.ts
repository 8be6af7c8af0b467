import type { Figure } from '../measures/types.ts'
import type { Page } from './data.ts'
import { columns, padLeft, padRight, wrap } from './layout.ts'

export type Lines = readonly string[]

/** What text for a terminal is drawn on. */
export type Sheet = Pick<Page, 'width' | 'unicode' | 'style'>

/** A figure with its name, and how its value is said. */
export interface Row {
  readonly label: string
  readonly figure: Figure
  say(value: number): string
}

/** Figures one under the other; those that cannot be had come last, together where they have one reason. */
export function listed(rows: readonly Row[], { width, style }: Sheet): string[] {
  const widest = Math.max(0, ...rows.map(({ label }) => columns(label)))
  const lines: string[] = []
  const missing = new Map<string, string[]>()
  for (const { label, figure, say } of rows) {
    if (figure.value === null) missing.set(figure.why, [...(missing.get(figure.why) ?? []), label])
    else lines.push(...wrap(say(figure.value), width, `  ${padRight(label, widest)}  `))
  }
  for (const [why, labels] of missing) {
    lines.push(...hanging(`${labels.join('; ')}: none, as ${why}`, width, '  ').map(style.dim))
  }
  return lines
}

/** Cells in columns, the first of each row at the left and the others at the right; null where they do not fit. */
export function grid(rows: readonly Lines[], { width, style }: Sheet): string[] | null {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => columns(row[column] ?? ''))),
  )
  if (widths.reduce((total, one) => total + one + 2, 0) > width) return null
  return rows.map((row, index) => {
    const line = row.map((cell, column) => (column === 0 ? padRight : padLeft)(cell, widths[column] ?? 0))
    return index === 0 ? style.dim(`  ${line.join('  ')}`) : `  ${line.join('  ')}`
  })
}

/** Text that goes on under its own beginning, two columns further in. */
export function hanging(text: string, width: number, indent = ''): string[] {
  const [first = '', ...others] = wrap(text, width - 2, indent)
  return [first, ...others.map((line) => `  ${line}`)]
}
