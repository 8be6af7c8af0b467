import { addPerson, editPerson, me, personNamed, setMe } from '../store/people.ts'
import { required } from '../terminal/ask.ts'
import { type Define, examples, say } from './context.ts'

export const define: Define = (command, { io, ask, database }) => {
  command.option('--name <name>', 'your name').action(async (options: { name?: string }) => {
    const name = await required(options.name, '--name', ask, (person) => person.text('What is your name?'))
    const db = await database()
    const before = me(db)
    const person =
      before === undefined
        ? (personNamed(db, name.trim()) ?? addPerson(db, io, name))
        : editPerson(db, before, { name })
    setMe(db, person)
    say(io, `You are ${person.name}. Next: coach person add 'Ben Reyes'`)
  })
  examples(command, ["coach init --name 'Ana Coach'"])
}
