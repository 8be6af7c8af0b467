import type { Command } from 'commander'
import { forResearch, forSelf, type Reader, type Released } from '../domain/audience.ts'
import { UsageError } from '../domain/errors.ts'
import { type Agreement, AUDIENCES, type Audience, type Observation, type Session } from '../domain/model.ts'
import type { Database } from '../store/database.ts'
import { identifiedObservationOf, observationOf } from '../store/records.ts'
import type { Io } from '../terminal/io.ts'

/** Who reads an output, which the command line names with `--for`. */
export interface ForAudience {
  readonly for: Audience
}

export const audienceOption = (command: Command): Command =>
  command.option('--for <audience>', `who will read it: ${AUDIENCES.join(', ')}`, audienceNamed, 'self')

/** For a command whose output is by its nature for nobody else. */
export const forSelfAlone = (command: Command): Command =>
  command.addHelpText('after', '\nFor self: what it prints stays between the protégé and their coach.')

function audienceNamed(text: string): Audience {
  const found = AUDIENCES.find((audience) => audience === text)
  if (found !== undefined) return found
  throw new UsageError(
    `--for takes ${AUDIENCES.join(', ')}; '${text}' is none of them, and there is none for whoever evaluates a protégé.`,
  )
}

/**
 * An audience that sees observations.
 * @throws UsageError for a program, which sees none, with what it sees instead
 */
export function readerOf(audience: Audience): Reader {
  if (audience !== 'program') return audience
  throw new UsageError(
    "The audience 'program' sees totals of activity, never what was observed; coach report --for program prints them.",
  )
}

/** How a session is seen by those who read an output. */
export interface Sight {
  readonly audience: Reader
  /** @throws NotPermittedError without the protégé's live consent to the audience */
  see(session: Session): Released<Observation>
}

export const sightOfSelf = (db: Database): Sight => ({
  audience: 'self',
  see: (session) => forSelf(observationOf(db, session)),
})

/** Pseudonyms are loaded for those who see them alone. They stay the same in all that one sight sees. */
export async function sightOf(
  db: Database,
  io: Io,
  audience: Reader,
  agreements: readonly Agreement[],
): Promise<Sight> {
  if (audience === 'self') return sightOfSelf(db)
  const [{ permissionOf }, { pseudonyms }] = await Promise.all([
    import('../store/consents.ts'),
    import('../domain/pseudonyms.ts'),
  ])
  const permission = permissionOf(db, agreements, pseudonyms(io.uuid()))
  return { audience, see: (session) => forResearch(identifiedObservationOf(db, session), permission) }
}
