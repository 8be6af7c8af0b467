import type { Key } from '../../../src/capture/live/keys.ts'
import { openRecorder, type Recorder } from '../../../src/capture/live/recorder.ts'
import { tallyOf } from '../../../src/capture/live/state.ts'
import type { BehaviorDraft } from '../../../src/domain/behavior.ts'
import { type Behavior, CHOICES, type Session, type SessionRecord } from '../../../src/domain/model.ts'
import { addAgreement } from '../../../src/store/agreements.ts'
import { addBehavior } from '../../../src/store/behaviors.ts'
import { type Database, openDatabase } from '../../../src/store/database.ts'
import { addPerson, setMe } from '../../../src/store/people.ts'
import { recordsOf } from '../../../src/store/records.ts'
import { type NewSession, startSession } from '../../../src/store/sessions.ts'
import { type TestIo, testIo } from '../../support/io.ts'

export type Asked = Pick<BehaviorDraft, 'name' | 'key' | 'technique'> & Partial<BehaviorDraft>

/** One of each kind, by keys that tests can remember. */
export const ASKED: readonly Asked[] = [
  { name: 'names a pupil', key: 'n', technique: 'event' },
  {
    name: 'asks a question',
    key: 'q',
    technique: 'event',
    modifiers: [
      { name: 'level', values: ['recall', 'analysis'] },
      { name: 'to', values: ['one', 'all'] },
    ],
  },
  { name: 'talks', key: 't', technique: 'duration' },
  {
    name: 'walks',
    key: 'w',
    technique: 'duration',
    modifiers: [{ name: 'where', values: ['front', 'back'] }],
  },
  { name: 'waits', key: 'l', technique: 'latency' },
  { name: 'on task', key: 'i', technique: 'partial-interval', intervalMs: 30_000 },
  { name: 'says', key: 'v', technique: 'verbatim' },
  { name: 'happens', key: 'a', technique: 'anecdotal' },
  { name: 'states the aim', key: 'c', technique: 'checklist' },
]

/** What a session of Ben Reyes by Ana Coach starts from, in a database of its own. */
export function prepare(db: Database, io: TestIo, asked: readonly Asked[]): NewSession {
  const coach = addPerson(db, io, 'Ana Coach')
  setMe(db, coach)
  const protege = addPerson(db, io, 'Ben Reyes')
  const agreement = addAgreement(db, io, {
    coach,
    protege,
    kind: 'coaching',
    choices: CHOICES,
    supervisor: false,
    share: ['self'],
  })
  const behaviors = asked.map((draft) =>
    addBehavior(db, io, agreement, {
      request: `Please watch '${draft.name}'`,
      definition: 'What two people would see alike.',
      examples: [],
      nonExamples: [],
      modifiers: [],
      intervalMs: null,
      ...draft,
    }),
  )
  return {
    agreement,
    observer: coach,
    behaviors,
    startedAt: io.now(),
    timeZone: 'UTC',
    plannedMs: 45 * 60_000,
    intervalMs: null,
    place: null,
  }
}

export const running = (db: Database, io: TestIo, asked: readonly Asked[]): Session =>
  startSession(db, io, prepare(db, io, asked))

export interface Live {
  readonly db: Database
  readonly io: TestIo
  readonly session: Session
  readonly recorder: Recorder
  readonly heard: string[]
  /** Presses keys one after another at this moment: each character, or a name in angle brackets, as in `<escape>`. */
  press(keys: string): void
  /** Lets time go by, in steps as the live screen's. */
  pass(ms: number): void
  /** What stands in the store, in short: `q@1000 level=recall`. */
  stored(): string[]
  tally(key: string): ReturnType<typeof tallyOf>
  behavior(key: string): Behavior
}

/** A live session on a store in memory and a clock that stands still. */
export function live(asked: readonly Asked[] = ASKED): Live {
  const db = openDatabase(':memory:')
  const io = testIo()
  const session = running(db, io, asked)
  const heard: string[] = []
  const recorder = openRecorder(db, io, session, {
    bell: () => heard.push('bell'),
    refresh: () => heard.push('refresh'),
    noted: (words) => heard.push(words),
  })
  const behavior = (key: string): Behavior => recorder.state().byKey.get(key) as Behavior
  return {
    db,
    io,
    session,
    recorder,
    heard,
    press(keys) {
      for (const key of keyList(keys)) recorder.press(key)
    },
    pass(ms) {
      for (let left = ms; left > 0; left -= 200) {
        io.pass(Math.min(200, left))
        recorder.tick()
      }
    },
    stored: () => recordsOf(db, session.number).map((record) => inShort(record, recorder.state().byId)),
    tally: (key) => tallyOf(recorder.state(), behavior(key)),
    behavior,
  }
}

export function keyList(keys: string): Key[] {
  return [...keys.matchAll(/<([^>]+)>|(.)/gsu)].map(([, name, text]) =>
    name !== undefined
      ? { name, text: name === 'space' ? ' ' : '' }
      : { name: text === ' ' ? 'space' : (text ?? ''), text: text ?? '' },
  )
}

export function inShort(record: SessionRecord, byId: ReadonlyMap<number, Behavior>): string {
  const key = record.behavior === null ? 'note' : byId.get(record.behavior)?.key
  const marks: Partial<Record<SessionRecord['mark'], string>> = { start: '+', stop: '-' }
  const value = record.mark === 'interval' || record.mark === 'check' ? `=${record.value}` : ''
  return [
    `${key}${marks[record.mark] ?? value}@${record.atMs}`,
    ...Object.entries(record.modifiers).map(([name, chosen]) => `${name}=${chosen}`),
    ...(record.words === null ? [] : [`"${record.words}"`]),
    ...(record.flag === null ? [] : [`!${record.flag}`]),
  ].join(' ')
}
