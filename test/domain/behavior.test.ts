import { expect, test } from 'vitest'
import { type BehaviorDraft, checkDraft, chooseModifiers, parseModifier } from '../../src/domain/behavior.ts'
import type { Behavior } from '../../src/domain/model.ts'

const draft: BehaviorDraft = {
  name: 'asks a question',
  technique: 'event',
  key: 'q',
  request: 'Please count my questions',
  definition: 'Ben says a sentence that asks the group for words',
  examples: [],
  nonExamples: [],
  modifiers: [],
  intervalMs: null,
}

test('the request is kept word for word, the name in one line', () => {
  expect(
    checkDraft({ ...draft, name: '  asks \n a question ', request: '  Please,  count "them"! ' }),
  ).toMatchObject({
    name: 'asks a question',
    request: 'Please,  count "them"!',
  })
})

test.each([
  [{ request: ' ' }, /Only what the protégé asked for is observed/],
  [{ definition: '' }, /two people would count the same/],
  [{ name: '' }, /needs a name/],
  [{ name: 'Pause' }, /meaning of its own/],
  [{ key: '+' }, /one letter or digit/],
  [{ key: 'qq' }, /one letter or digit/],
  [{ modifiers: [{ name: 'level', values: ['a', 'a'] }] }, /names a value twice/],
])('%j is refused', (change, message) => {
  expect(() => checkDraft({ ...draft, ...change })).toThrow(message)
})

test('an interval belongs to the interval techniques alone', () => {
  expect(checkDraft({ ...draft, intervalMs: 30_000 }).intervalMs).toBeNull()
  expect(checkDraft({ ...draft, technique: 'momentary', intervalMs: 30_000 }).intervalMs).toBe(30_000)
})

test('a modifier is typed as a name and its values', () => {
  expect(parseModifier('level: recall,  analysis,')).toEqual({
    name: 'level',
    values: ['recall', 'analysis'],
  })
  for (const wrong of ['level', ': a', 'level:', ''])
    expect(() => parseModifier(wrong)).toThrow(/is not a modifier/)
})

test('chosen values find the modifier that they belong to', () => {
  const behavior: Behavior = {
    ...draft,
    id: 1,
    behaviorId: 1,
    uuid: '',
    version: 1,
    modifiers: [
      { name: 'from', values: ['Ben', 'group'] },
      { name: 'to', values: ['Ben', 'group', 'all'] },
    ],
  }
  expect(chooseModifiers(behavior, ['from=Ben', 'all'])).toEqual({ from: 'Ben', to: 'all' })
  expect(() => chooseModifiers(behavior, ['Ben'])).toThrow(/may be from or to/)
  expect(() => chooseModifiers(behavior, ['nobody'])).toThrow(
    /it takes from: Ben, group; to: Ben, group, all/,
  )
  expect(() => chooseModifiers(behavior, ['from=Ben', 'from=group'])).toThrow(/takes one value of from/)
  expect(() => chooseModifiers({ ...behavior, modifiers: [] }, ['Ben'])).toThrow(/has no modifiers/)
})
