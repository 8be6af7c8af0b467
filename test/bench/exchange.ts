/**
 * How fast a million records go out and come in, beside SQLite's own shell doing the same with the same rows in the same
 * run. Run with `npm run bench`, which builds first; it needs `sqlite3` on the path, and Linux for the memory. The exit
 * status is 1 where a figure is over its limit.
 */
import { spawn, spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CHOICES } from '../../src/domain/model.ts'
import { type ExportFormat, exportFormats } from '../../src/exchange/export/registry.ts'
import { addAgreement } from '../../src/store/agreements.ts'
import { addBehavior } from '../../src/store/behaviors.ts'
import { bulkRecordWriter } from '../../src/store/bulk.ts'
import { openDatabase } from '../../src/store/database.ts'
import { addPerson, setMe } from '../../src/store/people.ts'
import { endSession, startSession } from '../../src/store/sessions.ts'
import { question, talk } from '../support/database.ts'
import { testIo } from '../support/io.ts'
import { median, table } from './support.ts'

const ROUNDS = Number(process.env.ROUNDS ?? 3)
const RECORDS = 1_000_000
const SESSIONS = 1000
const MIB = 1024 * 1024
/** So close that a million fit into a session of a few days. */
const EVERY_MS = 300

const folder = mkdtempSync(join(tmpdir(), 'coach-bench-'))
const at = (name: string): string => join(folder, name)
const COACH = join(import.meta.dirname, '../../bin/coach.js')

/** A database with Ana, Ben and what he asked for; with a million records in so many sessions, where there are any. */
function database(path: string, sessions: number): void {
  const io = testIo()
  const db = openDatabase(path)
  const coach = addPerson(db, io, 'Ana Coach')
  setMe(db, coach)
  const protege = addPerson(db, io, 'Ben Reyes')
  const terms = { kind: 'coaching', choices: CHOICES, supervisor: false, share: ['self'] } as const
  const agreement = addAgreement(db, io, { coach, protege, ...terms })
  if (sessions > 0) {
    const behaviors = [
      question,
      talk,
      { ...talk, name: 'says', key: 's', technique: 'verbatim' } as const,
    ].map((draft) => addBehavior(db, io, agreement, draft))
    db.transaction(() => {
      for (let session = 0; session < sessions; session += 1) {
        io.pass(86_400_000)
        fill(
          db,
          io,
          startSession(db, io, {
            agreement,
            behaviors,
            observer: coach,
            startedAt: io.now(),
            timeZone: 'Europe/Madrid',
            plannedMs: null,
            intervalMs: null,
            place: 'ward 3',
          }).number,
          behaviors.map(({ id }) => id),
          RECORDS / sessions,
        )
      }
    })()
  }
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

/** Of ten records five are questions with a level, four are bouts, and one is a quote. */
function fill(
  db: ReturnType<typeof openDatabase>,
  io: ReturnType<typeof testIo>,
  session: number,
  versions: readonly number[],
  records: number,
): void {
  const writer = bulkRecordWriter(db, io)
  const [asks, talks, says] = versions
  const none = { value: null, starts: null, modifiers: null, words: null, flag: null, kept: null }
  for (let number = 1; number <= records; number += 1) {
    const place = number % 10
    const record = { ...none, session, number, atMs: number * EVERY_MS }
    if (place < 5)
      writer.write({
        ...record,
        version: asks!,
        mark: 'point',
        modifiers: place < 3 ? '{"level":"recall"}' : '{"level":"analysis"}',
      })
    else if (place === 9)
      writer.write({
        ...record,
        version: says!,
        mark: 'point',
        words: `What did we change, and why? ${number}`,
      })
    else if (place % 2 === 1) writer.write({ ...record, version: talks!, mark: 'start' })
    else writer.write({ ...record, version: talks!, mark: 'stop', starts: number - 1 })
  }
  writer.flush()
  endSession(db, session, records * EVERY_MS + 1000)
}

/** The rows that `coach export --format csv` writes, by SQL. */
const ROWS = `
SELECT r.session, s.started_at, s.time_zone, s.length_ms, s.place, p.name AS person, o.name AS observer,
  r.number AS record, v.name AS behavior, v.technique, v.key, v.interval_ms, r.mark, r.at_ms AS time_ms, r.value,
  r.starts, r.words, r.flag, r.kept, r.modifiers ->> 'level' AS modifier_level
FROM record r JOIN session s ON s.number = r.session JOIN agreement a ON a.id = s.agreement_id
  JOIN person p ON p.id = a.protege_id JOIN person o ON o.id = s.observer_id
  LEFT JOIN behavior_version v ON v.id = r.version_id
WHERE NOT EXISTS (SELECT 1 FROM void WHERE void.session = r.session AND void.number = r.number)
ORDER BY r.session, r.number;`

interface Measured {
  readonly ms: number
  readonly peakBytes: number
}

/** Runs a program with its output in a file; its time, and on Linux the most memory it held. */
function run(command: string, args: readonly string[], output: string): Promise<Measured> {
  const out = openSync(output, 'w')
  const start = performance.now()
  const child = spawn(command, args, { stdio: ['ignore', out, 'inherit'] })
  let peak = 0
  const look = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024)
    } catch {
      // It has ended, or this is not Linux.
    }
  }, 10)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (status) => {
      clearInterval(look)
      closeSync(out)
      if (status === 0) resolve({ ms: performance.now() - start, peakBytes: peak })
      else reject(new Error(`${command} ${args.join(' ')} ended with ${status}`))
    })
  })
}

