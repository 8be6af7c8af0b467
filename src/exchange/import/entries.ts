import { type Flag, type Mark, TECHNIQUES, type Technique } from '../../domain/model.ts'
import type { ReadColumn, Role } from './columns.ts'
import type { Problems } from './problems.ts'
import type { Row, Table } from './table.ts'
import { timeIn } from './times.ts'

/** What a row says of one record or bout, read by its columns. */
export interface RowEntry {
  readonly line: number
  readonly code: string
  readonly technique: Technique | null
  /** Null where no column says it. */
  readonly mark: Mark | null
  /** Null for a tally. */
  readonly atMs: number | null
  readonly durationMs: number | null
  readonly waitMs: number | null
  readonly value: number | null
  readonly words: string | null
  readonly flag: Flag | null
  /** JSON, or null. */
  readonly kept: string | null
  readonly number: number | null
  readonly starts: number | null
}

/** Reads the cells of one role in each row; `''` where no column has it. */
export type CellReader = (row: Row, role: Role) => string

export function cellReader(columns: readonly ReadColumn[]): CellReader {
  const places: Partial<Record<Role, number>> = {}
  for (const { role, at } of columns) places[role] ??= at
  return (row, role) => {
    const at = places[role]
    return at === undefined ? '' : (row.cells[at] ?? '')
  }
}

/** Reads a length or time of one role in each row, in milliseconds; null for none, undefined for a problem. */
export type TimeReader = (row: Row, role: Role) => number | null | undefined

export function timeReader(
  { decimalComma }: Table,
  columns: readonly ReadColumn[],
  problems: Problems,
): TimeReader {
  const columnOf: Partial<Record<Role, ReadColumn>> = {}
  for (const column of columns) columnOf[column.role] ??= column
  return (row, role) => {
    const column = columnOf[role]
    const cell = column === undefined ? '' : (row.cells[column.at] ?? '')
    if (column === undefined || isMissing(cell, role)) return null
    const ms = timeIn(cell, column.unitMs, decimalComma)
    if (ms !== null && ms >= 0) return ms
    problems.add(
      row.line,
      ms === null
        ? `${column.name} is '${cell}'; it takes seconds, or a clock as 1:02:03`
        : `${column.name} is ${cell}, which is less than zero`,
    )
    return undefined
  }
}

/** Programs for statistics write NA for what is missing; of a time it would leave open which. */
const isMissing = (cell: string, role: Role): boolean =>
  cell.trim() === '' || (cell.trim() === 'NA' && role !== 'time')

/** How marks are written by `coach` and by others. */
const MARKS: Readonly<Record<string, Mark>> = {
  point: 'point',
  start: 'start',
  stop: 'stop',
  interval: 'interval',
  check: 'check',
  tally: 'tally',
  begin: 'start',
  end: 'stop',
  on: 'start',
  off: 'stop',
}

/**
 * A reader of rows: null where a row can't be read, and what is wrong is a problem. A row without a time has that of
 * the row before it, as people leave it out in a sheet; its line goes to `borrowed`.
 * @param only the code of every row, where no column has codes
 */
export function entryReader(
  table: Table,
  columns: readonly ReadColumn[],
  problems: Problems,
  { only, borrowed }: { readonly only: string | null; readonly borrowed: number[] },
): (row: Row) => RowEntry | null {
  const cellOf = cellReader(columns)
  const timeOf = timeReader(table, columns, problems)
  let lastMs: number | null = null

  const timeFor = (row: Row): number | undefined => {
    const atMs = timeOf(row, 'time')
    if (atMs !== null) {
      lastMs = atMs ?? lastMs
      return atMs
    }
    if (lastMs === null) problems.add(row.line, 'has no time')
    else borrowed.push(row.line)
    return lastMs ?? undefined
  }
  const lengthFor = (row: Row, atMs: number): number | null | undefined => {
    const duration = timeOf(row, 'duration')
    if (duration !== null) return duration
    const end = timeOf(row, 'end')
    if (end === null || end === undefined) return end
    if (end >= atMs) return end - atMs
    problems.add(row.line, 'ends before it begins')
    return undefined
  }
  const oneOf = <Value>(row: Row, role: Role, known: Readonly<Record<string, Value>>): Value | null => {
    const cell = cellOf(row, role).trim()
    if (cell === '') return null
    const value = Object.hasOwn(known, cell.toLowerCase()) ? known[cell.toLowerCase()] : undefined
    if (value === undefined)
      problems.add(row.line, `${role} is '${cell}'; it takes ${Object.keys(known).join(', ')}`)
    return value ?? null
  }
  const whole = (row: Row, role: Role): number | null => {
    const cell = cellOf(row, role).trim()
    if (isMissing(cell, role)) return null
    if (/^\d{1,15}(\.0+)?$/.test(cell)) return Number(cell)
    problems.add(row.line, `${role} is '${cell}'; it takes a whole number`)
    return null
  }

  return (row) => {
    const mark = oneOf(row, 'mark', MARKS)
    const value = whole(row, 'value')
    const isTally = mark === 'tally' || (mark === null && value !== null && cellOf(row, 'time').trim() === '')
    const atMs = isTally ? null : timeFor(row)
    if (atMs === undefined) return null
    const durationMs = atMs === null ? null : lengthFor(row, atMs)
    const waitMs = timeOf(row, 'wait')
    if (durationMs === undefined || waitMs === undefined) return null
    const kept = cellOf(row, 'kept').trim()
    return {
      line: row.line,
      code: (only ?? cellOf(row, 'behavior')).trim(),
      technique: oneOf(row, 'technique', TECHNIQUE),
      mark: isTally ? 'tally' : mark,
      atMs,
      durationMs,
      waitMs,
      value,
      words: cellOf(row, 'words') || null,
      flag: oneOf(row, 'flag', FLAG),
      kept: kept === '' ? null : JSON.stringify(kept.split(/\s+/)),
      number: whole(row, 'record'),
      starts: whole(row, 'starts'),
    }
  }
}

const TECHNIQUE = Object.fromEntries(TECHNIQUES.map((technique) => [technique, technique])) as Record<
  string,
  Technique
>
const FLAG: Readonly<Record<string, Flag>> = { bounce: 'bounce', recovered: 'recovered', ended: 'ended' }
