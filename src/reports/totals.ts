import type { ProgramTotals, Released } from '../domain/audience.ts'
import { formatNumber } from '../domain/format.ts'
import { listed, type Row, type Sheet } from './figure-lines.ts'
import { wrap } from './layout.ts'

/** What a program sees, for a terminal. */
export function renderTotals(totals: Released<ProgramTotals>, sheet: Sheet): string {
  const rows = ROWS.map(
    ([field, label]): Row => ({ label, figure: { value: totals[field] }, say: formatNumber }),
  )
  const lines = [
    ...wrap('Activity of all who share it with the program', sheet.width).map(sheet.style.bold),
    ...wrap('For program: totals over at least five people, and nothing of what was observed', sheet.width),
    ...listed(rows, sheet),
  ]
  return `${lines.join('\n')}\n`
}

const ROWS = [
  ['proteges', 'People coached'],
  ['sessions', 'Sessions'],
  ['observed_minutes', 'Minutes observed'],
  ['questions', 'Questions answered'],
  ['goals', 'Goals set'],
] as const
