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
  const optionsFor = withTerms(options)
  switch (kind) {
    case 'note':
      return (located) => ({ findings: found(located, optionsFor, checkNote) })
    case 'behavior': {
      const { checkBehavior } = await import('./behavior.ts')
      return (located) => ({ findings: found(located, optionsFor, checkBehavior) })
    }
    case 'question': {
      const { checkQuestion } = await import('./questions/index.ts')
      return (located) => {
        let kind: QuestionKind = 'open'
        const findings = found(located, optionsFor, (text, own) => {
          const verdict = checkQuestion(text, own)
          if (kind === 'open') kind = verdict.kind
          return verdict.findings
        })
        return { findings: [...findings], kind }
      }
    }
  }
}

type OptionsFor = (terms: readonly string[] | undefined) => CheckOptions | undefined

/** So many sets of terms are remembered with the lexicons that are made of them; past these the memory starts anew. */
const REMEMBERED = 100

/** A function that adds the terms of one text to the options of all. The same terms give the same options. */
function withTerms(options: CheckOptions | undefined): OptionsFor {
  const known = new Map<string, CheckOptions>()
  return (terms = []) => {
    if (terms.length === 0) return options
    const key = terms.join('\n')
    const found = known.get(key)
    if (found !== undefined) return found
    const own = { ...options, terms: [...(options?.terms ?? []), ...terms] }
    if (known.size >= REMEMBERED) known.clear()
    known.set(key, own)
    return own
  }
}

/** The findings of a text of any length that its writer did not keep, each cut from the text as it was written. */
function* found(
  { text, read, kept, terms }: Located,
  optionsFor: OptionsFor,
  check: (text: string, options: CheckOptions | undefined) => readonly Finding[],
): Generator<Finding> {
  const options = optionsFor(terms)
  for (const { start, end } of pieces(read)) {
    for (const finding of check(read.slice(start, end), options)) {
      if (kept?.includes(finding.rule)) continue
      const at = { start: finding.start + start, end: finding.end + start }
      yield { ...finding, ...at, words: text.slice(at.start, at.end) }
    }
  }
}
