import * as z from 'zod'
import { AUDIENCES, INTERVAL_TECHNIQUES, STAGES, TECHNIQUES } from '../domain/model.ts'
import { SCHEMA_VERSION } from './json.ts'

/** The shape of a report in JSON, for those who read it. Apart from what writes it, so that no report pays for loading zod. */

const count = z.int().nonnegative()
const length = z.number().nonnegative().describe('milliseconds')
const position = z.int().nonnegative().describe('milliseconds from the start of the session')
const instant = z.iso.datetime().describe('UTC')
const date = z.string().describe('as it was typed')
const figure = z
  .number()
  .nullable()
  .describe('as measured; null where it cannot be had, and then `why` says why')

/** An object with figures: those that are null, and no others, have their reason in `why`. */
const withFigures = <Figures extends z.ZodRawShape, Others extends z.ZodRawShape>(
  figures: Figures,
  others: Others,
) =>
  z.strictObject({ ...others, ...figures, why: z.record(z.string(), z.string().min(1)).optional() }).refine(
    (value) => {
      const fields = value as Readonly<Record<string, unknown>>
      const missing = Object.keys(figures).filter((name) => fields[name] === null)
      const explained = Object.keys((fields.why as object | undefined) ?? {})
      return explained.sort().join() === missing.sort().join()
    },
    { error: 'each figure that is null has its reason in `why`, and nothing else has' },
  )

const spread = { mean: figure, median: figure, sd: figure, min: figure, max: figure }
const distribution = withFigures(spread, { n: count.describe('how many values it describes') })

const modifiers = z.record(z.string(), z.string())

const kept = z
  .array(z.string())
  .optional()
  .describe('rules of the language checker whose findings the writer kept')

const words = z.strictObject({
  session: count,
  record: count.describe('its number in the session'),
  at_ms: position.nullable(),
  words: z.string(),
  modifiers,
  kept,
})

const latencies = withFigures(spread, {
  cues: count,
  answered: count,
  unanswered: count,
  across_gap: count.describe('answered only after a gap, so that nobody knows how long it took'),
  bins: z.array(z.strictObject({ from_ms: length, to_ms: length, count })),
})

const method = z.enum(INTERVAL_TECHNIQUES)

const intervals = withFigures(
  { scored: figure, percent: figure },
  {
    method,
    source: z.enum(['recorded', 'derived']),
    length_ms: length,
    observed: count,
    bias: z.string().describe('how the method misses true duration'),
  },
)

const entry = z.strictObject({
  item: z.string(),
  seen: count,
  not_seen: count,
  no_opportunity: count,
  first_ms: position.nullable(),
  first_seen_ms: position.nullable(),
})

const measureFigures = {
  rate_per_min: figure.describe('`count` per minute of `observed_ms`'),
  total_ms: figure.optional().describe('the sum of all bouts'),
  occupied_ms: figure.optional().describe('time with at least one bout running'),
  mean_ms: figure.optional(),
  median_ms: figure.optional(),
  sd_ms: figure.optional().describe('of the sample: divides by n - 1'),
  min_ms: figure.optional(),
  max_ms: figure.optional(),
  percent_of_observed: figure.optional().describe('`occupied_ms` of `observed_ms`'),
}

const measureOthers = {
  count,
  untimed: count.describe('how many of `count` carry no times'),
  observed_ms: length,
  outside: count.describe('recorded where nobody was observing'),
  unpaired: count.describe('records that no figure can use'),
  flags: z.strictObject({ bounce: count, recovered: count, ended: count }),
  bouts: count.optional(),
  splits: count.optional().describe('how many of `bouts` are there only because a gap split another'),
  inter_response_ms: distribution.optional(),
  latency_ms: latencies.optional(),
  intervals: intervals.optional(),
  quotes: z.array(words).optional(),
  notes: z.array(words).optional(),
  entries: z.array(entry).optional(),
}

const byValue = z.record(z.string(), withFigures(measureFigures, measureOthers))

const behavior = withFigures(measureFigures, {
  name: z.string(),
  key: z.string(),
  version: count,
  technique: z.enum(TECHNIQUES),
  request: z.string().describe("the protégé's own words"),
  definition: z.string(),
  kept,
  examples: z.array(z.string()),
  non_examples: z.array(z.string()),
  modifiers: z.array(z.strictObject({ name: z.string(), values: z.array(z.string()) })),
  ...measureOthers,
  by_modifier: z.record(z.string(), byValue).describe('modifier, then value'),
  by_subject: byValue.describe('the modifier `subject`'),
})

