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
      const actions = goalsOf(db, findAgreement(db, name)).flatMap((goal) =>
        actionsOf(db, goal).map((action) => ({ goal, action })),
      )
      if (options.json) {
        return void io.stdout.write(
          toJson({
            schema_version: 1,
            actions: actions.map(({ goal, action }) => ({
              number: action.id,
              goal: goal.id,
              words: action.words,
              by: action.by,
              done_at: action.doneAt,
            })),
          }),
        )
      }
      if (actions.length === 0)
        return void io.stdout.write('No action yet. Actions come out of coach reflect.\n')
      for (const { goal, action } of actions) {
        const by = action.by === null ? '' : `, by ${action.by}`
        const mark = action.doneAt === null ? '[ ]' : '[x]'
        io.stdout.write(
          `${visibleLine(`${mark} ${action.id}  ${action.words}${by}  (goal ${goal.id}: "${goal.words}")`)}\n`,
        )
      }
    })
  examples(command, ['coach action list'])
}
