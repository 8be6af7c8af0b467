import type { BehaviorDraft } from '../../domain/behavior.ts'
import type { Clock } from '../../domain/clock.ts'
import { InputError, UsageError } from '../../domain/errors.ts'
import {
  type Agreement,
  type Behavior,
  isIntervalTechnique,
  type Mark,
  type Modifier,
  type Technique,
} from '../../domain/model.ts'
import { addBehavior, behaviorNamed, liveBehaviors } from '../../store/behaviors.ts'
import type { Database } from '../../store/database.ts'
import { setModifiers } from '../../store/imports.ts'
import type { Place, Problems } from './problems.ts'

/** What a file says of a code. */
export interface CodeNotes {
  readonly technique: Technique
  readonly key?: string | undefined
  readonly definition?: string | undefined
  readonly modifiers?: readonly Modifier[]
  readonly intervalMs?: number | null
}

/** The behavior that a code came to be. */
export interface IncomingBehavior {
  readonly code: string
  /** The id of its version. */
  readonly version: number
  readonly name: string
  readonly key: string
  readonly technique: Technique
  /** The definition that the file brings; null where it brings none, or where the behavior was there. */
  readonly definition: string | null
  readonly marks: readonly Mark[]
  /** Whether it comes into being with this import. */
  readonly isNew: boolean
  /** The values of each modifier; those of a new behavior grow as they are seen. */
  readonly modifiers: Map<string, Set<string>>
  records: number
}

export interface CodebookOptions {
  /** Behaviors by their codes, as `--map` says; an empty one leaves the code out. */
  readonly map: ReadonlyMap<string, string>
  /** The protégé's request for a behavior that is new; null when it is not known yet. */
  readonly request: (code: string) => string | null
  /** For the definition of a behavior that has none: where its code is from. */
  readonly source: string
}

/** Which behavior each code of a file means. */
export interface Codebook {
  /** Null where the code is left out, or can't be a behavior; the latter is a problem. */
  behavior(agreement: Agreement, code: string, place: Place, notes: () => CodeNotes): IncomingBehavior | null
  /** The modifiers chosen, as JSON, or null for none. A value that is unknown to a behavior that was there is a problem. */
  choose(
    behavior: IncomingBehavior,
    chosen: readonly (readonly [string, string])[],
    place: Place,
  ): string | null
  of(agreement: Agreement): IncomingBehavior[]
  readonly all: readonly IncomingBehavior[]
  readonly leftOut: ReadonlySet<string>
  /**
   * To be called when all is read: the new behaviors get the modifiers that were seen.
   * @throws UsageError when `--map` names a code that was not
   */
  finish(): void
}

const MARKS: Readonly<Record<Technique, readonly Mark[]>> = {
  event: ['point', 'tally'],
  duration: ['start', 'stop', 'tally'],
  latency: ['start', 'stop'],
  'partial-interval': ['interval'],
  'whole-interval': ['interval'],
  momentary: ['interval'],
  verbatim: ['point'],
  anecdotal: ['point'],
  checklist: ['check'],
}

/** More codes would not be read. */
const LISTED = 30

/** More values than a person chooses from while they watch. */
const MOST_VALUES = 1000

