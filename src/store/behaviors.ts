import { type BehaviorDraft, checkDraft } from '../domain/behavior.ts'
import type { Clock } from '../domain/clock.ts'
import { InputError } from '../domain/errors.ts'
import { type Agreement, type Behavior, isIntervalTechnique } from '../domain/model.ts'
import { nameMatches } from '../domain/names.ts'
import { type Database, statement } from './database.ts'

interface Row {
  id: number
  behaviorId: number
  uuid: string
  version: number
  name: string
  technique: Behavior['technique']
  key: string
  request: string
  definition: string
  kept: string | null
  examples: string
  nonExamples: string
  modifiers: string
  intervalMs: number | null
}

const SELECT = `
  SELECT v.id, b.id AS behaviorId, b.uuid, v.version, v.name, v.technique, v.key, v.request, v.definition, v.kept,
    v.examples, v.non_examples AS nonExamples, v.modifiers, v.interval_ms AS intervalMs
  FROM behavior_version v JOIN behavior b ON b.id = v.behavior_id`
const LATEST = 'v.version = (SELECT max(version) FROM behavior_version WHERE behavior_id = b.id)'

const fromRow = (row: Row): Behavior => ({
  ...row,
  kept: row.kept === null ? [] : (JSON.parse(row.kept) as string[]),
  examples: JSON.parse(row.examples) as string[],
  nonExamples: JSON.parse(row.nonExamples) as string[],
  modifiers: JSON.parse(row.modifiers) as Behavior['modifiers'],
})

/** The live behaviors of an agreement, each in its latest version, in the order in which they were asked for. */
export const liveBehaviors = (db: Database, agreement: Agreement): Behavior[] =>
  statement<[number], Row>(
    db,
    `${SELECT} WHERE b.agreement_id = ? AND b.retired_at IS NULL AND ${LATEST} ORDER BY b.id`,
  )
    .all(agreement.id)
    .map(fromRow)

/** All behaviors of an agreement, retired ones too, in their latest version. */
export const allBehaviors = (db: Database, agreement: Agreement): (Behavior & { retired: boolean })[] =>
  db
    .prepare<[number], Row & { retired: number }>(
      `${SELECT.replace('SELECT', 'SELECT b.retired_at IS NOT NULL AS retired,')} WHERE b.agreement_id = ? AND ${LATEST} ORDER BY b.id`,
    )
    .all(agreement.id)
    .map(({ retired, ...row }) => ({ ...fromRow(row), retired: retired === 1 }))

/** Every version of one behavior, the first one first. */
export const versionsOf = (db: Database, behaviorId: number): Behavior[] =>
  statement<[number], Row>(db, `${SELECT} WHERE b.id = ? ORDER BY v.version`).all(behaviorId).map(fromRow)

/** The behavior versions that a session watches, with the interval length that it used. */
export const behaviorsOfSession = (db: Database, session: number): Behavior[] =>
  statement<[number], Row & { sessionIntervalMs: number | null }>(
    db,
    `${SELECT.replace('SELECT', 'SELECT session.interval_ms AS sessionIntervalMs,')}
       JOIN session_behavior watched ON watched.version_id = v.id
       JOIN session ON session.number = watched.session
       WHERE session.number = ? ORDER BY b.id, v.version`,
  )
    .all(session)
    .map(({ sessionIntervalMs, ...row }) => {
      const behavior = fromRow(row)
      const intervalMs = isIntervalTechnique(behavior.technique)
        ? (sessionIntervalMs ?? behavior.intervalMs)
        : null
      return { ...behavior, intervalMs }
    })

/**
 * Adds a behavior that the protégé asked for.
 * @throws InputError when the draft breaks a rule, or its key or name is taken
 */
export function addBehavior(
  db: Database,
  clock: Clock,
  agreement: Agreement,
  draft: BehaviorDraft,
): Behavior {
  return db
    .transaction(() => {
      const clean = checkDraft(draft)
      checkFree(liveBehaviors(db, agreement), clean)
      const { lastInsertRowid } = statement(
        db,
        'INSERT INTO behavior (uuid, agreement_id) VALUES (?, ?)',
      ).run(clock.uuid(), agreement.id)
      addVersion(db, Number(lastInsertRowid), 1, clean)
      return versionsOf(db, Number(lastInsertRowid))[0] as Behavior
    })
    .immediate()
}

