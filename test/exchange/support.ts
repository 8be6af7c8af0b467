import type { Reader } from '../../src/domain/audience.ts'
import { type ExportOptions, exportFormats } from '../../src/exchange/export/registry.ts'
import {
  type Imported,
  type ImportOptions,
  importFile,
  importFormat,
} from '../../src/exchange/import/index.ts'
import { openSource, type Selection } from '../../src/exchange/source.ts'
import type { Database } from '../../src/store/database.ts'
import { inputOf } from '../../src/terminal/files.ts'
import type { agreedDatabase } from '../support/database.ts'

export type Made = ReturnType<typeof agreedDatabase>

/** An export as one piece. */
export async function exported(
  db: Database,
  name: string,
  options: ExportOptions & { selection?: Selection; audience?: Reader; key?: string } = {},
): Promise<Buffer> {
  const { selection = {}, audience = 'self', key = 'a key', ...rest } = options
  const format = exportFormats.find((one) => one.name === name)
  const { write } = await format!.load()
  const pieces: Uint8Array[] = []
  for await (const piece of write(openSource(db, selection, audience, key), rest)) {
    pieces.push(typeof piece === 'string' ? Buffer.from(piece) : piece)
  }
  return Buffer.concat(pieces)
}

export const exportedText = async (...given: Parameters<typeof exported>): Promise<string> =>
  (await exported(...given)).toString('utf8')

/** Imports a text or bytes as if it were a file of this name. */
export async function imported(
  { db, clock }: Pick<Made, 'db' | 'clock'>,
  name: string,
  content: string | Uint8Array,
  options: Partial<ImportOptions> & { format?: string } = {},
): Promise<Imported> {
  const file = inputOf(name, typeof content === 'string' ? Buffer.from(content) : content)
  return importFile(db, clock, file, importFormat(file, options.format), {
    agreement: null,
    startedAt: null,
    lengthMs: null,
    intervalMs: null,
    timeZone: 'UTC',
    columns: new Map(),
    map: new Map(),
    request: () => 'Please look',
    encoding: 'utf-8',
    dryRun: false,
    ...options,
  })
}

/** Everything in a database as text, for telling whether a single row changed. */
export function contents(db: Database): string {
  const tables = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all()
  return JSON.stringify(tables.map((name) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]))
}

/** What an import says when it refuses. */
export async function refusal(
  work: Promise<unknown>,
): Promise<{ message: string; details: readonly string[] }> {
  try {
    await work
  } catch (error) {
    const { message, details, name } = error as Error & { details: readonly string[] }
    if (name !== 'InputError') throw error
    return { message, details }
  }
  throw new Error('nothing was refused')
}
