import { expect, test } from 'vitest'
import {
  addBehavior,
  allBehaviors,
  behaviorNamed,
  behaviorsOfSession,
  editBehavior,
  liveBehaviors,
  retireBehavior,
  versionsOf,
} from '../../src/store/behaviors.ts'
import { startSession } from '../../src/store/sessions.ts'
import { agreedDatabase, question, talk } from '../support/database.ts'

test('a behavior that was watched keeps its meaning: an edit is a new version', () => {
  const { db, clock, agreement, start } = agreedDatabase([question])
  const session = startSession(db, clock, start)
  const [before] = liveBehaviors(db, agreement)
  const after = editBehavior(db, agreement, before!, { definition: 'Ben asks, and waits' })
  expect(after).toMatchObject({
    version: 2,
    definition: 'Ben asks, and waits',
    behaviorId: before!.behaviorId,
  })
  expect(behaviorsOfSession(db, session.number)).toMatchObject([
    { version: 1, definition: question.definition },
  ])
  expect(versionsOf(db, after.behaviorId)).toHaveLength(2)
  expect(liveBehaviors(db, agreement)).toEqual([after])
})

test('a behavior that nobody watched yet is simply changed', () => {
  const { db, agreement } = agreedDatabase([question])
  const [before] = liveBehaviors(db, agreement)
  expect(editBehavior(db, agreement, before!, { key: 'x' })).toMatchObject({ version: 1, key: 'x' })
})

test('what the writer kept stays with the definition that it is of', () => {
  const { db, agreement } = agreedDatabase([{ ...question, kept: ['trait'] }])
  const [before] = liveBehaviors(db, agreement)
  expect(before?.kept).toEqual(['trait'])
  expect(editBehavior(db, agreement, before!, { key: 'x' }).kept).toEqual(['trait'])
  const [keyed] = liveBehaviors(db, agreement)
  expect(editBehavior(db, agreement, keyed!, { definition: 'Ben asks, and waits', kept: [] }).kept).toEqual(
    [],
  )
})

test('no two live behaviors share a key or a name; a retired one frees both', () => {
  const { db, clock, agreement } = agreedDatabase([question, talk])
  expect(() => addBehavior(db, clock, agreement, { ...talk, name: 'other', key: 'q' })).toThrow(
    /belongs to 'asks a question'/,
  )
  expect(() => addBehavior(db, clock, agreement, { ...talk, name: 'TALKS', key: 'x' })).toThrow(
    /already a behavior 'TALKS'/,
  )
  const [first, second] = liveBehaviors(db, agreement)
  expect(() => editBehavior(db, agreement, first!, { key: 't' })).toThrow(/belongs to 'talks'/)
  retireBehavior(db, clock, second!)
  expect(addBehavior(db, clock, agreement, talk)).toMatchObject({ name: 'talks', key: 't' })
  expect(allBehaviors(db, agreement).map(({ name, retired }) => [name, retired])).toEqual([
    ['asks a question', false],
    ['talks', true],
    ['talks', false],
  ])
})

test('a session sets the interval of the behaviors that need one', () => {
  const { db, clock, start } = agreedDatabase([
    question,
    { ...talk, technique: 'momentary', intervalMs: 30_000 },
  ])
  const own = startSession(db, clock, start)
  const other = startSession(db, clock, { ...start, intervalMs: 120_000 })
  expect(behaviorsOfSession(db, own.number).map(({ intervalMs }) => intervalMs)).toEqual([null, 30_000])
  expect(behaviorsOfSession(db, other.number).map(({ intervalMs }) => intervalMs)).toEqual([null, 120_000])
})

test('a behavior is named by its key, its name or a prefix, and only where it was asked for', () => {
  const { db, agreement } = agreedDatabase()
  const behaviors = liveBehaviors(db, agreement)
  expect(behaviorNamed('t', behaviors).name).toBe('talks')
  expect(behaviorNamed('asks', behaviors).name).toBe('asks a question')
  expect(() => behaviorNamed('z', behaviors)).toThrow(
    "Nobody asked for 'z' to be observed; requested are q (asks a question), t (talks).",
  )
})
