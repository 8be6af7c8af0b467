import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ReportData } from '../../src/reports/data.ts'
import { renderXlsx } from '../../src/reports/xlsx.ts'
import {
  asks,
  Notebook,
  says,
  secondRound,
  session,
  wardRound,
  wordedRound,
} from '../fixtures/observations.ts'
import { dataOf, dataOfSeveral } from './data.ts'
import { anyText, HOSTILE } from './hostile.ts'

type Cell = { readonly value: string | number; readonly isText: boolean; readonly format: string }
type Sheets = Readonly<Record<string, (Cell | undefined)[][]>>

const all = (xml: string, pattern: RegExp): RegExpExecArray[] => [...xml.matchAll(pattern)]

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

const columnOf = (address: string): number =>
  [...address.replace(/\d+/, '')].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** The sheets of a workbook as a spreadsheet reads them, by their names. */
async function sheetsOf(data: ReportData): Promise<Sheets> {
  const files = unzipSync(await renderXlsx(data))
  const xml = (path: string): string => strFromU8(files[path] ?? new Uint8Array())
  const strings = all(xml('xl/sharedStrings.xml'), /<si>\s*<t[^>]*>([\s\S]*?)<\/t>\s*<\/si>/g).map(
    ([, text = '']) => unescaped(text),
  )
  const formats = new Map(
    all(xml('xl/styles.xml'), /<numFmt [^>]*?numFmtId="(\d+)"[^>]*?formatCode="([^"]*)"/g).map(
      ([, id, code = '']) => [id, unescaped(code)],
    ),
  )
  const [, styles = ''] = /<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/.exec(xml('xl/styles.xml')) ?? []
  const formatOf = all(styles, /<xf ([^>]*)>/g).map(
    ([, attributes = '']) => formats.get(/numFmtId="(\d+)"/.exec(attributes)?.[1]) ?? '',
  )
  const names = all(xml('xl/workbook.xml'), /<sheet [^>]*?name="([^"]*)"/g).map(([, name = '']) => name)
  return Object.fromEntries(
    names.map((name, index) => {
      const rows = all(xml(`xl/worksheets/sheet${index + 1}.xml`), /<row [^>]*>([\s\S]*?)<\/row>/g)
      return [
        name,
        rows.map(([, row = '']) => {
          const cells: (Cell | undefined)[] = []
          for (const [, attributes = '', content = ''] of all(row, /<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
            expect(content).not.toContain('<f>')
            const attribute = (key: string): string =>
              new RegExp(`\\b${key}="([^"]*)"`).exec(attributes)?.[1] ?? ''
            const [, raw = ''] = /<v>([\s\S]*?)<\/v>/.exec(content) ?? []
            const isText = attribute('t') === 's'
            const value = isText ? (strings[Number(raw)] ?? '') : Number(raw)
            const format = formatOf[Number(attribute('s'))] ?? ''
            if (raw !== '') cells[columnOf(attribute('r'))] = { value, isText, format }
          }
          return cells
        }),
      ]
    }),
  )
}

/** The cells of a column under its heading. */
function column(sheets: Sheets, sheet: string, head: string): (Cell | undefined)[] {
  const rows = sheets[sheet] ?? []
  const top = rows.findIndex((row) => row.some((cell) => cell?.value === head))
  const index = rows[top]?.findIndex((cell) => cell?.value === head) ?? -1
  expect(index, `${head} in ${sheet}`).toBeGreaterThanOrEqual(0)
  return rows.slice(top + 1).map((row) => row[index])
}

const worded = (words: string): ReportData => {
  const book = new Notebook()
  book.moment(says, 1000, { words })
  return dataOf({ session: session(1), behaviors: [says], records: book.records, gaps: [] })
}

