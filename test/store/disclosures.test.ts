import { afterEach, beforeEach, expect, test } from 'vitest'
import { agreementById } from '../../src/store/agreements.ts'
import { consentsOf, giveConsent } from '../../src/store/consents.ts'
import type { Database } from '../../src/store/database.ts'
import { allDisclosures, chainFaults, recordDisclosure } from '../../src/store/disclosures.ts'
import { type Coach, openCoach, withAnaAndCy, withProtege } from '../support/coach.ts'

let at: Coach
let db: Database
beforeEach(async () => {
  at = openCoach()
  await withAnaAndCy(at)
  await withProtege(at, 'Ben Reyes')
  await withProtege(at, 'Dee Park')
  db = at.open()
})
afterEach(() => {
  db.close()
  at.close()
})

const leave = (what: string, audience: 'self' | 'research' = 'self') =>
  recordDisclosure(db, at.io, {
    what,
    audience,
    destination: 'standard output',
    agreements: [1, 2].map((id) => agreementById(db, id)),
  })

test('each protégé has an entry of their own, with the consents that stood', () => {
  giveConsent(db, at.io, agreementById(db, 1), 'research', { kind: 'whole' })
  leave('records as csv', 'research')
  const research = consentsOf(db, agreementById(db, 1)).at(-1)?.uuid
  expect(allDisclosures(db)).toMatchObject([
    {
      at: '2026-11-20T09:15:00.000Z',
      audience: 'research',
      content: {
        what: 'records as csv',
        destination: 'standard output',
        agreement: agreementById(db, 1).uuid,
        consents: [research],
      },
    },
    { content: { agreement: agreementById(db, 2).uuid, consents: [] } },
  ])
})

test('a list that is as it was written has no faults', () => {
  expect(chainFaults(db)).toEqual([])
  leave('one')
  leave('two')
  recordDisclosure(db, at.io, { what: 'all', audience: 'self', destination: 'x', agreements: 'everything' })
  expect(allDisclosures(db)).toHaveLength(5)
  expect(chainFaults(db)).toEqual([])
})

test.each([
  ['altered', "UPDATE disclosure SET content = replace(content, 'two', 'too') WHERE id = 3", /3, .* altered/],
  ['given another audience', "UPDATE disclosure SET audience = 'program' WHERE id = 2", /Disclosure 2/],
  [
    'given another moment',
    "UPDATE disclosure SET at = '2025-01-01T00:00:00.000Z' WHERE id = 1",
    /Disclosure 1/,
  ],
  ['taken out in the middle', 'DELETE FROM disclosure WHERE id = 2', /Disclosure 2/],
  ['taken out at the beginning', 'DELETE FROM disclosure WHERE id = 1', /Disclosure 1/],
  [
    'taken out at the end',
    'DELETE FROM disclosure WHERE id = 4',
    /There are 3 disclosures and 4 were written/,
  ],
  ['taken out, all of them', 'DELETE FROM disclosure', /There are 0 disclosures and 4 were written/],
  [
    'put in',
    "INSERT INTO disclosure SELECT 9, 'x', at, audience, content, digest, hash FROM disclosure WHERE id = 1",
    /Disclosure 5/,
  ],
  ['made unreadable', "UPDATE disclosure SET content = '{' WHERE id = 2", /Disclosure 2, .* altered/],
  [
    'whose end is made unreadable',
    "UPDATE setting SET value = '{' WHERE name = 'disclosures'",
    /There are 4 disclosures and 0 were written/,
  ],
  ['emptied', 'UPDATE disclosure SET content = NULL WHERE id = 2', /1 disclosures were emptied/],
])('an entry %s is seen', (_how, sql, fault) => {
  leave('one')
  leave('two')
  db.exec(sql)
  expect(chainFaults(db).join('\n')).toMatch(fault)
  // The list can be read, and goes on: a fault must not stop what leaves from being written down.
  leave('three')
  expect(allDisclosures(db).at(-1)).toMatchObject({ content: { what: 'three' } })
  expect(chainFaults(db).join('\n')).not.toBe('')
})
