import { formatLength, plural } from '../../domain/format.ts'
import { visibleLine } from '../../domain/text.ts'
import { findPerson } from '../../store/people.ts'
import { allSessions, localDate, recordCounts } from '../../store/sessions.ts'
import { type Define, examples, toJson } from '../context.ts'

export const define: Define = (command, { io, database }) => {
  command
    .argument('[person]', 'the protégé')
    .option('--json', 'print data for programs')
    .action(async (name: string | undefined, options: { json?: boolean }) => {
      const db = await database()
      const counts = recordCounts(db)
      const sessions = allSessions(db, name === undefined ? undefined : findPerson(db, name)).map(
        (session) => ({
          number: session.number,
          date: localDate(session),
          started_at: session.startedAt,
          time_zone: session.timeZone,
          protege: session.agreement.protege.name,
          observer: session.observer.name,
          state: session.state,
          length_ms: session.lengthMs,
          records: counts.get(session.number) ?? 0,
          place: session.place,
        }),
      )
      if (options.json) return void io.stdout.write(toJson({ schema_version: 1, sessions }))
      if (sessions.length === 0)
        return void io.stdout.write('No session is recorded yet. Start one with coach observe\n')
      for (const one of sessions) {
        const place = one.place === null ? '' : `, ${one.place}`
        const length = one.state === 'running' ? 'running' : formatLength(one.length_ms)
        io.stdout.write(
          `${String(one.number).padStart(3)}  ${one.date}  ${visibleLine(one.protege)}, ${length}, ${plural(one.records, 'record')}${visibleLine(place)}\n`,
        )
      }
    })
  examples(command, ['coach session list', "coach session list 'Ben Reyes' --json"])
}
