import type { Agreement, Behavior, Goal, Person } from '../../domain/model.ts'
import { allAgreements } from '../../store/agreements.ts'
import { behaviorRows, consentRows, peopleInOrder, phaseRows } from '../../store/archive.ts'
import { versionsOf } from '../../store/behaviors.ts'
import { actionsOf, goalsOf } from '../../store/goals.ts'
import type { Archive, ArchivedAgreement, ArchivedBehavior } from '../schema.ts'
import type { Source } from '../source.ts'

/** What an archive says besides sessions. */
type Register = Pick<Archive, 'people' | 'agreements' | 'behaviors'>

/** For `self` everything that belongs to what was selected; for others what the sessions themselves show. */
export const registerOf = (source: Source): Register =>
  source.audience === 'self' ? storedRegister(source) : shownRegister(source)

function shownRegister({ outlines }: Source): Register {
  const sessions = outlines.map(({ session }) => session)
  const agreements = unique(sessions.map(({ agreement }) => agreement))
  const people = sessions.flatMap(({ agreement, observer }) => [agreement.coach, agreement.protege, observer])
  const behaviors = new Map<string, ArchivedBehavior>()
  for (const { session, behaviors: watched } of outlines) {
    for (const behavior of watched) {
      const known = behaviors.get(behavior.uuid)?.versions ?? []
      if (known.some(({ version }) => version === behavior.version)) continue
      const versions = [...known, archivedVersion(behavior)].toSorted((a, b) => a.version - b.version)
      const { uuid } = behavior
      behaviors.set(uuid, { uuid, agreement: session.agreement.uuid, retired_at: null, versions })
    }
  }
  return {
    people: unique(people).map(archivedPerson),
    agreements: agreements.map((agreement) => ({ ...terms(agreement), consents: [], phases: [], goals: [] })),
    behaviors: [...behaviors.values()],
  }
}

const unique = <Item extends { readonly uuid: string }>(items: readonly Item[]): Item[] => [
  ...new Map(items.map((item) => [item.uuid, item])).values(),
]

function storedRegister(source: Source): Register {
  const agreements = agreementsOf(source)
  return {
    people: peopleIn(source, agreements).map(archivedPerson),
    agreements: agreements.map((agreement) => archivedAgreement(source, agreement)),
    behaviors: agreements.flatMap((agreement) => archivedBehaviors(source, agreement)),
  }
}

/** The agreements that an archive for `self` holds: those selected, with a session or without. */
export function agreementsOf({ db, selection, stored }: Source): Agreement[] {
  const { protege, ...narrower } = selection
  const narrowed = Object.values(narrower).some((value) => value !== undefined)
  const selected = new Set(stored.map(({ agreement }) => agreement.id))
  return allAgreements(db).filter(
    (agreement) =>
      (!narrowed || selected.has(agreement.id)) &&
      (protege === undefined || agreement.protege.id === protege.id),
  )
}

function peopleIn({ db, selection, stored }: Source, agreements: readonly Agreement[]): Person[] {
  const everybody = peopleInOrder(db)
  if (Object.values(selection).every((value) => value === undefined)) return everybody
  const named = new Set([
    ...agreements.flatMap(({ coach, protege }) => [coach.id, protege.id]),
    ...stored.map(({ observer }) => observer.id),
  ])
  return everybody.filter(({ id }) => named.has(id))
}

const archivedPerson = ({ uuid, name, stage }: Person): Archive['people'][number] => ({ uuid, name, stage })

const terms = (agreement: Agreement): Omit<ArchivedAgreement, 'consents' | 'phases' | 'goals'> => ({
  uuid: agreement.uuid,
  coach: agreement.coach.uuid,
  protege: agreement.protege.uuid,
  kind: agreement.kind,
  choices: [...agreement.choices],
  supervisor: agreement.supervisor,
  started_at: agreement.startedAt,
  ended_at: agreement.endedAt,
})

function archivedAgreement({ db, stored }: Source, agreement: Agreement): ArchivedAgreement {
  const inside = new Set(stored.map(({ uuid }) => uuid))
  return {
    ...terms(agreement),
    consents: consentRows(db, agreement)
      .filter(({ session }) => session === null || inside.has(session))
      .map(({ givenAt, withdrawnAt, ...rest }) => ({
        ...rest,
        given_at: givenAt,
        withdrawn_at: withdrawnAt,
      })),
    phases: phaseRows(db, agreement)
      .filter(({ fromSession }) => inside.has(fromSession))
      .map(({ fromSession, ...rest }) => ({ ...rest, from_session: fromSession })),
    goals: archivedGoals(db, agreement, new Map(stored.map(({ number, uuid }) => [number, uuid]))),
  }
}

/** @param sessions the uuids of the sessions that go out, by their numbers; a goal of another one stays */
function archivedGoals(
  db: Source['db'],
  agreement: Agreement,
  sessions: ReadonlyMap<number, string>,
): ArchivedAgreement['goals'] {
  const behaviors = new Map(behaviorRows(db, agreement).map(({ id, uuid }) => [id, uuid]))
  const goesOut = ({ session }: Goal): boolean => session === null || sessions.has(session)
  return goalsOf(db, agreement)
    .filter(goesOut)
    .map((goal) => ({
      uuid: goal.uuid,
      session: goal.session === null ? null : (sessions.get(goal.session) ?? null),
      behavior: goal.behavior === null ? null : (behaviors.get(goal.behavior) ?? null),
      words: goal.words,
      evidence: goal.evidence,
      direction: goal.direction,
      by: goal.by,
      set_at: goal.setAt,
      done_at: goal.doneAt,
      actions: actionsOf(db, goal).map(({ uuid, words, by, doneAt }) => ({
        uuid,
        words,
        by,
        done_at: doneAt,
      })),
    }))
}

const archivedBehaviors = ({ db }: Source, agreement: Agreement): ArchivedBehavior[] =>
  behaviorRows(db, agreement).map(({ id, uuid, retiredAt }) => ({
    uuid,
    agreement: agreement.uuid,
    retired_at: retiredAt,
    versions: versionsOf(db, id).map(archivedVersion),
  }))

const archivedVersion = (behavior: Behavior): ArchivedBehavior['versions'][number] => ({
  version: behavior.version,
  name: behavior.name,
  technique: behavior.technique,
  key: behavior.key,
  request: behavior.request,
  definition: behavior.definition,
  ...(behavior.kept !== undefined && behavior.kept.length > 0 && { kept: [...behavior.kept] }),
  examples: [...behavior.examples],
  non_examples: [...behavior.nonExamples],
  modifiers: behavior.modifiers.map(({ name, values }) => ({ name, values: [...values] })),
  interval_ms: behavior.intervalMs,
})
