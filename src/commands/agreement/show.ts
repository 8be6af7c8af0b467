import { CHOICE_WORDS } from '../../domain/agreement.ts'
import type { Agreement } from '../../domain/model.ts'
import { visibleLine } from '../../domain/text.ts'
import { agreementById } from '../../store/agreements.ts'
import { versionsOf } from '../../store/behaviors.ts'
import { type Consent, consentsOf } from '../../store/consents.ts'
import type { Database } from '../../store/database.ts'
import { AUDIENCE_WORDS } from '../agree.ts'
import { type Define, examples, toJson, wholeNumber } from '../context.ts'
import { itemWords } from './share.ts'

export const define: Define = (command, { io, database }) => {
  command
    .argument('<number>', 'the number of the agreement', wholeNumber('NUMBER', 1))
    .option('--json', 'print data for programs')
    .action(async (id: number, options: { json?: boolean }) => {
      const db = await database()
      const agreement = agreementById(db, id)
      const consents = consentsOf(db, agreement)
      if (options.json) {
        return void io.stdout.write(
          toJson({
            schema_version: 1,
            ...agreementJson(agreement),
            consents: consents.map((consent) => consentJson(db, consent)),
          }),
        )
      }
      const protege = visibleLine(agreement.protege.name)
      const lines = [
        `Agreement ${agreement.id}: ${visibleLine(agreement.coach.name)} and ${protege}, ${agreement.kind}`,
        `  since ${agreement.startedAt.slice(0, 10)}${agreement.endedAt === null ? '' : `, ended ${agreement.endedAt.slice(0, 10)}`}`,
        ...(agreement.supervisor ? ['  marked: a supervisor as mentor; no coaching belongs to it'] : []),
        `  ${protege} chose:`,
        ...agreement.choices.map((choice) => `    ${CHOICE_WORDS[choice]}`),
        '  What may leave the database:',
        ...consents
          .filter(({ withdrawnAt }) => withdrawnAt === null)
          .map((consent) => consentLine(db, consent)),
      ]
      const withdrawn = consents.filter(({ withdrawnAt }) => withdrawnAt !== null)
      if (withdrawn.length > 0) {
        lines.push('  Taken back:', ...withdrawn.map((consent) => consentLine(db, consent)))
      }
      io.stdout.write(`${lines.join('\n')}\n`)
    })
  examples(command, ['coach agreement show 1'])
}

function consentLine(db: Database, { audience, shared, givenAt, withdrawnAt }: Consent): string {
  const what = shared.kind === 'whole' ? AUDIENCE_WORDS[audience] : itemWords(db, shared)
  const until = withdrawnAt === null ? '' : ` until ${withdrawnAt.slice(0, 10)}`
  return `    ${audience}: ${what}, from ${givenAt.slice(0, 10)}${until}`
}

const consentJson = (db: Database, { audience, shared, givenAt, withdrawnAt }: Consent) => ({
  audience,
  session: shared.kind === 'record' ? shared.session : null,
  record: shared.kind === 'record' ? shared.record : null,
  behavior: shared.kind === 'behavior' ? (versionsOf(db, shared.behaviorId).at(-1)?.name ?? null) : null,
  given_at: givenAt,
  withdrawn_at: withdrawnAt,
})

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
