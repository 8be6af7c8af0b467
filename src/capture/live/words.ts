import { formatClock, formatLength } from '../../domain/format.ts'
import type { Behavior, SessionRecord, Technique } from '../../domain/model.ts'
import { unobservedMs } from './gaps.ts'
import { type Interval, intervalOf } from './intervals.ts'
import { type LiveState, type Trail, tallyOf } from './state.ts'

/** The marks of the screen, for terminals with block characters and without. */
export interface Marks {
  readonly cut: string
  readonly between: string
  readonly to: string
  readonly rule: string
  readonly full: string
  readonly empty: string
}

export const UNICODE: Marks = { cut: '…', between: ' · ', to: '–', rule: '─', full: '█', empty: '░' }
export const ASCII: Marks = { cut: '~', between: ', ', to: '-', rule: '-', full: '#', empty: '.' }

/** A position as a clock shows it: a second counts once it is over. */
export const clock = (ms: number): string => formatClock(Math.floor(ms / 1000) * 1000)

/** What stands beside a behavior: its count, or what is running. */
export function valueWords(state: LiveState, behavior: Behavior, isWaiting: boolean): string {
  const { count, running, endedMs, marked, latest } = tallyOf(state, behavior)
  const start = running.at(-1)
  switch (behavior.technique) {
    case 'duration':
      if (start !== undefined) return `on ${clock(sinceMs(state, start))}`
      return count === 0 ? '0' : `${count} in ${clock(endedMs)}`
    case 'latency':
      return start === undefined ? String(count) : `cue ${clock(sinceMs(state, start))}`
    case 'partial-interval':
    case 'whole-interval':
    case 'momentary':
      return `${isWaiting ? '? ' : ''}${count} of ${marked.size}`
    case 'checklist':
      return latest === null || behavior.modifiers.length > 0 ? String(count) : checkWords(latest)
    default:
      return String(count)
  }
}

const sinceMs = (state: LiveState, start: SessionRecord): number => {
  const from = start.atMs ?? 0
  return Math.max(0, state.atMs - from - unobservedMs(state.gaps, from, state.atMs))
}

const checkWords = ({ value }: SessionRecord): string =>
  value === null ? 'no opportunity' : value === 1 ? 'seen' : 'not seen'

const ENDS: Readonly<Partial<Record<Technique, readonly [string, string]>>> = {
  duration: ['begins', 'ends'],
  latency: ['cue', 'response'],
}

/** A record in one line: `12:05 q asks a question · recall · "words"`. */
export function recordWords(state: LiveState, { record, lengthMs }: Trail, marks: Marks): string {
  const behavior = record.behavior === null ? undefined : state.byId.get(record.behavior)
  const what = behavior === undefined ? 'note' : `${behavior.key} ${behavior.name}`
  const parts = [
    what + (behavior === undefined ? '' : markWords(behavior, record, lengthMs, marks)),
    ...Object.values(record.modifiers),
    ...(record.words === null ? [] : [`"${record.words}"`]),
    ...(record.flag === null ? [] : [FLAGS[record.flag]]),
  ]
  const when = record.atMs === null ? '' : `${clock(record.atMs)} `
  return when + parts.join(marks.between)
}

const FLAGS = {
  bounce: 'perhaps a bounce',
  recovered: 'end not seen',
  ended: 'as the session ended',
} as const

function markWords(behavior: Behavior, record: SessionRecord, lengthMs: number | null, marks: Marks): string {
  const [onset, offset] = ENDS[behavior.technique] ?? ['', '']
  switch (record.mark) {
    case 'start':
      return ` ${onset}`
    case 'stop':
      return ` ${offset}${lengthMs === null ? '' : ` after ${formatLength(lengthMs)}`}`
    case 'interval': {
      const interval = intervalOf(behavior, record.atMs ?? 0)
      return ` ${record.value === 1 ? 'scored' : 'not scored'}, ${span(interval, marks)}`
    }
    case 'check':
      return ` ${checkWords(record)}`
    case 'tally':
      return ` ${record.value} without times`
    default:
      return ''
  }
}

/** `1:30–2:00` */
export const span = ({ fromMs, toMs }: Interval, marks: Marks): string =>
  `${clock(fromMs)}${marks.to}${clock(toMs)}`

/** The question at an interval's end, as its technique asks it. */
export function intervalQuestion(interval: Interval, marks: Marks): string {
  const { behavior, toMs } = interval
  const when = {
    'partial-interval': `at any time in ${span(interval, marks)}`,
    'whole-interval': `all through ${span(interval, marks)}`,
    momentary: `at ${clock(toMs)}`,
  }[behavior.technique as 'momentary']
  return `${behavior.key} ${behavior.name} ${when}?`
}
