import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visible, visibleLine } from '../../src/domain/text.ts'

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
