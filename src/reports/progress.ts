import { plural } from '../domain/format.ts'
import { visibleLine } from '../domain/text.ts'
import type { Phase, PhaseComparison } from '../measures/change/index.ts'
import type { CaseProgress } from '../measures/change/series.ts'
import { hanging, type Lines, listed, type Sheet } from './figure-lines.ts'
import { wrap } from './layout.ts'
import { drawSeries } from './progress-chart.ts'
import {
  caseTitle,
  comparisonFigures,
  figureTexts,
  type Progress,
  phaseFigures,
  progressNotes,
  type Unit,
  undefinedPoints,
  unitOf,
} from './progress-words.ts'

export type { Progress } from './progress-words.ts'

/** The series for a terminal: a chart, each phase described, the phases compared, and what the figures can't tell. */
export function renderProgress(progress: Progress, sheet: Sheet): string {
  const unit = unitOf(progress)
  const blocks: Lines[] = [
    ...progress.cases.flatMap((one) => caseBlocks(one, progress, unit, sheet)),
    progressNotes(progress).flatMap((note) => hanging(note, sheet.width)),
    legend(progress, sheet),
  ]
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`
}

function caseBlocks(one: CaseProgress, progress: Progress, unit: Unit, sheet: Sheet): Lines[] {
  const { style, width } = sheet
  const { phases, points, comparisons } = one
  const numberOf = new Map(points.map(({ place, session }) => [place, session]))
  const chart = drawSeries(
    {
      caption: unit.caption,
      phases: phases.map(({ name, values }) => ({
        name,
        points: values.map((point) => ({
          ...point,
          session: numberOf.get(point.session) ?? point.session,
          value: point.value / unit.of,
        })),
      })),
    },
    sheet,
  )
  const missing = undefinedPoints(one)
  return [
    wrap(caseTitle(one, progress), width).map(style.bold),
    phases.length === 0 ? [] : chart,
    missing === null ? [] : hanging(missing, width),
    ...phases.map((phase) => phaseLines(phase, unit, sheet)),
    ...comparisons.map((comparison) => comparisonLines(comparison, unit, sheet)),
  ]
}

const phaseLines = (phase: Phase, unit: Unit, sheet: Sheet): Lines => [
  ...wrap(`${visibleLine(phase.name)}: ${plural(phase.values.length, 'session')}`, sheet.width).map(
    sheet.style.bold,
  ),
  ...listed(phaseFigures(phase, unit), sheet),
]

function comparisonLines(comparison: PhaseComparison, unit: Unit, sheet: Sheet): Lines {
  const { from, to } = comparison
  return [
    ...wrap(`From ${visibleLine(from.name)} to ${visibleLine(to.name)}`, sheet.width).map(sheet.style.bold),
    ...listed(comparisonFigures(comparison, unit), sheet),
  ]
}

function legend(progress: Progress, { width, style }: Sheet): Lines {
  const texts = figureTexts(progress)
  if (texts.length === 0) return []
  return [
    style.bold('What each figure is, and what it can’t tell'),
    ...texts
      .flatMap(({ name, meaning, cannotTell }) => hanging(`${name}: ${meaning}. ${cannotTell}`, width, '  '))
      .map(style.dim),
  ]
}
