import { computedFrom, conversationFor, forSelf, phasesFor, type Released } from '../domain/audience.ts'
import { InputError, UsageError } from '../domain/errors.ts'
import type { Agreement, Behavior, Goal, Observation, Session } from '../domain/model.ts'
import type { Direction } from '../measures/change/index.ts'
import {
  progressOf,
  SERIES_MEASURES,
  type SeriesMeasure,
  scaleOf,
  seriesFigure,
  usualMeasure,
} from '../measures/change/series.ts'
import { summarize } from '../measures/summary.ts'
import type { BehaviorSummary } from '../measures/types.ts'
import type { Progress } from '../reports/progress.ts'
import { allBehaviors, behaviorNamed, behaviorsOfSession } from '../store/behaviors.ts'
import type { Database } from '../store/database.ts'
import { goalsOf } from '../store/goals.ts'
import { phaseOfSession, phaseStarts } from '../store/phases.ts'
import { allSessions } from '../store/sessions.ts'
import type { Ask } from '../terminal/ask.ts'
import type { Sight } from './audience.ts'

/**
 * A measure of one behavior over the sessions that have ended, in phases, as an audience sees them. Others than the
 * protégé and their coach see sessions numbered by their place in the series.
 * @param asked null takes the usual one of its technique
 * @param direction for those who don't see the goal that says it
 * @throws InputError where no session watched it
 * @throws UsageError where its technique has no such measure
 */
export function progressInStore(
  db: Database,
  agreement: Agreement,
  behavior: Behavior,
  asked: SeriesMeasure | null,
  sight: Sight,
  direction: Direction | null,
): Progress {
  const { audience } = sight
  const { watched, leftOut } = sessionsOf(db, agreement, behavior, sight)
  const last = watched.at(-1)
  if (last === undefined) {
    throw new InputError(
      `No session that has ended watched '${behavior.name}'; record one with coach observe.`,
    )
  }
  const measure = asked ?? usualMeasure(behavior.technique)
  const starts = phaseStarts(db, agreement)
  const phases = phasesFor(
    audience,
    watched.map(({ stored }) => phaseOfSession(stored, starts)),
  )
  const seen = watched.map((one) => one.seen)
  const numberOf = ({ session }: Seen, index: number): number =>
    audience === 'self' ? session.number : index + 1
  const points = seen.map((one, index) =>
    computedFrom([one, phases], ([{ session, summary }, names]) => ({
      case: session.agreement.protege.name,
      phase: names[index] ?? '',
      session: numberOf({ session, summary }, index),
      place: index + 1,
      value: figureOf(measure, summary),
    })),
  )
  const goal = directionOf(conversationFor(audience, goalsOf(db, agreement)), behavior)
  const wished = goal ?? direction
  const scale = scaleOf(
    measure,
    seen.map(({ summary }) => summary),
  )
  return {
    audience,
    behavior:
      audience === 'self' ? forSelf(behavior) : computedFrom(last.seen, ({ summary }) => summary.behavior),
    measure,
    wished,
    wishedBy: goal !== null ? 'goal' : wished !== null ? 'option' : null,
    cases: computedFrom(points, (all) => progressOf(all, wished, scale)),
    leftOut: computedFrom(leftOut, (all) => all.map(({ session }) => session.number)),
    redefined: computedFrom(seen, (all) =>
      all.flatMap((one, index) => {
        const before = all[index - 1]
        return before !== undefined && before.summary.behavior.version !== one.summary.behavior.version
          ? [numberOf(one, index)]
          : []
      }),
    ),
  }
}

/** The behavior meant: the only one where none is named, or the one that is chosen where somebody can choose. */
export async function behaviorFor(
  db: Database,
  agreement: Agreement,
  name: string | undefined,
  ask: Ask | null,
): Promise<Behavior> {
  const all = allBehaviors(db, agreement)
  const live = all.filter(({ retired }) => !retired)
  if (name !== undefined) {
    // A key that a retired behavior had may belong to another by now.
    const taken = new Set(live.flatMap((one) => [one.key, one.name]))
    const past = all.filter((one) => one.retired && !taken.has(one.key) && !taken.has(one.name))
    return behaviorNamed(name, [...live, ...past])
  }
  const [only, ...others] = live
  if (only === undefined) return behaviorNamed('', live)
  if (others.length === 0) return only
  if (ask !== null) {
    return ask.one(
      'Which behavior?',
      live.map((one) => ({ name: one.name, value: one })),
    )
  }
  throw new UsageError(
    `BEHAVIOR is needed here; it is one of ${live.map((one) => `${one.key} (${one.name})`).join(', ')}.`,
  )
}

/** A session, and what was measured of the behavior in it. */
interface Seen {
  readonly session: Session
  readonly summary: BehaviorSummary
}

interface Watched {
  readonly stored: Session
  readonly seen: Released<Seen>
}

/** The ended sessions that watched a behavior, in order of time, one for each event. */
function sessionsOf(
  db: Database,
  agreement: Agreement,
  behavior: Behavior,
  { see }: Sight,
): { watched: Watched[]; leftOut: Released<Observation>[] } {
  const ended = allSessions(db)
    .filter((session) => session.agreement.id === agreement.id && session.state === 'ended')
    .sort((a, b) => (a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : a.number - b.number))
  const coachOf = new Map<string, number>()
  for (const { startedAt, observer } of ended) {
    if (!coachOf.has(startedAt) || observer.id === agreement.coach.id) coachOf.set(startedAt, observer.id)
  }
  const watched: Watched[] = []
  const leftOut: Released<Observation>[] = []
  for (const stored of ended) {
    // In the same places, whatever they are called.
    const place = behaviorsOfSession(db, stored.number).findLastIndex(
      (one) => one.behaviorId === behavior.behaviorId,
    )
    if (place === -1) continue
    if (coachOf.get(stored.startedAt) !== stored.observer.id) leftOut.push(see(stored))
    else
      watched.push({ stored, seen: computedFrom(see(stored), (observation) => measured(observation, place)) })
  }
  return { watched, leftOut }
}

/** The figures of one behavior of those in a session. */
function measured(observation: Observation, place: number): Seen {
  const { session, behaviors, records } = observation
  const [behavior] = behaviors.slice(place)
  const {
    behaviors: [summary],
  } = summarize({
    ...observation,
    behaviors: behaviors.slice(place, place + 1),
    records: records.filter((record) => record.behavior === behavior?.id),
  })
  return { session, summary: summary as BehaviorSummary }
}

function figureOf(measure: SeriesMeasure, summary: BehaviorSummary) {
  const figure = seriesFigure(measure, summary)
  if (figure !== undefined) return figure
  const { name, technique } = summary.behavior
  const possible = SERIES_MEASURES.filter((one) => seriesFigure(one, summary) !== undefined)
  throw new UsageError(
    `'${name}' is recorded as ${technique} and has no ${measure}; take --measure ${possible.join(' or ')}.`,
  )
}

/** Which way the protégé wishes the data to move, by the last goal about the behavior that says it. */
const directionOf = (goals: readonly Goal[], behavior: Behavior): Direction | null =>
  goals.findLast((goal) => goal.behavior === behavior.behaviorId && goal.direction !== null)?.direction ??
  null
