import { plural } from '../../domain/format.ts'
import { visibleLine } from '../../domain/text.ts'
import { allAgreements } from '../../store/agreements.ts'
import { findPerson } from '../../store/people.ts'
import { allSessions } from '../../store/sessions.ts'
import { type Define, examples, toJson } from '../context.ts'

export const define: Define = (command, { io, database }) => {
  command
    .argument('<person>', 'a name, initials or a unique prefix')
    .option('--json', 'print data for programs')
    .action(async (name: string, options: { json?: boolean }) => {
      const db = await database()
      const person = findPerson(db, name)
      const agreements = allAgreements(db).filter((one) => [one.coach.id, one.protege.id].includes(person.id))
      const sessions = allSessions(db, person)
      if (options.json) {
        return void io.stdout.write(
          toJson({
            schema_version: 1,
            name: person.name,
            stage: person.stage,
            agreements: agreements.map((one) => one.id),
            sessions: sessions.map((one) => one.number),
          }),
        )
      }
      io.stdout.write(`${visibleLine(person.name)}${person.stage === null ? '' : `, ${person.stage}`}\n`)
      for (const one of agreements) {
        const ended = one.endedAt === null ? '' : `, ended ${one.endedAt.slice(0, 10)}`
        io.stdout.write(
          `  agreement ${one.id}: ${visibleLine(one.coach.name)} works with ${visibleLine(one.protege.name)} (${one.kind}${one.supervisor ? ', a supervisor as mentor: no coaching' : ''})${ended}\n`,
        )
      }
      io.stdout.write(`  ${plural(sessions.length, 'session')} observed\n`)
    })
  examples(command, ["coach person show 'Ben Reyes'", 'coach person show ben --json'])
}