const coach = (output: string, ...args: string[]): Promise<Measured> =>
  run(process.execPath, [COACH, '--db', ...args], output)
const shell = (output: string, ...args: string[]): Promise<Measured> => run('sqlite3', args, output)

interface Comparison {
  readonly what: string
  readonly limit: number
  ours(): Promise<Measured>
  theirs(): Promise<Measured>
}

const fresh = (name: string): string => {
  for (const end of ['', '-wal', '-shm']) rmSync(at(name) + end, { force: true })
  return at(name)
}

const comparisons: readonly Comparison[] = [
  {
    what: 'export csv',
    limit: 2.0,
    ours: () => coach(at('ours.csv'), at('full.db'), 'export', '--format', 'csv'),
    theirs: () => shell(at('theirs.csv'), '-csv', '-header', at('full.db'), ROWS),
  },
  {
    what: 'export jsonl',
    limit: 2.5,
    ours: () => coach(at('ours.jsonl'), at('full.db'), 'export', '--format', 'jsonl'),
    theirs: () => shell(at('theirs.csv'), '-csv', '-header', at('full.db'), ROWS),
  },
  {
    what: 'import csv',
    limit: 3.0,
    ours: () => {
      database(fresh('into.db'), 0)
      return coach(at('said.txt'), at('into.db'), 'import', at('ours.csv'), '--request', 'Please count')
    },
    theirs: () => shell(at('said.txt'), fresh('theirs.db'), '.mode csv', `.import ${at('ours.csv')} rows`),
  },
]

const MEMORY_LIMIT = 120 * MIB

async function compare({ what, limit, ours, theirs }: Comparison): Promise<{ row: string[]; over: boolean }> {
  const times: [Measured, Measured][] = []
  for (let round = 0; round < ROUNDS; round += 1) times.push([await ours(), await theirs()])
  const [mine, other] = [0, 1].map((side) => median(times.map((pair) => pair[side]!.ms)))
  const ratio = mine! / other!
  const peak = median(times.map(([{ peakBytes }]) => peakBytes))
  const heavy = what.startsWith('export') && peak > MEMORY_LIMIT
  return {
    row: [
      what,
      `${(mine! / 1000).toFixed(2)} s`,
      `${(other! / 1000).toFixed(2)} s`,
      ratio.toFixed(2),
      limit.toFixed(1),
      `${(peak / MIB).toFixed(0)} MiB`,
    ],
    over: ratio > limit || heavy,
  }
}

/** What an export of each format takes where all records are in one session. */
async function memoryOf({ name }: ExportFormat): Promise<{ row: string[]; over: boolean }> {
  const { ms, peakBytes } = await coach(at('said'), at('one.db'), 'export', '--format', name)
  rmSync(at('said'))
  return {
    row: [name, `${(ms / 1000).toFixed(2)} s`, `${(peakBytes / MIB).toFixed(0)} MiB`],
    over: peakBytes > MEMORY_LIMIT,
  }
}

if (spawnSync('sqlite3', ['--version']).status !== 0) {
  console.log('exchange: sqlite3 is not on the path; there is nothing to compare with.')
} else {
  try {
    database(at('full.db'), SESSIONS)
    const results: { row: string[]; over: boolean }[] = []
    for (const comparison of comparisons) results.push(await compare(comparison))
    console.log(`A million records; the median of ${ROUNDS} rounds.`)
    table(
      ['what', 'coach', 'sqlite3', 'ratio', 'limit', 'memory'],
      results.map(({ row }) => row),
    )
    database(at('one.db'), 1)
    const formats: typeof results = []
    for (const format of exportFormats) formats.push(await memoryOf(format))
    console.log(`\nThe same in one session; at most ${MEMORY_LIMIT / MIB} MiB.`)
    table(
      ['export', 'coach', 'memory'],
      formats.map(({ row }) => row),
    )
    if ([...results, ...formats].some(({ over }) => over)) process.exitCode = 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
