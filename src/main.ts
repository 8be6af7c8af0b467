import { Command, CommanderError } from 'commander'
import packageJson from '../package.json' with { type: 'json' }
import type { Context } from './commands/context.ts'
import { commands, type Entry, groups } from './commands/registry.ts'
import { CoachError, EXIT } from './domain/errors.ts'
import { visible } from './domain/text.ts'
import type { Database } from './store/database.ts'
import { asker } from './terminal/ask.ts'
import { type Io, style, type TerminalOptions } from './terminal/io.ts'
import { databasePath } from './terminal/paths.ts'
import { realIo } from './terminal/real-io.ts'

/** Runs one command line and returns the exit status; the one place where errors become one. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const session = openContext(io)
  const program = buildProgram(argv, io, session)
  try {
    const { operands, unknown } = program.parseOptions([...argv])
    if (operands.length + unknown.length > 0) await program.parseAsync(helpAsFlag(argv), { from: 'user' })
    else {
      session.configure(program.opts())
      await (await import('./commands/next-step.ts')).printNextStep(session.context)
    }
    return session.exitStatus()
  } catch (error) {
    return await explain(error, io, session.context.databasePath())
  } finally {
    session.close()
  }
}

interface ProgramOptions extends TerminalOptions {
  readonly db?: string
}

/** The context of one run: what the program's own options say, and the database once somebody asks for it. */
function openContext(io: Io) {
  let options: ProgramOptions = {}
  let database: Database | undefined
  let status: number = EXIT.done
  const context: Context = {
    io,
    version: packageJson.version,
    databasePath: () => databasePath(io, options.db),
    async database() {
      const { openDatabase } = await import('./store/database.ts')
      database ??= openDatabase(databasePath(io, options.db))
      return database
    },
    get ask() {
      return asker(io, options)
    },
    style: () => style(io, options),
    setExitStatus(next) {
      status = next
    },
  }
  return {
    context,
    configure: (given: ProgramOptions) => {
      options = given
    },
    exitStatus: () => status,
    close: () => database?.close(),
  }
}

function buildProgram(argv: readonly string[], io: Io, session: ReturnType<typeof openContext>): Command {
  const program = new Command('coach')
    .description('Record what you see, without judgment, for the person who asked you to look.')
    .usage('[options] <command>')
    .version(packageJson.version, '-V, --version', 'print the version')
    .option('--db <path>', 'the database (else $COACH_DB, else the data folder)')
    .option('--color', 'use color, whatever the terminal says')
    .option('--no-color', 'use no color')
    .option('--no-input', 'never ask; a missing value is an error')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => {},
      getOutHelpWidth: () => Math.min(io.stdout.columns, 100),
    })
  for (const entry of meant(argv)) register(program, entry, session.context)
  program.hook('preSubcommand', (_program, command) => {
    session.configure(program.opts())
    return loadInto(command)
  })
  program.addHelpText(
    'after',
    '\ncoach COMMAND --help says more and ends with examples. Start with: coach demo',
  )
  return program
}

/** The commands that may be meant: declaring all of them for each would take a start a millisecond and a half. */
function meant(argv: readonly string[]): readonly Entry[] {
  const those = commands.filter(({ path }) => argv.includes(path.split(' ')[0] ?? path))
  return those.length > 0 ? those : commands
}

const entries = new WeakMap<Command, () => Promise<void>>()
const loadInto = (command: Command): Promise<void> | undefined => entries.get(command)?.()

function register(program: Command, entry: Entry, context: Context): void {
  const [first = '', second] = entry.path.split(' ')
  const parent = second === undefined ? program : groupOf(program, first)
  const command = parent.command(second ?? first).description(entry.summary)
  if (entry.heading !== undefined) command.helpGroup(entry.heading)
  entries.set(command, async () => (await entry.load()).define(command, context))
}

function groupOf(program: Command, name: string): Command {
  const existing = program.commands.find((command) => command.name() === name)
  if (existing !== undefined) return existing
  const group = program.command(name).helpCommand(false)
  const about = groups[name]
  if (about !== undefined) group.description(about.summary).helpGroup(about.heading)
  group.hook('preSubcommand', (_group, command) => loadInto(command))
  return group
}

/** `coach help behavior add` is `coach behavior add --help`, so that help loads the command like everything else. */
const helpAsFlag = (argv: readonly string[]): string[] =>
  argv[0] === 'help' ? [...argv.slice(1), '--help'] : [...argv]

async function explain(error: unknown, io: Io, path: string): Promise<number> {
  if (error instanceof CommanderError) return explainUsage(error, io)
  const { storeErrorFor } = await import('./store/errors.ts')
  const known = storeErrorFor(error, path)
  if (io.env.COACH_DEBUG === '1' && error instanceof Error) io.stderr.write(`${error.stack}\n`)
  if (known instanceof CoachError) {
    const details = known.details.map((detail) => `\n  ${visible(detail)}`).join('')
    io.stderr.write(`coach: ${visible(known.message)}${details}\n`)
    return known.exitStatus
  }
  io.stderr.write(
    `coach: this is a defect in the program, and what was stored is safe: ${error instanceof Error ? error.message : String(error)} (COACH_DEBUG=1 shows where).\n`,
  )
  return EXIT.defect
}

/** commander has said nothing yet; help and version are no errors. */
function explainUsage(error: CommanderError, io: Io): number {
  if (error.exitCode === 0) return EXIT.done
  if (error.code === 'commander.help') return EXIT.usage
  const message = visible(error.message.replace(/^error: /, ''))
  io.stderr.write(
    `coach: ${message}${/[.?)]$/.test(message) ? '' : '.'} Type coach --help, or coach COMMAND --help.\n`,
  )
  return EXIT.usage
}

/** The process's own command line: what `bin/coach.js` calls, with the folder that the package is in. */
export function run(packageFolder: string): Promise<number> {
  const io = realIo(packageFolder)
  return main(io.argv, io)
}
