import type { Cell, Row } from 'write-excel-file/universal'
import { chosenIn } from '../domain/behavior.ts'
import type { Behavior, Observation, SessionRecord } from '../domain/model.ts'
import { visible } from '../domain/text.ts'
import type { BehaviorSummary, Figure, Measures } from '../measures/types.ts'
import type { ReportData } from './data.ts'
import { headerFacts, titleOf } from './header.ts'
import { keptFindings } from './kept.ts'
import { timelineOf } from './timeline.ts'

/**
 * A spreadsheet in Excel's format: a sheet each for the summary, the records as they were made, the intervals, and the words.
 * Times are times that a spreadsheet computes with, and words stay words, whatever they begin with.
 */
export async function renderXlsx(data: ReportData): Promise<Uint8Array> {
  const { default: write } = await import('write-excel-file/universal')
  const sheets = [
    { sheet: 'summary', ...summarySheet(data) },
    { sheet: 'records', ...recordsSheet(data) },
    { sheet: 'intervals', ...intervalsSheet(data) },
    { sheet: 'quotes', ...quotesSheet(data) },
  ]
  return new Uint8Array(await (await write(sheets).toBlob()).arrayBuffer())
}

interface Sheet {
  readonly data: Row[]
  readonly columns: { width: number }[]
  readonly stickyRowsCount?: number
}

/** What a column holds: its heading, its width in characters, and the cell for each item. */
interface Column<Item> {
  readonly head: string
  readonly width: number
  cell(item: Item): Cell
}

const sheetOf = <Item>(columns: readonly Column<Item>[], items: readonly Item[]): Sheet => ({
  data: [
    columns.map(({ head }) => heading(head)),
    ...items.map((item) => columns.map(({ cell }) => cell(item))),
  ],
  columns: columns.map(({ width }) => ({ width })),
  stickyRowsCount: 1,
})

/** The findings of the language checker that the writer kept, in a column where there are some. */
const keptColumn = <Item>(
  items: readonly Item[],
  keptOf: (item: Item) => readonly string[] | undefined,
): Column<Item>[] =>
  items.some((item) => keptOf(item)?.length)
    ? [{ head: KEPT, width: 30, cell: (item) => text(keptOf(item)?.join(', ') ?? null) }]
    : []
const KEPT = 'kept; the checker asked about'

const DAY_MS = 86_400_000
/** Beside words of several lines, all else begins where they begin. */
const TOP = { alignVertical: 'top' } as const

/** The most characters that Excel takes in one cell. */
const LONGEST = 32_767
const CUT = '… (cut: a cell holds no more)'

interface TextCell {
  readonly value: string
  readonly type: StringConstructor
  readonly alignVertical: 'top'
  readonly wrap?: true
}

/** A cell of text, which no spreadsheet takes for a formula. Excel reads `_x0041_` as a character's code, unless it is told not to. */
function text(words: string | null): TextCell | null {
  if (words === null || words === '') return null
  const safe = visible(words.replaceAll(/\r\n?/g, '\n'))
    .toWellFormed()
    .replaceAll(/[\ufffe\uffff]/g, '\ufffd')
    .replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  const value = safe.length > LONGEST ? `${safe.slice(0, LONGEST - CUT.length).toWellFormed()}${CUT}` : safe
  return { value, type: String, ...TOP, ...(value.includes('\n') && { wrap: true }) }
}

const heading = (words: string): Cell => {
  const cell = text(words)
  return cell === null ? null : { ...cell, fontWeight: 'bold' }
}

const number = (value: number | null): Cell => (value === null ? null : { value, type: Number, ...TOP })

/** A length of time or a position in a session, which Excel counts in days. */
const time = (ms: number | null): Cell =>
  ms === null ? null : { value: ms / DAY_MS, type: Number, format: '[h]:mm:ss.000', ...TOP }

const percent = (value: number | null): Cell =>
  value === null ? null : { value: value / 100, type: Number, format: '0.0%', ...TOP }

const valueIn = (figure: Figure | undefined): number | null => figure?.value ?? null

/** The figures of a behavior, or of one value of its modifier. */
interface Line {
  readonly summary: BehaviorSummary
  readonly measures: Measures
  readonly modifier: string
  readonly value: string
}

