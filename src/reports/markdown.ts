import { plainStyle } from '../domain/text.ts'
import type { Page, ReportData } from './data.ts'
import { drawTimeline } from './draw-timeline.ts'
import { reportOf } from './report.ts'
import { fillTemplate } from './template.ts'

/** Leaves room for the indent that makes the time line a code block. */
const TIMELINE_WIDTH = 96

/**
 * Debrief notes in Markdown (CommonMark with tables), drawn by a template whose values are the fields of `Report`.
 * Words of people are escaped: they show as they were written, and make no heading, image, HTML, or link that says one thing and
 * leads to another. (Many readers of Markdown make a link of a bare web address; it leads where it says.)
 *
 * @throws InputError when the template cannot be used
 */
export function renderMarkdown(data: ReportData, { template }: Page): string {
  if (template === null) throw new TypeError('Markdown is drawn by a template, and none was handed in.')
  const report = reportOf(data)
  const timeline =
    report.timeline === null
      ? []
      : drawTimeline(report.timeline, { width: TIMELINE_WIDTH, unicode: true, style: plainStyle })
  return fillTemplate(template, { ...report, timeline }, escapeMarkdown)
}

/** Characters that mean something wherever they stand in a line. */
const ANYWHERE = /[\\`*_[\]~|$]/g
/** What makes a heading, list, quote or rule of a line that starts with it. */
const AT_START = /^(?:[#+=:-]|\d+(?=[.)]))/
const ENTITY = /&(?=#?[a-z0-9]+;)/gi

/** A value as text of one line of Markdown, whatever stands in it; a line end becomes a break that no block can begin after. */
export function escapeMarkdown(value: unknown): string {
  const text = String(value ?? '')
    .replaceAll(/[ \t]+/g, ' ')
    .trim()
  return text
    .replace(ENTITY, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(ANYWHERE, '\\$&')
    .replace(AT_START, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
    .replaceAll(/\s*\n\s*/g, '<br>')
}
