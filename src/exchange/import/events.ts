import { LOG_WORDS } from '../../domain/behavior.ts'
import type { Clock } from '../../domain/clock.ts'
import { InputError } from '../../domain/errors.ts'
import type { Technique } from '../../domain/model.ts'
import { parseWhen } from '../../domain/when.ts'
import type { IncomingBehavior } from './codebook.ts'
import { modifierName, type ReadColumn, type Role } from './columns.ts'
import { type CellReader, cellReader, entryReader, type RowEntry, timeReader } from './entries.ts'
import { type IncomingSession, type Intake, remembered, type Said } from './intake.ts'
import type { Problems } from './problems.ts'
import type { Row, Table } from './table.ts'

export interface EventsInto {
  readonly intake: Intake
  readonly problems: Problems
  readonly clock: Clock
  /** The code of every row, where no column has codes. */
  readonly name: string
}

/**
 * Reads a table with a row a record (as `coach export` writes it) or a row a bout (an onset with an end or a duration).
 * Without a column of codes all rows are one behavior: its words, and beside it the waits where there are some.
 * Returns what was done that the file does not say.
 */
export function readEvents(table: Table, columns: readonly ReadColumn[], into: EventsInto): string[] {
  const { intake, problems } = into
  const hasCodes = columns.some(({ role }) => role === 'behavior')
  const borrowed: number[] = []
  const entryOf = entryReader(table, columns, problems, { only: hasCodes ? null : into.name, borrowed })
  const sessionOf = sessionReader(table, columns, into)
  const behaviorOf = behaviorReader(table, columns, into)
  const choose = chooser(columns, into)
  const quotes = !hasCodes && columns.some(({ role }) => role === 'words')
  for (const row of table.rows(problems)) {
    const session = sessionOf(row)
    const entry = entryOf(row)
    if (session === null || entry === null) continue
    if (entry.code === '' || isLogWord(entry.code)) {
      readLogWord(session, entry, into)
      continue
    }
    // Words and their wait are two things to see: what was said, and how long it took to be answered.
    const isWait = entry.waitMs !== null && !quotes
    const technique = entry.technique ?? likelyTechnique(entry, quotes, isWait)
    const behavior = behaviorOf(row, session, entry.code, technique)
    if (behavior !== null) store(session, behavior, entry, isWait, choose(row, behavior), intake)
    if (entry.waitMs === null || isWait) continue
    const wait = behaviorOf(row, session, `${entry.code}, wait`, 'latency')
    if (wait !== null) addBout(session, wait, entry, entry.waitMs, { modifiers: choose(row, wait) }, intake)
  }
  return borrowed.length === 0 ? [] : [borrowedNote(borrowed)]
}

function store(
  session: IncomingSession,
  behavior: IncomingBehavior,
  entry: RowEntry,
  isWait: boolean,
  modifiers: string | null,
  intake: Intake,
): void {
  const { mark, atMs, value, words, flag, kept, number, starts, line } = entry
  const said: Said = { value, modifiers, words, flag, kept, number, starts }
  const lengthMs = entry.durationMs ?? (isWait ? entry.waitMs : null)
  if (mark === 'tally') intake.add(session, behavior, mark, null, { ...said, value: value ?? 1 }, line)
  else if (mark !== null) intake.add(session, behavior, mark, atMs, said, line)
  else if (lengthMs !== null) addBout(session, behavior, entry, lengthMs, said, intake)
  else intake.add(session, behavior, 'point', atMs, said, line)
}

function addBout(
  session: IncomingSession,
  behavior: IncomingBehavior,
  { atMs, line }: RowEntry,
  lengthMs: number,
  said: Said,
  intake: Intake,
): void {
  const fromMs = atMs ?? 0
  const starts = intake.add(session, behavior, 'start', fromMs, said, line)
  const { modifiers = null } = said
  intake.add(session, behavior, 'stop', fromMs + lengthMs, { modifiers, starts }, line)
}

/** What a code is recorded as, by the first row that has it. */
function likelyTechnique(entry: RowEntry, quotes: boolean, isWait: boolean): Technique {
  if (isWait) return 'latency'
  if (entry.durationMs !== null || entry.mark === 'start' || entry.mark === 'stop') return 'duration'
  if (entry.mark === 'interval') return 'partial-interval'
  if (entry.mark === 'check') return 'checklist'
  return quotes && entry.mark !== 'tally' ? 'verbatim' : 'event'
}

