import { agreementsOf } from '../domain/agreement.ts'
import { computedFrom, forSelf, type Reader, type Released } from '../domain/audience.ts'
import { InputError, UsageError } from '../domain/errors.ts'
import { formatLength, plural } from '../domain/format.ts'
import type { Behavior, Observation, Session } from '../domain/model.ts'
import { typedPath } from '../domain/text.ts'
import { type FileSession, sessionsOfFile } from '../exchange/import/unstored.ts'
import type { Recorded } from '../measures/strands.ts'
import type { Compared } from '../reports/compare.ts'
import { findAgreement } from '../store/agreements.ts'
import { behaviorsOfSession, liveBehaviors } from '../store/behaviors.ts'
import { findSession } from '../store/sessions.ts'
import { inputFile } from '../terminal/files.ts'
import { sightOf, sightOfSelf } from './audience.ts'
import type { Context } from './context.ts'

/** One of two accounts of the same event. */
export interface Side {
  readonly recorded: Released<Recorded>
  readonly compared: Released<Compared>
}

interface ReadSide extends Side {
  readonly from: 'store' | 'log' | 'other file'
}

/**
 * Reads two accounts, each a session in the store or a file that is stored nowhere. The codes of a file are the behaviors of the session
 * that it is compared with, or of the person named; of two files, those of the other where that one names them in full.
 * @param person whose behaviors the codes in two files stand for
 */
