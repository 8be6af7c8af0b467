import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Coach, openCoach } from '../support/coach.ts'

/** Clears the screen, renames the window, moves the cursor up, turns text round, rings: all in one name. */
const STEER = '\u001b[2J\u001b]0;owned\u0007\u009b1A\u202e\u0008\r'
const NAME = `Ben ${STEER} Reyes`

let at: Coach
beforeAll(async () => {
  at = openCoach({ terminal: true, env: { NO_COLOR: '1', PAGER: 'cat' } })
  const { done, file } = at
  await done('init', '--name', 'Ana Coach')
  await done('person', 'add', NAME)
  await done('person', 'add', `Cy ${STEER} Ito`)
  await done('agree', 'Ben', '--accept', 'defer,learn,risk', '--share', 'self,research')
  const behavior = [
    '--name',
    `asks ${STEER}`,
    '--technique',
    'event',
    '--key',
    'q',
    '--modifier',
    'level: recall',
  ]
  await done(
    'behavior',
    'add',
    ...behavior,
    '--request',
    `Please ${STEER}`,
    '--definition',
    `He ${STEER} asks`,
  )
  // A log is text of lines, so the carriage return would end one.
  const words = STEER.replace('\r', '')
  for (const day of ['20', '21']) {
    const log = `# date: 2026-11-${day}T09:15   length: 45m   place: ward ${words}\n0:30 q recall "${words}"\n`
    await done('observe', '--from', file('session.obs', log), '--observer', 'Cy')
  }
  await done('goal', 'add', `I ${STEER} wait`, '--action', `Then ${STEER}`)
  await done('backup', `${at.folder}/a\u001b[2Jb.db`)
})
afterAll(() => at.close())

const steers = (shown: string): string[] =>
  [...stripVTControlCharacters(shown), ...shown].filter(
    (character) => /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(character) && character !== '\n',
  )

test.each([
  ['coach', []],
  ['person list', ['person', 'list']],
  ['person show', ['person', 'show', 'Ben']],
  ['person edit', ['person', 'edit', 'Ben', '--stage', 'induction']],
  ['person forget', ['person', 'forget', 'Ben', '--dry-run']],
  ['person export', ['person', 'export', 'Ben', '-o', 'FOLDER/ben.zip', '--force']],
  ['agreement list', ['agreement', 'list']],
  ['agreement show', ['agreement', 'show', '1']],
  ['agreement share', ['agreement', 'share', 'Ben', '--audience', 'research', '--behavior', 'q']],
  ['agreement withdraw', ['agreement', 'withdraw', 'Ben', '--audience', 'research', '--behavior', 'q']],
  ['behavior list', ['behavior', 'list']],
  ['behavior show', ['behavior', 'show', 'q']],
  ['behavior edit', ['behavior', 'edit', 'q', '--definition', `asks ${STEER} aloud`]],
  ['session list', ['session', 'list']],
  ['session show', ['session', 'show', '1']],
  ['session edit', ['session', 'edit', '1', '--place', `ward ${STEER}`]],
  ['goal list', ['goal', 'list']],
  ['goal add', ['goal', 'add', `I ${STEER} wait more`]],
  ['goal done', ['goal', 'done', '1']],
  ['action list', ['action', 'list']],
  ['phase add', ['phase', 'add', `before ${STEER}`, '--from', '1']],
  ['phase list', ['phase', 'list']],
  ['report', ['report', '1']],
  ['report on several', ['report', '--sessions', '1-2']],
  ['prompts', ['prompts', '1']],
  ['compare', ['compare', '1', '2']],
  ['progress', ['progress', 'q']],
  ['disclosures', ['disclosures']],
  ['export to the terminal', ['export', '--format', 'csv']],
  ['a person whom nobody knows', ['person', 'show', 'Zoe']],
  ['a behavior that nobody asked for', ['behavior', 'show', 'z']],
  ['a name that two have', ['person', 'add', NAME]],
  ['an agreement that is there', ['agree', 'Ben', '--accept', 'defer,learn,risk', '--share', 'self']],
  [
    'a key that is taken',
    [
      'behavior',
      'add',
      '--key',
      'q',
      '--name',
      'x',
      '--technique',
      'event',
      '--request',
      'x',
      '--definition',
      'y',
    ],
  ],
  ['a consent that is missing', ['export', '--format', 'csv', '--for', 'program']],
  ['a file that is not there', ['restore', `a${STEER}b`]],
  ['a backup restored', ['restore', 'FOLDER/a\u001b[2Jb.db', '--dry-run']],
  ['a log with mistakes', ['observe', 'Ben', '--from', 'FOLDER/wrong.obs']],
])('%s shows what would steer a terminal, and does not do it', async (_what, argv) => {
  at.file('wrong.obs', `# date: 2026-11-20T09:15\n0:30 ${STEER.replace('\r', '')} "x"\n`)
  const { out, err, status } = await at.coach(
    '--no-input',
    ...argv.map((word) => word.replace('FOLDER', at.folder)),
  )
  expect(status).not.toBe(70)
  expect(`${out}${err}`).not.toBe('')
  expect({ out, err, steers: steers(out + err).length }).toMatchObject({ steers: 0 })
})
