import type { Config, TopLevelSpec } from 'vega-lite'
import type { Stretch } from '../../measures/types.ts'

/*
 * How plots look. One hue on neutral ground, so that nobody's eyes and no printer's ink lose anything: shape, place and words carry
 * the meaning. The page's style sheet sets what each of these colors is, by day, by night and on paper.
 */
export const INK = 'var(--ink)'
export const QUIET = 'var(--quiet)'
export const LINE = 'var(--line)'
export const DATA = 'var(--data)'
export const PAPER = 'var(--paper)'
/** The hatching that stands for time that nobody observed; `drawPlot` gives it to each plot. */
export const HATCHED = 'url(#hatched)'

export const TEXT_SIZE = 12
/** The room that an axis takes at the left, for its title and numbers. */
export const GUTTER = 46

export const CONFIG: Config = {
  background: 'transparent',
  font: 'inherit',
  padding: { left: 0, right: 8, top: 4, bottom: 0 },
  view: { stroke: null },
  axis: {
    labelColor: INK,
    labelFontSize: TEXT_SIZE,
    titleColor: QUIET,
    titleFontSize: TEXT_SIZE,
    titleFontWeight: 'normal',
    domainColor: QUIET,
    tickColor: QUIET,
    gridColor: LINE,
    aria: false,
  },
  title: { color: INK, fontSize: TEXT_SIZE, fontWeight: 600, anchor: 'start', offset: 8, aria: false },
  text: { color: INK, fontSize: TEXT_SIZE },
}

/** A part of a plot: one of the layers that it is made of. */
export type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number]

/** One of the plots that stand one above the other. */
export type Panel = Extract<TopLevelSpec, { vconcat: unknown }>['vconcat'][number]

/** A unit in which lengths of time are read off an axis. */
export interface TimeUnit {
  readonly ms: number
  readonly name: string
}

const SECOND = { ms: 1000, name: 'seconds' }
const MINUTE = { ms: 60_000, name: 'minutes' }
const HOUR = { ms: 3_600_000, name: 'hours' }

/** The unit in which the longest length is a number that people read at ease. */
export const timeUnit = (longestMs: number): TimeUnit =>
  longestMs < 2 * MINUTE.ms ? SECOND : longestMs < 5 * HOUR.ms ? MINUTE : HOUR

/** Whole steps, by which times are counted: of an axis, and of the intervals that a session is cut into. */
const STEPS_MS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400].map(
  (seconds) => seconds * 1000,
)

/** The shortest of the steps of which no more than `most` make up the length. */
export const stepOf = (lengthMs: number, most: number): number =>
  STEPS_MS.find((step) => lengthMs / step <= most) ?? lengthMs

/** The horizontal axis of a plot over a session: its time from 0, in a unit that is named; with lines through the plot or without. */
export function sessionAxis(lengthMs: number, width: number, grid = false) {
  const unit = timeUnit(lengthMs)
  const step = stepOf(lengthMs, width / 60)
  const values = Array.from(
    { length: Math.floor(lengthMs / step) + 1 },
    (_, index) => (index * step) / unit.ms,
  )
  return {
    unit,
    scale: { domain: [0, lengthMs / unit.ms], nice: false },
    axis: { values, title: `time from the start, in ${unit.name}`, format: ',~f', labelFlush: false, grid },
  }
}

/** About how many numbers a vertical axis has. */
export const TICKS = 5

/** The scale of a vertical axis: from 0, and from less only where something lies below it, to a round number at its end. */
export function fromZero(values: readonly number[]): { domain: number[]; nice: number } {
  const least = values.reduce((a, b) => Math.min(a, b), 0)
  const most = values.reduce((a, b) => Math.max(a, b), 0)
  // Numbers so near to 0 that no axis could be cut into steps are drawn as 0.
  return { domain: [least, most - least > 1e-300 ? most : 1], nice: TICKS }
}

/** The horizontal axis of a session; `axis` is null where it is not drawn. */
export type SessionAxis = Omit<ReturnType<typeof sessionAxis>, 'axis'> & {
  readonly axis: ReturnType<typeof sessionAxis>['axis'] | null
}

/** The gaps behind a plot whose horizontal axis is that of the session. */
export const gapLayer = (
  gaps: readonly Stretch[],
  { unit, scale, axis }: SessionAxis,
  height: number,
): Layer => ({
  data: { values: gaps.map(({ fromMs, toMs }) => ({ from: fromMs / unit.ms, to: toMs / unit.ms })) },
  mark: { type: 'rect', fill: HATCHED, aria: false },
  encoding: {
    x: { field: 'from', type: 'quantitative', scale, axis },
    x2: { field: 'to' },
    y: { value: 0 },
    y2: { value: height },
  },
})