export async function readSides(
  a: string,
  b: string,
  person: string | undefined,
  context: Context,
): Promise<readonly [Side, Side]> {
  if ([a, b].every((text) => /^-(#\d+)?$/.test(text))) {
    throw new UsageError('Standard input is read once; name a file or a session as the other account.')
  }
  const known = await knownBehaviors([a, b], person, context)
  const [first, second] = ofOneEvent(await readSide(a, known, context), await readSide(b, known, context))
  if (known.length > 0) return [called(first, known), called(second, known)]
  // Two logs are read by themselves, so that they compare alike on every computer.
  if (first.from === 'log' && second.from === 'log') return [first, second]
  return first.from === 'log'
    ? [called(first, second.recorded.behaviors), second]
    : [first, called(second, first.recorded.behaviors)]
}

/**
 * Two sessions in the store, as an audience besides the protégé and their coach sees them.
 * @throws UsageError where one is no session, or they have nothing in common by which pseudonyms could be told to be the same
 */
export async function readStoredSides(
  a: string,
  b: string,
  audience: Reader,
  { io, database }: Context,
): Promise<{ readonly sides: readonly [Side, Side]; readonly sessions: readonly Session[] }> {
  const file = [a, b].find((text) => !isSession(text))
  if (file !== undefined) {
    throw new UsageError(
      `${file} is a file, and nobody consented to what is in it; coach import ${typedPath(file)} brings it in, and its session can be compared.`,
    )
  }
  const db = await database()
  const [first, second] = [findSession(db, a), findSession(db, b)]
  const agreements = agreementsOf([first, second])
  if (agreements.length > 1) {
    throw new UsageError(
      `Sessions ${first.number} and ${second.number} belong to two agreements, whose behaviors have pseudonyms of their own; compare two of one, or leave --for out.`,
    )
  }
  const { see } = await sightOf(db, io, audience, agreements)
  return { sides: [storedSide(see(first)), storedSide(see(second))], sessions: [first, second] }
}

const isSession = (text: string): boolean => /^(\d+|last|\d{4}-\d{2}-\d{2})$/.test(text)

async function knownBehaviors(
  sides: readonly string[],
  person: string | undefined,
  { database }: Context,
): Promise<Behavior[]> {
  const sessions = sides.filter(isSession)
  if (sessions.length === 0 && person === undefined) return []
  const db = await database()
  if (person !== undefined) return liveBehaviors(db, findAgreement(db, person))
  return sessions.length === sides.length
    ? []
    : sessions.flatMap((text) => behaviorsOfSession(db, findSession(db, text).number))
}

async function readSide(text: string, known: readonly Behavior[], context: Context): Promise<ReadSide> {
  if (!isSession(text)) return readFileSide(text, known, context)
  const db = await context.database()
  return { ...storedSide(sightOfSelf(db).see(findSession(db, text))), from: 'store' }
}

const storedSide = (recorded: Released<Observation>): Side => ({
  recorded,
  compared: computedFrom(recorded, ({ session }) => ({
    source: `session ${session.number}`,
    session: session.number,
    observer: session.observer.name,
    protege: session.agreement.protege.name,
    startedAt: session.startedAt,
    lengthMs: session.lengthMs,
    lengthIsSaid: true,
  })),
})

/** `FILE`, or `FILE#2` for the second of the sessions in it. */
async function readFileSide(text: string, known: readonly Behavior[], { io }: Context): Promise<ReadSide> {
  const [, path = text, number] = /^(.+)#(\d+)$/.exec(text) ?? []
  const file = await inputFile(io, path)
  const { sessions, isLog } = await sessionsOfFile(file, known, io, io.timeZone).catch((error: unknown) => {
    throw ofFile(error, file.name)
  })
  const { recorded, observer, startedAt, lengthIsSaid } = chosen(sessions, file.name, number)
  return {
    recorded: forSelf(recorded),
    from: isLog ? 'log' : 'other file',
    compared: forSelf({
      source: number === undefined ? file.name : `${file.name}#${number}`,
      session: null,
      observer,
      protege: null,
      startedAt,
      lengthMs: recorded.session.lengthMs,
      lengthIsSaid,
    }),
  }
}

/** What the reader of a file says, with the file's name, since there are two, and the command whose options it advises. */
function ofFile(error: unknown, file: string): unknown {
  if (!(error instanceof InputError)) return error
  const { message, details } = error
  const advises = /--[a-z]/.test([message, ...details].join())
  return new InputError(message.includes(file) ? message : `${file}: ${message}`, [
    ...details,
    ...(advises ? ['coach import takes these options; what came in is compared by its number.'] : []),
  ])
}

function chosen(sessions: readonly FileSession[], file: string, number: string | undefined): FileSession {
  const [only] = sessions
  if (only === undefined) throw new InputError(`${file} has no session to compare.`)
  const session = number === undefined ? only : sessions[Number(number) - 1]
  if (session !== undefined && (number !== undefined || sessions.length === 1)) return session
  throw new UsageError(
    number === undefined
      ? `${file} has ${plural(sessions.length, 'session')}; say which, as ${file}#1:`
      : `${file} has no session #${number}; it has:`,
    sessions.map((one, index) => `${file}#${index + 1}: ${described(one)}`),
  )
}

const described = ({ observer, place, startedAt, recorded }: FileSession): string =>
  [
    ...(startedAt === null ? [] : [`began ${startedAt}`]),
    ...(observer === null ? [] : [observer]),
    ...(place === null ? [] : [place]),
    formatLength(recorded.session.lengthMs),
    plural(recorded.records.length, 'record'),
  ].join(', ')

/** A file that doesn't say how long it observed is taken to have observed for as long as the other. */
function ofOneEvent(a: ReadSide, b: ReadSide): readonly [ReadSide, ReadSide] {
  const longest = Math.max(a.recorded.session.lengthMs, b.recorded.session.lengthMs)
  const lengthened = (side: ReadSide): ReadSide =>
    side.compared.lengthIsSaid
      ? side
      : {
          ...side,
          recorded: { ...side.recorded, session: { ...side.recorded.session, lengthMs: longest } },
          compared: { ...side.compared, lengthMs: longest },
        }
  return [lengthened(a), lengthened(b)]
}

/** A file's behaviors by the names that they are known by: a name may differ in case, and a code may be a key. */
function called(side: ReadSide, known: readonly Behavior[]): ReadSide {
  if (side.from === 'store') return side
  const names = new Set(known.map(({ name }) => name))
  const nameOf = ({ name, key }: Behavior): string =>
    names.has(name)
      ? name
      : ((
          known.find((one) => one.key === name || one.key === key) ??
          known.find((one) => one.name.length > 1 && one.name.toLowerCase() === name.toLowerCase())
        )?.name ?? name)
  const behaviors = side.recorded.behaviors.map((one) => ({ ...one, name: nameOf(one) }))
  return { ...side, recorded: { ...side.recorded, behaviors } }
}
