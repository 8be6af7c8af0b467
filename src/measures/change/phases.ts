import { distribution, known, percent, sum, unknown } from '../figures.ts'
import type { Figure } from '../types.ts'
import { Z_95 } from './overlap.ts'
import type { Interval, Phase, PhaseDescription, SessionValue } from './types.ts'

/** Figures of all pairs of sessions are worked out up to this many in a phase. */
export const MOST_SESSIONS = 2000

/**
 * Cuts a series into phases. In order of session, a phase lasts as long as its name does; a name that comes back (A, B, A, B) begins another, told apart by
 * its number: 'A (2)'. Where two names share a session number, the numbers start anew in each phase, and the names are the phases, in the order given.
 *
 * @param series with null for a session without a value, which is in no phase
 */
export function phasesOf(
  series: readonly { readonly phase: string; readonly session: number; readonly value: number | null }[],
): Phase[] {
  const phaseAt = new Map<number, string>()
  let startsAnew = false
  for (const { phase, session } of series) {
    if ((phaseAt.get(session) ?? phase) !== phase) startsAnew = true
    phaseAt.set(session, phase)
  }
  const place = new Map([...new Set(series.map(({ phase }) => phase))].map((name, index) => [name, index]))
  const ordered = [...series].sort(
    (a, b) =>
      (startsAnew ? (place.get(a.phase) ?? 0) - (place.get(b.phase) ?? 0) : 0) ||
      a.session - b.session ||
      (a.value ?? 0) - (b.value ?? 0),
  )
  const phases: { name: string; of: string; values: SessionValue[]; isBroken: boolean }[] = []
  const times = new Map<string, number>()
  for (const { phase, session, value } of ordered) {
    let last = phases.at(-1)
    if (value === null) {
      if (last?.of === phase) last.isBroken = true
      continue
    }
    if (last?.of !== phase) {
      const time = (times.get(phase) ?? 0) + 1
      times.set(phase, time)
      last = { name: time === 1 ? phase : `${phase} (${time})`, of: phase, values: [], isBroken: false }
      phases.push(last)
    }
    last.values.push({ session, value, ...(last.isBroken ? { afterMissing: true } : {}) })
    last.isBroken = false
  }
  return phases.map(({ name, values }) => ({ name, values }))
}

/** Level, trend and variability of one phase. */
export function describePhase({ name, values }: Phase): PhaseDescription {
  const { slope, ci95 } = theilSen(values)
  const numbers = values.map(({ value }) => value)
  const { mean, median, sd, min, max } = distribution(numbers, 'the phase has no session')
  return {
    name,
    sessions: values.length,
    mean,
    median,
    sd,
    min,
    max,
    range: min.value === null || max.value === null ? min : known(max.value - min.value),
    slope,
    slopeCi95: ci95,
    percentInEnvelope: inEnvelope(numbers, median),
  }
}

function inEnvelope(values: readonly number[], median: Figure): Figure {
  if (median.value === null) return median
  const middle = median.value
  const reach = 0.25 * Math.abs(middle)
  const near = values.filter((value) => Math.abs(value - middle) <= reach).length
  return percent(near, values.length, 'the phase has no session')
}

/** The slopes between all pairs of sessions, per session. Pairs of values from one session have none. */
function slopesOf(values: readonly SessionValue[]): number[] {
  const slopes: number[] = []
  for (const [index, later] of values.entries()) {
    for (const earlier of values.slice(0, index)) {
      const sessions = later.session - earlier.session
      if (sessions !== 0) slopes.push((later.value - earlier.value) / sessions)
    }
  }
  return slopes
}

/**
 * The trend of a phase: the median of the slopes, and an interval for it (Sen, 1968, *Journal of the American Statistical Association*,
 * 63, 1379–1389). The ends of the interval are the slopes that stand (N ∓ 1.96 σ)/2 from the lowest, of N in order; σ² is the variance
 * of Kendall's S, less what ties take of it (Sen's equation 2.6). SciPy's `theilslopes` takes the same slopes, and the outermost
 * where 95 % takes more than there are.
 */
function theilSen(values: readonly SessionValue[]): { readonly slope: Figure; readonly ci95: Interval } {
  if (values.length > MOST_SESSIONS) {
    const why = `it is worked out for at most ${MOST_SESSIONS} sessions a phase`
    return { slope: unknown(why), ci95: { value: null, why } }
  }
  const slopes = slopesOf(values).sort((x, y) => x - y)
  const spread = Math.sqrt(
    (kendallTerm(values.length) -
      tiesIn(values.map(({ session }) => session)) -
      tiesIn(values.map(({ value }) => value))) /
      18,
  )
  const lower = slopes[Math.round((slopes.length - Z_95 * spread) / 2) - 1]
  const upper = slopes[Math.round((slopes.length + Z_95 * spread) / 2)]
  return {
    slope: distribution(slopes, 'a trend takes two sessions at least').median,
    ci95:
      lower === undefined || upper === undefined
        ? { value: null, why: 'for 95 % it takes more sessions than the phase has' }
        : { value: [lower, upper] },
  }
}

const kendallTerm = (n: number): number => n * (n - 1) * (2 * n + 5)

/** What values that come more than once take of the variance. */
const tiesIn = (values: readonly number[]): number =>
  sum([...Map.groupBy(values, (value) => value).values()].map(({ length }) => kendallTerm(length)))
