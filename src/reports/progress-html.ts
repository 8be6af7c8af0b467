import { plural } from '../domain/format.ts'
import { visible, visibleLine } from '../domain/text.ts'
import type { CaseProgress } from '../measures/change/series.ts'
import type { Template } from './data.ts'
import type { Row } from './figure-lines.ts'
import { drawn, fillPage } from './html.ts'
import { changePlot } from './plots/change.ts'
import {
  comparisonFigures,
  figureTexts,
  type Progress,
  phaseFigures,
  progressNotes,
  type Unit,
  undefinedPoints,
  unitOf,
} from './progress-words.ts'

/**
 * The series as a page: each case with its chart, the phases described and compared, and what the figures can't tell.
 *
 * @throws InputError when the template cannot be used
 */
export async function renderProgressHtml(progress: Progress, template: Template): Promise<string> {
  const { behavior, cases } = progress
  const unit = unitOf(progress)
  return fillPage(template, {
    title: behavior === null ? 'Progress' : `Progress: ${visibleLine(behavior.name)}`,
    request: visible(behavior?.request ?? ''),
    definition: visible(behavior?.definition ?? ''),
    cases: await Promise.all(cases.map((one, index) => caseValues(one, index, progress, unit))),
    notes: progressNotes(progress),
    figures: figureTexts(progress),
  })
}

async function caseValues(one: CaseProgress, index: number, progress: Progress, unit: Unit): Promise<object> {
  const plot = changePlot(one, progress, `change-${index + 1}`)
  return {
    title: [...(one.case === null ? [] : [visibleLine(one.case)]), plural(one.points.length, 'session')].join(
      ', ',
    ),
    plots: await drawn(plot === null ? [] : [plot]),
    missing: undefinedPoints(one) ?? '',
    parts: [
      ...one.phases.map((phase) => ({
        title: `${visibleLine(phase.name)}: ${plural(phase.values.length, 'session')}`,
        figures: phaseFigures(phase, unit).map(said),
      })),
      ...one.comparisons.map((comparison) => ({
        title: `From ${visibleLine(comparison.from.name)} to ${visibleLine(comparison.to.name)}`,
        figures: comparisonFigures(comparison, unit).map(said),
      })),
    ],
  }
}

const said = ({ label, figure, say }: Row): object => ({
  label,
  text: figure.value === null ? `none, as ${figure.why}` : say(figure.value),
})
