import type { Clock } from '../domain/clock.ts'
import { InputError } from '../domain/errors.ts'
import type { Action, Agreement, Goal } from '../domain/model.ts'
import type { Database } from './database.ts'

const GOALS = `
  SELECT id, uuid, agreement_id AS agreement, session, behavior_id AS behavior, words, evidence, direction,
    due AS by, set_at AS setAt, done_at AS doneAt FROM goal`
const ACTIONS = 'SELECT id, uuid, goal_id AS goal, words, due AS by, done_at AS doneAt FROM action'

/** The goals of an agreement, the first one first. */
export const goalsOf = (db: Database, agreement: Agreement): Goal[] =>
  db.prepare<[number], Goal>(`${GOALS} WHERE agreement_id = ? ORDER BY id`).all(agreement.id)

/** The first actions towards a goal. */
export const actionsOf = (db: Database, goal: Goal): Action[] =>
  db.prepare<[number], Action>(`${ACTIONS} WHERE goal_id = ? ORDER BY id`).all(goal.id)

/** @throws InputError when there is no goal of that number */
export function goalById(db: Database, id: number): Goal {
  const goal = db.prepare<[number], Goal>(`${GOALS} WHERE id = ?`).get(id)
  if (goal === undefined) throw new InputError(`There is no goal ${id}; coach goal list shows them.`)
  return goal
}

/** @throws InputError when there is no action of that number */
export function actionById(db: Database, id: number): Action {
  const action = db.prepare<[number], Action>(`${ACTIONS} WHERE id = ?`).get(id)
  if (action === undefined) throw new InputError(`There is no action ${id}; coach action list shows them.`)
  return action
}

export type NewGoal = Pick<Goal, 'session' | 'behavior' | 'words' | 'evidence' | 'direction' | 'by'>

/** Keeps a goal that the protégé set, in their words. */
export function addGoal(db: Database, clock: Clock, agreement: Agreement, goal: NewGoal): Goal {
  const words = goal.words.trim()
  if (words === '')
    throw new InputError('A goal is said in the protégé’s own words; type them in quotation marks.')
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO goal (uuid, agreement_id, session, behavior_id, words, evidence, direction, due, set_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      clock.uuid(),
      agreement.id,
      goal.session,
      goal.behavior,
      words,
      goal.evidence,
      goal.direction,
      goal.by,
      clock.now().toISOString(),
    )
  return goalById(db, Number(lastInsertRowid))
}

export function addAction(db: Database, clock: Clock, goal: Goal, words: string, by: string | null): Action {
  if (words.trim() === '') throw new InputError('An action is said in words; type them in quotation marks.')
  const { lastInsertRowid } = db
    .prepare('INSERT INTO action (uuid, goal_id, words, due) VALUES (?, ?, ?, ?)')
    .run(clock.uuid(), goal.id, words.trim(), by)
  return actionById(db, Number(lastInsertRowid))
}

export function finishGoal(db: Database, clock: Clock, goal: Goal): void {
  db.prepare('UPDATE goal SET done_at = coalesce(done_at, ?) WHERE id = ?').run(
    clock.now().toISOString(),
    goal.id,
  )
}

export function finishAction(db: Database, clock: Clock, action: Action): void {
  db.prepare('UPDATE action SET done_at = coalesce(done_at, ?) WHERE id = ?').run(
    clock.now().toISOString(),
    action.id,
  )
}
