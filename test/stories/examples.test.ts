import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../../src/commands/registry.ts'
import { main } from '../../src/main.ts'
import { findAgreement } from '../../src/store/agreements.ts'
import { liveBehaviors } from '../../src/store/behaviors.ts'
import { openDatabase } from '../../src/store/database.ts'
import { startSession } from '../../src/store/sessions.ts'
import { testIo } from '../support/io.ts'
import { openShell } from '../support/transcript.ts'

/** What the examples take for granted: people, what they agreed on and asked for, seven sessions, a goal. */
const PREPARED = [
  "coach init --name 'Ana Coach'",
  "coach person add 'Ben Reyes'",
  "coach person add 'Cy Ito'",
  "coach agree 'Ben Reyes' --accept defer,learn,risk --share self,program,research",
  "coach behavior add --name 'asks a question' --technique event --key q --request 'Please count my questions' --definition 'Ben says a sentence that asks the group for words' --modifier 'level: recall, analysis'",
  "coach behavior add --name 'talks' --technique duration --key t --request 'How long do I talk?' --definition 'Ben says words to the group'",
  ...[1, 2, 3, 4, 5, 6, 7].map(
    (day) =>
      `printf '0:05 t+\\n0:30 q recall "What did we change?"\\n1:05 t-\\n2:00 q analysis\\n${'3:00 q\\n'.repeat(day)}4:00 q\\n5:00 q\\n5:30 q\\n6:00 q\\n7:00 q "What else?"\\n' | coach observe --from - --length 45m --date 2026-11-${10 + day}T09:15`,
  ),
  "coach goal add 'I wait three seconds' --behavior q --action 'Count to three'",
  "printf '0:05 t+\\n0:30 q\\n1:05 t-\\n' > session.obs; cp session.obs second-observer.obs",
  "echo 'Ben asked 12 questions in 20 minutes.' > notes.md",
  "printf 'onset_s,code,duration_s\\n0,talks,6\\n6,talks,1\\n' > lecture.csv",
  "printf 'onset,code,duration\\n0,LT,6\\n6,AD,1\\n' > coded.csv",
  'coach export --format json -o everything.json',
  'coach export --format boris -o project.boris',
  "echo 'What did you notice?' > questions.txt",
  "printf 'phase,session,value\\nA,1,2\\nA,2,3\\nA,3,2\\nB,4,5\\nB,5,6\\nB,6,5\\n' > series.csv",
]

/** What must be undone or done before an example means something. */
const BEFORE: Readonly<Record<string, string>> = {
  'person add': 'rm -r ~/.local',
  agree: "coach agreement end 1 && coach person add 'Dee Park'",
  'behavior add': 'coach behavior retire q && coach behavior retire t',
  'agreement withdraw': "coach agreement share 'Ben Reyes' --audience research --session 3 --record 12",
  backup: 'mkdir ~/backups',
  export: 'rm session.obs',
  restore: 'coach backup coach-2026.db',
  'phase remove': "coach phase add 'I wait' --from 2",
}
/** These write into a session that is running. */
const NEEDS_A_RUNNING_SESSION = ['log', 'session end']

/** Examples that speak to a person; without a terminal each is a usage error that says so. */
const NEEDS_A_TERMINAL = /^coach (observe(?!.*--from)|reflect|person forget [^-]*$|session void (?!.*--yes))/
/** This one wants a key of the reader's own. */
const NEEDS_A_KEY = /--identity/

/** The folders of the home in which the examples find and leave things. */
const PARTS = ['.local', 'work']

let shell: ReturnType<typeof openShell>
let prepared: string
beforeAll(() => {
  shell = openShell()
  for (const command of PREPARED) expect(shell.run(command)).not.toMatch(/^\[\d+\]$/m)
  prepared = join(shell.home, 'prepared')
  for (const part of PARTS) cpSync(join(shell.home, part), join(prepared, part), { recursive: true })
})
afterAll(() => shell.close())

function prepare(path: string): void {
  for (const part of [...PARTS, '.config', 'backups']) {
    rmSync(join(shell.home, part), { recursive: true, force: true })
  }
  cpSync(prepared, shell.home, { recursive: true })
  const before = BEFORE[path]
  if (before !== undefined) expect(shell.run(before)).not.toMatch(/^\[\d+\]$/m)
  if (NEEDS_A_RUNNING_SESSION.includes(path)) startRunning()
}

/** A live session wants a terminal; its beginning, as the store knows it, does not. */
function startRunning(): void {
  const db = openDatabase(join(shell.home, '.local/share/coach/coach.db'))
  const io = testIo()
  const agreement = findAgreement(db, undefined)
  startSession(db, io, {
    agreement,
    observer: agreement.coach,
    behaviors: liveBehaviors(db, agreement),
    startedAt: new Date(Date.now() - 20 * 60_000),
    timeZone: 'UTC',
    plannedMs: null,
    intervalMs: null,
    place: null,
  })
  db.close()
}

async function examplesOf(path: string): Promise<string[]> {
  const io = testIo()
  await main([...path.split(' '), '--help'], io)
  const [, listed = ''] = io.out().split('\nExamples:\n')
  return listed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

describe.each(commands.map(({ path }) => path))('coach %s', (path) => {
  test('has examples that run', async () => {
    for (const example of await examplesOf(path)) {
      if (NEEDS_A_KEY.test(example)) continue
      prepare(path)
      const seen = shell.run(example)
      if (NEEDS_A_TERMINAL.test(example)) expect(seen, example).toMatch(/(terminal|--yes).*\n\[2\]$/)
      // What a check finds is no failure of the example.
      else if (path === 'check') expect(seen, example).not.toMatch(/^\[[^1]\]$/m)
      else expect(seen, example).not.toMatch(/^\[\d+\]$/m)
    }
  })
})
