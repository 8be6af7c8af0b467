import { Option } from 'commander'
import { CAREER_STAGES, type CareerStage } from '../../domain/model.ts'
import { editPerson, findPerson } from '../../store/people.ts'
import { type Define, examples, say } from '../context.ts'

export const define: Define = (command, { io, database }) => {
  command
    .argument('<person>', 'a name, initials or a unique prefix')
    .option('--name <name>', 'the new name')
    .addOption(new Option('--stage <stage>', 'the career stage').choices(CAREER_STAGES))
    .action(async (text: string, options: { name?: string; stage?: CareerStage }) => {
      const db = await database()
      const person = editPerson(db, findPerson(db, text), options)
      say(io, `Now ${person.name}${person.stage === null ? '' : `, ${person.stage}`}.`)
    })
  examples(command, ["coach person edit 'Ben Reyes' --stage experienced"])
}
