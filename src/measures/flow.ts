import type { Behavior } from '../domain/model.ts'
import { getOrAdd } from './get-or-add.ts'
import type { Strand } from './strands.ts'
import type { VerbalFlow } from './types.ts'

/**
 * Verbal flow (Gall & Acheson, *Clinical Supervision and Teacher Development*, 6th ed. 2010): who spoke to
 * whom how often. The roster is the declared values of `from` and `to`, so that people with no exchange are
 * seen too. Tallies count.
 *
 * @returns null for a behavior without modifiers `from` and `to`
 */
export function verbalFlow(behavior: Behavior, strands: readonly Strand[]): VerbalFlow | null {
  const declared = (name: string): readonly string[] | undefined =>
    behavior.modifiers.find((modifier) => modifier.name === name)?.values
  const from = declared('from')
  const to = declared('to')
  if (from === undefined || to === undefined) return null

  const counts = new Map<string, Map<string, number>>()
  const seen = new Set<string>()
  let incomplete = 0
  const add = (modifiers: Readonly<Record<string, string>>, times: number): void => {
    const { from: speaker, to: listener } = modifiers
    if (speaker !== undefined) seen.add(speaker)
    if (listener !== undefined) seen.add(listener)
    if (speaker === undefined || listener === undefined) {
      incomplete += times
      return
    }
    const row = getOrAdd(counts, speaker, () => new Map<string, number>())
    row.set(listener, (row.get(listener) ?? 0) + times)
  }
  for (const { occurrences, tallies } of strands) {
    for (const { modifiers } of occurrences) add(modifiers, 1)
    for (const { modifiers, value } of tallies) add(modifiers, value ?? 0)
  }

  const people = [...new Set([...from, ...to, ...[...seen].sort()])]
  const place = new Map(people.map((person, index) => [person, index]))
  const fromTotals = people.map(() => 0)
  const toTotals = people.map(() => 0)
  const exchanges: { from: string; to: string; count: number }[] = []
  people.forEach((speaker, row) => {
    const cells = [...(counts.get(speaker) ?? [])].map(([listener, count]) => ({
      column: place.get(listener) ?? 0,
      count,
    }))
    for (const { column, count } of cells.sort((a, b) => a.column - b.column)) {
      exchanges.push({ from: speaker, to: people[column] ?? '', count })
      fromTotals[row] = (fromTotals[row] ?? 0) + count
      toTotals[column] = (toTotals[column] ?? 0) + count
    }
  })
  const noneFrom = people.filter((_, index) => fromTotals[index] === 0)
  const noneTo = people.filter((_, index) => toTotals[index] === 0)
  const silent = new Set(noneFrom)
  return {
    behavior,
    people,
    exchanges,
    fromTotals,
    toTotals,
    total: fromTotals.reduce((total, count) => total + count, 0),
    none: noneTo.filter((person) => silent.has(person)),
    noneFrom,
    noneTo,
    incomplete,
  }
}

/** rows[r][c]: how often people[r] spoke to people[c]. Its size is the square of the number of people. */
export function flowMatrix({ people, exchanges }: VerbalFlow): number[][] {
  const place = new Map(people.map((person, index) => [person, index]))
  const rows = people.map(() => people.map(() => 0))
  for (const { from, to, count } of exchanges) {
    const row = rows[place.get(from) ?? -1]
    const column = place.get(to)
    if (row !== undefined && column !== undefined) row[column] = count
  }
  return rows
}
