import { expect, test } from 'vitest'
import { style } from '../../src/terminal/io.ts'
import { testIo } from '../support/io.ts'

test('a style takes one text, also where map hands it an index', async () => {
  const { bold } = await style(testIo(), { color: true })
  expect(['one', 'two'].map(bold)).toEqual(['\u001b[1mone\u001b[22m', '\u001b[1mtwo\u001b[22m'])
})

test.each([
  ['a terminal', { terminal: true }, {}, true],
  ['no terminal', {}, {}, false],
  ['NO_COLOR', { terminal: true, env: { NO_COLOR: '1' } }, {}, false],
  ['a dumb terminal', { terminal: true, env: { TERM: 'dumb' } }, {}, false],
  ['--color without a terminal', {}, { color: true }, true],
  ['--no-color', { terminal: true }, { color: false }, false],
])('%s', async (_, io, options, colored) => {
  const { bold } = await style(testIo(io), options)
  expect(bold('x') !== 'x').toBe(colored)
})
