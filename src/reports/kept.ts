import type { Observation } from '../domain/model.ts'
import { getOrAdd } from '../measures/get-or-add.ts'
import type { Words } from '../measures/types.ts'

/** The findings of the language checker that the writer kept, of the words of one record. */
export type Kept = (words: Pick<Words, 'session' | 'record'>) => readonly string[]

const NOTHING: readonly string[] = []

/** The records of a session are looked through once there are words in it. */
export function keptFindings(observations: readonly Observation[]): Kept {
  const sessions = new Map<number, ReadonlyMap<number, readonly string[]>>()
  const keptIn = (number: number): ReadonlyMap<number, readonly string[]> => {
    const records = observations.find(({ session }) => session.number === number)?.records ?? []
    return new Map(records.filter(({ kept }) => kept.length > 0).map((one) => [one.number, one.kept]))
  }
  return ({ session, record }) => getOrAdd(sessions, session, () => keptIn(session)).get(record) ?? NOTHING
}
