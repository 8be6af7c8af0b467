import type { Released } from '../../domain/audience.ts'
import { formatClock, formatLength } from '../../domain/format.ts'
import type { Behavior, Observation, SessionRecord } from '../../domain/model.ts'
import { visibleLine } from '../../domain/text.ts'
import { findSession, localDate } from '../../store/sessions.ts'
import { forSelfAlone, sightOfSelf } from '../audience.ts'
import { type Define, examples, toJson } from '../context.ts'

export const define: Define = (command, { io, database }) => {
  command
    .argument('[session]', 'a number, last, or a date')
    .option('--json', 'print data for programs')
    .action(async (text: string | undefined, options: { json?: boolean }) => {
      const db = await database()
      const observation = sightOfSelf(db).see(findSession(db, text))
      io.stdout.write(options.json ? toJson(sessionJson(observation)) : sessionText(observation))
    })
  forSelfAlone(command)
  examples(command, ['coach session show', 'coach session show 3 --json'])
}

function sessionJson({ session, behaviors, records, gaps }: Released<Observation>): object {
  const name = new Map(behaviors.map((behavior) => [behavior.id, behavior.name]))
  return {
    schema_version: 1,
    audience: 'self',
    number: session.number,
    started_at: session.startedAt,
    time_zone: session.timeZone,
    state: session.state,
    length_ms: session.lengthMs,
    observer: session.observer.name,
    protege: session.agreement.protege.name,
    place: session.place,
    gaps: gaps.map((gap) => ({ from_ms: gap.fromMs, to_ms: gap.toMs, reason: gap.reason })),
    records: records.map(({ atMs, behavior, ...record }) => ({
      ...record,
      at_ms: atMs,
      behavior: behavior === null ? null : (name.get(behavior) ?? null),
    })),
  }
}

function sessionText({ session, behaviors, records, gaps }: Released<Observation>): string {
  const { number, agreement, observer, state, lengthMs, place } = session
  const lines = [
    `Session ${number}, ${localDate(session)}: ${visibleLine(agreement.protege.name)}, observed by ${visibleLine(observer.name)}, ${state === 'running' ? 'running' : formatLength(lengthMs)}${place === null ? '' : `, ${visibleLine(place)}`}`,
    ...gaps.map(
      ({ fromMs, toMs, reason }) =>
        `  gap     ${formatClock(fromMs)} to ${toMs === null ? 'now' : formatClock(toMs)} (${reason})`,
    ),
    ...records.map((record) => recordLine(record, behaviors)),
  ]
  return `${lines.join('\n')}\n`
}

/** One record on one line, with the number by which it can be voided. */
export function recordLine(record: SessionRecord, behaviors: readonly Behavior[]): string {
  const behavior = behaviors.find(({ id }) => id === record.behavior)
  const parts = [
    behavior?.name ?? 'note',
    markWords(record),
    Object.values(record.modifiers).join(', '),
    record.words === null ? '' : `"${record.words}"`,
    record.flag === null ? '' : `(${record.flag})`,
    record.kept.length === 0 ? '' : `(kept: ${record.kept.join(', ')})`,
  ].filter((part) => part !== '')
  const time = record.atMs === null ? 'untimed' : formatClock(record.atMs, true)
  return `  ${String(record.number).padStart(4)}  ${time.padEnd(9)}  ${visibleLine(parts.join('  '))}`
}

function markWords(record: SessionRecord): string {
  switch (record.mark) {
    case 'start':
      return 'begins'
    case 'stop':
      return 'ends'
    case 'interval':
      return record.value === 1 ? 'scored' : 'observed, not scored'
    case 'check':
      return record.value === null ? 'no opportunity' : record.value === 1 ? 'seen' : 'not seen'
    case 'tally':
      return `${record.value} without times`
    default:
      return ''
  }
}
