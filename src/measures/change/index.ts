import { known, unknown } from '../figures.ts'
import type { Figure } from '../types.ts'
import { ird, nap, pand, pem, pnd, tauU } from './overlap.ts'
import { describePhase, MOST_SESSIONS } from './phases.ts'
import { logResponseRatio } from './response-ratio.ts'
import type {
  Direction,
  Effect,
  EffectName,
  Phase,
  PhaseComparison,
  PhaseDescription,
  Scale,
} from './types.ts'

export { type EffectText, effectTexts } from './effects.ts'
export { describePhase, phasesOf } from './phases.ts'
export * from './types.ts'

/** Below this, one session more or less would turn an effect size round. */
const FEWEST = 3

/**
 * Compares two phases of one series. `level`, `trend` and `immediacy` are differences, later less earlier, in the unit of the values; the others are the
 * published effect sizes, for the direction that is wished. Where nobody has said which way, they are worked out for an increase: for a decrease
 * NAP would be 1 − NAP, and Tau and Tau-U turn their signs.
 *
 * Effect sizes take three sessions in each phase.
 *
 * @param wished from the protégé's goal; null where there is none
 */
export function comparePhases(
  from: Phase,
  to: Phase,
  wished: Direction | null,
  scale: Scale,
): PhaseComparison {
  const direction = wished ?? 'increase'
  const [a, b] = [inOrder(from), inOrder(to)]
  const described: Described = { from: describePhase(a), to: describePhase(b) }
  const effects = {
    ...differences(a, b, described),
    ...effectSizes(valuesOf(a), valuesOf(b), direction, scale),
  }
  const directed = Object.fromEntries(
    Object.entries(effects).map(([name, effect]) => [name, { ...effect, direction }]),
  ) as Record<EffectName, Effect>
  return { ...described, direction, directionKnown: wished !== null, effects: directed }
}

interface Described {
  readonly from: PhaseDescription
  readonly to: PhaseDescription
}
type Undirected = Omit<Effect, 'direction'>

const inOrder = (phase: Phase): Phase => ({
  ...phase,
  values: [...phase.values].sort((x, y) => x.session - y.session || x.value - y.value),
})

const valuesOf = ({ values }: Phase): number[] => values.map(({ value }) => value)

function differences(
  a: Phase,
  b: Phase,
  { from, to }: Described,
): Record<'level' | 'trend' | 'immediacy', Undirected> {
  const few = tooFew(a.values.length, b.values.length)
  return {
    level: withoutError(less(to.mean, from.mean), DESCRIBES),
    trend: withoutError(less(to.slope, from.slope), DESCRIBES),
    immediacy: withoutError(
      few !== null
        ? unknown(few)
        : less(
            describePhase({ ...b, values: b.values.slice(0, FEWEST) }).mean,
            describePhase({ ...a, values: a.values.slice(-FEWEST) }).mean,
          ),
      DESCRIBES,
    ),
  }
}

function effectSizes(
  a: readonly number[],
  b: readonly number[],
  direction: Direction,
  scale: Scale,
): Record<Exclude<EffectName, 'level' | 'trend' | 'immediacy'>, Undirected> {
  const few = tooFew(a.length, b.length)
  if (few !== null) {
    const none: Undirected = { value: unknown(few), se: unknown(few), ci95: { value: null, why: few } }
    return {
      nap: none,
      pnd: none,
      pem: none,
      pand: none,
      ird: none,
      tau: none,
      tau_u: none,
      log_response_ratio: none,
    }
  }
  const turn = (values: readonly number[]): number[] =>
    direction === 'increase' ? [...values] : values.map((x) => -x)
  const [x, y] = [turn(a), turn(b)]
  const pairs = nap(x, y)
  const [lower, upper] = pairs.ci95
  return {
    nap: { value: known(pairs.value), se: known(pairs.se), ci95: { value: pairs.ci95 } },
    pnd: withoutError(known(pnd(x, y))),
    pem: withoutError(known(pem(x, y))),
    pand: withoutError(known(pand(x, y))),
    ird: withoutError(known(ird(x, y))),
    tau: {
      value: known(2 * pairs.value - 1),
      se: known(2 * pairs.se),
      ci95: { value: [2 * lower - 1, 2 * upper - 1] },
    },
    tau_u: withoutError(
      a.length > MOST_SESSIONS
        ? unknown(`it is worked out for at most ${MOST_SESSIONS} sessions a phase`)
        : known(tauU(x, y)),
    ),
    log_response_ratio: logResponseRatio(a, b, scale),
  }
}

const tooFew = (m: number, n: number): string | null =>
  Math.min(m, n) < FEWEST ? `each phase needs ${FEWEST} sessions at least; these have ${m} and ${n}` : null

const less = (figure: Figure, other: Figure): Figure => {
  if (figure.value === null) return figure
  return other.value === null ? other : known(figure.value - other.value)
}

const UNPUBLISHED = 'the distribution is not known that a standard error would come from'
const DESCRIBES = 'it describes these sessions, and is published without a standard error'

function withoutError(value: Figure, why = UNPUBLISHED): Undirected {
  const none = { value: null, why } as const
  return { value, se: none, ci95: none }
}
