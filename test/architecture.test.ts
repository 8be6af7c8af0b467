import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const SRC = join(import.meta.dirname, '../src')

/** What each folder may import from, itself aside. Arrows run downward only. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  measures: ['domain'],
  language: ['domain'],
  questions: ['measures', 'domain'],
  reports: ['measures', 'domain'],
  store: ['domain'],
  exchange: ['store', 'capture', 'measures', 'terminal', 'domain'],
  capture: ['store', 'measures', 'terminal', 'domain'],
  terminal: ['domain'],
  commands: [
    'capture',
    'exchange',
    'reports',
    'questions',
    'language',
    'measures',
    'store',
    'terminal',
    'domain',
  ],
}
/** Computing is no input or output; these are the only built-in modules that the pure folders may use. */
const COMPUTING = ['node:crypto', 'node:util']
const PURE = ['domain', 'measures', 'language', 'questions', 'reports']

const files = globSync('**/*.ts', { cwd: SRC }).filter((file) => !file.endsWith('.d.ts'))
const imports = (file: string): string[] =>
  [...readFileSync(join(SRC, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    (found) => found[1] ?? '',
  )
const folderOf = (file: string): string => file.split('/')[0] ?? ''

test('arrows run downward only', () => {
  const wrong = files
    .filter((file) => file.includes('/'))
    .flatMap((file) =>
      imports(file)
        .filter((path) => path.startsWith('.') && path.endsWith('.ts'))
        .map((path) => folderOf(relative(SRC, join(SRC, dirname(file), path))))
        .filter((target) => target !== folderOf(file) && !MAY_IMPORT[folderOf(file)]?.includes(target))
        .map((target) => `${file} imports from ${target}`),
    )
  expect(wrong).toEqual([])
})

test('the pure folders import no input or output', () => {
  const wrong = files
    .filter((file) => PURE.includes(folderOf(file)))
    .flatMap((file) =>
      imports(file)
        .filter((path) => path.startsWith('node:') && !COMPUTING.includes(path))
        .map((path) => `${file} imports ${path}`),
    )
  expect(wrong).toEqual([])
})

test('commands are imported by main alone', () => {
  expect(
    files.filter(
      (file) => folderOf(file) !== 'commands' && imports(file).some((path) => path.includes('commands/')),
    ),
  ).toEqual(['main.ts'])
})

test('nothing but the rule of audiences says that a value may be seen', () => {
  const wrong = files.filter(
    (file) => file !== 'domain/audience.ts' && /\bas Released</.test(readFileSync(join(SRC, file), 'utf8')),
  )
  expect(wrong).toEqual([])
})

test('every source file is under 400 lines', () => {
  const long = files.filter((file) => readFileSync(join(SRC, file), 'utf8').split('\n').length > 400)
  expect(long).toEqual([])
})

test('date-fns is never imported by its front door', () => {
  expect(files.filter((file) => imports(file).includes('date-fns'))).toEqual([])
})
