import type { Behavior, Observation } from '../domain/model.ts'
import { sum } from './figures.ts'
import { verbalFlow } from './flow.ts'
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

/** The behavior versions in the order in which sessions list them. Versions are kept apart, since they mean different things. */
function strandsByBehavior(
  sessions: readonly PreparedSession[],
): { behavior: Behavior; strands: Strand[] }[] {
  const watched = new Map<number, { behavior: Behavior; strands: Strand[] }>()
  for (const { behaviors, strands } of sessions) {
    for (const behavior of behaviors) {
      const strand = strands.get(behavior.id)
      if (strand === undefined) continue
      const found = watched.get(behavior.id)
      if (found === undefined) watched.set(behavior.id, { behavior, strands: [strand] })
      else found.strands.push(strand)
    }
  }
  return [...watched.values()]
}
