import { formatNumber } from '../domain/format.ts'
import { visibleLine } from '../domain/text.ts'
import type { SessionValue } from '../measures/change/index.ts'
import type { Sheet } from './figure-lines.ts'
import { columns, cut, padLeft, padRight } from './layout.ts'

/** A series as single-case design draws it: phases side by side, each with its sessions in order. */
export interface Chart {
  /** What the vertical axis measures, with its unit. */
  readonly caption: string
  readonly phases: readonly {
    readonly name: string
    readonly points: readonly SessionValue[]
  }[]
}

interface Glyphs {
  /** How many dots a character is wide and high. */
  readonly dotsX: number
  readonly dotsY: number
  /** The character whose dots are set as in `bits`, by rows and then by columns. */
  dots(bits: number): string
  readonly point: string
  readonly change: string
  readonly axis: string
  readonly tick: string
  readonly corner: string
  readonly line: string
  readonly cut: string
}

/** The bits of a braille character, for its dots by rows and then by columns. */
const BRAILLE = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]

const UNICODE: Glyphs = {
  dotsX: 2,
  dotsY: 4,
  dots: (bits) =>
    String.fromCharCode(BRAILLE.reduce((code, bit, at) => code + ((bits >> at) & 1 ? bit : 0), 0x2800)),
  point: '●',
  change: '┊',
  axis: '│',
  tick: '┤',
  corner: '└',
  line: '─',
  cut: '…',
}

const ASCII: Glyphs = {
  dotsX: 1,
  dotsY: 1,
  dots: () => '.',
  point: 'o',
  change: ':',
  axis: '|',
  tick: '+',
  corner: '+',
  line: '-',
  cut: '~',
}

const ROWS = 12
/** Sessions stand no further apart than this, unless the phase names need the room. */
const WIDEST_STEP = 6

/**
 * The conventions of single-case design: the vertical axis begins at 0, a dashed line stands where a phase begins with its name
 * above, and points are joined within a phase, not across phases nor across a session without a value (Kratochwill et al., 2013;
 * Cooper, Heron & Heward, 2020, chapter 6).
 * No line is wider than the sheet, whose width is 40 or more.
 */
export function drawSeries({ caption, phases }: Chart, { width, unicode, style }: Sheet): string[] {
  const glyphs = unicode ? UNICODE : ASCII
  const sizes = phases.map(({ points }) => points.length)
  const count = sizes.reduce((total, size) => total + size, 0)
  const axis = axisOf(phases.flatMap(({ points }) => points.map(({ value }) => value)))
  const labels = new Map(axis.ticks.map((tick) => [rowOf(tick, axis), formatNumber(tick, axis.digits)]))
  const gutter = Math.max(...[...labels.values()].map(columns))
  const room = Math.max(10, width - gutter - 2)
  const step = stepOf(phases, room / Math.max(1, count))
  const plot = new Plot(Math.max(1, Math.min(room, Math.ceil(count * step))), glyphs)
  const names: string[] = []
  const below: { readonly column: number; readonly label: string }[] = []
  let first = 0
  for (const { name, points } of phases) {
    const from = Math.floor(first * step)
    if (first > 0) plot.change(from)
    const to = Math.floor((first + points.length) * step)
    names.push(nameOver(name, to - from, first > 0, glyphs))
    plot.join(
      points.map(({ value, afterMissing = false }, index) => ({
        column: (first + index + 0.5) * step,
        height: heightOf(value, axis),
        isApart: afterMissing,
      })),
    )
    for (const [index, { session }] of points.entries()) {
      below.push({ column: Math.floor((first + index + 0.5) * step), label: String(session) })
    }
    first += points.length
  }
  const margin = ' '.repeat(gutter + 2)
  return [
    cut(caption, width, glyphs.cut),
    `${margin}${names.join('')}`.trimEnd(),
    ...plot.lines().map((line, row) => {
      const label = labels.get(row)
      const edge = `${padLeft(label ?? '', gutter)} ${label === undefined ? glyphs.axis : glyphs.tick}`
      return `${style.dim(edge)}${line}`.trimEnd()
    }),
    style.dim(`${' '.repeat(gutter + 1)}${glyphs.corner}${glyphs.line.repeat(plot.columns)}`),
    `${margin}${labelsBelow(below, plot.columns)}`.trimEnd(),
    `${margin}session`,
  ]
}

/** The columns from one session to the next: as many as the names of the phases need, as far as there is room. */
function stepOf(phases: Chart['phases'], room: number): number {
  const needed = phases.map(({ name, points }) => (columns(visibleLine(name)) + 3) / points.length)
  return Math.min(room, Math.max(WIDEST_STEP, ...needed))
}

