import { finishGoal, goalById } from '../../store/goals.ts'
import { type Define, examples, say, wholeNumber } from '../context.ts'

export const define: Define = (command, { io, database }) => {
  command
    .argument('<number>', 'the number of the goal', wholeNumber('NUMBER', 1))
    .action(async (id: number) => {
      const db = await database()
      const goal = goalById(db, id)
      finishGoal(db, io, goal)
      say(io, `Goal ${id}, "${goal.words}", is done.`)
    })
  examples(command, ['coach goal done 1'])
}
