import type { Clock } from '../domain/clock.ts'
import { InputError } from '../domain/errors.ts'
import type { Agreement, Behavior, Gap, GapReason, Person, Session } from '../domain/model.ts'
import { agreementById } from './agreements.ts'
import { type Database, statement } from './database.ts'

interface Row {
  number: number
  uuid: string
  agreementId: number
  state: Session['state']
  startedAt: string
  timeZone: string
  plannedMs: number | null
  lengthMs: number
  place: string | null
  observerId: number
  observerUuid: string
  observerName: string
  observerStage: Person['stage']
}

// The heartbeat of a running session may be behind what was recorded since.
const SELECT = `
  SELECT s.number, s.uuid, s.agreement_id AS agreementId, s.state, s.started_at AS startedAt,
    s.time_zone AS timeZone, s.planned_ms AS plannedMs, s.place,
    CASE s.state WHEN 'ended' THEN s.length_ms ELSE
      max(s.length_ms, (SELECT coalesce(max(at_ms), 0) FROM record WHERE session = s.number)) END AS lengthMs,
    o.id AS observerId, o.uuid AS observerUuid, o.name AS observerName, o.career_stage AS observerStage
  FROM session s JOIN person o ON o.id = s.observer_id`

const fromRow = (db: Database, row: Row): Session => ({
  uuid: row.uuid,
  number: row.number,
  agreement: agreementById(db, row.agreementId),
  observer: { id: row.observerId, uuid: row.observerUuid, name: row.observerName, stage: row.observerStage },
  state: row.state,
  startedAt: row.startedAt,
  timeZone: row.timeZone,
  plannedMs: row.plannedMs,
  lengthMs: row.lengthMs,
  place: row.place,
})

/** All sessions, the first one first, or those with one protégé. */
export const allSessions = (db: Database, protege?: Person): Session[] =>
  db
    .prepare<[], Row>(`${SELECT} ORDER BY s.number`)
    .all()
    .map((row) => fromRow(db, row))
    .filter((session) => protege === undefined || session.agreement.protege.id === protege.id)

export function sessionByNumber(db: Database, number: number): Session | undefined {
  const row = statement<[number], Row>(db, `${SELECT} WHERE s.number = ?`).get(number)
  return row && fromRow(db, row)
}

/** The session that is being recorded, or undefined. */
export function runningSession(db: Database): Session | undefined {
  const row = db.prepare<[], Row>(`${SELECT} WHERE s.state = 'running' ORDER BY s.number DESC LIMIT 1`).get()
  return row && fromRow(db, row)
}

/**
 * The session meant by its number, `last`, or a date (`2026-11-20`, in the session's own time zone).
 * @throws InputError when none or several are meant
 */
export function findSession(db: Database, text = 'last'): Session {
  if (text === 'last') {
    const row = db.prepare<[], Row>(`${SELECT} ORDER BY s.started_at DESC, s.number DESC LIMIT 1`).get()
    if (row === undefined) throw new InputError('No session is recorded yet; start one with coach observe.')
    return fromRow(db, row)
  }
  const found = /^\d+$/.test(text)
    ? [sessionByNumber(db, Number(text))].filter((session) => session !== undefined)
    : allSessions(db).filter((session) => localDate(session) === text)
  if (found.length === 1) return found[0] as Session
  if (found.length > 1) {
    throw new InputError(
      `Several sessions were held on ${text}; type one of the numbers ${found.map(({ number }) => number).join(', ')}.`,
    )
  }
  throw new InputError(
    `There is no session '${text}'; type a number, last, or a date as 2026-11-20 (coach session list shows them).`,
  )
}

/** The date on which a session began, where it was held: `2026-11-20`. */
export const localDate = (session: Session): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: session.timeZone, dateStyle: 'short' }).format(
    new Date(session.startedAt),
  )

export interface NewSession {
  readonly agreement: Agreement
  readonly observer: Person
  readonly behaviors: readonly Behavior[]
  readonly startedAt: Date
  readonly timeZone: string
  readonly plannedMs: number | null
  /** The interval length of this session, where it is not each behavior's own. */
  readonly intervalMs: number | null
  readonly place: string | null
}

