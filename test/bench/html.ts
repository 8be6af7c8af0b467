/**
 * How long a debrief page takes and how large it is, of a session as people record it and of one that no person could. Run it on a
 * built program:
 *
 *     npx rolldown -c && node test/bench/html.ts
 *
 * Each figure is the least of several runs, since only slowness is added by chance; the exit status is 1 where one is over its
 * limit.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const RUNS = 5
const SESSION_MS = 3 * 3_600_000
const program = join(import.meta.dirname, '../../bin/coach.js')
const folder = mkdtempSync(join(tmpdir(), 'coach-bench-'))
const env = { ...process.env, COACH_DB: join(folder, 'coach.db'), CI: '1' }

const coach = (args: readonly string[], input = ''): void => {
  execFileSync(process.execPath, [program, ...args], { env, input, stdio: ['pipe', 'ignore', 'inherit'] })
}

const BEHAVIORS = [
  ['asks a question', 'event', 'q', '--modifier', 'level: recall, analysis'],
  ['talks', 'duration', 't'],
  ['waits for an answer', 'latency', 'w'],
  ['looks at a phone', 'partial-interval', 'i', '--interval', '30s'],
  ['explains the plan', 'verbatim', 'v'],
] as const

/** A log of so many records, evenly over the session: every technique, and every tenth of them words. */
function logOf(records: number): string {
  const stepMs = Math.floor(SESSION_MS / records)
  const kinds = [
    'q recall',
    't+',
    'q analysis',
    't-',
    'v "Today we take the drain out."',
    'q',
    'w+',
    'i1',
    'w-',
    'q recall',
  ]
  return Array.from({ length: records }, (_, index) => {
    const ms = index * stepMs
    const minutes = Math.floor(ms / 60_000)
    const seconds = ((ms % 60_000) / 1000).toFixed(3).padStart(6, '0')
    return `${minutes}:${seconds} ${kinds[index % kinds.length]}`
  }).join('\n')
}

let isWithin = true
function report(what: string, value: number, limit: number, unit: string): void {
  isWithin &&= value <= limit
  process.stdout.write(`${what}: ${value.toFixed(2)} ${unit} (at most ${limit} ${unit})\n`)
}

try {
  coach(['init', '--name', 'Ana Coach'])
  coach(['person', 'add', 'Ben Reyes'])
  coach(['agree', 'Ben Reyes', '--accept', 'defer,learn,risk', '--share', 'self'])
  for (const [name, technique, key, ...more] of BEHAVIORS) {
    const words = [
      '--request',
      'Please look at this',
      '--definition',
      'Ben says a sentence that asks the group for words',
    ]
    coach(['behavior', 'add', '--name', name, '--technique', technique, '--key', key, ...words, ...more])
  }
  const sizes = [
    { records: 2_000, seconds: 0.7, megabytes: 5 },
    { records: 50_000, seconds: 3, megabytes: 5 },
  ]
  for (const [index, { records, seconds, megabytes }] of sizes.entries()) {
    coach(['observe', '--from', '-', '--length', '3h', '--date', `2026-11-2${index}T09:15`], logOf(records))
    const file = join(folder, `${records}.html`)
    let leastMs = Number.POSITIVE_INFINITY
    for (let run = 0; run < RUNS; run++) {
      const from = performance.now()
      coach(['report', String(index + 1), '--format', 'html', '-o', file, '--force'])
      leastMs = Math.min(leastMs, performance.now() - from)
    }
    report(`${records} records`, leastMs / 1000, seconds, 's')
    report(`${records} records`, statSync(file).size / 1e6, megabytes, 'MB')
  }
} finally {
  if (process.env.KEEP === undefined) rmSync(folder, { recursive: true })
  else process.stdout.write(`${folder}\n`)
}
process.exitCode = isWithin ? 0 : 1
