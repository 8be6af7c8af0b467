import type { Source } from '../source.ts'

export interface ExportOptions {
  /** Names of columns, in the order wanted; undefined for all. For formats of rows. */
  readonly columns?: readonly string[] | undefined
  /** Keep a spreadsheet from taking a cell for a formula. */
  readonly excelSafe?: boolean | undefined
}

export interface ExportFormat {
  readonly name: string
  readonly summary: string
  /** Its name in the JSON Schemas, where it is JSON. */
  readonly schema?: 'archive' | 'line'
  /** For a file that no terminal can show. */
  readonly binary?: true
  readonly load: () => Promise<{
    /** The export in pieces of text or bytes, in an order that depends on the data alone. */
    write(source: Source, options: ExportOptions): Iterable<string> | AsyncIterable<Uint8Array>
  }>
}

/** Every format that goes out: a file each, loaded when it is asked for. */
export const exportFormats: readonly ExportFormat[] = [
  { name: 'csv', summary: 'one row a record', load: () => import('./csv.ts') },
  {
    name: 'jsonl',
    summary: 'one JSON object a line, a line a record',
    schema: 'line',
    load: () => import('./jsonl.ts'),
  },
  {
    name: 'json',
    summary: 'everything, as coach import reads it back',
    schema: 'archive',
    load: () => import('./json.ts'),
  },
  { name: 'xlsx', summary: 'a workbook, one row a record', binary: true, load: () => import('./xlsx.ts') },
  { name: 'obs', summary: 'the observation log of one session', load: () => import('./obs.ts') },
  { name: 'boris', summary: 'a project that BORIS opens', load: () => import('./boris.ts') },
  {
    name: 'boris-tabular',
    summary: 'tab-separated, one row an event, as BORIS writes it',
    load: () => import('./boris-tabular.ts'),
  },
  {
    name: 'boris-aggregated',
    summary: 'tab-separated, one row a bout, as BORIS writes it',
    load: () => import('./boris-aggregated.ts'),
  },
]
