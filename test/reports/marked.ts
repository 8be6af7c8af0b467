import type { IdentifiedObservation } from '../../src/domain/model.ts'

/** Observations in which every text says that it is one, so that it can be looked for wherever it might come out. */

export const MARK = 'zqxj'

/** What the program itself writes, not people: the words of its own types, instants, and the name of a key. */
const OWN = new Set([
  ...['technique', 'mark', 'flag', 'reason', 'state', 'kind', 'choices', 'share'],
  ...['startedAt', 'endedAt', 'timeZone', 'key'],
])
/** The names of modifiers that the measures know. */
const KNOWN_MODIFIERS = new Set(['subject', 'from', 'to'])

/**
 * The same observation with every text in it marked, the names of modifiers too. Texts that were alike stay alike.
 * @param more what each of them says besides
 */
export function marked(observation: IdentifiedObservation, more = ''): IdentifiedObservation {
  const mark = (text: string): string => (KNOWN_MODIFIERS.has(text) ? text : `${text}${MARK}${more}`)
  const walk = (value: unknown, field: string): unknown => {
    if (typeof value === 'string') return OWN.has(field) ? value : mark(value)
    if (Array.isArray(value)) return value.map((item) => walk(item, field))
    if (typeof value !== 'object' || value === null) return value
    const chosen = field === 'modifiers' && !('values' in value)
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [chosen ? mark(name) : name, walk(inner, name)]),
    )
  }
  return walk(observation, '') as IdentifiedObservation
}
