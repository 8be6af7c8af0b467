import type { Observation } from '../domain/model.ts'
import { distribution } from './figures.ts'
import { NO_INTERVAL } from './intervals.ts'
import { type PreparedSession, prepare } from './strands.ts'
import { poolKey, summarizePooled } from './summary.ts'
import {
  AVERAGED,
  type Averaged,
  type Averages,
  type BehaviorAverages,
  type BehaviorSummary,
  type Derivation,
  type Distribution,
  type Figure,
  type Measures,
  type MultiCode,
  type MultiCodeAverages,
  type SessionSummary,
  type SeveralSessions,
} from './types.ts'

/**
 * The figures of several sessions, both pooled and averaged.
 *
 * @param units for each observation in turn what it belongs to: sessions of one unit (the lessons of one course,
 *   say) are pooled before they are averaged; by default each session is a unit of its own
 */
export function summarizeSeveral(
  observations: readonly Observation[],
  derivation: Derivation | null = null,
  units: readonly unknown[] = observations,
): SeveralSessions {
  const members = observations
    .map((observation, index) => ({ unit: units[index], session: prepare(observation) }))
    .sort((a, b) => a.session.number - b.session.number)
  const sessions = members.map(({ session }) => session)
  const pooled = summarizePooled(sessions, derivation)
  const grouped = [...Map.groupBy(members, ({ unit }) => unit).values()].map((unit) =>
    unit.map(({ session }) => session),
  )
  const summaries = grouped.map((unit) =>
    summarizePooled(
      unit.map((session) => withEveryValue(session, pooled)),
      derivation,
    ),
  )
  return {
    sessions: sessions.map(({ number }) => number),
    pooled,
    averaged: {
      units: grouped.map((unit) => unit.map(({ number }) => number)),
      behaviors: pooled.behaviors.map((behavior) => averageBehavior(behavior, summaries)),
      multiCode: pooled.multiCode.map((group) => averageMultiCode(group, summaries)),
    },
  }
}

/**
 * A value that was recorded in one session only occurred 0 times in the others; declaring it everywhere makes
 * it count so.
 */
function withEveryValue(session: PreparedSession, { behaviors }: SessionSummary): PreparedSession {
  const values = new Map(behaviors.map(({ behavior, byModifier }) => [poolKey(behavior), byModifier]))
  return {
    ...session,
    behaviors: session.behaviors.map((behavior) => ({
      ...behavior,
      modifiers: [...(values.get(poolKey(behavior)) ?? [])].map(([name, found]) => ({
        name,
        values: [...found.keys()],
      })),
    })),
  }
}

const FIGURE_OF: Readonly<Record<Averaged, (measures: Measures) => Figure | undefined>> = {
  count: ({ count }) => ({ value: count }),
  ratePerMin: ({ ratePerMin }) => ratePerMin,
  interResponseMeanMs: ({ interResponseMs }) => interResponseMs?.mean,
  totalMs: ({ durations }) => durations?.totalMs,
  meanMs: ({ durations }) => durations?.meanMs,
  percentOfObserved: ({ durations }) => durations?.percentOfObserved,
  latencyMeanMs: ({ latencies }) => latencies?.meanMs,
  intervalsPercent: ({ intervals }) => intervals?.percent,
}

/** Arithmetic mean over units, each weighing the same; its sample SD says how much they differ. */
function average(units: readonly Measures[]): Averages {
  const averages: Partial<Record<Averaged, Distribution>> = {}
  for (const name of AVERAGED) {
    const values = units.flatMap((measures) => FIGURE_OF[name](measures)?.value ?? [])
    if (values.length > 0) averages[name] = distribution(values, '')
  }
  return averages
}

function averageBehavior(
  { behavior, byModifier }: BehaviorSummary,
  units: readonly SessionSummary[],
): BehaviorAverages {
  const watched = units.flatMap(
    ({ behaviors }) => behaviors.find((one) => poolKey(one.behavior) === poolKey(behavior)) ?? [],
  )
  const averageValue = (name: string, value: string): Averages =>
    average(watched.flatMap((unit) => unit.byModifier.get(name)?.get(value) ?? []))
  return {
    behavior,
    units: watched.length,
    averages: average(watched),
    byModifier: new Map(
      [...byModifier].map(([name, values]) => [
        name,
        new Map([...values.keys()].map((value) => [value, averageValue(name, value)])),
      ]),
    ),
  }
}

function averageMultiCode(
  { method, lengthMs, codes }: MultiCode,
  units: readonly SessionSummary[],
): MultiCodeAverages {
  const observed = units.flatMap(
    ({ multiCode }) =>
      multiCode.find((one) => one.method === method && one.lengthMs === lengthMs && one.intervals > 0) ?? [],
  )
  return {
    method,
    lengthMs,
    units: observed.length,
    codes: codes.map(({ behavior }) => {
      const shares = observed.flatMap(
        (unit) => unit.codes.find((one) => one.behavior.id === behavior.id) ?? [],
      )
      const over = (figure: (code: (typeof shares)[number]) => Figure): Distribution =>
        distribution(
          shares.flatMap((code) => figure(code).value ?? []),
          NO_INTERVAL,
        )
      return {
        behavior,
        percentOfIntervals: over((code) => code.percentOfIntervals),
        percentOfMarks: over((code) => code.percentOfMarks),
      }
    }),
  }
}
