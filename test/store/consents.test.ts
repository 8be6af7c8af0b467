import { afterEach, beforeEach, expect, test } from 'vitest'
import { forResearch } from '../../src/domain/audience.ts'
import { InputError, NotPermittedError } from '../../src/domain/errors.ts'
import { pseudonyms } from '../../src/domain/pseudonyms.ts'
import { agreementById } from '../../src/store/agreements.ts'
import { liveBehaviors } from '../../src/store/behaviors.ts'
import { consentsOf, giveConsent, permissionOf, withdrawConsent } from '../../src/store/consents.ts'
import type { Database } from '../../src/store/database.ts'
import { identifiedObservationOf } from '../../src/store/records.ts'
import { findSession } from '../../src/store/sessions.ts'
import { type Coach, openCoach, withAnaAndCy, withProtege } from '../support/coach.ts'

const WHOLE = { kind: 'whole' } as const
const record = (number: number) => ({ kind: 'record', session: 1, record: number }) as const

let at: Coach
let db: Database
beforeEach(async () => {
  at = openCoach()
  await withAnaAndCy(at)
  await withProtege(at, 'Ben Reyes')
  db = at.open()
})
afterEach(() => {
  db.close()
  at.close()
})

const agreement = () => agreementById(db, 1)
const seen = () =>
  forResearch(
    identifiedObservationOf(db, findSession(db, '1')),
    permissionOf(db, [agreement()], pseudonyms('a key')),
  )

test('a consent takes effect at once, and so does taking it back', () => {
  expect(seen).toThrow(NotPermittedError)
  expect(giveConsent(db, at.io, agreement(), 'research', WHOLE)).toBe(true)
  expect(seen().records.map(({ words }) => words)).toEqual([null, null, null])
  expect(withdrawConsent(db, at.io, agreement(), 'research', WHOLE)).toBe(true)
  expect(seen).toThrow(NotPermittedError)
})

test('a consent that stands is not given twice, and one that does not stand is not taken back', () => {
  giveConsent(db, at.io, agreement(), 'research', WHOLE)
  expect(giveConsent(db, at.io, agreement(), 'research', WHOLE)).toBe(false)
  expect(withdrawConsent(db, at.io, agreement(), 'program', WHOLE)).toBe(false)
  expect(consentsOf(db, agreement()).map(({ audience }) => audience)).toEqual(['self', 'research'])
})

test('the words of one record and what one behavior is are released one by one', () => {
  giveConsent(db, at.io, agreement(), 'research', WHOLE)
  giveConsent(db, at.io, agreement(), 'research', record(1))
  expect(seen().records.map(({ words }) => words)).toEqual(['What did we change?', null, null])
  expect(seen().behaviors[0]?.name).toMatch(/^behavior [0-9a-f]{8}$/)
  const [behavior] = liveBehaviors(db, agreement())
  const shared = { kind: 'behavior', behaviorId: behavior?.behaviorId ?? 0 } as const
  giveConsent(db, at.io, agreement(), 'research', shared)
  expect(seen().behaviors[0]?.name).toBe('asks a question')
  withdrawConsent(db, at.io, agreement(), 'research', shared)
  expect(seen().behaviors[0]?.name).not.toBe('asks a question')
  expect(seen().records[0]?.words).toBe('What did we change?')
})

test('one thing released is no consent to the audience as a whole', () => {
  expect(() => giveConsent(db, at.io, agreement(), 'research', record(1))).toThrow(
    /does not share with the audience 'research' yet/,
  )
  giveConsent(db, at.io, agreement(), 'research', WHOLE)
  const [behavior] = liveBehaviors(db, agreement())
  giveConsent(db, at.io, agreement(), 'research', { kind: 'behavior', behaviorId: behavior?.behaviorId ?? 0 })
  db.prepare(
    "UPDATE consent SET withdrawn_at = '2026-11-21' WHERE audience = 'research' AND behavior_id IS NULL",
  ).run()
  expect(agreement().share).toEqual(['self'])
})

test('taking back the whole takes back what was released under it, for good', () => {
  giveConsent(db, at.io, agreement(), 'research', WHOLE)
  giveConsent(db, at.io, agreement(), 'research', record(1))
  withdrawConsent(db, at.io, agreement(), 'research', WHOLE)
  giveConsent(db, at.io, agreement(), 'research', WHOLE)
  expect(seen().records[0]?.words).toBeNull()
})

test('only what is there, and has words, can be released, and only for research', () => {
  giveConsent(db, at.io, agreement(), 'research', WHOLE)
  giveConsent(db, at.io, agreement(), 'program', WHOLE)
  expect(() => giveConsent(db, at.io, agreement(), 'research', record(2))).toThrow(/no words in record 2/)
  expect(() => giveConsent(db, at.io, agreement(), 'research', record(9))).toThrow(/has no record 9/)
  expect(() => giveConsent(db, at.io, agreement(), 'program', record(1))).toThrow(InputError)
})
