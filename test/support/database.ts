import type { BehaviorDraft } from '../../src/domain/behavior.ts'
import type { Clock } from '../../src/domain/clock.ts'
import { CHOICES } from '../../src/domain/model.ts'
import { addAgreement } from '../../src/store/agreements.ts'
import { addBehavior, liveBehaviors } from '../../src/store/behaviors.ts'
import { openDatabase } from '../../src/store/database.ts'
import { addPerson, setMe } from '../../src/store/people.ts'
import { testIo } from './io.ts'

export const question: BehaviorDraft = {
  name: 'asks a question',
  technique: 'event',
  key: 'q',
  request: 'Please count my questions',
  definition: 'Ben says a sentence that asks the group for words',
  examples: [],
  nonExamples: [],
  modifiers: [{ name: 'level', values: ['recall', 'analysis'] }],
  intervalMs: null,
}
export const talk: BehaviorDraft = {
  ...question,
  name: 'talks',
  technique: 'duration',
  key: 't',
  request: 'How long do I talk?',
  definition: 'Ben says words to the group',
  modifiers: [],
}

/** A database in memory in which Ben Reyes asked Ana Coach for what is given. */
export function agreedDatabase(drafts: readonly BehaviorDraft[] = [question, talk], clock: Clock = testIo()) {
  const db = openDatabase(':memory:')
  const coach = addPerson(db, clock, 'Ana Coach')
  setMe(db, coach)
  const protege = addPerson(db, clock, 'Ben Reyes')
  const agreement = addAgreement(db, clock, {
    coach,
    protege,
    kind: 'coaching',
    choices: CHOICES,
    supervisor: false,
    share: ['self'],
  })
  for (const draft of drafts) addBehavior(db, clock, agreement, draft)
  const start = {
    agreement,
    observer: coach,
    behaviors: liveBehaviors(db, agreement),
    startedAt: clock.now(),
    timeZone: 'UTC',
    plannedMs: null,
    intervalMs: null,
    place: null,
  }
  return { db, clock, coach, protege, agreement, start }
}
