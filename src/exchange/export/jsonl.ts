import type { Source } from '../source.ts'
import { SCHEMA_VERSION } from '../version.ts'
import { type Cell, objectColumns, rowReader } from './columns.ts'
import type { ExportOptions } from './registry.ts'

/** One object a line, one line a record, each complete in itself. */
export function* write(source: Source, options: ExportOptions): Generator<string> {
  const columns = objectColumns(options.columns)
  const names = columns.map(({ name }) => `,${JSON.stringify(name)}:`)
  const rowsOf = rowReader(columns, (cell, at) => (names[at] as string) + jsonOf(cell))
  for (const part of source.parts()) {
    for (const row of rowsOf(part)) yield `{"schema_version":${SCHEMA_VERSION}${row.join('')}}\n`
  }
}

/** Most cells say nothing. */
const jsonOf = (cell: Cell): string => (cell === null ? 'null' : JSON.stringify(cell))
