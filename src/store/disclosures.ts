import { createHash } from 'node:crypto'
import type { Clock } from '../domain/clock.ts'
import type { Agreement, Audience } from '../domain/model.ts'
import { liveConsents } from './consents.ts'
import type { Database } from './database.ts'
import { me } from './people.ts'

export const STANDARD_OUTPUT = 'standard output'

/** One time that data about one protégé left. */
export interface Disclosure {
  readonly uuid: string
  readonly at: string
  readonly audience: Audience
  /** Null when a person it was about has been forgotten since. */
  readonly content: DisclosureContent | null
}

export interface DisclosureContent {
  /** As people say it: `sessions 3 to 7 as csv`. */
  readonly what: string
  /** A path, or `STANDARD_OUTPUT`. */
  readonly destination: string
  /** The agreement that it was about, by uuid; null for a copy of the whole database. */
  readonly agreement: string | null
  /** The consents that it rested on, by uuid. */
  readonly consents: readonly string[]
}

export interface NewDisclosure {
  readonly what: string
  readonly audience: Audience
  readonly destination: string
  /** Those whose data left: an entry for each, since each protégé asks for their own. */
  readonly agreements: readonly Agreement[] | 'everything'
}

interface Row {
  id: number
  uuid: string
  at: string
  audience: Audience
  content: string | null
  digest: string
  hash: string
}

const SELECT = 'SELECT id, uuid, at, audience, content, digest, hash FROM disclosure ORDER BY id'

/** What left, the first one first. */
export const allDisclosures = (db: Database): Disclosure[] =>
  db
    .prepare<[], Row>(SELECT)
    .all()
    .map(({ content, uuid, at, audience }) => ({ uuid, at, audience, content: contentOf(content) }))

const contentOf = (text: string | null): DisclosureContent | null =>
  text === null ? null : (parsed<DisclosureContent>(text) ?? ALTERED)

export const countDisclosures = (db: Database): number =>
  db.prepare<[], number>('SELECT count(*) FROM disclosure').pluck().get() ?? 0

/** In the place of an entry that was altered so that nothing can be read from it; `chainFaults` names it. */
const ALTERED: DisclosureContent = {
  what: 'something that was altered since (coach doctor says more)',
  destination: 'a place that can’t be read',
  agreement: null,
  consents: [],
}

/** Writes down that data leaves, with the consents that stand for it now. Called before the file has its name. */
export function recordDisclosure(db: Database, clock: Clock, left: NewDisclosure): void {
  const { what, destination, audience } = left
  const contents: DisclosureContent[] =
    left.agreements === 'everything'
      ? [{ what, destination, agreement: null, consents: [] }]
      : left.agreements.map((agreement) => ({
          what,
          destination,
          agreement: agreement.uuid,
          consents: liveConsents(db, agreement)
            .filter((consent) => consent.audience === audience)
            .map(({ uuid }) => uuid),
        }))
  const insert = db.prepare(
    'INSERT INTO disclosure (uuid, at, audience, content, digest, hash) VALUES (?, ?, ?, ?, ?, ?)',
  )
  db.transaction(() => {
    let head = chainHead(db)
    for (const content of contents) {
      const text = JSON.stringify(content)
      const entry = { uuid: clock.uuid(), at: clock.now().toISOString(), audience, digest: sha256(text) }
      head = { count: head.count + 1, hash: linked(head.hash, entry) }
      insert.run(entry.uuid, entry.at, audience, text, entry.digest, head.hash)
    }
    setChainHead(db, head)
  }).immediate()
}

/** The numbers of the entries in which any of these words stands: an agreement's uuid, a name. */
export function disclosuresWith(db: Database, words: readonly string[]): number[] {
  const wanted = words.map((word) => JSON.stringify(word).slice(1, -1).toLowerCase())
  return db
    .prepare<[], Row>(SELECT)
    .all()
    .filter(({ content }) => wanted.some((word) => content?.toLowerCase().includes(word)))
    .map(({ id }) => id)
}

/** The files to which data about single protégés went, by what these entries say. */
export function filesIn(db: Database, numbers: readonly number[]): string[] {
  const wanted = new Set(numbers)
  const contents = db
    .prepare<[], Row>(SELECT)
    .all()
    .flatMap(({ id, content }) => (wanted.has(id) ? (contentOf(content) ?? []) : []))
  return [
    ...new Set(
      contents
        .filter(({ agreement, destination }) => agreement !== null && destination !== STANDARD_OUTPUT)
        .map(({ destination }) => destination),
    ),
  ]
}

