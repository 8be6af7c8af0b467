import type { QuestionKind } from './rule.ts'
import text from './weights.tsv'

/**
 * How much the rule that fits counts beside the signs, as a natural logarithm of odds: those of its kind are
 * more than four times as great. A rule knows the grammar; the signs know what nobody thought of.
 */
const RULE = 1.5

interface Table {
  kinds: readonly QuestionKind[]
  /** The weights of each sign in the order of the kinds, still as text: most are never asked for. */
  written: ReadonlyMap<string, string>
  /** Those that were asked for. */
  read: Map<string, readonly number[]>
}

let table: Table | undefined

function readTable(): Table {
  const [heading = '', ...lines] = text.trimEnd().split('\n')
  const written = lines.map((line): [string, string] => {
    const end = line.indexOf('\t')
    return [line.slice(0, end), line.slice(end + 1)]
  })
  return { kinds: heading.split('\t').slice(1) as QuestionKind[], written: new Map(written), read: new Map() }
}

/**
 * The kind that a question in one sentence most likely is, by its signs and the rule that fits it: multinomial
 * logistic regression, learned from labelled questions (`npm run learn`), in which the rule has a fixed weight.
 * @param signs those of `signs.ts`
 * @param ruled the kind of the rule that fits
 */
export function weigh(signs: Iterable<string>, ruled: QuestionKind): QuestionKind {
  table ??= readTable()
  const sums: number[] = table.kinds.map((kind) => (kind === ruled ? RULE : 0))
  for (const sign of signs) {
    const weights = weightsOf(sign, table)
    for (let index = 0; index < weights.length; index++) {
      sums[index] = (sums[index] as number) + (weights[index] as number)
    }
  }
  return table.kinds[sums.indexOf(Math.max(...sums))] as QuestionKind
}

const NONE: readonly number[] = []

function weightsOf(sign: string, { written, read }: Table): readonly number[] {
  const known = read.get(sign)
  if (known !== undefined) return known
  const line = written.get(sign)
  if (line === undefined) return NONE
  const weights = line.split('\t').map(Number)
  read.set(sign, weights)
  return weights
}
