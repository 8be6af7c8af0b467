import type { Behavior } from '../../domain/model.ts'
import type { Style } from '../../domain/text.ts'
import { columns, cut, fill, flow, typing } from './fit.ts'
import { openGap } from './gaps.ts'
import { type Interval, intervalOf, waitingIntervals } from './intervals.ts'
import { answerKeys } from './keys.ts'
import { intervalBehaviors, type LiveState, tallyOf } from './state.ts'
import {
  ASCII,
  clock,
  intervalQuestion,
  type Marks,
  recordWords,
  span,
  UNICODE,
  valueWords,
} from './words.ts'

/** What the screen has room for, and how it may look. */
export interface Look {
  readonly width: number
  readonly height: number
  readonly style: Style
  readonly unicode: boolean
}

/** The screen as lines, none wider than it. */
export interface Frame {
  readonly lines: readonly string[]
  /** What follows on the last line while words are typed: as much of them as fits, and where the cursor is in it. */
  readonly typed: Typed | null
}

export interface Typed {
  /** The column where the words begin. */
  readonly from: number
  readonly shown: string
  /** The column of the cursor. */
  readonly cursor: number
}

interface Page extends Look {
  readonly marks: Marks
  readonly waiting: readonly Interval[]
}

/** Fewest columns in which a behavior's key, name and value can be told apart, with what parts it from the next. */
const CELL = 20
const BETWEEN_CELLS = '  '
/** Beyond this the eye no longer finds the value that belongs to a name. */
const WIDEST_CELL = 44

/** What is to be seen of a session: from the top, the clock, behaviors, last records, what is asked, and the line for keys or words. */
export function screen(state: LiveState, look: Look): Frame {
  // The last column stays free: some terminals wrap as soon as it is written to.
  const page: Page = {
    ...look,
    width: Math.max(1, look.width - 1),
    marks: look.unicode ? UNICODE : ASCII,
    waiting: waitingIntervals(state),
  }
  const bottom = lastLine(state, page)
  const isHelping = state.mode.kind === 'help'
  const asked = [...(isHelping ? [] : intervalLines(state, page)), ...questions(state, page)]
  const usuallyAsked = intervalBehaviors(state).length > 0 ? 2 : 1
  const usualRoom = Math.max(0, look.height - 2 - usuallyAsked)
  const room = Math.max(0, look.height - 2 - asked.length)
  // Laid out for the usual room, so that a question covers old records and moves no behavior.
  const middle = isHelping ? help(page) : observed(state, page, usualRoom)
  const upper = [header(state, page), ...middle.slice(0, room)]
  while (upper.length < room + 1) upper.push('')
  const lines = [...upper, ...asked].slice(0, Math.max(0, look.height - 1))
  return { lines: [...lines, bottom.line], typed: bottom.typed }
}

function header(state: LiveState, { width, style, marks }: Page): string {
  const gap = openGap(state.gaps)
  const doing = gap === null ? 'observing' : `PAUSED ${clock(state.atMs - gap.fromMs)}`
  const times = [clock(state.atMs), ...remaining(state)].join(marks.between)
  const right = `${doing} ${times}`
  const who = state.place === null ? state.protege : `${state.protege}${marks.between}${state.place}`
  const room = width - columns(right) - 2
  if (room < 4) return style.bold(cut(right, width, marks.cut))
  return `${style.bold(fill(who, room, marks.cut))}  ${gap === null ? doing : style.bold(doing)} ${style.bold(times)}`
}

function remaining({ plannedMs, atMs }: LiveState): string[] {
  if (plannedMs === null) return []
  // Rounded as a whole, so that the two clocks change at the same moment.
  return [plannedMs > atMs ? `${clock(plannedMs - atMs + 999)} left` : `${clock(atMs - plannedMs)} over`]
}

