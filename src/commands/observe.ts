import { readEntries } from '../capture/entries.ts'
import { parseLog, refuse } from '../capture/log.ts'
import { storeEntries } from '../capture/replay.ts'
import { checkMayObserve } from '../domain/agreement.ts'
import { InputError, UsageError } from '../domain/errors.ts'
import { formatLength, plural } from '../domain/format.ts'
import { parseLength } from '../domain/length.ts'
import {
  type Agreement,
  type Behavior,
  isIntervalTechnique,
  type Person,
  type Session,
} from '../domain/model.ts'
import { quoted } from '../domain/text.ts'
import { parseWhen } from '../domain/when.ts'
import { findAgreement } from '../store/agreements.ts'
import { behaviorsOfSession, liveBehaviors } from '../store/behaviors.ts'
import type { Database } from '../store/database.ts'
import { addPerson, findPerson, personNamed, requireMe } from '../store/people.ts'
import { claimSession, runningSession, startSession } from '../store/sessions.ts'
import { readText } from '../terminal/files.ts'
import { type Context, type Define, examples, say, typed } from './context.ts'

interface Options {
  readonly from?: string
  readonly date?: string
  readonly length?: number
  readonly interval?: number
  readonly observer?: string
  readonly place?: string
  readonly bell?: boolean
  readonly strict?: boolean
}

export const define: Define = (command, context) => {
  command
    .argument('[person]', 'the protégé (not needed where there is only one)')
    .option('--from <file>', 'read an observation log instead of the keyboard; - is standard input')
    .option('--date <moment>', 'when the session began, as 2026-11-20T09:15')
    .option('--length <length>', 'how long it lasts, as 45m', typed(parseLength))
    .option('--interval <length>', 'the interval of this session, as 2m', typed(parseLength))
    .option('--observer <name>', 'who observed, where it was not you')
    .option('--place <words>', 'where it was held')
    .option('--bell', 'ring when an interval ends')
    .option('--strict', 'with --from: store nothing when words in the log hold judgment')
    .action((person: string | undefined, options: Options) =>
      options.from === undefined
        ? observeNow(person, options, context)
        : observeFrom(options.from, person, options, context),
    )
  examples(command, [
    'coach observe',
    "coach observe 'Ben Reyes' --length 45m --place 'ward 3'",
    "coach observe 'Ben Reyes' --from session.obs --date 2026-11-20T09:15",
    "printf '0:05 q\\n0:30 q\\n' | coach observe --from - --length 10m",
  ])
}

async function observeFrom(
  file: string,
  person: string | undefined,
  options: Options,
  { io, database }: Context,
): Promise<void> {
  const db = await database()
  const { agreement, behaviors } = permitted(db, person)
  const log = parseLog(await readText(io, file))
  const problems = [...log.problems]
  const intervalMs = options.interval ?? log.header.intervalMs ?? null
  const lengthMs = options.length ?? log.header.lengthMs ?? null
  const source = file === '-' ? 'standard input' : file
  const entries = readEntries(log.lines, withInterval(behaviors, intervalMs), lengthMs, problems)
  refuse(problems, source)
  if (entries.lengthMs === 0)
    throw new InputError('The log says nothing and no length; add lines, or --length 45m.')
  if (log.lines.some(({ words }) => words !== null)) {
    const { warnOfLines } = await import('./words.ts')
    await warnOfLines(log.lines, source, io, { behaviors, strict: options.strict })
  }
  const date = options.date ?? log.header.date
  const session = storeEntries(
    db,
    io,
    {
      agreement,
      observer: observerOf(db, options.observer ?? log.header.observer, io),
      behaviors,
      startedAt:
        date === undefined
          ? new Date(io.now().getTime() - entries.lengthMs)
          : startOf(date, options, io.now()),
      timeZone: log.header.zone ?? io.timeZone,
      plannedMs: null,
      intervalMs,
      place: options.place ?? log.header.place ?? null,
    },
    entries,
  )
  if (entries.closedAtEnd > 0) {
    io.stderr.write(
      `coach: ${plural(entries.closedAtEnd, 'duration was', 'durations were')} still running at the end; closed there, and marked.\n`,
    )
  }
  say(
    io,
    `Session ${session.number} with ${agreement.protege.name}: ${plural(entries.drafts.length, 'record')} in ${formatLength(session.lengthMs)}. Next: coach report ${session.number}`,
  )
}

/** A moment typed wrongly on the command line is wrong usage; one in a log is input that cannot be used. */
const startOf = (date: string, options: Options, now: Date): Date =>
  options.date === undefined ? parseWhen(date, now) : typed((text) => parseWhen(text, now))(date)

