import type { CheckOptions, Finding } from './finding.ts'
import { pieces } from './input/blocks.ts'
import type { Located } from './input/located.ts'
import { checkNote } from './note.ts'
import type { QuestionKind } from './questions/rule.ts'

export const TEXT_KINDS = ['note', 'question', 'behavior'] as const
/** What a text is meant to be. */
export type TextKind = (typeof TEXT_KINDS)[number]

/** What a checker says of one text; the kind is that of a question. */
export interface Check {
  readonly kind?: QuestionKind
  readonly findings: Iterable<Finding>
}

/** A function that checks texts of a kind, loaded with what that kind needs besides the checker of notes. */
export async function checkerOf(
  kind: TextKind,
  options?: CheckOptions,
): Promise<(located: Located) => Check> {
  switch (kind) {
    case 'note':
      return (located) => ({ findings: found(located, (text) => checkNote(text, options)) })
    case 'behavior': {
      const { checkBehavior } = await import('./behavior.ts')
      return (located) => ({ findings: found(located, (text) => checkBehavior(text, options)) })
    }
    case 'question': {
      const { checkQuestion } = await import('./questions/index.ts')
      return (located) => {
        let kind: QuestionKind = 'open'
        const findings = found(located, (text) => {
          const verdict = checkQuestion(text, options)
          if (kind === 'open') kind = verdict.kind
          return verdict.findings
        })
        return { findings: [...findings], kind }
      }
    }
  }
}

/** The findings of a text of any length that its writer did not keep, each cut from the text as it was written. */
function* found(
  { text, read, kept }: Located,
  check: (text: string) => readonly Finding[],
): Generator<Finding> {
  for (const { start, end } of pieces(read)) {
    for (const finding of check(read.slice(start, end))) {
      if (kept?.includes(finding.rule)) continue
      const at = { start: finding.start + start, end: finding.end + start }
      yield { ...finding, ...at, words: text.slice(at.start, at.end) }
    }
  }
}
