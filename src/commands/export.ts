import { extname } from 'node:path'
import { agreementsOf } from '../domain/agreement.ts'
import type { Reader } from '../domain/audience.ts'
import { UsageError } from '../domain/errors.ts'
import type { Agreement, Audience } from '../domain/model.ts'
import { parseWhen } from '../domain/when.ts'
import { encrypt } from '../exchange/encryption.ts'
import { type ExportFormat, exportFormats } from '../exchange/export/registry.ts'
import { openSource, type Selection, type Source } from '../exchange/source.ts'
import { agreementsSharing } from '../store/agreements.ts'
import type { Database } from '../store/database.ts'
import { findPerson } from '../store/people.ts'
import { findSession } from '../store/sessions.ts'
import { type Chunks, writeOut } from '../terminal/files.ts'
import { audienceOption, type ForAudience } from './audience.ts'
import { type Context, type Define, examples, toJson } from './context.ts'
import { send } from './deliver.ts'
import { type LockOptions, lockFor, lockOptions } from './locks.ts'

interface Options extends LockOptions, ForAudience {
  readonly format?: string
  readonly output?: string
  readonly force?: boolean
  readonly session?: string
  readonly person?: string
  readonly behavior?: string
  readonly since?: string
  readonly until?: string
  readonly columns?: string[]
  readonly excelSafe?: boolean
  readonly schema?: boolean
}

export const define: Define = (command, context) => {
  lockOptions(command)
    .option('--format <format>', exportFormats.map(({ name }) => name).join(', '))
    .option('-o, --output <file>', 'write a file instead of standard output')
    .option('--force', 'replace the file where there is one')
    .option('--session <number>', 'one session: a number, last, or a date')
    .option('--person <name>', 'the sessions with one protégé')
    .option('--behavior <name>', 'one behavior, by its key or name')
    .option('--since <moment>', 'sessions that began then or later')
    .option('--until <moment>', 'sessions that began before')
    .option('--columns <names>', 'for csv, jsonl and xlsx: these columns, separated by commas', (text) =>
      text.split(',').map((name) => name.trim()),
    )
    .option('--excel-safe', 'for csv: put an apostrophe before what a spreadsheet would take for a formula')
    .option('--schema', 'print the JSON Schema of the format, and nothing else')
  audienceOption(command).action((options: Options) => exportTo(options, context))
  command.addHelpText(
    'after',
    `\nFormats:\n${exportFormats.map(({ name, summary }) => `  ${name.padEnd(17)} ${summary}`).join('\n')}`,
  )
  examples(command, [
    'coach export --format csv > records.csv',
    "coach export --format xlsx --person 'Ben Reyes' -o ben.xlsx",
    'coach export --format obs --session last -o session.obs',
    'coach export --format json --schema',
  ])
}

async function exportTo(options: Options, context: Context): Promise<void> {
  const { io } = context
  const format = formatNamed(options)
  const { output } = options
  if (options.schema === true) {
    io.stdout.write(toJson(await schemaOf(format, options.for)))
    return
  }
  if (output === undefined && io.stdout.isTTY && (format.binary === true || isLocked(options))) {
    throw new UsageError(
      `A terminal can't show ${isLocked(options) ? 'a locked file' : format.name}; name a file with -o FILE.`,
    )
  }
  const db = await context.database()
  const selection = selectionOf(db, options, io.now())
  const lock = await lockFor(context, options)
  const { chunks, agreements } =
    options.for === 'program'
      ? await totals(db, format, selection)
      : await records(db, format, selection, options.for, options, io)
  const sent = lock === null ? chunks : encrypt(chunks, lock)
  const what = options.for === 'program' ? `totals of activity, ${format.name}` : whatOf(format, selection)
  const leaving = { what: `${what}${timesOf(selection)}`, audience: options.for, agreements }
  await send(context, sent, options, leaving, () => writeOut(io, sent))
}

interface Export {
  readonly chunks: Chunks
  /** Whose data it is. */
  readonly agreements: readonly Agreement[]
}

async function records(
  db: Database,
  format: ExportFormat,
  selection: Selection,
  audience: Reader,
  { columns, excelSafe }: Options,
  io: Context['io'],
): Promise<Export> {
  const source = openSource(db, selection, audience, io.uuid())
  const { write } = await format.load()
  return {
    chunks: write(source, { columns, excelSafe }),
    agreements: await agreementsIn(source, format),
  }
}

/** An archive for `self` holds agreements without a session too. */
async function agreementsIn(source: Source, { schema }: ExportFormat): Promise<readonly Agreement[]> {
  if (schema !== 'archive' || source.audience !== 'self') return agreementsOf(source.stored)
  return (await import('../exchange/export/register.ts')).agreementsOf(source)
}

async function totals(db: Database, { name }: ExportFormat, selection: Selection): Promise<Export> {
  const { since, until, ...narrower } = selection
  if (Object.values(narrower).some((value) => value !== undefined)) {
    throw new UsageError(
      "The audience 'program' gets totals over everybody; only --since and --until narrow them.",
    )
  }
  if (name !== 'csv' && name !== 'json') {
    throw new UsageError("Totals for the audience 'program' come as --format csv or json.")
  }
  const { programAsCsv, programAsJson, programTotals } = await import('../exchange/export/program.ts')
  const seen = programTotals(db, { since, until })
  return {
    chunks: [name === 'csv' ? programAsCsv(seen) : programAsJson(seen)],
    agreements: agreementsSharing(db, 'program'),
  }
}

/** For the list of what left: `csv of session 3`. */
function whatOf({ name }: ExportFormat, { session, protege }: Selection): string {
  if (session !== undefined) return `${name} of session ${session.number}`
  return protege === undefined ? `${name} of all sessions` : `${name} of the sessions with ${protege.name}`
}

const timesOf = ({ since, until }: Selection): string =>
  `${since === undefined ? '' : ` since ${since.toISOString()}`}${until === undefined ? '' : ` until ${until.toISOString()}`}`

const isLocked = ({ encryptTo, passphrase }: LockOptions): boolean =>
  encryptTo !== undefined || passphrase === true

/** The format asked for, or the one that the name of the file says. */
function formatNamed({ format, output }: Options): ExportFormat {
  const name = format ?? (output === undefined ? undefined : extname(output).slice(1))
  const found = exportFormats.find((each) => each.name === name)
  if (found !== undefined) return found
  throw new UsageError(
    `--format takes ${exportFormats.map((each) => each.name).join(', ')}; ${format === undefined ? 'name one of them' : `'${format}' is none of them`}.`,
  )
}

async function schemaOf({ name, schema }: ExportFormat, reader: Audience): Promise<object> {
  if (schema === undefined) throw new UsageError(`${name} is no JSON; --schema goes with json or jsonl.`)
  const { archiveSchema, jsonSchema, lineSchema, programSchema } = await import('../exchange/schema.ts')
  if (reader === 'program') return jsonSchema(programSchema)
  return jsonSchema(schema === 'archive' ? archiveSchema : lineSchema)
}

function selectionOf(db: Database, options: Options, now: Date): Selection {
  const { session, person, behavior } = options
  const since = options.since === undefined ? undefined : parseWhen(options.since, now)
  const until = options.until === undefined ? undefined : parseWhen(options.until, now)
  if (since !== undefined && until !== undefined && since >= until) {
    throw new UsageError(
      'No moment is both after --since and before --until; give a --since that comes before --until.',
    )
  }
  return {
    session: session === undefined ? undefined : findSession(db, session),
    protege: person === undefined ? undefined : findPerson(db, person),
    behavior,
    since,
    until,
  }
}