const isLogWord = (code: string): boolean => LOG_WORDS.some((word) => word === code.toLowerCase())

/** The log's own words mean in a table what they mean in a log; a record without a code is a note on the session. */
function readLogWord(session: IncomingSession, entry: RowEntry, { intake, problems }: EventsInto): void {
  const { code, atMs, line, words, flag, kept, number } = entry
  if (code.toLowerCase() === 'end') {
    session.lengthMs ??= atMs
    return
  }
  if (code !== '' && code.toLowerCase() !== 'note') {
    problems.add(line, `'${code}' can't be read in a table; an observation log can say it`)
  } else if (words === null) problems.add(line, 'has neither a code nor words')
  else intake.add(session, null, 'point', atMs, { words, flag, kept, number }, line)
}

/** What a session has one of: rows that differ in it belong to different sessions. */
const TELLING: readonly Role[] = ['session', 'person', 'date', 'place', 'observer']

/** The session that each row belongs to: one for each value of the columns that tell them apart. */
function sessionReader(
  table: Table,
  columns: readonly ReadColumn[],
  { intake, problems, clock }: EventsInto,
): (row: Row) => IncomingSession | null {
  const cellOf = cellReader(columns)
  const timeOf = timeReader(table, columns, problems)
  const zoneOf = remembered(zoneIn)
  const telling = columns.filter(({ role }) => TELLING.includes(role))
  const known = new Map<string, IncomingSession | null>()
  let last: { readonly key: string; readonly session: IncomingSession | null } | undefined

  const begin = (row: Row): IncomingSession | null => {
    const date = cellOf(row, 'date').trim()
    return intake.session({
      place: row.line,
      person: cellOf(row, 'person').trim() || null,
      startedAt: date === '' ? null : problems.at(row.line, () => parseWhen(date, clock.now())),
      timeZone: problems.at(row.line, () => zoneOf(cellOf(row, 'zone').trim())),
      lengthMs: timeOf(row, 'length') ?? null,
      plannedMs: null,
      intervalMs: null,
      observer: cellOf(row, 'observer').trim() || null,
      where: cellOf(row, 'place').trim() || null,
    })
  }
  return (row) => {
    let key = ''
    for (const { at } of telling) key += `${row.cells[at]}\0`
    if (last?.key === key) return last.session
    const session = known.has(key) ? (known.get(key) ?? null) : begin(row)
    known.set(key, session)
    last = { key, session }
    return session
  }
}

/** Slow, as the platform goes about it. */
function zoneIn(text: string): string | null {
  if (text === '') return null
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return text
  } catch {
    throw new InputError(`'${text}' is no time zone; type one as Europe/Madrid`)
  }
}

function behaviorReader(
  table: Table,
  columns: readonly ReadColumn[],
  { intake, problems }: EventsInto,
): (row: Row, session: IncomingSession, code: string, technique: Technique) => IncomingBehavior | null {
  const cellOf: CellReader = cellReader(columns)
  const timeOf = timeReader(table, columns, problems)
  return ({ line, cells }, session, code, technique) =>
    intake.codes.behavior(session.agreement, code, line, () => ({
      technique,
      key: cellOf({ line, cells }, 'key').trim(),
      intervalMs: timeOf({ line, cells }, 'interval') ?? null,
    }))
}

/** The modifiers of a row, worked out once for each combination of values. */
function chooser(
  columns: readonly ReadColumn[],
  { intake }: EventsInto,
): (row: Row, behavior: IncomingBehavior) => string | null {
  const modifiers = columns.filter(({ role }) => role === 'modifier')
  const known = new Map<string, string | null>()
  return (row, behavior) => {
    if (modifiers.length === 0) return null
    let key = String(behavior.version)
    for (const { at } of modifiers) key += `\0${row.cells[at]}`
    const before = known.get(key)
    if (before !== undefined) return before
    const chosen = modifiers.map(
      (column) => [modifierName(column), (row.cells[column.at] ?? '').trim()] as const,
    )
    const json = intake.codes.choose(behavior, chosen, row.line)
    known.set(key, json)
    return json
  }
}

function borrowedNote(lines: readonly number[]): string {
  const shown = lines.slice(0, 5).join(', ')
  return lines.length === 1
    ? `Line ${shown} has no time; it was given that of the row before.`
    : `Lines ${shown}${lines.length > 5 ? ' and others' : ''} have no time; each was given that of the row before.`
}
