import type { Gap, SessionRecord } from '../../domain/model.ts'
import { type NewRecord, plainRecord } from '../../store/records.ts'
import type { Key } from './keys.ts'
import type { LiveState } from './state.ts'

/** What happens to a live session. */
export type Input =
  /** Time has gone on. Comes before every key, so that a key finds the session as it is at its moment. */
  | { readonly kind: 'tick' }
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'paste'; readonly text: string }
  /** A record is on the disk. Only now does it count and show. */
  | { readonly kind: 'stored'; readonly record: SessionRecord }
  | { readonly kind: 'voided'; readonly number: number }
  /** Another process has written: what stands now. */
  | {
      readonly kind: 'reread'
      readonly records: readonly SessionRecord[]
      readonly gaps: readonly Gap[]
      readonly ended: boolean
    }
  | { readonly kind: 'said'; readonly text: string }
  /** The coach goes, or the terminal does: what is not stored yet is. */
  | { readonly kind: 'leave' }

/** What is to be done outside, in this order. */
export type Effect =
  | { readonly kind: 'store'; readonly record: NewRecord }
  | { readonly kind: 'void'; readonly number: number }
  /** A gap begins, or a whole one is noted where its end is known. */
  | { readonly kind: 'gap'; readonly gap: Gap }
  /** The gap that lasts ends. */
  | { readonly kind: 'observe'; readonly toMs: number }
  | { readonly kind: 'end'; readonly lengthMs: number }
  | { readonly kind: 'bell' }
  /** The screen may have been written over. */
  | { readonly kind: 'refresh' }
  /** An input to be taken once the effects before it are done. */
  | { readonly kind: 'then'; readonly input: Input }

export interface Step {
  readonly state: LiveState
  readonly effects: readonly Effect[]
}

/** A step that changes nothing outside. */
export const only = (state: LiveState): Step => ({ state, effects: [] })

/** How long a message stays when no other takes its place. */
const MESSAGE_MS = 8000

/** The state with words to the coach. */
export const saying = (state: LiveState, text: string, atMs: number): LiveState => ({
  ...state,
  message: { text, untilMs: atMs + MESSAGE_MS },
})

/** The record that ends a duration or a latency at a moment, never before it began. */
export const stopOf = (start: SessionRecord, atMs: number, flag: SessionRecord['flag']): NewRecord => ({
  ...plainRecord,
  behavior: start.behavior,
  mark: 'stop',
  atMs: Math.max(atMs, start.atMs ?? 0),
  starts: start.number,
  modifiers: start.modifiers,
  flag,
})
