import { checkMayObserve } from '../../domain/agreement.ts'
import type { Clock } from '../../domain/clock.ts'
import { formatClock } from '../../domain/format.ts'
import type { Agreement, Flag, Gap, Mark, Person, Technique } from '../../domain/model.ts'
import { findAgreement } from '../../store/agreements.ts'
import { type BulkWriter, bulkRecordWriter } from '../../store/bulk.ts'
import type { Database } from '../../store/database.ts'
import { setStart, watch } from '../../store/imports.ts'
import { addPerson, personNamed, requireMe } from '../../store/people.ts'
import { addGap, endSession, startSession } from '../../store/sessions.ts'
import { type Bouts, bouts } from './bouts.ts'
import type { Codebook, IncomingBehavior } from './codebook.ts'
import type { Place, Problems } from './problems.ts'

/** What a file says of a session before its records. */
export interface SessionHead {
  readonly place: Place
  /** The name of the protégé; null where the file doesn't say. */
  readonly person: string | null
  readonly startedAt: Date | null
  readonly timeZone: string | null
  /** How long it lasted; null takes the last time in it. */
  readonly lengthMs: number | null
  readonly plannedMs: number | null
  readonly intervalMs: number | null
  readonly observer: string | null
  /** Where it was held, or what else tells it from others. */
  readonly where: string | null
}

/** A session that is coming in. */
export interface IncomingSession {
  /** Where the file begins to speak of it. */
  readonly place: Place
  readonly startedAt: Date | null
  readonly number: number
  readonly agreement: Agreement
  readonly bouts: Bouts
  /** The versions that have records in it. */
  readonly watched: Set<number>
  /** The number of its last record, and how many there are. */
  last: number
  records: number
  lastMs: number
  lengthMs: number | null
  readonly intervalMs: number | null
}

/** A session that is in. */
export interface ReadSession {
  readonly number: number
  readonly records: number
  /** Whether the file says how long it lasted. */
  readonly lengthIsSaid: boolean
}

/** Words that somebody wrote, as they came in. */
export interface IncomingWords {
  readonly place: Place
  readonly text: string
  readonly kind: 'note' | 'behavior'
  /** The rules of the language checker whose findings their writer kept. */
  readonly kept: readonly string[]
}

/** What a record says besides its time. */
export interface Said {
  readonly value?: number | null
  /** JSON, as `Codebook.choose` gives it. */
  readonly modifiers?: string | null
  readonly words?: string | null
  readonly flag?: Flag | null
  readonly kept?: string | null
  /** The number that a record keeps, where the file numbers them. */
  readonly number?: number | null
  /** For a stop: the number of its start, where the file says it. */
  readonly starts?: number | null
}

export interface IntakeOptions {
  readonly agreement: Agreement | null
  readonly startedAt: Date | null
  readonly lengthMs: number | null
  readonly intervalMs: number | null
  readonly timeZone: string
}

/**
 * Where every reader of sessions brings what it reads, inside one transaction: it makes sessions and records of it, and
 * gathers what does not fit.
 */
export interface Intake {
  readonly codes: Codebook
  /** The notes of its records, without the words of selective verbatim, which are somebody's own. */
  readonly notes: readonly IncomingWords[]
  /** Null when there can be none; the problem is gathered. */
  session(head: SessionHead): IncomingSession | null
  /** Adds a record and returns its number. */
  add(
    session: IncomingSession,
    behavior: IncomingBehavior | null,
    mark: Mark,
    atMs: number | null,
    said: Said,
    place: Place,
  ): number
  gap(session: IncomingSession, gap: Gap): void
  /**
   * To be called when all is read.
   * @param watchAll whether each session watched every behavior in the file, recorded or not
   */
  finish(watchAll: boolean): ReadSession[]
}

/** One for all the notes of a file. */
const NOTHING_KEPT: readonly string[] = []

const WORDS_NEEDED: readonly Technique[] = ['verbatim', 'anecdotal']

/** Ten years: a time beyond it is a date. */
const LONGEST_MS = 3653 * 86_400_000

