import type { Reader, Released } from '../domain/audience.ts'
import { formatClock, formatLength, formatList, formatNumber, plural } from '../domain/format.ts'
import { visibleLine } from '../domain/text.ts'
import {
  type Agreement,
  type AgreementFigures,
  type BehaviorAgreement,
  type ConfusionTable,
  type Difference,
  FORMULAS,
  KAPPA_FORMULAS,
  KAPPA_SE,
  PERCENTS,
} from '../measures/agreement/index.ts'
import type { Figure } from '../measures/types.ts'
import { grid, hanging, type Lines, listed, type Row, type Sheet } from './figure-lines.ts'
import { READER_WORDS } from './header.ts'
import { padLeft, wrap } from './layout.ts'
import { formatPercent } from './phrases.ts'

/** Two accounts of one event, and how far they agree. */
export interface Comparison {
  readonly audience: Reader
  readonly a: Released<Compared>
  readonly b: Released<Compared>
  readonly everyMs: number
  readonly toleranceMs: number
  /** Which of the two kappas was asked for. */
  readonly kappa: 'time-unit' | 'event-matched'
  readonly agreement: Released<Agreement>
  /** The behaviors of either that say nothing a second observer could count or time. */
  readonly leftOut: Released<readonly string[]>
}

/** Whose account it is. */
export interface Compared {
  /** `session 3`, or the name of a file. */
  readonly source: string
  /** The number of the session; null for a file. */
  readonly session: number | null
  readonly observer: string | null
  /** Whom they observed; null for a file. */
  readonly protege: string | null
  /** When a session began; null for a file that doesn't say it. */
  readonly startedAt: string | null
  readonly lengthMs: number
  /** Whether that is its own length; a file that doesn't say one is taken to have observed for as long as the other. */
  readonly lengthIsSaid: boolean
}

/** Longer lists are for programs: the JSON has all of it. */
const MOST_DIFFERENCES = 50
/** A table of more categories than this can't be read. */
const MOST_CATEGORIES = 8

