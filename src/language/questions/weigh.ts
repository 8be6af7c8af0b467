import type { QuestionKind } from './rule.ts'
import text from './weights.tsv'

/**
 * How much the rule that fits counts beside the signs, as a natural logarithm of odds: those of its kind are
 * more than four times as great. A rule knows the grammar; the signs know what nobody thought of.
 */
const RULE = 1.5

/** Each sign with its weights as they are written: most are never asked for. */
let written: ReadonlyMap<string, string> | undefined
let kinds: readonly QuestionKind[] = []
const parsed = new Map<string, readonly number[]>()

function read(): ReadonlyMap<string, string> {
  const [heading = '', ...lines] = text.trimEnd().split('\n')
  kinds = heading.split('\t').slice(1) as QuestionKind[]
  return new Map(
    lines.map((line) => {
      const end = line.indexOf('\t')
      return [line.slice(0, end), line.slice(end + 1)]
    }),
  )
}

/**
 * The kind of a question in one sentence that its signs and the rule that fits it make the likeliest: multinomial logistic
 * regression, learned from labelled questions (`npm run learn`), in which the rule has a fixed weight.
 * @param signs those of `signs.ts`
 * @param ruled the kind of the rule that fits
 */
export function weigh(signs: Iterable<string>, ruled: QuestionKind): QuestionKind {
  written ??= read()
  const sums: number[] = kinds.map((kind) => (kind === ruled ? RULE : 0))
  for (const sign of signs) {
    const weights = weightsOf(sign, written)
    for (let index = 0; index < weights.length; index++) {
      sums[index] = (sums[index] as number) + (weights[index] as number)
    }
  }
  return kinds[sums.indexOf(Math.max(...sums))] as QuestionKind
}

function weightsOf(sign: string, table: ReadonlyMap<string, string>): readonly number[] {
  const known = parsed.get(sign)
  if (known !== undefined) return known
  const line = table.get(sign)
  if (line === undefined) return NONE
  const weights = line.split('\t').map(Number)
  parsed.set(sign, weights)
  return weights
}

const NONE: readonly number[] = []
