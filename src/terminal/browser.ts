import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { InputError } from '../domain/errors.ts'
import type { Io } from './io.ts'
import { temporaryFolder } from './paths.ts'

const ON_PATH = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const MAC_APPS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const WINDOWS_PROGRAMS = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']

/** Chromium, Chrome or Edge: the one that `$CHROME_PATH` names, else where it is usually found; null where there is none. */
export function findBrowser(io: Io): string | null {
  const { CHROME_PATH, PATH = '', ProgramFiles, LOCALAPPDATA } = io.env
  if (CHROME_PATH) return CHROME_PATH
  const usual: Readonly<Record<string, string[]>> = {
    darwin: ['/Applications', join(io.home, 'Applications')].flatMap((folder) =>
      MAC_APPS.map((app) => join(folder, app)),
    ),
    win32: [ProgramFiles, io.env['ProgramFiles(x86)'], LOCALAPPDATA].flatMap((folder) =>
      folder === undefined ? [] : WINDOWS_PROGRAMS.map((program) => join(folder, program)),
    ),
  }
  const onPath = PATH.split(delimiter).flatMap((folder) => ON_PATH.map((name) => join(folder, name)))
  return [...(usual[io.platform] ?? []), ...onPath].find(mayRun) ?? null
}

function mayRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** A browser that prints a page takes a second or two. */
const PATIENCE_MS = 60_000

const PRINT_INSTEAD = 'The page of --format html prints the same from any browser.'

/** Nothing is fetched, kept or shown, and the page's own policy holds. */
const QUIETLY = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-pdf-header-footer',
]

/**
 * A page printed to PDF by the system's Chromium or Chrome, which leaves nothing behind.
 *
 * @throws InputError when there is none, or when it does not print
 */
export async function printToPdf(io: Io, html: string): Promise<Uint8Array> {
  const browser = findBrowser(io)
  if (browser === null) {
    throw new InputError(`For a PDF, install Chromium or Chrome, or name it in CHROME_PATH. ${PRINT_INSTEAD}`)
  }
  const folder = temporaryFolder('coach-pdf-')
  try {
    const page = join(folder, 'page.html')
    const pdf = join(folder, 'page.pdf')
    await writeFile(page, html, { mode: 0o600 })
    const args = [
      ...QUIETLY,
      // A browser run by root, as in a container, has no sandbox to run in.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder, 'profile')}`,
      `--print-to-pdf=${pdf}`,
      pathToFileURL(page).href,
    ]
    const said = await run(browser, args)
    return await readFile(pdf).catch(() => {
      throw new InputError(`${browser} printed nothing (${said}). ${PRINT_INSTEAD}`)
    })
  } finally {
    // A browser's helpers may still be writing as it ends.
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

/** Runs a program to its end, and says how that was. */
const run = (program: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', timeout: PATIENCE_MS, killSignal: 'SIGKILL' })
    child.on('error', ({ message }) => resolve(message))
    child.on('close', (status, signal) => resolve(`it ended with ${status ?? signal}`))
  })
