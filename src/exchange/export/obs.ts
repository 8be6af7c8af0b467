import { UsageError } from '../../domain/errors.ts'
import type { Observation, SessionRecord } from '../../domain/model.ts'
import { sessionInterval } from '../../store/archive.ts'
import { writeLog } from '../obs.ts'
import type { Source } from '../source.ts'

/**
 * One session as an observation log. Its lines are in order of time, so its records are gathered first.
 * @throws UsageError when several sessions are selected: a log holds one
 */
export function* write(source: Source): Generator<string> {
  const [session] = source.stored
  if (session === undefined || source.stored.length > 1) {
    throw new UsageError(
      `An observation log holds one session and ${source.stored.length} are selected; name one with --session.`,
    )
  }
  const records: SessionRecord[] = []
  let whole: Observation | undefined
  for (const part of source.parts()) {
    records.push(...part.records)
    whole = { ...part, records }
  }
  if (whole !== undefined) yield writeLog(whole, sessionInterval(source.db, session.number))
}
