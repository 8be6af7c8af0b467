import type { Behavior, Observation } from '../domain/model.ts'
import { sum } from './figures.ts'
import { verbalFlow } from './flow.ts'
import { getOrAdd } from './get-or-add.ts'
import { measureBehavior } from './measure.ts'
import { multiCodes } from './multi-code.ts'
import { sequences } from './sequences.ts'
import { type PreparedSession, prepare, type Strand } from './strands.ts'
import { talkShare } from './talk.ts'
import type { Derivation, SessionSummary } from './types.ts'
import { wordsOfSession } from './words.ts'

/**
 * All figures of one session.
 *
 * @param derivation intervals to derive from what was recorded with times
 */
export const summarize = (observation: Observation, derivation: Derivation | null = null): SessionSummary =>
  summarizePooled([prepare(observation)], derivation)

/** All figures of the records of several sessions taken together, in each behavior version's watched time. */
export function summarizePooled(
  sessions: readonly PreparedSession[],
  derivation: Derivation | null,
): SessionSummary {
  const watched = strandsByBehavior(sessions)
  const lengthMs = sum(sessions.map((session) => session.lengthMs))
  const observedMs = sum(sessions.map((session) => session.observedMs))
  return {
    lengthMs,
    observedMs,
    gapMs: lengthMs - observedMs,
    behaviors: watched.map(({ behavior, strands }) => measureBehavior(behavior, strands, derivation)),
    notes: sessions.flatMap(({ number, records }) => wordsOfSession(number, records)),
    flows: watched.flatMap(({ behavior, strands }) => verbalFlow(behavior, strands) ?? []),
    sequences: sequences(sessions),
    talk: watched.flatMap(({ behavior, strands }) => talkShare(behavior, strands) ?? []),
    multiCode: multiCodes(sessions),
  }
}

/** What is pooled, in the order in which sessions list it. */
function strandsByBehavior(
  sessions: readonly PreparedSession[],
): { behavior: Behavior; strands: Strand[] }[] {
  const watched = new Map<string, { behavior: Behavior; strands: Strand[] }>()
  for (const { behaviors, strands } of sessions) {
    for (const behavior of behaviors) {
      const strand = strands.get(behavior.id)
      if (strand === undefined) continue
      getOrAdd(watched, poolKey(behavior), () => ({ behavior, strands: [] })).strands.push(strand)
    }
  }
  return [...watched.values()]
}

/**
 * Behaviors that share it are pooled: one version, since versions mean different things, and one interval
 * length, since the percent of intervals scored changes with it.
 */
export const poolKey = ({ id, intervalMs }: Behavior): string => `${id} ${intervalMs ?? ''}`