export function intake(
  db: Database,
  clock: Clock,
  codes: Codebook,
  problems: Problems,
  options: IntakeOptions,
): Intake {
  const sessions: IncomingSession[] = []
  const notes: IncomingWords[] = []
  const records: BulkWriter = bulkRecordWriter(db, clock)
  const agreementOf = remembered((person: string) =>
    person === '' && options.agreement !== null ? options.agreement : findAgreement(db, person || undefined),
  )
  const observerOf = remembered((name: string) => observer(db, clock, name))

  const begin = (head: SessionHead): IncomingSession => {
    const agreement = options.agreement ?? agreementOf(head.person ?? '')
    checkMayObserve(agreement)
    const startedAt = options.startedAt ?? head.startedAt
    const intervalMs = options.intervalMs ?? head.intervalMs
    const { number } = startSession(db, clock, {
      agreement,
      observer: observerOf(head.observer ?? ''),
      behaviors: [],
      startedAt: startedAt ?? clock.now(),
      timeZone: head.timeZone ?? options.timeZone,
      plannedMs: head.plannedMs,
      intervalMs,
      place: head.where,
    })
    return {
      place: head.place,
      startedAt,
      number,
      agreement,
      bouts: bouts(),
      watched: new Set(),
      last: 0,
      records: 0,
      lastMs: 0,
      lengthMs: options.lengthMs ?? head.lengthMs,
      intervalMs,
    }
  }
  return {
    codes,
    notes,
    session(head) {
      const session = problems.at(head.place, () => begin(head))
      if (session !== null) sessions.push(session)
      return session
    },
    add(session, behavior, mark, atMs, said, place) {
      if (atMs !== null) checkTime(session, atMs, place, problems)
      const number = said.number ?? session.last + 1
      if (number <= session.last) {
        problems.add(place, `the record ${number} comes after record ${session.last} of its session`)
        return number
      }
      session.last = number
      session.records += 1
      if (behavior !== null) {
        session.watched.add(behavior.version)
        behavior.records += 1
        checkMark(behavior, mark, said, place, problems)
      }
      const starts =
        behavior === null || (mark !== 'start' && mark !== 'stop')
          ? null
          : session.bouts.take(
              {
                behavior,
                mark,
                atMs: atMs ?? 0,
                modifiers: said.modifiers ?? null,
                number,
                starts: said.starts ?? null,
                place,
              },
              problems,
            )
      // Nothing will be stored once something does not fit.
      if (problems.count > 0) return number
      if (said.words && behavior?.technique !== 'verbatim') {
        const kept = said.kept ? (JSON.parse(said.kept) as string[]) : NOTHING_KEPT
        notes.push({ place, text: said.words, kind: 'note', kept })
      }
      records.write({
        session: session.number,
        number,
        version: behavior?.version ?? null,
        mark,
        atMs,
        value: said.value ?? null,
        starts,
        modifiers: said.modifiers ?? null,
        words: said.words ?? null,
        flag: said.flag ?? null,
        kept: said.kept ?? null,
      })
      return number
    },
    gap(session, { fromMs, toMs, reason }) {
      addGap(db, session.number, fromMs, reason, toMs)
    },
    finish(watchAll) {
      records.flush()
      for (const session of sessions) {
        end(db, clock, session, problems)
        const all = watchAll ? codes.of(session.agreement) : []
        for (const version of new Set([...session.watched, ...all.map(({ version: one }) => one)])) {
          watch(db, session.number, version)
        }
      }
      return sessions.map(({ number, records: count, lengthMs }) => ({
        number,
        records: count,
        lengthIsSaid: lengthMs !== null,
      }))
    },
  }
}

function checkMark(
  { name, technique, marks }: IncomingBehavior,
  mark: Mark,
  { words }: Said,
  place: Place,
  problems: Problems,
): void {
  if (!marks.includes(mark)) {
    problems.add(place, `'${name}' is recorded as ${technique}, which has no '${mark}'`)
  } else if (WORDS_NEEDED.includes(technique) && !words?.trim()) {
    problems.add(place, `'${name}' is recorded as ${technique}, and there are no words`)
  }
}

function checkTime(session: IncomingSession, atMs: number, place: Place, problems: Problems): void {
  if (atMs < 0) problems.add(place, `${atMs / 1000} s is before the start of the session`)
  else if (atMs > LONGEST_MS)
    problems.add(place, 'the time is more than ten years after the start of the session')
  else if (session.lengthMs !== null && atMs > session.lengthMs) {
    problems.add(
      place,
      `${formatClock(atMs, true)} is after the end of the session at ${formatClock(session.lengthMs, true)}`,
    )
  }
  if (atMs > session.lastMs) session.lastMs = atMs
}

function end(db: Database, clock: Clock, session: IncomingSession, problems: Problems): void {
  session.bouts.finish(problems)
  const lengthMs = session.lengthMs ?? session.lastMs
  if (lengthMs > LONGEST_MS) problems.add(session.place, 'the session lasts more than ten years')
  // Where something else does not fit, that may be why.
  else if (lengthMs === 0 && problems.count === 0) {
    problems.add(session.place, 'the file does not say how long the session lasted; add --length 45m')
  }
  if (problems.count > 0) return
  endSession(db, session.number, lengthMs)
  if (session.startedAt === null) setStart(db, session.number, new Date(clock.now().getTime() - lengthMs))
}

/** The observer that a file names, who may be nowhere else in this database. */
function observer(db: Database, clock: Clock, name: string): Person {
  if (name.trim() === '') return requireMe(db)
  return personNamed(db, name.trim()) ?? addPerson(db, clock, name)
}

/** Works something out once for each text. An error is worked out again, for each place that has it. */
export function remembered<Value>(work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const value = known.get(text) ?? work(text)
    known.set(text, value)
    return value
  }
}
