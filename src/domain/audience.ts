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
} from './model.ts'
import type { Pseudonyms } from './pseudonyms.ts'
import { quoted } from './text.ts'

/*
 * What each audience may see, written here and nowhere else:
 * - `self`, the protégé and their coach: everything;
 * - `program`: totals of activity over at least five protégés, never what was observed;
 * - `research`: observations without names, dates or free words, but for what the protégé released.
 * There is none for whoever evaluates the protégé.
 */

declare const released: unique symbol
/** What has passed the rule of its audience, which is all that is ever rendered or exported. Only this file makes one. */
export type Released<Value> = Value & { readonly [released]: true }

/** Whoever may see observations at all. */
export type Reader = Exclude<Audience, 'program'>

/** What the protégés released beyond their consent to research, and the names that stand for all else. */
export interface Permission {
  /** Made for one output, so that two outputs can't be joined. */
  readonly hide: Pseudonyms
  /** UUIDs of the records whose words are released. */
  readonly records: ReadonlySet<string>
  /** UUIDs of the behaviors whose name, request, definition, examples and modifiers are released. */
  readonly behaviors: ReadonlySet<string>
}

/** All of it, untouched: it is theirs. */
export const forSelf = <Seen extends object>(seen: Seen): Released<Seen> => seen as Released<Seen>

/**
 * An observation under pseudonyms. Pure: the same permission gives the same answer, part by part of a session or whole.
 * @throws NotPermittedError that says whose consent is missing and how it is recorded
 */
export function forResearch(
  observation: IdentifiedObservation,
  permission: Permission,
): Released<IdentifiedObservation> {
  const { protege, share } = observation.session.agreement
  if (!share.includes('research')) {
    throw new NotPermittedError(
      `${protege.name} has not consented to share with the audience 'research'; if they wish to, coach agreement share ${quoted(protege.name)} --audience research records it.`,
    )
  }
  return pseudonymised(observation, permission) as Released<IdentifiedObservation>
}

/** What was said between protégé and coach (reflections, goals, actions, questions) stays between them. */
export const conversationFor = <Item>(audience: Audience, said: readonly Item[]): Released<readonly Item[]> =>
  (audience === 'self' ? said : []) as Released<readonly Item[]>

/** The names of phases, in the order of their sessions: people choose them, so others see which is which alone. */
export function phasesFor(audience: Audience, names: readonly string[]): Released<readonly string[]> {
  const inOrder = [...new Set(names)]
  const seen = audience === 'self' ? names : names.map((name) => `phase ${inOrder.indexOf(name) + 1}`)
  return seen as Released<readonly string[]>
}

/** What is computed from nothing but released values may go where they go. */
export const computedFrom = <const Given extends Released<object> | readonly Released<object>[], Made>(
  given: Given,
  compute: (given: Given) => Made,
): Released<Made> => compute(given) as Released<Made>

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

/** Those who consented to a program and did something: one with nothing done hides nobody, and is not counted. */
const countedOf = (activities: readonly Activity[]): Activity[] =>
  activities.filter(
    ({ agreement, sessions, questions, goals }) =>
      agreement.share.includes('program') && sessions + questions + goals > 0,
  )

const protegesIn = (activities: readonly Activity[]): number =>
  new Set(activities.map(({ agreement }) => agreement.protege.id)).size

/**
 * The totals that a program may see, over the protégés who consented.
 * @param leftOut what they did at other times, where the totals are of some time alone
 * @throws NotPermittedError for fewer than five protégés, with how many more it takes; also where the totals, taken from
 * those of all time, would leave what fewer than five did
 */
export function forProgram(
  activities: readonly Activity[],
  leftOut: readonly Activity[] = [],
): Released<ProgramTotals> {
  const counted = countedOf(activities)
  const proteges = protegesIn(counted)
  if (proteges < SMALLEST_GROUP) {
    throw new NotPermittedError(
      `A program sees totals over at least ${plural(SMALLEST_GROUP, 'protégé')} with sessions of their own, and ${proteges === 0 ? 'none has' : `${proteges} ${proteges === 1 ? 'has' : 'have'}`} consented; ${SMALLEST_GROUP - proteges} more would have to: coach agreement share PERSON --audience program.`,
    )
  }
  const others = protegesIn(countedOf(leftOut))
  if (others > 0 && others < SMALLEST_GROUP) {
    throw new NotPermittedError(
      `These totals, taken from those of all time, would leave what ${plural(others, 'protégé')} did; leave out --since and --until, or choose them so that at least ${SMALLEST_GROUP} did something outside, or nobody.`,
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

/**
 * Modifiers that the measures know by name. Their values are people: others than the protégé, who did not consent to
 * anything.
 */
const NAMES_OF_PEOPLE: readonly string[] = ['subject', 'from', 'to']

/** The modifiers of a behavior whose values are shown to research once the behavior is released. */
export const releasedModifiers = ({ modifiers }: Behavior): Modifier[] =>
  modifiers.filter(({ name }) => !NAMES_OF_PEOPLE.includes(name))

const WITHHELD = 'withheld'
/** Kept findings help a coach to look at their own words again, and are nobody else's business. */
const NOT_SHOWN: readonly string[] = []

function pseudonymised(
  { session, behaviors, records, gaps }: IdentifiedObservation,
  { hide, records: releasedRecords, behaviors: releasedBehaviors }: Permission,
): IdentifiedObservation {
  const isReleased = ({ uuid }: Behavior): boolean => releasedBehaviors.has(uuid)
  const releasedVersions = new Set<number | null>(behaviors.filter(isReleased).map(({ id }) => id))
  return {
    session: hiddenSession(session, hide),
    behaviors: behaviors.map((behavior) => hiddenBehavior(behavior, isReleased(behavior), hide)),
    records: records.map((record) => ({
      ...record,
      uuid: hide.uuid(record.uuid),
      behavior: record.behavior === null ? null : hide.number('version', record.behavior),
      modifiers: Object.fromEntries(
        Object.entries(record.modifiers).map((modifier) =>
          hiddenModifier(modifier, releasedVersions.has(record.behavior), hide),
        ),
      ),
      words: releasedRecords.has(record.uuid) ? record.words : null,
      kept: NOT_SHOWN,
    })),
    gaps,
  }
}

const hiddenModifier = (
  [name, value]: readonly [name: string, value: string],
  released: boolean,
  hide: Pseudonyms,
): readonly [name: string, value: string] =>
  NAMES_OF_PEOPLE.includes(name)
    ? [name, hide.label('value', value)]
    : released
      ? [name, value]
      : [hide.label('modifier', name), hide.label('value', value)]

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
    kept: NOT_SHOWN,
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
  name: hiddenModifier([name, ''], released, hide)[0],
  values: values.map((value) => hiddenModifier([name, value], released, hide)[1]),
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