const session = z.strictObject({
  number: count,
  state: z.enum(['running', 'ended']),
  started_at: instant,
  time_zone: z.string(),
  planned_ms: length.nullable(),
  length_ms: length,
  observed_ms: length.describe('`length_ms` without gaps'),
  gap_ms: length,
  gaps: z.array(
    z.strictObject({
      from_ms: position,
      to_ms: position.nullable(),
      reason: z.enum(['pause', 'sleep', 'interruption']),
    }),
  ),
  protege: z.string(),
  coach: z.string(),
  observer: z.string(),
  place: z.string().nullable(),
})

const flow = z.strictObject({
  behavior: z.string(),
  people: z.array(z.string()),
  exchanges: z.array(z.strictObject({ from: z.string(), to: z.string(), count })),
  from_totals: z.array(count).describe('in the order of `people`'),
  to_totals: z.array(count).describe('in the order of `people`'),
  total: count,
  none: z.array(z.string()).describe('who had no exchange in either direction'),
  none_from: z.array(z.string()),
  none_to: z.array(z.string()),
  incomplete: count.describe('lacks who spoke, or to whom'),
})

const sequences = z.strictObject({
  total: count,
  pairs: z.array(z.strictObject({ first: z.string(), next: z.string(), count })),
})

const talkShare = z.strictObject({
  behavior: z.string(),
  unit: z.enum(['ms', 'words']),
  total: z.number(),
  unnamed: z.number().describe('without a subject, and not in `total`'),
  shares: z.array(withFigures({ percent: figure }, { subject: z.string(), amount: z.number() })),
})

const multiCode = z.strictObject({
  method,
  length_ms: length,
  intervals: count,
  marks: count,
  codes: z.array(
    withFigures(
      { percent_of_intervals: figure, percent_of_marks: figure },
      { behavior: z.string(), scored: count },
    ),
  ),
})

const goal = z.strictObject({
  id: count,
  words: z.string(),
  behavior: z.string().nullable(),
  evidence: z.string().nullable(),
  direction: z.enum(['increase', 'decrease']).nullable(),
  by: date.nullable(),
  set_at: instant,
  done_at: instant.nullable(),
  actions: z.array(
    z.strictObject({ id: count, words: z.string(), by: date.nullable(), done_at: instant.nullable() }),
  ),
})

const common = {
  schema_version: z.literal(SCHEMA_VERSION),
  audience: z.enum(AUDIENCES).exclude(['program']),
  behaviors: z.array(behavior),
  notes: z.array(words).describe('on the session as a whole'),
  flow: z.array(flow),
  sequences,
  talk_share: z.array(talkShare),
  multi_code: z.array(multiCode),
  questions: z.array(
    z.strictObject({ stage: z.enum(STAGES), text: z.string(), behavior: z.string().nullable() }),
  ),
  reflections: z.array(
    z.strictObject({
      session: count,
      stage: z.enum(STAGES),
      question: z.string(),
      answer: z.string(),
      answered_at: instant,
    }),
  ),
  goals: z.array(goal),
}

const averageFigures = {
  count: distribution.optional(),
  rate_per_min: distribution.optional(),
  inter_response_mean_ms: distribution.optional(),
  total_ms: distribution.optional(),
  mean_ms: distribution.optional(),
  percent_of_observed: distribution.optional(),
  latency_mean_ms: distribution.optional(),
  intervals_percent: distribution.optional(),
}

const averaged = z.strictObject({
  method: z.literal('averaged sessions'),
  units: z
    .array(z.array(count))
    .describe(
      'the numbers of the sessions in each unit; those of one unit are pooled before they are averaged',
    ),
  behaviors: z.array(
    z.strictObject({
      name: z.string(),
      version: count,
      technique: z.enum(TECHNIQUES),
      units: count.describe('in how many units it was watched'),
      ...averageFigures,
      by_modifier: z.record(z.string(), z.record(z.string(), z.strictObject(averageFigures))),
    }),
  ),
  multi_code: z.array(
    z.strictObject({
      method,
      length_ms: length,
      units: count,
      codes: z.array(
        z.strictObject({
          behavior: z.string(),
          percent_of_intervals: distribution,
          percent_of_marks: distribution,
        }),
      ),
    }),
  ),
})

/** One session, or several with their records pooled and their figures averaged. */
export const reportSchema = z.union([
  z.strictObject({ ...common, session }),
  z.strictObject({
    ...common,
    sessions: z.array(session),
    method: z.literal('pooled records'),
    length_ms: length,
    observed_ms: length,
    gap_ms: length,
    averaged,
  }),
])
