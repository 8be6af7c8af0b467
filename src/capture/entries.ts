import { chooseModifiers } from '../domain/behavior.ts'
import { InputError } from '../domain/errors.ts'
import { formatClock } from '../domain/format.ts'
import type { Behavior, Gap, SessionRecord } from '../domain/model.ts'
import { nameMatches } from '../domain/names.ts'
import { type NewRecord, plainRecord } from '../store/records.ts'
import type { LogLine, LogProblem, Sign } from './log.ts'

/** One thing to be recorded, as it was typed. */
export interface Entry {
  readonly atMs: number | null
  readonly sign: Sign | null
  readonly count: number | null
  readonly modifiers: readonly string[]
  readonly words: string | null
  readonly flag: SessionRecord['flag']
  readonly kept: readonly string[]
}

/** The onsets and cues that wait for their end: which record began them. */
export type Running = Map<string, { readonly number: number; readonly atMs: number }>

const runningKey = (behavior: Behavior, modifiers: Readonly<Record<string, string>>): string =>
  JSON.stringify([behavior.id, ...Object.entries(modifiers).sort()])

/**
 * What an entry means under its behavior's technique. Updates `running`, in which an onset is known by `number`.
 * @param toggles whether a duration or latency without a sign begins or ends by what is running
 * @throws InputError when the technique does not allow the entry
 */
export function toRecord(
  behavior: Behavior,
  entry: Entry,
  running: Running,
  number: number,
  toggles: boolean,
): NewRecord {
  const modifiers = chooseModifiers(behavior, entry.modifiers)
  const draft: NewRecord = {
    ...plainRecord,
    behavior: behavior.id,
    atMs: entry.atMs,
    modifiers,
    words: entry.words,
    flag: entry.flag,
    kept: entry.kept,
  }
  if (entry.count !== null) return tally(behavior, draft, entry.count)
  switch (behavior.technique) {
    case 'event':
      refuseSign(behavior, entry.sign)
      return draft
    case 'verbatim':
    case 'anecdotal':
      refuseSign(behavior, entry.sign)
      if (entry.words === null || entry.words.trim() === '') {
        throw new InputError(
          `expected the words in quotation marks, since '${behavior.name}' is ${behavior.technique}`,
        )
      }
      return draft
    case 'duration':
    case 'latency':
      return startOrStop(behavior, entry, draft, running, number, toggles)
    case 'checklist':
      return { ...draft, mark: 'check', value: scoreOf(behavior, entry.sign ?? '1', true) }
    default:
      if (behavior.intervalMs === null) {
        throw new InputError(
          `'${behavior.name}' has no interval length; give one with --interval, or in the header as interval: 30s`,
        )
      }
      if (entry.sign === null) {
        throw new InputError(`expected ${behavior.key}1 (scored) or ${behavior.key}0 (observed, not scored)`)
      }
      return { ...draft, mark: 'interval', value: scoreOf(behavior, entry.sign, false) }
  }
}

function tally(behavior: Behavior, draft: NewRecord, count: number): NewRecord {
  if (behavior.technique === 'event' || behavior.technique === 'duration') {
    return { ...draft, mark: 'tally', atMs: null, value: count }
  }
  throw new InputError(
    `a count without times fits an event or a duration; '${behavior.name}' is ${behavior.technique}`,
  )
}

function refuseSign(behavior: Behavior, sign: Sign | null): void {
  if (sign === null) return
  throw new InputError(
    `expected ${behavior.key} with no sign, since '${behavior.name}' is ${behavior.technique}; found ${sign}`,
  )
}

function scoreOf(behavior: Behavior, sign: Sign, opportunity: boolean): number | null {
  if (sign === '1' || sign === '+') return 1
  if (sign === '0' || sign === '-') return 0
  if (opportunity) return null
  throw new InputError(`expected ${behavior.key}1 (scored) or ${behavior.key}0 (observed, not scored)`)
}

