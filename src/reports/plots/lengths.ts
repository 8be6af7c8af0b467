import type { TopLevelSpec } from 'vega-lite'
import { formatClock, formatLength, formatNumber, plural } from '../../domain/format.ts'
import { observedBouts } from '../../measures/durations.ts'
import { latencyOf } from '../../measures/latencies.ts'
import type { PreparedSession, Strand } from '../../measures/strands.ts'
import type { BehaviorSummary, Stretch } from '../../measures/types.ts'
import { formatTotal } from '../phrases.ts'
import type { Table } from '../tables.ts'
import { DATA, fromZero, GUTTER, gapLayer, INK, sessionAxis, TICKS, timeUnit } from './look.ts'
import { type Plot, WIDTHS } from './plot.ts'

/** Something that lasted. */
interface Length {
  readonly atMs: number
  readonly lengthMs: number
}

const HEIGHT = 150
/** Of more than one in so many units of the width, those next to each other are drawn as one. */
const ROOM = 4
/** Lines of the table; more would not be read. */
const MOST_ROWS = 100

/** How long a behavior lasted each time, or how long each response took; null for techniques that time nothing, and for nothing timed. */
export function lengthsPlot(
  summary: BehaviorSummary,
  session: PreparedSession,
  gaps: readonly Stretch[],
  name: string,
  id: string,
): Plot | null {
  const strand = session.strands.get(summary.behavior.id)
  const { technique } = summary
  if (strand === undefined || (technique !== 'duration' && technique !== 'latency')) return null
  const all = technique === 'duration' ? boutsOf(strand) : responsesOf(strand)
  if (all.length === 0) return null
  const median = (technique === 'duration' ? summary.durations : summary.latencies)?.medianMs.value ?? null
  const what =
    technique === 'duration'
      ? `How long ${name} lasted: ${plural(all.length, 'time')}`
      : `How long each response took, ${name}: ${plural(all.length, 'response')}`
  return {
    id,
    title: `${what}, in ${formatTotal(session.observedMs)} observed`,
    description: describe(all, median),
    key: keyTo(all, median, gaps),
    table: tableOf(all, what),
    spec: (width) =>
      specOf(thinned(all, session.lengthMs, width - GUTTER), {
        lengthMs: session.lengthMs,
        gaps,
        median,
        width: width - GUTTER,
      }),
  }
}

const boutsOf = (strand: Strand): Length[] =>
  observedBouts(strand).bouts.map(({ onMs, offMs }) => ({ atMs: onMs, lengthMs: offMs - onMs }))

const responsesOf = (strand: Strand): Length[] =>
  strand.occurrences.flatMap((cue) => {
    const lengthMs = latencyOf(cue, strand.session)
    return typeof lengthMs === 'number' ? [{ atMs: cue.atMs, lengthMs }] : []
  })

const isCrowded = ({ length }: readonly Length[], width: number): boolean => length > width / ROOM

/** Of those that lie too close together to be told apart, the longest. */
function thinned(all: readonly Length[], sessionMs: number, width: number): readonly Length[] {
  if (!isCrowded(all, width)) return all
  const columnMs = (sessionMs / width) * (ROOM / 2)
  const longest = new Map<number, Length>()
  for (const one of all) {
    const column = Math.floor(one.atMs / columnMs)
    if (one.lengthMs >= (longest.get(column)?.lengthMs ?? 0)) longest.set(column, one)
  }
  return [...longest.values()]
}

interface Frame {
  readonly lengthMs: number
  readonly gaps: readonly Stretch[]
  readonly median: number | null
  readonly width: number
}

function specOf(lengths: readonly Length[], { lengthMs, gaps, median, width }: Frame): TopLevelSpec {
  const across = sessionAxis(lengthMs, width)
  const { unit, scale, axis } = across
  const longestMs = longestOf(lengths)
  const lasted = timeUnit(longestMs)
  const x = { field: 'at', type: 'quantitative', scale, axis } as const
  const y = {
    field: 'length',
    type: 'quantitative',
    scale: fromZero([longestMs / lasted.ms]),
    axis: { title: lasted.name, tickCount: TICKS, minExtent: 24, maxExtent: 24 },
  } as const
  const values = lengths.map(({ atMs, lengthMs: ms }) => ({
    at: atMs / unit.ms,
    length: ms / lasted.ms,
    title: `${formatClock(atMs)}: ${formatLength(ms)}`,
  }))
  return {
    width,
    height: HEIGHT,
    layer: [
      gapLayer(gaps, across, HEIGHT),
      {
        data: { values },
        mark: { type: 'rule', stroke: DATA, strokeWidth: 1.6, aria: false },
        encoding: { x, y, y2: { datum: 0 } },
      },
      {
        data: { values },
        mark: { type: 'point', shape: 'circle', size: 45, fill: DATA, stroke: DATA, opacity: 1 },
        encoding: { x, y, description: { field: 'title', type: 'nominal' } },
      },
      {
        data: { values: median === null ? [] : [{ length: median / lasted.ms }] },
        mark: { type: 'rule', stroke: INK, strokeDash: [6, 4], aria: false },
        encoding: { y },
      },
    ],
  }
}

const longestOf = (lengths: readonly Length[]): number =>
  lengths.reduce((longest, { lengthMs }) => Math.max(longest, lengthMs), 0)

function keyTo(all: readonly Length[], median: number | null, gaps: readonly Stretch[]): string[] {
  const key = ['Each stem stands where it began, and is as high as it lasted.']
  if (median !== null) key.push(`The dashed line is the median, ${formatLength(median)}.`)
  if (gaps.length > 0) key.push('Hatched is time that nobody observed.')
  if (isCrowded(all, WIDTHS.narrow - GUTTER)) {
    key.push('Where more began than an eye could tell apart, the longest of them is drawn.')
  }
  return key
}

function describe(all: readonly Length[], median: number | null): string {
  const shortest = all.reduce((least, { lengthMs }) => Math.min(least, lengthMs), Number.POSITIVE_INFINITY)
  const first = all[0]
  const last = all.at(-1)
  const middle = median === null ? '' : `; half of them up to ${formatLength(median)}`
  const ends =
    first === undefined || last === undefined || first === last
      ? ''
      : ` The first, at ${formatClock(first.atMs)}, lasted ${formatLength(first.lengthMs)}; the last, at ${formatClock(last.atMs)}, ${formatLength(last.lengthMs)}.`
  return `From ${formatLength(shortest)} to ${formatLength(longestOf(all))}${middle}.${ends}`
}

const tableOf = (all: readonly Length[], title: string): Table => ({
  title,
  head: ['began at', 'lasted'],
  rows: all.slice(0, MOST_ROWS).map(({ atMs, lengthMs }) => [formatClock(atMs), formatLength(lengthMs)]),
  labels: 1,
  notes:
    all.length > MOST_ROWS
      ? [
          `${formatNumber(all.length - MOST_ROWS)} more are not listed here; the report with --format xlsx has them all.`,
        ]
      : [],
})
