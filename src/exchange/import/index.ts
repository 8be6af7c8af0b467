import { createHash } from 'node:crypto'
import { basename, extname } from 'node:path'
import { agreementsOf } from '../../domain/agreement.ts'
import type { Clock } from '../../domain/clock.ts'
import { InputError, UsageError } from '../../domain/errors.ts'
import type { Behavior, Session } from '../../domain/model.ts'
import { liveBehaviors } from '../../store/behaviors.ts'
import type { Database } from '../../store/database.ts'
import { importedFrom, rememberImport } from '../../store/imports.ts'
import { sessionByNumber } from '../../store/sessions.ts'
import type { InputFile } from '../../terminal/files.ts'
import { codebook, type IncomingBehavior } from './codebook.ts'
import type { Role } from './columns.ts'
import { unzipped } from './gzip.ts'
import { type IncomingWords, type IntakeOptions, intake, type ReadSession } from './intake.ts'
import { gatherProblems } from './problems.ts'
import { type ImportFormat, importFormats, type Read } from './registry.ts'
import { type Encoding, refuseKnown } from './text.ts'

export interface ImportOptions extends IntakeOptions {
  readonly columns: ReadonlyMap<string, Role>
  /** Behaviors by codes; an empty one leaves the code out. */
  readonly map: ReadonlyMap<string, string>
  readonly request: (code: string) => string | null
  readonly encoding: Encoding
  /** Look only: all is read and checked, and nothing stays. */
  readonly dryRun: boolean
}

/** What came in, or would. */
export interface Imported {
  readonly format: string
  /** The sessions that this file brought before; then nothing else is here. */
  readonly before: readonly number[]
  readonly columns: Read['columns']
  readonly behaviors: readonly ImportedBehavior[]
  readonly leftOut: readonly string[]
  readonly sessions: readonly ImportedSession[]
  /** Sessions of an archive that were here already. */
  readonly sessionsThere: number
  readonly notes: readonly string[]
  /** Notes and definitions that somebody wrote; none of an archive, whose words were settled when they were saved. */
  readonly words: readonly IncomingWords[]
  /** What was asked to be observed where these words are. */
  readonly asked: readonly Behavior[]
}

export interface ImportedBehavior {
  readonly code: string
  readonly name: string
  readonly technique: string
  readonly key: string
  readonly isNew: boolean
  readonly records: number
}

export interface ImportedSession extends ReadSession {
  readonly person: string
  readonly startedAt: string
  readonly lengthMs: number
  readonly where: string | null
}

/**
 * Reads a file into the database: all of it in one transaction, or nothing. A file that came in before adds nothing.
 * @throws InputError that lists every place that does not fit
 * @throws NotPermittedError when no agreement permits it
 */
export async function importFile(
  db: Database,
  clock: Clock,
  given: InputFile,
  format: ImportFormat,
  options: ImportOptions,
): Promise<Imported> {
  const read = await format.load()
  // What was packed is known again when it comes unpacked.
  const file = unzipped(given)
  const hash = hashOf(file)
  const before = importedFrom(db, hash)
  if (before.length > 0) return { ...NOTHING, format: format.name, before }
  const title = titleOf(file)
  let imported: Imported = { ...NOTHING, format: format.name }
  const work = (): void => {
    const problems = gatherProblems()
    const codes = codebook(db, clock, problems, {
      map: options.map,
      request: options.request,
      source: basename(file.name),
    })
    const into = intake(db, clock, codes, problems, options)
    const { encoding, columns, intervalMs } = options
    const told = read({ db, clock, intake: into, problems, file, encoding, title, columns, intervalMs })
    const sessions = told.sessions ?? into.finish(told.watchedAll)
    problems.refuse(file.name)
    codes.finish()
    if (told.sessions === undefined && sessions.length === 0) {
      throw new InputError(
        `${file.name} has nothing in it that was observed; name another file, or its --format.`,
      )
    }
    const words = [...into.notes, ...codes.all.flatMap(definitionIn)]
    for (const { number } of sessions) rememberImport(db, clock, hash, number)
    imported = {
      format: format.name,
      before: [],
      columns: told.columns,
      behaviors: [
        ...codes.all,
        ...(told.behaviors ?? []).map((name) => ({
          code: name,
          name,
          technique: '',
          key: '',
          isNew: true,
          records: 0,
        })),
      ],
      leftOut: [...codes.leftOut],
      sessions: sessions.map((session) => described(db, session)),
      sessionsThere: told.sessionsThere ?? 0,
      notes: told.notes,
      words,
      asked: words.length === 0 ? [] : askedIn(db, sessions),
    }
    if (options.dryRun) throw new LookedOnly()
  }
  try {
    db.transaction(work).immediate()
  } catch (error) {
    if (!(error instanceof LookedOnly)) throw error
  }
  return imported
}

