import type { Clock } from '../domain/clock.ts'
import { InputError, NotPermittedError } from '../domain/errors.ts'
import type { Agreement, Audience, Choice, Person } from '../domain/model.ts'
import { quoted } from '../domain/text.ts'
import { type Database, statement } from './database.ts'
import { findPerson } from './people.ts'

interface Row {
  id: number
  uuid: string
  kind: Agreement['kind']
  choices: string
  supervisor: number
  share: string
  startedAt: string
  endedAt: string | null
  coachId: number
  coachUuid: string
  coachName: string
  coachStage: Person['stage']
  protegeId: number
  protegeUuid: string
  protegeName: string
  protegeStage: Person['stage']
}

const SELECT = `
  SELECT a.id, a.uuid, a.kind, a.choices, a.supervisor,
    (SELECT json_group_array(audience ORDER BY id) FROM consent
     WHERE agreement_id = a.id AND record IS NULL AND behavior_id IS NULL AND withdrawn_at IS NULL) AS share,
    a.started_at AS startedAt, a.ended_at AS endedAt,
    c.id AS coachId, c.uuid AS coachUuid, c.name AS coachName, c.career_stage AS coachStage,
    p.id AS protegeId, p.uuid AS protegeUuid, p.name AS protegeName, p.career_stage AS protegeStage
  FROM agreement a JOIN person c ON c.id = a.coach_id JOIN person p ON p.id = a.protege_id`

const fromRow = (row: Row): Agreement => ({
  id: row.id,
  uuid: row.uuid,
  coach: { id: row.coachId, uuid: row.coachUuid, name: row.coachName, stage: row.coachStage },
  protege: { id: row.protegeId, uuid: row.protegeUuid, name: row.protegeName, stage: row.protegeStage },
  kind: row.kind,
  choices: JSON.parse(row.choices) as Choice[],
  supervisor: row.supervisor === 1,
  share: JSON.parse(row.share) as Audience[],
  startedAt: row.startedAt,
  endedAt: row.endedAt,
})

export const allAgreements = (db: Database): Agreement[] =>
  statement<[], Row>(db, `${SELECT} ORDER BY a.id`).all().map(fromRow)

/** Those whose protégé shares with an audience. */
export const agreementsSharing = (db: Database, audience: Audience): Agreement[] =>
  allAgreements(db).filter(({ share }) => share.includes(audience))

/** @throws InputError when there is no agreement of that number */
export function agreementById(db: Database, id: number): Agreement {
  const row = statement<[number], Row>(db, `${SELECT} WHERE a.id = ?`).get(id)
  if (row === undefined) {
    throw new InputError(`There is no agreement ${id}; coach agreement list shows those that exist.`)
  }
  return fromRow(row)
}

export interface NewAgreement {
  readonly coach: Person
  readonly protege: Person
  readonly kind: Agreement['kind']
  readonly choices: readonly Choice[]
  readonly supervisor: boolean
  readonly share: readonly Audience[]
}

/** @throws InputError when the two already have a live agreement, or are one person */
export function addAgreement(db: Database, clock: Clock, terms: NewAgreement): Agreement {
  const { coach, protege } = terms
  if (coach.id === protege.id) {
    throw new InputError('An agreement joins two people; name somebody else than yourself.')
  }
  const live = liveAgreements(db).find((one) => one.protege.id === protege.id && one.coach.id === coach.id)
  if (live !== undefined) {
    throw new InputError(
      `${protege.name} already has agreement ${live.id} with ${coach.name}; end it first with coach agreement end ${live.id}.`,
    )
  }
  return db
    .transaction(() => {
      const at = clock.now().toISOString()
      const { lastInsertRowid } = db
        .prepare(
          `INSERT INTO agreement (uuid, coach_id, protege_id, kind, choices, supervisor, started_at)
           VALUES (?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          clock.uuid(),
          coach.id,
          protege.id,
          terms.kind,
          JSON.stringify(terms.choices),
          terms.supervisor ? 1 : 0,
          at,
        )
      const consent = db.prepare(
        'INSERT INTO consent (uuid, agreement_id, audience, given_at) VALUES (?, ?, ?, ?)',
      )
      for (const audience of terms.share) consent.run(clock.uuid(), lastInsertRowid, audience, at)
      return agreementById(db, Number(lastInsertRowid))
    })
    .immediate()
}

export function endAgreement(db: Database, clock: Clock, agreement: Agreement): Agreement {
  if (agreement.endedAt !== null) throw new InputError(`Agreement ${agreement.id} has already ended.`)
  db.prepare('UPDATE agreement SET ended_at = ? WHERE id = ?').run(clock.now().toISOString(), agreement.id)
  return agreementById(db, agreement.id)
}

export const liveAgreements = (db: Database): Agreement[] =>
  allAgreements(db).filter((agreement) => agreement.endedAt === null)

/**
 * The live agreement with the person named, or the only live one where nobody is named.
 * @throws InputError when the name fits nobody, or several agreements are possible
 * @throws NotPermittedError when the person has no live agreement
 */
export function findAgreement(db: Database, person: string | undefined): Agreement {
  const live = liveAgreements(db)
  if (person === undefined) {
    if (live.length === 1) return live[0] as Agreement
    if (live.length === 0) {
      throw new NotPermittedError(
        'No agreement stands; one starts with coach agree PERSON, after coach person add.',
      )
    }
    throw new InputError(
      `There are several agreements; name the person: ${live.map((one) => one.protege.name).join(', ')}.`,
    )
  }
  const protege = findPerson(db, person)
  const found = live.find((agreement) => agreement.protege.id === protege.id)
  if (found === undefined) {
    throw new NotPermittedError(
      `${protege.name} has not agreed to this; start with coach agree ${quoted(protege.name)}.`,
    )
  }
  return found
}
