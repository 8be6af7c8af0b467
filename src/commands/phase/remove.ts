import { visibleLine } from '../../domain/text.ts'
import { findAgreement } from '../../store/agreements.ts'
import { phaseNamed, phaseStarts, removePhase } from '../../store/phases.ts'
import { type Define, examples } from '../context.ts'

export const define: Define = (command, { io, database }) => {
  command
    .argument('<phase>', 'its number or name')
    .option('--person <name>', 'whose phase')
    .action(async (text: string, options: { person?: string }) => {
      const db = await database()
      const phase = phaseNamed(text, phaseStarts(db, findAgreement(db, options.person)))
      removePhase(db, phase)
      io.stdout.write(
        `${visibleLine(`The phase '${phase.name}', from session ${phase.fromSession}, is gone`)}; the sessions are as they were. Next: coach phase list\n`,
      )
    })
  examples(command, ["coach phase remove 'I wait'"])
}
