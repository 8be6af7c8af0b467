import { NotPermittedError } from './errors.ts'
import { plural } from './format.ts'
import type {
  Agreement,
  Audience,
  Behavior,
  IdentifiedObservation,
  Modifier,
  Person,
  Session,
  SessionRecord,
} from './model.ts'
import { type Pseudonyms, pseudonyms } from './pseudonyms.ts'

/*
 * What each audience may see, written here and nowhere else:
 * - `self`, the protégé and their coach: everything;
 * - `program`: totals of activity over at least five protégés, never what was observed;
 * - `research`: observations without names, dates or free words, but for what the protégé released.
 * There is none for whoever evaluates the protégé.
 */

declare const audience: unique symbol
/** What has passed the rule of its audience; only this file makes one. */
export type Released<Value> = Value & { readonly [audience]: true }

/** What the protégés released beyond their consent to the audience, and the secret behind its pseudonyms. */
export interface Permission {
  /** Fresh for every output, so that two outputs can't be joined. */
  readonly key: string
  /** UUIDs of the records whose words are released. */
  readonly records: ReadonlySet<string>
  /** UUIDs of the behaviors whose name, request, definition, examples and modifiers are released. */
  readonly behaviors: ReadonlySet<string>
}

/**
 * Whether an output about this agreement may go to the audience.
 * @throws NotPermittedError that says whose consent is missing and how it is recorded
 */
export function checkConsent(audience: Audience, { protege, share }: Agreement): void {
  if (audience === 'self' || share.includes(audience)) return
  throw new NotPermittedError(
    `${protege.name} has not consented to share with the audience '${audience}'; if they wish to, coach agreement share '${protege.name}' --audience ${audience} records it.`,
  )
}

/**
 * An observation as the audience may see it. Pure: the same permission gives the same answer, part by part of a session
 * or whole.
 * @throws NotPermittedError without a live consent, and for `program`, which never sees an observation
 */
export function forAudience(
  audience: Audience,
  observation: IdentifiedObservation,
  permission: Permission,
): Released<IdentifiedObservation> {
  checkConsent(audience, observation.session.agreement)
  if (audience === 'program') {
    throw new NotPermittedError(
      "The audience 'program' gets counts of activity alone, never what was observed; name --for self, or --for research.",
    )
  }
  const seen = audience === 'self' ? observation : pseudonymised(observation, permission)
  return seen as Released<IdentifiedObservation>
}

/** What was said between protégé and coach (reflections, goals, actions, questions) stays between them. */
export const conversationFor = <Item>(audience: Audience, said: readonly Item[]): readonly Item[] =>
  audience === 'self' ? said : []

/** How much was done under one agreement, with nothing of what was seen. */
export interface Activity {
  readonly agreement: Agreement
  readonly sessions: number
  readonly observedMs: number
  /** Questions that the protégé answered. */
  readonly questions: number
  readonly goals: number
}

export interface ProgramTotals {
  readonly proteges: number
  readonly sessions: number
  readonly observed_minutes: number
  readonly questions: number
  readonly goals: number
}

/** Fewer, and a total would say something about one of them. */
const SMALLEST_GROUP = 5

/**
 * The totals that a program may see, over the protégés who consented. One with nothing done hides nobody, and is not
 * counted.
 * @throws NotPermittedError for fewer than five protégés, with how many more it takes
 */
export function forProgram(activities: readonly Activity[]): Released<ProgramTotals> {
  const counted = activities.filter(
    ({ agreement, sessions, questions, goals }) =>
      agreement.share.includes('program') && sessions + questions + goals > 0,
  )
  const proteges = new Set(counted.map(({ agreement }) => agreement.protege.id)).size
  if (proteges < SMALLEST_GROUP) {
    throw new NotPermittedError(
      `A program sees totals over at least ${plural(SMALLEST_GROUP, 'protégé')} with sessions of their own, and ${proteges === 0 ? 'none has' : `${proteges} ${proteges === 1 ? 'has' : 'have'}`} consented; ${SMALLEST_GROUP - proteges} more would have to: coach agreement share PERSON --audience program.`,
    )
  }
  const total = (of: (activity: Activity) => number): number =>
    counted.reduce((sum, activity) => sum + of(activity), 0)
  return {
    proteges,
    sessions: total(({ sessions }) => sessions),
    observed_minutes: Math.round(total(({ observedMs }) => observedMs) / 60_000),
    questions: total(({ questions }) => questions),
    goals: total(({ goals }) => goals),
  } as Released<ProgramTotals>
}

