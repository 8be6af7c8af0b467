import { UsageError } from '../../domain/errors.ts'
import type { SessionRecord } from '../../domain/model.ts'
import { sessionInterval } from '../../store/archive.ts'
import { writeLog } from '../obs.ts'
import type { Source } from '../source.ts'

/**
 * One session as an observation log.
 * @throws UsageError when several sessions are selected: a log holds one
 */
export function* write(source: Source): Generator<string> {
  const [session] = source.stored
  const [outline] = source.outlines
  if (session === undefined || outline === undefined || source.outlines.length > 1) {
    throw new UsageError(
      `An observation log holds one session and ${source.stored.length} are selected; name one with --session.`,
    )
  }
  yield* writeLog(outline, recordsOf(source, outline), sessionInterval(source.db, session.number))
}

function* recordsOf(source: Source, outline: Source['outlines'][number]): Generator<SessionRecord> {
  for (const { records } of source.partsOf(outline, 'timed')) yield* records
}