function nameOver(name: string, room: number, isChange: boolean, glyphs: Glyphs): string {
  const mark = isChange ? `${glyphs.change} ` : ''
  const free = room - mark.length - 1
  return padRight(free < 3 ? mark.slice(0, room) : mark + cut(visibleLine(name), free, glyphs.cut), room)
}

/** As many of the numbers as stand apart. */
function labelsBelow(labels: readonly { column: number; label: string }[], room: number): string {
  let line = ''
  for (const { column, label } of labels) {
    const from = Math.max(0, column - Math.floor((label.length - 1) / 2))
    if ((line !== '' && from <= line.length) || from + label.length > room) continue
    line = line.padEnd(from) + label
  }
  return line
}

interface Axis {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
  readonly digits: number
}

/** From 0, or from below it where values are, in steps of 1, 2 or 5 × 10ⁿ. */
function axisOf(values: readonly number[]): Axis {
  const least = values.reduce((a, b) => Math.min(a, b), 0)
  const most = values.reduce((a, b) => Math.max(a, b), 0)
  // Numbers so near to 0 that no step fits between them are drawn as 0.
  const span = most - least > 1e-300 ? most - least : 1
  const decade = 10 ** Math.floor(Math.log10(span / 6))
  const step = [1, 2, 5, 10].map((n) => n * decade).find((one) => span / one <= 6) ?? 10 * decade
  const from = Math.floor(least / step)
  const to = Math.max(from + 1, Math.ceil(most / step))
  const ticks = Array.from({ length: to - from + 1 }, (_, index) => (from + index) * step)
  return {
    low: from * step,
    high: to * step,
    ticks,
    digits: Math.min(12, Math.max(0, -Math.floor(Math.log10(step)))),
  }
}

/** From 0 at the bottom to 1 at the top. */
const heightOf = (value: number, { low, high }: Axis): number => (value - low) / (high - low)

const rowOf = (value: number, axis: Axis): number =>
  ROWS - 1 - Math.min(ROWS - 1, Math.floor(heightOf(value, axis) * ROWS))

/** Characters that lines, points and phase changes are drawn on. */
class Plot {
  readonly columns: number
  readonly #glyphs: Glyphs
  readonly #bits: Uint8Array
  readonly #marks: string[]

  constructor(columns: number, glyphs: Glyphs) {
    this.columns = columns
    this.#glyphs = glyphs
    this.#bits = new Uint8Array(columns * ROWS)
    this.#marks = new Array(columns * ROWS).fill('')
  }

  /** A phase begins here. */
  change(column: number): void {
    for (let row = 0; row < ROWS; row++) this.#marks[row * this.columns + column] ||= this.#glyphs.change
  }

  /** Points, and a line to each from the one before, but where it stands apart. */
  join(
    points: readonly { readonly column: number; readonly height: number; readonly isApart: boolean }[],
  ): void {
    const { dotsX, dotsY, point } = this.#glyphs
    let before: readonly [x: number, y: number] | null = null
    for (const { column, height, isApart } of points) {
      const x = Math.min(this.columns * dotsX - 1, Math.floor(column * dotsX))
      const y = ROWS * dotsY - 1 - Math.min(ROWS * dotsY - 1, Math.floor(height * ROWS * dotsY))
      if (before !== null && !isApart) this.#line(before, [x, y])
      this.#marks[Math.floor(y / dotsY) * this.columns + Math.floor(x / dotsX)] = point
      before = [x, y]
    }
  }

  #line([x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number]): void {
    const steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0))
    for (let step = 1; step < steps; step++) {
      this.#dot(Math.round(x0 + ((x1 - x0) * step) / steps), Math.round(y0 + ((y1 - y0) * step) / steps))
    }
  }

  #dot(x: number, y: number): void {
    const { dotsX, dotsY } = this.#glyphs
    const cell = Math.floor(y / dotsY) * this.columns + Math.floor(x / dotsX)
    this.#bits[cell] = (this.#bits[cell] ?? 0) | (1 << ((y % dotsY) * dotsX + (x % dotsX)))
  }

  lines(): string[] {
    return Array.from({ length: ROWS }, (_, row) =>
      Array.from({ length: this.columns }, (_, column) => {
        const cell = row * this.columns + column
        const bits = this.#bits[cell] ?? 0
        return this.#marks[cell] || (bits === 0 ? ' ' : this.#glyphs.dots(bits))
      }).join(''),
    )
  }
}