export function codebook(db: Database, clock: Clock, problems: Problems, options: CodebookOptions): Codebook {
  const known = new Map<number, Map<string, IncomingBehavior | null>>()
  const all: IncomingBehavior[] = []
  const leftOut = new Set<string>()

  const meant = (agreement: Agreement, code: string, notes: () => CodeNotes): IncomingBehavior | null => {
    const live = liveBehaviors(db, agreement)
    const mapped = options.map.get(code)
    if (mapped === '') {
      leftOut.add(code)
      return null
    }
    const said = notes()
    const there = mapped === undefined ? sameAs(code, said.technique, live) : behaviorNamed(mapped, live)
    const behavior = there ?? addBehavior(db, clock, agreement, draftOf(code, said, live, options))
    return {
      code,
      version: behavior.id,
      name: behavior.name,
      key: behavior.key,
      technique: behavior.technique,
      definition: there === undefined ? said.definition?.trim() || null : null,
      marks: MARKS[behavior.technique],
      isNew: there === undefined,
      modifiers: new Map(behavior.modifiers.map(({ name, values }) => [name, new Set(values)])),
      records: 0,
    }
  }

  return {
    all,
    leftOut,
    behavior(agreement, code, place, notes) {
      const before = known.get(agreement.id)?.get(code)
      if (before !== undefined) return before
      const found = problems.at(place, () => meant(agreement, code, notes))
      const codes = known.get(agreement.id) ?? new Map<string, IncomingBehavior | null>()
      known.set(agreement.id, codes.set(code, found))
      if (found !== null) all.push(found)
      return found
    },
    choose: (behavior, chosen, place) => {
      const values: Record<string, string> = {}
      for (const [name, value] of chosen) {
        if (value === '') continue
        const of = valuesOf(behavior, name)
        if (of === undefined || !of.has(value)) {
          if (!behavior.isNew) {
            problems.add(
              place,
              `'${behavior.name}' has no modifier '${name}' with the value '${value}'; coach behavior edit can add it`,
            )
          } else if (of !== undefined && of.add(value).size === MOST_VALUES) {
            problems.add(place, `'${name}' has more than ${MOST_VALUES} values; it can't be a modifier`)
          }
        }
        Object.defineProperty(values, name, { value, enumerable: true })
      }
      return Object.keys(values).length === 0 ? null : JSON.stringify(values)
    },
    of: (agreement) => [...(known.get(agreement.id)?.values() ?? [])].filter((found) => found !== null),
    finish() {
      const seen = new Set([...known.values()].flatMap((codes) => [...codes.keys()]))
      for (const code of options.map.keys()) {
        if (seen.has(code)) continue
        const has = seen.size === 0 ? 'no codes' : [...seen].slice(0, LISTED).join(', ')
        throw new UsageError(`--map names '${code}', and the file has ${has}.`)
      }
      for (const behavior of all) {
        if (!behavior.isNew || behavior.modifiers.size === 0) continue
        const modifiers = [...behavior.modifiers].map(([name, values]) => ({ name, values: [...values] }))
        setModifiers(db, behavior.version, modifiers)
      }
    },
  }
}

/** The values of a modifier; a behavior that is new gets it now. */
function valuesOf({ isNew, modifiers }: IncomingBehavior, name: string): Set<string> | undefined {
  const known = modifiers.get(name)
  if (known !== undefined || !isNew) return known
  const values = new Set<string>()
  modifiers.set(name, values)
  return values
}

/**
 * The behavior that a code names in full, by its name or else its key. One that is recorded in another way is another:
 * the same code can be timed in one file and scored by intervals in the next.
 */
function sameAs(code: string, technique: Technique, live: readonly Behavior[]): Behavior | undefined {
  const alike = live.filter(
    (behavior) =>
      behavior.technique === technique ||
      (isIntervalTechnique(behavior.technique) && isIntervalTechnique(technique)),
  )
  const named = (name: string): Behavior | undefined =>
    alike.find((behavior) => behavior.name.toLowerCase() === name.toLowerCase())
  return (
    named(code.trim()) ?? named(nameBeside(code, technique)) ?? alike.find(({ key }) => key === code.trim())
  )
}

const nameBeside = (code: string, technique: Technique): string => `${code.trim()} (${technique})`

const PLACEHOLDER = 'not asked yet'

function draftOf(
  code: string,
  notes: CodeNotes,
  live: readonly Behavior[],
  { request, source }: CodebookOptions,
): BehaviorDraft {
  const taken = live.some(({ name }) => name.toLowerCase() === code.trim().toLowerCase())
  const name = taken ? nameBeside(code, notes.technique) : code.trim()
  return {
    name,
    technique: notes.technique,
    key: freeKey(name, notes.key, live),
    request: request(code) ?? PLACEHOLDER,
    definition: notes.definition?.trim() || `Coded as '${code.trim()}' in ${source}.`,
    examples: [],
    nonExamples: [],
    modifiers: notes.modifiers ?? [],
    intervalMs: notes.intervalMs ?? null,
  }
}

const KEYS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

/** Its own key, or the first letter of its code that is free, or the first that is. */
function freeKey(code: string, key: string | undefined, live: readonly Behavior[]): string {
  const taken = new Set(live.map((behavior) => behavior.key))
  const wanted = [...(key ?? ''), ...code.toLowerCase(), ...KEYS]
  const free = wanted.find((one) => KEYS.includes(one) && !taken.has(one))
  if (free === undefined)
    throw new InputError(`there are more codes than the ${KEYS.length} keys; --map CODE= leaves one out`)
  return free
}
