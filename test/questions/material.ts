import { readdirSync, readFileSync } from 'node:fs'
import { forSelf } from '../../src/domain/audience.ts'
import {
  type Behavior,
  isIntervalTechnique,
  type Modifier,
  type Observation,
  type Reflection,
  type SessionRecord,
  type Stage,
  type Technique,
} from '../../src/domain/model.ts'
import { summarize } from '../../src/measures/summary.ts'
import { type Material, parseTemplates, type QuestionTemplate } from '../../src/questions/index.ts'

const FOLDER = new URL('../../templates/questions/', import.meta.url)

export const SHIPPED_FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, text: readFileSync(new URL(name, FOLDER), 'utf8') }))

export const SHIPPED: readonly QuestionTemplate[] = parseTemplates(SHIPPED_FILES)

export const templates = (text: string): QuestionTemplate[] => parseTemplates([{ name: 'own.yaml', text }])

const MINUTE = 60_000

type Entry = Pick<SessionRecord, 'mark'> & Partial<SessionRecord>

/** What somebody recorded with each technique: enough of it that every slot has something to say. */
const ENTRIES: Readonly<Record<Technique, { modifiers: Modifier[]; name: string; entries: Entry[] }>> = {
  event: {
    name: 'asks a question',
    modifiers: [{ name: 'level', values: ['recall', 'analysis'] }],
    entries: [
      { mark: 'point', atMs: 30_000, modifiers: { level: 'recall' } },
      { mark: 'point', atMs: 95_000, modifiers: { level: 'recall' }, words: 'two people look up' },
      { mark: 'point', atMs: 700_000, modifiers: { level: 'analysis' } },
    ],
  },
  duration: {
    name: 'talks',
    modifiers: [{ name: 'subject', values: ['Ben', 'patient'] }],
    entries: [
      { mark: 'start', atMs: 10_000, modifiers: { subject: 'Ben' } },
      { mark: 'stop', atMs: 70_000, starts: 1 },
      { mark: 'start', atMs: 200_000, modifiers: { subject: 'patient' } },
      { mark: 'stop', atMs: 650_000, starts: 3 },
    ],
  },
  latency: {
    name: 'wait after a question',
    modifiers: [],
    entries: [
      { mark: 'start', atMs: 10_000 },
      { mark: 'stop', atMs: 13_000, starts: 1 },
      { mark: 'start', atMs: 200_000 },
      { mark: 'stop', atMs: 212_000, starts: 3 },
      { mark: 'start', atMs: 400_000 },
    ],
  },
  'partial-interval': { name: 'hands on the tools', modifiers: [], entries: intervals() },
  'whole-interval': { name: 'faces the group', modifiers: [], entries: intervals() },
  momentary: { name: 'at the bedside', modifiers: [], entries: intervals() },
  verbatim: {
    name: 'words of thanks',
    modifiers: [
      { name: 'from', values: ['Reyes', 'Ito'] },
      { name: 'to', values: ['Reyes', 'Ito'] },
    ],
    entries: [
      { mark: 'point', atMs: 62_000, words: 'What did we change?', modifiers: { from: 'Reyes', to: 'Ito' } },
      {
        mark: 'point',
        atMs: 300_000,
        words: 'Thank you for waiting.',
        modifiers: { from: 'Reyes', to: 'Ito' },
      },
      {
        mark: 'point',
        atMs: 800_000,
        words: 'I will call back at 4.',
        modifiers: { from: 'Ito', to: 'Reyes' },
      },
    ],
  },
  anecdotal: {
    name: 'handover',
    modifiers: [],
    entries: [
      { mark: 'point', atMs: 45_000, words: 'Ben opens the chart and turns the screen to Cy.' },
      { mark: 'point', atMs: 500_000, words: 'Cy points at line 12 and asks about the dose.' },
    ],
  },
  checklist: {
    name: 'start of shift',
    modifiers: [
      { name: 'item', values: ['names the aim', 'shows the board', 'asks for questions', 'reads back'] },
    ],
    entries: [
      { mark: 'check', value: 1, atMs: 65_000, modifiers: { item: 'names the aim' } },
      { mark: 'check', value: 1, atMs: 90_000, modifiers: { item: 'shows the board' } },
      { mark: 'check', value: 0, atMs: 400_000, modifiers: { item: 'asks for questions' } },
      { mark: 'check', value: null, atMs: 500_000, modifiers: { item: 'reads back' } },
    ],
  },
}

