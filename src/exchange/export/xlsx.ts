import { unzipSync, zipSync } from 'fflate'
import writeXlsx, { type Row, type Cell as XlsxCell } from 'write-excel-file/universal'
import { InputError } from '../../domain/errors.ts'
import { modifierNames, type Source } from '../source.ts'
import { type Cell, rowReader, tableColumns } from './columns.ts'
import type { ExportOptions } from './registry.ts'

/** What a sheet holds, with its header, and a cell. */
const MOST_ROWS = 1_048_576
const LONGEST_CELL = 32_767

/**
 * A workbook with one sheet, one row a record. It is made in memory: a sheet has an end anyway.
 * @throws InputError when there are more records than rows, or longer words than a cell takes
 */
export async function* write(source: Source, options: ExportOptions): AsyncGenerator<Uint8Array> {
  const columns = tableColumns(modifierNames(source), options.columns)
  const rows: Row[] = [columns.map(({ name }) => ({ value: name, fontWeight: 'bold' }))]
  const rowsOf = rowReader(columns, xlsxCell)
  for (const part of source.parts()) {
    for (const row of rowsOf(part)) rows.push([...row])
    if (rows.length > MOST_ROWS) {
      throw new InputError(
        `A sheet holds ${MOST_ROWS} rows, and there are more records; narrow them, or take csv.`,
      )
    }
  }
  const workbook = await writeXlsx(rows, { sheet: 'records', stickyRowsCount: 1 }).toBlob()
  yield undated(new Uint8Array(await workbook.arrayBuffer()))
}

/** The same archive without the time at which it was made, so that the same records give the same bytes. */
const undated = (zip: Uint8Array): Uint8Array => zipSync(unzipSync(zip), { mtime: new Date(1980, 0, 1) })

function xlsxCell(cell: Cell): XlsxCell {
  if (cell === null) return null
  if (typeof cell === 'number') return { value: cell, type: Number }
  const text = typeof cell === 'string' ? cell : Object.values(cell).join(' ')
  if (text.length > LONGEST_CELL) {
    throw new InputError(`A cell holds ${LONGEST_CELL} characters, and some words are longer; take csv.`)
  }
  // A string stays a string, whatever it begins with: no formula comes of it.
  return text === '' ? null : { value: text, type: String }
}
