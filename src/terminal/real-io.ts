import { homedir } from 'node:os'
import { v7 } from 'uuid'
import { EXIT } from '../domain/errors.ts'
import { isBusy, isDirect, readDirect, writeDirect } from './direct.ts'
import type { Io, Output } from './io.ts'

/** The process itself: the one place where its streams, clock, randomness and environment are reached for. */
export function realIo(packageFolder: string): Io {
  return {
    argv: process.argv.slice(2),
    packageFolder,
    // Node opens a stream when it is first looked at, which takes milliseconds: not before somebody does.
    get stdin() {
      return process.stdin
    },
    input: standardInput,
    stdout: output(1, () => process.stdout),
    stderr: output(2, () => process.stderr),
    env: process.env,
    platform: process.platform,
    cwd: process.cwd(),
    home: homedir(),
    get timeZone() {
      return systemTimeZone()
    },
    now: () => new Date(),
    uuid,
    monotonic: () => performance.now(),
    random: () => Math.random(),
    pid: process.pid,
    isRunning(pid) {
      try {
        return process.kill(pid, 0)
      } catch (error) {
        // It is there, and somebody else's.
        return (error as NodeJS.ErrnoException).code === 'EPERM'
      }
    },
    onHangUp: (stop) => onSignals(['SIGHUP', 'SIGTERM', 'SIGINT'], stop),
    onContinue: (again) => onSignals(['SIGCONT'], again),
  }
}

function onSignals(signals: readonly NodeJS.Signals[], act: () => void): () => void {
  // `on`, not `once`: while somebody still listens, nobody else takes it upon themselves to end the process.
  for (const signal of signals) process.on(signal, act)
  return () => {
    for (const signal of signals) process.removeListener(signal, act)
  }
}

/** The zone's IANA name; UTC where the system names none, or one that nobody knows (an odd `TZ`). */
function systemTimeZone(): string {
  const zone: string | undefined = Intl.DateTimeFormat().resolvedOptions().timeZone
  return zone === undefined || zone === 'Etc/Unknown' ? 'UTC' : zone
}

let lastMs = 0
let sequence = 0

/**
 * A UUIDv7 that sorts after the one before. They name rows and guard nothing, so chance is enough for them: asking
 * the system's secure source would cost the first record of a command three milliseconds.
 */
function uuid(): string {
  const msecs = Math.max(Date.now(), lastMs)
  sequence = msecs === lastMs ? sequence + 1 : Math.floor(Math.random() * 2 ** 31)
  lastMs = msecs
  return v7({ msecs, seq: sequence, random: Uint8Array.from({ length: 16 }, () => Math.random() * 256) })
}

async function* standardInput(): AsyncGenerator<Uint8Array> {
  if (isDirect(0)) {
    try {
      return yield* readDirect(0)
    } catch (error) {
      if (!isBusy(error)) throw error
    }
  }
  for await (const chunk of process.stdin) yield chunk as Buffer
}

function output(descriptor: number, stream: () => NodeJS.WriteStream): Output {
  let direct: boolean | undefined
  let opened: NodeJS.WriteStream | undefined
  const open = (): NodeJS.WriteStream => {
    opened ??= stream().on('error', whenNobodyReads)
    return opened
  }
  const isPlain = (): boolean => {
    direct ??= isDirect(descriptor)
    return direct
  }
  const writeNow = (text: string): boolean => {
    try {
      const rest = writeDirect(descriptor, text)
      return rest.length === 0 || open().write(rest)
    } catch (error) {
      return whenNobodyReads(error as NodeJS.ErrnoException)
    }
  }
  return {
    write(text) {
      // Once the stream is open it may hold what comes before.
      if (opened === undefined && isPlain()) return writeNow(text)
      const stream = open()
      return stream.write(stream.isTTY ? withoutControl(text) : text)
    },
    get isTTY() {
      return !isPlain() && open().isTTY === true
    },
    get columns() {
      return (isPlain() ? undefined : open().columns) ?? 80
    },
    get rows() {
      return (isPlain() ? undefined : open().rows) ?? 24
    },
    get stream() {
      return open()
    },
  }
}

/** `coach report | head` reads what it wants and leaves, or a terminal is closed; there is nothing more to do. */
function whenNobodyReads(error: NodeJS.ErrnoException): never {
  if (error.code === 'EPIPE' || error.code === 'EIO') process.exit()
  process.stderr.write(
    `coach: The output could not be written (${error.code}); free some space and try again.\n`,
  )
  process.exit(EXIT.input)
}

// The last net under `visible`: on a terminal only line ends, tabs and color may pass.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const UNSAFE = /\u001b(?!\[[0-9;]*m)|[\u0000-\u0008\u000b-\u000c\u000e-\u001a\u001c-\u001f\u007f-\u009f]/g
const withoutControl = (text: string): string =>
  text.replace(UNSAFE, (found) => `\\x${found.charCodeAt(0).toString(16).padStart(2, '0')}`)
