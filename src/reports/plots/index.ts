import { prepare } from '../../measures/strands.ts'
import type { ReportData } from '../data.ts'
import type { Report } from '../report.ts'
import { timelineOf } from '../timeline.ts'
import { countsPlot } from './counts.ts'
import { flowPlot } from './flow.ts'
import { lengthsPlot } from './lengths.ts'
import type { Plot } from './plot.ts'
import { timelinePlot } from './timeline.ts'

/** The plots of a report, where they belong. */
export interface ReportPlots {
  /** About the sessions as a whole. */
  readonly session: readonly Plot[]
  /** By the place of the behavior in the report. */
  readonly behaviors: readonly (readonly Plot[])[]
  /** By the place of the table in the report. */
  readonly tables: readonly (readonly Plot[])[]
}

/** Each kind of plot, of the data that it is about. A new one is a file and a line here. */
export function plotsOf(data: ReportData, report: Report): ReportPlots {
  const { summary } = data
  const [only] = data.observations
  const flows = report.tables.map(({ flow, ...table }, index) =>
    found([flow === undefined ? null : flowPlot(flow, table, summary.observedMs, `flow-${index + 1}`)]),
  )
  if (only === undefined || report.timeline === null) {
    const lines = data.observations.map((observation) => {
      const { number } = observation.session
      const { observedMs } = prepare(observation)
      return timelinePlot(timelineOf(observation), observedMs, `timeline-${number}`, `Session ${number}: `)
    })
    return { session: found(lines), behaviors: [], tables: flows }
  }
  const session = prepare(only)
  const { timeline } = report
  return {
    session: found([
      timelinePlot(timeline, summary.observedMs, 'timeline'),
      countsPlot(timeline, summary.observedMs, 'counts'),
    ]),
    behaviors: summary.behaviors.map((behavior, index) => {
      const name = report.behaviors[index]?.name ?? ''
      return found([lengthsPlot(behavior, session, timeline.gaps, name, `lengths-${index + 1}`)])
    }),
    tables: flows,
  }
}

const found = (plots: readonly (Plot | null)[]): Plot[] => plots.filter((plot) => plot !== null)
