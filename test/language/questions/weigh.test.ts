import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sentencesAsked } from '../../../src/language/questions/asked.ts'
import { checkQuestion } from '../../../src/language/questions/index.ts'
import type { Reading } from '../../../src/language/questions/reading.ts'
import { firstMatch } from '../../../src/language/questions/registry.ts'
import { signsOf } from '../../../src/language/questions/signs.ts'
import { weigh } from '../../../src/language/questions/weigh.ts'
import { learn, questionsToLearn, tableOf } from './learn.ts'

const ruledKind = (text: string) => firstMatch(sentencesAsked(text)[0] as Reading).family.kind
const signsIn = (text: string) => [...signsOf(sentencesAsked(text)[0] as Reading)]

describe('signs', () => {
  test('are the words, the pairs, the classes, and how it asks', () => {
    expect(signsIn('After lunch, why the mess?')).toEqual([
      '<wh>',
      '<0 joined>',
      'after',
      'lunch',
      'after lunch',
      ',',
      'lunch ,',
      'after _ ,',
      '^',
      ', ^',
      'lunch _ ^',
      '{wh}',
      'why',
      '^ why',
      ', _ why',
      '{determiner}',
      'the',
      'why the',
      '^ _ the',
      '{faultNoun}',
      '{faultVerb}',
      'mess',
      'the mess',
      'why _ mess',
      '?',
      'mess ?',
      'the _ ?',
      '$',
      '? $',
      'mess _ $',
    ])
  })

  test('take a quotation for one word', () => {
    expect(signsIn('Who said "why did you do that"?')).toContain('said "')
    expect(signsIn('Who said "why did you do that"?')).not.toContain('why')
  })
})

describe('the weights', () => {
  test('are those that the labelled questions give', () => {
    const file = new URL('../../../src/language/questions/weights.tsv', import.meta.url)
    expect(tableOf(learn(questionsToLearn())) === readFileSync(file, 'utf8'), 'run: npm run learn').toBe(true)
  })

  test('settle nothing where no sign is known: the rule does', () => {
    expect(weigh(['zzz'], 'advice')).toBe('advice')
  })

  test('tell blame where no rule knows it, and the whole question is found', () => {
    const text = "And what's the tale now, the printer was hungry?"
    expect(ruledKind(text)).toBe('open')
    const { kind, findings } = checkQuestion(text)
    expect(kind).toBe('blame')
    expect(findings.map(({ words }) => words)).toEqual(["what's the tale now, the printer was hungry?"])
  })

  test('take back what a rule misheard', () => {
    const text = 'Why are the old trams still so popular with tourists?'
    expect(ruledKind(text)).toBe('blame')
    expect(checkQuestion(text)).toMatchObject({ kind: 'open', findings: [] })
  })

  test('are asked of each of several questions', () => {
    expect(checkQuestion('What did you notice? What else did you notice?').kind).toBe('stacked')
    const text = `${'What did you notice? '.repeat(12)}How could you forget the keys? What did you hear?`
    const { kind, findings } = checkQuestion(text)
    expect(kind).toBe('blame')
    expect(text.slice(findings[0]?.start, findings[0]?.end)).toContain('How could you forget')
    expect(checkQuestion(`${text} # allow blame: her own words`).findings).toEqual([])
  })

  test('are not those of a word that the own dictionary removed', () => {
    const text = "And what's the tale now, the printer was hungry?"
    expect(checkQuestion(text, { dictionary: { remove: ['tale', 'the printer', 'hungry'] } }).kind).toBe(
      'open',
    )
  })
})
