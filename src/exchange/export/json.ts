import { conversationFor } from '../../domain/audience.ts'
import { sessionInterval } from '../../store/archive.ts'
import { reflectionsOf } from '../../store/reflections.ts'
import type { ArchivedRecord, ArchivedSession } from '../schema.ts'
import type { Part, Source } from '../source.ts'
import { SCHEMA_VERSION } from '../version.ts'
import { registerOf } from './register.ts'

/**
 * The whole archive, or what was selected of it: people, agreements, behaviors in all versions, sessions with their
 * records. Importing it into an empty database and exporting that gives the same bytes.
 */
export function* write(source: Source): Generator<string> {
  const { people, agreements, behaviors } = registerOf(source)
  yield `{"schema_version":${SCHEMA_VERSION},\n"people":[`
  yield* items(people)
  yield '],\n"agreements":['
  yield* items(agreements)
  yield '],\n"behaviors":['
  yield* items(behaviors)
  yield '],\n"sessions":['
  yield* sessionsOf(source)
  yield ']}\n'
}

/** One item a line, so that two exports can be compared line by line. */
function* items(values: Iterable<object>): Generator<string> {
  let separator = '\n'
  for (const value of values) {
    yield separator + JSON.stringify(value)
    separator = ',\n'
  }
}

/** The records of a session follow in its last field, so that they need not be in memory together. */
function* sessionsOf(source: Source): Generator<string> {
  let separator = '\n'
  let recordSeparator = '\n'
  let at = 0
  for (const part of source.parts()) {
    if (part.first) {
      yield `${separator}${JSON.stringify(sessionHead(source, part, at)).slice(0, -1)},"records":[`
      separator = ',\n'
      recordSeparator = '\n'
    }
    const uuids = new Map(part.behaviors.map(({ id, uuid, version }) => [id, { uuid, version }]))
    for (const record of part.records) {
      yield recordSeparator + JSON.stringify(archivedRecord(record, uuids))
      recordSeparator = ',\n'
    }
    if (part.last) {
      yield ']}'
      at += 1
    }
  }
}

/** @param at the place of the session among those selected */
function sessionHead(
  { db, audience, stored }: Source,
  { session, behaviors, gaps }: Part,
  at: number,
): Omit<ArchivedSession, 'records'> {
  const number = stored[at]?.number ?? session.number
  return {
    uuid: session.uuid,
    number: session.number,
    agreement: session.agreement.uuid,
    observer: session.observer.uuid,
    state: session.state,
    started_at: session.startedAt,
    time_zone: session.timeZone,
    planned_ms: session.plannedMs,
    interval_ms: sessionInterval(db, number),
    length_ms: session.lengthMs,
    place: session.place,
    behaviors: behaviors.map(({ uuid, version }) => ({ behavior: uuid, version })),
    gaps: gaps.map(({ fromMs, toMs, reason }) => ({ from_ms: fromMs, to_ms: toMs, reason })),
    reflections: conversationFor(audience, reflectionsOf(db, number)).map(
      ({ uuid, stage, question, answer, answeredAt }) => ({
        uuid,
        stage,
        question,
        answer,
        answered_at: answeredAt,
      }),
    ),
  }
}

function archivedRecord(
  record: Part['records'][number],
  uuids: ReadonlyMap<number, { readonly uuid: string; readonly version: number }>,
): ArchivedRecord {
  const behavior = record.behavior === null ? undefined : uuids.get(record.behavior)
  return {
    number: record.number,
    uuid: record.uuid,
    behavior: behavior?.uuid ?? null,
    version: behavior?.version ?? null,
    mark: record.mark,
    at_ms: record.atMs,
    value: record.value,
    starts: record.starts,
    modifiers: record.modifiers,
    words: record.words,
    flag: record.flag,
    kept: [...record.kept],
  }
}