function startOrStop(
  behavior: Behavior,
  entry: Entry,
  draft: NewRecord,
  running: Running,
  number: number,
  toggles: boolean,
): NewRecord {
  const { key, name, technique } = behavior
  const [onset, offset] = technique === 'duration' ? ['begins', 'ends'] : ['is the cue', 'is the response']
  const open = openOf(behavior, draft.modifiers, running)
  const sign = entry.sign ?? (toggles ? (open === undefined ? '+' : '-') : null)
  if (sign !== '+' && sign !== '-') {
    throw new InputError(
      `expected ${key}+ (${onset}) or ${key}- (${offset}), since '${name}' is ${technique}`,
    )
  }
  if (sign === '+') {
    const id = runningKey(behavior, draft.modifiers)
    const already = running.get(id)
    if (already !== undefined) {
      throw new InputError(
        `'${name}' has been running since ${formatClock(already.atMs, true)}; expected ${key}- first`,
      )
    }
    running.set(id, { number, atMs: entry.atMs ?? 0 })
    return { ...draft, mark: 'start' }
  }
  if (open === undefined) throw new InputError(`'${name}' is not running; expected ${key}+ before ${key}-`)
  const onsetMs = running.get(open)?.atMs ?? 0
  if ((entry.atMs ?? 0) < onsetMs) {
    throw new InputError(`'${name}' began at ${formatClock(onsetMs, true)}; expected a time not before that`)
  }
  const starts = running.get(open)?.number ?? null
  running.delete(open)
  return { ...draft, mark: 'stop', starts }
}

/** The running one with the same modifiers, or the only one where none are given. */
function openOf(behavior: Behavior, modifiers: NewRecord['modifiers'], running: Running): string | undefined {
  const exact = runningKey(behavior, modifiers)
  if (running.has(exact)) return exact
  if (Object.keys(modifiers).length > 0) return undefined
  const prefix = `[${behavior.id},`
  const those = [...running.keys()].filter((id) => id.startsWith(prefix))
  if (those.length > 1) {
    throw new InputError(`several of '${behavior.name}' are running; say which one by its modifiers`)
  }
  return those[0]
}

/** The onsets and cues among records that have no end yet. */
export function runningIn(records: readonly SessionRecord[], behaviors: readonly Behavior[]): Running {
  const running: Running = new Map()
  const ended = new Set(records.map((record) => record.starts))
  for (const record of records) {
    const behavior = behaviors.find(({ id }) => id === record.behavior)
    if (behavior === undefined || record.mark !== 'start' || ended.has(record.number)) continue
    running.set(runningKey(behavior, record.modifiers), { number: record.number, atMs: record.atMs ?? 0 })
  }
  return running
}

/** What a whole log says: records in time order (numbered from 1 by their place), gaps, and how long it went on. */
export interface Entries {
  readonly drafts: readonly NewRecord[]
  /** For each record the line that says it; none for those that were closed at the end. */
  readonly lines: readonly number[]
  readonly gaps: readonly Gap[]
  readonly lengthMs: number
  /** How many durations were still running at the end and were closed there, marked. */
  readonly closedAtEnd: number
}

/**
 * Reads the lines of a log against the behaviors of a session.
 * @param lengthMs how long the session lasted; null takes the `end` line or the last time in the log
 * @param problems what is wrong so far; each wrong line is added, and stops no other
 */
