import { readUnstored } from '../../capture/unstored.ts'
import type { Clock } from '../../domain/clock.ts'
import { InputError } from '../../domain/errors.ts'
import type { Behavior } from '../../domain/model.ts'
import type { Recorded } from '../../measures/strands.ts'
import { addAgreement } from '../../store/agreements.ts'
import { type Database, openDatabase } from '../../store/database.ts'
import { addPerson, setMe } from '../../store/people.ts'
import { observationOf } from '../../store/records.ts'
import { sessionByNumber } from '../../store/sessions.ts'
import type { InputFile } from '../../terminal/files.ts'
import { formatOf, type Imported, importFile } from './index.ts'
import type { ImportFormat } from './registry.ts'
import { wholeText } from './text.ts'

/** A session as a file has it. What the file doesn't say is null. */
export interface FileSession {
  readonly recorded: Recorded
  readonly observer: string | null
  readonly startedAt: string | null
  readonly place: string | null
  /** Whether the file says how long it lasted; else that is the last time in it. */
  readonly lengthIsSaid: boolean
}

export interface FileSessions {
  readonly sessions: readonly FileSession[]
  /** Whether the keys of the known behaviors gave the file's codes their meaning already. */
  readonly isLog: boolean
}

/**
 * The sessions of a file in any format that imports, read as import reads it, with nothing stored. A code stands for
 * itself; in an observation log it is a known behavior where there is one.
 * @throws InputError that lists every place that does not fit
 */
export async function sessionsOfFile(
  file: InputFile,
  known: readonly Behavior[],
  clock: Clock,
  timeZone: string,
): Promise<FileSessions> {
  const format = formatOf(file)
  // What nothing tells is taken for a log, whose reader says what it expects.
  if (format === undefined || format.name === 'obs') {
    const read = readUnstored(wholeText(file, 'utf-8'), file.name, known)
    return { sessions: [{ ...read, startedAt: null, place: null }], isLog: true }
  }
  const db = openDatabase(':memory:')
  try {
    return { sessions: await importedSessions(db, file, format, clock, timeZone), isLog: false }
  } finally {
    db.close()
  }
}

/** Imports the file into an empty database, for somebody nobody knows. */
async function importedSessions(
  db: Database,
  file: InputFile,
  format: ImportFormat,
  clock: Clock,
  timeZone: string,
): Promise<FileSession[]> {
  const now = clock.now()
  const stopped: Clock = { now: () => now, uuid: () => clock.uuid() }
  const nobody = addPerson(db, stopped, stopped.uuid())
  setMe(db, nobody)
  const agreement = addAgreement(db, stopped, {
    coach: nobody,
    protege: addPerson(db, stopped, stopped.uuid()),
    kind: 'coaching',
    choices: ['defer', 'learn', 'risk'],
    supervisor: false,
    share: ['self'],
  })
  const imported = await importFile(db, stopped, file, format, {
    agreement,
    startedAt: null,
    lengthMs: null,
    intervalMs: null,
    timeZone,
    columns: new Map(),
    map: new Map(),
    request: () => null,
    encoding: 'utf-8',
    dryRun: false,
  })
  return imported.sessions.map(({ number, lengthIsSaid }) => {
    const session = sessionByNumber(db, number)
    if (session === undefined) throw new InputError(`${file.name} has no session ${number}.`)
    const { observer, startedAt, lengthMs, place } = session
    const observation = observationOf(db, session)
    return {
      recorded: saysKeys(imported)
        ? observation
        : { ...observation, behaviors: observation.behaviors.map((one) => ({ ...one, key: one.name })) },
      observer: observer.id === nobody.id ? null : observer.name,
      // A session of which nothing says when it began ends with its import.
      startedAt: Date.parse(startedAt) + lengthMs === now.getTime() ? null : startedAt,
      place,
      lengthIsSaid: lengthIsSaid || observation.records.every(({ atMs }) => (atMs ?? 0) < lengthMs),
    }
  })
}

/** Whether the keys are the file's own; else they were made up as it was read. */
const saysKeys = ({ format, columns }: Imported): boolean =>
  format === 'boris' || format === 'json' || columns.some(({ role }) => role === 'key')
