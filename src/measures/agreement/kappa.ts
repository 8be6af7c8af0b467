import { known, percent, sum, unknown } from '../figures.ts'
import type { Figure } from '../types.ts'
import type { ConfusionTable, Kappa } from './types.ts'

/**
 * Cohen's kappa, (p_o − p_e) / (1 − p_e): agreement p_o beyond the agreement p_e that two observers would reach by chance if
 * each used the categories as often as they did (Cohen, 1960, *Educational and Psychological Measurement*, 20, 37–46).
 *
 * The standard error is that of Fleiss, Cohen & Everitt (1969), *Psychological Bulletin*, 72, 323–327, for a kappa that need not be 0: with
 * row shares p_i·, column shares p_·i, N cases,
 *
 *     N (1 − p_e)² SE² = Σ p_ii [1 − (p_i· + p_·i)(1 − κ)]² + (1 − κ)² Σ_{i≠j} p_ij (p_·i + p_j·)² − [κ − p_e (1 − κ)]²
 *
 * Cohen's own approximation to it, √(p_o (1 − p_o) / N) / (1 − p_e), is there for comparison with older work.
 *
 * @returns undefined figures where the table is empty, or chance alone makes for full agreement
 */
export function cohenKappa(table: ConfusionTable): Kappa {
  const { counts } = table
  const rows = counts.map(sum)
  const columns = rows.map((_, j) => sum(counts.map((row) => row[j] ?? 0)))
  const n = sum(rows)
  const agreed = sum(counts.map((row, i) => row[i] ?? 0))
  const percentAgreement = percent(agreed, n, NOTHING)
  const undefinedKappa = (why: string): Kappa => ({
    value: unknown(why),
    se: unknown(why),
    seCohen1960: unknown(why),
    percentAgreement,
    table,
  })
  if (n === 0) return undefinedKappa(NOTHING)

  // Whole numbers up to here, so that full agreement and full chance agreement are met exactly.
  const byChance = sum(rows.map((row, i) => row * (columns[i] ?? 0)))
  if (byChance === n * n) return undefinedKappa(ONE_CATEGORY)
  const value = (n * agreed - byChance) / (n * n - byChance)
  const chance = byChance / (n * n)

  const cohen = Math.sqrt((agreed * (n - agreed)) / n) / (n * (1 - chance))
  // Full agreement leaves no error; the sum would leave a trace of its rounding.
  if (agreed === n)
    return { value: known(value), se: known(0), seCohen1960: known(cohen), percentAgreement, table }

  let spread = -((value - chance * (1 - value)) ** 2)
  for (const [i, row] of counts.entries()) {
    for (const [j, count] of row.entries()) {
      const used = i === j ? (rows[i] ?? 0) + (columns[i] ?? 0) : (columns[i] ?? 0) + (rows[j] ?? 0)
      const pull = (used / n) * (1 - value)
      spread += (count / n) * (i === j ? 1 - pull : pull) ** 2
    }
  }
  const se = Math.sqrt(Math.max(0, spread) / n) / (1 - chance)
  return { value: known(value), se: known(se), seCohen1960: known(cohen), percentAgreement, table }
}

const NOTHING = 'there is nothing to compare'
const ONE_CATEGORY = 'both used one and the same category throughout, which chance alone would explain'

/** Kappa that can't be had at all, over no table. */
export const noKappa = (why: string): Kappa => {
  const none: Figure = unknown(why)
  return {
    value: none,
    se: none,
    seCohen1960: none,
    percentAgreement: none,
    table: { categories: [], counts: [] },
  }
}

/** The category of neither: what is left when an observer recorded nothing. */
export const NEITHER = ''

/**
 * Counts pairs of categories, which are keys. They are listed in the order of their labels, `NEITHER` last, so that the order of input shows
 * nowhere.
 */
export function confusionTable(
  pairs: Iterable<readonly [a: string, b: string]>,
  label: (key: string) => string,
): ConfusionTable {
  const found = new Map<string, Map<string, number>>()
  const labels = new Map<string, string>()
  for (const [a, b] of pairs) {
    for (const key of [a, b]) if (!labels.has(key)) labels.set(key, label(key))
    const row = found.get(a) ?? new Map<string, number>()
    row.set(b, (row.get(b) ?? 0) + 1)
    found.set(a, row)
  }
  const keys = [...labels.keys()].sort((x, y) => {
    if (x === NEITHER || y === NEITHER) return x === y ? 0 : x === NEITHER ? 1 : -1
    return (labels.get(x) ?? '') < (labels.get(y) ?? '') ? -1 : 1
  })
  return {
    categories: keys.map((key) => labels.get(key) ?? ''),
    counts: keys.map((a) => keys.map((b) => found.get(a)?.get(b) ?? 0)),
  }
}

/** The table of one category against all others. */
export const twoByTwo = (
  categories: readonly [string, string],
  [both, onlyA, onlyB, neither]: readonly [number, number, number, number],
): ConfusionTable => ({
  categories,
  counts: [
    [both, onlyA],
    [onlyB, neither],
  ],
})
