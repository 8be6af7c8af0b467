import { InputError } from '../../domain/errors.ts'

/** Indexes into the two lists: these two records are of the same thing. */
export interface Pair {
  readonly a: number
  readonly b: number
}

/** Memory and time follow the number of pairs within the tolerance; beyond this, a tolerance covers most of a long session. */
const MOST_CELLS = 150_000_000

const MATCH = 1
const SKIP_A = 2
const SKIP_B = 3

/**
 * Pairs records that lie within a tolerance of each other, each used once: as many pairs as there can be, and of all ways
 * to have that many, one with the least total time between pairs.
 *
 * Some best matching has no two pairs that cross in time (swapping the partners of a crossing keeps both within the tolerance and makes no
 * sum greater), so that it can be found as the alignment of two sorted lists: cell (i, j) holds the best of the first i and j. A row
 * needs only the columns within the tolerance of its record, and the work is the number of such pairs, not the product of the lists.
 *
 * @param a times in ascending order, as `b`
 * @returns pairs in ascending order of both lists
 * @throws InputError where the tolerance covers so many records that they can't be weighed
 */
export function matchTimes(a: readonly number[], b: readonly number[], toleranceMs: number): Pair[] {
  const windows = windowsOf(a, b, toleranceMs)
  const { from, to, offset } = windows
  const choices = new Uint8Array(offset[a.length] ?? 0)
  let above = row(b.length)
  let current = row(b.length)
  let aboveTo = 0

  for (let i = 0; i < a.length; i++) {
    const atMs = a[i] as number
    const first = from[i] as number
    const last = to[i] as number
    const base = (offset[i] as number) - first
    // No record of B up to `first` is near enough to this one: the row starts with what the row above has there.
    const start = Math.min(first, aboveTo)
    current.pairs[first] = above.pairs[start] as number
    current.apartMs[first] = above.apartMs[start] as number
    choices[base + first] = SKIP_A
    for (let j = first + 1; j <= last; j++) {
      const over = Math.min(j, aboveTo)
      const corner = Math.min(j - 1, aboveTo)
      // Neither neighbor can have more pairs than the corner and this one: they are better only by lying closer together.
      const pairs = (above.pairs[corner] as number) + 1
      let apartMs = (above.apartMs[corner] as number) + Math.abs(atMs - (b[j - 1] as number))
      let choice = MATCH
      if (above.pairs[over] === pairs && (above.apartMs[over] as number) < apartMs) {
        apartMs = above.apartMs[over] as number
        choice = SKIP_A
      }
      if (current.pairs[j - 1] === pairs && (current.apartMs[j - 1] as number) < apartMs) {
        apartMs = current.apartMs[j - 1] as number
        choice = SKIP_B
      }
      current.pairs[j] = pairs
      current.apartMs[j] = apartMs
      choices[base + j] = choice
    }
    aboveTo = last
    ;[above, current] = [current, above]
  }
  return trace(a.length, b.length, windows, choices)
}

interface Row {
  readonly pairs: Int32Array
  readonly apartMs: Float64Array
}

const row = (columns: number): Row => ({
  pairs: new Int32Array(columns + 1),
  apartMs: new Float64Array(columns + 1),
})

interface Windows {
  /** For each record of A: how many of B's lie before its tolerance, and how many up to the end of it. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** Where each row begins among the cells; one more than there are rows. */
  readonly offset: Int32Array
}

function windowsOf(a: readonly number[], b: readonly number[], toleranceMs: number): Windows {
  const from = new Int32Array(a.length)
  const to = new Int32Array(a.length)
  const offset = new Int32Array(a.length + 1)
  let first = 0
  let last = 0
  let cells = 0
  for (const [i, atMs] of a.entries()) {
    while (first < b.length && (b[first] as number) < atMs - toleranceMs) first++
    while (last < b.length && (b[last] as number) <= atMs + toleranceMs) last++
    from[i] = first
    to[i] = last
    cells += last - first + 1
    if (cells > MOST_CELLS) {
      throw new InputError(
        `A tolerance of ${toleranceMs / 1000} s covers too many records to pair them; name a shorter one.`,
      )
    }
    offset[i + 1] = cells
  }
  return { from, to, offset }
}

function trace(rows: number, columns: number, { from, to, offset }: Windows, choices: Uint8Array): Pair[] {
  const pairs: Pair[] = []
  let i = rows - 1
  let j = columns
  while (i >= 0) {
    j = Math.min(j, to[i] as number)
    const first = from[i] as number
    const choice = j < first ? SKIP_A : choices[(offset[i] as number) + j - first]
    if (choice === MATCH) pairs.push({ a: i, b: j - 1 })
    if (choice !== SKIP_B) i--
    if (choice !== SKIP_A) j--
  }
  return pairs.reverse()
}
