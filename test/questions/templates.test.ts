import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { InputError } from '../../src/domain/errors.ts'
import { STAGES, TECHNIQUES } from '../../src/domain/model.ts'
import { isBeforeData, mergeTemplates } from '../../src/questions/index.ts'
import {
  BEHAVIOR_NEEDS,
  BEHAVIOR_SLOTS,
  KNOWN_BEFORE_DATA,
  SESSION_NEEDS,
  SESSION_SLOTS,
} from '../../src/questions/slots.ts'
import { SHIPPED, SHIPPED_FILES, templates } from './material.ts'

const problemsOf = (text: string): readonly string[] => {
  try {
    templates(text)
  } catch (error) {
    if (error instanceof InputError) return error.details
    throw error
  }
  return []
}

const one = (lines: string): string => `stage: notice\nquestions:\n  - id: mine\n${lines}`

describe('the templates that ship', () => {
  test('one file a stage', () => {
    expect(SHIPPED_FILES.map(({ name }) => name).sort()).toEqual(
      STAGES.map((stage) => `${stage}.yaml`).sort(),
    )
  })

  test.each(STAGES)('%s: an id says its stage, and each technique has questions of its own', (stage) => {
    const own = SHIPPED.filter((template) => template.stage === stage)
    expect(own.filter(({ id }) => !id.startsWith(`${stage}-`))).toEqual([])
    for (const technique of TECHNIQUES) {
      const special = own.filter(
        ({ techniques }) => techniques.includes(technique) && techniques.length < TECHNIQUES.length,
      )
      expect(special.length, technique).toBeGreaterThan(1)
    }
  })

  test('say nothing with a number of their own', () => {
    for (const { text } of SHIPPED_FILES) expect(text.replace(/\{\{.*?\}\}/g, '')).not.toMatch(/\d/)
  })

  test('ask from memory with no figure', () => {
    const early = SHIPPED.filter(({ stage }) => isBeforeData(stage))
    expect(early.length).toBeGreaterThan(50)
    for (const { needs } of early) expect(KNOWN_BEFORE_DATA).toEqual(expect.arrayContaining([...needs]))
  })

  test('leave no slot unused and none undescribed', () => {
    const readme = readFileSync(new URL('../../templates/questions/README.md', import.meta.url), 'utf8')
    const described = readme
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map((match) => match[1]))
    const named = [SESSION_SLOTS, BEHAVIOR_SLOTS, SESSION_NEEDS, BEHAVIOR_NEEDS].flatMap(Object.keys)
    expect(described).toEqual(expect.arrayContaining(named))
    expect(SHIPPED.flatMap(({ needs }) => needs)).toEqual(expect.arrayContaining(named))
  })
})

describe('reading templates', () => {
  test('a question that names no technique suits any', () => {
    const [template] = templates(one('    text: What do you notice?'))
    expect(template).toMatchObject({ id: 'mine', stage: 'notice', techniques: TECHNIQUES, ofBehavior: false })
  })

  test('a slot of a behavior, or a technique, makes it a question about one behavior', () => {
    const [slot] = templates(one('    text: What is “{{ behavior }}”?'))
    const [technique] = templates(one('    techniques: [event]\n    text: What do you notice?'))
    expect([slot?.ofBehavior, technique?.ofBehavior]).toEqual([true, true])
  })

  test.each([
    [
      'stage: notcie\nquestions: []',
      ['own.yaml:1: `stage`: one of `plan`', 'own.yaml:2: `questions`: Too small'],
    ],
    ['stage: notice', ['own.yaml:1: `questions`: ']],
    ['', ['own.yaml:1: a file has a `stage` and a list of `questions`']],
    ['just words', ['own.yaml:1: a file has']],
    ['stage: [notice\nquestions:', ['own.yaml:2: ']],
    [
      one('    text: What do you notice'),
      ['own.yaml:4: question mine: `text`: a question is one line and ends'],
    ],
    [one('    text: "What\\ndo you notice?"'), ['own.yaml:4: question mine: `text`: a question is one line']],
    [
      one('    txt: What?'),
      ['own.yaml:3: question mine: `text`', 'own.yaml:3: question mine: Unrecognized key'],
    ],
    [
      one('    techniques: [events]\n    text: What?'),
      ['own.yaml:4: question mine: `techniques`: `any`, or a list'],
    ],
    [
      one('    text: What?\n    needs: [luck]'),
      ['own.yaml:5: question mine: `needs.0`: nothing is called `luck`'],
    ],
    [
      one('    text: What of {{ cuont }}?'),
      ['own.yaml:3: question mine: no slot is called `cuont`; known slots'],
    ],
    [one('    text: What of {{ behavior.constructor }}?'), ['own.yaml:3: question mine: no slot is called']],
    [one('    text: What of {{ behavior?'), ['own.yaml:3: question mine: output "{{ behavior?" not closed']],
    [one('    text: What of {{ behavior | date }}?'), ['own.yaml:3: question mine: undefined filter: date']],
    [
      one('    text: What {% include "/etc/passwd" %}?'),
      ['own.yaml:3: question mine: tag "include" not found'],
    ],
    [
      one('    text: What {% for i in (1..9) %}{% endfor %}?'),
      ['own.yaml:3: question mine: tag "for" not found'],
    ],
    [
      one('    text: What of {{ (1..99999999) }}?'),
      ['own.yaml:3: question mine: memory alloc limit exceeded'],
    ],
    [one('    text: &a What?\n    needs: [*a]'), ['own.yaml:1: a file has']],
    [one(`    text: ${'What '.repeat(200)}?`), ['own.yaml:4: question mine: `text`: Too big']],
  ])('a wrong place is named with its line: %j', (text, expected) => {
    const problems = problemsOf(text)
    expect(problems).toHaveLength(expected.length)
    for (const [index, start] of expected.entries()) expect(problems[index]).toContain(start)
  })

  test('all wrong places are told at once', () => {
    const text = 'stage: goal\nquestions:\n  - id: A\n    text: What?\n  - id: b\n    text: What!'
    expect(problemsOf(text)).toEqual([
      expect.stringContaining('own.yaml:3: question A: `id`: an id has small letters'),
      expect.stringContaining('own.yaml:6: question b: `text`: a question is one line'),
    ])
  })

  test('two questions may not share an id', () => {
    expect(problemsOf(one('    text: What?\n  - id: mine\n    text: How?'))).toEqual([
      'own.yaml:5: question mine: the question at own.yaml:3 has this id; each needs its own',
    ])
  })

  test.each(['times', 'noticed', 'occurrence', 'observed'])('recall may not know %s', (need) => {
    const text = `stage: recall\nquestions:\n  - id: mine\n    text: What?\n    needs: [${need}]`
    expect(problemsOf(text)[0]).toContain(`a recall question comes before the data is shown`)
  })

  test("a user's own question is added, or takes the place of the one with its id", () => {
    const own = templates(
      'stage: notice\nquestions:\n  - id: notice-look\n    text: What?\n  - id: mine\n    text: How?',
    )
    const merged = mergeTemplates(SHIPPED, own)
    expect(merged).toHaveLength(SHIPPED.length + 1)
    expect(merged.find(({ id }) => id === 'notice-look')?.render({})).toBe('What?')
  })
})
