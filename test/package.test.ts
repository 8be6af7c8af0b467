import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'coach-package-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('what npm packs installs by itself, with its templates, and runs', () => {
  const prefix = join(folder, 'prefix')
  const [{ filename, files }] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      cwd: ROOT,
      encoding: 'utf8',
    }),
  ) as [{ filename: string; files: { path: string }[] }]
  const packed = files.map(({ path }) => path)
  expect(packed).toContain('dist/main.js')
  expect(packed.filter((path) => /^(src|test|node_modules)\//.test(path))).toEqual([])

  execFileSync('npm', ['install', '--global', '--prefix', prefix, join(folder, filename)], {
    cwd: folder,
    stdio: 'pipe',
  })
  const coach = join(prefix, 'lib/node_modules/coach-cli/bin/coach.js')
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [coach, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { HOME: folder, PATH: process.env.PATH, TZ: 'UTC' },
    })
  const shown = run('demo')
  expect(shown).toContain('Debrief of session 1')
  const database = /--db (\S+) prompts/.exec(shown)?.[1] ?? ''
  expect(run('--db', database, 'prompts', '--count', '1', '--seed', '1')).toMatch(/\?/)
  expect(run('--db', database, 'report', '--format', 'md')).toMatch(/^# /)
})

test('an unsupported Node is told in one sentence', () => {
  // What the version check reads is replaced before the program starts: no other Node is at hand.
  const pretend = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.20.2'})`
  let shown = ''
  try {
    execFileSync(process.execPath, ['--import', pretend, join(ROOT, 'bin/coach.js'), 'demo'], {
      encoding: 'utf8',
      stdio: 'pipe',
    })
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: string }
    expect(status).toBe(2)
    shown = stderr
  }
  expect(shown).toMatch(/^coach needs Node 22\.12 or newer and this is 20\.20\.2; .*\.\n$/)
})
