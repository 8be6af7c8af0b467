import type { Behavior } from '../domain/model.ts'
import { getOrAdd } from './get-or-add.ts'
import { stretchAt } from './observed.ts'
import type { Strand } from './strands.ts'
import type { TechniqueFigures } from './technique.ts'
import type { ChecklistEntry } from './types.ts'

type GrowingEntry = { -readonly [Key in keyof ChecklistEntry]: ChecklistEntry[Key] }

/**
 * A checklist's lines, in the order of the modifier's values where it has one modifier, else in the order in
 * which they came. The first times are those of the first session that has any.
 */
export function checklist(behavior: Behavior, strands: readonly Strand[]): TechniqueFigures {
  const entries = new Map<string, GrowingEntry>()
  const entryOf = (item: string): GrowingEntry =>
    getOrAdd(entries, item, () => ({
      item,
      seen: 0,
      notSeen: 0,
      noOpportunity: 0,
      firstMs: null,
      firstSeenMs: null,
    }))
  const [modifier, ...others] = behavior.modifiers
  if (modifier === undefined) entryOf(behavior.name)
  else if (others.length === 0) for (const value of modifier.values) entryOf(value)
  let count = 0
  let outside = 0
  for (const { session, occurrences } of strands) {
    for (const { atMs, value, modifiers } of occurrences) {
      if (stretchAt(session.stretches, atMs) === -1) outside++
      const values = Object.entries(modifiers).sort(([a], [b]) => (a < b ? -1 : 1))
      const entry = entryOf(values.map(([, value]) => value).join(', ') || behavior.name)
      entry.firstMs ??= atMs
      if (value === null) entry.noOpportunity++
      else if (value > 0) {
        count++
        entry.seen++
        entry.firstSeenMs ??= atMs
      } else entry.notSeen++
    }
  }
  return { count, outside, noRate: 'a checklist has no rate', figures: { entries: [...entries.values()] } }
}
