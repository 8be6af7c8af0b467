import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quoted, typedPath, visible, visibleLine } from '../../src/domain/text.ts'

test('what would steer a terminal is shown', () => {
  expect(visible('a\u001b[31mred\u0007 \u009b2J \u202eright to left')).toBe(
    'a\\x1b[31mred\\x07 \\x9b2J \\u202eright to left',
  )
  expect(visible('two\nlines\tand 漢字 and é')).toBe('two\nlines\tand 漢字 and é')
  expect(visibleLine('two\r\nlines\tand')).toBe('two lines and')
})

test('no control character but line ends and tabs is ever left', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visible(text)).not.toMatch(/[^\P{Cc}\n\t]/u)
    }),
  )
})

test.skipIf(process.platform === 'win32')('a name in a command is one word to a shell, and that name', () => {
  const names = ['Ben Reyes', "Dee O'Hara", `Dee "O'Hara"`, "$HOME's", "`id`'", "a\\'b", "'", "wow!'"]
  expect(names.slice(0, 2).map(quoted)).toEqual(["'Ben Reyes'", `"Dee O'Hara"`])
  const script = names.map((name) => `printf '%s\\n' ${quoted(name)} ${typedPath(name)}`).join('\n')
  const said = execFileSync('sh', ['-c', script], { encoding: 'utf8' })
  expect(said).toBe(names.map((name) => `${name}\n${name}\n`).join(''))
  expect(['/tmp/a-b/c.db', '/tmp/my files/c.db'].map(typedPath)).toEqual([
    '/tmp/a-b/c.db',
    "'/tmp/my files/c.db'",
  ])
})
