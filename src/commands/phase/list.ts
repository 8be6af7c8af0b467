import { visibleLine } from '../../domain/text.ts'
import { findAgreement } from '../../store/agreements.ts'
import { BASELINE, phaseStarts } from '../../store/phases.ts'
import { type Define, examples, toJson } from '../context.ts'

export const define: Define = (command, { io, database }) => {
  command
    .argument('[person]', 'the protégé')
    .option('--json', 'print data for programs')
    .action(async (person: string | undefined, options: { json?: boolean }) => {
      const db = await database()
      const agreement = findAgreement(db, person)
      const phases = phaseStarts(db, agreement)
      if (options.json) {
        return void io.stdout.write(
          toJson({
            schema_version: 1,
            person: agreement.protege.name,
            phases: phases.map(({ number, name, fromSession }) => ({
              number,
              name,
              from_session: fromSession,
            })),
          }),
        )
      }
      if (phases.length === 0) {
        return void io.stdout.write(
          `No phase yet: every session is ${BASELINE}. Add one with coach phase add NAME --from SESSION\n`,
        )
      }
      for (const { number, name, fromSession } of phases) {
        io.stdout.write(`${String(number).padStart(3)}  ${visibleLine(name)}, from session ${fromSession}\n`)
      }
    })
  examples(command, ['coach phase list', "coach phase list 'Ben Reyes' --json"])
}
