import { formatClock, formatLength } from '../../domain/format.ts'
import { visible } from '../../domain/text.ts'
import type { Stretch } from '../../measures/types.ts'
import { cut } from '../layout.ts'
import { modifierWords } from '../phrases.ts'
import type { MarkedStretch, Moment, Timeline, TimelineRow } from '../timeline.ts'
import { DATA, INK, type Layer, LINE, PAPER, type SessionAxis, TEXT_SIZE } from './look.ts'

/** Heights in units of the plot: a row has its name, under it the lane in which things are drawn, and room to the next. */
const NAME = 20
const LANE = 20
export const ROW = NAME + LANE + 10
/** A column is as wide as the narrowest thing that an eye tells from its neighbor. */
const COLUMN = 2
/** Rows of more things than this share of the columns are drawn by columns. */
const CROWDED = 0.5

/** A bar from one time to another; `from` and `to` in ms, `top` and `bottom` in units of the plot. */
interface Bar {
  readonly from: number
  readonly to: number
  readonly top: number
  readonly bottom: number
  readonly title?: string
}

interface Point {
  readonly at: number
  readonly y: number
  readonly title?: string
}

/** Everything that is drawn, by its shape. */
export interface Shapes {
  readonly names: { readonly y: number; readonly name: string }[]
  readonly lanes: { readonly y: number }[]
  readonly ticks: Bar[]
  readonly bars: Bar[]
  readonly openBars: Bar[]
  readonly dots: Point[]
  readonly seen: Point[]
  readonly notSeen: Point[]
  readonly noOpportunity: Point[]
}

export function shapesOf({ rows, lengthMs }: Timeline, width: number): Shapes {
  const shapes: Shapes = {
    names: [],
    lanes: [],
    ticks: [],
    bars: [],
    openBars: [],
    dots: [],
    seen: [],
    notSeen: [],
    noOpportunity: [],
  }
  const columns = { count: Math.floor(width / COLUMN), lengthMs }
  for (const [index, row] of rows.entries()) {
    const top = index * ROW + NAME
    const lane = { top, bottom: top + LANE }
    shapes.names.push({ y: top - 9, name: cut(row.name, Math.floor(width / 7), '…') })
    shapes.lanes.push({ y: lane.bottom })
    if (isCrowded(row, width)) drawColumns(row, lane, columns, shapes)
    else drawEach(row, lane, shapes)
  }
  return shapes
}

interface Lane {
  readonly top: number
  readonly bottom: number
}

function drawEach(row: TimelineRow, lane: Lane, shapes: Shapes): void {
  const middle = (lane.top + lane.bottom) / 2
  if (row.kind === 'moments') {
    for (const moment of row.moments) {
      const { atMs } = moment
      const title = momentWords(moment)
      if (moment.words === null) shapes.ticks.push({ from: atMs, to: atMs, ...lane, title })
      else shapes.dots.push({ at: atMs, y: middle, title })
    }
  } else if (row.kind === 'bouts') {
    for (const bout of row.bouts) shapes.bars.push(barOf(bout, { ...lane, top: lane.top + 4 }))
  } else {
    for (const mark of row.marks) drawMark(mark, lane, middle, shapes)
  }
}

function drawMark(mark: MarkedStretch, lane: Lane, middle: number, shapes: Shapes): void {
  const { value, fromMs, toMs } = mark
  if (fromMs === toMs) {
    const points = value === null ? shapes.noOpportunity : value === 1 ? shapes.seen : shapes.notSeen
    points.push({ at: fromMs, y: middle, title: `${formatClock(fromMs)} ${MARK_WORDS[`${value}`]}` })
  } else if (value === 1) shapes.bars.push(barOf(mark, { ...lane, top: lane.top + 4 }, ' scored'))
  else if (value === 0) shapes.openBars.push(barOf(mark, { ...lane, top: lane.bottom - 5 }, ' not scored'))
  else shapes.noOpportunity.push({ at: (fromMs + toMs) / 2, y: middle })
}

const MARK_WORDS = { '1': 'seen', '0': 'not seen', null: 'no opportunity' } as const

const barOf = ({ fromMs, toMs }: Stretch, lane: Lane, what = `, ${formatLength(toMs - fromMs)}`): Bar => ({
  from: fromMs,
  to: toMs,
  ...lane,
  title: `${spanWords(fromMs, toMs)}${what}`,
})

export const spanWords = (fromMs: number, toMs: number): string =>
  `${formatClock(fromMs)} to ${formatClock(toMs)}`

/** What to say of a moment: when, the words, and the values chosen with it. */
function momentWords({ atMs, words, modifiers }: Moment): string {
  const aside = modifierWords(modifiers)
  const said = words === null ? '' : ` “${visible(words)}”`
  return `${formatClock(atMs)}${said}${aside === '' ? '' : ` (${aside})`}`
}

