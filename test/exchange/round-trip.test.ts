/** What goes out and comes in again is the same: whole archives to the byte, and single sessions record by record. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BehaviorDraft } from '../../src/domain/behavior.ts'
import type { Flag, Observation, Session } from '../../src/domain/model.ts'
import { editBehavior, liveBehaviors, retireBehavior } from '../../src/store/behaviors.ts'
import { giveConsent } from '../../src/store/consents.ts'
import { openDatabase } from '../../src/store/database.ts'
import { addAction, addGoal, finishAction } from '../../src/store/goals.ts'
import { addPhase } from '../../src/store/phases.ts'
import { type NewRecord, observationOf, plainRecord, recordWriter } from '../../src/store/records.ts'
import { addReflection } from '../../src/store/reflections.ts'
import { addGap, endSession, sessionByNumber, startSession } from '../../src/store/sessions.ts'
import { agreedDatabase, question, talk } from '../support/database.ts'
import { testIo } from '../support/io.ts'
import { contents, exported, exportedText, imported, type Made } from './support.ts'

const draft = (name: string, key: string, more: Partial<BehaviorDraft>): BehaviorDraft => ({
  ...talk,
  name,
  key,
  ...more,
})

const DRAFTS: readonly BehaviorDraft[] = [
  {
    ...question,
    modifiers: [{ name: 'the level', values: ['recall', "it's an 'analysis'", 'a "b" \\ #c'] }],
  },
  { ...talk, kept: ['trait'], modifiers: [{ name: 'subject', values: ["it's", '#1', 'a"b\\'] }] },
  draft('waits+', 'w', { technique: 'latency' }),
  draft('on task', 'i', { technique: 'momentary', intervalMs: 30_000 }),
  draft('says', 's', { technique: 'verbatim' }),
  draft('steps', 'c', { technique: 'checklist' }),
]

const LENGTH_MS = 600_000
const words = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replaceAll('\0', ''))
const someWords = fc.oneof(
  words,
  fc.constantFrom('a "b"', 'back\\slash', 'two\nlines\r\nand\ttabs', '# no comment', "'"),
)
const said = fc.record({
  words: fc.option(someWords),
  flag: fc.option(fc.constantFrom<Flag>('bounce', 'recovered', 'ended')),
  kept: fc.uniqueArray(fc.constantFrom('trait', 'cause', 'absolute')),
})
const moment = fc.record({
  atMs: fc.integer({ min: 0, max: LENGTH_MS - 1000 }),
  which: fc.integer({ min: 0, max: DRAFTS.length - 1 }),
  lengthMs: fc.integer({ min: 0, max: 1000 }),
  modifier: fc.integer({ min: -1, max: 2 }),
  value: fc.constantFrom(0, 1, null),
  count: fc.integer({ min: 0, max: 99 }),
  isTally: fc.boolean(),
  said,
})
type Moment = typeof moment extends fc.Arbitrary<infer Value> ? Value : never

/** The records of some moments, in order of time, so that bouts of one behavior do not overlap. */
function recordsOf(moments: readonly Moment[], { start: { behaviors } }: Made): NewRecord[] {
  const records: NewRecord[] = []
  const busyUntil = new Map<number, number>()
  for (const { atMs, which, lengthMs, modifier, value, count, isTally, said } of moments.toSorted(
    (a, b) => a.atMs - b.atMs,
  )) {
    const { id, technique, modifiers } = behaviors[which]!
    const [set] = modifiers
    const chosen = set?.values[modifier]
    const plain = {
      ...plainRecord,
      ...said,
      behavior: id,
      modifiers: set && chosen ? { [set.name]: chosen } : {},
    }
    if (technique === 'duration' || technique === 'latency') {
      if (atMs <= (busyUntil.get(id) ?? -1)) continue
      busyUntil.set(id, atMs + lengthMs)
      records.push({ ...plain, mark: 'start', atMs })
      records.push({ ...plain, mark: 'stop', atMs: atMs + lengthMs, starts: records.length })
    } else if (technique === 'event') {
      records.push(isTally ? { ...plain, mark: 'tally', value: count } : { ...plain, atMs })
    } else if (technique === 'momentary')
      records.push({ ...plain, mark: 'interval', atMs, value: value ?? 0 })
    else if (technique === 'checklist') records.push({ ...plain, mark: 'check', atMs, value })
    else records.push({ ...plain, atMs, words: said.words?.trim() ? said.words : 'words' })
  }
  return records
}

function stored(
  made: Made,
  moments: readonly Moment[],
  gaps: readonly (readonly [number, number])[],
): Session {
  const { db, clock, start } = made
  const session = startSession(db, clock, {
    ...start,
    timeZone: 'Europe/Madrid',
    plannedMs: LENGTH_MS,
    intervalMs: 60_000,
    place: 'ward 3, zone: "left"',
  })
  const write = recordWriter(db, clock, session.number)
  for (const record of recordsOf(moments, made)) write(record)
  for (const [from, length] of gaps) addGap(db, session.number, from, 'sleep', from + length)
  endSession(db, session.number, LENGTH_MS)
  return sessionByNumber(db, session.number)!
}

