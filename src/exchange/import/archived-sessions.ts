import type { Clock } from '../../domain/clock.ts'
import { InputError } from '../../domain/errors.ts'
import { type BulkWriter, bulkRecordWriter } from '../../store/bulk.ts'
import type { Database } from '../../store/database.ts'
import { runningSession, sessionByNumber } from '../../store/sessions.ts'
import { idOf, insertRow, sessionNumberOf } from '../../store/unarchive.ts'
import type { ArchivedRecord, ArchivedSession } from '../schema.ts'
import type { ReadSession } from './intake.ts'
import type { Problems } from './problems.ts'

/** The numbers here of what an archive names by uuid. */
export interface Known {
  readonly people: Map<string, number>
  readonly agreements: Map<string, number>
  readonly behaviors: Map<string, number>
  /** By `uuid version`. */
  readonly versions: Map<string, number>
  readonly sessions: Map<string, number>
}

/** @throws InputError when the file does not have what is named */
export function found(values: ReadonlyMap<string, number>, uuid: string, what: string): number {
  const value = values.get(uuid)
  if (value === undefined) throw new InputError(`names the ${what} ${uuid}, which the file does not have`)
  return value
}

/** Adds the sessions that are not here yet, in the order of the archive. */
export function archivedSessions(
  sessions: readonly ArchivedSession[],
  known: Known,
  { db, clock, problems }: { readonly db: Database; readonly clock: Clock; readonly problems: Problems },
): { readonly sessions: ReadSession[]; readonly sessionsThere: number } {
  const records = bulkRecordWriter(db, clock)
  const added: ReadSession[] = []
  for (const [at, session] of sessions.entries()) {
    const there = sessionNumberOf(db, session.uuid)
    const place = `sessions[${at}]`
    const number = there ?? problems.at(place, () => addSession(db, session, known))
    if (number === null) continue
    known.sessions.set(session.uuid, number)
    if (there !== undefined) continue
    added.push({ number, records: session.records.length, lengthIsSaid: true })
    addRecords(session.records, number, known, records, place, problems)
  }
  records.flush()
  return { sessions: added, sessionsThere: sessions.length - added.length }
}

function addSession(db: Database, session: ArchivedSession, known: Known): number {
  const taken = sessionByNumber(db, session.number) !== undefined
  const number = insertRow(db, 'session', {
    ...(taken ? {} : { number: session.number }),
    uuid: session.uuid,
    agreement_id: found(known.agreements, session.agreement, 'agreement'),
    observer_id: found(known.people, session.observer, 'person'),
    // One session is recorded at a time.
    state: runningSession(db) === undefined ? session.state : 'ended',
    started_at: session.started_at,
    time_zone: session.time_zone,
    planned_ms: session.planned_ms,
    interval_ms: session.interval_ms,
    length_ms: session.length_ms,
    place: session.place,
  })
  const versions = new Set(
    session.behaviors.map(({ behavior, version }) =>
      found(known.versions, `${behavior} ${version}`, 'behavior'),
    ),
  )
  for (const version of versions) insertRow(db, 'session_behavior', { session: number, version_id: version })
  addGaps(db, session, number)
  for (const { uuid, stage, question, answer, answered_at } of session.reflections) {
    if (idOf(db, 'reflection', uuid) !== undefined)
      throw new InputError(`the reflection ${uuid} is there already`)
    insertRow(db, 'reflection', { uuid, session: number, stage, question, answer, answered_at })
  }
  return number
}

function addGaps(db: Database, { gaps }: ArchivedSession, session: number): void {
  const begun = new Set<number>()
  for (const { from_ms, to_ms, reason } of gaps) {
    if (begun.has(from_ms)) throw new InputError(`two gaps begin at ${from_ms} ms`)
    if (to_ms !== null && to_ms < from_ms)
      throw new InputError(`the gap at ${from_ms} ms ends before it begins`)
    begun.add(from_ms)
    insertRow(db, 'gap', { session, from_ms, to_ms, reason })
  }
}

function addRecords(
  records: readonly ArchivedRecord[],
  session: number,
  known: Known,
  writer: BulkWriter,
  place: string,
  problems: Problems,
): void {
  let last = 0
  const starts = new Set<number>()
  for (const [at, record] of records.entries()) {
    const { number, mark, at_ms, value, modifiers, words, flag, kept, uuid } = record
    const wrong = (message: string): void => problems.add(`${place}.records[${at}]`, message)
    const version =
      record.behavior === null ? null : known.versions.get(`${record.behavior} ${record.version}`)
    if (version === undefined) {
      wrong(
        `names version ${record.version} of the behavior ${record.behavior}, which the file does not have`,
      )
      continue
    }
    if (number <= last) {
      wrong(`number ${number} comes after ${last}`)
      continue
    }
    last = number
    if (mark === 'start') starts.add(number)
    if (record.starts !== null && !starts.has(record.starts))
      wrong(`ends record ${record.starts}, which is no start`)
    writer.write(
      {
        session,
        number,
        version,
        mark,
        atMs: at_ms,
        value,
        starts: record.starts,
        modifiers: Object.keys(modifiers).length === 0 ? null : JSON.stringify(modifiers),
        words,
        flag,
        kept: kept.length === 0 ? null : JSON.stringify(kept),
      },
      uuid,
    )
  }
}