/**
 * Changes a behavior. One with records keeps what it meant: the change becomes a new version.
 * @throws InputError as `addBehavior` does
 */
export function editBehavior(
  db: Database,
  agreement: Agreement,
  behavior: Behavior,
  change: Partial<BehaviorDraft>,
): Behavior {
  return db
    .transaction(() => {
      const clean = checkDraft({ ...behavior, ...change })
      checkFree(
        liveBehaviors(db, agreement).filter((other) => other.behaviorId !== behavior.behaviorId),
        clean,
      )
      const watched = db.prepare('SELECT 1 FROM session_behavior WHERE version_id = ?').get(behavior.id)
      if (watched === undefined) {
        db.prepare('DELETE FROM behavior_version WHERE id = ?').run(behavior.id)
        addVersion(db, behavior.behaviorId, behavior.version, clean)
      } else {
        addVersion(db, behavior.behaviorId, behavior.version + 1, clean)
      }
      return versionsOf(db, behavior.behaviorId).at(-1) as Behavior
    })
    .immediate()
}

/** Ends a behavior: its records stay, it is no longer watched, and its key is free. */
export function retireBehavior(db: Database, clock: Clock, behavior: Behavior): void {
  db.prepare('UPDATE behavior SET retired_at = ? WHERE id = ?').run(
    clock.now().toISOString(),
    behavior.behaviorId,
  )
}

/** Kept findings as the database holds them. */
export const keptColumn = (kept: readonly string[] | undefined): string | null =>
  kept === undefined || kept.length === 0 ? null : JSON.stringify(kept)

function addVersion(db: Database, behaviorId: number, version: number, draft: BehaviorDraft): void {
  statement(
    db,
    `INSERT INTO behavior_version (behavior_id, version, name, technique, key, request, definition, kept,
       examples, non_examples, modifiers, interval_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    behaviorId,
    version,
    draft.name,
    draft.technique,
    draft.key,
    draft.request,
    draft.definition,
    keptColumn(draft.kept),
    JSON.stringify(draft.examples),
    JSON.stringify(draft.nonExamples),
    JSON.stringify(draft.modifiers),
    draft.intervalMs,
  )
}

function checkFree(others: readonly Behavior[], draft: BehaviorDraft): void {
  const sameKey = others.find((other) => other.key === draft.key)
  if (sameKey !== undefined) {
    throw new InputError(
      `The key ${draft.key} belongs to '${sameKey.name}'; choose another with --key, or retire that behavior first.`,
    )
  }
  if (others.some((other) => other.name.toLowerCase() === draft.name.toLowerCase())) {
    throw new InputError(`There is already a behavior '${draft.name}'; choose another --name.`)
  }
}

/**
 * The one behavior meant by its key, its name or a unique prefix of its name.
 * @throws InputError that names the requested ones: a behavior that nobody requested cannot be recorded
 */
export function behaviorNamed<One extends Behavior>(text: string, behaviors: readonly One[]): One {
  const byKey = behaviors.filter((behavior) => behavior.key === text)
  const found = byKey.length > 0 ? byKey : nameMatches(text, behaviors, (behavior) => behavior.name)
  if (found.length === 1) return found[0] as One
  const list = behaviors.map((behavior) => `${behavior.key} (${behavior.name})`).join(', ')
  if (found.length > 1) {
    throw new InputError(
      `'${text}' may be ${found.map((behavior) => behavior.name).join(' or ')}; type the key or more of the name.`,
    )
  }
  throw new InputError(
    behaviors.length === 0
      ? 'Nothing has been requested yet; the protégé asks first: coach behavior add.'
      : `Nobody asked for '${text}' to be observed; requested are ${list}. What the protégé asks for is added with coach behavior add.`,
  )
}