/** What must be the same after a journey: all but identities and numbers, and records in order of time. */
function essence({ session, behaviors, records, gaps }: Observation) {
  const { startedAt, timeZone, plannedMs, lengthMs, place, observer } = session
  const order = records.toSorted((a, b) => (a.atMs ?? Infinity) - (b.atMs ?? Infinity) || a.number - b.number)
  const place_ = new Map(order.map(({ number }, at) => [number, at]))
  return {
    session: { startedAt, timeZone, plannedMs, lengthMs, place, observer: observer.name },
    behaviors: behaviors.map(({ id, intervalMs }) => ({ id, intervalMs })),
    records: order.map(({ number: _, starts, ...record }) => ({
      ...record,
      starts: starts === null ? null : place_.get(starts),
    })),
    gaps,
  }
}

const gapsIn = fc
  .uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 3 })
  .map((starts) => starts.map((start) => [start * 25_000, start % 2 === 0 ? 20_000 : 0] as const))

test('an observation log gives back the same session, with its flags, what was kept, and its gaps', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(moment, { maxLength: 40 }), gapsIn, async (moments, gaps) => {
      const made = agreedDatabase(DRAFTS)
      const session = stored(made, moments, gaps)
      const log = await exportedText(made.db, 'obs')
      const { sessions } = await imported(made, 'session.obs', log)
      const again = sessionByNumber(made.db, sessions[0]!.number)!
      expect(essence(observationOf(made.db, again))).toEqual(essence(observationOf(made.db, session)))
    }),
    { numRuns: 60 },
  )
})

test.each(['csv', 'jsonl'])('%s gives back the same records', async (format) => {
  await fc.assert(
    fc.asyncProperty(fc.array(moment, { minLength: 1, maxLength: 40 }), async (moments) => {
      const made = agreedDatabase(DRAFTS)
      const session = stored(made, moments, [])
      const { sessions } = await imported(made, `records.${format}`, await exported(made.db, format))
      const [before, after] = [session, sessionByNumber(made.db, sessions[0]!.number)!].map((one) =>
        observationOf(made.db, one),
      )
      const comparable = (records: Observation['records']) =>
        records.map(({ words: said, ...record }) => ({ ...record, words: said || null }))
      expect(comparable(after!.records)).toEqual(comparable(before!.records))
    }),
    { numRuns: 40 },
  )
})

/** A database that has something in every table that an archive holds. */
function full(): Made {
  const made = agreedDatabase(DRAFTS)
  const { db, clock, agreement } = made
  const moments = fc.sample(moment, { seed: 7, numRuns: 60 })
  const session = stored(made, moments, [[1000, 500]])
  const [asks, talks] = liveBehaviors(db, agreement)
  editBehavior(db, agreement, asks!, { definition: 'a new one' })
  retireBehavior(db, clock, talks!)
  addReflection(db, clock, session, { stage: 'notice', question: 'What did you see?', answer: 'That I wait' })
  addPhase(db, clock, 'I wait', session)
  giveConsent(db, clock, agreement, 'research', { kind: 'whole' })
  giveConsent(db, clock, agreement, 'research', { kind: 'behavior', behaviorId: asks!.behaviorId })
  const spoken = observationOf(db, session).records.find(({ words }) => words !== null)!
  giveConsent(db, clock, agreement, 'research', {
    kind: 'record',
    session: session.number,
    record: spoken.number,
  })
  const goal = addGoal(db, clock, agreement, {
    session: session.number,
    behavior: asks!.behaviorId,
    words: 'Wait for five seconds',
    evidence: 'waits',
    direction: 'increase',
    by: '2026-12-01',
  })
  finishAction(db, clock, addAction(db, clock, goal, 'Count to five', null))
  return made
}

test('an archive imported into an empty database gives the same archive, to the byte', async () => {
  const { db } = full()
  const archive = await exported(db, 'json')
  for (const words of [
    'That I wait',
    '"I wait"',
    'Wait for five seconds',
    'Count to five',
    '"research"',
    'a new one',
    '"kept":["trait"],"examples"',
  ]) {
    expect(archive.toString('utf8')).toContain(words)
  }
  const empty = { db: openDatabase(':memory:'), clock: testIo() }
  const read = await imported(empty, 'everything.json', archive)
  expect(read.sessions).toHaveLength(1)
  expect(await exportedText(empty.db, 'json')).toBe(archive.toString('utf8'))
  const before = contents(empty.db)
  expect(await imported(empty, 'again.json', archive)).toMatchObject({ before: [1], sessions: [] })
  expect(contents(empty.db)).toBe(before)
})

test('an archive in another form brings only what is not there yet', async () => {
  const { db, clock } = full()
  const archive = await exportedText(db, 'json')
  const read = await imported({ db, clock }, 'mine.json', `${archive}\n`)
  expect(read).toMatchObject({ sessions: [], sessionsThere: 1 })
  expect(await exportedText(db, 'json')).toBe(archive)
})

test('a BORIS project gives back the events of a session', async () => {
  const made = agreedDatabase()
  const { db, clock, start } = made
  const [asks, talks] = start.behaviors
  const session = startSession(db, clock, start)
  const write = recordWriter(db, clock, session.number)
  write({ ...plainRecord, behavior: asks!.id, atMs: 1250, modifiers: { level: 'recall' }, words: 'Why?' })
  write({ ...plainRecord, behavior: talks!.id, mark: 'start', atMs: 2000 })
  write({ ...plainRecord, behavior: talks!.id, mark: 'stop', atMs: 2000, starts: 2 })
  endSession(db, session.number, 90_000)
  const { sessions } = await imported(made, 'project.boris', await exported(db, 'boris'))
  const again = sessionByNumber(db, sessions[0]!.number)!
  expect(observationOf(db, again).records).toEqual(observationOf(db, session).records)
  expect(again.lengthMs).toBe(90_000)
})
