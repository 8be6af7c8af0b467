import type { Clock } from '../domain/clock.ts'
import { InputError } from '../domain/errors.ts'
import type { CareerStage, Person } from '../domain/model.ts'
import { nameMatches } from '../domain/names.ts'
import { quoted } from '../domain/text.ts'
import { type Database, statement } from './database.ts'

const SELECT = 'SELECT id, uuid, name, career_stage AS stage FROM person'

export const allPeople = (db: Database): Person[] =>
  db.prepare<[], Person>(`${SELECT} ORDER BY name COLLATE NOCASE, id`).all()

/** @throws InputError when somebody of that name is already there */
export function addPerson(
  db: Database,
  clock: Clock,
  name: string,
  stage: CareerStage | null = null,
): Person {
  const clean = name.trim()
  if (clean === '') throw new InputError("A person needs a name; type it in quotation marks, as 'Ben Reyes'.")
  if (personNamed(db, clean) !== undefined) {
    throw new InputError(`${clean} is already there; coach person list shows everybody.`)
  }
  const uuid = clock.uuid()
  const { lastInsertRowid } = db
    .prepare('INSERT INTO person (uuid, name, career_stage) VALUES (?, ?, ?)')
    .run(uuid, clean, stage)
  return { id: Number(lastInsertRowid), uuid, name: clean, stage }
}

/** Changes a name or a career stage; what is left out stays. */
export function editPerson(
  db: Database,
  person: Person,
  change: { readonly name?: string | undefined; readonly stage?: CareerStage | undefined },
): Person {
  const name = change.name?.trim() ?? person.name
  const stage = change.stage ?? person.stage
  const other = personNamed(db, name)
  if (name === '') throw new InputError('A person needs a name; give one with --name.')
  if (other !== undefined && other.id !== person.id) throw new InputError(`Another person is called ${name}.`)
  db.prepare('UPDATE person SET name = ?, career_stage = ? WHERE id = ?').run(name, stage, person.id)
  return { ...person, name, stage }
}

export const personNamed = (db: Database, name: string): Person | undefined =>
  statement<[string], Person>(db, `${SELECT} WHERE name = ?`).get(name)

/**
 * The one person meant by a full name, initials or a unique prefix of a name.
 * @throws InputError when nobody or several are meant
 */
export function findPerson(db: Database, text: string): Person {
  const people = allPeople(db)
  const found = nameMatches(text, people, (person) => person.name)
  if (found.length === 1) return found[0] as Person
  if (found.length > 1) {
    throw new InputError(
      `'${text}' may be ${found.map((person) => person.name).join(' or ')}; type more of the name.`,
    )
  }
  const known = people.map((person) => person.name).join(', ')
  throw new InputError(
    people.length === 0
      ? `Nobody is recorded yet; add them with coach person add ${quoted(text)}.`
      : `Nobody is called '${text}'; known are ${known}. Add a person with coach person add ${quoted(text)}.`,
  )
}

/** The person who uses this database, or undefined before `coach init`. */
export const me = (db: Database): Person | undefined =>
  statement<[], Person>(
    db,
    `${SELECT} WHERE id = (SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'me')`,
  ).get()

/** @throws InputError before `coach init` */
export function requireMe(db: Database): Person {
  const person = me(db)
  if (person === undefined) throw new InputError("Say who you are first: coach init --name 'Ana Coach'.")
  return person
}

export function setMe(db: Database, person: Person): void {
  db.prepare("INSERT OR REPLACE INTO setting (name, value) VALUES ('me', ?)").run(String(person.id))
}
