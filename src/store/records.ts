import type { Clock } from '../domain/clock.ts'
import { InputError } from '../domain/errors.ts'
import type {
  IdentifiedObservation,
  IdentifiedRecord,
  Observation,
  Session,
  SessionRecord,
} from '../domain/model.ts'
import { behaviorsOfSession } from './behaviors.ts'
import { type Database, statement } from './database.ts'
import { gapsOf } from './sessions.ts'

/** Of a record `r`: nobody has voided it. */
const STANDS = 'NOT EXISTS (SELECT 1 FROM void WHERE void.session = r.session AND void.number = r.number)'

/** What most records have. */
const COLUMNS = ['number', 'version_id', 'mark', 'at_ms', 'starts', 'modifiers'] as const
/** What few have, so that it is read of those alone. */
const SAID = ['value', 'words', 'flag', 'kept'] as const

type SaidRow = readonly [
  number: number,
  value: number | null,
  words: string | null,
  flag: SessionRecord['flag'],
  kept: string | null,
]

/** In the order of `COLUMNS`, each of as many values as there are records; then what was said, and uuids where they were asked for. */
type Columns = readonly [
  numbers: number[],
  behaviors: (number | null)[],
  marks: SessionRecord['mark'][],
  times: (number | null)[],
  starts: (number | null)[],
  modifiers: (string | null)[],
  said: SaidRow[],
  uuids?: string[],
]

/** One row, in which each column is a JSON array: a row for each record would take half as long again. */
const ARRAYS = `
  ${COLUMNS.map((column) => `json_group_array(${column})`).join()},
  json_group_array(json_array(number, ${SAID.join()})) FILTER (WHERE coalesce(${SAID.join()}) IS NOT NULL)`

/** Without an order, which would be another pass: the table is kept in that of its key. */
const SELECT_SESSION = `SELECT ${ARRAYS} FROM record WHERE session = ?`
const selectIdentified = (records: string): string =>
  `SELECT ${ARRAYS}, json_group_array(uuid) FROM (SELECT r.* FROM ${records})`
const SELECT_PAGE = selectIdentified(
  `record r WHERE session = ? AND ${STANDS} AND number > ? ORDER BY number LIMIT ?`,
)
const SELECT_BY_NUMBER = selectIdentified(
  'json_each(?) page CROSS JOIN record r ON r.session = ? AND r.number = page.value ORDER BY page.key',
)

const columnsOf = (db: Database, sql: string, ...parameters: (string | number)[]): Columns =>
  (
    statement<(string | number)[], string[]>(db, sql)
      .raw(true)
      .get(...parameters) ?? []
  ).map((column): unknown => JSON.parse(column)) as unknown as Columns

const NO_MODIFIERS: SessionRecord['modifiers'] = Object.freeze({})

/** @param voided the numbers of those to leave out, in ascending order */
function fromColumns(columns: Columns, voided: readonly number[] = []): SessionRecord[] {
  const [numbers, behaviors, marks, times, starts, modifiers, said] = columns
  const modifiersOf = modifiersReader()
  const saidOf = new Map(said.map((row) => [row[0], fromRow(row)]))
  const records: SessionRecord[] = []
  let voids = 0
  numbers.forEach((number, index) => {
    if (number === voided[voids]) {
      voids++
      return
    }
    const { value, words, flag, kept } = saidOf.get(number) ?? NOTHING_SAID
    records.push({
      number,
      behavior: behaviors[index] ?? null,
      mark: marks[index] as SessionRecord['mark'],
      atMs: times[index] ?? null,
      value,
      starts: starts[index] ?? null,
      modifiers: modifiersOf(modifiers[index] ?? null),
      words,
      flag,
      kept,
    })
  })
  return records
}

type Said = Pick<SessionRecord, (typeof SAID)[number]>

const NOTHING_SAID: Said = { value: null, words: null, flag: null, kept: Object.freeze([]) }

const fromRow = ([, value, words, flag, kept]: SaidRow): Said => ({
  value,
  words,
  flag,
  kept: kept === null ? NOTHING_SAID.kept : (JSON.parse(kept) as string[]),
})

/** Few modifiers are chosen again and again, so each choice is parsed once, and all that say the same share it. */
function modifiersReader(): (json: string | null) => SessionRecord['modifiers'] {
  const parsed = new Map<string, SessionRecord['modifiers']>()
  return (json) => {
    if (json === null) return NO_MODIFIERS
    const known = parsed.get(json)
    if (known !== undefined) return known
    const modifiers = Object.freeze(JSON.parse(json) as Record<string, string>)
    parsed.set(json, modifiers)
    return modifiers
  }
}

/** The records of a session that stand, in the order in which they were made. */
export function recordsOf(db: Database, session: number): SessionRecord[] {
  // To ask of each record whether it was voided would take a third of the time that it takes to read them.
  const voided = statement<[number], number>(db, 'SELECT number FROM void WHERE session = ? ORDER BY number')
    .pluck()
    .all(session)
  return fromColumns(columnsOf(db, SELECT_SESSION, session), voided)
}

/**
 * The same records with their uuids, from `after` on.
 * @param limit at most so many; -1 for all
 */
export const identifiedRecordsOf = (
  db: Database,
  session: number,
  after = 0,
  limit = -1,
): IdentifiedRecord[] => identified(columnsOf(db, SELECT_PAGE, session, after, limit))

function identified(columns: Columns): IdentifiedRecord[] {
  const uuids = columns.at(-1) as string[]
  return fromColumns(columns).map((record, index) => ({ ...record, uuid: uuids[index] as string }))
}