/** Starts a session that watches the behaviors given, in the versions given. */
export function startSession(db: Database, clock: Clock, start: NewSession): Session {
  return db
    .transaction(() => {
      const { lastInsertRowid } = statement(
        db,
        `INSERT INTO session (uuid, agreement_id, observer_id, state, started_at, time_zone, planned_ms, interval_ms, length_ms, place)
           VALUES (?, ?, ?, 'running', ?, ?, ?, ?, 0, ?)`,
      ).run(
        clock.uuid(),
        start.agreement.id,
        start.observer.id,
        start.startedAt.toISOString(),
        start.timeZone,
        start.plannedMs,
        start.intervalMs,
        start.place,
      )
      const number = Number(lastInsertRowid)
      const watch = statement(db, 'INSERT INTO session_behavior (session, version_id) VALUES (?, ?)')
      for (const behavior of start.behaviors) watch.run(number, behavior.id)
      return sessionByNumber(db, number) as Session
    })
    .immediate()
}

/** Notes the last moment known of a running session, so that a crash loses no observed time. */
export function touchSession(db: Database, session: number, lengthMs: number): void {
  db.prepare("UPDATE session SET length_ms = max(length_ms, ?) WHERE number = ? AND state = 'running'").run(
    Math.round(lengthMs),
    session,
  )
}

/** Ends a session at a length; an open gap ends with it. */
export function endSession(db: Database, session: number, lengthMs: number): void {
  db.transaction(() => {
    closeGap(db, session, lengthMs)
    statement(db, "UPDATE session SET state = 'ended', length_ms = ? WHERE number = ?").run(
      Math.round(lengthMs),
      session,
    )
  }).immediate()
}

/**
 * Notes which process observes a session, so that a second one does not take it for left behind.
 * @throws InputError while another process that is still there observes it
 */
export function claimSession(db: Database, session: Session, process: Observing): void {
  const unseenMs = process.now().getTime() - Date.parse(session.startedAt) - session.lengthMs
  db.transaction(() => {
    const claim = db.prepare<[], string>("SELECT value FROM setting WHERE name = 'observing'").pluck().get()
    const [number, pid] = (claim ?? '').split(' ').map(Number)
    const isOther = number === session.number && pid !== undefined && pid !== process.pid
    // Numbers of processes come round again: only one that was heard of just now is believed.
    if (isOther && unseenMs < CLAIM_MS && process.isRunning(pid)) {
      throw new InputError(
        `Session ${session.number} is being observed in another terminal; go on there, or leave it there first with Ctrl-C.`,
      )
    }
    db.prepare("INSERT OR REPLACE INTO setting (name, value) VALUES ('observing', ?)").run(
      `${session.number} ${process.pid}`,
    )
  }).immediate()
}

/** A live session notes the last moment known every second. */
const CLAIM_MS = 15_000

interface Observing extends Pick<Clock, 'now'> {
  readonly pid: number
  isRunning(pid: number): boolean
}

/** What may be put right afterwards without touching the data. */
export function editSession(
  db: Database,
  session: Session,
  change: { readonly place?: string | undefined; readonly observer?: Person | undefined },
): Session {
  db.prepare('UPDATE session SET place = ?, observer_id = ? WHERE number = ?').run(
    change.place ?? session.place,
    change.observer?.id ?? session.observer.id,
    session.number,
  )
  return sessionByNumber(db, session.number) as Session
}

export const gapsOf = (db: Database, session: number): Gap[] =>
  statement<[number], Gap>(
    db,
    'SELECT from_ms AS fromMs, to_ms AS toMs, reason FROM gap WHERE session = ? ORDER BY from_ms',
  ).all(session)

/** Opens a gap, or stores a whole one where its end is known. */
export function addGap(
  db: Database,
  session: number,
  fromMs: number,
  reason: GapReason,
  toMs: number | null = null,
): void {
  statement(db, 'INSERT OR REPLACE INTO gap (session, from_ms, to_ms, reason) VALUES (?, ?, ?, ?)').run(
    session,
    Math.round(fromMs),
    toMs === null ? null : Math.round(toMs),
    reason,
  )
}

/** Ends the open gap of a session, where there is one. */
export function closeGap(db: Database, session: number, toMs: number): void {
  statement(db, 'UPDATE gap SET to_ms = max(from_ms, ?) WHERE session = ? AND to_ms IS NULL').run(
    Math.round(toMs),
    session,
  )
}

/** How many records stand in each session, by its number. */
export const recordCounts = (db: Database): Map<number, number> =>
  new Map(
    db
      .prepare<[], { session: number; count: number }>(
        `SELECT session, count(*) AS count FROM record r
         WHERE NOT EXISTS (SELECT 1 FROM void WHERE void.session = r.session AND void.number = r.number)
         GROUP BY session`,
      )
      .all()
      .map(({ session, count }) => [session, count]),
  )
