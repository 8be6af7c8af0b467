import { parse } from 'yaml'
import * as z from 'zod'
import { InputError } from '../domain/errors.ts'
import type { Dictionary } from './finding.ts'
import { families } from './rules/index.ts'

/** Those that look for words; what a definition lacks has none. */
const RULES = families.map(({ id }) => id)
const term = z.string().trim().min(1).max(200)

/** What stands in `dictionary.yaml`: terms to be found under a rule, and terms that are no finding for this user. */
const DICTIONARY = z.strictObject({
  add: z
    .array(
      z.strictObject({
        term,
        rule: z.string().refine((rule) => RULES.includes(rule), {
          error: ({ input }) => `no rule for words is called '${input}'; it takes one of ${RULES.join(', ')}`,
        }),
      }),
    )
    .default([]),
  remove: z.array(term).default([]),
})

/**
 * Reads a user's own dictionary.
 * @param name as the user knows the file
 * @throws InputError with each wrong place a line
 */
export function parseDictionary(text: string, name: string): Dictionary {
  const { data, problem } = dataOf(text)
  if (problem !== undefined) throw new InputError(`${name} is not YAML that can be read: ${problem}.`)
  const parsed = DICTIONARY.safeParse(data ?? {})
  if (parsed.success) return parsed.data
  throw new InputError(
    `${name} can't be used until this is mended; it has \`add\`, a list of \`term\` and \`rule\`, and \`remove\`, a list of terms:`,
    parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`),
  )
}

function dataOf(text: string): { data?: unknown; problem?: string } {
  try {
    return { data: parse(text, { maxAliasCount: 0 }) }
  } catch (error) {
    return { problem: ((error as Error).message.split('\n')[0] ?? '').replace(/:$/, '') }
  }
}