function intervals(): Entry[] {
  return Array.from({ length: 40 }, (_, index) => ({
    mark: 'interval',
    atMs: index * 30_000 + 5_000,
    value: index % 4 === 1 || index > 33 ? 1 : 0,
  }))
}

interface Wishes {
  readonly entries?: (technique: Technique) => readonly Entry[]
  readonly behavior?: Partial<Behavior>
  readonly goal?: string
  readonly answers?: Partial<Record<Stage, string>>
  readonly reflections?: readonly Reflection[]
  readonly place?: string
  readonly state?: 'running' | 'ended'
  readonly gaps?: Observation['gaps']
}

/** A session of 22 minutes on the morning of 20 November 2026, with one behavior for each technique. */
export function material(techniques: readonly Technique[], wishes: Wishes = {}): Material {
  const behaviors = techniques.map((technique, index) => behaviorOf(technique, index + 1, wishes))
  const records = behaviors.flatMap(({ id, technique }, index) =>
    (wishes.entries?.(technique) ?? ENTRIES[technique].entries).map((entry, at) => {
      const first = index * 1000
      const starts = entry.starts == null ? null : first + entry.starts
      return recordOf({ ...entry, behavior: id, number: first + at + 1, starts })
    }),
  )
  const observation: Observation = { session: sessionOf(wishes), behaviors, records, gaps: wishes.gaps ?? [] }
  return {
    observation: forSelf(observation),
    summary: forSelf(summarize(observation)),
    reflections: forSelf(wishes.reflections ?? reflectionsOf(wishes.answers ?? {})),
    goals: forSelf(wishes.goal === undefined ? [] : [goalOf(wishes.goal)]),
  }
}

const behaviorOf = (technique: Technique, id: number, wishes: Wishes): Behavior => ({
  id,
  behaviorId: id,
  uuid: `behavior-${id}`,
  version: 1,
  name: ENTRIES[technique].name,
  technique,
  key: String(id),
  request: `Please write down each ${ENTRIES[technique].name}.`,
  definition: 'Ben says a sentence that asks the group for words',
  examples: [],
  nonExamples: [],
  modifiers: ENTRIES[technique].modifiers,
  intervalMs: isIntervalTechnique(technique) ? 30_000 : null,
  ...wishes.behavior,
})

const recordOf = (entry: Entry): SessionRecord => ({
  number: 0,
  behavior: null,
  atMs: null,
  value: null,
  starts: null,
  modifiers: {},
  words: null,
  flag: null,
  kept: [],
  ...entry,
})

const person = (id: number, name: string) => ({ id, uuid: `person-${id}`, name, stage: null })

const sessionOf = ({ place, state = 'ended' }: Wishes): Observation['session'] => ({
  uuid: 'session',
  number: 3,
  agreement: {
    id: 1,
    uuid: 'agreement',
    coach: person(1, 'Ana Coach'),
    protege: person(2, 'Ben Reyes'),
    kind: 'coaching',
    choices: ['defer', 'learn', 'risk'],
    supervisor: false,
    share: ['self'],
    startedAt: '2026-11-01T08:00:00.000Z',
    endedAt: null,
  },
  observer: person(1, 'Ana Coach'),
  state,
  startedAt: '2026-11-20T08:15:00.000Z',
  timeZone: 'Europe/Madrid',
  plannedMs: null,
  lengthMs: 22 * MINUTE,
  place: place ?? null,
})

export const reflection = (stage: Stage, question: string, answer: string): Reflection => ({
  uuid: `reflection-${stage}`,
  session: 3,
  stage,
  question,
  answer,
  answeredAt: '2026-11-20T10:00:00.000Z',
})

const reflectionsOf = (answers: Partial<Record<Stage, string>>): Reflection[] =>
  Object.entries(answers).map(([stage, answer]) => reflection(stage as Stage, 'What comes to mind?', answer))

const goalOf = (words: string) => ({
  id: 1,
  uuid: 'goal',
  agreement: 1,
  session: null,
  behavior: null,
  words,
  evidence: null,
  direction: null,
  by: null,
  setAt: '2026-11-10T10:00:00.000Z',
  doneAt: null,
})
