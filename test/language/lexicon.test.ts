import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { conditions } from '../../src/language/conditions.ts'
import grammar from '../../src/language/lexicon/grammar.yaml'
import observable from '../../src/language/lexicon/observable.yaml'
import type { LexiconFile } from '../../src/language/lexicon.ts'
import { checkNote } from '../../src/language/note.ts'
import { families } from '../../src/language/rules/index.ts'

/** Terms separated by a comma and a space, in lower case, each once and in order. */
const terms = z.string().superRefine((text, context) => {
  const list = text.trim().split(', ')
  for (const [at, term] of list.entries()) {
    if (!/^[^\s,A-Z][^,A-Z]*$/.test(term) || term.trim() !== term) context.addIssue(`"${term}" is no term`)
    if (at > 0 && (list[at - 1] as string) >= term) context.addIssue(`"${term}" is not in its place`)
  }
})

const group = z.strictObject({
  name: z.string(),
  matches: z.string(),
  passes: z.string(),
  when: z.enum(Object.keys(conditions)).optional(),
  adjectives: terms.optional(),
  verbs: terms.optional(),
  nouns: terms.optional(),
  words: terms.optional(),
  phrases: terms.optional(),
})

const lexicon = z.strictObject({ groups: z.array(group), except: terms.optional() })

const groups = families.flatMap((family) =>
  (family.lexicon as LexiconFile).groups.map((each) => ({ ...each, rule: family.id })),
)

describe('the lexicons', () => {
  it.each(families)('$id has the shape that the checker reads', (family) => {
    expect(lexicon.safeParse(family.lexicon).error?.issues).toBeUndefined()
  })

  it('the word lists have it too', () => {
    expect(z.record(z.string(), terms).safeParse(grammar).error?.issues).toBeUndefined()
    expect(z.record(z.string(), terms).safeParse(observable).error?.issues).toBeUndefined()
  })

  it.each(groups)('$rule, $name: the example is found', ({ rule, matches }) => {
    expect(checkNote(matches).map((finding) => finding.rule)).toContain(rule)
  })

  it.each(groups)('$rule, $name: the counter-example is not', ({ passes }) => {
    expect(checkNote(passes)).toEqual([])
  })
})