/** The behaviors and, in what they leave free, the last records. */
function observed(state: LiveState, page: Page, room: number): string[] {
  const isRoomy = room >= 12
  const rules = isRoomy ? 2 : 0
  const fewestRecords = isRoomy ? 3 : room >= 5 ? 1 : 0
  const rows = Math.max(1, room - rules - fewestRecords)
  const cells = behaviorLines(state, page, rows)
  const left = Math.max(0, room - rules - cells.length)
  const rule = page.style.dim(page.marks.rule.repeat(page.width))
  return isRoomy
    ? [rule, ...cells, rule, ...recordLines(state, page, left)]
    : [...cells, ...recordLines(state, page, left)]
}

/** In columns, down and then across; where not all fit, one part of them and a line that says so. */
function behaviorLines(state: LiveState, page: Page, rows: number): string[] {
  const { behaviors } = state
  const most = Math.max(1, Math.floor((page.width + BETWEEN_CELLS.length) / CELL))
  if (behaviors.length <= rows * most) {
    return grid(state, page, behaviors, Math.ceil(behaviors.length / Math.max(1, rows)))
  }
  const shownRows = Math.max(1, rows - 1)
  const size = shownRows * most
  const pages = Math.ceil(behaviors.length / size)
  const at = ((state.page % pages) + pages) % pages
  const shown = behaviors.slice(at * size, (at + 1) * size)
  return [...grid(state, page, shown, most), ...(rows > 1 ? [pageLine(state, page, shown, at * size)] : [])]
}

function pageLine(
  state: LiveState,
  { width, marks, style }: Page,
  shown: readonly Behavior[],
  from: number,
): string {
  const elsewhere = state.behaviors
    .filter((behavior) => !shown.includes(behavior) && tallyOf(state, behavior).running.length > 0)
    .map(({ key }) => key)
  const parts = [
    `${from + 1}${marks.to}${from + shown.length} of ${state.behaviors.length}`,
    ...(elsewhere.length > 0 ? [`also on: ${elsewhere.join(' ')}`] : []),
    'Down: more',
  ]
  return style.dim(cut(parts.join(marks.between), width, marks.cut))
}

function grid(state: LiveState, page: Page, shown: readonly Behavior[], across: number): string[] {
  const rows = Math.ceil(shown.length / Math.max(1, across))
  const each = Math.floor((page.width + BETWEEN_CELLS.length) / Math.max(1, across))
  const width = Math.min(WIDEST_CELL, each - BETWEEN_CELLS.length)
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: across }, (_, column) => shown[column * rows + row])
      .filter((behavior) => behavior !== undefined)
      .map((behavior) => cell(state, page, behavior, Math.max(1, width)))
      .join(BETWEEN_CELLS),
  )
}

function cell(state: LiveState, page: Page, behavior: Behavior, width: number): string {
  const { style, marks, waiting } = page
  const value = valueWords(
    state,
    behavior,
    waiting.some((interval) => interval.behavior === behavior),
  )
  const name = width - columns(value) - 3
  if (name < 3) return cut(`${behavior.key} ${value}`, width, marks.cut)
  const isOn = tallyOf(state, behavior).running.length > 0
  const text = isOn ? style.accent(style.bold(value)) : style.bold(value)
  return `${style.bold(behavior.key)} ${fill(behavior.name, name, marks.cut)} ${text}`
}

/** The last record first, so that it stands in the same place whatever is asked below. */
function recordLines(state: LiveState, { width, marks, style }: Page, most: number): string[] {
  const lines: string[] = []
  for (let at = state.trail; at !== null && lines.length < most; at = at.before) {
    const line = cut(recordWords(state, at, marks), width, marks.cut)
    lines.push(at === state.trail ? line : style.dim(line))
  }
  return lines
}

