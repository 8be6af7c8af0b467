import { z } from 'zod'
import { AUDIENCES, CAREER_STAGES, CHOICES, STAGES, TECHNIQUES } from '../domain/model.ts'
import { SCHEMA_VERSION } from './version.ts'

const uuid = z.string().min(1).max(100).describe('identifies it in every export')
const instant = z.iso.datetime().describe('UTC, with milliseconds')
const milliseconds = z.int().min(0)
const position = milliseconds.nullable().describe('milliseconds from the start of the session')
const text = z.string().max(1_000_000)

const mark = z.enum(['point', 'start', 'stop', 'interval', 'check', 'tally'])
const flag = z.enum(['bounce', 'recovered', 'ended']).nullable()
const modifiers = z.record(z.string(), z.string())
const kept = z.array(z.string()).describe('findings of the language checker that the writer chose to keep')
const value = z
  .int()
  .nullable()
  .describe('interval and check: 1 scored or seen, 0 not; tally: how many; null otherwise')
const starts = z.int().min(1).nullable().describe('for a stop: the number of the start that it ends')
const timeZone = z.string().refine(isTimeZone, 'not an IANA time zone, as Europe/Madrid is')

/** Whether the platform knows the zone; JSON Schema can't say that, so it stands beside it. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
  } catch {
    return false
  }
}

/** One line of jsonl. With `--columns`, a line has `schema_version` and the fields asked for. */
export const lineSchema = z
  .object({
    schema_version: z.literal(SCHEMA_VERSION),
    session: z.int().min(1),
    started_at: instant,
    time_zone: timeZone,
    length_ms: milliseconds,
    place: text.nullable(),
    person: text,
    observer: text,
    record: z.int().min(1),
    behavior: text.nullable().describe('null for a note on the session as a whole'),
    technique: z.enum(TECHNIQUES).nullable(),
    key: text.nullable(),
    interval_ms: milliseconds.nullable(),
    mark,
    time_ms: position,
    value,
    starts,
    words: text.nullable(),
    flag,
    kept,
    modifiers,
  })
  .partial()
  .required({ schema_version: true })
  .meta({ title: 'coach export --format jsonl: one line' })

const personSchema = z.object({ uuid, name: text.min(1), stage: z.enum(CAREER_STAGES).nullable() })

const recordSchema = z.object({
  number: z.int().min(1),
  uuid,
  behavior: uuid.nullable().describe('null for a note on the session as a whole'),
  version: z.int().min(1).nullable(),
  mark,
  at_ms: position,
  value,
  starts,
  modifiers,
  words: text.nullable(),
  flag,
  kept,
})

const versionSchema = z.object({
  version: z.int().min(1),
  name: text.min(1),
  technique: z.enum(TECHNIQUES),
  key: z.string().regex(/^[A-Za-z0-9]$/),
  request: text.regex(/\S/).describe("the protégé's own words"),
  definition: text,
  kept: kept.optional(),
  examples: z.array(text),
  non_examples: z.array(text),
  modifiers: z.array(z.object({ name: text, values: z.array(text) })),
  interval_ms: milliseconds.nullable(),
})

const behaviorSchema = z.object({
  uuid,
  agreement: uuid,
  retired_at: instant.nullable(),
  versions: z.array(versionSchema).min(1),
})

const consentSchema = z.object({
  uuid,
  audience: z.enum(AUDIENCES),
  session: uuid.nullable(),
  record: z.int().min(1).nullable().describe('with a session: releases the words of this record'),
  behavior: uuid.nullable().describe('releases what this behavior is'),
  given_at: instant,
  withdrawn_at: instant.nullable(),
})

const phaseSchema = z.object({ uuid, name: text, from_session: uuid })

const actionSchema = z.object({ uuid, words: text, by: text.nullable(), done_at: instant.nullable() })

const goalSchema = z.object({
  uuid,
  session: uuid.nullable(),
  behavior: uuid.nullable(),
  words: text,
  evidence: text.nullable(),
  direction: z.enum(['increase', 'decrease']).nullable(),
  by: text.nullable(),
  set_at: instant,
  done_at: instant.nullable(),
  actions: z.array(actionSchema),
})

const agreementSchema = z.object({
  uuid,
  coach: uuid,
  protege: uuid,
  kind: z.enum(['coaching', 'mentoring']),
  choices: z.array(z.enum(CHOICES)),
  supervisor: z.boolean().describe('a mentor who also supervises: no observation under it'),
  started_at: instant,
  ended_at: instant.nullable(),
  consents: z.array(consentSchema),
  phases: z.array(phaseSchema),
  goals: z.array(goalSchema),
})

const reflectionSchema = z.object({
  uuid,
  stage: z.enum(STAGES),
  question: text,
  answer: text,
  answered_at: instant,
})

const sessionSchema = z.object({
  uuid,
  number: z.int().min(1),
  agreement: uuid,
  observer: uuid,
  state: z.enum(['running', 'ended']),
  started_at: instant,
  time_zone: timeZone,
  planned_ms: milliseconds.nullable(),
  interval_ms: milliseconds.nullable().describe('the interval of this session, where it sets one'),
  length_ms: milliseconds.describe('gaps included'),
  place: text.nullable(),
  behaviors: z.array(z.object({ behavior: uuid, version: z.int().min(1) })),
  gaps: z.array(
    z.object({
      from_ms: milliseconds,
      to_ms: milliseconds.nullable(),
      reason: z.enum(['pause', 'sleep', 'interruption']),
    }),
  ),
  reflections: z.array(reflectionSchema),
  records: z.array(recordSchema),
})

/** Everything in a database, or what was selected of it. People and behaviors are named by their uuid. */
export const archiveSchema = z
  .object({
    schema_version: z.literal(SCHEMA_VERSION),
    people: z.array(personSchema),
    agreements: z.array(agreementSchema),
    behaviors: z.array(behaviorSchema),
    sessions: z.array(sessionSchema),
  })
  .meta({ title: 'coach export --format json' })

export type Archive = z.infer<typeof archiveSchema>
export type ArchivedAgreement = Archive['agreements'][number]
export type ArchivedBehavior = Archive['behaviors'][number]
export type ArchivedSession = Archive['sessions'][number]
export type ArchivedRecord = ArchivedSession['records'][number]

/** What a program sees: totals over at least five protégés, and nothing of what was observed. */
export const programSchema = z
  .object({
    schema_version: z.literal(SCHEMA_VERSION),
    audience: z.literal('program'),
    proteges: z.int().min(5),
    sessions: z.int().min(0),
    observed_minutes: z.int().min(0),
    questions: z.int().min(0).describe('questions that were answered'),
    goals: z.int().min(0),
  })
  .meta({ title: 'coach export --format json --for program' })

/** The JSON Schema of a format, which is also what reads it back. */
export const jsonSchema = (schema: z.ZodType): object => z.toJSONSchema(schema)
