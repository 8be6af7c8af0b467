import { visibleLine } from '../../domain/text.ts'
import { addPhase } from '../../store/phases.ts'
import { findSession } from '../../store/sessions.ts'
import { type Define, examples } from '../context.ts'

export const define: Define = (command, { io, database }) => {
  command
    .argument('<name>', 'what changed, in the protégé’s words')
    .requiredOption('--from <session>', 'the first session of the phase: a number, last or a date')
    .action(async (name: string, options: { from: string }) => {
      const db = await database()
      const session = findSession(db, options.from)
      const phase = addPhase(db, io, name, session)
      io.stdout.write(
        `${visibleLine(`Phase ${phase.number} of ${session.agreement.protege.name}: '${phase.name}', from session ${phase.fromSession}`)}. Next: coach progress\n`,
      )
    })
  examples(command, ["coach phase add 'I wait three seconds' --from 5"])
}
