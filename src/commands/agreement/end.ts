import { agreementById, endAgreement } from '../../store/agreements.ts'
import { type Define, examples, say, wholeNumber } from '../context.ts'

export const define: Define = (command, { io, database }) => {
  command
    .argument('<number>', 'the number of the agreement', wholeNumber('NUMBER', 1))
    .action(async (id: number) => {
      const db = await database()
      const { protege } = endAgreement(db, io, agreementById(db, id))
      say(io, `Agreement ${id} with ${protege.name} has ended. What was recorded stays with the two of you.`)
    })
  examples(command, ['coach agreement end 1'])
}