/** The comparison for a terminal: figures, what they mean, and where the two differ, in order of time. */
export function renderComparison(comparison: Comparison, page: Sheet): string {
  const { agreement, everyMs, toleranceMs } = comparison
  const blocks: Lines[] = [
    header(comparison, page),
    ...agreement.behaviors.map((behavior) => figureBlock(behavior.name, behavior, page)),
    ...(agreement.behaviors.length > 1 ? [overallBlock(agreement.overall, page)] : []),
    differenceBlock(agreement, toleranceMs, page),
    legend(agreement.overall, page),
    hanging(
      `Intervals are of ${formatLength(everyMs)} (--every), but where they were recorded as such; records of the same thing lie within ${formatLength(toleranceMs)} (--tolerance). Agreement is there to train observers: what differs is worth talking over. It says nothing about the person who was observed, and scores nobody.`,
      page.width,
    ),
  ]
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`
}

function header({ audience, a, b, leftOut }: Comparison, { width, style }: Sheet): Lines {
  const who = ({ source, observer, lengthMs }: Compared): string =>
    [visibleLine(source), ...(observer === null ? [] : [visibleLine(observer)]), formatLength(lengthMs)].join(
      ', ',
    )
  const notes: string[] = []
  if (a.observer !== null && a.observer === b.observer) {
    notes.push(
      `Both are by ${visibleLine(a.observer)}: this is how far one observer agrees with themselves, and does not say how far two would.`,
    )
  }
  if (a.protege !== null && b.protege !== null && a.protege !== b.protege) {
    notes.push(
      `A is of ${visibleLine(a.protege)} and B of ${visibleLine(b.protege)}: agreement is between accounts of one person in one event.`,
    )
  }
  if (a.lengthMs !== b.lengthMs) {
    notes.push('They differ in length; intervals and instants are those that both observed.')
  }
  if (a.startedAt !== null && b.startedAt !== null && a.startedAt !== b.startedAt) {
    notes.push('They did not begin at the same moment; each is timed from its own start.')
  }
  for (const { source, lengthIsSaid } of [a, b]) {
    if (!lengthIsSaid) {
      notes.push(
        `${visibleLine(source)} does not say how long it lasted; it is taken to be as long as the other.`,
      )
    }
  }
  if (leftOut.length > 0) {
    notes.push(`Notes and checklists are left out: ${formatList(leftOut.map(visibleLine))}.`)
  }
  return [
    style.bold('Agreement between two observers'),
    ...hanging(`For ${READER_WORDS[audience]}`, width),
    ...wrap(who(a), width, 'A  '),
    ...wrap(who(b), width, 'B  '),
    ...notes.flatMap((note) => hanging(note, width)),
  ]
}

const figureBlock = (name: string, figures: BehaviorAgreement, page: Sheet): Lines => [
  page.style.bold(visibleLine(name)),
  ...figureRows(figures, page),
]

function overallBlock(figures: AgreementFigures, page: Sheet): Lines {
  return [
    page.style.bold('All behaviors together'),
    ...figureRows(figures, page),
    ...tableLines(`${KAPPA_FORMULAS.timeUnit.name}: units`, figures.timeUnit.table, page),
    ...tableLines(`${KAPPA_FORMULAS.eventMatched.name}: records`, figures.eventMatched.table, page),
  ]
}

function figureRows(figures: AgreementFigures, page: Sheet): Lines {
  const rows: Row[] = PERCENTS.map((name) => ({
    label: FORMULAS[name].name,
    figure: figures.percents[name],
    say: formatPercent,
  }))
  return listed([...rows, ...kappaRows('timeUnit', figures), ...kappaRows('eventMatched', figures)], page)
}

function kappaRows(kind: 'timeUnit' | 'eventMatched', figures: AgreementFigures): Row[] {
  const { value, se, percentAgreement, table } = figures[kind]
  const { name } = KAPPA_FORMULAS[kind]
  return [
    { label: name, figure: value, say: (kappa) => formatNumber(kappa) + withError(se) + cells(table) },
    {
      label: `percent agreement, ${kind === 'timeUnit' ? 'time-unit' : 'event-matched'}`,
      figure: percentAgreement,
      say: formatPercent,
    },
  ]
}

const withError = (se: Figure): string => (se.value === null ? '' : ` (SE ${formatNumber(se.value, 3)})`)

/** The table of one behavior against the rest, in a line. */
function cells({ categories, counts }: ConfusionTable): string {
  if (categories.length !== 2 || counts.length !== 2) return ''
  const [[both = 0, onlyA = 0] = [], [onlyB = 0, neither = 0] = []] = counts
  return `: both ${both}, A alone ${onlyA}, B alone ${onlyB}, neither ${neither}`
}

function tableLines(title: string, { categories, counts }: ConfusionTable, page: Sheet): Lines {
  if (categories.length < 2) return []
  const names = categories.map(visibleLine)
  if (categories.length <= MOST_CATEGORIES) {
    const head = ['A \\ B', ...names]
    const rows = names.map((name, i) => [name, ...(counts[i] ?? []).map((count) => formatNumber(count))])
    const lines = grid([head, ...rows], page)
    if (lines !== null) return ['', ...hanging(`${title}, A in rows and B in columns`, page.width), ...lines]
  }
  const apart = counts.flatMap((row, i) =>
    row.flatMap((count, j) => (i === j || count === 0 ? [] : [{ a: names[i], b: names[j], count }])),
  )
  const shown = apart.sort((x, y) => y.count - x.count).slice(0, MOST_DIFFERENCES)
  return [
    '',
    ...hanging(`${title} on which the two differ`, page.width),
    ...shown.flatMap(({ a, b, count }) => hanging(`A ${a}, B ${b}: ${count}`, page.width, '  ')),
  ]
}

function differenceBlock({ differences }: Agreement, toleranceMs: number, page: Sheet): Lines {
  const { width, style } = page
  const title = style.bold('Where the two differ, in order of time')
  const near = differences.filter((one) => isNear(one, toleranceMs))
  const apart = differences.filter((one) => !isNear(one, toleranceMs))
  const shown = apart.slice(0, MOST_DIFFERENCES)
  const widest = Math.max(0, ...shown.map(({ atMs }) => formatClock(atMs, true).length))
  const lines = shown.flatMap((one) =>
    wrap(words(one), width, `  ${padLeft(formatClock(one.atMs, true), widest)}  `),
  )
  if (apart.length === 0) lines.push('  Nowhere.')
  if (apart.length > MOST_DIFFERENCES) {
    lines.push(
      ...hanging(
        `and ${plural(apart.length - MOST_DIFFERENCES, 'more', 'more')}; --json has all.`,
        width,
        '  ',
      ),
    )
  }
  if (near.length > 0) {
    lines.push(
      ...hanging(
        `${plural(near.length, 'more was', 'more were')} recorded by both, with times that differ by ${formatLength(toleranceMs)} at most; --json has them.`,
        width,
        '  ',
      ),
    )
  }
  return [title, ...lines]
}

/** Both recorded it, as beginning and as lasting the same but for the tolerance. */
const isNear = (one: Difference, toleranceMs: number): boolean =>
  one.kind === 'time' && Math.abs(one.longerMs ?? 0) <= toleranceMs

function words(difference: Difference): string {
  switch (difference.kind) {
    case 'only-a':
      return `A alone: ${visibleLine(difference.behavior)}`
    case 'only-b':
      return `B alone: ${visibleLine(difference.behavior)}`
    case 'behavior':
      return `A: ${visibleLine(difference.behaviorA)}, B: ${visibleLine(difference.behaviorB)}${shift(difference.laterMs)}`
    case 'time':
      return `both: ${visibleLine(difference.behavior)}${shift(difference.laterMs)}${length(difference.longerMs)}`
  }
}

const shift = (laterMs: number): string =>
  laterMs === 0 ? '' : `, B ${formatLength(Math.abs(laterMs))} ${laterMs > 0 ? 'later' : 'earlier'}`

const length = (longerMs: number | null): string =>
  longerMs === null || longerMs === 0
    ? ''
    : `, B ${formatLength(Math.abs(longerMs))} ${longerMs > 0 ? 'longer' : 'shorter'}`

/** Of the figures that there are. */
function legend({ percents }: AgreementFigures, { width, style }: Sheet): Lines {
  const there = PERCENTS.filter((name) => percents[name].value !== null)
  const formulas = [...there.map((name) => FORMULAS[name]), ...Object.values(KAPPA_FORMULAS)]
  return [
    style.bold('How each is worked out'),
    ...formulas.flatMap(({ name, formula, empty }) => hanging(`${name}: ${formula}. ${empty}`, width, '  ')),
    ...hanging(`SE: ${KAPPA_SE}.`, width, '  '),
  ].map((line, index) => (index === 0 ? line : style.dim(line)))
}
