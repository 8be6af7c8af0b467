/**
 * How long the measures take, against what a researcher would otherwise use. Run it on a built program:
 *
 *     npx rolldown -c && node test/bench/measures.ts
 *
 * It needs sqlite3's own shell. Each figure is the least of several runs, since only slowness is added by chance; the
 * exit status is 1 where one is over its limit.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { derivedIntervals } from '../../src/measures/derived.ts'
import { prepare } from '../../src/measures/strands.ts'
import { addAgreement } from '../../src/store/agreements.ts'
import { addBehavior } from '../../src/store/behaviors.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { addPerson, setMe } from '../../src/store/people.ts'
import { observationOf } from '../../src/store/records.ts'
import { endSession, sessionByNumber, startSession } from '../../src/store/sessions.ts'

const RUNS = 7
const program = join(import.meta.dirname, '../../bin/coach.js')
const folder = mkdtempSync(join(tmpdir(), 'coach-bench-'))
const path = join(folder, 'coach.db')
const EVERY_MS = 400

let uuids = 0
const clock = {
  now: () => new Date('2026-11-20T09:00:00Z'),
  uuid: () => `01930000-0000-7000-8000-${String(uuids++).padStart(12, '0')}`,
}

/** Sessions of so many records each: half of them moments, the others onsets and offsets. */
function fill(db: Database, sizes: readonly number[]): void {
  const coach = addPerson(db, clock, 'Ana Coach')
  const protege = addPerson(db, clock, 'Ben Reyes')
  setMe(db, coach)
  const agreement = addAgreement(db, clock, {
    coach,
    protege,
    kind: 'coaching',
    choices: ['defer', 'learn', 'risk'],
    supervisor: false,
    share: ['self'],
  })
  const draft = {
    request: 'Please look',
    definition: 'as seen',
    examples: [],
    nonExamples: [],
    intervalMs: null,
  }
  const level = { name: 'level', values: ['recall', 'analysis'] }
  const asks = addBehavior(db, clock, agreement, {
    ...draft,
    name: 'asks a question',
    technique: 'event',
    key: 'q',
    modifiers: [level],
  })
  const talks = addBehavior(db, clock, agreement, {
    ...draft,
    name: 'talks',
    technique: 'duration',
    key: 't',
    modifiers: [],
  })
  const insert = db.prepare(
    `INSERT INTO record (session, number, uuid, version_id, mark, at_ms, starts, modifiers)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const [index, size] of sizes.entries()) {
    const session = startSession(db, clock, {
      agreement,
      observer: coach,
      behaviors: [asks, talks],
      startedAt: clock.now(),
      timeZone: 'Europe/Madrid',
      plannedMs: null,
      intervalMs: null,
      place: null,
    })
    db.transaction(() => {
      for (let number = 1; number <= size; number++) {
        // The second observer is a little later, and misses some.
        const atMs = number * EVERY_MS + index * ((number * 7919) % 900)
        const turn = number % 4
        const mark = turn === 0 ? 'start' : turn === 2 ? 'stop' : 'point'
        const behavior = mark === 'point' ? asks : talks
        const modifiers =
          mark === 'point' ? JSON.stringify({ level: turn === 1 ? 'recall' : 'analysis' }) : null
        if (mark === 'stop' && number < 3) continue
        insert.run(
          session.number,
          number,
          clock.uuid(),
          behavior.id,
          mark,
          atMs,
          mark === 'stop' ? number - 2 : null,
          modifiers,
        )
      }
    })()
    endSession(db, session.number, size * EVERY_MS + 2000)
  }
}

/** The same counts and totals, as one would ask SQLite itself. */
const QUERY = `
  SELECT v.name, sum(r.mark <> 'stop') AS count,
    sum(CASE r.mark WHEN 'stop' THEN r.at_ms WHEN 'start' THEN -r.at_ms ELSE 0 END) AS total_ms
  FROM record r JOIN behavior_version v ON v.id = r.version_id
  WHERE r.session = 1 AND NOT EXISTS (SELECT 1 FROM void WHERE void.session = r.session AND void.number = r.number)
  GROUP BY v.id`

function leastMs(work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < RUNS; run++) {
    const from = performance.now()
    work()
    least = Math.min(least, performance.now() - from)
  }
  return least
}

const run = (command: string, args: readonly string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
const coach = (...args: string[]): string => run(process.execPath, [program, '--db', path, ...args])

let isWithin = true
function report(what: string, value: number, limit: number, unit: string): void {
  isWithin &&= value <= limit
  process.stdout.write(`${what}: ${value.toFixed(2)}${unit} (at most ${limit}${unit})\n`)
}

try {
  const db = openDatabase(path)
  fill(db, [100_000, 10_000, 10_000])
  db.pragma('wal_checkpoint(TRUNCATE)')

  const sqlite = leastMs(() => run('sqlite3', ['-json', path, QUERY]))
  const ours = leastMs(() => coach('report', '1', '--json'))
  process.stdout.write(
    `100,000 records: sqlite3 ${sqlite.toFixed(0)} ms, coach report ${ours.toFixed(0)} ms\n`,
  )
  report('report ÷ sqlite3', ours / sqlite, 3, ' ×')
  report(
    'compare two sessions of 10,000 records',
    leastMs(() => coach('compare', '2', '3', '--json')) / 1000,
    2,
    ' s',
  )

  const observation = observationOf(
    db,
    sessionByNumber(db, 1) as NonNullable<ReturnType<typeof sessionByNumber>>,
  )
  const derive = (size: number): number => {
    const session = prepare({
      ...observation,
      session: { number: 1, lengthMs: size * EVERY_MS },
      records: observation.records.slice(0, size),
    })
    const strands = [...session.strands.values()].slice(1)
    return leastMs(() => {
      for (let again = 0; again < 20; again++) {
        derivedIntervals({ as: 'partial-interval', everyMs: 30_000 }, 'bouts', strands)
      }
    })
  }
  derive(100_000)
  // A square would be 16; memory that no longer fits the nearest cache costs more than its share.
  report('deriving intervals of 4 × the records', derive(100_000) / derive(25_000), 12, ' ×')
  db.close()
} finally {
  rmSync(folder, { recursive: true })
}
process.exitCode = isWithin ? 0 : 1
