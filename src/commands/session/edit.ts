import { findPerson } from '../../store/people.ts'
import { editSession, findSession } from '../../store/sessions.ts'
import { type Define, examples, say } from '../context.ts'

export const define: Define = (command, { io, database }) => {
  command
    .argument('<session>', 'a number, last, or a date')
    .option('--place <words>', 'where it was held')
    .option('--observer <name>', 'who observed')
    .action(async (text: string, options: { place?: string; observer?: string }) => {
      const db = await database()
      const observer = options.observer === undefined ? undefined : findPerson(db, options.observer)
      const session = editSession(db, findSession(db, text), { place: options.place, observer })
      say(
        io,
        `Session ${session.number}: observed by ${session.observer.name}${session.place === null ? '' : `, ${session.place}`}.`,
      )
    })
  examples(command, ["coach session edit 3 --place 'ward 3'", "coach session edit last --observer 'Cy Ito'"])
}
