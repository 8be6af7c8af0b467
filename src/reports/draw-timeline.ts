import { formatClock, formatLength, formatNumber } from '../domain/format.ts'
import type { Stretch } from '../measures/types.ts'
import type { Page } from './data.ts'
import { columns, cut, padRight, wrap } from './layout.ts'
import type { Moment, Timeline, TimelineRow } from './timeline.ts'

/** The characters that a time line is drawn with. */
interface Glyphs {
  readonly nothing: string
  readonly gap: string
  /** So many moments in a column, where the fullest column holds `most`. */
  moments(count: number, most: number): string
  /** What they look like from 1 to `most`. */
  momentsWords(most: number): string
  /** From a little of a column to all of it. */
  readonly parts: readonly string[]
  readonly scored: string
  readonly notScored: string
  readonly noOpportunity: string
  readonly mixed: string
  readonly line: string
  readonly step: string
  readonly cut: string
}

const HEIGHTS = [...'▁▂▃▄▅▆▇█']

const heightOf = (count: number, most: number): string =>
  HEIGHTS[Math.ceil((count / most) * HEIGHTS.length) - 1] ?? '█'

const UNICODE: Glyphs = {
  nothing: '·',
  gap: '░',
  moments: (count, most) => (most === 1 ? '│' : heightOf(count, most)),
  momentsWords: (most) => `${heightOf(1, most)} 1 to █ ${formatNumber(most)} moments`,
  parts: [...'▏▎▍▌▋▊▉█'],
  scored: '■',
  notScored: '□',
  noOpportunity: '–',
  mixed: '▣',
  line: '─',
  step: '┬',
  cut: '…',
}

const ASCII: Glyphs = {
  nothing: '.',
  gap: '/',
  moments: (count, most) => (most === 1 ? '|' : count > 9 ? '+' : String(count)),
  momentsWords: (most) => `a digit says how many moments${most > 9 ? ', + is 10 or more' : ''}`,
  parts: [...'-=#'],
  scored: 'x',
  notScored: 'o',
  noOpportunity: '~',
  mixed: '%',
  line: '-',
  step: '+',
  cut: '~',
}

/** What one column of a row shows, and whether it is something that was seen. */
interface Cell {
  readonly glyph: string
  readonly seen: boolean
}

/** The columns of the plot, each standing for the same length of time. */
interface Scale {
  readonly columns: number
  readonly lengthMs: number
  readonly glyphs: Glyphs
  /** The most moments that any row has in one column. */
  readonly most: number
  /** How much of each column nobody observed, from 0 to 1. */
  readonly gaps: Float64Array
}

const WIDEST_NAME = 28
const NOT_OBSERVED = 'not observed'

/**
 * A time line as lines of text: an axis, one row a behavior, one for the gaps if there are any, and what the characters mean.
 * Nothing that was seen is ever lost: a column that holds more than it can show says so by its height or number.
 * No lines for a session that has not lasted.
 */
export function drawTimeline(timeline: Timeline, page: Pick<Page, 'width' | 'unicode' | 'style'>): string[] {
  const { lengthMs, gaps, rows } = timeline
  if (lengthMs <= 0 || rows.length === 0) return []
  const width = Math.max(20, page.width)
  const names = rows.map(({ name }) => name)
  if (gaps.length > 0) names.push(NOT_OBSERVED)
  const nameWidth = Math.min(Math.max(...names.map(columns)), WIDEST_NAME, Math.floor(width / 3))
  const glyphs = page.unicode ? UNICODE : ASCII
  const plot = { columns: width - nameWidth - 1, lengthMs }
  const counts = rows.map((row) => (row.kind === 'moments' ? countsOf(row.moments, plot) : null))
  const scale: Scale = {
    ...plot,
    glyphs,
    most: Math.max(0, ...counts.map((one) => (one === null ? 0 : one.reduce((a, b) => Math.max(a, b), 0)))),
    gaps: shareOf(gaps, plot),
  }
  const lineOf = (name: string, text: string): string =>
    `${padRight(cut(name, nameWidth, glyphs.cut), nameWidth)} ${text}`
  const { style } = page
  const draw = (cells: readonly Cell[]): string =>
    runsOf(cells)
      .map(({ glyph, seen }) => (seen ? style.accent(glyph) : style.dim(glyph)))
      .join('')
  const lines = axis(scale).map((line) => style.dim(lineOf('', line).trimEnd()))
  for (const [index, row] of rows.entries()) {
    lines.push(lineOf(row.name, draw(cellsOf(row, counts[index] ?? null, scale))))
  }
  if (gaps.length > 0) lines.push(lineOf(NOT_OBSERVED, draw(gapCells(scale))))
  return [...lines, ...legend(rows, scale).flatMap((line) => wrap(line, width, '  ').map(style.dim))]
}

type Plot = Pick<Scale, 'columns' | 'lengthMs'>

const columnOf = (ms: number, { columns, lengthMs }: Plot): number =>
  Math.min(columns - 1, Math.floor((ms / lengthMs) * columns))

function countsOf(moments: readonly Moment[], plot: Plot): Uint32Array {
  const counts = new Uint32Array(plot.columns)
  for (const { atMs } of moments) {
    const column = columnOf(atMs, plot)
    counts[column] = (counts[column] ?? 0) + 1
  }
  return counts
}

