import type { Action, Goal, Observation } from '../domain/model.ts'
import { lengthOf, observedStretches } from '../measures/observed.ts'
import type { SessionSummary, SeveralSessions } from '../measures/types.ts'
import { behaviorOfGoal, type ReportData } from './data.ts'
import {
  averagesOfBehavior,
  averagesOfMultiCode,
  behaviorFigures,
  multiCodeFigures,
  talkFigures,
  words,
} from './json-figures.ts'
import { type Kept, keptFindings } from './kept.ts'

export const SCHEMA_VERSION = 1

/**
 * The report as JSON, in the shape of `schema.ts`. Numbers are as measured; where a figure cannot be had it is null, and `why` in
 * the same object says why, under the figure's name. A field that a technique does not have is absent.
 */
export const renderJson = (data: ReportData): string => `${JSON.stringify(reportJson(data), null, 2)}\n`

function reportJson(data: ReportData): object {
  const { observations, summary, averaged } = data
  const figures = summaryJson(summary, keptFindings(observations))
  const sessions = observations.map(sessionJson)
  return {
    schema_version: SCHEMA_VERSION,
    audience: data.audience,
    ...(averaged === null
      ? { session: sessions[0], ...figures }
      : { sessions, ...pooledJson(summary), ...figures, averaged: averagedJson(averaged) }),
    questions: data.questions.map(({ stage, text, behavior }) => ({ stage, text, behavior })),
    reflections: data.reflections.map(({ session, stage, question, answer, answeredAt }) => ({
      session,
      stage,
      question,
      answer,
      answered_at: answeredAt,
    })),
    goals: data.goals.map((goal) => goalJson(goal, data)),
  }
}

function sessionJson({ session, gaps }: Observation): object {
  const { lengthMs, agreement } = session
  const observedMs = lengthOf(observedStretches(lengthMs, gaps))
  return {
    number: session.number,
    state: session.state,
    started_at: session.startedAt,
    time_zone: session.timeZone,
    planned_ms: session.plannedMs,
    length_ms: lengthMs,
    observed_ms: observedMs,
    gap_ms: lengthMs - observedMs,
    gaps: gaps.map(({ fromMs, toMs, reason }) => ({ from_ms: fromMs, to_ms: toMs, reason })),
    protege: agreement.protege.name,
    coach: agreement.coach.name,
    observer: session.observer.name,
    place: session.place,
  }
}

const summaryJson = (summary: SessionSummary, kept: Kept): object => ({
  behaviors: summary.behaviors.map((behavior) => behaviorFigures(behavior, kept)),
  notes: words(summary.notes, kept),
  flow: summary.flows.map((flow) => ({
    behavior: flow.behavior.name,
    people: flow.people,
    exchanges: flow.exchanges,
    from_totals: flow.fromTotals,
    to_totals: flow.toTotals,
    total: flow.total,
    none: flow.none,
    none_from: flow.noneFrom,
    none_to: flow.noneTo,
    incomplete: flow.incomplete,
  })),
  sequences: {
    total: summary.sequences.total,
    pairs: summary.sequences.pairs.map(({ first, next, count }) => ({
      first: first.name,
      next: next.name,
      count,
    })),
  },
  talk_share: summary.talk.map(talkFigures),
  multi_code: summary.multiCode.map(multiCodeFigures),
})

const pooledJson = ({ lengthMs, observedMs, gapMs }: SessionSummary): object => ({
  method: 'pooled records',
  length_ms: lengthMs,
  observed_ms: observedMs,
  gap_ms: gapMs,
})

const averagedJson = ({ units, behaviors, multiCode }: SeveralSessions['averaged']): object => ({
  method: 'averaged sessions',
  units,
  behaviors: behaviors.map(averagesOfBehavior),
  multi_code: multiCode.map(averagesOfMultiCode),
})

const goalJson = (goal: Goal, data: ReportData): object => ({
  id: goal.id,
  words: goal.words,
  behavior: behaviorOfGoal(goal, data),
  evidence: goal.evidence,
  direction: goal.direction,
  by: goal.by,
  set_at: goal.setAt,
  done_at: goal.doneAt,
  actions: data.actions.filter((action) => action.goal === goal.id).map(actionJson),
})

const actionJson = ({ id, words, by, doneAt }: Action): object => ({ id, words, by, done_at: doneAt })
