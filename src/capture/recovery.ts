import type { Clock } from '../domain/clock.ts'
import type { Session } from '../domain/model.ts'
import { behaviorsOfSession } from '../store/behaviors.ts'
import type { Database } from '../store/database.ts'
import { recordsOf, recordWriter } from '../store/records.ts'
import { addGap, closeGap, endSession, gapsOf, sessionByNumber, touchSession } from '../store/sessions.ts'
import { liveState, runningDurations } from './live/state.ts'
import { stopOf } from './live/steps.ts'

/** Goes on with a session that was left or cut off: the time since the last moment known becomes a gap. */
export function resumeSession(db: Database, clock: Clock, { number }: Session): void {
  db.transaction(() => {
    const { session, knownMs } = closeAtLastMoment(db, clock, number)
    const nowMs = clock.now().getTime() - Date.parse(session.startedAt)
    if (nowMs > knownMs) addGap(db, number, knownMs, 'interruption', nowMs)
    touchSession(db, number, nowMs)
  }).immediate()
}

/** Ends a session that was left or cut off, at the last moment known. */
export function endRecovered(db: Database, clock: Clock, { number }: Session): void {
  db.transaction(() => {
    const { knownMs } = closeAtLastMoment(db, clock, number)
    endSession(db, number, knownMs)
  }).immediate()
}

/**
 * Closes what was running at the last moment known, since nobody saw how it went on: durations, marked as recovered, and a
 * pause. That moment is the latest of the session's heartbeat, its records and its gaps.
 */
function closeAtLastMoment(
  db: Database,
  clock: Clock,
  number: number,
): { session: Session; knownMs: number } {
  const session = sessionByNumber(db, number) as Session
  const records = recordsOf(db, number)
  const gaps = gapsOf(db, number)
  let knownMs = session.lengthMs
  for (const { atMs } of records) knownMs = Math.max(knownMs, atMs ?? 0)
  for (const { fromMs, toMs } of gaps) knownMs = Math.max(knownMs, toMs ?? fromMs)
  const write = recordWriter(db, clock, number)
  const state = liveState(session, behaviorsOfSession(db, number), records, gaps, knownMs)
  for (const start of runningDurations(state)) write(stopOf(start, knownMs, 'recovered'))
  closeGap(db, number, knownMs)
  return { session, knownMs }
}