export function readEntries(
  lines: readonly LogLine[],
  behaviors: readonly Behavior[],
  lengthMs: number | null,
  problems: LogProblem[],
): Entries {
  const timed = lines.filter((line) => line.atMs !== null).toSorted((a, b) => (a.atMs ?? 0) - (b.atMs ?? 0))
  const ends = timed.filter((line) => line.key === 'end')
  const length = lengthMs ?? ends.at(-1)?.atMs ?? timed.at(-1)?.atMs ?? 0
  const drafts: NewRecord[] = []
  const saidIn: number[] = []
  const gaps: Gap[] = []
  const running: Running = new Map()
  for (const line of [...timed, ...lines.filter(({ atMs }) => atMs === null)]) {
    try {
      if (line.atMs !== null && line.atMs > length) {
        throw new InputError(
          `${formatClock(line.atMs, true)} is after the end of the session at ${formatClock(length, true)}`,
        )
      }
      if (line.key === 'pause' || line.key === 'resume') readGap(line, gaps)
      else if (line.key === 'note') drafts.push(sessionNote(line))
      else if (line.key !== 'end') {
        const { behavior, sign } = behaviorOf(line, behaviors)
        drafts.push(toRecord(behavior, { ...line, sign }, running, drafts.length + 1, false))
      }
      if (drafts.length > saidIn.length) saidIn.push(line.line)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      problems.push({ line: line.line, column: line.column, message: error.message })
    }
  }
  const closed = closeRunning(running, behaviors, drafts, length)
  return {
    drafts: [...drafts, ...closed],
    lines: saidIn,
    gaps: gaps.map((gap) => ({ ...gap, toMs: gap.toMs ?? length })),
    lengthMs: length,
    closedAtEnd: closed.length,
  }
}

/** A duration ends with the session, marked; a latency whose response never came stays open. */
function closeRunning(
  running: Running,
  behaviors: readonly Behavior[],
  drafts: readonly NewRecord[],
  lengthMs: number,
): NewRecord[] {
  const durations = new Set(behaviors.filter(({ technique }) => technique === 'duration').map(({ id }) => id))
  return [...running.values()].flatMap(({ number }) => {
    const start = drafts[number - 1]
    if (start === undefined || !durations.has(start.behavior ?? 0)) return []
    const { behavior, modifiers } = start
    return [
      {
        ...plainRecord,
        behavior,
        modifiers,
        mark: 'stop',
        atMs: lengthMs,
        starts: number,
        flag: 'ended',
      } as const,
    ]
  })
}

function readGap(line: LogLine, gaps: Gap[]): void {
  const last = gaps.at(-1)
  const isOpen = last !== undefined && last.toMs === null
  if (line.key === 'pause') {
    if (isOpen) throw new InputError('the session is paused already; expected resume first')
    gaps.push({ fromMs: line.atMs ?? 0, toMs: null, reason: line.gap ?? 'pause' })
    return
  }
  if (last === undefined || !isOpen)
    throw new InputError('the session is not paused; expected pause before resume')
  gaps[gaps.length - 1] = { ...last, toMs: line.atMs }
}

function sessionNote(line: LogLine): NewRecord {
  if (line.words === null) throw new InputError('expected the words of the note in quotation marks')
  const { atMs, words, flag, kept } = line
  return { ...plainRecord, atMs, words, flag, kept }
}

/** A key may end in a character that is a sign elsewhere, so the whole of it is looked up first. */
function behaviorOf(
  line: LogLine,
  behaviors: readonly Behavior[],
): { behavior: Behavior; sign: Sign | null } {
  const whole = lookUp(line.key, behaviors)
  if (whole !== undefined) return { behavior: whole, sign: null }
  const signed = line.sign === null ? undefined : lookUp(line.key.slice(0, -1), behaviors)
  if (signed !== undefined) return { behavior: signed, sign: line.sign }
  const asked = behaviors.map(({ key, name }) => `${key} (${name})`).join(', ')
  throw new InputError(`nobody asked for '${line.key}' to be observed; expected one of ${asked}`)
}

/** The one behavior that a key or a name in a log means, or undefined. */
export function lookUp(text: string, behaviors: readonly Behavior[]): Behavior | undefined {
  const byKey = behaviors.find(({ key }) => key === text)
  if (byKey !== undefined || text.length === 1) return byKey
  const named = nameMatches(text, behaviors, ({ name }) => name)
  return named.length === 1 ? named[0] : undefined
}
