import { describe, expect, it } from 'vitest'
import { checkNote } from '../../src/language/note.ts'
import { type LabelledNote, labelled } from '../support/labelled.ts'

/** Precision and recall are taken over judgment against description; the few vague sentences belong to neither. */
function measure(set: LabelledNote[]) {
  const judged = ({ text }: LabelledNote) =>
    checkNote(text).some((finding) => finding.severity === 'judgment')
  const judgments = set.filter(({ label }) => label === 'judgment')
  const descriptions = set.filter(({ label }) => label === 'description')
  const hits = judgments.filter(judged).length
  const alarms = descriptions.filter(judged).length
  return {
    f1: (2 * hits) / (hits + alarms + judgments.length),
    falsePositiveRate: alarms / descriptions.length,
  }
}

describe.each(['notes-tune', 'notes-tune-2', 'notes-probe', 'notes-training'])('%s', (name) => {
  it('is told apart with F1 ≥ 0.9 and a false-positive rate ≤ 0.06', () => {
    const { f1, falsePositiveRate } = measure(labelled<LabelledNote>(name))
    expect(f1).toBeGreaterThanOrEqual(0.9)
    expect(falsePositiveRate).toBeLessThanOrEqual(0.06)
  })
})