/** Empties entries; their place in the chain stays. */
export function emptyDisclosures(db: Database, numbers: readonly number[]): void {
  const empty = db.prepare('UPDATE disclosure SET content = NULL WHERE id = ?')
  for (const number of numbers) empty.run(number)
}

/**
 * What is not as it was written: an entry altered, taken out (at the end too), put in, or emptied without a receipt.
 * One sentence each.
 */
export function chainFaults(db: Database): string[] {
  const faults: string[] = []
  const rows = db.prepare<[], Row>(SELECT).all()
  let before = NO_ENTRY.hash
  for (const [index, row] of rows.entries()) {
    const altered = row.content !== null && sha256(row.content) !== row.digest
    if (altered) faults.push(`Disclosure ${index + 1}, of ${row.at}, was altered.`)
    else if (linked(before, row) !== row.hash) {
      faults.push(`Disclosure ${index + 1}, of ${row.at}, or the one before it was altered or taken out.`)
    }
    before = row.hash
  }
  const head = chainHead(db)
  if (rows.length !== head.count || before !== head.hash) {
    faults.push(`There are ${rows.length} disclosures and ${head.count} were written; the last is another.`)
  }
  const emptied = rows.filter(({ content }) => content === null).length
  const receipted = db.prepare<[], number>('SELECT coalesce(sum(disclosures), 0) FROM receipt').pluck().get()
  if (emptied !== receipted) {
    faults.push(`${emptied} disclosures were emptied, and the receipts of people forgotten say ${receipted}.`)
  }
  return faults
}

/** What became of the list of the database that another one replaced. */
export interface CarriedDisclosures {
  /** How many entries this list did not have, and has now. */
  readonly carried: number
  /** How many it does not have, since the two lists do not belong together. */
  readonly missing: number
}

/**
 * Goes on with the list of the database that `db` replaces, where `db` is an earlier state of it: what left since then is
 * still out. What was emptied in either is empty, which the receipts of both are to stand for.
 */
export function carryDisclosures(db: Database, replaced: Database): CarriedDisclosures {
  const own = db.prepare<[], Row>(SELECT).all()
  const theirs = replaced.prepare<[], Row>(SELECT).all()
  const known = new Set(own.map(({ uuid }) => uuid))
  const later = theirs.filter(({ uuid }) => !known.has(uuid)).length
  const isEarlier =
    me(db)?.uuid === me(replaced)?.uuid && own.every(({ hash }, index) => hash === theirs[index]?.hash)
  if (later === 0 || !isEarlier) return { carried: 0, missing: later }
  const emptied = new Set(own.filter(({ content }) => content === null).map(({ uuid }) => uuid))
  db.transaction(() => {
    db.prepare('DELETE FROM disclosure').run()
    const insert = db.prepare(
      'INSERT INTO disclosure (uuid, at, audience, content, digest, hash) VALUES (@uuid, @at, @audience, @content, @digest, @hash)',
    )
    for (const row of theirs) insert.run({ ...row, content: emptied.has(row.uuid) ? null : row.content })
    setChainHead(db, chainHead(replaced))
  }).immediate()
  return { carried: later, missing: 0 }
}

interface ChainHead {
  readonly count: number
  readonly hash: string
}

const NO_ENTRY: ChainHead = { count: 0, hash: '' }

/** How long the chain is and where it ends, kept apart from it so that an entry missing at the end is seen. */
function chainHead(db: Database): ChainHead {
  const kept = db.prepare<[], string>("SELECT value FROM setting WHERE name = 'disclosures'").pluck().get()
  return parsed<ChainHead>(kept ?? '') ?? NO_ENTRY
}

/** What was written as JSON, unless somebody made it something else. */
function parsed<Written extends object>(text: string): Written | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Written)
      : undefined
  } catch {
    return undefined
  }
}

function setChainHead(db: Database, head: ChainHead): void {
  db.prepare("INSERT OR REPLACE INTO setting (name, value) VALUES ('disclosures', ?)").run(
    JSON.stringify({ count: head.count, hash: head.hash }),
  )
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const linked = (
  before: string,
  { uuid, at, audience, digest }: Omit<Row, 'id' | 'content' | 'hash'>,
): string => sha256(JSON.stringify([before, uuid, at, audience, digest]))
