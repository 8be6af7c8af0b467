import { readFileSync } from 'node:fs'
import type { QuestionKind } from '../../src/language/questions/rule.ts'

/** The labelled sentences and questions; their READMEs say who wrote them. */
export const LABELLED = new URL('../fixtures/language/', import.meta.url)

export interface LabelledNote {
  readonly text: string
  readonly label: 'judgment' | 'description' | 'vague'
}

export interface LabelledQuestion {
  readonly text: string
  readonly kind: QuestionKind
  /** What its writer calls the way in which it asks, and who that is, where the file says so. */
  readonly form?: string
  readonly writer?: string
}

/** The lines of one of these files, by its name without '.jsonl'. */
export function labelled<Line>(name: string): Line[] {
  return readFileSync(new URL(`${name}.jsonl`, LABELLED), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
}
