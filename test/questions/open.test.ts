import { describe, expect, test } from 'vitest'
import { STAGES, TECHNIQUES } from '../../src/domain/model.ts'
import { checkQuestion } from '../../src/language/questions/index.ts'
import { chooseQuestions } from '../../src/questions/index.ts'
import { material, SHIPPED } from './material.ts'

const SESSIONS = [
  material(TECHNIQUES, {
    answers: { recall: 'It was calm.', notice: 'They come in pairs', inference: 'I fill silence' },
    place: 'ward 3',
    goal: 'I want to wait longer.',
  }),
  material(TECHNIQUES, { entries: () => [] }),
]

describe('the language checker finds each question open, with the forms that its stage asks for', () => {
  test.each(STAGES)('%s', (stage) => {
    const questions = SESSIONS.flatMap((session) =>
      chooseQuestions({ ...session, templates: SHIPPED, stages: [stage], count: 10_000, seed: 1 }),
    )
    const found = questions.flatMap(({ id, text }) => {
      const { kind, findings } = checkQuestion(text, { stage })
      return kind === 'open' && findings.length === 0
        ? []
        : [{ id, kind, findings: findings.map(({ rule }) => rule), text }]
    })
    expect(found).toEqual([])
  })
})
