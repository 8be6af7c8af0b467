import type { Clock } from '../domain/clock.ts'
import { InputError } from '../domain/errors.ts'
import type { Agreement, Session } from '../domain/model.ts'
import { nameMatches } from '../domain/names.ts'
import type { Database } from './database.ts'

/** Where a phase begins; it lasts until the next one. Sessions before the first are the baseline. */
export interface PhaseStart {
  readonly number: number
  readonly uuid: string
  readonly name: string
  /** The number of the session that it begins with. */
  readonly fromSession: number
  /** When that session began. */
  readonly startedAt: string
}

export const BASELINE = 'baseline'

/** The phases of an agreement, in order of time. */
export const phaseStarts = (db: Database, agreement: Agreement): PhaseStart[] =>
  db
    .prepare<[number], PhaseStart>(
      `SELECT p.id AS number, p.uuid, p.name, p.from_session AS fromSession, s.started_at AS startedAt
       FROM phase p JOIN session s ON s.number = p.from_session
       WHERE p.agreement_id = ? ORDER BY s.started_at, s.number`,
    )
    .all(agreement.id)

/** @throws InputError when the name says nothing, or a phase begins with that session already */
export function addPhase(db: Database, clock: Clock, name: string, session: Session): PhaseStart {
  const clean = name.trim().replaceAll(/\s+/g, ' ')
  if (clean === '') throw new InputError("A phase needs a name; type it in quotation marks, as 'I wait'.")
  return db
    .transaction(() => {
      const find = (): PhaseStart | undefined =>
        phaseStarts(db, session.agreement).find(({ fromSession }) => fromSession === session.number)
      const taken = find()
      if (taken !== undefined) {
        throw new InputError(
          `The phase '${taken.name}' begins with session ${session.number}; take it away first with coach phase remove ${taken.number}.`,
        )
      }
      db.prepare('INSERT INTO phase (uuid, agreement_id, name, from_session) VALUES (?, ?, ?, ?)').run(
        clock.uuid(),
        session.agreement.id,
        clean,
        session.number,
      )
      return find() as PhaseStart
    })
    .immediate()
}

/**
 * The one phase meant by its number, its name or a unique prefix of its name.
 * @throws InputError when none or several are meant
 */
export function phaseNamed(text: string, phases: readonly PhaseStart[]): PhaseStart {
  const byNumber = phases.filter(({ number }) => String(number) === text)
  const found = byNumber.length > 0 ? byNumber : nameMatches(text, phases, ({ name }) => name)
  if (found.length === 1) return found[0] as PhaseStart
  const list = (some: readonly PhaseStart[]): string =>
    some.map(({ number, name }) => `${number} (${name})`).join(', ')
  if (found.length > 1)
    throw new InputError(`'${text}' may be several; type one of the numbers ${list(found)}.`)
  throw new InputError(
    phases.length === 0
      ? "There is no phase yet; add one with coach phase add 'I wait' --from 5."
      : `There is no phase '${text}'; there are ${list(phases)}.`,
  )
}

/** Takes a phase away; its sessions belong to the one before it. */
export function removePhase(db: Database, phase: PhaseStart): void {
  db.prepare('DELETE FROM phase WHERE uuid = ?').run(phase.uuid)
}

/** The name of the phase that a session belongs to. */
export function phaseOfSession(
  { startedAt, number }: Pick<Session, 'startedAt' | 'number'>,
  phases: readonly PhaseStart[],
): string {
  const begun = phases.filter(
    (phase) => phase.startedAt < startedAt || (phase.startedAt === startedAt && phase.fromSession <= number),
  )
  return begun.at(-1)?.name ?? BASELINE
}
