import type { Clock } from '../../domain/clock.ts'
import type { Database } from '../../store/database.ts'
import type { InputFile } from '../../terminal/files.ts'
import type { ReadColumn, Role } from './columns.ts'
import type { Intake, ReadSession } from './intake.ts'
import type { Problems } from './problems.ts'
import type { Encoding } from './text.ts'

/** What a reader of a format is handed. */
export interface Reading {
  readonly db: Database
  readonly clock: Clock
  readonly intake: Intake
  readonly problems: Problems
  readonly file: InputFile
  readonly encoding: Encoding
  /** The file's name without folder and extension, as words. */
  readonly title: string
  /** Roles by the names of columns, as they were asked for. */
  readonly columns: ReadonlyMap<string, Role>
  readonly intervalMs: number | null
}

/** What a reader tells besides what it brought to the intake. */
export interface Read {
  /** How the columns of a table were read. */
  readonly columns: readonly Pick<ReadColumn, 'name' | 'role'>[]
  /** What was done that the file does not say. */
  readonly notes: readonly string[]
  /** Whether each session watched every behavior in the file, recorded or not. */
  readonly watchedAll: boolean
  /** Sessions that were brought in without the intake. */
  readonly sessions?: readonly ReadSession[]
  readonly sessionsThere?: number
  readonly behaviors?: readonly string[]
}

export interface ImportFormat {
  readonly name: string
  readonly summary: string
  readonly extensions: readonly string[]
  readonly load: () => Promise<(reading: Reading) => Read>
}

/** Every format that comes in: a reader each, loaded when it is asked for. */
export const importFormats: readonly ImportFormat[] = [
  {
    name: 'obs',
    summary: 'an observation log: one session',
    extensions: ['obs', 'log', 'txt'],
    load: async () => (await import('./readers.ts')).obs,
  },
  {
    name: 'csv',
    summary: 'a table: a row a record or a bout; its columns are guessed or named',
    extensions: ['csv', 'tsv'],
    load: async () => (await import('./readers.ts')).csv,
  },
  {
    name: 'jsonl',
    summary: 'the same, one JSON object a line',
    extensions: ['jsonl', 'ndjson'],
    load: async () => (await import('./readers.ts')).jsonl,
  },
  {
    name: 'json',
    summary: 'an archive, as coach export --format json writes it',
    extensions: ['json'],
    load: async () => (await import('./documents.ts')).json,
  },
  {
    name: 'boris',
    summary: 'a BORIS project, .boris or .boris.gz',
    extensions: ['boris', 'gz'],
    load: async () => (await import('./documents.ts')).boris,
  },
  {
    name: 'copus',
    summary: 'an interval sheet: a row an interval, a column a code',
    extensions: [],
    load: async () => (await import('./readers.ts')).copus,
  },
]
