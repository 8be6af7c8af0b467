import type { Clock } from '../domain/clock.ts'
import { InputError } from '../domain/errors.ts'
import type { Observation, Session, SessionRecord } from '../domain/model.ts'
import { behaviorsOfSession } from './behaviors.ts'
import { type Database, statement } from './database.ts'
import { gapsOf } from './sessions.ts'

/** In the order of the columns of `SELECT`. */
type Row = readonly [
  number: number,
  uuid: string,
  behavior: number | null,
  mark: SessionRecord['mark'],
  atMs: number | null,
  value: number | null,
  starts: number | null,
  modifiers: string | null,
  words: string | null,
  flag: SessionRecord['flag'],
  kept: string | null,
]

/** Of a record `r`: nobody has voided it. */
const STANDS = 'NOT EXISTS (SELECT 1 FROM void WHERE void.session = r.session AND void.number = r.number)'

const SELECT = `
  SELECT r.number, r.uuid, r.version_id, r.mark, r.at_ms, r.value, r.starts, r.modifiers, r.words, r.flag, r.kept
  FROM record r
  WHERE r.session = ? AND ${STANDS}`

const NO_MODIFIERS: SessionRecord['modifiers'] = Object.freeze({})
const NOTHING_KEPT: SessionRecord['kept'] = Object.freeze([])

/** Few modifiers are chosen again and again, so each choice is parsed once. */
function recordReader(): (row: Row) => SessionRecord {
  const parsed = new Map<string, SessionRecord['modifiers']>()
  const modifiersOf = (json: string): SessionRecord['modifiers'] => {
    const known = parsed.get(json)
    if (known !== undefined) return known
    const modifiers = Object.freeze(JSON.parse(json) as Record<string, string>)
    parsed.set(json, modifiers)
    return modifiers
  }
  return ([number, uuid, behavior, mark, atMs, value, starts, modifiers, words, flag, kept]) => ({
    number,
    uuid,
    behavior,
    mark,
    atMs,
    value,
    starts,
    modifiers: modifiers === null ? NO_MODIFIERS : modifiersOf(modifiers),
    words,
    flag,
    kept: kept === null ? NOTHING_KEPT : (JSON.parse(kept) as string[]),
  })
}

/**
 * The records of a session that stand, in the order in which they were made, from `after` on.
 * @param limit at most so many; -1 for all
 */
export const recordsOf = (db: Database, session: number, after = 0, limit = -1): SessionRecord[] =>
  statement<[number, number, number], Row>(db, `${SELECT} AND r.number > ? ORDER BY r.number LIMIT ?`)
    .raw(true)
    .all(session, after, limit)
    .map(recordReader())

/** A session with everything seen in it. */
export const observationOf = (db: Database, session: Session): Observation => ({
  session,
  behaviors: behaviorsOfSession(db, session.number),
  records: recordsOf(db, session.number),
  gaps: gapsOf(db, session.number),
})

export type NewRecord = Omit<SessionRecord, 'number' | 'uuid'>

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
  kept: NOTHING_KEPT,
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
    const uuid = clock.uuid()
    const hasModifiers = Object.keys(record.modifiers).length > 0
    const atMs = record.atMs === null ? null : Math.round(record.atMs)
    insert.run(
      session,
      number,
      uuid,
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
    return { ...record, number, uuid, atMs }
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
