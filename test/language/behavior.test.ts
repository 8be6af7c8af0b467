import { describe, expect, it } from 'vitest'
import { behaviorRules, checkBehavior } from '../../src/language/behavior.ts'

const found = (text: string) => checkBehavior(text).map((finding) => finding.rule)

describe.each(behaviorRules)('$id', ({ id, matches, passes }) => {
  it.each(matches)('asks about %j', (text) => {
    expect(found(text)).toContain(id)
  })

  it.each(passes)('has no question to %j', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('a definition', () => {
  it.each([
    'Ben says a sentence that asks the group for words',
    'The nurse touches the rail with either hand; a sleeve on the rail does not count',
    'Any word said by the pupil from the end of the cue, coughs excluded',
  ])('is taken as observable: %j', (text) => {
    expect(found(text)).toEqual([])
  })

  it.each([
    ['Ben is engaged', ['mind-reading', 'actor', 'action', 'boundary']],
    ['Ben understands the group that he teaches', ['mind-reading', 'action']],
    ['Good questions', ['evaluation', 'actor', 'action', 'boundary']],
    ['The pupil does not shout', ['absence']],
  ])('asks about what is missing in %j', (text, rules) => {
    expect(found(text)).toEqual(rules)
  })

  it('is read without its marks, which give leave to leave something out', () => {
    expect(found('Ben smiles. # allow rating: at least 3 times')).toEqual(['boundary'])
    expect(found('<!-- coach: allow boundary: for now -->\nBen smiles.')).toEqual([])
  })

  it('has nothing to ask about a blank text', () => {
    expect(checkBehavior(' \n')).toEqual([])
  })
})
