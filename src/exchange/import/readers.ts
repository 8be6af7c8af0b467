import { InputError } from '../../domain/errors.ts'
import { type Role, readColumns } from './columns.ts'
import { readEvents } from './events.ts'
import { looksLikeSheet, readSheet, sheetColumns } from './interval-sheet.ts'
import { readObs } from './obs.ts'
import type { Read, Reading } from './registry.ts'
import { csvTable, jsonlTable, type Table } from './table.ts'
import { wholeText } from './text.ts'

/** A million records take 25 million characters, and a gigabyte of memory once they are read. */
const LONGEST_LOG = 30_000_000

export const obs = (reading: Reading): Read => ({
  columns: [],
  notes: readObs(wholeText(reading.file, reading.encoding, LONGEST_LOG), reading),
  watchedAll: true,
})

/** A table without codes in rows and with ticks in columns is an interval sheet. */
export function csv(reading: Reading): Read {
  const table = csvTable(reading.file, reading.encoding)
  const hasCodes = readColumns(table, reading.columns).some(({ role }) => role === 'behavior')
  return !hasCodes && reading.columns.size === 0 && looksLikeSheet(table)
    ? sheet(table, reading)
    : events(table, reading)
}

export const jsonl = (reading: Reading): Read => events(jsonlTable(reading.file, reading.encoding), reading)

export const copus = (reading: Reading): Read => sheet(csvTable(reading.file, reading.encoding), reading)

/** A count has no time; its column, or one of marks, may stand without one of times. */
const TIMED: readonly Role[] = ['time', 'value', 'mark']

function events(table: Table, reading: Reading): Read {
  const columns = readColumns(table, reading.columns)
  if (!columns.some(({ role }) => TIMED.includes(role))) {
    throw new InputError(
      `${reading.file.name}: no column tells the time of each row; say which with --column time=NAME, of ${table.header.join(', ')}.`,
    )
  }
  const { intake, problems, clock, title } = reading
  const notes = readEvents(table, columns, { intake, problems, clock, name: title })
  // What coach wrote says of each session what was watched, by its records; others' codes were all looked for.
  return { columns, notes, watchedAll: !columns.some(({ role }) => role === 'record') }
}

function sheet(table: Table, reading: Reading): Read {
  const columns = sheetColumns(table, reading.intervalMs)
  readSheet(table, columns, reading)
  const roleOf = (at: number): Role => {
    if (at === columns.time) return 'time'
    if (columns.codes.includes(at)) return 'behavior'
    return columns.session.includes(at) ? 'session' : 'skip'
  }
  return {
    columns: table.header.map((name, at) => ({ name, role: roleOf(at) })),
    notes: [`Each interval is ${columns.intervalMs / 1000} s long.`],
    watchedAll: true,
  }
}
