import { runningIn, toRecord } from '../capture/entries.ts'
import type { Sign } from '../capture/log.ts'
import { InputError, UsageError } from '../domain/errors.ts'
import { formatClock } from '../domain/format.ts'
import { parseClock } from '../domain/length.ts'
import type { Behavior, Session } from '../domain/model.ts'
import { behaviorNamed, behaviorsOfSession } from '../store/behaviors.ts'
import type { Database } from '../store/database.ts'
import { recordsOf, recordWriter } from '../store/records.ts'
import { findSession, runningSession, touchSession } from '../store/sessions.ts'
import { type Context, type Define, examples, gathered, say, wholeNumber } from './context.ts'

interface Options {
  readonly at?: string
  readonly note?: string
  readonly modifier?: string[]
  readonly count?: number
  readonly session?: string
  readonly strict?: boolean
}

export const define: Define = (command, context) => {
  const { io, database } = context
  command
    .argument('<behavior>', 'its key or name; + or - after it begins or ends, 1 or 0 scores an interval')
    .option('--at <position>', 'the time from the start of the session, as 12:05')
    .option('--modifier <value>', 'a value of one of its modifiers (repeatable)', gathered)
    .option('--note <words>', 'what was said or seen')
    .option('--count <number>', 'so many, counted without times', wholeNumber('--count', 1))
    .option('--session <number>', 'a session other than the running one')
    .option('--strict', 'store nothing when the note holds judgment')
    .action(async (text: string, options: Options) => {
      const db = await database()
      const session = sessionFor(db, options.session)
      const { behavior, sign } = signed(text, behaviorsOfSession(db, session.number))
      const atMs = options.count === undefined ? positionIn(session, options.at, io.now()) : null
      const { words, kept } = await noteOf(options, behavior, session, context)
      const entry = {
        atMs,
        sign,
        count: options.count ?? null,
        modifiers: options.modifier ?? [],
        words,
        flag: null,
        kept,
      }
      // One transaction, so that of two that begin a duration at once the second finds it running.
      const record = db
        .transaction(() => {
          const running = isPaired(behavior)
            ? runningIn(recordsOf(db, session.number), [behavior])
            : new Map()
          if (session.state === 'running' && atMs !== null) touchSession(db, session.number, atMs)
          return recordWriter(db, io, session.number)(toRecord(behavior, entry, running, 0, true))
        })
        .immediate()
      const what =
        { start: ' begins', stop: ' ends', interval: record.value === 1 ? ' scored' : ' not scored' }[
          record.mark as 'start'
        ] ?? ''
      const when = atMs === null ? `${record.value} without times` : formatClock(atMs)
      say(io, `${behavior.name}${what}, ${when} (session ${session.number}, record ${record.number})`)
    })
  examples(command, [
    'coach log q',
    "coach log q --at 12:05 --modifier recall --note 'What did we change?'",
    'coach log t+',
    'coach log q --count 12 --session 3',
  ])
}

/** The note as it is to be stored; what selective verbatim records are somebody's own words, and nobody's to settle. */
async function noteOf(
  { note, strict }: Options,
  { technique }: Behavior,
  { number }: Session,
  context: Context,
): Promise<{ words: string | null; kept: readonly string[] }> {
  if (note === undefined || note.trim() === '') return { words: null, kept: [] }
  if (technique === 'verbatim') return { words: note, kept: [] }
  const { settleWords } = await import('./words.ts')
  const behaviors = behaviorsOfSession(await context.database(), number)
  return settleWords(note, 'note', context, { behaviors, strict })
}

function sessionFor(db: Database, text: string | undefined): Session {
  if (text !== undefined) return findSession(db, text)
  const session = runningSession(db)
  if (session === undefined) {
    throw new InputError('No session is running; start one with coach observe, or name one with --session 3.')
  }
  return session
}

function signed(text: string, behaviors: readonly Behavior[]): { behavior: Behavior; sign: Sign | null } {
  const exact = behaviors.some(({ key, name }) => key === text || name === text)
  const sign = exact || text.length < 2 ? null : /[-+01?]$/.exec(text)
  return sign === null
    ? { behavior: behaviorNamed(text, behaviors), sign: null }
    : { behavior: behaviorNamed(text.slice(0, -1), behaviors), sign: sign[0] as Sign }
}

const isPaired = ({ technique }: Behavior): boolean => technique === 'duration' || technique === 'latency'

function positionIn(session: Session, text: string | undefined, now: Date): number {
  const sinceStart = Math.max(0, now.getTime() - Date.parse(session.startedAt))
  if (text === undefined) {
    if (session.state === 'ended') {
      throw new UsageError(
        `Session ${session.number} has ended; say when it happened with --at 12:05, or how many with --count 12.`,
      )
    }
    return sinceStart
  }
  const atMs = parseClock(text)
  if (atMs === null)
    throw new UsageError(
      `'${text}' is not a time from the start of the session; type it as 12:05 or 1:02:03.`,
    )
  if (session.state === 'ended' && atMs > session.lengthMs) {
    throw new InputError(
      `Session ${session.number} lasted ${formatClock(session.lengthMs)}; ${text} is after its end.`,
    )
  }
  if (session.state === 'running' && atMs > sinceStart) {
    throw new InputError(
      `Session ${session.number} began ${formatClock(sinceStart)} ago; ${text} has not been reached yet.`,
    )
  }
  return atMs
}