const SUMMARY: readonly Column<Line>[] = [
  { head: 'behavior', width: 24, cell: ({ summary }) => text(summary.behavior.name) },
  { head: 'version', width: 8, cell: ({ summary }) => number(summary.behavior.version) },
  { head: 'modifier', width: 12, cell: ({ modifier }) => text(modifier) },
  { head: 'value', width: 14, cell: ({ value }) => text(value) },
  { head: 'technique', width: 16, cell: ({ summary }) => text(summary.technique) },
  { head: 'count', width: 8, cell: ({ measures }) => number(measures.count) },
  { head: 'without a time', width: 14, cell: ({ measures }) => number(measures.untimed) },
  { head: 'observed', width: 14, cell: ({ measures }) => time(measures.observedMs) },
  { head: 'a minute', width: 10, cell: ({ measures }) => number(valueIn(measures.ratePerMin)) },
  { head: 'total', width: 14, cell: ({ measures }) => time(valueIn(measures.durations?.totalMs)) },
  {
    head: 'of observed time',
    width: 16,
    cell: ({ measures }) => percent(valueIn(measures.durations?.percentOfObserved)),
  },
  { head: 'mean', width: 14, cell: ({ measures }) => time(valueIn(lengthsOf(measures)?.meanMs)) },
  { head: 'median', width: 14, cell: ({ measures }) => time(valueIn(lengthsOf(measures)?.medianMs)) },
  { head: 'SD', width: 14, cell: ({ measures }) => time(valueIn(lengthsOf(measures)?.sdMs)) },
  { head: 'least', width: 14, cell: ({ measures }) => time(valueIn(lengthsOf(measures)?.minMs)) },
  { head: 'most', width: 14, cell: ({ measures }) => time(valueIn(lengthsOf(measures)?.maxMs)) },
  { head: 'answered', width: 10, cell: ({ measures }) => number(measures.latencies?.answered ?? null) },
  { head: 'interval', width: 14, cell: ({ measures }) => time(measures.intervals?.lengthMs ?? null) },
  {
    head: 'intervals observed',
    width: 18,
    cell: ({ measures }) => number(measures.intervals?.observed ?? null),
  },
  { head: 'scored', width: 10, cell: ({ measures }) => number(valueIn(measures.intervals?.scored)) },
  { head: 'of intervals', width: 12, cell: ({ measures }) => percent(valueIn(measures.intervals?.percent)) },
  { head: 'method', width: 16, cell: ({ measures }) => text(measures.intervals?.method ?? null) },
  { head: 'request', width: 50, cell: ({ summary }) => text(summary.behavior.request) },
  { head: 'definition', width: 50, cell: ({ summary }) => text(summary.behavior.definition) },
]

/** How long each lasted, or how long each response took. */
const lengthsOf = ({ durations, latencies }: Measures) => durations ?? latencies

function summarySheet(data: ReportData): Sheet {
  const lines = data.summary.behaviors.flatMap((summary): Line[] => [
    { summary, measures: summary, modifier: '', value: '' },
    ...[...summary.byModifier].flatMap(([modifier, values]) =>
      [...values].map(([value, measures]) => ({ summary, measures, modifier, value })),
    ),
  ])
  const { data: rows, columns } = sheetOf(
    [...SUMMARY, ...keptColumn(lines, ({ summary }) => summary.behavior.kept)],
    lines,
  )
  const facts = headerFacts(data).map(({ label, text: words }): Row => [heading(label), text(words)])
  const started = data.observations.map(
    ({ session }): Row => [
      heading(`Session ${session.number} began`),
      wallClock(session.startedAt, session.timeZone),
    ],
  )
  return {
    data: [[heading(titleOf(data.observations))], ...facts, ...started, [], ...rows],
    columns,
  }
}

/** What a clock on the wall showed, as a date that a spreadsheet computes with: they know of no time zones. */
function wallClock(instant: string, timeZone: string): Cell {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  const value = new Date(`${shown.format(new Date(instant)).replace(' ', 'T')}Z`)
  return { value, type: Date, format: 'yyyy-mm-dd hh:mm' }
}

interface Recorded {
  readonly session: number
  readonly record: SessionRecord
  readonly behavior: Behavior | undefined
  /** How long what it ends had lasted. */
  readonly lastedMs: number | null
}

