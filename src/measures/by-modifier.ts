import type { Behavior, SessionRecord } from '../domain/model.ts'
import { getOrAdd } from './get-or-add.ts'
import { addOccurrence, emptyStrand, type GrowingStrand, type Strand } from './strands.ts'
import type { ByModifier } from './types.ts'

/**
 * The strands of each value of each modifier, one for every strand given, so that denominators stay the same.
 * Declared modifiers and values come first, in their order and even without a record; others follow by name.
 */
export function strandsByModifier(
  behavior: Behavior,
  strands: readonly Strand[],
): ByModifier<readonly Strand[]> {
  const names = new Map<string, Map<string, GrowingStrand[]>>()
  const empty = (): GrowingStrand[] => strands.map(({ session }) => emptyStrand(session))
  const strandsOf = (name: string, value: string): GrowingStrand[] =>
    getOrAdd(
      getOrAdd(names, name, () => new Map()),
      value,
      empty,
    )
  for (const { name, values } of behavior.modifiers) for (const value of values) strandsOf(name, value)
  for (const [session, { occurrences, tallies }] of strands.entries()) {
    // Records that say the same share one object: where it belongs is looked up once.
    const places = new Map<SessionRecord['modifiers'], GrowingStrand[]>()
    const placesOf = (modifiers: SessionRecord['modifiers']): GrowingStrand[] =>
      getOrAdd(places, modifiers, () =>
        Object.entries(modifiers).flatMap(([name, value]) => strandsOf(name, value)[session] ?? []),
      )
    occurrences.forEach((occurrence) => {
      for (const place of placesOf(occurrence.modifiers)) addOccurrence(place, occurrence)
    })
    for (const tally of tallies) for (const place of placesOf(tally.modifiers)) place.tallies.push(tally)
  }
  const declared = new Map(behavior.modifiers.map(({ name, values }) => [name, values]))
  return inOrder(
    new Map([...names].map(([name, values]) => [name, inOrder(values, declared.get(name) ?? [])])),
    [...declared.keys()],
  )
}

/** The entries with the keys that lead first, in their order, and the others by key. */
function inOrder<T>(entries: ReadonlyMap<string, T>, leading: readonly string[]): ReadonlyMap<string, T> {
  const place = new Map(leading.map((key, index) => [key, index]))
  const rank = (key: string): number => place.get(key) ?? leading.length
  return new Map([...entries].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1)))
}
