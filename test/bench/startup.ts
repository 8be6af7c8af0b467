/**
 * How long people wait before a command does something, beside a Node that does nothing, in the same run.
 * Run with `npm run bench`, which builds first.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, table } from './support.ts'

const ROUNDS = Number(process.env.ROUNDS ?? 60)
const coach = join(import.meta.dirname, '../../bin/coach.js')
const folder = mkdtempSync(join(tmpdir(), 'coach-bench-'))
const db = join(folder, 'coach.db')
const env = { ...process.env, COACH_DB: db, CI: '1', NODE_COMPILE_CACHE: join(folder, 'cache') }

function run(args: readonly string[], input = ''): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { env, input })
  const elapsed = performance.now() - start
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  return elapsed
}

const prepare: readonly (readonly [readonly string[], string?])[] = [
  [['init', '--name', 'Ana Coach']],
  [['person', 'add', 'Ben Reyes']],
  [['agree', 'Ben Reyes', '--accept', 'defer,learn,risk', '--share', 'self']],
  [
    [
      'behavior',
      'add',
      '--name',
      'asks',
      '--technique',
      'event',
      '--key',
      'q',
      '--request',
      'Count my questions',
      '--definition',
      'Ben asks the group for words',
    ],
  ],
  [['observe', '--from', '-', '--length', '10m'], '0:05 q\n'],
]
for (const [args, input] of prepare) run([coach, ...args], input)

const measured: readonly (readonly [string, readonly string[]])[] = [
  ['node -e 0', ['-e', '0']],
  ['coach --help', [coach, '--help']],
  ['coach log q --at 1:00 --session 1', [coach, 'log', 'q', '--at', '1:00', '--session', '1']],
  ['coach report --json', [coach, 'report', '--json']],
]
const times = measured.map((): number[] => [])
// In turns, so that a busy moment of the machine falls on all of them.
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [index, [, args]] of measured.entries()) times[index]?.push(run(args))
}
const base = median(times[0] ?? [])
table(
  ['command', 'median ms', '× node -e 0'],
  measured.map(([name], index) => {
    const ms = median(times[index] ?? [])
    return [name, ms.toFixed(1), (ms / base).toFixed(2)]
  }),
)
rmSync(folder, { recursive: true })
