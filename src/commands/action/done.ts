import { actionById, finishAction } from '../../store/goals.ts'
import { type Define, examples, say } from '../context.ts'

export const define: Define = (command, { io, database }) => {
  command.argument('<number>', 'the number of the action', Number).action(async (id: number) => {
    const db = await database()
    const action = actionById(db, id)
    finishAction(db, io, action)
    say(io, `Action ${id}, "${action.words}", is done.`)
  })
  examples(command, ['coach action done 1'])
}