/** How much of each column the stretches take, from 0 to 1; the least that can be told from 0 for one without a length. */
function shareOf(stretches: readonly Stretch[], plot: Plot): Float64Array {
  const shares = new Float64Array(plot.columns)
  const columnMs = plot.lengthMs / plot.columns
  for (const { fromMs, toMs } of stretches) {
    const first = columnOf(fromMs, plot)
    const last = Math.max(first, Math.min(plot.columns, Math.ceil(toMs / columnMs)) - 1)
    for (let column = first; column <= last; column++) {
      const part = (Math.min(toMs, (column + 1) * columnMs) - Math.max(fromMs, column * columnMs)) / columnMs
      shares[column] = (shares[column] ?? 0) + Math.max(part, Number.EPSILON)
    }
  }
  return shares
}

function cellsOf(row: TimelineRow, counts: Uint32Array | null, scale: Scale): Cell[] {
  const { glyphs } = scale
  const marks =
    row.kind === 'moments'
      ? Array.from(counts ?? [], (count) => (count === 0 ? null : glyphs.moments(count, scale.most)))
      : row.kind === 'bouts'
        ? Array.from(shareOf(row.bouts, scale), (share) => partGlyph(share, glyphs))
        : markGlyphs(row, scale)
  return marks.map((glyph, column) => {
    if (glyph !== null) return { glyph, seen: true }
    return { glyph: (scale.gaps[column] ?? 0) > 0.5 ? glyphs.gap : glyphs.nothing, seen: false }
  })
}

const gapCells = ({ gaps, glyphs }: Scale): Cell[] =>
  Array.from(gaps, (share) => ({ glyph: share > 0 ? glyphs.gap : glyphs.nothing, seen: false }))

function partGlyph(share: number, { parts }: Glyphs): string | null {
  if (share === 0) return null
  // A column that is all but full differs from a full one by less than the eye can tell.
  const level = Math.floor(share * parts.length + 0.001) - 1
  return parts[Math.min(Math.max(level, 0), parts.length - 1)] ?? null
}

function markGlyphs(row: TimelineRow & { kind: 'marks' }, scale: Scale): (string | null)[] {
  const { glyphs } = scale
  const shown: (string | null)[] = new Array(scale.columns).fill(null)
  for (const { fromMs, toMs, value } of row.marks) {
    const glyph = value === null ? glyphs.noOpportunity : value === 1 ? glyphs.scored : glyphs.notScored
    const first = columnOf(fromMs, scale)
    const last = Math.max(
      first,
      Math.min(scale.columns, Math.ceil((toMs / scale.lengthMs) * scale.columns)) - 1,
    )
    for (let column = first; column <= last; column++) {
      shown[column] = shown[column] === null || shown[column] === glyph ? glyph : glyphs.mixed
    }
  }
  return shown
}

/** Neighbours of one kind as one, so that they are styled together. */
function runsOf(cells: readonly Cell[]): Cell[] {
  const runs: { glyph: string; seen: boolean }[] = []
  for (const { glyph, seen } of cells) {
    const last = runs.at(-1)
    if (last?.seen === seen) last.glyph += glyph
    else runs.push({ glyph, seen })
  }
  return runs
}

const SECOND = 1000
const MINUTE = 60_000
const STEPS = [1, 2, 5, 10, 15, 30].map((n) => n * SECOND)
STEPS.push(...[1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440].map((n) => n * MINUTE))

/** Times that stand at the columns where they fall, as close as leaves them apart, and a line with a mark at each. */
function axis(scale: Scale): string[] {
  const { lengthMs, glyphs } = scale
  const room = formatClock(lengthMs).length + 3
  const fits = (step: number): boolean => (step / lengthMs) * scale.columns >= room
  const step = STEPS.find(fits) ?? lengthMs
  let times = ''
  let line = ''
  for (let ms = 0; ms < lengthMs; ms += step) {
    const column = columnOf(ms, scale)
    const time = formatClock(ms, true)
    if (column + time.length > scale.columns) break
    times = times.padEnd(column) + time
    line = line.padEnd(column, glyphs.line) + glyphs.step
  }
  return [times, line.padEnd(scale.columns, glyphs.line)]
}

/** What the characters mean, of those that are there. */
function legend(rows: readonly TimelineRow[], scale: Scale): string[] {
  const { glyphs, most } = scale
  const columnLength = formatLength(scale.lengthMs / scale.columns)
  const values = new Set(
    rows.flatMap((row) => (row.kind === 'marks' ? row.marks : [])).map(({ value }) => value),
  )
  const parts: string[] = []
  if (most === 1) parts.push(`${glyphs.moments(1, 1)} a moment`)
  if (most > 1) parts.push(glyphs.momentsWords(most))
  if (rows.some(({ kind }) => kind === 'bouts')) {
    parts.push(`${glyphs.parts[0]} to ${glyphs.parts.at(-1)} going on for a little to all of it`)
  }
  const marks: string[] = []
  if (values.has(1)) marks.push(`${glyphs.scored} scored or seen`)
  if (values.has(0)) marks.push(`${glyphs.notScored} not`)
  if (values.size > 1) marks.push(`${glyphs.mixed} both`)
  if (values.has(null)) marks.push(`${glyphs.noOpportunity} no opportunity`)
  if (marks.length > 0) parts.push(marks.join(', '))
  const untimed = rows.filter(({ untimed }) => untimed > 0).map(({ name }) => name)
  return [
    `Each column is ${columnLength}: ${parts.join('; ')}`,
    ...(untimed.length > 0 ? [`Counted without times, so not shown here: ${untimed.join(', ')}`] : []),
  ]
}
