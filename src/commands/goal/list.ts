import type { Goal } from '../../domain/model.ts'
import { visibleLine } from '../../domain/text.ts'
import { findAgreement } from '../../store/agreements.ts'
import { actionsOf, goalsOf } from '../../store/goals.ts'
import { type Define, examples, toJson } from '../context.ts'

export const define: Define = (command, { io, database }) => {
  command
    .argument('[person]', 'the protégé')
    .option('--json', 'print data for programs')
    .action(async (name: string | undefined, options: { json?: boolean }) => {
      const db = await database()
      const agreement = findAgreement(db, name)
      const goals = goalsOf(db, agreement).map((goal) => ({ goal, actions: actionsOf(db, goal) }))
      if (options.json) {
        return void io.stdout.write(
          toJson({
            schema_version: 1,
            person: agreement.protege.name,
            goals: goals.map(({ goal, actions }) => ({
              ...goalJson(goal),
              actions: actions.map(({ id, words, by, doneAt }) => ({
                number: id,
                words,
                by,
                done_at: doneAt,
              })),
            })),
          }),
        )
      }
      if (goals.length === 0)
        return void io.stdout.write('No goal yet. Goals come out of coach reflect, or coach goal add\n')
      for (const { goal, actions } of goals) {
        io.stdout.write(`${visibleLine(goalLine(goal))}\n`)
        for (const { id, words, by, doneAt } of actions) {
          io.stdout.write(
            `${visibleLine(`     ${doneAt === null ? '[ ]' : '[x]'} action ${id}: ${words}${by === null ? '' : `, by ${by}`}`)}\n`,
          )
        }
      }
    })
  examples(command, ['coach goal list', "coach goal list 'Ben Reyes' --json"])
}

export const goalJson = (goal: Goal) => ({
  number: goal.id,
  words: goal.words,
  evidence: goal.evidence,
  direction: goal.direction,
  by: goal.by,
  set_at: goal.setAt,
  done_at: goal.doneAt,
})

const goalLine = (goal: Goal): string =>
  [
    `${goal.doneAt === null ? '[ ]' : '[x]'} ${goal.id}  "${goal.words}"`,
    goal.evidence === null ? '' : `the data would show: ${goal.evidence}`,
    goal.by === null ? '' : `by ${goal.by}`,
  ]
    .filter((part) => part !== '')
    .join('; ')
