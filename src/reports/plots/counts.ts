import { formatClock, formatLength, formatList, formatNumber, plural } from '../../domain/format.ts'
import type { Stretch } from '../../measures/types.ts'
import { cut } from '../layout.ts'
import { formatTotal } from '../phrases.ts'
import type { Table } from '../tables.ts'
import type { Timeline, TimelineRow } from '../timeline.ts'
import { DATA, fromZero, GUTTER, gapLayer, type Panel, sessionAxis, stepOf } from './look.ts'
import type { Plot } from './plot.ts'

/** Of the intervals that a session is cut into: enough for a shape to show, few enough to be told apart. */
const MOST_INTERVALS = 16
const PANEL = 56

/** How often each thing that is counted happened, in one stretch of the session after the other. */
interface Counts {
  readonly everyMs: number
  readonly intervals: readonly (Stretch & { readonly observedMs: number })[]
  readonly rows: readonly { readonly name: string; readonly counts: readonly number[] }[]
}

/** Null where nothing happened that is counted by its times. */
export function countsPlot(timeline: Timeline, observedMs: number, id: string): Plot | null {
  const counts = countsOf(timeline)
  if (counts.rows.length === 0) return null
  const each = formatLength(counts.everyMs)
  return {
    id,
    title: `How often in each ${each}, in ${formatTotal(observedMs)} observed`,
    description: describe(counts),
    key: [
      `A bar is as high as the number of times in ${each}.${timeline.gaps.length > 0 ? ' Hatched is time that nobody observed; the bars there stand for less time.' : ''}`,
    ],
    table: tableOf(counts, each),
    spec: (width) => ({
      spacing: 14,
      vconcat: counts.rows.map((_, index) => panelOf(counts, timeline, index, width - GUTTER)),
    }),
  }
}

function countsOf({ lengthMs, gaps, rows }: Timeline): Counts {
  const everyMs = stepOf(lengthMs, MOST_INTERVALS)
  const intervals = Array.from({ length: Math.ceil(lengthMs / everyMs) }, (_, index) => {
    const fromMs = index * everyMs
    const toMs = Math.min(lengthMs, fromMs + everyMs)
    const missedMs = gaps.reduce(
      (sum, gap) => sum + Math.max(0, Math.min(toMs, gap.toMs) - Math.max(fromMs, gap.fromMs)),
      0,
    )
    return { fromMs, toMs, observedMs: toMs - fromMs - missedMs }
  })
  return {
    everyMs,
    intervals,
    rows: rows
      .filter((row): row is TimelineRow & { kind: 'moments' } => row.kind === 'moments')
      .filter(({ moments }) => moments.length > 0)
      .map(({ name, moments }) => {
        const counts = intervals.map(() => 0)
        for (const { atMs } of moments) {
          // What lies on the very end belongs to the last interval.
          const index = Math.min(counts.length - 1, Math.floor(atMs / everyMs))
          counts[index] = (counts[index] ?? 0) + 1
        }
        return { name, counts }
      }),
  }
}

function panelOf(
  { intervals, rows }: Counts,
  { lengthMs, gaps }: Timeline,
  index: number,
  width: number,
): Panel {
  const { name, counts } = rows[index] ?? { name: '', counts: [] }
  const isLast = index === rows.length - 1
  const shared = sessionAxis(lengthMs, width)
  const across = isLast ? shared : { ...shared, axis: null }
  const { unit, scale, axis } = across
  const bars = intervals.flatMap(({ fromMs, toMs }, place) => {
    const count = counts[place] ?? 0
    const inset = (toMs - fromMs) * 0.06
    return count === 0 ? [] : [{ from: (fromMs + inset) / unit.ms, to: (toMs - inset) / unit.ms, count }]
  })
  return {
    width,
    height: PANEL,
    title: cut(name, Math.floor(width / 7), '…'),
    layer: [
      gapLayer(gaps, across, PANEL),
      {
        data: { values: bars },
        mark: { type: 'rect', fill: DATA, aria: false },
        encoding: {
          x: { field: 'from', type: 'quantitative', scale, axis },
          x2: { field: 'to' },
          y: {
            field: 'count',
            type: 'quantitative',
            scale: fromZero(counts),
            axis: { title: 'times', tickCount: 3, tickMinStep: 1, format: 'd', minExtent: 24, maxExtent: 24 },
          },
          y2: { datum: 0 },
        },
      },
    ],
  }
}

const spanOf = ({ fromMs, toMs }: Stretch): string => `${formatClock(fromMs)} to ${formatClock(toMs)}`

function describe({ intervals, rows }: Counts): string {
  return `${rows
    .map(({ name, counts }) => {
      const most = Math.max(...counts)
      const where = intervals.filter((_, index) => counts[index] === most).map(spanOf)
      const places = where.length > 3 ? `${formatNumber(where.length)} of the stretches` : formatList(where)
      return `${name}: at most ${plural(most, 'time')}, in ${places}`
    })
    .join('. ')}.`
}

const tableOf = ({ intervals, rows }: Counts, each: string): Table => ({
  title: `How often in each ${each}`,
  head: ['from', 'observed', ...rows.map(({ name }) => name)],
  rows: intervals.map((interval, index) => [
    spanOf(interval),
    formatLength(interval.observedMs),
    ...rows.map(({ counts }) => formatNumber(counts[index] ?? 0)),
  ]),
  labels: 1,
  notes: [],
})
