import { existsSync, rmSync } from 'node:fs'
import { plural } from '../../domain/format.ts'
import type { Person } from '../../domain/model.ts'
import { visibleLine } from '../../domain/text.ts'
import { copiesBeforeMigration, knownCopies } from '../../store/backup.ts'
import type { Database } from '../../store/database.ts'
import { checkMayForget, filesAbout, forgetPerson, sweep, type Traces, tracesOf } from '../../store/forget.ts'
import { findPerson } from '../../store/people.ts'
import { confirmed } from '../../terminal/ask.ts'
import { type Context, type Define, examples } from '../context.ts'

interface Options {
  readonly dryRun?: boolean
  readonly yes?: boolean
}

export const define: Define = (command, context) => {
  command
    .argument('<person>', 'a name, initials or a unique prefix')
    .option('--dry-run', 'show what would go, and stop')
    .option('--yes', 'forget without asking')
    .action((name: string, options: Options) => forget(name, options, context))
  examples(command, ["coach person forget 'Ben Reyes' --dry-run", "coach person forget 'Ben Reyes' --yes"])
}

async function forget(name: string, options: Options, context: Context): Promise<void> {
  const { io } = context
  const db = await context.database()
  const person = findPerson(db, name)
  const shown = visibleLine(person.name)
  checkMayForget(db, person)
  io.stdout.write(`Of ${shown} this would go, for good:\n${wouldGo(db, person).join('\n')}\n`)
  if (options.dryRun === true) return
  if (!(await confirmed(options.yes, context.ask, `Forget ${shown}?`))) {
    return void io.stdout.write('Nothing was changed.\n')
  }
  const files = filesAbout(db, person)
  const { removed, forgottenAt } = forgetPerson(db, io, person)
  for (const copy of copiesBeforeMigration(db)) rmSync(copy)
  io.stdout.write(
    `Forgotten on ${forgottenAt.slice(0, 10)}: ${plural(removed, 'row')} removed. A receipt without names stays.\n`,
  )
  const copies = knownCopies(db).map(({ path, madeAt }) => placed(path, `, of ${madeAt.slice(0, 10)}`))
  if (copies.length > 0) {
    io.stdout.write(
      `They may still be in the copies made before; delete these to forget them there too:\n${copies.join('')}`,
    )
  }
  if (files.length > 0) {
    io.stdout.write(
      `Nobody can call back what had left; it went to these files:\n${files.map((path) => placed(path)).join('')}`,
    )
  }
  // Last, since another program may prevent it, and the list of what left is empty by now.
  sweep(db)
}

const placed = (path: string, madeAt = ''): string =>
  `  ${visibleLine(path)}${madeAt}${existsSync(path) ? '' : ' (not found there now)'}\n`

const KINDS: Readonly<Record<string, readonly [one: string, many?: string]>> = {
  agreement: ['agreement'],
  behavior: ['behavior'],
  behavior_version: ['version of behaviors', 'versions of behaviors'],
  session: ['session'],
  session_behavior: ['behavior watched in sessions', 'behaviors watched in sessions'],
  record: ['record'],
  void: ['record voided', 'records voided'],
  gap: ['gap'],
  reflection: ['reflection'],
  goal: ['goal'],
  action: ['action'],
  phase: ['phase'],
  consent: ['consent'],
  import: ['note of an import', 'notes of imports'],
}

function wouldGo(db: Database, person: Person): string[] {
  const { rows, observed, coached, disclosures, mentions }: Traces = tracesOf(db, person)
  const kinds = Object.entries(KINDS).flatMap(([table, [one, many]]) => {
    const count = rows[table] ?? 0
    return count === 0 ? [] : [`  ${plural(count, one, many)}`]
  })
  const others = [
    ...(observed > 0
      ? [plural(observed, 'session of others that they observed', 'sessions of others that they observed')]
      : []),
    ...(coached > 0
      ? [plural(coached, 'agreement in which they are the coach', 'agreements in which they are the coach')]
      : []),
  ]
  return [
    ...kinds,
    ...(others.length === 0
      ? ['  their name']
      : others.map((other) => `  their name, in ${other}: it becomes 'somebody forgotten'`)),
    ...(disclosures > 0 ? [`  what was written down of ${plural(disclosures, 'disclosure')}`] : []),
    ...copiesBeforeMigration(db).map((path) => `  the copy ${visibleLine(path)}, made before an update`),
    ...(mentions > 0
      ? [`What others' data says of them stays: ${plural(mentions, 'text')} with their name.`]
      : []),
  ]
}
