import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import type { Io, Output } from '../../src/terminal/io.ts'

export interface TestIo extends Io {
  /** What has been written so far. */
  readonly out: () => string
  readonly err: () => string
  /** Moves both clocks on. */
  pass(ms: number): void
}

export interface TestIoOptions {
  readonly now?: string
  readonly env?: Record<string, string>
  readonly input?: string
  readonly terminal?: boolean
  readonly columns?: number
}

/** An Io in memory: a fixed clock, identities that count up, captured streams, no randomness. */
export function testIo(options: TestIoOptions = {}): TestIo {
  let elapsed = 0
  let identities = 0
  const start = Date.parse(options.now ?? '2026-11-20T09:15:00.000Z')
  const stdin = new PassThrough()
  stdin.end(options.input ?? '')
  const stdout = captured(options)
  const stderr = captured(options)
  return {
    stdin: Object.assign(stdin, { isTTY: options.terminal ?? false }),
    input: async function* () {
      yield Buffer.from(options.input ?? '')
    },
    stdout: stdout.output,
    stderr: stderr.output,
    out: stdout.text,
    err: stderr.text,
    env: options.env ?? {},
    argv: [],
    platform: 'linux',
    cwd: '/',
    home: '/home/ana',
    packageFolder: join(import.meta.dirname, '../..'),
    timeZone: 'UTC',
    now: () => new Date(start + elapsed),
    uuid: () => {
      identities += 1
      return `01980000-0000-7000-8000-${String(identities).padStart(12, '0')}`
    },
    monotonic: () => elapsed,
    random: () => 0.5,
    pid: 1,
    isRunning: () => false,
    onHangUp: () => () => {},
    onContinue: () => () => {},
    pass(ms) {
      elapsed += ms
    },
  }
}

function captured({ terminal, columns }: TestIoOptions): { output: Output; text: () => string } {
  let text = ''
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk)
      done()
    },
  })
  return {
    text: () => text,
    output: {
      write(more) {
        text += more
        return true
      },
      isTTY: terminal ?? false,
      columns: columns ?? 80,
      rows: 24,
      stream,
    },
  }
}
