import type { Behavior, SessionRecord } from '../../domain/model.ts'
import { type NewRecord, plainRecord } from '../../store/records.ts'
import { openGap } from './gaps.ts'
import { type Interval, waitingIntervals, waitingOf } from './intervals.ts'
import { answerKeys, type Key } from './keys.ts'
import { edit, emptyLine, insert } from './line.ts'
import { keysMode, type LiveState, type Mode, runningDurations, tallyOf } from './state.ts'
import { type Effect, only, type Step, saying, stopOf } from './steps.ts'
import { intervalAt } from './tally.ts'

/** A second press this soon after the first is perhaps the key bouncing. */
const BOUNCE_MS = 400

type Choosing = Extract<Mode, { kind: 'choosing' }>
type Checking = Extract<Mode, { kind: 'checking' }>
type Writing = Extract<Mode, { kind: 'writing' }>

/** What a key does, by what it is an answer to. */
export function onKey(state: LiveState, key: Key, atMs: number): Step {
  const { mode } = state
  switch (mode.kind) {
    case 'writing':
      return whileWriting(state, mode, key, atMs)
    case 'choosing':
      return whileChoosing(state, mode, key, atMs)
    case 'checking':
      return whileChecking(state, mode, key, atMs)
    case 'ending':
      if (isEnter(key)) return end(state, atMs)
      return key.name === 'escape' ? only(openKeys(state)) : control(openKeys(state), key, atMs)
    case 'help':
      return isLeavingHelp(key) ? only(openKeys(state)) : control(openKeys(state), key, atMs)
    case 'keys':
      return control(state, key, atMs)
  }
}

/** Pasted words go into an open line; anywhere else they would be taken for key presses, so they are left out. */
export function onPaste(state: LiveState, text: string, atMs: number): Step {
  const { mode } = state
  if (mode.kind !== 'writing') {
    return only(
      saying(state, 'Pasted words were left out; press Enter first, to open a line for them.', atMs),
    )
  }
  return only({ ...state, mode: { ...mode, line: insert(mode.line, text) } })
}

/** The session with nothing half done: what a question or a line holds is stored as far as it goes. */
export function settled(state: LiveState): Step {
  const { mode } = state
  const next = openKeys(state)
  switch (mode.kind) {
    case 'choosing':
    case 'checking':
      return stores(next, finished(mode.behavior, mode.draft))
    case 'writing':
      return mode.line.text.trim() === '' ? only(next) : stores(next, written(mode))
    default:
      return only(next)
  }
}

const openKeys = (state: LiveState): LiveState => ({ ...state, mode: keysMode })
const isEnter = ({ name }: Key): boolean => name === 'return' || name === 'enter'
const isLeavingHelp = (key: Key): boolean => key.name === 'escape' || key.name === '?' || isEnter(key)

const stores = (state: LiveState, record: NewRecord): Step => ({
  state,
  effects: [{ kind: 'store', record }],
})

/** The keys with text that do something wherever no line is open. */
const CONTROLS: ReadonlySet<string> = new Set(['space', '?', '+', '-'])

/** A key that answers nothing that is open. */
function control(state: LiveState, key: Key, atMs: number): Step {
  const behavior = state.byKey.get(key.text)
  if (behavior !== undefined) return press(state, behavior, atMs)
  switch (key.name) {
    case 'space':
      return pauseOrResume(state, atMs)
    case 'return':
    case 'enter':
      return only({
        ...state,
        mode: { kind: 'writing', behavior: null, draft: at(null, atMs), line: emptyLine },
      })
    case 'backspace':
    case 'ctrl-z':
      if (state.trail === null)
        return only(saying(state, 'Nothing is recorded that could be taken back.', atMs))
      return { state, effects: [{ kind: 'void', number: state.trail.record.number }] }
    case 'tab':
      return state.bounce === null
        ? only(state)
        : { state, effects: [{ kind: 'void', number: state.bounce.number }] }
    case 'escape':
      return only({ ...state, mode: { kind: 'ending' } })
    case '?':
      return only({ ...state, mode: { kind: 'help' } })
    case '+':
    case '-': {
      const [first] = waitingIntervals(state)
      if (first === undefined) return only(saying(state, 'No interval waits for an answer.', atMs))
      return answer(state, first, key.name === '+' ? 1 : 0)
    }
    case 'up':
    case 'pageup':
      return only({ ...state, page: state.page - 1 })
    case 'down':
    case 'pagedown':
      return only({ ...state, page: state.page + 1 })
    default:
      if (key.text === '') return only(state)
      return only(saying(state, `'${key.text}' is no key of this session; ? shows the keys.`, atMs))
  }
}

const at = (behavior: Behavior | null, atMs: number): NewRecord => ({
  ...plainRecord,
  behavior: behavior?.id ?? null,
  atMs,
})

/** What the key of a behavior records. */
function press(state: LiveState, behavior: Behavior, atMs: number): Step {
  if (openGap(state.gaps) !== null) {
    return only(saying(state, `Paused, so '${behavior.key}' recorded nothing; the space bar goes on.`, atMs))
  }
  const draft = at(behavior, atMs)
  switch (behavior.technique) {
    case 'event':
    case 'checklist':
      return ask(state, behavior, draft)
    case 'duration':
    case 'latency':
      return startOrStop(state, behavior, draft, atMs)
    case 'verbatim':
    case 'anecdotal':
      return only({ ...state, mode: { kind: 'writing', behavior, draft, line: emptyLine } })
    default:
      return score(state, behavior, atMs)
  }
}

