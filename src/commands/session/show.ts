import { formatClock, formatLength } from '../../domain/format.ts'
import type { Behavior, SessionRecord } from '../../domain/model.ts'
import { visibleLine } from '../../domain/text.ts'
import { observationOf } from '../../store/records.ts'
import { findSession, localDate } from '../../store/sessions.ts'
import { type Define, examples, toJson } from '../context.ts'

export const define: Define = (command, { io, database }) => {
  command
    .argument('[session]', 'a number, last, or a date')
    .option('--json', 'print data for programs')
    .action(async (text: string | undefined, options: { json?: boolean }) => {
      const db = await database()
      const { session, behaviors, records, gaps } = observationOf(db, findSession(db, text))
      const name = new Map(behaviors.map((behavior) => [behavior.id, behavior.name]))
      if (options.json) {
        return void io.stdout.write(
          toJson({
            schema_version: 1,
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
          }),
        )
      }
      const { protege } = session.agreement
      io.stdout.write(
        `Session ${session.number}, ${localDate(session)}: ${visibleLine(protege.name)}, observed by ${visibleLine(session.observer.name)}, ${session.state === 'running' ? 'running' : formatLength(session.lengthMs)}${session.place === null ? '' : `, ${visibleLine(session.place)}`}\n`,
      )
      for (const gap of gaps) {
        io.stdout.write(
          `  gap     ${formatClock(gap.fromMs)} to ${gap.toMs === null ? 'now' : formatClock(gap.toMs)} (${gap.reason})\n`,
        )
      }
      for (const record of records) io.stdout.write(`${recordLine(record, behaviors)}\n`)
    })
  examples(command, ['coach session show', 'coach session show 3 --json'])
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
