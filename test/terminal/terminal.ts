import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type IPty, spawn } from '@lydell/node-pty'
import headless from '@xterm/headless'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { type Asked, prepare } from '../capture/live/support.ts'
import { testIo } from '../support/io.ts'

const COACH = join(import.meta.dirname, '../../bin/coach.js')

/** A folder of its own, with a database that `fill` writes. */
export function prepared(fill: (db: Database) => void): { folder: string; path: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'coach-terminal-'))
  const path = join(folder, 'coach.db')
  const db = openDatabase(path)
  fill(db)
  db.close()
  return { folder, path, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Ben Reyes has asked for these behaviors. */
export const asking =
  (asked: readonly Asked[]) =>
  (db: Database): void =>
    void prepare(db, testIo(), asked)

export interface Terminal {
  readonly pty: IPty
  /** What a terminal shows after all that was written to it. */
  readonly emulator: InstanceType<typeof headless.Terminal>
  type(text: string): void
  /** All that was written, as it came. */
  written(): string
  lines(): string[]
  /** Waits until the screen holds this, and returns the screen. */
  until(shown: string | RegExp): Promise<string>
  resize(columns: number, rows: number): void
  /** The status with which the program ended, once it has. */
  readonly ended: Promise<number>
}

export interface TerminalOptions {
  readonly database: string
  readonly columns: number
  readonly rows: number
  readonly env?: Record<string, string>
}

/** Runs the built program in a real pseudo-terminal. */
export function openTerminal(
  args: readonly string[],
  { database, columns, rows, env }: TerminalOptions,
): Terminal {
  return openProgram(process.execPath, [COACH, ...args], { database, columns, rows, ...(env && { env }) })
}

/** The same by way of a shell, which then says how the program left the terminal. */
export const openInShell = (args: readonly string[], options: TerminalOptions): Terminal =>
  openProgram('sh', ['-c', '"$0" "$@"; echo; stty -a; sleep 0.2', process.execPath, COACH, ...args], options)

function openProgram(
  file: string,
  args: string[],
  { database, columns, rows, env = {} }: TerminalOptions,
): Terminal {
  const pty = spawn(file, args, {
    cols: columns,
    rows,
    name: 'xterm-256color',
    env: {
      PATH: process.env.PATH,
      HOME: join(database, '..'),
      LANG: 'C.UTF-8',
      TERM: 'xterm-256color',
      NO_COLOR: '1',
      COACH_DB: database,
      ...env,
    },
  })
  const emulator = new headless.Terminal({ cols: columns, rows, allowProposedApi: true })
  const chunks: string[] = []
  const waiting = new Set<() => void>()
  pty.onData((data) => {
    chunks.push(data)
    emulator.write(data, () => {
      for (const look of waiting) look()
    })
  })
  const lines = (): string[] => {
    const { active } = emulator.buffer
    return Array.from({ length: emulator.rows }, (_, at) =>
      (active.getLine(active.baseY + at)?.translateToString(true) ?? '').trimEnd(),
    )
  }
  return {
    pty,
    emulator,
    type: (text) => pty.write(text),
    written: () => chunks.join(''),
    lines,
    until: (shown) =>
      new Promise((resolve, reject) => {
        const tooLate = setTimeout(() => {
          waiting.delete(look)
          reject(new Error(`Never showed ${shown}:\n${lines().join('\n')}`))
        }, 15_000)
        const look = (): void => {
          const text = lines().join('\n')
          if (typeof shown === 'string' ? !text.includes(shown) : !shown.test(text)) return
          clearTimeout(tooLate)
          waiting.delete(look)
          resolve(text)
        }
        waiting.add(look)
        look()
      }),
    resize(toColumns, toRows) {
      emulator.resize(toColumns, toRows)
      pty.resize(toColumns, toRows)
    },
    ended: new Promise((resolve) => pty.onExit(({ exitCode }) => resolve(exitCode))),
  }
}
