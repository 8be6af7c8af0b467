import type { Session, SessionRecord } from '../../domain/model.ts'
import { behaviorsOfSession } from '../../store/behaviors.ts'
import type { Database } from '../../store/database.ts'
import { recordsOf, recordWriter, voidRecord } from '../../store/records.ts'
import { addGap, closeGap, endSession, gapsOf, sessionByNumber, touchSession } from '../../store/sessions.ts'
import type { Io } from '../../terminal/io.ts'
import { positionClock } from './clock.ts'
import type { Key } from './keys.ts'
import { reduce } from './reduce.ts'
import { type LiveState, liveState } from './state.ts'
import type { Effect, Input } from './steps.ts'

/** How often the last moment known is noted in the store. */
const HEARTBEAT_MS = 1000

/** What a recorder tells whoever shows it. */
export interface Listener {
  bell(): void
  /** The screen may have been written over. */
  refresh(): void
  /** Words of the coach's own were stored. */
  noted(words: string): void
}

/** A live session on its store: each input at its moment, its effects carried out before anybody sees the state after. */
export interface Recorder {
  state(): LiveState
  press(key: Key): void
  paste(text: string): void
  tick(): void
  /** Shows words to the coach. */
  say(text: string): void
  /** Stores what is half done and notes the moment; the session goes on. */
  leave(): void
}

/** @throws StoreError or SQLite's own error from any of the recorder's functions when the store can't be written */
export function openRecorder(db: Database, io: Io, { number }: Session, listener: Listener): Recorder {
  const session = sessionByNumber(db, number) as Session
  const sinceStart = io.now().getTime() - Date.parse(session.startedAt)
  const position = positionClock(io, Math.max(sinceStart, session.lengthMs))
  const write = recordWriter(db, io, number)
  const dataVersion = db.prepare<[], number>('PRAGMA data_version').pluck()
  let version = dataVersion.get()
  let touchedMs = session.lengthMs
  let state = liveState(
    session,
    behaviorsOfSession(db, number),
    recordsOf(db, number),
    gapsOf(db, number),
    position(),
  )

  const isQuoted = ({ behavior }: SessionRecord): boolean =>
    behavior !== null && state.byId.get(behavior)?.technique === 'verbatim'
  const take = (input: Input, atMs: number): void => {
    const before = state
    const step = reduce(state, input, atMs)
    state = step.state
    try {
      for (const effect of step.effects) carryOut(effect, atMs)
    } catch (error) {
      // What could not be stored is still to be done: words that were typed stay typed.
      state = before
      throw error
    }
  }
  const carryOut = (effect: Effect, atMs: number): void => {
    switch (effect.kind) {
      case 'store': {
        const record = write(effect.record)
        take({ kind: 'stored', record }, atMs)
        if (record.words !== null && !isQuoted(record)) listener.noted(record.words)
        break
      }
      case 'void':
        for (const voided of voidRecord(db, io, number, effect.number)) {
          take({ kind: 'voided', number: voided }, atMs)
        }
        break
      case 'gap':
        addGap(db, number, effect.gap.fromMs, effect.gap.reason, effect.gap.toMs)
        break
      case 'observe':
        closeGap(db, number, effect.toMs)
        break
      case 'end':
        endSession(db, number, effect.lengthMs)
        break
      case 'then':
        take(effect.input, atMs)
        break
      case 'bell':
        listener.bell()
        break
      case 'refresh':
        listener.refresh()
        break
    }
  }
  /** Brings the state up to the present, with what another process may have written; returns the moment. */
  const advance = (): number => {
    const atMs = position()
    const now = dataVersion.get()
    if (now !== version) {
      version = now
      const ended = sessionByNumber(db, number)?.state === 'ended'
      take({ kind: 'reread', records: recordsOf(db, number), gaps: gapsOf(db, number), ended }, atMs)
    }
    if (!state.ended) take({ kind: 'tick' }, atMs)
    return atMs
  }
  const takeNow = (input: Input): void => {
    const atMs = advance()
    if (!state.ended) take(input, atMs)
  }
  return {
    state: () => state,
    press: (key) => takeNow({ kind: 'key', key }),
    paste: (text) => takeNow({ kind: 'paste', text }),
    say: (text) => take({ kind: 'said', text }, state.atMs),
    tick() {
      const atMs = advance()
      if (state.ended || atMs - touchedMs < HEARTBEAT_MS) return
      touchSession(db, number, atMs)
      touchedMs = atMs
    },
    leave() {
      if (state.ended) return
      const atMs = advance()
      if (state.ended) return
      take({ kind: 'leave' }, atMs)
      touchSession(db, number, atMs)
    },
  }
}
