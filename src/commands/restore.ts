import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { CoachError } from '../domain/errors.ts'
import { plural } from '../domain/format.ts'
import { typedPath } from '../domain/text.ts'
import { type Contents, forgottenIn, inspect, replaceDatabase } from '../store/backup.ts'
import { confirmed } from '../terminal/ask.ts'
import { readBytes } from '../terminal/files.ts'
import { summary } from './backup.ts'
import { type Context, type Define, examples, say } from './context.ts'
import { unlocked } from './locks.ts'

interface Options {
  readonly dryRun?: boolean
  readonly yes?: boolean
  readonly identity?: string
}

export const define: Define = (command, context) => {
  command
    .argument('<file>', 'a file that coach backup wrote, encrypted or not')
    .option('--dry-run', 'show what it would replace, and stop')
    .option('--yes', 'replace without asking')
    .option('--identity <file>', 'the age identity that opens the file')
    .action((file: string, options: Options) => restore(file, options, context))
  examples(command, ['coach restore coach-2026.db --dry-run', 'coach restore coach-2026.db --yes'])
}

/** Never opens the database by the usual way: it may be the damaged one that is to be replaced. */
async function restore(file: string, options: Options, context: Context): Promise<void> {
  const { io } = context
  const path = resolve(io.cwd, context.databasePath())
  const from = resolve(io.cwd, file)
  const bytes = await unlocked(context, await readBytes(from), options.identity, file)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const next = `${path}.${io.uuid()}.part`
  try {
    await writeFile(next, bytes, { mode: 0o600, flag: 'wx', flush: true })
    const contents = inspect(next, file)
    const replaced = existsSync(path)
    say(io, `${file} holds ${described(contents)}.`)
    say(io, `${path} ${replaced ? `holds ${current(path)}` : 'is not there yet'}.`)
    const forgotten = forgottenIn(path)
    const back = contents.people.filter((person) => forgotten.has(person)).length
    if (back > 0) {
      say(
        io,
        `With the file ${plural(back, 'person comes', 'people come')} back who ${back === 1 ? 'was' : 'were'} forgotten since; forget them again with coach person forget NAME.`,
      )
    }
    if (options.dryRun === true) return
    const question = replaced ? 'Replace it, and keep what is there aside?' : 'Put it there?'
    if (!(await confirmed(options.yes, context.ask, question))) {
      return void say(io, 'Nothing was changed.')
    }
    const aside = `${path}.replaced-${io.now().toISOString().replaceAll(/[:.]/g, '')}`
    const { carried, missing } = replaceDatabase(path, next, { aside, from }, io)
    say(io, `Restored.${replaced ? ` What was there before is kept in ${aside}` : ''}`)
    if (carried > 0)
      say(
        io,
        `What left since then stays in the list of disclosures: ${plural(carried, 'entry', 'entries')}.`,
      )
    if (missing > 0) {
      say(
        io,
        `What was there before lists ${plural(missing, 'disclosure')} that this one does not: coach --db ${typedPath(aside)} disclosures`,
      )
    }
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${next}${end}`, { force: true })
  }
}

const described = ({ counts, lastSession }: Contents): string =>
  `${summary(counts)}${lastSession === null ? '' : `, the last session from ${lastSession.slice(0, 10)}`}`

function current(path: string): string {
  try {
    return described(inspect(path, path))
  } catch (error) {
    if (error instanceof CoachError) return 'something that can’t be read'
    throw error
  }
}
