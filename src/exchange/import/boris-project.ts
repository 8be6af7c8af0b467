import { z } from 'zod'

/*
 * A BORIS project, format 7.0, and the shapes that older versions left behind: `file` as a list, modifiers as text,
 * events without a frame index. What is not read here may be anything.
 */

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')
const seconds = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d+(\.\d+)?$/)
      .transform(Number),
  ])
  .nullish()
  .transform((value) => value ?? 0)

/** Modifier sets by their number, or text: sets between `|`, values between `,`. */
const modifierSets = z
  .union([
    z
      .string()
      .transform((value) => value.split('|').map((values) => ({ name: '', values: values.split(',') }))),
    z
      .record(
        z.string(),
        z.looseObject({
          name: text,
          values: z
            .array(z.string())
            .nullish()
            .transform((values) => values ?? []),
        }),
      )
      .transform((sets) =>
        Object.entries(sets)
          .toSorted(([a], [b]) => Number(a) - Number(b))
          .map(([, { name, values }]) => ({ name, values })),
      ),
  ])
  .nullish()
  .transform((sets) => sets ?? [])

const behavior = z.looseObject({
  type: z.string(),
  key: text,
  code: z.string(),
  description: text,
  modifiers: modifierSets,
})

const observation = z.looseObject({
  type: text,
  date: text,
  description: text,
  'time offset': seconds,
  events: z.array(z.array(z.unknown()).min(3)),
  independent_variables: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((values) => values ?? {}),
  'observation time interval': z
    .tuple([seconds, seconds])
    .nullish()
    .transform((interval) => interval ?? [0, 0]),
  start_from_current_time: z.boolean().nullish(),
  media_info: z
    .looseObject({ length: z.record(z.string(), z.unknown()).nullish() })
    .nullish()
    .catch(null),
})

export const borisSchema = z.looseObject({
  project_format_version: z.string(),
  behaviors_conf: z.record(z.string(), behavior),
  observations: z.record(z.string(), observation),
})

export type BorisBehavior = z.infer<typeof behavior>
export type BorisObservation = z.infer<typeof observation>

/** The unset modifier, and the subject nobody chose. */
export const NO_MODIFIER = 'None'
export const NO_SUBJECT = 'No focal subject'