describe('the spreadsheet', () => {
  let ward: Sheets
  beforeAll(async () => {
    ward = await sheetsOf(dataOf(wardRound()))
  })

  test('has a sheet each for the summary, the records, the intervals and the words', () => {
    expect(Object.keys(ward)).toEqual(['summary', 'records', 'intervals', 'quotes'])
  })

  test('has every record once, in order', () => {
    const { records } = wardRound()
    expect(column(ward, 'records', 'record').map((cell) => cell?.value)).toEqual(
      records.map(({ number }) => number),
    )
  })

  test('has times that are times', () => {
    const at = column(ward, 'quotes', 'at')
    // 2:00 and 3:10 into the session, as shares of a day.
    expect(at.slice(0, 2).map((cell) => Number(cell?.value) * 86_400)).toEqual([120, 190])
    expect(new Set(at.map((cell) => cell?.format))).toEqual(new Set(['[h]:mm:ss.000']))
    const total = column(ward, 'summary', 'total')[4]
    expect([Number(total?.value) * 86_400, total?.format]).toEqual([36 * 60 + 5.25, '[h]:mm:ss.000'])
  })

  test('has the date as the clock on the wall showed it', () => {
    const row = ward.summary?.find(([label]) => label?.value === 'Session 3 began')
    // 20 November 2026, 10:15 in Madrid: days since the last day of 1899, as spreadsheets count.
    expect(Number(row?.[1]?.value)).toBeCloseTo(46_346 + 10.25 / 24, 6)
    expect(row?.[1]?.format).toBe('yyyy-mm-dd hh:mm')
  })

  test('has percents that are percents', () => {
    const share = column(ward, 'summary', 'of observed time').find((cell) => cell !== undefined)
    expect([Number(share?.value).toFixed(3), share?.format]).toEqual(['0.870', '0.0%'])
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '=cmd|"/c calc"!A1', '\t=1', '12', '1:30', '2026-11-20'])(
    'keeps %j a text',
    async (words) => {
      const [cell] = column(await sheetsOf(worded(words)), 'quotes', 'words')
      expect([cell?.isText, cell?.value]).toEqual([true, words])
    },
  )

  test('is a whole file whatever people wrote', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const sheets = await sheetsOf(dataOf(wordedRound(text)))
        expect(sheets.records).toHaveLength(1 + wordedRound(text).records.length)
        for (const rows of Object.values(sheets)) {
          for (const cell of rows.flat()) {
            // What XML cannot hold, in any form.
            // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
            expect(String(cell?.value ?? '')).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/)
          }
        }
      }),
      { numRuns: 30, examples: [...HOSTILE, 'constructor', '__proto__'].map((text) => [text]) },
    )
  })

  test('marks words and definitions that their writer kept, beside them', async () => {
    const round = wardRound()
    const behaviors = round.behaviors.map((one) =>
      one.name === asks.name ? { ...one, kept: ['absolute'] } : one,
    )
    const sheets = await sheetsOf(dataOf({ ...round, behaviors }))
    const marked = (sheet: string, of: string) => {
      const marks = column(sheets, sheet, 'kept; the checker asked about')
      return column(sheets, sheet, of).flatMap((cell, row) =>
        marks[row] === undefined ? [] : [`${cell?.value}: ${marks[row].value}`],
      )
    }
    expect(marked('records', 'words')).toEqual(['Max seems bored and looks out of the window: mind-reading'])
    expect(marked('quotes', 'words')).toEqual(['Max seems bored and looks out of the window: mind-reading'])
    expect(new Set(marked('summary', 'behavior'))).toEqual(new Set([`${asks.name}: absolute`]))
  })

  test('has no column for what was kept where nothing was', async () => {
    const sheets = await sheetsOf(worded('Max looked at the clock'))
    expect(JSON.stringify(sheets)).not.toContain('kept')
  })

  test('cuts what no cell can hold, and says so', async () => {
    const [cell] = column(await sheetsOf(worded('x'.repeat(40_000))), 'quotes', 'words')
    expect(String(cell?.value)).toHaveLength(32_767)
    expect(String(cell?.value)).toMatch(/xxx… \(cut: a cell holds no more\)$/)
  })

  test('shows what looks like the code of a character as it was written', async () => {
    const [cell] = column(await sheetsOf(worded('_x0041_')), 'quotes', 'words')
    expect(cell?.value).toBe('_x005F_x0041_')
  })

  test('has the records of several sessions, each with its number', async () => {
    const sheets = await sheetsOf(dataOfSeveral([wardRound(), secondRound()]))
    expect(new Set(column(sheets, 'records', 'session').map((cell) => cell?.value))).toEqual(new Set([3, 4]))
  })
})
