import { formatClock, formatList, formatNumber, plural } from '../../domain/format.ts'
import type { Stretch } from '../../measures/types.ts'
import { formatTotal } from '../phrases.ts'
import type { Table } from '../tables.ts'
import type { Timeline, TimelineRow } from '../timeline.ts'
import { gapLayer, sessionAxis } from './look.ts'
import { type Plot, WIDTHS } from './plot.ts'
import { isCrowded, layersOf, ROW, shapesOf, spanWords } from './timeline-shapes.ts'

/**
 * When each behavior was seen in one session: a row for each. Null where nothing was watched, or for no time.
 *
 * @param session goes before the title, where a page has several
 */
export function timelinePlot(timeline: Timeline, observedMs: number, id: string, session = ''): Plot | null {
  const { lengthMs, rows } = timeline
  if (lengthMs <= 0 || rows.length === 0) return null
  return {
    id,
    title: `${session}When each behavior was seen, in ${formatTotal(observedMs)} observed`,
    description: describe(timeline),
    key: keyTo(timeline),
    table: tableOf(timeline),
    spec: (width) => {
      const height = rows.length * ROW
      const axis = sessionAxis(lengthMs, width, true)
      return {
        width,
        height,
        layer: [gapLayer(timeline.gaps, axis, height), ...layersOf(shapesOf(timeline, width), axis)],
      }
    },
  }
}

/** What the shapes stand for, of those that are there. */
function keyTo({ rows, gaps }: Timeline): string[] {
  const has = (test: (row: TimelineRow) => boolean): boolean => rows.some(test)
  const moments = rows.flatMap((row) => (row.kind === 'moments' ? row.moments : []))
  const marks = rows.flatMap((row) => (row.kind === 'marks' ? row.marks : []))
  const shapes: string[] = []
  const say = (there: boolean, words: string): void => {
    if (there) shapes.push(words)
  }
  say(
    moments.some(({ words }) => words === null),
    'a line is a moment',
  )
  say(
    moments.some(({ words }) => words !== null),
    'a dot is words that were written down; rest the pointer on it to read them',
  )
  say(
    has(({ kind }) => kind === 'bouts'),
    'a bar is as long as it lasted',
  )
  const lasting = marks.filter(lasts)
  say(
    lasting.some(({ value }) => value === 1),
    'a full box is an interval scored',
  )
  say(
    lasting.some(({ value }) => value === 0),
    'a low open box is one observed and not scored',
  )
  const checks = marks.filter((mark) => !lasts(mark))
  say(
    checks.some(({ value }) => value === 1),
    'a full triangle is seen',
  )
  say(
    checks.some(({ value }) => value === 0),
    'an open triangle is not seen',
  )
  say(
    marks.some(({ value }) => value === null),
    'a dash is no opportunity',
  )
  say(gaps.length > 0, 'hatched is time that nobody observed')
  const key = shapes.length === 0 ? [] : [sentence(shapes.join('; '))]
  if (has((row) => isCrowded(row, WIDTHS.narrow))) {
    key.push(
      'Where a row holds more than an eye could tell apart, what lies next to each other is drawn as one: the higher, the more of it.',
    )
  }
  const untimed = rows.filter((row) => row.untimed > 0)
  if (untimed.length > 0) {
    const counts = untimed.map((row) => `${row.name} (${formatNumber(row.untimed)})`)
    key.push(`Counted without times, and so not on the line: ${formatList(counts)}.`)
  }
  return key
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`

/** The plot in words, a sentence for each row. */
function describe({ rows, gaps }: Timeline): string {
  const sentences = rows.map((row) => {
    const times = timesOf(row)
    const first = times[0]
    const last = times.at(-1)
    if (first === undefined || last === undefined) return `${row.name}: nothing on the line`
    const span = times.length === 1 ? `at ${first}` : `the first at ${first}, the last at ${last}`
    return `${row.name}: ${howMany(row, times.length)}, ${span}`
  })
  if (gaps.length > 0) {
    const spans = gaps.slice(0, 10).map(({ fromMs, toMs }) => spanWords(fromMs, toMs))
    sentences.push(
      `Nobody observed from ${formatList(spans)}${gaps.length > 10 ? ', and at other times' : ''}`,
    )
  }
  return `${sentences.join('. ')}.`
}

function howMany(row: TimelineRow, count: number): string {
  if (row.kind === 'moments') return plural(count, 'time')
  if (row.kind === 'bouts') return plural(count, 'stretch', 'stretches')
  const scored = row.marks.filter(({ value }) => value === 1).length
  return `${formatNumber(scored)} of ${plural(row.marks.length, row.marks.some(lasts) ? 'interval' : 'mark')}`
}

const lasts = ({ fromMs, toMs }: Stretch): boolean => fromMs < toMs

/** When it happened, in the order in which it did; of marks, those that score or saw something. */
function timesOf(row: TimelineRow): string[] {
  if (row.kind === 'moments') return row.moments.map(({ atMs }) => formatClock(atMs))
  const stretches = row.kind === 'bouts' ? row.bouts : joined(row.marks.filter(({ value }) => value === 1))
  return stretches.map((one) => (lasts(one) ? spanWords(one.fromMs, one.toMs) : formatClock(one.fromMs)))
}

/** Stretches that follow each other without a break, as one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const runs: { fromMs: number; toMs: number }[] = []
  for (const one of stretches) {
    const last = runs.at(-1)
    if (last !== undefined && lasts(one) && last.toMs === one.fromMs) last.toMs = one.toMs
    else runs.push({ fromMs: one.fromMs, toMs: one.toMs })
  }
  return runs
}

/** Times that a cell of the table names; more could not be read. */
const MOST_TIMES = 100

function tableOf({ rows }: Timeline): Table {
  const times = rows.map(timesOf)
  const isCut = times.some(({ length }) => length > MOST_TIMES)
  return {
    title: 'When each behavior was seen',
    head: ['behavior', 'how many', 'when'],
    rows: rows.map((row, index) => {
      const all = times[index] ?? []
      const more = all.length > MOST_TIMES ? `, and ${formatNumber(all.length - MOST_TIMES)} more` : ''
      return [row.name, howMany(row, all.length), `${all.slice(0, MOST_TIMES).join(', ')}${more}`]
    }),
    labels: 1,
    prose: 2,
    notes: isCut
      ? [`Up to ${MOST_TIMES} times are named here; the report with --format xlsx has them all.`]
      : [],
  }
}
