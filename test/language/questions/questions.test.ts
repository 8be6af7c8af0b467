import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Stage } from '../../../src/domain/model.ts'
import { compile } from '../../../src/language/questions/grammar.ts'
import { checkQuestion, questionFamilies, stageRules } from '../../../src/language/questions/index.ts'
import { alternativesOf, NeedIndex } from '../../../src/language/questions/needs.ts'
import { readSentence } from '../../../src/language/questions/reading.ts'
import { readPassage } from '../../../src/language/text.ts'
import { type LabelledQuestion, labelled } from '../../support/labelled.ts'
import { processorTime } from '../../support/processor-time.ts'

function shareOf(questions: LabelledQuestion[], holds: (question: LabelledQuestion) => boolean): number {
  return questions.filter(holds).length / questions.length
}

function isOpen(kind: string): boolean {
  return kind === 'open'
}

describe('every rule of every kind', () => {
  const rules = questionFamilies.flatMap(({ kind, rules }) => rules.map((rule) => ({ kind, rule })))

  test.each(rules)('$kind: $rule.id gives its kind to its own examples and to no other', ({ kind, rule }) => {
    expect(rule.matches.map((text) => [text, checkQuestion(text).kind])).toEqual(
      rule.matches.map((text) => [text, kind]),
    )
    expect(rule.passes.filter((text) => checkQuestion(text).kind === kind)).toEqual([])
    expect(rule.matches.length).toBeGreaterThan(0)
  })

  test('ids are unique', () => {
    const ids = rules.map(({ rule }) => rule.id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('what a pattern needs', () => {
  const fits = (pattern: string) => {
    const index = new NeedIndex()
    index.take(new Set('how did you lose the keys F'.split(' ')))
    return alternativesOf(pattern).map(({ need }) => index.add(need)())
  }

  test('is every word outside a bracket, and one way through each bracket', () => {
    expect(fits('how (?:did|do) you|how (?:is|was) it|why')).toEqual([true, false, false])
  })

  test('is a class by its letter', () => {
    expect(fits('you {faultVerb}|you {degree}')).toEqual([true, false])
  })

  test('is a word in one of its spellings', () => {
    expect(fits('keys?|colou?rs?|l[io]se|reali[sz]e')).toEqual([true, false, true, false])
  })

  test('is what must stand nearby', () => {
    expect(fits('(?<=^(?:how|why) [^?]*)keys|(?<=^(?:who|why) [^?]*)keys')).toEqual([true, false])
  })

  test('is nothing of what may be left out, must not be there, or is part of a word', () => {
    const patterns = [
      'how (?:on earth )?did',
      'how (?!come)did',
      'keyss?',
      'los\\w+',
      'k[aeo]ys',
      'how (?:re)?did',
      'how \\w+ed',
      'k(?:ey)s',
      'key(?:s|ring)',
      '(?:ke)ys',
      'lose \\w+(?:ed|s)',
      'lose (?:own|[kc])eys',
    ]
    expect(fits(patterns.join('|'))).toEqual(patterns.map(() => true))
  })

  test('is found anew for each sentence, and for a need that comes after the sentence', () => {
    const index = new NeedIndex()
    const why = index.add([{ words: ['why'], common: 1 }])
    index.take(new Set(['why', 'me']))
    const me = index.add([{ words: ['me'], common: 1 }])
    expect([why(), me()]).toEqual([true, true])
    index.take(new Set(['how', 'me']))
    expect([why(), me()]).toEqual([false, true])
  })

  test('keeps no sentence from a pattern that matches it', () => {
    const index = new NeedIndex()
    const alternatives = questionFamilies
      .flatMap(({ rules }) => rules.flatMap(({ pattern, except = [] }) => [pattern, except].flat()))
      .flatMap(alternativesOf)
      .map(({ source, need }) => ({ source, pattern: compile(source, 'g'), mayMatch: index.add(need) }))
    for (const { text } of labelled<LabelledQuestion>('questions-tune-2')) {
      const { tokens, sentences } = readPassage(text, 0, text.length)
      for (const { line, words } of sentences.map((sentence) => readSentence(tokens, sentence))) {
        index.take(words)
        const kept = alternatives.filter(({ pattern, mayMatch }) => !mayMatch() && line.search(pattern) >= 0)
        expect(kept.map(({ source }) => [line, source])).toEqual([])
      }
    }
  })

  test('alternatives put together again are the pattern', () => {
    for (const { rules } of questionFamilies) {
      for (const { pattern } of rules) {
        for (const each of typeof pattern === 'string' ? [pattern] : pattern) {
          expect(
            alternativesOf(each)
              .map(({ source }) => source)
              .join('|'),
          ).toBe(each)
        }
      }
    }
  })
})

describe('labelled questions', () => {
  test.each(['probe', 'tune', 'tune-2', 'tune-3', 'tune-4'].map((part) => `questions-${part}`))(
    '%s: open is told from not open, and all blame is caught',
    (name) => {
      const questions = labelled<LabelledQuestion>(name)
      const told = shareOf(questions, ({ text, kind }) => isOpen(checkQuestion(text).kind) === isOpen(kind))
      expect(told).toBeGreaterThanOrEqual(0.97)
      const blaming = questions.filter(({ kind }) => kind === 'blame')
      expect(shareOf(blaming, ({ text }) => checkQuestion(text).kind === 'blame')).toBeGreaterThanOrEqual(
        0.98,
      )
    },
  )
})

describe('a verdict', () => {
  test('says where, why and how to open it', () => {
    expect(checkQuestion("Then, at 10:05, why didn't you call?")).toEqual({
      kind: 'blame',
      why: 'It asks the person to justify a fault, and invites a defence instead of thought.',
      ask: "Could you ask about the events: 'What led to …?' or 'What was happening when …?'",
      findings: [
        {
          rule: 'blame',
          severity: 'judgment',
          start: 16,
          end: 30,
          words: "why didn't you",
          why: 'It asks the person to justify a fault, and invites a defence instead of thought.',
          ask: "Could you ask about the events: 'What led to …?' or 'What was happening when …?'",
        },
      ],
    })
  })

  test('finds nothing in an open question', () => {
    expect(checkQuestion('What did you notice?').findings).toEqual([])
  })

  test('takes quoted words for data', () => {
    expect(checkQuestion('When he asked "why did you do that?", what did you hear?').kind).toBe('open')
    expect(checkQuestion('Why did you do that, and "what did you hear?"').kind).toBe('blame')
  })

  test('takes several questions for a stack, from the first to the last', () => {
    const { kind, findings } = checkQuestion('OK. What did you see? What did you hear? Thanks.')
    expect(kind).toBe('stacked')
    expect(findings.map(({ words }) => words)).toEqual(['What did you see? What did you hear?'])
  })

  test('keeps what the writer allows', () => {
    const text = 'Why did you stop? # allow blame: her own words'
    expect(checkQuestion(text).kind).toBe('blame')
    expect(checkQuestion(text).findings).toEqual([])
  })

  test('reads no word of a mark, nor one that the own dictionary removed', () => {
    const kindOf = (text: string) =>
      checkQuestion(text, { dictionary: { remove: ['lazy', 'phone it in'] } }).kind
    expect(checkQuestion('What did you see? # allow closed: why did you ask?')).toMatchObject({
      kind: 'open',
      findings: [],
    })
    expect(checkQuestion('<!-- coach: allow blame: his wish -->\nWhy did you leave?').findings).toEqual([])
    expect(checkQuestion('What made you lazy?').kind).toBe('blame')
    expect(kindOf('What made you lazy?')).toBe('open')
    expect(kindOf('What made you phone it in?')).toBe('open')
    expect(kindOf('What made you rude?')).toBe('blame')
  })

  test('hears a judgment by a term that the own dictionary added', () => {
    const dictionary = { add: [{ term: 'turbo', rule: 'evaluation' }] }
    const text = 'What led to your turbo plan?'
    expect(checkQuestion(text).kind).toBe('open')
    expect(checkQuestion(text, { dictionary }).findings).toMatchObject([{ rule: 'leading', words: 'turbo' }])
  })

  test('hears a judgment that the question takes as settled, and not one that it asks for', () => {
    expect(checkQuestion('What made it so boring?')).toMatchObject({ kind: 'leading' })
    expect(checkQuestion('How did your clumsy introduction change the day?')).toMatchObject({
      kind: 'leading',
    })
    expect(checkQuestion('What went well?')).toMatchObject({ kind: 'open', findings: [] })
    expect(checkQuestion('What does a useful visit look like to you?')).toMatchObject({ kind: 'open' })
  })

  test.each([
    ['What did the rude customer order?', 'leading', 'rude'],
    ['How often do you use the dreadful gym?', 'leading', 'dreadful'],
    ['Since the launch went terribly, where will you begin?', 'leading', 'terribly'],
    ['What did the quiet pupils do?', 'open', undefined],
    ["What did you make of the 'chaotic' handover?", 'open', undefined],
    ['What is the brave choice here, for you?', 'open', undefined],
    ['Who has the latest version?', 'closed', 'Who'],
  ])('takes the judgment in %j for settled, or for a way to tell one from another', (text, kind, words) => {
    const verdict = checkQuestion(text)
    expect([verdict.kind, verdict.findings[0]?.words]).toEqual([kind, words])
  })

  test('nothing asked is closed', () => {
    expect(checkQuestion('')).toMatchObject({ kind: 'closed', findings: [] })
  })
})

describe('stages', () => {
  test.each(stageRules)('$id is missed in its own examples and in no other', (rule) => {
    const found = (text: string) =>
      checkQuestion(text, { stage: rule.stages[0] as Stage }).findings.map(({ rule: id }) => id)
    for (const text of rule.matches) expect(found(text), text).toContain(rule.id)
    for (const text of rule.passes) expect(found(text), text).not.toContain(rule.id)
  })

  test('ask for no form where any will do', () => {
    expect(checkQuestion('What explains the pause?', { stage: 'recall' }).findings).toEqual([])
  })
})

describe('any text', () => {
  const words = fc.constantFrom(
    ...'why did you not how come what were thinking or and , ? " \' ( - : if when tell me so , right the never'.split(
      ' ',
    ),
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
  )

  test('gets a verdict whose spans cut the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { start, end, words } of checkQuestion(text, { stage: 'options' }).findings) {
          expect(text.slice(start, end)).toBe(words)
        }
      }),
    )
  })

  test.each([
    'why did you ',
    'what or ',
    ', right ',
    'could you tell me ',
    'so and but ',
    '"why ',
    'x',
    '? ',
  ])('of %j over and over takes time in line with its length', (unit) => {
    const timeOf = (length: number) => {
      const text = unit.repeat(Math.ceil(length / unit.length))
      return processorTime(() => void checkQuestion(text), 2)
    }
    timeOf(100_000)
    const short = timeOf(250_000)
    expect(timeOf(1_000_000)).toBeLessThan(4 * 3 * Math.max(short, 20))
  })
})
