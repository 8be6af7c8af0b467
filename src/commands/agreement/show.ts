import { CHOICE_WORDS } from '../../domain/agreement.ts'
import type { Agreement } from '../../domain/model.ts'
import { visibleLine } from '../../domain/text.ts'
import { agreementById } from '../../store/agreements.ts'
import { AUDIENCE_WORDS } from '../agree.ts'
import { type Define, examples, toJson } from '../context.ts'

export const define: Define = (command, { io, database }) => {
  command
    .argument('<number>', 'the number of the agreement', Number)
    .option('--json', 'print data for programs')
    .action(async (id: number, options: { json?: boolean }) => {
      const agreement = agreementById(await database(), id)
      if (options.json)
        return void io.stdout.write(toJson({ schema_version: 1, ...agreementJson(agreement) }))
      const protege = visibleLine(agreement.protege.name)
      const lines = [
        `Agreement ${agreement.id}: ${visibleLine(agreement.coach.name)} and ${protege}, ${agreement.kind}`,
        `  since ${agreement.startedAt.slice(0, 10)}${agreement.endedAt === null ? '' : `, ended ${agreement.endedAt.slice(0, 10)}`}`,
        ...(agreement.supervisor ? ['  marked: a supervisor as mentor; no coaching belongs to it'] : []),
        `  ${protege} chose:`,
        ...agreement.choices.map((choice) => `    ${CHOICE_WORDS[choice]}`),
        '  What may leave the database:',
        ...agreement.share.map((audience) => `    ${audience}: ${AUDIENCE_WORDS[audience]}`),
      ]
      io.stdout.write(`${lines.join('\n')}\n`)
    })
  examples(command, ['coach agreement show 1'])
}

export const agreementJson = (agreement: Agreement) => ({
  number: agreement.id,
  coach: agreement.coach.name,
  protege: agreement.protege.name,
  kind: agreement.kind,
  supervisor: agreement.supervisor,
  choices: agreement.choices,
  share: agreement.share,
  started_at: agreement.startedAt,
  ended_at: agreement.endedAt,
})
