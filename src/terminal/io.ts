import type { Clock } from '../domain/clock.ts'
import { plainStyle, type Style } from '../domain/text.ts'

/** Everything that a command may touch outside itself. `realIo` is the process; tests hand in their own. */
export interface Io extends Clock {
  /** Standard input as a stream, for prompts that need one. */
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  /** What comes in on standard input, in pieces as they arrive. */
  input(): AsyncIterable<Uint8Array>
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: string
  readonly cwd: string
  readonly home: string
  /** What was typed after `coach`. */
  readonly argv: readonly string[]
  /** The folder that the program is in, with its templates. */
  readonly packageFolder: string
  /** The IANA name of the zone in which times are typed and shown. */
  readonly timeZone: string
  /** Milliseconds on a clock that never jumps. */
  monotonic(): number
  /** At least 0, below 1. */
  random(): number
  /** The number of this process, and whether one of a number is still there. */
  readonly pid: number
  isRunning(pid: number): boolean
  /** Calls `stop` when the terminal goes away or the process is asked to end. Returns how to stop listening. */
  onHangUp(stop: () => void): () => void
  /** Calls `again` when the process goes on after somebody stopped it. Returns how to stop listening. */
  onContinue(again: () => void): () => void
}

export interface Output {
  write(text: string): boolean
  readonly isTTY: boolean
  /** Columns of the terminal, 80 where there is none. */
  readonly columns: number
  readonly rows: number
  /** The stream behind it, for prompts that need one. */
  readonly stream: NodeJS.WritableStream
}

/** What was asked for on the command line about the terminal itself. */
export interface TerminalOptions {
  /** `--color` / `--no-color`; undefined leaves it to the terminal and `NO_COLOR`. */
  readonly color?: boolean | undefined
  /** False with `--no-input`. */
  readonly input?: boolean | undefined
}

/** Whether a question may be asked: a terminal on both sides, no `--no-input`, and no CI. */
export function mayAsk(io: Io, options: TerminalOptions): boolean {
  const inCi = (io.env.CI ?? '') !== '' && io.env.CI !== 'false'
  return options.input !== false && !inCi && io.stdout.isTTY && io.stdin.isTTY === true
}

/** Whether output may carry color and weight. */
function mayColor(io: Io, options: TerminalOptions): boolean {
  if (options.color !== undefined) return options.color
  if ((io.env.NO_COLOR ?? '') !== '') return false
  if ((io.env.FORCE_COLOR ?? '') !== '' && io.env.FORCE_COLOR !== '0') return true
  return io.stdout.isTTY && io.env.TERM !== 'dumb'
}

/** Whether the terminal shows block characters: not under `TERM=dumb` or a locale that is not UTF-8. */
export function mayUnicode(io: Io): boolean {
  if (io.env.TERM === 'dumb') return false
  const locale = io.env.LC_ALL || io.env.LC_CTYPE || io.env.LANG
  return locale === undefined || locale === '' || /utf-?8/i.test(locale)
}

/** Weight and color, loaded only where they can be seen. */
export async function style(io: Io, options: TerminalOptions): Promise<Style> {
  if (!mayColor(io, options)) return plainStyle
  const { Chalk } = await import('chalk')
  const chalk = new Chalk({ level: 1 })
  // chalk joins all that it is given; these take a text alone, also where `map` hands them an index as well.
  return {
    bold: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    underline: (text) => chalk.underline(text),
    accent: (text) => chalk.cyan(text),
  }
}
