import { createHash } from 'node:crypto'
import { InputError } from '../domain/errors.ts'
import { escapeHtml } from '../domain/text.ts'
import type { BehaviorSummary, Words } from '../measures/types.ts'
import type { Page, ReportData, Template } from './data.ts'
import { drawPlot } from './plots/draw.ts'
import { plotsOf } from './plots/index.ts'
import { type Plot, WIDTHS } from './plots/plot.ts'
import { type Quotation, type Report, reportOf } from './report.ts'
import type { Table } from './tables.ts'
import { fillTemplate } from './template.ts'

/**
 * The debrief page: one file, with no script and nothing from elsewhere. Everything that people wrote stands in it as text.
 * The values of its template are the fields of `Report`, with the plots beside what they show, all quotes and notes in the
 * order in which they were written down, and what the page is styled by.
 *
 * @throws InputError when the template cannot be used
 */
export async function renderHtml(data: ReportData, { template }: Page): Promise<string> {
  if (template === null) throw new TypeError('HTML is drawn by a template, and none was handed in.')
  const report = reportOf(data)
  const plots = plotsOf(data, report)
  return fillPage(template, {
    ...report,
    plots: await drawn(plots.session),
    behaviors: await Promise.all(
      report.behaviors.map(async (behavior, index) => ({
        ...behavior,
        plots: await drawn(plots.behaviors[index]),
      })),
    ),
    tables: await Promise.all(
      report.tables.map(async (table, index) => ({
        ...tableValues(table),
        plots: await drawn(plots.tables[index]),
      })),
    ),
    ...wordsInOrder(data, report),
  })
}

/**
 * A page of the template, under a policy that lets it load and run nothing but its own style sheet.
 *
 * @throws InputError when the template cannot be used
 */
export function fillPage(template: Template, values: object): string {
  const style = template.parts?.[STYLE]?.text
  if (style === undefined) throw new InputError(`There is no ${STYLE} beside ${template.name}; put it back.`)
  const hash = createHash('sha256').update(style).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  return fillTemplate(template, { ...values, style, policy }, escaped)
}

const STYLE = 'report.css'

/** What a slot of a page shows of a value; nothing of one that is not there. */
const escaped = (value: unknown): string => escapeHtml(String(value ?? ''))

/** What a template shows of a plot: both drawings, of which the style sheet lets the one be seen that fits. */
export interface DrawnPlot extends Pick<Plot, 'id' | 'title' | 'key'> {
  readonly wide: string
  readonly narrow: string
  readonly table: object
}

export const drawn = (plots: readonly Plot[] = []): Promise<DrawnPlot[]> =>
  Promise.all(
    plots.map(async ({ id, title, description, key, table, spec }) => {
      const draw = (width: keyof typeof WIDTHS): Promise<string> =>
        drawPlot(spec(WIDTHS[width]), { id: `${id}-${width}`, title, description })
      return {
        id,
        title,
        key,
        table: tableValues(table),
        wide: await draw('wide'),
        narrow: await draw('narrow'),
      }
    }),
  )

/** A table as a template takes it, in which every field is there. */
const tableValues = ({ title, head, rows, labels, notes, prose = -1 }: Table): object => ({
  title,
  head,
  rows,
  labels,
  notes,
  prose,
})

/** Said or written of a behavior, or of the session as a whole. */
type Said = Quotation & { readonly behavior: string }

/** More than anybody reads on a page; a page of all of them would take seconds to show. */
const MOST_WORDS = 2000

/** All quotes and all notes, each in the order in which they were written down, and how many more there are. */
function wordsInOrder({ summary }: ReportData, report: Report): object {
  const said = (kind: 'quotes' | 'notes'): { at: Words; said: Said }[] =>
    summary.behaviors.flatMap((behavior: BehaviorSummary, index) =>
      (behavior[kind] ?? []).flatMap((at, place) => {
        const one = report.behaviors[index]
        const quotation = one?.[kind][place]
        return one === undefined || quotation === undefined
          ? []
          : [{ at, said: { ...quotation, behavior: one.name } }]
      }),
    )
  const ofSession = summary.notes.flatMap((at, place) => {
    const quotation = report.notes[place]
    return quotation === undefined ? [] : [{ at, said: { ...quotation, behavior: 'the session' } }]
  })
  const inOrder = (all: { at: Words; said: Said }[]) => ({
    shown: all
      .sort(
        ({ at: a }, { at: b }) =>
          a.session - b.session || (a.atMs ?? -1) - (b.atMs ?? -1) || a.record - b.record,
      )
      .slice(0, MOST_WORDS)
      .map((one) => one.said),
    more: Math.max(0, all.length - MOST_WORDS),
  })
  return { quotes: inOrder(said('quotes')), notes: inOrder([...said('notes'), ...ofSession]) }
}
