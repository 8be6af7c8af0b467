import { agreementsOf } from '../domain/agreement.ts'
import { forResearch, forSelf, type Reader, type Released } from '../domain/audience.ts'
import { InputError } from '../domain/errors.ts'
import type { Behavior, IdentifiedObservation, Person, Session } from '../domain/model.ts'
import { nameMatches } from '../domain/names.ts'
import { pseudonyms } from '../domain/pseudonyms.ts'
import { behaviorsOfSession } from '../store/behaviors.ts'
import { permissionOf } from '../store/consents.ts'
import type { Database } from '../store/database.ts'
import { identifiedPages, type Reading } from '../store/records.ts'
import { allSessions, gapsOf } from '../store/sessions.ts'

/** Which sessions, and which of their behaviors, go into an export; what is left out does not narrow it. */
export interface Selection {
  readonly session?: Session | undefined
  readonly protege?: Person | undefined
  /** The key, the name or a prefix of the name of a behavior. */
  readonly behavior?: string | undefined
  /** Sessions that began at this moment or later. */
  readonly since?: Date | undefined
  /** Sessions that began before this moment. */
  readonly until?: Date | undefined
}

/**
 * A session with some of its records. A session comes in as many parts as it needs, in order, so that an export's
 * memory does not grow with the length of a session; all but the records is the same in each of them.
 */
export type Part = Released<IdentifiedObservation> & { readonly first: boolean; readonly last: boolean }

/** What an exporter reads, all of it as the audience may see it, but for `db` and `stored`. */
export interface Source {
  /** For what `self` alone may see besides observations. */
  readonly db: Database
  readonly audience: Reader
  readonly selection: Selection
  /** The sessions selected, as they are stored: whose data it is. */
  readonly stored: readonly Session[]
  /** Each session selected without its records, by session number. */
  readonly outlines: readonly Released<IdentifiedObservation>[]
  /** The parts of one of the outlines' sessions; each call begins again. */
  partsOf(outline: Released<IdentifiedObservation>, reading: Reading): Generator<Part>
  /** The parts of all sessions as they were made, in the order of `outlines`. */
  parts(): Generator<Part>
}

const RECORDS_IN_A_PART = 100

/**
 * @param key the secret behind the pseudonyms of `research`, fresh for every export
 * @throws InputError when no session has the behavior selected
 * @throws NotPermittedError when a protégé has not consented to the audience
 */
export function openSource(db: Database, selection: Selection, audience: Reader, key: string): Source {
  const stored = selectedSessions(db, selection)
  const permission = permissionOf(db, agreementsOf(stored), pseudonyms(key))
  const release = (observation: IdentifiedObservation): Released<IdentifiedObservation> =>
    audience === 'self' ? forSelf(observation) : forResearch(observation, permission)
  const opened = stored
    .map((session) => openSession(db, session, selection))
    .filter(({ behaviors }) => selection.behavior === undefined || behaviors.length > 0)
    .map((observation) => ({ observation, outline: release(observation) }))
    .toSorted((a, b) => a.outline.session.number - b.outline.session.number)
  if (selection.behavior !== undefined && opened.length === 0) {
    throw new InputError(
      `No session selected has a behavior '${selection.behavior}'; coach behavior list shows them.`,
    )
  }
  // A scan reads each page once; a large cache of them would be most of an export's memory.
  db.pragma('cache_size = -1000')
  const behind = new Map(opened.map(({ outline, observation }) => [outline, observation]))
  const outlines = [...behind.keys()]
  const partsOf = (outline: Released<IdentifiedObservation>, reading: Reading): Generator<Part> =>
    inParts(db, behind.get(outline) ?? outline, selection, reading, release)
  return {
    db,
    audience,
    selection,
    stored: opened.map(({ observation }) => observation.session),
    outlines,
    partsOf,
    *parts() {
      for (const outline of outlines) yield* partsOf(outline, 'made')
    },
  }
}

/** The sessions that a selection means, by number. */
export const selectedSessions = (db: Database, { session, protege, since, until }: Selection): Session[] =>
  allSessions(db, protege).filter(
    ({ number, startedAt }) =>
      (session === undefined || number === session.number) &&
      (since === undefined || Date.parse(startedAt) >= since.getTime()) &&
      (until === undefined || Date.parse(startedAt) < until.getTime()),
  )

const openSession = (db: Database, session: Session, { behavior }: Selection): IdentifiedObservation => ({
  session,
  behaviors: chosen(behaviorsOfSession(db, session.number), behavior),
  records: [],
  gaps: gapsOf(db, session.number),
})

function chosen(behaviors: Behavior[], text: string | undefined): Behavior[] {
  if (text === undefined) return behaviors
  const byKey = behaviors.filter(({ key }) => key === text)
  return byKey.length > 0 ? byKey : nameMatches(text, behaviors, ({ name }) => name)
}

function* inParts(
  db: Database,
  observation: IdentifiedObservation,
  { behavior }: Selection,
  reading: Reading,
  release: (part: IdentifiedObservation) => Released<IdentifiedObservation>,
): Generator<Part> {
  const wanted = new Set<number | null>(observation.behaviors.map(({ id }) => id))
  let first = true
  for (const page of identifiedPages(db, observation.session.number, reading, RECORDS_IN_A_PART)) {
    const records = behavior === undefined ? page : page.filter((record) => wanted.has(record.behavior))
    yield { ...release({ ...observation, records }), first, last: page.length < RECORDS_IN_A_PART }
    first = false
  }
}

/** The names of all modifiers in a source, in an order that no locale of the machine changes. */
export const modifierNames = ({ outlines }: Source): string[] =>
  [
    ...new Set(
      outlines.flatMap(({ behaviors }) =>
        behaviors.flatMap(({ modifiers }) => modifiers.map(({ name }) => name)),
      ),
    ),
  ].toSorted()
