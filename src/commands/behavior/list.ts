import { formatLength } from '../../domain/format.ts'
import { visibleLine } from '../../domain/text.ts'
import { findAgreement } from '../../store/agreements.ts'
import { allBehaviors } from '../../store/behaviors.ts'
import { type Define, examples, toJson } from '../context.ts'
import { behaviorJson } from './show.ts'

export const define: Define = (command, { io, database }) => {
  command
    .option('--person <name>', 'whose behaviors')
    .option('--json', 'print data for programs')
    .action(async (options: { person?: string; json?: boolean }) => {
      const db = await database()
      const agreement = findAgreement(db, options.person)
      const behaviors = allBehaviors(db, agreement)
      if (options.json) {
        return void io.stdout.write(
          toJson({
            schema_version: 1,
            person: agreement.protege.name,
            behaviors: behaviors.map((one) => ({ ...behaviorJson(one), retired: one.retired })),
          }),
        )
      }
      if (behaviors.length === 0) {
        return void io.stdout.write(
          `${visibleLine(agreement.protege.name)} has not asked for anything yet. Next: coach behavior add\n`,
        )
      }
      io.stdout.write(`${visibleLine(agreement.protege.name)} asked for:\n`)
      for (const one of behaviors) {
        const every = one.intervalMs === null ? '' : ` of ${formatLength(one.intervalMs)}`
        const mark = one.retired ? ', retired' : ''
        io.stdout.write(
          `  ${one.key}  ${visibleLine(one.name)}  (${one.technique}${every}${mark})  "${visibleLine(one.request)}"\n`,
        )
      }
    })
  examples(command, ['coach behavior list', "coach behavior list --person 'Ben Reyes' --json"])
}
