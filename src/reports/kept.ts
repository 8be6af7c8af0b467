import type { Observation } from '../domain/model.ts'
import type { Words } from '../measures/types.ts'

/** The findings of the language checker that the writer kept, of the words of one record. */
export type Kept = (words: Words) => readonly string[]

const NOTHING: readonly string[] = []

export function keptFindings(observations: readonly Observation[]): Kept {
  const sessions = new Map(
    observations.map(({ session, records }) => [
      session.number,
      new Map(records.filter(({ kept }) => kept.length > 0).map(({ number, kept }) => [number, kept])),
    ]),
  )
  return ({ session, record }) => sessions.get(session)?.get(record) ?? NOTHING
}
