import type {
  Behavior,
  Flag,
  Gap,
  Mark,
  Observation,
  Person,
  SessionRecord,
  Technique,
} from '../../src/domain/model.ts'
import type { Figure } from '../../src/measures/types.ts'

const ana: Person = { id: 1, uuid: 'ana', name: 'Ana Coach', stage: null }
const ben: Person = { id: 2, uuid: 'ben', name: 'Ben Reyes', stage: 'induction' }

export function behavior(
  id: number,
  name: string,
  technique: Technique,
  more: { modifiers?: Record<string, string[]>; intervalMs?: number } = {},
): Behavior {
  return {
    id,
    behaviorId: id,
    uuid: `behavior-${id}`,
    version: 1,
    name,
    technique,
    key: 'q',
    request: `Please look at "${name}"`,
    definition: name,
    examples: [],
    nonExamples: [],
    modifiers: Object.entries(more.modifiers ?? {}).map(([modifier, values]) => ({ name: modifier, values })),
    intervalMs: more.intervalMs ?? null,
  }
}

/** A record before it is numbered; a stop belongs to the record before it. */
export interface Draft {
  behavior: Behavior | null
  mark: Mark
  atMs: number | null
  value?: number | null
  modifiers?: Record<string, string>
  words?: string
  flag?: Flag | null
}

type Modifiers = Record<string, string>

export const point = (
  of: Behavior | null,
  atMs: number,
  modifiers: Modifiers = {},
  words?: string,
): Draft[] => [{ behavior: of, mark: 'point', atMs, modifiers, ...(words !== undefined && { words }) }]

/** A bout, or a cue and its response; without an end, only its beginning. */
export const span = (
  of: Behavior,
  fromMs: number,
  toMs: number | null,
  modifiers: Modifiers = {},
  flag: Flag | null = null,
): Draft[] => [
  { behavior: of, mark: 'start', atMs: fromMs, modifiers },
  ...(toMs === null ? [] : [{ behavior: of, mark: 'stop' as const, atMs: toMs, flag }]),
]

export const interval = (of: Behavior, atMs: number, value: 0 | 1, modifiers: Modifiers = {}): Draft[] => [
  { behavior: of, mark: 'interval', atMs, value, modifiers },
]

export const check = (
  of: Behavior,
  atMs: number,
  value: 0 | 1 | null,
  modifiers: Modifiers = {},
): Draft[] => [{ behavior: of, mark: 'check', atMs, value, modifiers }]

export const tally = (of: Behavior, value: number, modifiers: Modifiers = {}): Draft[] => [
  { behavior: of, mark: 'tally', atMs: null, value, modifiers },
]

export function observation(
  lengthMs: number,
  behaviors: readonly Behavior[],
  drafts: readonly (readonly Draft[])[],
  more: { gaps?: readonly [number, number | null][]; number?: number } = {},
): Observation {
  const records = drafts.flat().map((draft, index): SessionRecord => {
    const number = index + 1
    return {
      number,
      behavior: draft.behavior?.id ?? null,
      mark: draft.mark,
      atMs: draft.atMs,
      value: draft.value ?? null,
      starts: draft.mark === 'stop' ? index : null,
      modifiers: draft.modifiers ?? {},
      words: draft.words ?? null,
      flag: draft.flag ?? null,
      kept: [],
    }
  })
  return {
    session: {
      uuid: 'session',
      number: more.number ?? 1,
      agreement: {
        id: 1,
        uuid: 'agreement',
        coach: ana,
        protege: ben,
        kind: 'coaching',
        choices: ['defer', 'learn', 'risk'],
        supervisor: false,
        share: ['self'],
        startedAt: '2026-11-20T08:15:00.000Z',
        endedAt: null,
      },
      observer: ana,
      state: 'ended',
      startedAt: '2026-11-20T08:15:00.000Z',
      timeZone: 'Europe/Madrid',
      plannedMs: null,
      lengthMs,
      place: null,
    },
    behaviors,
    records,
    gaps: (more.gaps ?? []).map(([fromMs, toMs]): Gap => ({ fromMs, toMs, reason: 'pause' })),
  }
}

export const seconds = (count: number): number => count * 1000

/** The reason for which a figure is undefined; the figure itself where it is not. */
export const whyOf = (figure: Figure | undefined): unknown => (figure?.value === null ? figure.why : figure)
