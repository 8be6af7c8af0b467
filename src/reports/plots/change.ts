import type { TopLevelSpec } from 'vega-lite'
import { formatNumber, plural } from '../../domain/format.ts'
import { visibleLine } from '../../domain/text.ts'
import { describePhase, type Phase } from '../../measures/change/index.ts'
import type { CaseProgress } from '../../measures/change/series.ts'
import { columns, cut } from '../layout.ts'
import { type Progress, say, type Unit, unitOf } from '../progress-words.ts'
import type { Table } from '../tables.ts'
import { DATA, fromZero, GUTTER, INK, QUIET, TEXT_SIZE, TICKS } from './look.ts'
import type { Plot } from './plot.ts'

const HEIGHT = 240
/** Room above the data for the names of the phases. */
const NAMES = 22
/** Units of the width that the number of a session takes. */
const NUMBER = 24
const LETTER = 7

/**
 * A series by the conventions of single-case design: the vertical axis begins at 0, a dashed line stands where a phase begins, with its
 * name above, and points are joined within a phase, not across phases nor across a session without a value (Kratochwill et al., 2013;
 * Cooper, Heron & Heward, 2020, chapter 6); and each phase has its mean and its Theil–Sen line. Null for a series without a value.
 */
export function changePlot(one: CaseProgress, progress: Progress, id: string): Plot | null {
  const unit = unitOf(progress)
  const phases = placed(one, unit)
  if (phases.length === 0) return null
  const what = progress.behavior === null ? [] : [visibleLine(progress.behavior.name)]
  return {
    id,
    title: `${[...what, unit.caption].join(': ')}, in each of ${plural(one.points.length, 'session')}`,
    description: describe(one, unit),
    key: [
      'Each dot is a session, joined within a phase.',
      ...(phases.length > 1 ? ['A dashed line stands where a phase begins, with its name above.'] : []),
      'The flat line through a phase is its mean; the dotted one its trend (Theil–Sen).',
    ],
    table: tableOf(one, unit),
    spec: (width) => specOf(phases, unit, width - GUTTER),
  }
}

/** A phase as it is drawn: where its sessions stand, counted from 1 over the whole series, and in the unit of the axis. */
interface Placed {
  readonly name: string
  readonly points: readonly {
    readonly x: number
    readonly y: number
    readonly session: number
    readonly title: string
    /** Points of one run are joined. */
    readonly run: number
  }[]
  readonly mean: number
  /** From the first of its sessions to the last; null for a phase without a trend. */
  readonly trend: readonly [from: number, to: number] | null
}

function placed({ phases, points }: CaseProgress, unit: Unit): Placed[] {
  const numberOf = new Map(points.map(({ place, session }) => [place, session]))
  let x = 0
  let run = 0
  return phases.map((phase) => {
    run++
    const { mean } = describePhase(phase)
    return {
      name: visibleLine(phase.name),
      points: phase.values.map(({ session: place, value, afterMissing }) => {
        if (afterMissing) run++
        const session = numberOf.get(place) ?? place
        return { x: ++x, y: value / unit.of, session, title: `session ${session}: ${say(value, unit)}`, run }
      }),
      mean: (mean.value ?? 0) / unit.of,
      trend: trendOf(phase, unit),
    }
  })
}

/** The line of Theil and Sen goes through the middle of the phase: its height is the median of value − slope × session. */
function trendOf(phase: Phase, unit: Unit): [from: number, to: number] | null {
  const { slope } = describePhase(phase)
  const { value: perSession } = slope
  const [first, last] = [phase.values[0], phase.values.at(-1)]
  if (perSession === null || first === undefined || last === undefined) return null
  const heights = phase.values.map(({ session, value }) => value - perSession * session).sort((a, b) => a - b)
  const middle = heights.length >> 1
  const height =
    heights.length % 2 === 1
      ? (heights[middle] ?? 0)
      : ((heights[middle - 1] ?? 0) + (heights[middle] ?? 0)) / 2
  const at = (session: number): number => (height + perSession * session) / unit.of
  return [at(first.session), at(last.session)]
}

