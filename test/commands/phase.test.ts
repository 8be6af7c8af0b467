import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Coach, openCoach, withAnaAndCy, withProtege } from '../support/coach.ts'

let program: Coach
beforeEach(async () => {
  program = openCoach()
  await withAnaAndCy(program)
  await withProtege(program, 'Ben Reyes')
})
afterEach(() => program.close())

test('phases are added, listed and taken away', async () => {
  const { coach, done } = program
  expect(await done('phase', 'list')).toBe(
    'No phase yet: every session is baseline. Add one with coach phase add NAME --from SESSION\n',
  )
  expect(await done('phase', 'add', 'I wait', '--from', 'last')).toBe(
    "Phase 1 of Ben Reyes: 'I wait', from session 1. Next: coach progress\n",
  )
  expect(await done('phase', 'list')).toBe('  1  I wait, from session 1\n')
  expect(JSON.parse(await done('phase', 'list', '--json'))).toEqual({
    schema_version: 1,
    person: 'Ben Reyes',
    phases: [{ number: 1, name: 'I wait', from_session: 1 }],
  })
  expect(await done('phase', 'remove', 'I w')).toContain("The phase 'I wait', from session 1, is gone")
  expect((await coach('phase', 'remove', 'I w')).status).toBe(3)
  expect((await coach('phase', 'add', 'x')).status).toBe(2)
})