function recordsSheet({ observations }: ReportData): Sheet {
  const items = observations.flatMap(recordedIn)
  const modifiers = [...new Set(items.flatMap(({ record }) => Object.keys(record.modifiers)))]
  return sheetOf<Recorded>(
    [
      { head: 'session', width: 8, cell: ({ session }) => number(session) },
      { head: 'record', width: 8, cell: ({ record }) => number(record.number) },
      { head: 'behavior', width: 24, cell: ({ behavior }) => text(behavior?.name ?? null) },
      { head: 'technique', width: 16, cell: ({ behavior }) => text(behavior?.technique ?? null) },
      { head: 'mark', width: 10, cell: ({ record }) => text(record.mark) },
      { head: 'at', width: 14, cell: ({ record }) => time(record.atMs) },
      { head: 'value', width: 8, cell: ({ record }) => number(record.value) },
      { head: 'ends record', width: 12, cell: ({ record }) => number(record.starts) },
      { head: 'lasted', width: 14, cell: ({ lastedMs }) => time(lastedMs) },
      ...modifiers.map((name) => ({
        head: name,
        width: 14,
        cell: ({ record }: Recorded) => text(chosenIn(record, name) ?? null),
      })),
      { head: 'words', width: 60, cell: ({ record }) => text(record.words) },
      ...keptColumn(items, ({ record }) => record.kept),
      { head: 'flag', width: 10, cell: ({ record }) => text(record.flag) },
    ],
    items,
  )
}

function recordedIn({ session, behaviors, records }: Observation): Recorded[] {
  const behaviorOf = new Map(behaviors.map((behavior) => [behavior.id, behavior]))
  const startedAt = new Map(records.map(({ number, atMs }) => [number, atMs]))
  return records.map((record) => {
    const { atMs, starts } = record
    const start = starts === null ? null : (startedAt.get(starts) ?? null)
    return {
      session: session.number,
      record,
      behavior: record.behavior === null ? undefined : behaviorOf.get(record.behavior),
      lastedMs: atMs === null || start === null ? null : atMs - start,
    }
  })
}

interface Interval {
  readonly session: number
  readonly behavior: string
  readonly fromMs: number
  readonly toMs: number
  readonly value: 0 | 1 | null
}

function intervalsSheet({ observations }: ReportData): Sheet {
  const items = observations.flatMap((observation) =>
    timelineOf(observation).rows.flatMap((row): Interval[] =>
      row.kind !== 'marks'
        ? []
        : row.marks
            .filter(({ fromMs, toMs }) => fromMs < toMs)
            .map((mark) => ({ session: observation.session.number, behavior: row.name, ...mark })),
    ),
  )
  return sheetOf<Interval>(
    [
      { head: 'session', width: 8, cell: ({ session }) => number(session) },
      { head: 'behavior', width: 24, cell: ({ behavior }) => text(behavior) },
      { head: 'from', width: 14, cell: ({ fromMs }) => time(fromMs) },
      { head: 'to', width: 14, cell: ({ toMs }) => time(toMs) },
      { head: 'scored', width: 8, cell: ({ value }) => number(value) },
    ],
    items,
  )
}

interface Said {
  readonly session: number
  readonly record: number
  readonly atMs: number | null
  readonly words: string
  readonly behavior: string | null
  readonly kind: 'quote' | 'note'
}

function quotesSheet({ observations, summary }: ReportData): Sheet {
  const keptOf = keptFindings(observations)
  const items: Said[] = [
    ...summary.behaviors.flatMap(({ behavior, quotes = [], notes = [] }) => [
      ...quotes.map((words): Said => ({ ...words, behavior: behavior.name, kind: 'quote' })),
      ...notes.map((words): Said => ({ ...words, behavior: behavior.name, kind: 'note' })),
    ]),
    ...summary.notes.map((words): Said => ({ ...words, behavior: null, kind: 'note' })),
  ]
  items.sort((a, b) => a.session - b.session || (a.atMs ?? -1) - (b.atMs ?? -1) || a.record - b.record)
  return sheetOf<Said>(
    [
      { head: 'session', width: 8, cell: ({ session }) => number(session) },
      { head: 'at', width: 14, cell: ({ atMs }) => time(atMs) },
      { head: 'behavior', width: 24, cell: ({ behavior }) => text(behavior) },
      { head: 'kind', width: 8, cell: ({ kind }) => text(kind) },
      { head: 'words', width: 80, cell: ({ words }) => text(words) },
      ...keptColumn(items, keptOf),
    ],
    items,
  )
}