/**
 * The records of a session that stand as an export may need them:
 * - `made`: in the order in which they were made;
 * - `timed`: by their time, those without one last;
 * - `paired`: by the time of what they belong to, so that an end follows its beginning at once;
 * - `notes`: those on the session as a whole, as they were made.
 */
export type Reading = 'made' | 'timed' | 'paired' | 'notes'

const NUMBERS: Readonly<Record<Exclude<Reading, 'made'>, string>> = {
  timed: `SELECT number FROM record r WHERE session = ? AND ${STANDS} ORDER BY at_ms IS NULL, at_ms, number`,
  paired: `SELECT r.number FROM record r LEFT JOIN record b ON b.session = r.session AND b.number = r.starts
    WHERE r.session = ? AND ${STANDS}
    ORDER BY coalesce(b.at_ms, r.at_ms) IS NULL, coalesce(b.at_ms, r.at_ms), coalesce(r.starts, r.number), r.number`,
  notes: `SELECT number FROM record r WHERE session = ? AND ${STANDS} AND version_id IS NULL ORDER BY number`,
}

/**
 * Reads a session page by page, in memory that does not grow with it: SQLite sorts the numbers alone, on the disk where
 * there are many. Each page has `size` records but the last, which is shorter and may be empty.
 */
export const identifiedPages = (
  db: Database,
  session: number,
  reading: Reading,
  size: number,
): Generator<IdentifiedRecord[]> =>
  reading === 'made' ? pagesAsMade(db, session, size) : pagesSorted(db, session, NUMBERS[reading], size)

function* pagesAsMade(db: Database, session: number, size: number): Generator<IdentifiedRecord[]> {
  let page: IdentifiedRecord[]
  let after = 0
  do {
    page = identifiedRecordsOf(db, session, after, size)
    yield page
    after = page.at(-1)?.number ?? after
  } while (page.length === size)
}

function* pagesSorted(
  db: Database,
  session: number,
  numbers: string,
  size: number,
): Generator<IdentifiedRecord[]> {
  const read = (page: readonly number[]): IdentifiedRecord[] =>
    identified(columnsOf(db, SELECT_BY_NUMBER, JSON.stringify(page), session))
  let page: number[] = []
  for (const number of statement<[number], number>(db, numbers).pluck().iterate(session)) {
    if (page.push(number) < size) continue
    yield read(page)
    page = []
  }
  yield read(page)
}

const outlineOf = (db: Database, session: Session): Omit<Observation, 'records'> => ({
  session,
  behaviors: behaviorsOfSession(db, session.number),
  gaps: gapsOf(db, session.number),
})

/** A session with everything seen in it. */
export const observationOf = (db: Database, session: Session): Observation => ({
  ...outlineOf(db, session),
  records: recordsOf(db, session.number),
})

/** The same with what tells its records from all others. */
export const identifiedObservationOf = (db: Database, session: Session): IdentifiedObservation => ({
  ...outlineOf(db, session),
  records: identifiedRecordsOf(db, session.number),
})

export type NewRecord = Omit<SessionRecord, 'number'>

/** What most records are: one moment, with nothing said about it. */
export const plainRecord: NewRecord = {
  behavior: null,
  mark: 'point',
  atMs: null,
  value: null,
  starts: null,
  modifiers: NO_MODIFIERS,
  words: null,
  flag: null,
  kept: NOTHING_SAID.kept,
}

/**
 * A function that adds records to one session, each in a transaction of its own: when it returns, the record is on
 * the disk. Prepared once, since a live session calls it at every key press.
 */
export function recordWriter(
  db: Database,
  clock: Clock,
  session: number,
): (record: NewRecord) => SessionRecord {
  const next = db
    .prepare<[number], number>('SELECT coalesce(max(number), 0) + 1 FROM record WHERE session = ?')
    .pluck()
  const insert = db.prepare(
    `INSERT INTO record (session, number, uuid, version_id, mark, at_ms, value, starts, modifiers, words, flag, kept)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const add = db.transaction((record: NewRecord): SessionRecord => {
    const number = next.get(session) as number
    const hasModifiers = Object.keys(record.modifiers).length > 0
    const atMs = record.atMs === null ? null : Math.round(record.atMs)
    insert.run(
      session,
      number,
      clock.uuid(),
      record.behavior,
      record.mark,
      atMs,
      record.value,
      record.starts,
      hasModifiers ? JSON.stringify(record.modifiers) : null,
      record.words,
      record.flag,
      record.kept.length > 0 ? JSON.stringify(record.kept) : null,
    )
    return { ...record, number, atMs }
  })
  return (record) => add.immediate(record)
}

/**
 * Voids a record: it stays in the database, marked, and no output counts it. Voiding an onset voids its offset too.
 * Returns the numbers voided.
 * @throws InputError when no such record stands
 */
export function voidRecord(db: Database, clock: Clock, session: number, number: number): number[] {
  return db
    .transaction(() => {
      const voided = db
        .prepare<[number, number, number], number>(
          `SELECT number FROM record r WHERE session = ? AND (number = ? OR starts = ?) AND ${STANDS} ORDER BY number`,
        )
        .pluck()
        .all(session, number, number)
      if (!voided.includes(number)) {
        throw new InputError(
          `Session ${session} has no standing record ${number}; coach session show ${session} lists them.`,
        )
      }
      const insert = db.prepare('INSERT INTO void (session, number, voided_at) VALUES (?, ?, ?)')
      for (const each of voided) insert.run(session, each, clock.now().toISOString())
      return voided
    })
    .immediate()
}
