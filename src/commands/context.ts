import type { Command } from 'commander'
import { type ExitStatus, UsageError } from '../domain/errors.ts'
import { type Style, visibleLine } from '../domain/text.ts'
import type { Database } from '../store/database.ts'
import type { Ask } from '../terminal/ask.ts'
import type { Io } from '../terminal/io.ts'

/** What a command is handed besides its own arguments. */
export interface Context {
  readonly io: Io
  /** Of the program. */
  readonly version: string
  /** The database, opened at the first call; `main` closes it. */
  database(): Promise<Database>
  /** Where the database is, for messages. */
  databasePath(): string
  /** Questions to the person at the terminal, or null where nobody can answer. */
  readonly ask: Ask | null
  style(): Promise<Style>
  /** For a command that ends well but not with 0, as a check that found something. */
  setExitStatus(status: ExitStatus): void
}

/** Declares a subcommand's arguments, options and examples, and what it calls. */
export type Define = (command: Command, context: Context) => void

/** Ends a command's help with examples that run. */
export function examples(command: Command, lines: readonly string[]): void {
  command.addHelpText('after', `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`)
}

/** Turns what a parser says of a flag's value into wrong usage. */
export function typed<Value>(parse: (text: string) => Value): (text: string) => Value {
  return (text) => {
    try {
      return parse(text)
    } catch (error) {
      throw error instanceof Error ? new UsageError(error.message) : error
    }
  }
}

/** A whole number of at most nine digits, from `least` up; `name` is what an error calls it. */
export const wholeNumber =
  (name: string, least: number) =>
  (text: string): number => {
    const value = Number(text)
    if (!/^\d{1,9}$/.test(text) || value < least) {
      throw new UsageError(`${name} takes a whole number from ${least}; found '${text}'.`)
    }
    return value
  }

/** Gathers an option that may be given several times. */
export const gathered = (text: string, before: readonly string[] | undefined): string[] => [
  ...(before ?? []),
  text,
]

/** A comma-separated list of known words. */
export const listOf =
  <Word extends string>(known: readonly Word[], flag: string) =>
  (text: string): Word[] =>
    text
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '')
      .map((word) => {
        const found = known.find((each) => each === word)
        if (found === undefined)
          throw new UsageError(`${flag} takes ${known.join(', ')}; '${word}' is none of them.`)
        return found
      })

/** Says something in one line, in which what people wrote is shown and can't steer the terminal. */
export const say = (io: Io, line: string): void => {
  io.stdout.write(`${visibleLine(line)}\n`)
}

/** Data for programs: two spaces, a line end. */
export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
