/**
 * How long from a key press to its record on the disk, and to the screen drawn anew: the built program in a real
 * pseudo-terminal, with 50 behaviors and 2,000 records in the session. Beside it, in the same folder and the same run, a bare
 * write with fsync. Run with `npm run build && node test/bench/keypress.ts`.
 */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { plainRecord, recordWriter } from '../../src/store/records.ts'
import { startSession } from '../../src/store/sessions.ts'
import { type Asked, prepare } from '../capture/live/support.ts'
import { testIo } from '../support/io.ts'
import { openTerminal, prepared, type Terminal } from '../terminal/terminal.ts'
import { quantile, table } from './support.ts'

const RECORDS = 2000
const PRESSES = 1000
const UNDOS = 200
/** Longer than a fast hand takes, so that no press waits for the one before. */
const BETWEEN_MS = 20

/** Between two looks at the store; without it, looking would take a processor from what is measured. */
const LOOK_MS = 0.1
const NOTHING = new Int32Array(new SharedArrayBuffer(4))

const asked: readonly Asked[] = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ']
  .slice(0, 50)
  .map((key, at) => ({ name: `behavior ${at + 1}`, key, technique: at % 5 === 4 ? 'duration' : 'event' }))

/** A running session with records of its event behaviors; one that the terminal then goes on with. */
function fill(db: Database): void {
  const io = testIo()
  const start = { ...prepare(db, io, asked), startedAt: new Date(Date.now() - 3_600_000) }
  const session = startSession(db, io, start)
  const events = start.behaviors.filter(({ technique }) => technique === 'event')
  db.transaction(() => {
    const write = recordWriter(db, io, session.number)
    for (let at = 0; at < RECORDS; at += 1) {
      write({ ...plainRecord, behavior: events[at % events.length]?.id ?? null, atMs: at * 1000 })
    }
  })()
}

interface Measured {
  /** Taken in turn with the others, so that a busy moment of the machine falls on all of them. */
  readonly bare: number[]
  readonly stored: number[]
  readonly drawn: number[]
}

/**
 * Presses keys one at a time and looks at the store until each is there.
 * @param stands how many rows stand for what a press does
 * @param isDrawn whether what was written since the press is the whole screen after it
 */
async function measure(
  { pty }: Terminal,
  keys: readonly string[],
  stands: () => number,
  isDrawn: (since: string, key: string) => boolean,
): Promise<Measured> {
  const measured: Measured = { bare: [], stored: [], drawn: [] }
  let since = ''
  let cameMore = (): void => {}
  const listening = pty.onData((data) => {
    since += data
    cameMore()
  })
  // The terminal's own end: its write() would wait for this process, which is busy looking.
  const { fd } = pty as unknown as { readonly fd: number }
  for (const key of keys) {
    await pause(BETWEEN_MS)
    measured.bare.push(bareSync(bareFile))
    await pause(BETWEEN_MS)
    const before = stands()
    since = ''
    const start = performance.now()
    writeSync(fd, key)
    while (stands() === before) Atomics.wait(NOTHING, 0, 0, LOOK_MS)
    measured.stored.push(performance.now() - start)
    while (!isDrawn(since, key)) {
      await new Promise<void>((resolve) => {
        cameMore = resolve
      })
    }
    measured.drawn.push(performance.now() - start)
  }
  listening.dispose()
  return measured
}

/** One write with fsync of what SQLite writes for a page, as a program does that keeps nothing else. */
function bareSync(file: number): number {
  const start = performance.now()
  writeSync(file, PAGE)
  fsyncSync(file)
  return performance.now() - start
}
const PAGE = Buffer.alloc(4096 + 24)

const store = prepared(fill)
const db = openDatabase(store.path)
const bareFile = openSync(join(store.folder, 'bare'), 'w')
const count = (sql: string): (() => number) => {
  const statement = db.prepare<[], number>(sql).pluck()
  return () => statement.get() ?? 0
}
const terminal = openTerminal(['observe'], { database: store.path, columns: 80, rows: 24 })
await terminal.until('Go on')
terminal.type('\r')
await terminal.until('? help')

const nameOf = (key: string): string => asked.find((each) => each.key === key)?.name ?? ''
const keys = Array.from({ length: PRESSES }, (_, at) => asked[at % asked.length]?.key ?? '')
const presses = await measure(terminal, keys, count('SELECT max(number) FROM record'), (since, key) => {
  const at = since.search(new RegExp(`:\\d\\d ${key} ${nameOf(key)}\\b`))
  return at >= 0 && since.indexOf('? help', at) >= 0
})
const undos = await measure(
  terminal,
  Array.from({ length: UNDOS }, () => '\u007f'),
  count('SELECT count(*) FROM void'),
  (since) => since.includes('? help'),
)
terminal.type('\u0003')
await terminal.ended
closeSync(bareFile)
db.close()
store.remove()

const row = (name: string, times: readonly number[], most: string): string[] => [
  name,
  quantile(times, 0.5).toFixed(2),
  quantile(times, 0.99).toFixed(2),
  Math.max(...times).toFixed(2),
  most,
]
table(
  ['from a key press to', 'p50 ms', 'p99 ms', 'most ms', 'p99 wanted'],
  [
    row('its record on the disk', presses.stored, '10'),
    row('the screen drawn anew', presses.drawn, '25'),
    row('undo: on the disk', undos.stored, '10'),
    row('undo: the screen drawn anew', undos.drawn, '25'),
    row('(a bare write and fsync)', [...presses.bare, ...undos.bare], ''),
  ],
)
