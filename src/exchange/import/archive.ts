import { checkTerms } from '../../domain/agreement.ts'
import type { Clock } from '../../domain/clock.ts'
import { InputError } from '../../domain/errors.ts'
import { allAgreements } from '../../store/agreements.ts'
import { keptColumn, versionsOf } from '../../store/behaviors.ts'
import type { Database } from '../../store/database.ts'
import { personNamed } from '../../store/people.ts'
import { idOf, insertRow } from '../../store/unarchive.ts'
import { type Archive, type ArchivedAgreement, type ArchivedBehavior, archiveSchema } from '../schema.ts'
import { SCHEMA_VERSION } from '../version.ts'
import { archivedSessions, found, type Known } from './archived-sessions.ts'
import type { ReadSession } from './intake.ts'
import { gatherIssues, parseJson } from './json.ts'
import type { Problems } from './problems.ts'

/** What came in of an archive, and what was there already. */
export interface ArchiveRead {
  readonly sessions: readonly ReadSession[]
  readonly sessionsThere: number
  readonly behaviors: readonly string[]
}

/**
 * Brings in an archive as `coach export --format json` writes it. What is there already, by its uuid, stays as it is;
 * people are also known by their names.
 */
export function readArchive(
  text: string,
  file: string,
  { db, clock, problems }: { readonly db: Database; readonly clock: Clock; readonly problems: Problems },
): ArchiveRead {
  const nothing: ArchiveRead = { sessions: [], sessionsThere: 0, behaviors: [] }
  const archive = checked(parseJson(text, file), file, problems)
  if (archive === null) return nothing
  const known: Known = {
    people: new Map(archive.people.map((person) => [person.uuid, personId(db, person)])),
    agreements: new Map(),
    behaviors: new Map(),
    versions: new Map(),
    sessions: new Map(),
  }
  for (const [at, agreement] of archive.agreements.entries()) {
    problems.at(`agreements[${at}]`, () => addAgreement(db, agreement, known))
  }
  const fresh = archive.behaviors.flatMap((behavior, at) =>
    problems.at(`behaviors[${at}]`, () => addVersions(db, behavior, known))
      ? [behavior.versions.at(-1)?.name ?? '']
      : [],
  )
  const read = archivedSessions(archive.sessions, known, { db, clock, problems })
  for (const [at, agreement] of archive.agreements.entries()) {
    problems.at(`agreements[${at}]`, () => addTerms(db, agreement, known))
  }
  return { ...read, behaviors: fresh }
}

function checked(document: unknown, file: string, problems: Problems): Archive | null {
  const version = (document as { schema_version?: unknown } | null)?.schema_version
  if (typeof version === 'number' && version > SCHEMA_VERSION) {
    throw new InputError(
      `${file} was written by a newer coach (schema ${version}); install that one to read it.`,
    )
  }
  const result = archiveSchema.safeParse(document)
  if (result.success) return result.data
  gatherIssues(result.error.issues, problems)
  return null
}

function personId(db: Database, { uuid, name, stage }: Archive['people'][number]): number {
  const there = idOf(db, 'person', uuid) ?? personNamed(db, name)?.id
  return there ?? insertRow(db, 'person', { uuid, name, career_stage: stage })
}

/** @throws NotPermittedError when its terms are no agreement */
function addAgreement(db: Database, agreement: ArchivedAgreement, known: Known): void {
  const coach = found(known.people, agreement.coach, 'person')
  const protege = found(known.people, agreement.protege, 'person')
  const there = idOf(db, 'agreement', agreement.uuid)
  if (there !== undefined) {
    known.agreements.set(agreement.uuid, there)
    return
  }
  const { uuid, kind, choices, supervisor, started_at, ended_at } = agreement
  if (coach === protege) throw new InputError('joins one person with themselves')
  checkTerms({ kind, choices, supervises: supervisor, supervisorMentor: supervisor }, 'the protégé')
  const live = allAgreements(db).some(
    (other) => other.endedAt === null && other.coach.id === coach && other.protege.id === protege,
  )
  if (live && ended_at === null) {
    throw new InputError('the two have another agreement here; end that one first with coach agreement end')
  }
  known.agreements.set(
    uuid,
    insertRow(db, 'agreement', {
      uuid,
      coach_id: coach,
      protege_id: protege,
      kind,
      choices: JSON.stringify(choices),
      supervisor: supervisor ? 1 : 0,
      started_at,
      ended_at,
    }),
  )
}

/** Adds a behavior, or the versions of one that is there; true when it is new. */
function addVersions(db: Database, behavior: ArchivedBehavior, known: Known): boolean {
  const { uuid, retired_at, versions } = behavior
  const agreement = found(known.agreements, behavior.agreement, 'agreement')
  const there = idOf(db, 'behavior', uuid)
  const id = there ?? insertRow(db, 'behavior', { uuid, agreement_id: agreement, retired_at })
  known.behaviors.set(uuid, id)
  const before = new Map(versionsOf(db, id).map((version) => [version.version, version]))
  for (const version of versions) {
    const same = before.get(version.version)
    if (same !== undefined && (same.name !== version.name || same.technique !== version.technique)) {
      throw new InputError(`version ${version.version} is '${same.name}' (${same.technique}) here`)
    }
    const versionId =
      same?.id ??
      insertRow(db, 'behavior_version', {
        behavior_id: id,
        version: version.version,
        name: version.name,
        technique: version.technique,
        key: version.key,
        request: version.request,
        definition: version.definition,
        kept: keptColumn(version.kept),
        examples: JSON.stringify(version.examples),
        non_examples: JSON.stringify(version.non_examples),
        modifiers: JSON.stringify(version.modifiers),
        interval_ms: version.interval_ms,
      })
    known.versions.set(`${uuid} ${version.version}`, versionId)
  }
  return there === undefined
}

/** What an agreement says about sessions, once they are in. */
function addTerms(db: Database, agreement: ArchivedAgreement, known: Known): void {
  const id = known.agreements.get(agreement.uuid)
  if (id === undefined) return
  const session = (uuid: string | null): number | null =>
    uuid === null ? null : found(known.sessions, uuid, 'session')
  const behavior = (uuid: string | null): number | null =>
    uuid === null ? null : found(known.behaviors, uuid, 'behavior')
  for (const { uuid, audience, record, given_at, withdrawn_at, ...about } of agreement.consents) {
    if (idOf(db, 'consent', uuid) !== undefined) continue
    insertRow(db, 'consent', {
      uuid,
      agreement_id: id,
      audience,
      session: session(about.session),
      record,
      behavior_id: behavior(about.behavior),
      given_at,
      withdrawn_at,
    })
  }
  for (const { uuid, name, from_session } of agreement.phases) {
    if (idOf(db, 'phase', uuid) !== undefined) continue
    insertRow(db, 'phase', { uuid, agreement_id: id, name, from_session: session(from_session) })
  }
  for (const goal of agreement.goals) {
    const { uuid, words, evidence, direction, by, set_at, done_at } = goal
    if (idOf(db, 'goal', uuid) !== undefined) continue
    const goalId = insertRow(db, 'goal', {
      uuid,
      agreement_id: id,
      session: session(goal.session),
      behavior_id: behavior(goal.behavior),
      words,
      evidence,
      direction,
      due: by,
      set_at,
      done_at,
    })
    for (const action of goal.actions) {
      if (idOf(db, 'action', action.uuid) !== undefined) continue
      insertRow(db, 'action', {
        uuid: action.uuid,
        goal_id: goalId,
        words: action.words,
        due: action.by,
        done_at: action.done_at,
      })
    }
  }
}
