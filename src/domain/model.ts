/**
 * The words of the field as types. Instants are UTC ISO 8601 with milliseconds;
 * positions and lengths inside a session are whole milliseconds from its start.
 */

export const TECHNIQUES = [
  'event',
  'duration',
  'latency',
  'partial-interval',
  'whole-interval',
  'momentary',
  'verbatim',
  'anecdotal',
  'checklist',
] as const
export type Technique = (typeof TECHNIQUES)[number]

export const INTERVAL_TECHNIQUES = ['partial-interval', 'whole-interval', 'momentary'] as const
export type IntervalTechnique = (typeof INTERVAL_TECHNIQUES)[number]

export const isIntervalTechnique = (technique: Technique): technique is IntervalTechnique =>
  (INTERVAL_TECHNIQUES as readonly Technique[]).includes(technique)

/** Who will read an output. There is no audience for whoever evaluates the protégé, on purpose. */
export const AUDIENCES = ['self', 'program', 'research'] as const
export type Audience = (typeof AUDIENCES)[number]

/** The three choices that a protégé makes on entering an agreement. */
export const CHOICES = ['defer', 'learn', 'risk'] as const
export type Choice = (typeof CHOICES)[number]

/** Career stages: everyone has a mentor and is one, at each of them. */
export const CAREER_STAGES = [
  'pre-employment',
  'induction',
  'experienced',
  'middle-manager',
  'executive',
] as const
export type CareerStage = (typeof CAREER_STAGES)[number]

export interface Person {
  readonly id: number
  readonly uuid: string
  readonly name: string
  readonly stage: CareerStage | null
}

export interface Agreement {
  readonly id: number
  readonly uuid: string
  readonly coach: Person
  readonly protege: Person
  readonly kind: 'coaching' | 'mentoring'
  readonly choices: readonly Choice[]
  /** True only for a mentoring relation whose mentor also supervises; coaching under it is refused. */
  readonly supervisor: boolean
  readonly share: readonly Audience[]
  readonly startedAt: string
  readonly endedAt: string | null
}

/** A named set of values, one of which is chosen as a record is made: `level: recall, analysis`. */
export interface Modifier {
  readonly name: string
  readonly values: readonly string[]
}

/** One version of what the protégé asked to have observed. Records point at a version, never at 'the latest'. */
export interface Behavior {
  /** The version's own id: what a record refers to. */
  readonly id: number
  /** The behavior that stays the same through its versions. */
  readonly behaviorId: number
  readonly uuid: string
  readonly version: number
  readonly name: string
  readonly technique: Technique
  /** One letter or digit, pressed in the live screen. */
  readonly key: string
  /** The protégé's own words. */
  readonly request: string
  readonly definition: string
  /** The findings of the language checker on the definition that the writer chose to keep, as rule ids. */
  readonly kept?: readonly string[]
  readonly examples: readonly string[]
  readonly nonExamples: readonly string[]
  readonly modifiers: readonly Modifier[]
  /**
   * Length of an interval, for the interval techniques alone. Inside a session it is the one that was used there,
   * which the session may set; null where each session has to say it.
   */
  readonly intervalMs: number | null
}

/**
 * What one record says:
 * - `point`: a moment (event), or words said or seen at it (verbatim, anecdotal)
 * - `start`, `stop`: onset and offset of a duration; cue and response of a latency
 * - `interval`: the interval that contains `atMs` was observed; `value` 1 scored, 0 not scored
 * - `check`: a checklist entry; `value` 1 seen, 0 not seen, null no opportunity
 * - `tally`: `value` occurrences counted without times; `atMs` is null
 */
export type Mark = 'point' | 'start' | 'stop' | 'interval' | 'check' | 'tally'

/**
 * What a reader must know about how a record came to be:
 * - `bounce`: an offset within 400 ms of its onset, perhaps a key that bounced
 * - `recovered`: an offset written at the last moment known, since nobody saw the real one
 * - `ended`: an offset written because the session ended while the duration ran
 */
export type Flag = 'bounce' | 'recovered' | 'ended'

export interface SessionRecord {
  /** Counts from 1 within its session; what people type to name a record. */
  readonly number: number
  /** The behavior version's id, or null for a note on the session as a whole. */
  readonly behavior: number | null
  readonly mark: Mark
  readonly atMs: number | null
  readonly value: number | null
  /** For a `stop`: the number of the `start` that it ends. */
  readonly starts: number | null
  readonly modifiers: Readonly<Record<string, string>>
  readonly words: string | null
  readonly flag: Flag | null
  /** The findings of the language checker that the writer chose to keep, as rule ids. */
  readonly kept: readonly string[]
}

/** A record with what tells it from every other, wherever its session is taken. Only what leaves the database needs it. */
export interface IdentifiedRecord extends SessionRecord {
  readonly uuid: string
}

export type GapReason = 'pause' | 'sleep' | 'interruption'

/** Time in a session when nobody was observing; `toMs` is null while it lasts. */
export interface Gap {
  readonly fromMs: number
  readonly toMs: number | null
  readonly reason: GapReason
}

export interface Session {
  readonly uuid: string
  /** Counts from 1 over the whole database; what people type. */
  readonly number: number
  readonly agreement: Agreement
  readonly observer: Person
  readonly state: 'running' | 'ended'
  readonly startedAt: string
  readonly timeZone: string
  /** How long it was meant to last. */
  readonly plannedMs: number | null
  /** From the start to the end, gaps included; while it runs, the last moment known. */
  readonly lengthMs: number
  readonly place: string | null
}

/** A session with everything seen in it: what the measures, reports and exports work on. Voided records are not in it. */
export interface Observation {
  readonly session: Session
  /** The behavior versions that were watched, whether or not anything was recorded of them. */
  readonly behaviors: readonly Behavior[]
  readonly records: readonly SessionRecord[]
  readonly gaps: readonly Gap[]
}

export interface IdentifiedObservation extends Observation {
  readonly records: readonly IdentifiedRecord[]
}

export const STAGES = [
  'plan',
  'recall',
  'notice',
  'pattern',
  'inference',
  'implication',
  'goal',
  'options',
  'commit',
  'coaching',
] as const
/** The stages of a reflective conversation, in the order in which they may be asked; `coaching` is about the coaching itself. */
export type Stage = (typeof STAGES)[number]

export interface Reflection {
  readonly uuid: string
  readonly session: number
  readonly stage: Stage
  readonly question: string
  readonly answer: string
  readonly answeredAt: string
}

export interface Goal {
  readonly id: number
  readonly uuid: string
  readonly agreement: number
  readonly session: number | null
  /** The behavior that the goal is about, where it is about one. */
  readonly behavior: number | null
  /** The protégé's own words. */
  readonly words: string
  /** What the data would show. */
  readonly evidence: string | null
  /** Which way the protégé wishes the data to move. */
  readonly direction: 'increase' | 'decrease' | null
  readonly by: string | null
  readonly setAt: string
  readonly doneAt: string | null
}

export interface Action {
  readonly id: number
  readonly uuid: string
  readonly goal: number
  readonly words: string
  readonly by: string | null
  readonly doneAt: string | null
}
