import { InputError, UsageError } from '../domain/errors.ts'
import type { Agreement, Behavior, Session } from '../domain/model.ts'
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
import { observationOf } from '../store/records.ts'
import { allSessions } from '../store/sessions.ts'
import type { Ask } from '../terminal/ask.ts'

/**
 * A measure of one behavior over the sessions that have ended, in phases.
 * @param asked null takes the usual one of its technique
 * @throws InputError where no session watched it
 * @throws UsageError where its technique has no such measure
 */
export function progressInStore(
  db: Database,
  agreement: Agreement,
  behavior: Behavior,
  asked: SeriesMeasure | null,
): Progress {
  const { watched, leftOut } = sessionsOf(db, agreement, behavior)
  if (watched.length === 0) {
    throw new InputError(
      `No session that has ended watched '${behavior.name}'; record one with coach observe.`,
    )
  }
  const measure = asked ?? usualMeasure(behavior.technique)
  const phases = phaseStarts(db, agreement)
  const points = watched.map(({ session, summary }, index) => ({
    case: agreement.protege.name,
    phase: phaseOfSession(session, phases),
    session: session.number,
    place: index + 1,
    value: figureOf(measure, summary),
  }))
  const wished = directionOf(db, agreement, behavior)
  return {
    behavior,
    measure,
    wished,
    wishedBy: wished === null ? null : 'goal',
    cases: progressOf(
      points,
      wished,
      scaleOf(
        measure,
        watched.map(({ summary }) => summary),
      ),
    ),
    leftOut,
    redefined: watched.flatMap(({ session, summary }, index) => {
      const before = watched[index - 1]
      return before !== undefined && before.summary.behavior.version !== summary.behavior.version
        ? [session.number]
        : []
    }),
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

interface Watched {
  readonly session: Session
  readonly summary: BehaviorSummary
}

/** The ended sessions that watched a behavior, in order of time, one for each event. */
function sessionsOf(
  db: Database,
  agreement: Agreement,
  behavior: Behavior,
): { watched: Watched[]; leftOut: number[] } {
  const ended = allSessions(db)
    .filter((session) => session.agreement.id === agreement.id && session.state === 'ended')
    .sort((a, b) => (a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : a.number - b.number))
  const coachOf = new Map<string, number>()
  for (const { startedAt, observer } of ended) {
    if (!coachOf.has(startedAt) || observer.id === agreement.coach.id) coachOf.set(startedAt, observer.id)
  }
  const watched: Watched[] = []
  const leftOut: number[] = []
  for (const session of ended) {
    const version = behaviorsOfSession(db, session.number).findLast(
      (one) => one.behaviorId === behavior.behaviorId,
    )
    if (version === undefined) continue
    if (coachOf.get(session.startedAt) !== session.observer.id) {
      leftOut.push(session.number)
      continue
    }
    const observation = observationOf(db, session)
    const { behaviors } = summarize({
      ...observation,
      behaviors: [version],
      records: observation.records.filter((record) => record.behavior === version.id),
    })
    const [summary] = behaviors
    if (summary !== undefined) watched.push({ session, summary })
  }
  return { watched, leftOut }
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
const directionOf = (db: Database, agreement: Agreement, behavior: Behavior): Direction | null =>
  goalsOf(db, agreement).findLast((goal) => goal.behavior === behavior.behaviorId && goal.direction !== null)
    ?.direction ?? null
