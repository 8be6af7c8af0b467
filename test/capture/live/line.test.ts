import { expect, test } from 'vitest'
import { edit, emptyLine, insert, type Line } from '../../../src/capture/live/line.ts'
import { processorTime } from '../../support/processor-time.ts'
import { keyList } from './support.ts'

/** The line after these keys, with `|` where the cursor is. */
function typed(keys: string, from: Line = emptyLine): string {
  const { text, cursor } = keyList(keys).reduce(edit, from)
  return `${text.slice(0, cursor)}|${text.slice(cursor)}`
}

test('characters go in at the cursor', () => {
  expect(typed('abc')).toBe('abc|')
  expect(typed('ac<left>b')).toBe('ab|c')
  expect(typed('a b')).toBe('a b|')
})

test('the cursor moves by what people see as one character', () => {
  expect(typed('a👩‍🏫<left>b')).toBe('ab|👩‍🏫')
  expect(typed('e\u0301<backspace>')).toBe('|')
  expect(typed('你好<left><backspace>')).toBe('|好')
  expect(typed('👍🏽<home><delete>x')).toBe('x|')
})

test('the keys of a shell line move and delete', () => {
  expect(typed('one two<home><right>')).toBe('o|ne two')
  expect(typed('one two<ctrl-a><end>')).toBe('one two|')
  expect(typed('one two<ctrl-left>')).toBe('one |two')
  expect(typed('one two<home><ctrl-right>')).toBe('one| two')
  expect(typed('one two <ctrl-w>')).toBe('one |')
  expect(typed('one two<ctrl-left><ctrl-u>')).toBe('|two')
  expect(typed('one two<ctrl-left><ctrl-k>')).toBe('one |')
  expect(typed('one<home><backspace><left>')).toBe('|one')
  expect(typed('one<delete><right>')).toBe('one|')
})

test('keys that edit nothing change nothing', () => {
  expect(typed('ab<f1><up><tab>')).toBe('ab|')
})

test('pasted lines become one', () => {
  expect(insert({ text: 'ab', cursor: 1 }, 'x\r\ny\nz\tw')).toEqual({ text: 'ax y z wb', cursor: 8 })
})

test('a long line takes no longer to edit for its length', () => {
  const long = { text: 'x'.repeat(1_000_000), cursor: 1_000_000 }
  expect(typed('<left>'.repeat(1000), long).indexOf('|')).toBe(999_000)
  expect(processorTime(() => void typed('<left>'.repeat(1000), long))).toBeLessThan(1000)
})
