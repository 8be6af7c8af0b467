import type { Clock } from '../domain/clock.ts'
import type { Flag, Mark } from '../domain/model.ts'
import { type Database, statement } from './database.ts'

/** A record as the database keeps it: modifiers and kept findings are JSON, null where there are none. */
export interface BulkRecord {
  readonly session: number
  readonly number: number
  readonly version: number | null
  readonly mark: Mark
  readonly atMs: number | null
  readonly value: number | null
  readonly starts: number | null
  readonly modifiers: string | null
  readonly words: string | null
  readonly flag: Flag | null
  readonly kept: string | null
}

export interface BulkWriter {
  write(record: BulkRecord, uuid?: string): void
  /** To be called at the end, for what is still gathered. */
  flush(): void
}

const ALWAYS = ['session', 'number', 'uuid', 'version_id', 'at_ms'] as const
const SELDOM = ['value', 'starts', 'modifiers', 'words', 'flag', 'kept'] as const

/** Records in one statement: more bring nothing (1.35 s for a million with 50, 1.39 s with 100, 3.4 s with 1). */
const BATCH = 50

/** Records of one mark that say the same things wait for each other, so that a statement names only what they say. */
interface Shape {
  readonly one: Statement
  readonly batch: Statement
  /** The values of those that wait, one after the other. */
  readonly values: unknown[]
  /** How many values a record has. */
  readonly width: number
}
type Statement = ReturnType<typeof statement<unknown[], unknown>>

/**
 * Writes many records, inside the caller's transaction. Most have no words, no value and no flag, and each value handed
 * to SQLite costs: without the shapes a million records of several kinds take 2.3 s, with them 1.5 s.
 */
export function bulkRecordWriter(db: Database, clock: Clock): BulkWriter {
  const shapes = new Map<string, Shape>()
  const uuid = uuidSeries(clock)
  const shapeOf = (mark: Mark, said: number): Shape => {
    const key = mark + said
    const known = shapes.get(key)
    if (known !== undefined) return known
    const columns = [...ALWAYS, ...SELDOM.filter((_, index) => (said >> index) & 1)]
    const row = `('${mark}', ${columns.map(() => '?').join(', ')})`
    const insert = (rows: number): Statement =>
      statement(
        db,
        `INSERT INTO record (mark, ${columns.join(', ')}) VALUES ${Array(rows).fill(row).join(', ')}`,
      )
    const shape = { one: insert(1), batch: insert(BATCH), values: [], width: columns.length }
    shapes.set(key, shape)
    return shape
  }
  return {
    write(record, given) {
      const { session, number, version, mark, atMs, value, starts, modifiers, words, flag, kept } = record
      const said =
        (value === null ? 0 : 1) |
        (starts === null ? 0 : 2) |
        (modifiers === null ? 0 : 4) |
        (words === null ? 0 : 8) |
        (flag === null ? 0 : 16) |
        (kept === null ? 0 : 32)
      const { values, batch, width } = shapeOf(mark, said)
      values.push(session, number, given ?? uuid(), version, atMs)
      if (value !== null) values.push(value)
      if (starts !== null) values.push(starts)
      if (modifiers !== null) values.push(modifiers)
      if (words !== null) values.push(words)
      if (flag !== null) values.push(flag)
      if (kept !== null) values.push(kept)
      if (values.length < BATCH * width) return
      batch.run(values)
      values.length = 0
    },
    flush() {
      for (const { one, values, width } of shapes.values()) {
        for (let at = 0; at < values.length; at += width) one.run(values.slice(at, at + width))
        values.length = 0
      }
    },
  }
}

/** Few enough that the count is a small integer, whose digits cost the engine little. */
const TAIL_DIGITS = 6
const TAIL_END = 16 ** TAIL_DIGITS

/**
 * UUIDv7s that count up from a fresh one in their random part, as RFC 9562 (6.2, method 2) has it for many at one
 * moment. A million fresh ones take 1.6 s, more than all the rest of writing them.
 */
function uuidSeries(clock: Clock): () => string {
  let head = ''
  let next = TAIL_END
  return () => {
    if (next === TAIL_END) {
      const fresh = clock.uuid()
      head = fresh.slice(0, -TAIL_DIGITS)
      next = Number.parseInt(fresh.slice(-TAIL_DIGITS), 16)
    }
    const tail = next.toString(16).padStart(TAIL_DIGITS, '0')
    next += 1
    return head + tail
  }
}
