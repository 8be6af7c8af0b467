import { homedir } from 'node:os'
import { v7 } from 'uuid'
import type { Io, Output } from './io.ts'

/** The process itself: the one place where its streams, clock, randomness and environment are reached for. */
export function realIo(packageFolder: string): Io {
  return {
    argv: process.argv.slice(2),
    packageFolder,
    stdin: process.stdin,
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    env: process.env,
    platform: process.platform,
    cwd: process.cwd(),
    home: homedir(),
    get timeZone() {
      return Intl.DateTimeFormat().resolvedOptions().timeZone
    },
    now: () => new Date(),
    uuid: () => v7(),
    monotonic: () => performance.now(),
    random: () => Math.random(),
    onHangUp(stop) {
      const signals = ['SIGHUP', 'SIGTERM', 'SIGINT'] as const
      for (const signal of signals) process.once(signal, stop)
      return () => {
        for (const signal of signals) process.removeListener(signal, stop)
      }
    },
  }
}

function output(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => stream.write(stream.isTTY ? withoutControl(text) : text),
    get isTTY() {
      return stream.isTTY === true
    },
    get columns() {
      return stream.columns ?? 80
    },
    get rows() {
      return stream.rows ?? 24
    },
    stream,
  }
}

// The last net under `visible`: on a terminal only line ends, tabs and color may pass.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const UNSAFE = /\u001b(?!\[[0-9;]*m)|[\u0000-\u0008\u000b-\u000c\u000e-\u001a\u001c-\u001f\u007f-\u009f]/g
const withoutControl = (text: string): string =>
  text.replace(UNSAFE, (found) => `\\x${found.charCodeAt(0).toString(16).padStart(2, '0')}`)