function startOrStop(state: LiveState, behavior: Behavior, draft: NewRecord, atMs: number): Step {
  const start = tallyOf(state, behavior).running.at(-1)
  if (start === undefined) return ask(state, behavior, { ...draft, mark: 'start' })
  const isSoon = behavior.technique === 'duration' && atMs - (start.atMs ?? 0) < BOUNCE_MS
  return stores(state, stopOf(start, atMs, isSoon ? 'bounce' : null))
}

/**
 * The key of a partial-interval behavior says that it is seen now, and scores the present interval at once; of the others it
 * scores the interval that waits for an answer.
 */
function score(state: LiveState, behavior: Behavior, atMs: number): Step {
  if (behavior.technique !== 'partial-interval') {
    const waiting = waitingOf(state, behavior)
    if (waiting !== null) return answer(state, waiting, 1)
    return only(saying(state, `'${behavior.name}' is asked about at the end of the interval.`, atMs))
  }
  const isScored = tallyOf(state, behavior).marked.get(intervalAt(behavior, atMs)) === true
  if (isScored && behavior.modifiers.length === 0) {
    return only(saying(state, `'${behavior.name}' is scored in this interval already.`, atMs))
  }
  return ask(state, behavior, { ...at(behavior, atMs), mark: 'interval', value: 1 })
}

/** The record of an answer lies at the start of its interval, so that it is in it whenever the answer came. */
function answer(state: LiveState, { behavior, fromMs }: Interval, value: 0 | 1): Step {
  const draft: NewRecord = { ...at(behavior, fromMs), mark: 'interval', value }
  return value === 1 ? ask(state, behavior, draft) : stores(state, draft)
}

/** Asks for the next modifier of a record, then for what a checklist wants to know; stores it when nothing is open. */
function ask(state: LiveState, behavior: Behavior, draft: NewRecord, modifier = 0): Step {
  if (modifier < behavior.modifiers.length) {
    return only({ ...state, mode: { kind: 'choosing', behavior, draft, modifier } })
  }
  if (behavior.technique === 'checklist')
    return only({ ...state, mode: { kind: 'checking', behavior, draft } })
  return stores(openKeys(state), draft)
}

/** The record of an open question as far as it was answered; a checklist's key alone says 'seen', as in the observation log. */
const finished = (behavior: Behavior, draft: NewRecord): NewRecord =>
  behavior.technique === 'checklist' ? { ...draft, mark: 'check', value: 1 } : draft

const written = ({ draft, line }: Writing): NewRecord => ({ ...draft, words: line.text.trim() })

function whileChoosing(state: LiveState, mode: Choosing, key: Key, atMs: number): Step {
  const { behavior, draft, modifier } = mode
  const { name, values } = behavior.modifiers[modifier] ?? { name: '', values: [] }
  const value = values[answerKeys(values, state.byKey).indexOf(key.text)]
  if (value !== undefined) {
    const chosen = { ...draft, modifiers: { ...draft.modifiers, [name]: value } }
    return ask(state, behavior, chosen, modifier + 1)
  }
  if (key.name === 'escape') return ask(state, behavior, draft, modifier + 1)
  return otherKey(state, key, atMs)
}

const CHECKS: Readonly<Record<string, number | null>> = { '+': 1, '-': 0, '=': null }

function whileChecking(state: LiveState, { behavior, draft }: Checking, key: Key, atMs: number): Step {
  const value = key.text === behavior.key ? 1 : CHECKS[key.name]
  if (value !== undefined) return stores(openKeys(state), { ...draft, mark: 'check', value })
  if (key.name === 'escape') return only(openKeys(state))
  return otherKey(state, key, atMs)
}

/** A question is open and a key came that is no answer to it: its record is taken as it is, then the key means what it means. */
function otherKey(state: LiveState, key: Key, atMs: number): Step {
  if (key.name === 'backspace' || key.name === 'ctrl-z') return only(openKeys(state))
  if (key.text === '' && !isEnter(key)) return only(state)
  // A slip of the finger costs no answer.
  if (!isEnter(key) && !CONTROLS.has(key.name) && !state.byKey.has(key.text))
    return only(saying(state, `'${key.text}' is no answer here; Esc goes on without one.`, atMs))
  const { state: next, effects } = settled(state)
  return { state: next, effects: [...effects, { kind: 'then', input: { kind: 'key', key } }] }
}

function whileWriting(state: LiveState, mode: Writing, key: Key, atMs: number): Step {
  const isBlank = mode.line.text.trim() === ''
  if (isEnter(key)) {
    if (isBlank) return only(openKeys(state))
    return mode.behavior === null ? settled(state) : ask(state, mode.behavior, written(mode))
  }
  if (key.name === 'escape') {
    if (isBlank) return only(openKeys(state))
    return only(saying(state, 'Enter keeps these words; Ctrl-U empties the line.', atMs))
  }
  return only({ ...state, mode: { ...mode, line: edit(mode.line, key) } })
}

function pauseOrResume(state: LiveState, atMs: number): Step {
  const open = openGap(state.gaps)
  if (open === null) {
    const gap = { fromMs: atMs, toMs: null, reason: 'pause' as const }
    return { state: { ...state, gaps: [...state.gaps, gap] }, effects: [{ kind: 'gap', gap }] }
  }
  const closed = { ...open, toMs: atMs }
  return {
    state: { ...state, gaps: [...state.gaps.slice(0, -1), closed] },
    effects: [{ kind: 'observe', toMs: atMs }],
  }
}

function end(state: LiveState, atMs: number): Step {
  const stop = (start: SessionRecord): Effect => ({ kind: 'store', record: stopOf(start, atMs, 'ended') })
  return {
    state: { ...openKeys(state), ended: true },
    effects: [...runningDurations(state).map(stop), { kind: 'end', lengthMs: atMs }],
  }
}