function specOf(phases: readonly Placed[], unit: Unit, width: number): TopLevelSpec {
  const points = phases.flatMap((phase) => phase.points)
  const heights = [...points.map(({ y }) => y), ...phases.flatMap(({ trend }) => trend ?? [])]
  const x = {
    field: 'x',
    type: 'quantitative',
    scale: { domainMin: 0.5, domainMax: points.length + 0.5, nice: false },
    axis: { title: 'session', titlePadding: 22, grid: false, labels: false, ticks: false },
  } as const
  const y = {
    field: 'y',
    type: 'quantitative',
    scale: fromZero(heights),
    axis: { title: unit.caption, tickCount: TICKS, minExtent: 24, maxExtent: 24 },
  } as const
  const every = Math.ceil(points.length / (width / NUMBER))
  const numbers = points
    .filter((_, index) => index % every === 0)
    .map((point) => ({ x: point.x, text: formatNumber(point.session) }))
  const starts = phases.map((phase) => (phase.points[0]?.x ?? 1) - 0.5)
  const room = (index: number): number =>
    ((phases[index]?.points.length ?? 0) * width) / points.length / LETTER
  const names = phases.map(({ name }, index) => ({
    x: starts[index],
    text: columns(name) > room(index) ? cut(name, Math.max(2, Math.floor(room(index)) - 1), '…') : name,
  }))
  const flat = phases.map(({ points: own, mean }) => ({
    x: (own[0]?.x ?? 0) - 0.3,
    right: (own.at(-1)?.x ?? 0) + 0.3,
    y: mean,
    top: mean,
  }))
  const aslant = phases.flatMap(({ points: own, trend }) =>
    trend === null ? [] : [{ x: own[0]?.x, right: own.at(-1)?.x, y: trend[0], top: trend[1] }],
  )
  const line = { x, x2: { field: 'right' }, y, y2: { field: 'top' } } as const
  return {
    width,
    height: HEIGHT,
    padding: { left: 0, right: 8, top: NAMES, bottom: 0 },
    layer: [
      {
        data: { values: points },
        mark: { type: 'line', stroke: DATA, strokeWidth: 1.6, aria: false },
        encoding: { x, y, detail: { field: 'run', type: 'nominal' } },
      },
      {
        data: { values: points },
        mark: { type: 'point', shape: 'circle', size: 50, fill: DATA, stroke: DATA, opacity: 1 },
        encoding: { x, y, description: { field: 'title', type: 'nominal' } },
      },
      {
        data: { values: flat },
        mark: { type: 'rule', stroke: INK, strokeWidth: 1, aria: false },
        encoding: line,
      },
      {
        data: { values: aslant },
        mark: { type: 'rule', stroke: INK, strokeWidth: 1.4, strokeDash: [1.5, 3], aria: false },
        encoding: line,
      },
      {
        data: { values: starts.slice(1).map((at) => ({ x: at })) },
        mark: { type: 'rule', stroke: QUIET, strokeDash: [6, 4], aria: false },
        encoding: { x, y: { value: -NAMES }, y2: { value: HEIGHT } },
      },
      {
        data: { values: names },
        mark: {
          type: 'text',
          align: 'left',
          dx: 5,
          fill: INK,
          fontSize: TEXT_SIZE,
          fontWeight: 600,
          aria: false,
        },
        encoding: { x, y: { value: 8 - NAMES }, text: { field: 'text', type: 'nominal' } },
      },
      {
        data: { values: numbers },
        mark: { type: 'text', fill: INK, fontSize: TEXT_SIZE, aria: false },
        encoding: { x, y: { value: HEIGHT + 14 }, text: { field: 'text', type: 'nominal' } },
      },
    ],
  }
}

function describe({ phases }: CaseProgress, unit: Unit): string {
  return phases
    .map((phase) => {
      const { name, sessions, mean, min, max } = describePhase(phase)
      if (mean.value === null || min.value === null || max.value === null)
        return `${visibleLine(name)}: no value.`
      return `${visibleLine(name)}: ${plural(sessions, 'session')}, from ${say(min.value, unit)} to ${say(max.value, unit)}, mean ${say(mean.value, unit)}.`
    })
    .join(' ')
}

const tableOf = ({ points }: CaseProgress, unit: Unit): Table => ({
  title: unit.caption,
  head: ['session', 'phase', unit.caption],
  rows: points.map(({ session, phase, value }) => [
    formatNumber(session),
    visibleLine(phase),
    value.value === null ? `none, as ${value.why}` : say(value.value, unit),
  ]),
  labels: 2,
  notes: [],
})
