import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../src/store/database.ts'
import { recordsOf } from '../../src/store/records.ts'
import type { Asked } from '../capture/live/support.ts'
import { asking, openTerminal, prepared } from './terminal.ts'

const KILLS = 100
/** Two at a time: there are processors that have no more. */
const AT_ONCE = 2
/** The longest that a session is fed with keys before it is killed. */
const LONGEST_MS = 150

const ASKED: readonly Asked[] = [
  { name: 'names a pupil', key: 'n', technique: 'event' },
  { name: 'talks', key: 't', technique: 'duration' },
  { name: 'says', key: 'v', technique: 'verbatim' },
]

let store: ReturnType<typeof prepared>
beforeAll(() => {
  store = prepared(asking(ASKED))
})
afterAll(() => store.remove())

/** The same numbers at each run, so that a failure can be looked at again. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

interface Shown {
  readonly pupils: number
  readonly talks: number
  readonly words: readonly string[]
}

/** The most that any moment of the screen said: half a screen may have been written when the end came. */
function shownIn(written: string): Shown {
  const most = (pattern: RegExp): number =>
    Math.max(0, ...[...written.matchAll(pattern)].map(([, count]) => Number(count)))
  return {
    pupils: most(/n names a pupil +(\d+)/g),
    talks: most(/t talks +(\d+) in /g),
    words: [...new Set([...written.matchAll(/v says · "(words \d+)"/g)].map(([, words]) => words ?? ''))],
  }
}

async function killOnce(run: number): Promise<{ shown: Shown; database: string }> {
  const random = randomFrom(run)
  const database = join(store.folder, `${run}.db`)
  copyFileSync(store.path, database)
  const { type, until, ended, pty, written } = openTerminal(['observe'], { database, columns: 80, rows: 24 })
  await until('n names a pupil')
  const killAt = performance.now() + random() * LONGEST_MS
  for (let count = 0; performance.now() < killAt; count += 1) {
    const keys = random()
    type(keys < 0.6 ? 'n'.repeat(1 + Math.floor(random() * 5)) : keys < 0.85 ? 't' : `vwords ${count}\r`)
    await new Promise((resolve) => setTimeout(resolve, random() * 4))
  }
  process.kill(pty.pid, 'SIGKILL')
  await ended
  return { shown: shownIn(written()), database }
}

function check({ shown, database }: { shown: Shown; database: string }): number {
  const db = openDatabase(database)
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    const records = recordsOf(db, 1)
    expect(
      records.filter(({ mark, words }) => mark === 'point' && words === null).length,
    ).toBeGreaterThanOrEqual(shown.pupils)
    expect(records.filter(({ mark }) => mark === 'stop').length).toBeGreaterThanOrEqual(shown.talks)
    const words = new Set(records.map((record) => record.words))
    for (const each of shown.words) expect(words).toContain(each)
    return shown.pupils + shown.talks + shown.words.length
  } finally {
    db.close()
  }
}

test(`${KILLS} kills at random moments: all that was shown is stored, in a sound database`, {
  timeout: 120_000,
}, async () => {
  let next = 0
  let shown = 0
  const worker = async (): Promise<void> => {
    while (next < KILLS) {
      next += 1
      shown += check(await killOnce(next))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  expect(shown).toBeGreaterThan(KILLS)
})
