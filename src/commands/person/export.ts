import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { InputError } from '../../domain/errors.ts'
import { encrypt } from '../../exchange/encryption.ts'
import { personArchive } from '../../exchange/person.ts'
import { allAgreements } from '../../store/agreements.ts'
import { recordDisclosure } from '../../store/disclosures.ts'
import { findPerson } from '../../store/people.ts'
import { writeWhole } from '../../terminal/files.ts'
import { type Context, type Define, examples, say } from '../context.ts'
import { refuseDatabase, thenDo } from '../deliver.ts'
import { type LockOptions, lockFor, lockOptions } from '../locks.ts'

interface Options extends LockOptions {
  readonly output: string
  readonly force?: boolean
}

export const define: Define = (command, context) => {
  lockOptions(
    command
      .argument('<person>', 'a name, initials or a unique prefix')
      .requiredOption('-o, --output <file>', 'the zip archive to write')
      .option('--force', 'replace the file where there is one'),
  ).action((name: string, options: Options) => exportPerson(name, options, context))
  examples(command, [
    "coach person export 'Ben Reyes' -o ben.zip",
    "coach person export 'Ben Reyes' -o ben.zip.age --passphrase",
  ])
}

async function exportPerson(name: string, options: Options, context: Context): Promise<void> {
  const { io } = context
  const db = await context.database()
  const person = findPerson(db, name)
  const path = resolve(io.cwd, options.output)
  refuseDatabase(context, path)
  if (options.force !== true && existsSync(path)) {
    throw new InputError(`${options.output} exists; add --force to replace it, or name another file.`)
  }
  const lock = await lockFor(context, options)
  const archive = personArchive(db, person, io.now())
  const leaving = (): void =>
    recordDisclosure(db, io, {
      what: lock === null ? 'everything about them' : 'everything about them, encrypted',
      audience: 'self',
      destination: path,
      agreements: allAgreements(db).filter(({ protege }) => protege.id === person.id),
    })
  await writeWhole(path, thenDo(lock === null ? archive : encrypt(archive, lock), leaving), true)
  say(
    io,
    `Everything about ${person.name} is in ${options.output}: everything.html to read, coach.json for coach import.`,
  )
}
