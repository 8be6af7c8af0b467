import { Option } from 'commander'
import { CAREER_STAGES, type CareerStage } from '../../domain/model.ts'
import { quoted } from '../../domain/text.ts'
import { addPerson } from '../../store/people.ts'
import { required } from '../../terminal/ask.ts'
import { type Define, examples, say } from '../context.ts'

export const define: Define = (command, { io, ask, database }) => {
  command
    .argument('[name]', 'the full name')
    .addOption(new Option('--stage <stage>', 'the career stage').choices(CAREER_STAGES))
    .action(async (given: string | undefined, options: { stage?: CareerStage }) => {
      const name = await required(given, 'NAME', ask, (person) => person.text('What is their name?'))
      const person = addPerson(await database(), io, name, options.stage ?? null)
      say(io, `Added ${person.name}. Next: coach agree ${quoted(person.name)}`)
    })
  examples(command, ["coach person add 'Ben Reyes' --stage induction", "coach person add 'Cy Ito'"])
}
