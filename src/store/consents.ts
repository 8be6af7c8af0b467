import type { Permission } from '../domain/audience.ts'
import type { Clock } from '../domain/clock.ts'
import { InputError, NotPermittedError } from '../domain/errors.ts'
import type { Agreement, Audience } from '../domain/model.ts'
import { quoted } from '../domain/text.ts'
import type { Database } from './database.ts'

/** What a consent is for: the audience as a whole, or one thing released to it besides. */
export type Shared =
  | { readonly kind: 'whole' }
  | { readonly kind: 'record'; readonly session: number; readonly record: number }
  | { readonly kind: 'behavior'; readonly behaviorId: number }

export interface Consent {
  readonly uuid: string
  readonly audience: Audience
  readonly shared: Shared
  readonly givenAt: string
  readonly withdrawnAt: string | null
}

interface Row {
  uuid: string
  audience: Audience
  session: number | null
  record: number | null
  behaviorId: number | null
  givenAt: string
  withdrawnAt: string | null
}

const sharedOf = ({ session, record, behaviorId }: Row): Shared => {
  if (session !== null && record !== null) return { kind: 'record', session, record }
  return behaviorId === null ? { kind: 'whole' } : { kind: 'behavior', behaviorId }
}

/** Every consent under an agreement, withdrawn ones too, in the order in which they were given. */
export const consentsOf = (db: Database, agreement: Agreement): Consent[] =>
  db
    .prepare<[number], Row>(
      `SELECT uuid, audience, session, record, behavior_id AS behaviorId, given_at AS givenAt,
         withdrawn_at AS withdrawnAt
       FROM consent WHERE agreement_id = ? ORDER BY id`,
    )
    .all(agreement.id)
    .map((row) => ({
      uuid: row.uuid,
      audience: row.audience,
      shared: sharedOf(row),
      givenAt: row.givenAt,
      withdrawnAt: row.withdrawnAt,
    }))

/** The consents that stand now. */
export const liveConsents = (db: Database, agreement: Agreement): Consent[] =>
  consentsOf(db, agreement).filter(({ withdrawnAt }) => withdrawnAt === null)

const same = (a: Shared, b: Shared): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * Records what the protégé consents to; true unless that stood already.
 * @throws InputError when there is nothing there to release, or the audience could not see it
 * @throws NotPermittedError when one thing is released to an audience that the protégé does not share with
 */
export function giveConsent(
  db: Database,
  clock: Clock,
  agreement: Agreement,
  audience: Audience,
  shared: Shared,
): boolean {
  return db
    .transaction(() => {
      const live = liveConsents(db, agreement).filter((consent) => consent.audience === audience)
      if (live.some((consent) => same(consent.shared, shared))) return false
      if (shared.kind !== 'whole') {
        if (audience !== 'research') {
          throw new InputError(`Words and behaviors are released for research alone: --audience research.`)
        }
        if (!live.some((consent) => consent.shared.kind === 'whole')) {
          const { name } = agreement.protege
          throw new NotPermittedError(
            `${name} does not share with the audience '${audience}' yet; that comes first: coach agreement share ${quoted(name)} --audience ${audience}.`,
          )
        }
        if (shared.kind === 'record') checkHasWords(db, agreement, shared)
      }
      db.prepare(
        `INSERT INTO consent (uuid, agreement_id, audience, session, record, behavior_id, given_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        clock.uuid(),
        agreement.id,
        audience,
        shared.kind === 'record' ? shared.session : null,
        shared.kind === 'record' ? shared.record : null,
        shared.kind === 'behavior' ? shared.behaviorId : null,
        clock.now().toISOString(),
      )
      return true
    })
    .immediate()
}

function checkHasWords(
  db: Database,
  agreement: Agreement,
  { session, record }: { readonly session: number; readonly record: number },
): void {
  const words = db
    .prepare<[number, number, number], string | null>(
      `SELECT words FROM record JOIN session ON session.number = record.session
       WHERE session.number = ? AND record.number = ? AND session.agreement_id = ?`,
    )
    .pluck()
    .get(session, record, agreement.id)
  if (words === undefined || words === null) {
    throw new InputError(
      `${words === null ? 'There are no words in' : `${agreement.protege.name} has no`} record ${record} of session ${session}; coach session show ${session} lists them.`,
    )
  }
}

/**
 * Takes back one consent, or with `whole` everything shared with the audience; true when any stood. From the next
 * moment nothing leaves on it.
 */
export function withdrawConsent(
  db: Database,
  clock: Clock,
  agreement: Agreement,
  audience: Audience,
  shared: Shared,
): boolean {
  return db
    .transaction(() => {
      const taken = liveConsents(db, agreement).filter(
        (consent) =>
          consent.audience === audience && (shared.kind === 'whole' || same(consent.shared, shared)),
      )
      const withdraw = db.prepare('UPDATE consent SET withdrawn_at = ? WHERE uuid = ?')
      for (const { uuid } of taken) withdraw.run(clock.now().toISOString(), uuid)
      return taken.length > 0
    })
    .immediate()
}

/**
 * What the protégés of these agreements released for research.
 * @param hide made for this output
 */
export function permissionOf(
  db: Database,
  agreements: readonly Agreement[],
  hide: Permission['hide'],
): Permission {
  const released = (sql: string): Set<string> =>
    new Set(agreements.flatMap(({ id }) => db.prepare<[number], string>(sql).pluck().all(id)))
  const live = "consent.agreement_id = ? AND consent.audience = 'research' AND consent.withdrawn_at IS NULL"
  return {
    hide,
    records: released(
      `SELECT record.uuid FROM consent
       JOIN record ON record.session = consent.session AND record.number = consent.record WHERE ${live}`,
    ),
    behaviors: released(
      `SELECT behavior.uuid FROM consent JOIN behavior ON behavior.id = consent.behavior_id WHERE ${live}`,
    ),
  }
}
