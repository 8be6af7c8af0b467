import { visibleLine } from '../domain/text.ts'
import { allAgreements } from '../store/agreements.ts'
import { allDisclosures } from '../store/disclosures.ts'
import { findPerson } from '../store/people.ts'
import { type Define, examples, toJson } from './context.ts'

interface Options {
  readonly person?: string
  readonly json?: boolean
}

export const define: Define = (command, { io, database }) => {
  command
    .option('--person <name>', 'what left about one protégé, copies of everything included')
    .option('--json', 'print data for programs')
    .action(async (options: Options) => {
      const db = await database()
      const protege = options.person === undefined ? undefined : findPerson(db, options.person)
      const proteges = new Map(allAgreements(db).map(({ uuid, protege: { name } }) => [uuid, name]))
      const disclosures = allDisclosures(db)
        .map(({ at, audience, content }) => ({
          at,
          audience,
          what: content?.what ?? null,
          destination: content?.destination ?? null,
          protege: content === null ? null : (proteges.get(content.agreement ?? '') ?? 'everybody'),
          consents: content?.consents ?? [],
        }))
        .filter((one) => protege === undefined || [protege.name, 'everybody'].includes(one.protege ?? ''))
      if (options.json) return void io.stdout.write(toJson({ schema_version: 1, disclosures }))
      if (disclosures.length === 0) return void io.stdout.write('Nothing has left this database.\n')
      for (const { at, audience, what, destination, protege: whose, consents } of disclosures) {
        const when = `${at.slice(0, 16).replace('T', ' ')} UTC  ${audience.padEnd(8)}`
        const rest =
          what === null
            ? 'about somebody who has been forgotten'
            : `${what}, about ${whose}, to ${destination}${consents.length === 0 ? '' : `, on ${consents.length === 1 ? 'one consent' : `${consents.length} consents`}`}`
        io.stdout.write(`${when}  ${visibleLine(rest)}\n`)
      }
    })
  examples(command, ['coach disclosures', "coach disclosures --person 'Ben Reyes' --json"])
}
