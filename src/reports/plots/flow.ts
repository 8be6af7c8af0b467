import type { TopLevelSpec } from 'vega-lite'
import { formatList, formatNumber, plural } from '../../domain/format.ts'
import { visibleLine } from '../../domain/text.ts'
import type { VerbalFlow } from '../../measures/types.ts'
import { columns, cut } from '../layout.ts'
import { formatTotal } from '../phrases.ts'
import type { Table } from '../tables.ts'
import { DATA, INK, LINE, QUIET, TEXT_SIZE } from './look.ts'
import type { Plot } from './plot.ts'

/** People beyond whom a matrix could not be read; the table has them all. */
const MOST_PEOPLE = 20
const LARGEST_CELL = 46
/** A cell below this has no room for its number. */
const ROOM_FOR_NUMBER = 18
/** Units of a plot that a letter takes, on average, and that names may take at most. */
const LETTER = 7
const WIDEST_NAME = 120

/** Who spoke to whom, as a matrix; null where nobody did, or for more people than it could show. */
export function flowPlot(flow: VerbalFlow, table: Table, observedMs: number, id: string): Plot | null {
  if (flow.total === 0 || flow.people.length > MOST_PEOPLE) return null
  return {
    id,
    title: `${table.title}, in ${formatTotal(observedMs)} observed`,
    description: describe(flow),
    key: [
      'Read a row from its name at the left to the names above. The more often, the stronger the tone of the cell.',
    ],
    table,
    spec: (width) => specOf(flow, width),
  }
}

function specOf({ people, exchanges }: VerbalFlow, width: number): TopLevelSpec {
  const names = people.map(visibleLine)
  const widest = Math.max(...names.map(columns)) * LETTER
  const gutter = Math.min(Math.max(widest, 40), WIDEST_NAME, width / 3) + 8
  const size = Math.min(LARGEST_CELL, Math.floor((width - gutter - 40) / people.length))
  const shown = names.map((name) => cut(name, Math.floor((gutter - 8) / LETTER), '…'))
  // The names above stand aslant, and so take as much height as width.
  const top = Math.min(widest, gutter) * 0.75 + 14
  const place = new Map(people.map((person, index) => [person, index]))
  const most = Math.max(...exchanges.map(({ count }) => count))
  const at = (index: number, from: number): number => from + index * size
  const cells = exchanges.map(({ from, to, count }) => {
    const x = at(place.get(to) ?? 0, gutter)
    const y = at(place.get(from) ?? 0, top)
    const text = size < ROOM_FOR_NUMBER ? '' : formatNumber(count)
    return {
      x,
      y,
      right: x + size - 2,
      bottom: y + size - 2,
      middle: x + size / 2,
      center: y + size / 2,
      text,
      share: count / most,
    }
  })
  const empty = people.flatMap((_, row) =>
    people.map((_, column) => {
      const x = at(column, gutter)
      const y = at(row, top)
      return { x, y, right: x + size - 2, bottom: y + size - 2 }
    }),
  )
  const pixel = (field: string) => ({ field, type: 'quantitative', scale: null, axis: null }) as const
  const box = { x: pixel('x'), x2: { field: 'right' }, y: pixel('y'), y2: { field: 'bottom' } } as const
  return {
    width,
    height: top + people.length * size,
    layer: [
      {
        data: { values: empty },
        mark: { type: 'rect', stroke: LINE, fill: 'none', aria: false },
        encoding: box,
      },
      {
        data: { values: cells },
        mark: { type: 'rect', fill: DATA, stroke: null, aria: false },
        encoding: {
          ...box,
          // Never so dark that the number on it could not be read.
          fillOpacity: {
            field: 'share',
            type: 'quantitative',
            scale: { domain: [0, 1], range: [0.08, 0.45] },
            legend: null,
          },
        },
      },
      {
        data: { values: cells },
        mark: { type: 'text', fill: INK, fontSize: TEXT_SIZE, aria: false },
        encoding: { x: pixel('middle'), y: pixel('center'), text: { field: 'text', type: 'nominal' } },
      },
      {
        data: { values: shown.map((name, row) => ({ name, x: gutter - 8, y: at(row, top) + size / 2 })) },
        mark: { type: 'text', align: 'right', fill: INK, fontSize: TEXT_SIZE, aria: false },
        encoding: { x: pixel('x'), y: pixel('y'), text: { field: 'name', type: 'nominal' } },
      },
      {
        data: {
          values: shown.map((name, column) => ({
            name: `to ${name}`,
            x: at(column, gutter) + size / 2,
            y: top - 8,
          })),
        },
        mark: { type: 'text', align: 'left', angle: -45, fill: QUIET, fontSize: TEXT_SIZE, aria: false },
        encoding: { x: pixel('x'), y: pixel('y'), text: { field: 'name', type: 'nominal' } },
      },
    ],
  }
}

function describe({ exchanges, people, none }: VerbalFlow): string {
  const often = [...exchanges].sort((a, b) => b.count - a.count).slice(0, 5)
  const said = often.map(
    ({ from, to, count }) => `${visibleLine(from)} to ${visibleLine(to)} ${plural(count, 'time')}`,
  )
  const silent =
    none.length === 0 ? '' : ` No exchange in either direction: ${formatList(none.map(visibleLine))}.`
  return `${plural(people.length, 'person', 'people')}. Most often ${formatList(said)}.${silent}`
}
