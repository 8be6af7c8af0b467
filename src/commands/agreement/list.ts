import { visibleLine } from '../../domain/text.ts'
import { allAgreements } from '../../store/agreements.ts'
import { type Define, examples, toJson } from '../context.ts'
import { agreementJson } from './show.ts'

export const define: Define = (command, { io, database }) => {
  command.option('--json', 'print data for programs').action(async (options: { json?: boolean }) => {
    const agreements = allAgreements(await database())
    if (options.json) {
      return void io.stdout.write(toJson({ schema_version: 1, agreements: agreements.map(agreementJson) }))
    }
    if (agreements.length === 0)
      return void io.stdout.write('No agreement yet. Start with coach agree PERSON\n')
    for (const one of agreements) {
      const state =
        one.endedAt === null ? `since ${one.startedAt.slice(0, 10)}` : `ended ${one.endedAt.slice(0, 10)}`
      const mark = one.supervisor ? ', a supervisor as mentor: no coaching' : ''
      io.stdout.write(
        `${one.id}  ${visibleLine(one.coach.name)} with ${visibleLine(one.protege.name)}  ${one.kind}${mark}, ${state}\n`,
      )
    }
  })
  examples(command, ['coach agreement list', 'coach agreement list --json'])
}
