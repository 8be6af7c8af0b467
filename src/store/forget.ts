import { createHash } from 'node:crypto'
import type { Clock } from '../domain/clock.ts'
import { InputError, StoreError } from '../domain/errors.ts'
import type { Person } from '../domain/model.ts'
import type { Database } from './database.ts'
import { disclosuresWith, emptyDisclosures, filesIn } from './disclosures.ts'
import { me } from './people.ts'

const AGREEMENTS = 'SELECT id FROM agreement WHERE protege_id = @person'
const SESSIONS = `SELECT number FROM session WHERE agreement_id IN (${AGREEMENTS})`
const BEHAVIORS = `SELECT id FROM behavior WHERE agreement_id IN (${AGREEMENTS})`
const GOALS = `SELECT id FROM goal WHERE agreement_id IN (${AGREEMENTS})`

/** What is about a protégé: each table with its rows, those first that others of them don't point at. */
const ABOUT: readonly (readonly [table: string, rows: string])[] = [
  ['consent', `agreement_id IN (${AGREEMENTS})`],
  ['phase', `agreement_id IN (${AGREEMENTS})`],
  ['import', `session IN (${SESSIONS})`],
  ['action', `goal_id IN (${GOALS})`],
  ['goal', `agreement_id IN (${AGREEMENTS})`],
  ['reflection', `session IN (${SESSIONS})`],
  ['gap', `session IN (${SESSIONS})`],
  ['void', `session IN (${SESSIONS})`],
  ['record', `session IN (${SESSIONS})`],
  ['session_behavior', `session IN (${SESSIONS})`],
  ['session', `agreement_id IN (${AGREEMENTS})`],
  ['behavior_version', `behavior_id IN (${BEHAVIORS})`],
  ['behavior', `agreement_id IN (${AGREEMENTS})`],
  ['agreement', 'protege_id = @person'],
]

/** Texts in which people write of others, with the agreement that each belongs to. */
const TEXTS = `
  SELECT agreement_id AS agreement, concat_ws(' ', words, record.modifiers) AS text
    FROM record JOIN session ON session.number = record.session
  UNION ALL SELECT agreement_id, concat_ws(' ', question, answer)
    FROM reflection JOIN session ON session.number = reflection.session
  UNION ALL SELECT agreement_id, place FROM session
  UNION ALL SELECT agreement_id, concat_ws(' ', words, evidence) FROM goal
  UNION ALL SELECT agreement_id, action.words FROM action JOIN goal ON goal.id = action.goal_id
  UNION ALL SELECT agreement_id, name FROM phase
  UNION ALL SELECT agreement_id, concat_ws(' ', name, request, definition, examples, non_examples, modifiers)
    FROM behavior_version JOIN behavior ON behavior.id = behavior_version.behavior_id`

/** What there is of a person. */
export interface Traces {
  /** Rows about them as a protégé, by table; tables with none are left out. */
  readonly rows: Readonly<Record<string, number>>
  /** Sessions of others that they observed, and agreements with others in which they are the coach. */
  readonly observed: number
  readonly coached: number
  /** Disclosures about them: when and for whom stays, what and whose does not. */
  readonly disclosures: number
  /** Texts about others that name them: nobody but their writers can take the name out. */
  readonly mentions: number
}

export function tracesOf(db: Database, person: Person): Traces {
  const count = (sql: string, values: object = { person: person.id }): number =>
    db.prepare<object, number>(sql).pluck().get(values) ?? 0
  const rows = ABOUT.map(
    ([table, where]) => [table, count(`SELECT count(*) FROM ${table} WHERE ${where}`)] as const,
  )
  return {
    rows: Object.fromEntries(rows.filter(([, number]) => number > 0)),
    observed: count(
      `SELECT count(*) FROM session WHERE observer_id = @person AND agreement_id NOT IN (${AGREEMENTS})`,
    ),
    coached: count('SELECT count(*) FROM agreement WHERE coach_id = @person'),
    disclosures: disclosuresAbout(db, person).length,
    mentions: count(
      `SELECT count(*) FROM (${TEXTS})
       WHERE agreement NOT IN (${AGREEMENTS}) AND instr(lower(text), lower(@name)) > 0`,
      { person: person.id, name: person.name },
    ),
  }
}

