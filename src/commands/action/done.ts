import { actionById, finishAction } from '../../store/goals.ts'
import { type Define, examples, say, wholeNumber } from '../context.ts'

export const define: Define = (command, { io, database }) => {
  command
    .argument('<number>', 'the number of the action', wholeNumber('NUMBER', 1))
    .action(async (id: number) => {
      const db = await database()
      const action = actionById(db, id)
      finishAction(db, io, action)
      say(io, `Action ${id}, "${action.words}", is done.`)
    })
  examples(command, ['coach action done 1'])
}
