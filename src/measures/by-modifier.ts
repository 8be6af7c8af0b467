import type { Behavior, SessionRecord } from '../domain/model.ts'
import { getOrAdd } from './get-or-add.ts'
import type { Occurrence, Strand } from './strands.ts'
import type { ByModifier } from './types.ts'

interface GrowingStrand extends Strand {
  readonly occurrences: Occurrence[]
  readonly tallies: SessionRecord[]
}

/**
 * The strands of each value of each modifier, one for every strand given, so that denominators stay the same.
 * Declared modifiers and values come first, in their order and even without a record; others follow by name.
 */
export function strandsByModifier(
  behavior: Behavior,
  strands: readonly Strand[],
): ByModifier<readonly Strand[]> {
  const names = new Map<string, Map<string, GrowingStrand[]>>()
  const empty = (): GrowingStrand[] =>
    strands.map(({ session }) => ({ session, occurrences: [], tallies: [], unpaired: 0 }))
  const strandsOf = (name: string, value: string): GrowingStrand[] =>
    getOrAdd(
      getOrAdd(names, name, () => new Map()),
      value,
      empty,
    )
  for (const { name, values } of behavior.modifiers) for (const value of values) strandsOf(name, value)
  for (const [index, strand] of strands.entries()) {
    for (const occurrence of strand.occurrences) {
      for (const name in occurrence.modifiers) {
        strandsOf(name, occurrence.modifiers[name] ?? '')[index]?.occurrences.push(occurrence)
      }
    }
    for (const tally of strand.tallies) {
      for (const name in tally.modifiers)
        strandsOf(name, tally.modifiers[name] ?? '')[index]?.tallies.push(tally)
    }
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