interface Columns {
  readonly count: number
  readonly lengthMs: number
}

/** A row with more in it than can be told apart: in each column a bar, as high as the column is full. */
function drawColumns(row: TimelineRow, lane: Lane, columns: Columns, shapes: Shapes): void {
  const columnMs = columns.lengthMs / columns.count
  const amounts = row.kind === 'moments' ? countsOf(row.moments, columns) : sharesOf(row, columns)
  const most = row.kind === 'moments' ? amounts.reduce((a, b) => Math.max(a, b), 1) : 1
  const bars = row.kind === 'moments' ? shapes.ticks : shapes.bars
  for (const [column, amount] of amounts.entries()) {
    if (amount === 0) continue
    const height = Math.max(2, (amount / most) * (lane.bottom - lane.top))
    const from = column * columnMs
    const to = row.kind === 'moments' ? from : from + columnMs
    bars.push({ from, to, top: lane.bottom - height, bottom: lane.bottom })
  }
}

function countsOf(moments: readonly Moment[], { count, lengthMs }: Columns): Float64Array {
  const counts = new Float64Array(count)
  for (const { atMs } of moments) {
    const column = Math.min(count - 1, Math.floor((atMs / lengthMs) * count))
    counts[column] = (counts[column] ?? 0) + 1
  }
  return counts
}

/** How much of each column it was going on, or of the marks in it score it: from 0 to 1. */
function sharesOf(
  row: Exclude<TimelineRow, { kind: 'moments' }>,
  { count, lengthMs }: Columns,
): Float64Array {
  const shares = new Float64Array(count)
  const scored = row.kind === 'bouts' ? row.bouts : row.marks.filter(({ value }) => value === 1)
  const columnMs = lengthMs / count
  for (const { fromMs, toMs } of scored) {
    const first = Math.min(count - 1, Math.floor(fromMs / columnMs))
    const last = Math.max(first, Math.min(count, Math.ceil(toMs / columnMs)) - 1)
    for (let column = first; column <= last; column++) {
      const part = Math.min(toMs, (column + 1) * columnMs) - Math.max(fromMs, column * columnMs)
      shares[column] = Math.min(1, (shares[column] ?? 0) + Math.max(part, 1) / columnMs)
    }
  }
  return shares
}

/** Whether a row holds more than an eye can tell apart at this width. */
export const isCrowded = (row: TimelineRow, width: number): boolean =>
  sizeOf(row) > (width / COLUMN) * CROWDED

const sizeOf = (row: TimelineRow): number =>
  row.kind === 'moments' ? row.moments.length : row.kind === 'bouts' ? row.bouts.length : row.marks.length

export function layersOf(shapes: Shapes, { unit, scale, axis }: SessionAxis): Layer[] {
  const x = { field: 'from', type: 'quantitative', scale, axis } as const
  const y = { field: 'top', type: 'quantitative', scale: null, axis: null } as const
  const description = { field: 'title', type: 'nominal' } as const
  const spans = (bars: readonly Bar[]) => ({
    values: bars.map(({ from, to, ...bar }) => ({ ...bar, from: from / unit.ms, to: to / unit.ms })),
  })
  const points = (all: readonly Point[], shape: string, filled: boolean): Layer => ({
    data: { values: all.map(({ at, y: top, title }) => ({ from: at / unit.ms, top, title })) },
    mark: {
      type: 'point',
      shape,
      size: 60,
      stroke: DATA,
      strokeWidth: 1.5,
      fill: filled ? DATA : PAPER,
      opacity: 1,
    },
    encoding: { x, y, description },
  })
  const bars = (all: readonly Bar[], fill: string): Layer => ({
    data: spans(all),
    mark: { type: 'rect', fill, stroke: fill === DATA ? PAPER : DATA, strokeWidth: 0.75 },
    encoding: { x, x2: { field: 'to' }, y, y2: { field: 'bottom' }, description },
  })
  return [
    {
      data: { values: shapes.lanes },
      mark: { type: 'rule', stroke: LINE, aria: false },
      encoding: { y: { ...y, field: 'y' } },
    },
    {
      data: { values: shapes.names },
      mark: { type: 'text', align: 'left', fill: INK, fontSize: TEXT_SIZE, fontWeight: 600, aria: false },
      encoding: { x: { value: 0 }, y: { ...y, field: 'y' }, text: { field: 'name', type: 'nominal' } },
    },
    bars(shapes.bars, DATA),
    bars(shapes.openBars, PAPER),
    {
      data: spans(shapes.ticks),
      mark: { type: 'rule', stroke: DATA, strokeWidth: 1.6 },
      encoding: { x, y, y2: { field: 'bottom' }, description },
    },
    points(shapes.dots, 'circle', true),
    points(shapes.seen, 'triangle-up', true),
    points(shapes.notSeen, 'triangle-up', false),
    points(shapes.noOpportunity, 'stroke', false),
  ]
}
