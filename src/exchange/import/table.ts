import { InputError } from '../../domain/errors.ts'
import { plural } from '../../domain/format.ts'
import type { InputFile } from '../../terminal/files.ts'
import { MODIFIER_PREFIX } from '../export/columns.ts'
import { SCHEMA_VERSION } from '../version.ts'
import { LONGEST, readCsv } from './csv.ts'
import type { Problems } from './problems.ts'
import { type Encoding, textOf } from './text.ts'

/** A row, by the line that it begins on; as many cells as the header has, `''` where there is nothing. */
export interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

/** Rows under a header, whatever they were written in. */
export interface Table {
  readonly header: readonly string[]
  /** The first rows, for a look at what they hold. */
  readonly sample: readonly Row[]
  /** Whether `1,5` is a number: where the comma separates no cells. */
  readonly decimalComma: boolean
  /** All rows; each call begins again. What is wrong with one becomes a problem, and it is passed over. */
  rows(problems: Problems): Iterable<Row>
}

const SAMPLE = 1000

/** @throws InputError when there is no header, or it names a column twice */
export function csvTable(file: InputFile, encoding: Encoding): Table {
  const first = firstLine(textOf(file, encoding))
  // Spreadsheets on a Macintosh still offer lines that end in a carriage return alone.
  const isOldMac = !first.includes('\n') && first.includes('\r')
  const texts = (): Iterable<string> =>
    isOldMac ? withLineFeeds(textOf(file, encoding)) : textOf(file, encoding)
  const delimiter = delimiterOf(first.split(isOldMac ? '\r' : '\n', 1)[0] ?? '')
  const rows = (problems: Problems): Generator<Row> => readCsv(texts(), delimiter, problems)
  const looked: Row[] = []
  for (const row of rows(unheard)) if (looked.push(row) > SAMPLE) break
  const [top, ...sample] = looked
  if (top === undefined)
    throw new InputError(`${file.name} is empty; it needs a line that names its columns.`)
  const header = top.cells.map((name) => name.trim())
  checkHeader(header, file.name)
  return {
    header,
    sample,
    decimalComma: delimiter !== ',',
    *rows(problems) {
      let isHeader = true
      for (const row of rows(problems)) {
        if (isHeader) isHeader = false
        else if (row.cells.length === header.length) yield row
        else {
          problems.add(
            row.line,
            `has ${plural(row.cells.length, 'cell')}, and the first line has ${header.length}`,
          )
        }
      }
    },
  }
}

/** For a look that passes over what is wrong: the reading itself says it. */
const unheard: Problems = { count: 0, add: () => {}, at: (_, work) => work(), refuse: () => {} }

/** The first line and its end, with what follows it; of a text without one, no more than a line may be long. */
function firstLine(texts: Iterable<string>): string {
  let line = ''
  for (const text of texts) {
    line += text
    if (text.includes('\n') || line.length > LONGEST) break
  }
  return line
}

function* withLineFeeds(texts: Iterable<string>): Generator<string> {
  for (const text of texts) yield text.replaceAll('\r', '\n')
}

/** The one of comma, semicolon and tab that the line holds most often. */
function delimiterOf(line: string): string {
  const count = (delimiter: string): number => line.split(delimiter).length
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best))
}

function checkHeader(header: readonly string[], file: string): void {
  const seen = new Set<string>()
  for (const name of header) {
    if (name !== '' && seen.has(name)) {
      throw new InputError(
        `${file}, line 1: the column '${name}' is there twice; give one of them another name.`,
      )
    }
    seen.add(name)
  }
}

/** One object a line. Modifiers become columns of their own. */
export function jsonlTable(file: InputFile, encoding: Encoding): Table {
  const names = new Set<string>()
  const sample: Row[] = []
  for (const { value } of objects(file, encoding, unheard)) {
    for (const name of Object.keys(value)) names.add(name)
  }
  const header = [...names]
  function* rows(problems: Problems): Generator<Row> {
    for (const { line, value } of objects(file, encoding, problems)) {
      yield { line, cells: header.map((name) => value[name] ?? '') }
    }
  }
  for (const row of rows(unheard)) if (sample.push(row) === SAMPLE) break
  if (sample.length === 0) throw new InputError(`${file.name} has no line that holds a JSON object.`)
  return { header, sample, decimalComma: false, rows }
}

function* objects(
  file: InputFile,
  encoding: Encoding,
  problems: Problems,
): Generator<{ line: number; value: Record<string, string> }> {
  for (const { line, text } of lines(textOf(file, encoding), file.name)) {
    if (text.trim() === '') continue
    const value = parsed(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      problems.add(line, 'is not a JSON object')
      continue
    }
    const version = (value as { schema_version?: unknown }).schema_version
    if (typeof version === 'number' && version > SCHEMA_VERSION) {
      throw new InputError(
        `${file.name}, line ${line}: was written by a newer coach (schema ${version}); install that one.`,
      )
    }
    const cells = flat(value as Record<string, unknown>)
    if (cells === null) problems.add(line, 'holds values within values, more than can be followed')
    else yield { line, value: cells }
  }
}

const LONGEST_LINE = 10_000_000

function* lines(texts: Iterable<string>, file: string): Generator<{ line: number; text: string }> {
  let rest: string[] = []
  let length = 0
  let line = 1
  for (const piece of texts) {
    const ended = piece.split('\n')
    const last = ended.pop() ?? ''
    for (const text of ended) {
      yield { line, text: rest.join('') + text }
      rest = []
      length = 0
      line += 1
    }
    rest.push(last)
    length += last.length
    if (length > LONGEST_LINE) {
      throw new InputError(
        `${file}, line ${line}: is longer than ${LONGEST_LINE} characters; is it JSON Lines?`,
      )
    }
  }
  yield { line, text: rest.join('') }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The fields of an object as cells; null where they lie in one another deeper than can be followed. */
function flat(value: Record<string, unknown>): Record<string, string> | null {
  const cells: Record<string, string> = {}
  try {
    for (const [name, field] of Object.entries(value)) {
      if (name === 'schema_version' || field === null || field === undefined) continue
      if (name === 'modifiers' && typeof field === 'object' && !Array.isArray(field)) {
        for (const [modifier, chosen] of Object.entries(field)) {
          cells[MODIFIER_PREFIX + modifier] = cell(chosen)
        }
      } else cells[name] = cell(field)
    }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
  return cells
}

const cell = (field: unknown): string => {
  if (typeof field === 'string') return field
  return Array.isArray(field) ? field.map(cell).join(' ') : JSON.stringify(field)
}
