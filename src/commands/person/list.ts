import { visibleLine } from '../../domain/text.ts'
import { liveAgreements } from '../../store/agreements.ts'
import { allPeople } from '../../store/people.ts'
import { type Define, examples, toJson } from '../context.ts'

export const define: Define = (command, { io, database }) => {
  command.option('--json', 'print data for programs').action(async (options: { json?: boolean }) => {
    const db = await database()
    const agreements = liveAgreements(db)
    const people = allPeople(db).map((person) => ({
      name: person.name,
      stage: person.stage,
      protege_of: agreements.filter((one) => one.protege.id === person.id).map((one) => one.coach.name),
      works_with: agreements.filter((one) => one.coach.id === person.id).map((one) => one.protege.name),
    }))
    if (options.json) return void io.stdout.write(toJson({ schema_version: 1, people }))
    if (people.length === 0)
      return void io.stdout.write("Nobody is recorded yet. Start with coach init --name 'Ana Coach'\n")
    for (const person of people) {
      const roles = [
        ...person.works_with.map((name) => `works with ${name}`),
        ...person.protege_of.map((name) => `protégé of ${name}`),
      ]
      const about = [person.stage, ...roles].filter((part) => part !== null).join(', ')
      io.stdout.write(`${visibleLine(person.name)}${about === '' ? '' : `  (${visibleLine(about)})`}\n`)
    }
  })
  examples(command, ['coach person list', 'coach person list --json'])
}
