import { Option } from 'commander'
import { format } from 'date-fns/format'
import { parseWhen } from '../../domain/when.ts'
import { findAgreement } from '../../store/agreements.ts'
import { behaviorNamed, liveBehaviors } from '../../store/behaviors.ts'
import { addAction, addGoal } from '../../store/goals.ts'
import { required } from '../../terminal/ask.ts'
import { type Define, examples, gathered, say } from '../context.ts'

interface Options {
  readonly person?: string
  readonly behavior?: string
  readonly evidence?: string
  readonly direction?: 'increase' | 'decrease'
  readonly by?: string
  readonly action?: string[]
}

export const define: Define = (command, { io, ask, database }) => {
  command
    .argument('[words]', "the goal, in the protégé's own words")
    .option('--person <name>', 'whose goal')
    .option('--behavior <behavior>', 'the behavior that it is about, by key or name')
    .option('--evidence <words>', 'what the data would show')
    .addOption(
      new Option('--direction <way>', 'which way the data would move').choices(['increase', 'decrease']),
    )
    .option('--by <date>', 'by when, as 2026-12-18')
    .option('--action <words>', 'a first action (repeatable)', gathered)
    .action(async (given: string | undefined, options: Options) => {
      const db = await database()
      const agreement = findAgreement(db, options.person)
      const words = await required(given, 'WORDS', ask, (person) =>
        person.text(`${agreement.protege.name}, what is your goal?`),
      )
      const behavior =
        options.behavior === undefined
          ? null
          : behaviorNamed(options.behavior, liveBehaviors(db, agreement)).behaviorId
      const goal = addGoal(db, io, agreement, {
        session: null,
        behavior,
        words,
        evidence: options.evidence ?? null,
        direction: options.direction ?? null,
        by: options.by === undefined ? null : format(parseWhen(options.by, io.now()), 'yyyy-MM-dd'),
      })
      for (const action of options.action ?? []) addAction(db, io, goal, action, null)
      say(io, `Goal ${goal.id} of ${agreement.protege.name}: "${goal.words}"`)
    })
  examples(command, [
    "coach goal add 'I wait three seconds after a question' --behavior q --evidence 'a mean wait of 3 s' --direction increase --by 2026-12-18",
  ])
}
