import { UsageError } from '../domain/errors.ts'
import { formatLength, plural } from '../domain/format.ts'
import { parseLength } from '../domain/length.ts'
import { visibleLine } from '../domain/text.ts'
import { parseWhen } from '../domain/when.ts'
import { isEncrypted } from '../exchange/encryption.ts'
import { ROLES, type Role } from '../exchange/import/columns.ts'
import { type Imported, type ImportOptions, importFile, importFormat } from '../exchange/import/index.ts'
import { importFormats } from '../exchange/import/registry.ts'
import { ENCODINGS, type Encoding } from '../exchange/import/text.ts'
import { SCHEMA_VERSION } from '../exchange/version.ts'
import { findAgreement } from '../store/agreements.ts'
import type { Ask } from '../terminal/ask.ts'
import { type InputFile, inputFile, inputOf } from '../terminal/files.ts'
import { type Context, type Define, examples, gathered, listOf, toJson, typed } from './context.ts'
import { unlocked } from './locks.ts'

interface Options {
  readonly format?: string
  readonly person?: string
  readonly request?: string
  readonly map?: string[]
  readonly column?: string[]
  readonly date?: string
  readonly length?: number
  readonly interval?: number
  readonly encoding: Encoding
  readonly identity?: string
  readonly strict?: boolean
  readonly dryRun?: boolean
  readonly json?: boolean
}

const encoding = (text: string): Encoding => listOf(ENCODINGS, '--encoding')(text)[0] ?? 'utf-8'

export const define: Define = (command, context) => {
  command
    .argument('<file>', 'the file; - is standard input')
    .option(
      '--format <format>',
      `${importFormats.map(({ name }) => name).join(', ')} (else by its name or content)`,
    )
    .option('--person <name>', 'the protégé (not needed where there is only one)')
    .option('--request <words>', "the protégé's own words, for the behaviors that are new")
    .option(
      '--map <code=behavior>',
      'the behavior that a code means; CODE= leaves it out (repeatable)',
      gathered,
    )
    .option('--column <role=name>', `what a column holds: ${ROLES.join(', ')} (repeatable)`, gathered)
    .option('--date <moment>', 'when the session began, as 2026-11-20T09:15')
    .option('--length <length>', 'how long it lasted, as 45m', typed(parseLength))
    .option('--interval <length>', 'how long an interval of a sheet is, as 2m', typed(parseLength))
    .option('--encoding <name>', ENCODINGS.join(' or '), encoding, 'utf-8')
    .option('--identity <file>', 'the age identity that opens a locked file')
    .option(
      '--strict',
      'store nothing when notes or definitions in it hold judgment (an archive stays as it is)',
    )
    .option('--dry-run', 'show what would come in, and store nothing')
    .option('--json', 'print what came in as JSON')
    .action((file: string, options: Options) => importOne(file, options, context))
  command.addHelpText(
    'after',
    `\nFormats:\n${importFormats.map(({ name, summary }) => `  ${name.padEnd(6)} ${summary}`).join('\n')}`,
  )
  examples(command, [
    'coach import session.obs',
    "coach import lecture.csv --person 'Ben Reyes' --request 'Please time who talks' --dry-run",
    'coach import coded.csv --column time=onset --map LT=talks --map AD=',
    "coach import project.boris --request 'Please count these'",
    'coach import everything.json',
  ])
}

async function importOne(path: string, options: Options, context: Context): Promise<void> {
  const { io, ask } = context
  const file = await opened(path, options, context)
  const format = importFormat(file, options.format)
  const db = await context.database()
  const settings: ImportOptions = {
    agreement: options.person === undefined ? null : findAgreement(db, options.person),
    startedAt: options.date === undefined ? null : parseWhen(options.date, io.now()),
    lengthMs: options.length ?? null,
    intervalMs: options.interval ?? null,
    timeZone: io.timeZone,
    columns: new Map((options.column ?? []).map(columnOf)),
    map: new Map((options.map ?? []).map((text) => pairOf(text, '--map', 'CODE=behavior'))),
    request: () => options.request ?? null,
    encoding: options.encoding,
    dryRun: options.dryRun === true,
  }
  const isTable = format.name === 'csv' || format.name === 'jsonl' || format.name === 'copus'
  const asksFirst = ask !== null && isTable && settings.columns.size === 0
  const strict = options.strict === true
  const needsLook =
    !settings.dryRun && format.name !== 'json' && (asksFirst || strict || options.request === undefined)
  let request = settings.request
  if (needsLook) {
    const look = await importFile(db, io, file, format, { ...settings, dryRun: true })
    if (strict) await warnOf(look, file, options, io)
    if (look.before.length === 0) {
      if (asksFirst) {
        io.stderr.write(described(look))
        if (!(await ask.confirm('Read it like this?', true))) {
          io.stderr.write('coach: nothing was stored; --column ROLE=NAME says what a column holds.\n')
          return
        }
      }
      if (options.request === undefined) request = await requestsFor(look, ask)
    }
  }
  const imported = await importFile(db, io, file, format, { ...settings, request })
  if (!strict || settings.dryRun) await warnOf(imported, file, options, io)
  io.stdout.write(
    options.json === true
      ? toJson(asJson(imported, settings.dryRun))
      : summary(imported, file.name, settings.dryRun),
  )
}

/**
 * Says what the language checker asks about in the words that came in; it is loaded where there are some.
 * @throws InputError under `strict`, when something is found
 */
