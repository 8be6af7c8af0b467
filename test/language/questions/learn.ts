/**
 * Learns how much each sign of a question speaks for each kind, from the labelled questions that are there to
 * be tuned on, and writes the weights that the checker weighs with. Run with `npm run learn` after a labelled
 * question or the reading of a sentence has changed.
 */
import { readdirSync, writeFileSync } from 'node:fs'
import { sentencesAsked } from '../../../src/language/questions/asked.ts'
import { QUESTION_KINDS } from '../../../src/language/questions/rule.ts'
import { signsOf } from '../../../src/language/questions/signs.ts'
import { LABELLED, type LabelledQuestion, labelled } from '../../support/labelled.ts'

/** For each sign, what it adds to each kind, in the order of `QUESTION_KINDS`: natural logarithms of odds. */
type Weights = ReadonlyMap<string, readonly number[]>

/** A sign that fewer questions have says more about them than about the kind. */
const FEWEST = 5
/** What a weight smaller than this says is lost in the noise, and is left out. */
const SMALLEST = 0.05
const ROUNDS = 40
const STEP = 0.1
const DECAY = 1e-4

/**
 * Multinomial logistic regression by stochastic gradient descent with the step sizes of AdaGrad (Duchi,
 * Hazan & Singer 2011, Journal of Machine Learning Research 12) and a squared penalty. The same questions
 * give the same weights.
 */
export function learn(questions: readonly LabelledQuestion[]): Weights {
  const read = questions.flatMap(({ text, kind }) => {
    const [reading, ...others] = sentencesAsked(text)
    // Of several questions in a text, its kind says nothing of each.
    return reading === undefined || others.length > 0 ? [] : [{ signs: signsOf(reading), kind }]
  })
  const counts = new Map<string, number>()
  for (const { signs } of read) for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  const known = [...counts].filter(([, count]) => count >= FEWEST).map(([sign]) => sign)
  const places = new Map(known.map((sign, place) => [sign, place]))
  const examples = read.map(({ signs, kind }) => ({
    at: [...signs].flatMap((sign) => places.get(sign) ?? []),
    kind: QUESTION_KINDS.indexOf(kind),
  }))
  const weights = QUESTION_KINDS.map(() => new Float64Array(known.length))
  const slopes = QUESTION_KINDS.map(() => new Float64Array(known.length).fill(1))
  const random = randomFrom(7)
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(examples, random)
    for (const { at, kind } of examples) {
      const likely = likelihoods(
        weights.map((each) => at.reduce((sum, place) => sum + (each[place] as number), 0)),
      )
      for (const [index, each] of weights.entries()) {
        const slope = (likely[index] as number) - (index === kind ? 1 : 0)
        const past = slopes[index] as Float64Array
        for (const place of at) {
          const by = slope + DECAY * (each[place] as number)
          past[place] = (past[place] as number) + by * by
          each[place] = (each[place] as number) - (STEP / Math.sqrt(past[place] as number)) * by
        }
      }
    }
  }
  const rounded = known.map(
    (sign, place) => [sign, weights.map((each) => tenths(each[place] as number))] as const,
  )
  return new Map(rounded.filter(([, all]) => all.some((weight) => weight !== 0)))
}

function tenths(weight: number): number {
  return Math.abs(weight) < SMALLEST ? 0 : Math.round(weight * 10) / 10
}

/** Softmax. */
function likelihoods(sums: readonly number[]): number[] {
  const most = Math.max(...sums)
  const odds = sums.map((sum) => Math.exp(sum - most))
  const all = odds.reduce((sum, each) => sum + each, 0)
  return odds.map((each) => each / all)
}

/** Fisher and Yates. */
function shuffle<T>(list: T[], random: () => number): void {
  for (let last = list.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[list[last], list[other]] = [list[other] as T, list[last] as T]
  }
}

/** A linear congruential generator: the order only has to be the same each time. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    return state / 0x8000_0000
  }
}

/** Every labelled question that may be tuned on. */
export function questionsToLearn(): LabelledQuestion[] {
  const names = readdirSync(LABELLED).filter((name) => /^questions-(tune|probe)/.test(name))
  return names.sort().flatMap((name) => labelled<LabelledQuestion>(name.replace('.jsonl', '')))
}

/** A table with a line for each sign, in the order of the alphabet, so that a change shows as one. */
export function tableOf(weights: Weights): string {
  const lines = [...weights].map(([sign, all]) => [sign, ...all].join('\t')).sort()
  return `${[['sign', ...QUESTION_KINDS].join('\t'), ...lines].join('\n')}\n`
}

if (import.meta.main) {
  const file = new URL('../../../src/language/questions/weights.tsv', import.meta.url)
  writeFileSync(file, tableOf(learn(questionsToLearn())))
}
