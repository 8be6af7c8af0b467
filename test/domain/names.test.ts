import { expect, test } from 'vitest'
import { nameMatches } from '../../src/domain/names.ts'

const people = ['Ben Reyes', 'Benedikt Ito', 'Ana Coach', 'José Ángel Núñez']
const find = (text: string) => nameMatches(text, people, (name) => name)

test.each([
  ['Ben Reyes', ['Ben Reyes']],
  ['ben', ['Ben Reyes', 'Benedikt Ito']],
  ['bened', ['Benedikt Ito']],
  ['reyes', ['Ben Reyes']],
  ['AC', ['Ana Coach']],
  ['a.c.', ['Ana Coach']],
  ['jose', ['José Ángel Núñez']],
  ['nunez', ['José Ángel Núñez']],
  ['zed', []],
  ['  ', []],
])('%j means %j', (text, expected) => {
  expect(find(text)).toEqual(expected)
})