/** The present interval, by the one that ends first, and the question about one that has ended. */
function intervalLines(state: LiveState, page: Page): string[] {
  const { width, marks, style } = page
  const [soonest] = intervalBehaviors(state)
    .map((behavior) => intervalOf(behavior, state.atMs))
    .sort((a, b) => a.toMs - b.toMs || b.fromMs - a.fromMs)
  if (soonest === undefined) return []
  const { fromMs, toMs } = soonest
  const words = [`interval ${span(soonest, marks)}`, `${clock(toMs - state.atMs + 999)} left`]
  const bar = width - columns(words.join('  ')) - 2
  const full = Math.round((Math.min(bar, 30) * (state.atMs - fromMs)) / (toMs - fromMs))
  const drawn = bar < 8 ? [] : [marks.full.repeat(full) + marks.empty.repeat(Math.min(bar, 30) - full)]
  const progress = style.dim(cut([words[0], ...drawn, words[1]].join('  '), width, marks.cut))
  return [progress, ...flow(intervalQuestions(state, page), width, '   ', marks.cut)]
}

/** The question that comes first, with its answers where `+` and `-` mean nothing else. */
function intervalQuestions({ mode }: LiveState, { marks, waiting }: Page): string[] {
  const [first] = waiting
  if (first === undefined) return []
  const keys = mode.kind === 'writing' || mode.kind === 'checking' ? [] : ['+ scored', '- not scored']
  const more = waiting.length > 1 ? [`(1 of ${waiting.length})`] : []
  return [intervalQuestion(first, marks), ...keys, ...more]
}

/** What a key is awaited for, or the message to the coach; one line is always kept, so that the rest stays where it is. */
function questions(state: LiveState, { width, marks, style }: Page): string[] {
  const said =
    state.message === null || state.mode.kind === 'help'
      ? []
      : flow(state.message.text.split(' '), width, ' ', marks.cut)
  const asks = flow(question(state), width, '   ', marks.cut).map((line) => style.bold(line))
  return said.length + asks.length === 0 ? [''] : [...said, ...asks]
}

function question({ mode, byKey }: LiveState): string[] {
  switch (mode.kind) {
    case 'choosing': {
      const { name, values } = mode.behavior.modifiers[mode.modifier] ?? { name: '', values: [] }
      const keys = answerKeys(values, byKey)
      return [
        `${name} of '${mode.behavior.name}':`,
        ...keys.map((key, at) => `${key} ${values[at]}`),
        'Esc without',
      ]
    }
    case 'checking':
      return [`'${mode.behavior.name}':`, '+ seen', '- not seen', '= no opportunity', 'Esc leave it out']
    case 'writing':
      return [mode.behavior?.name ?? 'A note on the session', 'Enter keeps it', 'Esc closes it empty']
    case 'ending':
      return ['End this session?', 'Enter ends it', 'Esc goes on']
    case 'help':
      return ['Any key goes back.']
    case 'keys':
      return []
  }
}

/** Most needed first: a narrow screen shows as many as fit. */
const KEYS = ['? help', 'space pause', 'Esc end', 'Enter note', 'Backspace undo'] as const

function lastLine(state: LiveState, { width, marks, style }: Page): { line: string; typed: Typed | null } {
  const { mode } = state
  if (mode.kind !== 'writing') {
    const [line] = flow(KEYS, width, '   ', marks.cut)
    return { line: style.dim(line ?? ''), typed: null }
  }
  const label = cut(`${clock(mode.draft.atMs ?? 0)} ${mode.behavior?.key ?? 'note'}> `, width - 2, marks.cut)
  const from = columns(label)
  const { shown, column } = typing(mode.line, Math.max(1, width - from))
  return { line: style.bold(label), typed: { from, shown, cursor: from + column } }
}

function help({ width, marks }: Page): string[] {
  return HELP.map((line) => cut(line, width, marks.cut))
}

// Eight lines, so that they fit the smallest screen that is much used.
const HELP = [
  'key of a behavior   records it',
  'space       pause, and go on',
  'Backspace   take the last record back',
  'Tab         take a bounced end back',
  'Enter       a note on the session',
  '+  -        answer about an interval',
  'Up  Down    more behaviors',
  'Esc end     Ctrl-C leave, go on later',
]