/** Modifiers whose values are people: others than the protégé, who did not consent to anything. */
const NAMES_OF_PEOPLE: readonly string[] = ['subject', 'from', 'to']

const WITHHELD = 'withheld'

function pseudonymised(observation: IdentifiedObservation, permission: Permission): IdentifiedObservation {
  const hide = pseudonyms(permission.key)
  const behaviors = observation.behaviors.map((behavior) => ({
    released: permission.behaviors.has(behavior.uuid),
    behavior,
  }))
  const releasedVersions = new Set(
    behaviors.filter(({ released }) => released).map(({ behavior }) => behavior.id),
  )
  return {
    session: hiddenSession(observation.session, hide),
    behaviors: behaviors.map(({ behavior, released }) => hiddenBehavior(behavior, released, hide)),
    records: observation.records.map((record) => ({
      ...record,
      uuid: hide.uuid(record.uuid),
      behavior: record.behavior === null ? null : hide.number('version', record.behavior),
      modifiers: Object.fromEntries(
        Object.entries(record.modifiers).map(([name, value]) =>
          hiddenModifier(
            name,
            value,
            record.behavior !== null && releasedVersions.has(record.behavior),
            hide,
          ),
        ),
      ),
      ...hiddenWords(record, permission.records.has(record.uuid)),
    })),
    gaps: observation.gaps,
  }
}

const hiddenWords = (
  { words, kept }: SessionRecord,
  released: boolean,
): Pick<SessionRecord, 'words' | 'kept'> => (released ? { words, kept } : { words: null, kept: [] })

const hiddenModifier = (
  name: string,
  value: string,
  released: boolean,
  hide: Pseudonyms,
): readonly [name: string, value: string] => [
  released ? name : hide.label('modifier', name),
  released && !NAMES_OF_PEOPLE.includes(name) ? value : hide.label('value', value),
]

/** The career stage goes too: among few people it names one. */
const hiddenPerson = ({ id, uuid }: Person, hide: Pseudonyms): Person => ({
  id: hide.number('person', id),
  uuid: hide.uuid(uuid),
  name: hide.label('person', uuid),
  stage: null,
})

function hiddenBehavior(behavior: Behavior, released: boolean, hide: Pseudonyms): Behavior {
  const ids = {
    id: hide.number('version', behavior.id),
    behaviorId: hide.number('behavior', behavior.behaviorId),
    uuid: hide.uuid(behavior.uuid),
    modifiers: behavior.modifiers.map((modifier) => hiddenModifiers(modifier, released, hide)),
  }
  if (released) return { ...behavior, ...ids }
  return {
    ...behavior,
    ...ids,
    name: hide.label('behavior', behavior.uuid),
    request: WITHHELD,
    definition: WITHHELD,
    examples: [],
    nonExamples: [],
  }
}

const hiddenModifiers = ({ name, values }: Modifier, released: boolean, hide: Pseudonyms): Modifier => ({
  name: released ? name : hide.label('modifier', name),
  values: values.map((value) => hiddenModifier(name, value, released, hide)[1]),
})

/** Dates move by the protégé's own number of days; the time of day stays, without the zone that would say where. */
function hiddenSession(session: Session, hide: Pseudonyms): Session {
  const { agreement } = session
  const days = hide.days(agreement.protege.uuid)
  const moved = (instant: string): string => movedBy(days, instant)
  return {
    ...session,
    uuid: hide.uuid(session.uuid),
    number: hide.number('session', session.number),
    agreement: {
      ...agreement,
      id: hide.number('agreement', agreement.id),
      uuid: hide.uuid(agreement.uuid),
      coach: hiddenPerson(agreement.coach, hide),
      protege: hiddenPerson(agreement.protege, hide),
      startedAt: moved(agreement.startedAt),
      endedAt: agreement.endedAt === null ? null : moved(agreement.endedAt),
    },
    observer: hiddenPerson(session.observer, hide),
    startedAt: moved(wallClock(session)),
    timeZone: 'UTC',
    place: null,
  }
}

const DAY_MS = 86_400_000
const movedBy = (days: number, instant: string): string =>
  new Date(Date.parse(instant) + days * DAY_MS).toISOString()

/** What a clock on the wall showed as the session began, written as if it hung in UTC. */
function wallClock({ startedAt, timeZone }: Session): string {
  const instant = new Date(startedAt)
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant)
  return `${parts.replace(' ', 'T')}.${String(instant.getUTCMilliseconds()).padStart(3, '0')}Z`
}
