import { type CsvError, parse } from 'csv-parse/sync'
import { InputError } from '../domain/errors.ts'
import type { SeriesPoint } from '../measures/change/series.ts'
import { known, unknown } from '../measures/figures.ts'

const REQUIRED = ['phase', 'session', 'value'] as const
type Column = (typeof REQUIRED)[number] | 'case'

interface CsvRow {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/**
 * Reads a series from CSV with the columns `phase`, `session`, `value` and, where there are several, `case`, in any order;
 * other columns are passed over. A value that is empty or `NA`, as R writes it, is of a session that has none.
 *
 * @param source what errors call the file
 * @throws InputError that lists every line that can't be read
 */
export function parseSeries(text: string, source: string): SeriesPoint[] {
  const [head, ...rows] = rowsOf(text, source)
  if (head === undefined) throw new InputError(`${source} is empty; ${EXPECTED}.`)
  const names = head.record.map((name) => name.trim().toLowerCase())
  const missing = REQUIRED.filter((name) => !names.includes(name))
  if (missing.length > 0) {
    throw new InputError(
      `The first line of ${source} has no column ${missing.join(' and no ')}; ${EXPECTED}.`,
    )
  }
  const problems: string[] = []
  const points = rows.flatMap(({ record, info }): SeriesPoint[] => {
    const cell = (column: Column): string => record[names.indexOf(column)]?.trim() ?? ''
    const wrong =
      record.length === names.length
        ? wrongIn(cell, names.includes('case'))
        : [`${record.length} fields, expected ${names.length}`]
    for (const problem of wrong) problems.push(`line ${info.lines}: ${problem}`)
    if (wrong.length > 0) return []
    const session = Number(cell('session'))
    return [
      {
        case: names.includes('case') ? cell('case') : null,
        phase: cell('phase'),
        session,
        place: session,
        value: isMissing(cell('value')) ? unknown('the file has none') : known(Number(cell('value'))),
      },
    ]
  })
  if (problems.length > 0) {
    const places = problems.length === 1 ? 'One place' : `${problems.length} places`
    throw new InputError(`${places} of ${source} can't be read; mend them and try again:`, problems)
  }
  if (points.length === 0)
    throw new InputError(`${source} has no line below its first; add a session a line.`)
  return points
}

const EXPECTED = 'expected phase,session,value or phase,session,value,case'

function rowsOf(text: string, source: string): CsvRow[] {
  try {
    return parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as CsvRow[]
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    throw new InputError(`${source} is not CSV: ${(error as CsvError).message}; mend it and try again.`)
  }
}

const NUMBER = /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d{1,3})?$/i

const isMissing = (value: string): boolean => value === '' || value === 'NA'

/** Beyond it, sums and squares of values would no longer be numbers. */
const GREATEST = 1e15

function wrongIn(cell: (column: Column) => string, hasCases: boolean): string[] {
  const wrong: string[] = []
  if (hasCases && cell('case') === '') wrong.push('no case')
  if (cell('phase') === '') wrong.push('no phase')
  if (!/^\d{1,9}$/.test(cell('session'))) {
    wrong.push(`expected the number of the session, found '${cell('session')}'`)
  }
  const value = cell('value')
  if (!isMissing(value) && (!NUMBER.test(value) || Math.abs(Number(value)) > GREATEST)) {
    wrong.push(`expected a number as the value, found '${value}'`)
  }
  return wrong
}