/** The disclosures that are about a person, or have their name in them. */
const disclosuresAbout = (db: Database, { id, name }: Person): number[] =>
  disclosuresWith(db, [
    name,
    ...db
      .prepare<object, string>(`SELECT uuid FROM agreement WHERE id IN (${AGREEMENTS})`)
      .pluck()
      .all({ person: id }),
  ])

/** The files to which data about a person went; those of everybody are `knownCopies`. */
export const filesAbout = (db: Database, person: Person): string[] =>
  filesIn(db, disclosuresAbout(db, person))

/** What is left of a person who was forgotten. */
export interface Receipt {
  readonly forgottenAt: string
  readonly removed: number
}

/**
 * Whether a person can be forgotten now.
 * @throws InputError for whoever keeps this database, and while a session with them is running
 */
export function checkMayForget(db: Database, person: Person): void {
  if (me(db)?.id === person.id) {
    throw new InputError(
      `${person.name} keeps this database; to forget them too, delete the file ${db.name} itself.`,
    )
  }
  const running = db
    .prepare<object, number>(`SELECT number FROM session WHERE state = 'running' AND number IN (${SESSIONS})`)
    .pluck()
    .get({ person: person.id })
  if (running !== undefined) {
    throw new InputError(
      `Session ${running} with ${person.name} is running; end it first: coach session end.`,
    )
  }
}

/**
 * Removes everything about a person as a protégé, and their name where they only observed or coached. Their rows are
 * gone when this returns; `sweep` takes care of the pages that they stood in.
 * @throws InputError as `checkMayForget` does
 */
export function forgetPerson(db: Database, clock: Clock, person: Person): Receipt {
  return db
    .transaction(() => {
      checkMayForget(db, person)
      const left = disclosuresAbout(db, person)
      const rows = ABOUT.map(
        ([table, where]) =>
          db.prepare(`DELETE FROM ${table} WHERE ${where}`).run({ person: person.id }).changes,
      )
      const removed = rows.reduce((sum, changes) => sum + changes, 0)
      removeName(db, clock, person)
      emptyDisclosures(db, left)
      const forgottenAt = clock.now().toISOString()
      // Whoever came back with a backup may be forgotten again.
      db.prepare(
        `INSERT INTO receipt (forgotten_at, digest, removed, disclosures) VALUES (?, ?, ?, ?)
         ON CONFLICT (digest) DO UPDATE SET forgotten_at = excluded.forgotten_at,
           removed = removed + excluded.removed, disclosures = disclosures + excluded.disclosures`,
      ).run(forgottenAt, receiptDigest(person.uuid), removed, left.length)
      return { forgottenAt, removed }
    })
    .immediate()
}

/** Others' sessions keep that somebody observed them, and no more. */
function removeName(db: Database, clock: Clock, { id }: Person): void {
  const needed = db
    .prepare<object>(
      'SELECT 1 FROM session WHERE observer_id = @id UNION SELECT 1 FROM agreement WHERE coach_id = @id',
    )
    .get({ id })
  if (needed === undefined) {
    db.prepare('DELETE FROM person WHERE id = ?').run(id)
    return
  }
  db.prepare('UPDATE person SET uuid = ?, name = ?, career_stage = NULL WHERE id = ?').run(
    clock.uuid(),
    freeName(db),
    id,
  )
}

function freeName(db: Database): string {
  const taken = new Set(
    db.prepare<[], string>("SELECT name FROM person WHERE name LIKE 'somebody forgotten%'").pluck().all(),
  )
  let name = 'somebody forgotten'
  for (let number = 2; taken.has(name); number++) name = `somebody forgotten ${number}`
  return name
}

/** Of a random identity that stands nowhere else any more: nobody can tell from it who it was. */
export const receiptDigest = (uuid: string): string => createHash('sha256').update(uuid).digest('hex')

/**
 * Rewrites the file without its free pages and empties the write-ahead log, so that nothing of what was deleted can be
 * read from either.
 * @throws StoreError when another program has the database open
 */
export function sweep(db: Database): void {
  if (!vacuumed(db)) {
    throw new StoreError(
      `${db.name} is open in another program, and free pages or the log may still hold what was deleted; end that program, then type coach doctor --fix.`,
    )
  }
}

function vacuumed(db: Database): boolean {
  try {
    db.exec('VACUUM')
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return false
    throw error
  }
  const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
  return result?.busy === 0
}
