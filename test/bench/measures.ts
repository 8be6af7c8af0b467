/**
 * How long the measures take, against what a researcher would otherwise use. Run it on a built program:
 *
 *     npx rolldown -c && node test/bench/measures.ts
 *
 * It needs sqlite3's own shell, which is asked for the same counts and totals: that the answers are the same is checked,
 * how long they take is only printed. What is compared runs by turns, so that a busy machine slows all of it alike, and
 * each figure is the median.
 */
import { deepStrictEqual } from 'node:assert'
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
import { median, table } from './support.ts'

const RUNS = 11
const program = join(import.meta.dirname, '../../bin/coach.js')
const folder = mkdtempSync(join(tmpdir(), 'coach-bench-'))
const path = join(folder, 'coach.db')
const EVERY_MS = 400

let uuids = 0
const clock = {
  now: () => new Date('2026-11-20T09:00:00Z'),
  uuid: () => `01930000-0000-7000-8000-${String(uuids++).padStart(12, '0')}`,
}

/** Sessions of so many records each: half of them moments, a few of these voided, the others onsets and offsets. */
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
  const voidOne = db.prepare('INSERT INTO void (session, number, voided_at) VALUES (?, ?, ?)')
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
        if (number % 1000 === 1) voidOne.run(session.number, number, clock.now().toISOString())
      }
    })()
    endSession(db, session.number, size * EVERY_MS + 2000)
  }
}

/**
 * How often each behavior was seen with each value of its modifier, and for how long, without what was voided. A bout
 * that nothing ends lasts to the session's end, so a start counts what is left of the session, and its stop takes back
 * what is left then.
 */
const query = (modifiers: string, value: string): string => `
  SELECT v.name, ${value} AS value, sum(r.mark <> 'stop') AS count,
    sum(CASE r.mark WHEN 'start' THEN s.length_ms - r.at_ms WHEN 'stop' THEN r.at_ms - s.length_ms END) AS total_ms
  FROM record r JOIN session s ON s.number = r.session JOIN behavior_version v ON v.id = r.version_id ${modifiers}
  WHERE r.session = 1 AND NOT EXISTS (SELECT 1 FROM void WHERE void.session = r.session AND void.number = r.number)
  GROUP BY v.id, ${value}`
/** For who knows the one modifier there is, and for whatever modifiers there are, as a report has it. */
const NAMED_MODIFIER = query('', "r.modifiers ->> 'level'")
const ANY_MODIFIER = query('LEFT JOIN json_each(r.modifiers) m', 'm.value')

interface Counted {
  readonly name: string
  readonly value: string | null
  readonly count: number
  readonly total_ms: number | null
}

interface Reported {
  readonly name: string
  readonly count: number
  readonly total_ms?: number
  readonly by_modifier: { readonly level?: Readonly<Record<string, { readonly count: number }>> }
}

/** What a report says of the same, in the shape and order of the query. */
const asCounted = ({ name, count, total_ms, by_modifier: { level } }: Reported): Counted[] =>
  level === undefined
    ? [{ name, value: null, count, total_ms: total_ms ?? null }]
    : Object.keys(level)
        .sort()
        .map((value) => ({ name, value, count: level[value]?.count ?? 0, total_ms: null }))

/** How long each takes, in ms; they run by turns. */
function mediansMs<Name extends string>(works: Readonly<Record<Name, () => unknown>>): Record<Name, number> {
  const names = Object.keys(works) as Name[]
  const times = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let run = 0; run < RUNS; run++) {
    for (const name of names) {
      const from = performance.now()
      works[name]()
      times.get(name)?.push(performance.now() - from)
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<
    Name,
    number
  >
}

const run = (command: string, args: readonly string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
const coach = (...args: string[]): string => run(process.execPath, [program, '--db', path, ...args])

const sqlite = (sql: string): string => run('sqlite3', ['-json', path, sql])

try {
  const db = openDatabase(path)
  fill(db, [100_000, 10_000, 10_000])
  db.pragma('wal_checkpoint(TRUNCATE)')

  const { behaviors } = JSON.parse(coach('report', '1', '--json')) as { behaviors: Reported[] }
  const reported = behaviors.flatMap(asCounted)
  for (const sql of [NAMED_MODIFIER, ANY_MODIFIER]) deepStrictEqual(JSON.parse(sqlite(sql)), reported)

  const ms = mediansMs({
    named: () => sqlite(NAMED_MODIFIER),
    any: () => sqlite(ANY_MODIFIER),
    json: () => coach('report', '1', '--json'),
    terminal: () => coach('report', '1'),
    node: () => run(process.execPath, ['-e', '0']),
    compare: () => coach('compare', '2', '3', '--json'),
  })
  const times = (of: number, by: number): string => `${(of / by).toFixed(2)} ×`
  console.log(`node alone: ${ms.node.toFixed(0)} ms`)
  table(
    ['100,000 records', 'ms', 'of sqlite3, its modifier named', 'of sqlite3, any modifier'],
    [
      ['sqlite3, its modifier named', ms.named.toFixed(0), '', ''],
      ['sqlite3, any modifier', ms.any.toFixed(0), '', ''],
      ['report --json (at most 3 ×)', ms.json.toFixed(0), times(ms.json, ms.named), times(ms.json, ms.any)],
      ['report', ms.terminal.toFixed(0), times(ms.terminal, ms.named), times(ms.terminal, ms.any)],
    ],
  )
  console.log(`compare two sessions of 10,000 records (at most 2000 ms): ${ms.compare.toFixed(0)} ms`)

  const observation = observationOf(
    db,
    sessionByNumber(db, 1) as NonNullable<ReturnType<typeof sessionByNumber>>,
  )
  const derivation = (size: number): (() => void) => {
    const session = prepare({
      ...observation,
      session: { number: 1, lengthMs: size * EVERY_MS },
      records: observation.records.slice(0, size),
    })
    const strands = [...session.strands.values()].slice(1)
    return () => {
      for (let again = 0; again < 20; again++) {
        derivedIntervals({ as: 'partial-interval', everyMs: 30_000 }, 'bouts', strands)
      }
    }
  }
  const whole = derivation(100_000)
  whole()
  const derived = mediansMs({ quarter: derivation(25_000), whole })
  // A square would be 16; memory that no longer fits the nearest cache costs more than its share.
  console.log(
    `deriving intervals of 4 × the records (at most 12 ×): ${times(derived.whole, derived.quarter)}`,
  )
  db.close()
} finally {
  rmSync(folder, { recursive: true })
}
