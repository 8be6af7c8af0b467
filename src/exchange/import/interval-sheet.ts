import { InputError } from '../../domain/errors.ts'
import { named } from './columns.ts'
import type { IncomingSession, Intake } from './intake.ts'
import type { Problems } from './problems.ts'
import type { Table } from './table.ts'
import { timeIn } from './times.ts'

/** How the columns of an interval sheet (as COPUS has it) are read: a row an interval, a column a code. */
export interface SheetColumns {
  /** The time of the interval, or its count; -1 where the rows alone count. */
  readonly time: number
  readonly unitMs: number
  /** Whether the time is that of the interval's end. */
  readonly atEnd: boolean
  readonly intervalMs: number
  /** Where each code stands. */
  readonly codes: readonly number[]
  /** What tells one session from another. */
  readonly session: readonly number[]
}

const TICKS: ReadonlyMap<string, number> = new Map([
  ['', 0],
  ['0', 0],
  ['1', 1],
  ['x', 1],
  ['X', 1],
  ['✓', 1],
  ['✔', 1],
])

/** Whether a table is an interval sheet: codes as columns of ticks, after one that tells the time. */
export const looksLikeSheet = (table: Table): boolean =>
  timeColumn(table) >= 0 && tickColumns(table).length > 1

/**
 * @param intervalMs how long an interval is; null takes the shortest step in the column of times
 * @throws InputError when nothing says how long an interval is, or no column has ticks
 */
export function sheetColumns(table: Table, intervalMs: number | null): SheetColumns {
  const time = timeColumn(table)
  const codes = tickColumns(table)
  if (codes.length === 0) {
    throw new InputError(
      'No column has only 1, 0, x or nothing in it; an interval sheet has one for each code.',
    )
  }
  const header = table.header[time] ?? ''
  const counts = /interval|index|number|^#$/i.test(header)
  const unitMs = /min/i.test(header) ? 60_000 : named(header).unitMs
  const step = intervalMs ?? (counts || time < 0 ? null : shortestStep(table, time, unitMs))
  if (step === null) throw new InputError('The file does not say how long an interval is; add --interval 2m.')
  return {
    time,
    unitMs: counts ? step : unitMs,
    atEnd: counts || /end|stop|until|to$/i.test(header),
    intervalMs: step,
    codes,
    session: table.header.flatMap((_, at) => (at < time || (at > time && isLabel(table, at)) ? [at] : [])),
  }
}

const timeColumn = ({ header }: Table): number =>
  header.findIndex((name) => /min|time|interval|end|start|^#$/i.test(name))

/** The columns of ticks, which stand after the time: before it are those that tell sessions apart. */
function tickColumns(table: Table): number[] {
  const time = timeColumn(table)
  return table.header.flatMap((name, at) => (at > time && name !== '' && isTicked(table, at) ? [at] : []))
}

const filled = ({ sample }: Table, at: number): string[] =>
  sample.map(({ cells }) => cells[at]?.trim() ?? '').filter((cell) => cell !== '')

/** Whether most of what stands in a column are ticks; what else stands there is then told with its line. */
function isTicked(table: Table, at: number): boolean {
  const cells = filled(table, at)
  return cells.filter((cell) => TICKS.has(cell)).length * 2 >= cells.length
}

/** Whether a column says in each row which session it is of, as remarks do not. */
function isLabel(table: Table, at: number): boolean {
  const cells = filled(table, at)
  return (
    !isTicked(table, at) && cells.length === table.sample.length && new Set(cells).size * 2 <= cells.length
  )
}

function shortestStep(table: Table, time: number, unitMs: number): number | null {
  let shortest: number | null = null
  let before: number | null = null
  for (const { cells } of table.sample) {
    const ms = timeIn(cells[time] ?? '', unitMs, table.decimalComma)
    const step = ms === null || before === null ? 0 : ms - before
    if (step > 0 && (shortest === null || step < shortest)) shortest = step
    before = ms
  }
  return shortest
}

/** Reads an interval sheet; each code is observed in each row, scored or not. */
export function readSheet(
  table: Table,
  columns: SheetColumns,
  { intake, problems }: { readonly intake: Intake; readonly problems: Problems },
): void {
  const { intervalMs } = columns
  const sessions = new Map<string, { session: IncomingSession | null; seen: Set<number>; rows: number }>()
  for (const { line, cells } of table.rows(problems)) {
    const key = columns.session.map((at) => cells[at]).join('\0')
    const known = sessions.get(key) ?? {
      session: intake.session({
        place: line,
        person: null,
        startedAt: null,
        timeZone: null,
        lengthMs: null,
        plannedMs: null,
        intervalMs,
        observer: null,
        where: columns.session.map((at) => `${table.header[at]} ${cells[at]}`).join(', ') || null,
      }),
      seen: new Set<number>(),
      rows: 0,
    }
    sessions.set(key, known)
    known.rows += 1
    if (known.session === null) continue
    const index = indexOf(cells, known.rows, table, columns)
    if (index === null || index < 0) {
      problems.add(
        line,
        `${table.header[columns.time]} is '${cells[columns.time]}'; it takes a time in the session`,
      )
      continue
    }
    if (known.seen.has(index)) problems.add(line, 'the interval is there twice in its session')
    known.seen.add(index)
    addInterval({ line, cells }, known.session, index * intervalMs, table, columns, intake, problems)
    known.session.lastMs = Math.max(known.session.lastMs, (index + 1) * intervalMs)
  }
}

/** Which interval a row is, from 0. */
function indexOf(
  cells: readonly string[],
  row: number,
  { decimalComma }: Table,
  { time, unitMs, atEnd, intervalMs }: SheetColumns,
): number | null {
  if (time < 0) return row - 1
  const ms = timeIn(cells[time] ?? '', unitMs, decimalComma)
  return ms === null ? null : Math.floor((atEnd ? ms - intervalMs : ms) / intervalMs)
}

function addInterval(
  { line, cells }: { readonly line: number; readonly cells: readonly string[] },
  session: IncomingSession,
  atMs: number,
  table: Table,
  columns: SheetColumns,
  intake: Intake,
  problems: Problems,
): void {
  for (const at of columns.codes) {
    const code = table.header[at] ?? ''
    const value = TICKS.get(cells[at]?.trim() ?? '')
    if (value === undefined) {
      problems.add(line, `${code} is '${cells[at]}'; it takes 1, 0, x or an empty cell`)
      continue
    }
    const behavior = intake.codes.behavior(session.agreement, code, line, () => ({
      technique: 'partial-interval',
      intervalMs: columns.intervalMs,
    }))
    if (behavior !== null) intake.add(session, behavior, 'interval', atMs, { value }, line)
  }
}
