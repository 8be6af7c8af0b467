import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkNote } from '../../src/language/note.ts'

interface Labelled {
  text: string
  label: 'judgment' | 'description' | 'vague'
}

function labelled(name: string): Labelled[] {
  const file = new URL(`../fixtures/language/${name}`, import.meta.url)
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled)
}

/** Precision and recall are taken over judgment against description; the few vague sentences belong to neither. */
function measure(set: Labelled[]) {
  const judged = ({ text }: Labelled) => checkNote(text).some((finding) => finding.severity === 'judgment')
  const judgments = set.filter(({ label }) => label === 'judgment')
  const descriptions = set.filter(({ label }) => label === 'description')
  const hits = judgments.filter(judged).length
  const alarms = descriptions.filter(judged).length
  return {
    f1: (2 * hits) / (hits + alarms + judgments.length),
    falsePositiveRate: alarms / descriptions.length,
  }
}

describe.each(['notes-tune.jsonl', 'notes-tune-2.jsonl', 'notes-probe.jsonl', 'notes-training.jsonl'])(
  '%s',
  (name) => {
    it('is told apart with F1 ≥ 0.9 and a false-positive rate ≤ 0.06', () => {
      const { f1, falsePositiveRate } = measure(labelled(name))
      expect(f1).toBeGreaterThanOrEqual(0.9)
      expect(falsePositiveRate).toBeLessThanOrEqual(0.06)
    })
  },
)