async function warnOf(
  { words, asked }: Imported,
  { name }: InputFile,
  { strict = false, dryRun = false }: Options,
  io: Context['io'],
): Promise<void> {
  if (words.length === 0) return
  const { warnOfWords } = await import('./words.ts')
  await warnOfWords(words, visibleLine(name), io, { behaviors: asked, strict, dryRun })
}

/** The file, decrypted where it is locked. */
async function opened(path: string, { identity }: Options, context: Context): Promise<InputFile> {
  const file = await inputFile(context.io, path)
  const [beginning = new Uint8Array(0)] = file.chunks()
  if (!isEncrypted(beginning)) return file
  const pieces: Uint8Array[] = []
  for (const bytes of file.chunks()) pieces.push(bytes)
  const bytes = await unlocked(context, Buffer.concat(pieces), identity, file.name)
  return inputOf(file.name.replace(/\.age$/, ''), bytes)
}

/** What the protégé said of each behavior that is new; asked for, since nothing is recorded that nobody requested. */
async function requestsFor(look: Imported, ask: Ask | null): Promise<ImportOptions['request']> {
  const fresh = look.behaviors.filter(({ isNew }) => isNew)
  if (fresh.length === 0) return () => null
  if (ask === null) {
    throw new UsageError(
      `Nobody asked for ${fresh.map(({ name }) => `'${visibleLine(name)}'`).join(', ')} to be observed yet; add the protégé's own words with --request '…', or name behaviors that were asked for with --map CODE=behavior.`,
    )
  }
  const requests = new Map<string, string>()
  let last: string | undefined
  for (const { code, name } of fresh) {
    let words = ''
    while (words.trim() === '') {
      words = await ask.text(
        `What did the protégé ask for, in their own words, about '${visibleLine(name)}'?`,
        last,
      )
    }
    requests.set(code, words)
    last = words
  }
  return (code) => requests.get(code) ?? null
}

function pairOf(text: string, flag: string, shape: string): [string, string] {
  const equals = text.lastIndexOf('=')
  if (equals > 0) return [text.slice(0, equals), text.slice(equals + 1).trim()]
  throw new UsageError(`${flag} takes ${shape}; found '${text}'.`)
}

/** `time=onset`: the role first, since a column may be called anything. */
function columnOf(text: string): [string, Role] {
  const equals = text.indexOf('=')
  const role = ROLES.find((each) => each === text.slice(0, Math.max(equals, 0)))
  if (role !== undefined) return [text.slice(equals + 1), role]
  throw new UsageError(`--column takes ROLE=NAME with one of the roles ${ROLES.join(', ')}; found '${text}'.`)
}

/** How the file was read: its columns, and what each code means. */
function described({ columns, behaviors, leftOut, notes }: Imported): string {
  const lines = [
    ...columns.map(
      ({ name, role }) => `  column ${visibleLine(name)}: ${role === 'skip' ? 'left out' : role}`,
    ),
    ...behaviors.map(({ code, name, technique, isNew, records }) => {
      const means = isNew ? 'new' : `means '${visibleLine(name)}'`
      return `  ${visibleLine(code)}: ${[means, technique, records > 0 ? plural(records, 'record') : ''].filter((part) => part !== '').join(', ')}`
    }),
    ...leftOut.map((code) => `  ${visibleLine(code)}: left out`),
    ...notes.map((note) => `  ${visibleLine(note)}`),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** Sessions that are listed one by one. */
const LISTED = 30

function summary(imported: Imported, file: string, dryRun: boolean): string {
  const { before, sessions, sessionsThere } = imported
  if (before.length > 0) {
    const as =
      before.length === 1
        ? `session ${before[0]}`
        : `${plural(before.length, 'session')} from ${before[0]} on`
    return `${visibleLine(file)} came in before, as ${as}; nothing was added.\n`
  }
  const head = dryRun ? 'Would come in, nothing was stored' : 'Came in'
  const lines = sessions
    .slice(0, LISTED)
    .map(
      ({ number, person, where, records, lengthMs }) =>
        `  session ${number} with ${visibleLine(person)}${where === null ? '' : ` (${visibleLine(where)})`}: ${plural(records, 'record')} in ${formatLength(lengthMs)}\n`,
    )
  const there =
    sessionsThere > 0
      ? `  ${plural(sessionsThere, 'session')} in it ${sessionsThere === 1 ? 'was' : 'were'} here already\n`
      : ''
  const next = dryRun || sessions.length === 0 ? '' : `Next: coach report ${sessions.at(-1)?.number}\n`
  return `${head}: ${plural(sessions.length, 'session')} of ${visibleLine(file)}, read as ${imported.format}\n${described(imported)}${lines.join('')}${there}${next}`
}

const asJson = (imported: Imported, dryRun: boolean): object => ({
  schema_version: SCHEMA_VERSION,
  format: imported.format,
  dry_run: dryRun,
  imported_before: imported.before,
  columns: imported.columns.map(({ name, role }) => ({ name, role })),
  behaviors: imported.behaviors.map(({ code, name, technique, key, isNew, records }) => ({
    code,
    name,
    technique,
    key,
    is_new: isNew,
    records,
  })),
  left_out: imported.leftOut,
  sessions: imported.sessions.map(({ number, person, startedAt, lengthMs, records, where }) => ({
    number,
    person,
    started_at: startedAt,
    length_ms: lengthMs,
    records,
    place: where,
  })),
  sessions_there: imported.sessionsThere,
  notes: imported.notes,
})
