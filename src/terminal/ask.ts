import { InterruptedError, UsageError } from '../domain/errors.ts'
import { visible, visibleLine } from '../domain/text.ts'
import type { Io, TerminalOptions } from './io.ts'
import { mayAsk } from './io.ts'

export interface Option<Value> {
  readonly name: string
  readonly value: Value
  readonly description?: string
}

/**
 * Questions to the person at the terminal, in which what people wrote is shown and can't steer it. Each throws
 * InterruptedError when they leave.
 */
export interface Ask {
  text(message: string, suggested?: string): Promise<string>
  /** What is typed is not shown. */
  secret(message: string): Promise<string>
  confirm(message: string, suggested?: boolean): Promise<boolean>
  one<Value>(message: string, options: readonly Option<Value>[]): Promise<Value>
  several<Value>(message: string, options: readonly Option<Value>[]): Promise<Value[]>
}

interface Question {
  readonly type: string
  readonly message: string
  readonly [detail: string]: unknown
}

const shown = <Value>(option: Option<Value>): Option<Value> => ({ ...option, name: visibleLine(option.name) })

/** The questions, or null where nobody can answer one. Inquirer is loaded with the first question. */
export function asker(io: Io, options: TerminalOptions): Ask | null {
  if (!mayAsk(io, options)) return null
  const answered = async <Value>({ message, ...question }: Question): Promise<Value> => {
    const { default: inquirer } = await import('inquirer')
    const prompt = inquirer.createPromptModule({
      input: io.stdin as NodeJS.ReadStream,
      output: io.stdout.stream as NodeJS.WriteStream,
    })
    try {
      const { answer } = await prompt({ ...question, message: visible(message), name: 'answer' } as never)
      return answer as Value
    } catch (error) {
      if (error instanceof Error && error.name === 'ExitPromptError') throw new InterruptedError()
      throw error
    }
  }
  return {
    text: (message, suggested) => answered({ type: 'input', message, default: suggested }),
    secret: (message) => answered({ type: 'password', message }),
    confirm: (message, suggested = false) => answered({ type: 'confirm', message, default: suggested }),
    one: (message, choices) => answered({ type: 'select', message, choices: choices.map(shown) }),
    several: (message, choices) => answered({ type: 'checkbox', message, choices: choices.map(shown) }),
  }
}

/**
 * What was typed, or the answer to a question, or a usage error that names the flag.
 * @throws UsageError when the value is missing and nobody can be asked
 */
export async function required<Value>(
  given: Value | undefined,
  flag: string,
  ask: Ask | null,
  question: (ask: Ask) => Promise<Value>,
): Promise<Value> {
  if (given !== undefined) return given
  if (ask === null)
    throw new UsageError(
      `${flag} is needed here; add it to the command, or run it in a terminal to be asked.`,
    )
  return question(ask)
}

/**
 * Whether somebody agrees to what can't be undone, by `--yes` or by answering.
 * @throws UsageError when neither is to be had
 */
export async function confirmed(
  yes: boolean | undefined,
  ask: Ask | null,
  question: string,
): Promise<boolean> {
  if (yes === true) return true
  if (ask === null) {
    throw new UsageError('Nothing was changed: add --yes to go on, or run it in a terminal to be asked.')
  }
  return ask.confirm(question)
}
