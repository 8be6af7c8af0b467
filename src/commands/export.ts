import { UsageError } from '../domain/errors.ts'
import { AUDIENCES, type Audience } from '../domain/model.ts'
import { parseWhen } from '../domain/when.ts'
import { type ExportFormat, exportFormats } from '../exchange/export/registry.ts'
import { openSource, type Selection } from '../exchange/source.ts'
import type { Database } from '../store/database.ts'
import { findPerson } from '../store/people.ts'
import { findSession } from '../store/sessions.ts'
import { writeOut, writeWhole } from '../terminal/files.ts'
import { type Context, type Define, examples, toJson } from './context.ts'

interface Options {
  readonly format?: string
  readonly output?: string
  readonly force?: boolean
  readonly session?: string
  readonly person?: string
  readonly behavior?: string
  readonly since?: string
  readonly until?: string
  readonly columns?: string
  readonly excelSafe?: boolean
  readonly schema?: boolean
  readonly for: string
}

export const define: Define = (command, context) => {
  command
    .option('--format <format>', exportFormats.map(({ name }) => name).join(', '))
    .option('-o, --output <file>', 'write a file instead of standard output')
    .option('--force', 'replace the file where there is one')
    .option('--session <number>', 'one session: a number, last, or a date')
    .option('--person <name>', 'the sessions with one protégé')
    .option('--behavior <name>', 'one behavior, by its key or name')
    .option('--since <moment>', 'sessions that began then or later')
    .option('--until <moment>', 'sessions that began before')
    .option('--columns <names>', 'for csv, jsonl and xlsx: these columns, separated by commas')
    .option('--excel-safe', 'for csv: put an apostrophe before what a spreadsheet would take for a formula')
    .option('--schema', 'print the JSON Schema of the format, and nothing else')
    .option('--for <audience>', 'who will read it: self, program or research', 'self')
    .action((options: Options) => exportTo(options, context))
  for (const { name, summary } of exportFormats) formats.push(`${name.padEnd(17)} ${summary}`)
  examples(command, [
    'coach export --format csv > records.csv',
    "coach export --format xlsx --person 'Ben Reyes' -o ben.xlsx",
    'coach export --format obs --session last -o session.obs',
    'coach export --format json --schema',
  ])
}
