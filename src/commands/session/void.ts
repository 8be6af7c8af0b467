import { UsageError } from '../../domain/errors.ts'
import { formatList } from '../../domain/format.ts'
import { behaviorsOfSession } from '../../store/behaviors.ts'
import { recordsOf, voidRecord } from '../../store/records.ts'
import { findSession } from '../../store/sessions.ts'
import { confirmed } from '../../terminal/ask.ts'
import { type Define, examples } from '../context.ts'
import { recordLine } from './show.ts'

interface Options {
  readonly session?: string
  readonly yes?: boolean
  readonly dryRun?: boolean
}

export const define: Define = (command, { io, ask, database }) => {
  command
    .argument('<record>', 'its number, as coach session show lists it')
    .option('--session <number>', 'a session other than the last one')
    .option('--dry-run', 'show what would be voided, and void nothing')
    .option('--yes', 'do not ask')
    .action(async (text: string, options: Options) => {
      if (!/^\d+$/.test(text))
        throw new UsageError(`'${text}' is not the number of a record; coach session show lists them.`)
      const db = await database()
      const session = findSession(db, options.session)
      const behaviors = behaviorsOfSession(db, session.number)
      const number = Number(text)
      const those = recordsOf(db, session.number).filter((record) =>
        [record.number, record.starts].includes(number),
      )
      for (const record of those) io.stderr.write(`${recordLine(record, behaviors)}\n`)
      if (options.dryRun) return
      if (!(await confirmed(options.yes, ask, 'Void this? It stays in the database, marked.'))) return
      const voided = voidRecord(db, io, session.number, number)
      io.stdout.write(
        `Voided ${formatList(voided.map((each) => `record ${each}`))} of session ${session.number}.\n`,
      )
    })
  examples(command, ['coach session void 12', 'coach session void 12 --session 3 --yes'])
}
