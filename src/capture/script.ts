import type { Session } from '../domain/model.ts'
import type { Database } from '../store/database.ts'
import type { Io } from '../terminal/io.ts'
import type { Key } from './live/keys.ts'
import { openRecorder } from './live/recorder.ts'

/** Keys pressed one after another at a moment of a session; `\n` is Enter. */
export interface Cue {
  readonly atMs: number
  readonly keys: string
}

/** Less than the time after which a recorder takes the machine to have slept. */
const TICK_MS = 4000

/**
 * Plays a session key by key through the recorder of a live one, on a clock of its own that stands at the start of
 * the session and runs as fast as the keys are stored.
 */
export function playKeys(db: Database, io: Io, session: Session, cues: readonly Cue[]): void {
  const start = Date.parse(session.startedAt)
  let elapsed = 0
  const clock: Io = { ...io, now: () => new Date(start + elapsed), monotonic: () => elapsed }
  const silent = { bell() {}, refresh() {}, noted() {} }
  const recorder = openRecorder(db, clock, session, silent)
  for (const { atMs, keys } of cues) {
    while (atMs - elapsed > TICK_MS) {
      elapsed += TICK_MS
      recorder.tick()
    }
    elapsed = atMs
    for (const text of keys) recorder.press(keyFor(text))
  }
}

function keyFor(text: string): Key {
  if (text === '\n') return { name: 'return', text: '' }
  if (text === '\u001b') return { name: 'escape', text: '' }
  return { name: text === ' ' ? 'space' : text, text }
}
