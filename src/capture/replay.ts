import type { Clock } from '../domain/clock.ts'
import type { Session } from '../domain/model.ts'
import type { Database } from '../store/database.ts'
import { recordWriter } from '../store/records.ts'
import { addGap, endSession, type NewSession, sessionByNumber, startSession } from '../store/sessions.ts'
import type { Entries } from './entries.ts'

/** Stores a whole session that was written down elsewhere: all of it or nothing. */
export function storeEntries(db: Database, clock: Clock, start: NewSession, entries: Entries): Session {
  return db
    .transaction(() => {
      const session = startSession(db, clock, start)
      const write = recordWriter(db, clock, session.number)
      for (const draft of entries.drafts) write(draft)
      for (const gap of entries.gaps) addGap(db, session.number, gap.fromMs, gap.reason, gap.toMs)
      endSession(db, session.number, entries.lengthMs)
      return sessionByNumber(db, session.number) as Session
    })
    .immediate()
}
