import { describe, expect, test } from 'vitest'
import { STAGES, type Stage } from '../../src/domain/model.ts'
import { mayAsk, stagesFor } from '../../src/questions/index.ts'

const allowed = (...answered: Stage[]): Stage[] => STAGES.filter((stage) => mayAsk(stage, answered).may)

describe('the order in which questions may be asked', () => {
  test('nothing that concludes comes before an answer about noticing', () => {
    expect(allowed()).toEqual(['plan', 'recall', 'notice', 'pattern'])
    expect(allowed('plan', 'recall')).toEqual(['plan', 'recall', 'notice', 'pattern'])
  })

  test('an answer about patterns is not one about noticing, and the data has been shown', () => {
    expect(allowed('pattern')).toEqual(['notice', 'pattern'])
  })

  test('after an answer about noticing everything but memory is open', () => {
    expect(allowed('notice')).toEqual(STAGES.slice(2))
  })

  test('a refusal says why and what to do', () => {
    expect(mayAsk('goal', [])).toEqual({ may: false, why: expect.stringContaining('--stage notice') })
    expect(mayAsk('recall', ['notice'])).toEqual({
      may: false,
      why: expect.stringContaining('before the data'),
    })
  })

  test('a session that has ended is planned no more', () => {
    expect(stagesFor('running')).toEqual(STAGES)
    expect(stagesFor('ended')).toEqual(STAGES.slice(1))
  })
})