async function observeNow(person: string | undefined, options: Options, context: Context): Promise<void> {
  const { io, ask, database } = context
  if (ask === null) {
    throw new UsageError(
      'A live session needs a terminal; without one, give a log with --from FILE (or - for standard input).',
    )
  }
  const db = await database()
  const running = runningSession(db)
  const session =
    running === undefined ? begin(db, person, options, context) : await resume(db, running, options, context)
  if (session === undefined) return
  const { observeLive } = await import('../capture/live.ts')
  const { hinter } = await import('./words.ts')
  // Before the screen is up, so that loading what gives the hint holds up no key.
  const hint = await hinter(io, behaviorsOfSession(db, session.number))
  const { ended, records } = await observeLive(db, io, session, {
    bell: options.bell === true,
    style: await context.style(),
    hint,
  })
  io.stdout.write(
    ended
      ? `Session ${session.number} has ended: ${plural(records, 'record')}. Next: coach report ${session.number}\n`
      : `Session ${session.number} is still running: ${plural(records, 'record')} stored. To go on: coach observe\n`,
  )
}

function begin(db: Database, person: string | undefined, options: Options, { io }: Context): Session {
  const { agreement, behaviors } = permitted(db, person)
  withInterval(behaviors, options.interval ?? null)
  const session = startSession(db, io, {
    agreement,
    observer: observerOf(db, options.observer, io),
    behaviors,
    startedAt: io.now(),
    timeZone: io.timeZone,
    plannedMs: options.length ?? null,
    intervalMs: options.interval ?? null,
    place: options.place ?? null,
  })
  claimSession(db, session, io)
  return session
}

/** What is settled when a session begins. */
const STARTING = ['length', 'interval', 'observer', 'place'] as const

async function resume(
  db: Database,
  running: Session,
  options: Options,
  { io, ask }: Context,
): Promise<Session | undefined> {
  claimSession(db, running, io)
  const { resumeSession, endRecovered } = await import('../capture/recovery.ts')
  const since = formatLength(
    Math.max(1000, io.now().getTime() - Date.parse(running.startedAt) - running.lengthMs),
  )
  const choice = await ask?.one(
    `Session ${running.number} with ${running.agreement.protege.name} is running; it was last seen ${since} ago.`,
    [
      { name: 'Go on with it (the time between is a gap)', value: 'resume' as const },
      { name: 'End it at the last moment known', value: 'end' as const },
      { name: 'Leave it as it is', value: 'leave' as const },
    ],
  )
  if (choice === 'resume') {
    const given = STARTING.filter((name) => options[name] !== undefined).map((name) => `--${name}`)
    if (given.length > 0)
      io.stderr.write(
        `coach: ${given.join(', ')} would be for a new session; session ${running.number} goes on as it began.\n`,
      )
    resumeSession(db, io, running)
    return running
  }
  if (choice === 'end') {
    endRecovered(db, io, running)
    io.stdout.write(`Session ${running.number} has ended. Next: coach report ${running.number}\n`)
  }
  return undefined
}

/** What may be watched: a live agreement under which nobody is supervised, and behaviors that were asked for. */
function permitted(
  db: Database,
  person: string | undefined,
): { agreement: Agreement; behaviors: Behavior[] } {
  const agreement = findAgreement(db, person)
  checkMayObserve(agreement)
  const behaviors = liveBehaviors(db, agreement)
  if (behaviors.length === 0) {
    const { name } = agreement.protege
    throw new InputError(
      `${name} has not asked for anything to be observed; ask, then coach behavior add --person ${quoted(name)}.`,
    )
  }
  return { agreement, behaviors }
}

/** The behaviors as this session watches them: each interval technique needs a length from somewhere. */
function withInterval(behaviors: readonly Behavior[], intervalMs: number | null): Behavior[] {
  return behaviors.map((behavior) => {
    if (!isIntervalTechnique(behavior.technique)) return behavior
    const effective = intervalMs ?? behavior.intervalMs
    if (effective === null) {
      throw new UsageError(
        `'${behavior.name}' is recorded by intervals; say how long one is with --interval 30s.`,
      )
    }
    return { ...behavior, intervalMs: effective }
  })
}

function observerOf(db: Database, name: string | undefined, io: Context['io']): Person {
  if (name === undefined) return requireMe(db)
  // A second observer is often somebody who is nowhere else in this database.
  if (personNamed(db, name) === undefined && /\s/.test(name.trim())) return addPerson(db, io, name)
  return findPerson(db, name)
}