/** Takes back what a dry run did. */
class LookedOnly extends Error {}

const NOTHING: Omit<Imported, 'format'> = {
  before: [],
  columns: [],
  behaviors: [],
  leftOut: [],
  sessions: [],
  sessionsThere: 0,
  notes: [],
  words: [],
  asked: [],
}

const definitionIn = ({ name, definition }: IncomingBehavior): IncomingWords[] =>
  definition === null
    ? []
    : [{ place: `the definition of '${name}'`, text: definition, kind: 'behavior', kept: [] }]

/** The behaviors under the agreements of these sessions. */
function askedIn(db: Database, sessions: readonly ReadSession[]): Behavior[] {
  const stored = sessions.map(({ number }) => sessionByNumber(db, number) as Session)
  return agreementsOf(stored).flatMap((agreement) => liveBehaviors(db, agreement))
}

function described(db: Database, read: ReadSession): ImportedSession {
  const { agreement, startedAt, lengthMs, place } = sessionByNumber(db, read.number) as Session
  return { ...read, person: agreement.protege.name, startedAt, lengthMs, where: place }
}

function hashOf(file: InputFile): string {
  const hash = createHash('sha256')
  for (const bytes of file.chunks()) hash.update(bytes)
  return hash.digest('hex')
}

const titleOf = ({ name }: InputFile): string =>
  basename(name, extname(name))
    .replaceAll(/[-_\s]+/g, ' ')
    .trim() || 'import'

/**
 * The format that was asked for, or the one that a file's name or its first bytes say.
 * @throws UsageError when nothing says it, InputError when it is something that can't be imported
 */
export function importFormat(file: InputFile, name: string | undefined): ImportFormat {
  const found = name === undefined ? formatOf(file) : formatNamed(name)
  if (found !== undefined) return found
  refuseKnown(file)
  const names = importFormats.map((format) => format.name).join(', ')
  throw new UsageError(
    name === undefined
      ? `Nothing says what ${file.name} is; add --format, one of ${names}.`
      : `--format takes ${names}; '${name}' is none of them.`,
  )
}

/** The format that a file's name or its first bytes say. */
export const formatOf = (file: InputFile): ImportFormat | undefined =>
  formatByName(file.name) ?? formatNamed(formatByContent(file))

const formatNamed = (name: string | undefined): ImportFormat | undefined =>
  importFormats.find((format) => format.name === name)

const formatByName = (name: string): ImportFormat | undefined =>
  importFormats.find(({ extensions }) => extensions.includes(extname(name).slice(1).toLowerCase()))

function formatByContent(file: InputFile): string | undefined {
  const [bytes = new Uint8Array(0)] = file.chunks()
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'boris'
  const text = Buffer.from(bytes.subarray(0, 65_536))
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart()
  const [first = ''] = text.split('\n')
  if (text.startsWith('{')) {
    if (text.includes('"behaviors_conf"') || text.includes('"observations"')) return 'boris'
    return first.trimEnd().endsWith('}') ? 'jsonl' : 'json'
  }
  if (text.startsWith('#') || /^(-|\d+:\d\d)/.test(first)) return 'obs'
  return /[,;\t]/.test(first) ? 'csv' : undefined
}
