import { strFromU8, unzipSync } from 'fflate'
import writeXlsx from 'write-excel-file/universal'
import { getCellAddress, sanitizeTextContent } from 'write-excel-file/utility'
import { InputError } from '../../domain/errors.ts'
import { recordCounts } from '../../store/sessions.ts'
import { modifierNames, type Source } from '../source.ts'
import { zipped } from '../zip.ts'
import { type Cell, type Column, rowReader, tableColumns } from './columns.ts'
import type { ExportOptions } from './registry.ts'

/** What a sheet holds under its header, and what a cell holds. */
const MOST_RECORDS = 1_048_575
const LONGEST_CELL = 32_767

/** So that the same records give the same bytes. */
const NO_DATE = new Date(1980, 0, 1)
const SHEET = 'xl/worksheets/sheet1.xml'
const END = '</sheetData>'

/**
 * A workbook with one sheet, one row a record. The library makes it whole in memory, 3.5 GB for a million records; so it
 * makes the workbook with the header alone, and the rows are put into its sheet as they are read.
 * @throws InputError when there are more records than rows, or longer words than a cell takes
 */
export async function* write(source: Source, options: ExportOptions): AsyncGenerator<Uint8Array> {
  refuseTooMany(source)
  const columns = tableColumns(modifierNames(source), options.columns)
  const head = columns.map(({ name }) => ({ value: name, fontWeight: 'bold' }) as const)
  const made = await writeXlsx([head], { sheet: 'records', stickyRowsCount: 1 }).toBlob()
  const files = Object.entries(unzipSync(new Uint8Array(await made.arrayBuffer())))
  const texts = files.map(([name, bytes]) => {
    const text = strFromU8(bytes)
    return [name, name === SHEET ? sheetWith(text, rowsOf(source, columns)) : [text]] as const
  })
  yield* zipped(NO_DATE, Object.fromEntries(texts))
}

function refuseTooMany({ db, stored, parts }: Source): void {
  const counts = recordCounts(db)
  const all = stored.reduce((sum, { number }) => sum + (counts.get(number) ?? 0), 0)
  if (all <= MOST_RECORDS) return
  let selected = 0
  for (const { records } of parts()) selected += records.length
  if (selected <= MOST_RECORDS) return
  throw new InputError(
    `A sheet holds ${MOST_RECORDS} records under its header, and there are ${selected}; narrow them, or take csv.`,
  )
}

function* sheetWith(empty: string, rows: Iterable<string>): Generator<string> {
  const end = empty.indexOf(END)
  yield empty.slice(0, end)
  yield* rows
  yield empty.slice(end)
}

function* rowsOf(source: Source, columns: readonly Column[]): Generator<string> {
  const letters = columns.map((_, at) => getCellAddress(0, at).replace(/\d+$/, ''))
  const read = rowReader(columns, xlsxCell)
  let number = 1
  for (const part of source.parts()) {
    for (const cells of read(part)) {
      number += 1
      const place = digits(number)
      let row = `<row r="${place}">`
      for (const [at, cell] of cells.entries()) {
        if (cell !== '') row += `<c r="${letters[at]}${place}"${cell}</c>`
      }
      yield `${row}</row>`
    }
  }
}

/** Not String: the engine remembers what it made of each number, and a million different ones take 70 MiB. */
const digits = (number: number): string => JSON.stringify(number)

/** What stands in a cell after its address; `''` for no cell. A text stays one, whatever it begins with: no formula comes of it. */
function xlsxCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `><v>${digits(cell)}</v>`
  const text = typeof cell === 'string' ? cell : Object.values(cell).join(' ')
  if (text.length > LONGEST_CELL) {
    throw new InputError(`A cell holds ${LONGEST_CELL} characters, and some words are longer; take csv.`)
  }
  return text === '' ? '' : ` t="inlineStr"><is><t xml:space="preserve">${sanitizeTextContent(text)}</t></is>`
}
