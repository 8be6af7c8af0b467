import { findAgreement } from '../../store/agreements.ts'
import { behaviorNamed, liveBehaviors, retireBehavior } from '../../store/behaviors.ts'
import { type Define, examples, say } from '../context.ts'

export const define: Define = (command, { io, database }) => {
  command
    .argument('<behavior>', 'its key or name')
    .option('--person <name>', 'whose behavior')
    .action(async (name: string, options: { person?: string }) => {
      const db = await database()
      const behavior = behaviorNamed(name, liveBehaviors(db, findAgreement(db, options.person)))
      retireBehavior(db, io, behavior)
      say(
        io,
        `'${behavior.name}' is no longer watched. Its records stay, and the key ${behavior.key} is free.`,
      )
    })
  examples(command, ['coach behavior retire q'])
}
