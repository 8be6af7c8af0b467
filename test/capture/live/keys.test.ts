import { emitKeypressEvents } from 'node:readline'
import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { answerKeys, type Key, keysOf } from '../../../src/capture/live/keys.ts'

/** The keys that Node makes of what a terminal sends. */
function keysFrom(sent: string): Key[] {
  const input = new PassThrough()
  const keys: Key[] = []
  emitKeypressEvents(input)
  input.on('keypress', (_text, press) => keys.push(...keysOf(press)))
  input.emit('data', Buffer.from(sent))
  return keys
}

const names = (sent: string): string[] => keysFrom(sent).map(({ name }) => name)

test('letters, digits and signs are their own names', () => {
  expect(names('aZ1+-?=é你👍')).toEqual(['a', 'Z', '1', '+', '-', '?', '=', 'é', '你', '👍'])
  expect(keysFrom(' ')).toEqual([{ name: 'space', text: ' ' }])
})

test('controls have names and type nothing', () => {
  expect(keysFrom('\r\t\u007f\u001a')).toEqual([
    { name: 'return', text: '' },
    { name: 'tab', text: '' },
    { name: 'backspace', text: '' },
    { name: 'ctrl-z', text: '' },
  ])
  expect(names('\u001b[A\u001b[6~\u001b[1;5D')).toEqual(['up', 'pagedown', 'ctrl-left'])
})

test('Esc and a key soon after it are two keys, whatever the terminal makes of them', () => {
  expect(keysFrom('\u001bq')).toEqual([
    { name: 'escape', text: '' },
    { name: 'q', text: 'q' },
  ])
  expect(names('\u001bQ')).toEqual(['escape', 'Q'])
  expect(names('\u001b\r')).toEqual(['escape', 'return'])
  expect(names('\u001b ')).toEqual(['escape', 'space'])
  expect(names('\u001b\u001bq')).toEqual(['escape', 'escape', 'q'])
})

test('Esc alone is one key', async () => {
  const keys = keysFrom('\u001b')
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(keys).toEqual([{ name: 'escape', text: '' }])
})

test('a sequence that is no key of ours never becomes a letter', () => {
  expect(names('\u001b[I\u001b[1;3D\u001b[15;2~\u001b[Z').filter((name) => name.length === 1)).toEqual([])
})

test('answers are digits, then letters, without the keys of behaviors while others are left', () => {
  const values = Array.from({ length: 12 }, (_, at) => `value ${at}`)
  expect(
    answerKeys(
      values,
      new Map([
        ['2', 0],
        ['a', 0],
      ]),
    ),
  ).toEqual([...'13456789bcde'])
  const all = new Map(
    [...'123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXY'].map((key) => [key, 0]),
  )
  expect(answerKeys(['a', 'b', 'c'], all)).toEqual(['Z', '1', '2'])
})
