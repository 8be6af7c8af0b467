import { formatLength, formatList, formatNumber, plural } from '../domain/format.ts'
import type { Behavior } from '../domain/model.ts'
import { visibleLine } from '../domain/text.ts'
import { flowMatrix } from '../measures/flow.ts'
import {
  AVERAGED,
  type Averaged,
  type BehaviorAverages,
  type Distribution,
  type MultiCode,
  type MultiCodeAverages,
  type Sequences,
  type SessionSummary,
  type SeveralSessions,
  type TalkShare,
  type VerbalFlow,
} from '../measures/types.ts'
import { formatPercent, formatRateNumber, formatTotal, said } from './phrases.ts'

/** Figures in rows and columns, in words that are safe to print. */
export interface Table {
  /** What is counted, and how. */
  readonly title: string
  readonly head: readonly string[]
  /** An empty cell stands for 0. */
  readonly rows: readonly (readonly string[])[]
  /** How many columns at the left name what the others tell about. */
  readonly labels: number
  /** The column of running text, counted from 0, where there is one; the others beside the labels hold figures. */
  readonly prose?: number
  /** What else there is to know, a sentence each. */
  readonly notes: readonly string[]
  /** What it is a table of, where that can be drawn too. */
  readonly flow?: VerbalFlow
}

/** How a report names a behavior. */
export type NameOf = (behavior: Behavior) => string

/** The tables about several behaviors, or several people, at once. */
export const summaryTables = (summary: SessionSummary, nameOf: NameOf): Table[] => [
  ...summary.talk.map((talk) => talkTable(talk, nameOf)),
  ...summary.flows.map((flow) => flowTable(flow, nameOf)),
  ...sequenceTables(summary.sequences, nameOf),
  ...summary.multiCode.map((codes) => multiCodeTable(codes, nameOf)),
]

/** Tables of what was watched in several sessions; of one session there is no average. */
export const averageTables = (
  { units: all, behaviors, multiCode }: SeveralSessions['averaged'],
  nameOf: NameOf,
): Table[] => {
  const counted: Counted = all.every(({ length }) => length === 1)
    ? (units) => plural(units, 'session')
    : (units) => plural(units, 'group of sessions', 'groups of sessions')
  return [
    ...behaviors.filter(({ units }) => units > 1).map((one) => averageTable(one, nameOf, counted)),
    ...multiCode.filter(({ units }) => units > 1).map((one) => multiCodeAverageTable(one, nameOf, counted)),
  ]
}

/** So many of what was averaged, in words. */
type Counted = (units: number) => string

function talkTable({ behavior, unit, total, unnamed, shares }: TalkShare, nameOf: NameOf): Table {
  const format = (amount: number): string => (unit === 'ms' ? formatTotal(amount) : plural(amount, 'word'))
  return {
    title: `${nameOf(behavior)}: ${unit === 'ms' ? 'time' : 'words written down'} by subject`,
    head: ['subject', unit === 'ms' ? 'time' : 'words', `share of ${format(total)}`],
    rows: shares.map(({ subject, amount, percent }) => [
      visibleLine(subject),
      format(amount),
      said(percent, formatPercent),
    ]),
    labels: 1,
    notes: unnamed > 0 ? [`${format(unnamed)} more without a subject.`] : [],
  }
}

/** A matrix of more people than this could not be read. */
const MOST_PEOPLE = 40
/** People named in one sentence. */
const MOST_NAMED = 20

function flowTable(flow: VerbalFlow, nameOf: NameOf): Table {
  const table = flow.people.length > MOST_PEOPLE ? exchangeList(flow) : exchangeMatrix(flow)
  const silent = new Set(flow.none)
  const named = (label: string, people: readonly string[]): string[] => {
    const more = people.length - MOST_NAMED
    const names = people.slice(0, MOST_NAMED).map(visibleLine)
    if (more > 0) names.push(`${formatNumber(more)} more`)
    return names.length > 0 ? [`${label}: ${formatList(names)}.`] : []
  }
  return {
    ...table,
    title: `${nameOf(flow.behavior)}: who spoke to whom, ${plural(flow.total, 'time')} in all`,
    flow,
    notes: [
      ...named(
        'Spoke to nobody',
        flow.noneFrom.filter((person) => !silent.has(person)),
      ),
      ...named(
        'Spoken to by nobody',
        flow.noneTo.filter((person) => !silent.has(person)),
      ),
      ...named('No exchange in either direction', flow.none),
      ...(flow.incomplete > 0
        ? [`${plural(flow.incomplete, 'more lacks', 'more lack')} who spoke, or to whom.`]
        : []),
    ],
  }
}

