/**
 * How fast the check is: one note, many sentences, and `coach check` of one line beside a Node that does nothing; and two
 * prose linters on the same text in the same run. Run with `npm run bench`, which builds first. The exit status is 1
 * where a figure is over its limit.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LabelledNote, labelled } from '../support/labelled.ts'
import { checkNote, type Judge, judges } from './checkers.ts'
import { median, quantile, table } from './support.ts'

const ROUNDS = Number(process.env.ROUNDS ?? 60)
const SENTENCES = ['notes-tune', 'notes-held-out', 'notes-probe'].flatMap((name) =>
  labelled<LabelledNote>(name).map(({ text }) => text),
)

/** Milliseconds that one note takes, for each of so many. */
function timesOfOne(count: number): number[] {
  return Array.from({ length: count }, (_, index) => {
    const start = performance.now()
    checkNote(SENTENCES[index % SENTENCES.length] ?? '')
    return performance.now() - start
  })
}

/** Sentences in a second, over at least so many milliseconds: the median of several rounds. */
function speed(judge: Judge, leastMs: number): number {
  const rounds = Array.from({ length: 5 }, () => {
    const start = performance.now()
    let count = 0
    while (performance.now() - start < leastMs / 5) judge(SENTENCES[count++ % SENTENCES.length] ?? '')
    return (count * 1000) / (performance.now() - start)
  })
  return median(rounds)
}

/** Milliseconds of `node -e 0`, and of `coach check` of one line, in turns, so that a busy moment falls on both. */
function startUps(): [number[], number[]] {
  const folder = mkdtempSync(join(tmpdir(), 'coach-bench-'))
  const env = { ...process.env, CI: '1', NODE_COMPILE_CACHE: join(folder, 'cache'), XDG_CONFIG_HOME: folder }
  const coach = join(import.meta.dirname, '../../bin/coach.js')
  const run = (args: readonly string[], input: string): number => {
    const start = performance.now()
    spawnSync(process.execPath, args, { env, input })
    return performance.now() - start
  }
  const bare: number[] = []
  const check: number[] = []
  run([coach, 'check', '-'], 'Ben was bored.\n')
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(run(['-e', '0'], ''))
    check.push(run([coach, 'check', '-'], 'Ben was bored.\n'))
  }
  rmSync(folder, { recursive: true })
  return [bare, check]
}

const [bare, check] = startUps()
const first = timesOfOne(1)[0] ?? 0
timesOfOne(2000)
const p99 = quantile(timesOfOne(20_000), 0.99)
const speeds = ['coach', 'write-good', 'alex'].map((name) => ({
  name,
  perSecond: speed(judges[name] as Judge, name === 'alex' ? 4000 : 2000),
}))
const own = speeds[0]?.perSecond ?? 0
const ratio = median(check) / median(bare)

table(
  ['what', 'figure', 'limit'],
  [
    ['the first note after loading', `${first.toFixed(2)} ms`, ''],
    ['one note, 99th percentile', `${p99.toFixed(3)} ms`, '1 ms'],
    ['sentences a second', Math.round(own).toLocaleString('en'), '100,000'],
    ['node -e 0, median', `${median(bare).toFixed(1)} ms`, ''],
    ['coach check of one line, median', `${median(check).toFixed(1)} ms`, ''],
    ['coach check against node -e 0', `${ratio.toFixed(2)} ×`, '2.00 ×'],
  ],
)
console.log()
table(
  ['checker', 'sentences a second', 'coach is faster by'],
  speeds.map(({ name, perSecond }) => [
    name,
    Math.round(perSecond).toLocaleString('en'),
    `${(own / perSecond).toFixed(1)} ×`,
  ]),
)
if (p99 > 1 || own < 100_000 || ratio > 2) process.exitCode = 1
