import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** One command of a transcript, with what people see after it. */
export interface Step {
  readonly line: number
  readonly command: string
  readonly shown: string
}

/**
 * The steps of a shell transcript. A line `$ command` is typed (`> ` goes on with it); what follows is shown, up to the
 * next `$`. `[3]` on a line of its own is the exit status, where it is not 0. A line that begins with `## ` is a comment.
 */
export function parseTranscript(text: string): Step[] {
  const steps: { line: number; command: string; shown: string[] }[] = []
  for (const [index, raw] of text.split('\n').entries()) {
    const last = steps.at(-1)
    if (raw.startsWith('## ')) continue
    if (raw.startsWith('$ ')) steps.push({ line: index + 1, command: raw.slice(2), shown: [] })
    else if (raw.startsWith('> ') && last !== undefined && last.shown.length === 0)
      last.command += `\n${raw.slice(2)}`
    else last?.shown.push(raw)
  }
  return steps.map(({ line, command, shown }) => ({ line, command, shown: trimmed(shown.join('\n')) }))
}

/** A home of one's own for one transcript, with `coach` on its path. */
export function openShell() {
  const home = mkdtempSync(join(tmpdir(), 'coach-story-'))
  const bin = join(home, 'bin')
  const work = join(home, 'work')
  mkdirSync(bin)
  mkdirSync(work)
  const node = process.execPath
  writeFileSync(join(bin, 'coach'), `#!/bin/sh\nexec '${node}' '${join(ROOT, 'bin/coach.js')}' "$@"\n`)
  chmodSync(join(bin, 'coach'), 0o755)
  const env = {
    PATH: [bin, process.env.PATH].join(delimiter),
    HOME: home,
    TZ: 'UTC',
    LANG: 'C.UTF-8',
    COACH_PASSPHRASE: 'correct horse battery staple',
    NODE_COMPILE_CACHE: join(tmpdir(), 'coach-compile-cache'),
  }
  return {
    home,
    /** Runs a command and returns what a person would see, standard error last. */
    run(command: string): string {
      const { stdout, stderr, status } = spawnSync('sh', ['-c', command], {
        cwd: work,
        env,
        encoding: 'utf8',
        input: '',
        timeout: 20_000,
      })
      const shown = [stdout, stderr, status === 0 ? '' : `[${status}]`]
        .map(trimmed)
        .filter((part) => part !== '')
      return shown.join('\n').replaceAll(home, '~')
    },
    close: () => rmSync(home, { recursive: true, force: true }),
  }
}

/** Whether what was shown is what was expected, where `…` stands for any text within a line and `…` alone for lines. */
export function matches(shown: string, expected: string): boolean {
  const pattern = expected
    .split('\n')
    .map((line) => (line.trim() === '…' ? '[^]*?' : line.split('…').map(literal).join('.*?')))
    .join('\n')
  return new RegExp(`^${pattern}$`).test(shown)
}

/** Without empty lines around it; the indent of the first line stays. */
const trimmed = (text: string): string => text.replace(/^(\s*\n)+/, '').trimEnd()

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
