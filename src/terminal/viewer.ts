import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { InputError } from '../domain/errors.ts'
import type { Io } from './io.ts'

/** What opens a file with the program that the person chose for its kind. */
const OPENERS: Readonly<Record<string, string>> = { darwin: 'open', win32: 'explorer' }

/**
 * Shows a file with the system's viewer, and does not wait for it to be closed.
 *
 * @throws InputError when the system has none
 */
export function openWithViewer(io: Io, path: string): Promise<void> {
  const opener = OPENERS[io.platform] ?? 'xdg-open'
  return new Promise((done, fail) => {
    const child = spawn(opener, [resolve(io.cwd, path)], { stdio: 'ignore', detached: true, env: io.env })
    child.on('error', () => fail(new InputError(`${opener} is not there to show it; open ${path} yourself.`)))
    child.on('spawn', () => {
      child.unref()
      done()
    })
  })
}
