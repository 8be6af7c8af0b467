import type { CheckOptions, Finding } from './finding.ts'
import { checkNote } from './note.ts'

/** Checks that a behavior's definition can be observed. */
export function checkBehavior(text: string, options?: CheckOptions): Finding[] {
  return checkNote(text, options)
}