function exchangeMatrix(flow: VerbalFlow): Pick<Table, 'head' | 'rows' | 'labels'> {
  const names = flow.people.map(visibleLine)
  const rows = flowMatrix(flow).map((counts, row) => [
    names[row] ?? '',
    ...counts.map((count) => (count === 0 ? '' : formatNumber(count))),
    formatNumber(flow.fromTotals[row] ?? 0),
  ])
  const totals = ['all', ...flow.toTotals.map((count) => formatNumber(count)), formatNumber(flow.total)]
  return { head: ['from', ...names.map((name) => `to ${name}`), 'all'], rows: [...rows, totals], labels: 1 }
}

const exchangeList = ({ exchanges }: VerbalFlow): Pick<Table, 'head' | 'rows' | 'labels'> => ({
  head: ['from', 'to', 'times'],
  rows: exchanges.map(({ from, to, count }) => [visibleLine(from), visibleLine(to), formatNumber(count)]),
  labels: 2,
})

/** The pairs shown; the others are rare, and a list of them all would hide the pattern. */
const MOST_PAIRS = 12

function sequenceTables({ pairs, total }: Sequences, nameOf: NameOf): Table[] {
  if (pairs.length === 0) return []
  const rest = pairs.slice(MOST_PAIRS).reduce((sum, { count }) => sum + count, 0)
  const restPairs = pairs.length - MOST_PAIRS
  return [
    {
      title: `What came directly after what, of ${plural(total, 'pair')} with no gap between`,
      head: ['first', 'then', 'times'],
      rows: pairs
        .slice(0, MOST_PAIRS)
        .map(({ first, next, count }) => [nameOf(first), nameOf(next), formatNumber(count)]),
      labels: 2,
      notes: rest > 0 ? [`${plural(restPairs, 'other pair')} came ${plural(rest, 'time')} together.`] : [],
    },
  ]
}

function multiCodeTable({ method, lengthMs, intervals, marks, codes }: MultiCode, nameOf: NameOf): Table {
  return {
    title: `Codes in ${plural(intervals, 'interval')} of ${formatLength(lengthMs)}, ${plural(marks, 'mark')} (${method})`,
    head: ['code', 'scored', 'share of intervals', 'share of marks'],
    rows: codes.map(({ behavior, scored, percentOfIntervals, percentOfMarks }) => [
      nameOf(behavior),
      formatNumber(scored),
      said(percentOfIntervals, formatPercent),
      said(percentOfMarks, formatPercent),
    ]),
    labels: 1,
    notes: [],
  }
}

interface AveragedWords {
  readonly label: string
  readonly format: (value: number) => string
}

const AVERAGED_WORDS: Readonly<Record<Averaged, AveragedWords>> = {
  count: { label: 'count', format: formatNumber },
  ratePerMin: { label: 'rate a minute', format: formatRateNumber },
  interResponseMeanMs: { label: 'mean time between', format: formatLength },
  totalMs: { label: 'total time', format: formatTotal },
  meanMs: { label: 'mean time', format: formatLength },
  percentOfObserved: { label: 'share of observed time', format: formatPercent },
  latencyMeanMs: { label: 'mean time to respond', format: formatLength },
  intervalsPercent: { label: 'share of intervals', format: formatPercent },
}

const SPREAD = ['mean', 'SD', 'least', 'most'] as const

const spreadCells = ({ mean, sd, min, max }: Distribution, format: (value: number) => string): string[] =>
  [mean, sd, min, max].map((figure) => said(figure, format))

/** A figure's name, and in how many sessions it could be had where that was not in all of them. */
const averagedLabel = (label: string, { n }: Distribution, units: number, counted: Counted): string =>
  n === units ? label : `${label}, in ${counted(n)}`

function averageTable(
  { behavior, units, averages }: BehaviorAverages,
  nameOf: NameOf,
  counted: Counted,
): Table {
  return {
    title: `${nameOf(behavior)}: averaged over ${counted(units)}`,
    head: ['figure', ...SPREAD],
    rows: AVERAGED.flatMap((name) => {
      const distribution = averages[name]
      if (distribution === undefined) return []
      const { label, format } = AVERAGED_WORDS[name]
      return [[averagedLabel(label, distribution, units, counted), ...spreadCells(distribution, format)]]
    }),
    labels: 1,
    notes: [],
  }
}

function multiCodeAverageTable(
  { method, lengthMs, units, codes }: MultiCodeAverages,
  nameOf: NameOf,
  counted: Counted,
): Table {
  return {
    title: `Codes in intervals of ${formatLength(lengthMs)}: averaged over ${counted(units)} (${method})`,
    head: ['code', 'share of', ...SPREAD],
    rows: codes.flatMap(({ behavior, percentOfIntervals, percentOfMarks }) => [
      [
        nameOf(behavior),
        averagedLabel('intervals', percentOfIntervals, units, counted),
        ...spreadCells(percentOfIntervals, formatPercent),
      ],
      [
        nameOf(behavior),
        averagedLabel('marks', percentOfMarks, units, counted),
        ...spreadCells(percentOfMarks, formatPercent),
      ],
    ]),
    labels: 2,
    notes: [],
  }
}
