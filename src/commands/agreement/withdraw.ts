import { InputError } from '../../domain/errors.ts'
import type { Agreement } from '../../domain/model.ts'
import { visibleLine } from '../../domain/text.ts'
import { allAgreements, findAgreement } from '../../store/agreements.ts'
import { allBehaviors } from '../../store/behaviors.ts'
import { withdrawConsent } from '../../store/consents.ts'
import type { Database } from '../../store/database.ts'
import { findPerson } from '../../store/people.ts'
import { type Define, examples } from '../context.ts'
import { type ItemOptions, itemOptions, sharedFrom, sharedWords } from './share.ts'

export const define: Define = (command, { io, database }) => {
  itemOptions(command).action(async (person: string | undefined, options: ItemOptions) => {
    const db = await database()
    const agreements = agreementsWith(db, person)
    const behaviors = agreements.flatMap((agreement) => allBehaviors(db, agreement))
    const shared = sharedFrom(options, behaviors)
    const withdrawn = agreements.filter((agreement) =>
      withdrawConsent(db, io, agreement, options.audience, shared),
    )
    const [first] = withdrawn
    if (first === undefined) {
      throw new InputError(
        'That is not shared, so there is nothing to take back; coach agreement show NUMBER lists what is.',
      )
    }
    const what = sharedWords(db, shared, options.audience)
    io.stdout.write(
      `${visibleLine(first.protege.name)} no longer shares ${what}. Nothing leaves on it from now.\n`,
    )
    io.stdout.write('What had left by then: coach disclosures\n')
  })
  examples(command, [
    "coach agreement withdraw 'Ben Reyes' --audience research",
    "coach agreement withdraw 'Ben Reyes' --audience research --session 3 --record 12",
  ])
}

/** What was shared can be taken back after an agreement has ended too. */
function agreementsWith(db: Database, person: string | undefined): Agreement[] {
  if (person === undefined) return [findAgreement(db, undefined)]
  const protege = findPerson(db, person)
  return allAgreements(db).filter((agreement) => agreement.protege.id === protege.id)
}
