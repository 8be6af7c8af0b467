import { visibleLine } from '../domain/text.ts'
import { marksIn } from '../language/allow.ts'
import { type Located, placesIn } from '../language/input/index.ts'
import type { Io } from '../terminal/io.ts'

/**
 * A function that tells of marks in the texts of an input that give leave for a rule which does not exist, each name
 * once.
 */
export function markTeller(io: Io): (input: string, texts: readonly Located[]) => Promise<void> {
  const seen = new Set<string>()
  return async (input, texts) => {
    for (const located of texts) {
      for (const { start, rules } of marksIn(located.read)) {
        for (const rule of rules) {
          if (seen.has(rule)) continue
          seen.add(rule)
          // Most inputs hold no mark, and need no catalog.
          const { allRules } = await import('../language/catalog.ts')
          if (allRules.some(({ id }) => id === rule)) continue
          const named = rule === '' ? 'names no rule' : `names '${visibleLine(rule)}', which is no rule`
          io.stderr.write(
            `coach: ${input}, line ${placesIn(located)(start).line}: this mark ${named}, and keeps nothing; coach check --rules lists them.\n`,
          )
        }
      }
    }
  }
}
