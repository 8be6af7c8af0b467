import { plural } from '../domain/format.ts'
import type { Page, ReportData } from './data.ts'
import { drawTimeline } from './draw-timeline.ts'
import { columns, padLeft, padRight, wrap } from './layout.ts'
import { type BehaviorReport, type Fact, type GoalReport, type Quotation, reportOf } from './report.ts'
import type { Table } from './tables.ts'

type Lines = readonly string[]

const NARROWEST = 20
/** From this width on, labels stand in a column of their own. */
const ROOMY = 60
/** Longer lists would push what the session was about off the screen. */
const MOST_SHOWN = 50

/** Debrief notes for a terminal: no line is wider than the page. A page of fewer than 20 columns is drawn as one of 20. */
export function renderTerminal(data: ReportData, asked: Page): string {
  const report = reportOf(data)
  const page: Page = { ...asked, width: Math.max(NARROWEST, asked.width) }
  const { width, style } = page
  const blocks: Lines[] = [
    [...heading(report.title, page), ...facts(report.facts, page, '')],
    report.timeline === null ? [] : drawTimeline(report.timeline, page),
    ...report.behaviors.map((behavior) => behaviorLines(behavior, page)),
    section('Notes on the session', saidLines(report.notes, page, '  '), page),
    ...report.tables.map((table) => tableLines(table, page)),
    section(
      'Questions',
      shown(report.questions, page, ({ text }) => wrap(text, width, '  - ')),
      page,
    ),
    section(
      'What was asked and answered',
      shown(report.reflections, page, ({ question, answer }) => [
        ...wrap(question, width, '  ').map(style.dim),
        ...wrap(quoted(answer, page), width, '    '),
      ]),
      page,
    ),
    section(
      'Goals',
      shown(report.goals, page, (goal) => goalLines(goal, page)),
      page,
    ),
  ]
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`
}

const heading = (text: string, { width, style }: Page): Lines => wrap(text, width).map(style.bold)

const section = (title: string, lines: Lines, page: Page): Lines =>
  lines.length === 0 ? [] : [...heading(title, page), ...lines]

const keptWords = (rules: string): string => `kept as it was written; the checker asked about: ${rules}`

function behaviorLines(behavior: BehaviorReport, page: Page): Lines {
  const { width, style } = page
  const titled = (title: string, lines: Lines): Lines =>
    lines.length === 0 ? [] : [...wrap(title, width, '  '), ...lines]
  const { kept } = behavior
  const [first, ...others] = behavior.figures
  const quotes = behavior.quotes.map((quote) => ({ ...quote, words: quoted(quote.words, page) }))
  return [
    ...heading(`${behavior.name} (${behavior.key})`, page),
    ...facts(
      [
        { label: 'Asked for', text: quoted(behavior.request, page) },
        { label: 'Seen as', text: behavior.definition + (kept === '' ? '' : ` (${keptWords(kept)})`) },
        { label: 'Recorded', text: behavior.technique },
      ],
      page,
      '  ',
    ),
    ...(first === undefined ? [] : wrap(first, width, '  ').map(style.bold)),
    ...others.flatMap((figure) => wrap(figure, width, '  ')),
    ...facts(behavior.checklist, page, '  '),
    ...behavior.modifiers.flatMap(({ name, values }) => titled(`By ${name}`, facts(values, page, '    '))),
    ...behavior.remarks.flatMap((remark) => wrap(remark, width, '  * ')),
    ...titled('Quotes', saidLines(quotes, page, '    ')),
    ...titled('Notes', saidLines(behavior.notes, page, '    ')),
  ]
}

function saidLines(all: readonly Quotation[], page: Page, indent: string): Lines {
  const { width, style } = page
  const widest = Math.max(...all.slice(0, MOST_SHOWN).map(({ when }) => columns(when)))
  return shown(all, page, ({ when, words, modifiers, kept }) => {
    const aside = modifiers === '' ? '' : ` (${modifiers})`
    const lead = `${indent}${padLeft(when, widest)}  `
    const lines = wrap(`${words}${aside}`, width, lead)
    if (kept === '') return lines
    const keptLead = columns(lead) > width / 2 ? `${indent}  ` : ' '.repeat(columns(lead))
    return [...lines, ...wrap(keptWords(kept), width, keptLead).map(style.dim)]
  })
}

function goalLines({ words, facts: about, actions }: GoalReport, page: Page): Lines {
  return [
    ...wrap(quoted(words, page), page.width, '  '),
    ...facts(about, page, '    '),
    ...shown(actions, page, ({ label, text }) =>
      wrap(text === '' ? label : `${label} (${text})`, page.width, '    - '),
    ),
  ]
}

/** What a text is about, and the text. On a roomy page the labels of a list stand in a column of their own. */
function facts(all: readonly Fact[], page: Page, indent: string): Lines {
  const { width, style } = page
  const widest = Math.max(...all.slice(0, MOST_SHOWN).map(({ label }) => columns(label)))
  const aligned = width >= ROOMY && widest <= width / 4
  return shown(all, page, ({ label, text }) => {
    const lead = `${indent}${aligned ? padRight(label, widest) : `${label}:`} ${aligned ? ' ' : ''}`
    const [first = '', ...others] = aligned ? wrap(text, width, lead) : hanging(lead + text, width, indent)
    return first.startsWith(lead)
      ? [style.dim(lead) + first.slice(lead.length), ...others]
      : [first, ...others]
  })
}

/** Text that goes on under its own beginning, two columns further in. */
const hanging = (text: string, width: number, indent: string): Lines => {
  const [first = '', ...others] = wrap(text.trimStart(), width - 2, indent)
  return [first, ...others.map((line) => `  ${line}`)]
}

/** A grid where it fits, else a line for each row. */
function tableLines({ title, head, rows, labels, notes }: Table, page: Page): Lines {
  const { width, style } = page
  const widths = head.map((_, column) =>
    [head, ...rows].reduce((most, row) => Math.max(most, columns(row[column] ?? '')), 0),
  )
  const line = (row: Lines): string =>
    `  ${row
      .map((cell, column) => (column < labels ? padRight : padLeft)(cell, widths[column] ?? 0))
      .join('  ')}`.trimEnd()
  const fits = widths.reduce((sum, one) => sum + one + 2, 0) <= width
  const body = fits
    ? [style.dim(line(head)), ...shown(rows, page, (row) => [line(row)])]
    : shown(rows, page, (row) => {
        const named = row.slice(0, labels).join(', ')
        const cells = row.flatMap((cell, column) =>
          column < labels || cell === '' ? [] : [`${head[column]} ${cell}`],
        )
        return hanging(`${named}: ${cells.join(', ')}`, width, '  ')
      })
  return [...heading(title, page), ...body, ...notes.flatMap((note) => wrap(note, width, '  '))]
}

/** The lines of each item; of a long list, those of its beginning and how many more there are. */
function shown<Item>(items: readonly Item[], { width, style }: Page, linesOf: (item: Item) => Lines): Lines {
  const lines = items.slice(0, MOST_SHOWN).flatMap(linesOf)
  const rest = items.length - MOST_SHOWN
  if (rest <= 0) return lines
  const more = `and ${plural(rest, 'more', 'more')}; the same report with --format md has them all`
  return [...lines, ...wrap(more, width, '  ').map(style.dim)]
}

const quoted = (words: string, { unicode }: Page): string => (unicode ? `“${words}”` : `"${words}"`)
