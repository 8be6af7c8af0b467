import { InputError } from './errors.ts'
import type { Behavior, Modifier, SessionRecord } from './model.ts'
import { isIntervalTechnique } from './model.ts'

/** A behavior as it is asked for, before it has a version. */
export type BehaviorDraft = Pick<
  Behavior,
  | 'name'
  | 'technique'
  | 'key'
  | 'request'
  | 'definition'
  | 'kept'
  | 'examples'
  | 'nonExamples'
  | 'modifiers'
  | 'intervalMs'
>

/** Words that the observation log keeps for itself. */
export const LOG_WORDS = ['pause', 'resume', 'note', 'end'] as const

/**
 * The rules that need nothing but the draft itself; returns it trimmed.
 * @throws InputError that names the first rule broken and the flag that mends it
 */
export function checkDraft(draft: BehaviorDraft): BehaviorDraft {
  const name = draft.name.trim().replaceAll(/\s+/g, ' ')
  const request = draft.request.trim()
  const definition = draft.definition.trim()
  if (name === '') throw new InputError('A behavior needs a name; give one with --name.')
  if (LOG_WORDS.some((word) => word === name.toLowerCase())) {
    throw new InputError(`'${name}' has a meaning of its own in the observation log; choose another --name.`)
  }
  if (request === '') {
    throw new InputError(
      "Only what the protégé asked for is observed; give their own words with --request '…'.",
    )
  }
  if (definition === '') {
    throw new InputError(
      "Say what would be seen or heard, so that two people would count the same: --definition '…'.",
    )
  }
  if (!/^[A-Za-z0-9]$/.test(draft.key)) {
    throw new InputError(`A key is one letter or digit, not '${draft.key}'; choose another with --key.`)
  }
  checkModifiers(draft.modifiers)
  return {
    name,
    technique: draft.technique,
    key: draft.key,
    request,
    definition,
    kept: draft.kept ?? [],
    examples: draft.examples,
    nonExamples: draft.nonExamples,
    modifiers: draft.modifiers,
    intervalMs: isIntervalTechnique(draft.technique) ? draft.intervalMs : null,
  }
}

function checkModifiers(modifiers: readonly Modifier[]): void {
  const seen = new Set<string>()
  for (const { name, values } of modifiers) {
    if (seen.has(name))
      throw new InputError(`The modifier '${name}' is given twice; put its values in one --modifier.`)
    seen.add(name)
    if (new Set(values).size !== values.length) {
      throw new InputError(`The modifier '${name}' names a value twice.`)
    }
  }
}

/**
 * A modifier as it is typed: `level: recall, analysis`.
 * @throws InputError when it has no name or no values
 */
export function parseModifier(text: string): Modifier {
  const colon = text.indexOf(':')
  const name = text.slice(0, Math.max(colon, 0)).trim()
  const values = text
    .slice(colon + 1)
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '')
  if (name === '' || values.length === 0) {
    throw new InputError(`'${text}' is not a modifier; type it as 'level: recall, analysis'.`)
  }
  return { name, values }
}

/**
 * Sorts chosen values into the modifiers that they belong to: each may be `value` or `name=value`.
 * @throws InputError when a value is unknown, fits several modifiers, or a modifier gets two values
 */
export function chooseModifiers(behavior: Behavior, chosen: readonly string[]): Record<string, string> {
  const result = new Map<string, string>()
  for (const text of chosen) {
    const [name, value] = modifierOf(behavior, text)
    const before = result.get(name) ?? value
    if (before !== value) {
      throw new InputError(
        `'${behavior.name}' takes one value of ${name}; '${before}' and '${value}' were given.`,
      )
    }
    result.set(name, value)
  }
  return Object.fromEntries(result)
}

function modifierOf(behavior: Behavior, text: string): readonly [string, string] {
  const equals = text.indexOf('=')
  const named = equals > 0 ? behavior.modifiers.find(({ name }) => name === text.slice(0, equals)) : undefined
  const value = named === undefined ? text : text.slice(equals + 1)
  const fits = (named === undefined ? behavior.modifiers : [named]).filter(({ values }) =>
    values.includes(value),
  )
  const [only] = fits
  if (only !== undefined && fits.length === 1) return [only.name, value]
  if (fits.length > 1) {
    throw new InputError(
      `'${value}' may be ${fits.map(({ name }) => name).join(' or ')} of '${behavior.name}'; type it as ${only?.name}=${value}.`,
    )
  }
  const known = behavior.modifiers.map(({ name, values }) => `${name}: ${values.join(', ')}`).join('; ')
  throw new InputError(
    known === ''
      ? `'${behavior.name}' has no modifiers, so '${text}' has no place; words go in quotation marks.`
      : `'${text}' is no modifier of '${behavior.name}'; it takes ${known}.`,
  )
}

/** The value of a modifier in a record: never what every object has by that name, as `constructor`. */
export const chosenIn = (
  { modifiers }: Pick<SessionRecord, 'modifiers'>,
  name: string,
): string | undefined => (Object.hasOwn(modifiers, name) ? modifiers[name] : undefined)
