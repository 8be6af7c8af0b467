import { advice } from './advice.ts'
import { blame } from './blame.ts'
import { choice } from './choice.ts'
import { closed } from './closed.ts'
import { compile } from './grammar.ts'
import { leading } from './leading.ts'
import { open } from './open.ts'
import type { Reading } from './reading.ts'
import type { Place, QuestionFamily, QuestionRule } from './rule.ts'
import { stacked } from './stacked.ts'

/** All kinds of question, in order of precedence: the first that fits gives its kind. */
export const questionFamilies: readonly QuestionFamily[] = [
  blame,
  advice,
  leading,
  stacked,
  choice,
  closed,
  open,
]

/** A rule that fits a sentence, and the words it fits as offsets into the reading's line. */
export interface RuleMatch {
  family: QuestionFamily
  rule: QuestionRule
  from: number
  to: number
}

interface CompiledRule {
  family: QuestionFamily
  rule: QuestionRule
  pattern: RegExp
  except: RegExp | undefined
}

let compiled: readonly CompiledRule[] | undefined

/** Compiled at the first question: a note checked must not pay for it. */
function compiledRules(): readonly CompiledRule[] {
  compiled ??= questionFamilies.flatMap((family) =>
    family.rules.map((rule) => ({
      family,
      rule,
      pattern: compile(rule.pattern, rule.at === 'anywhere' || rule.at === 'ending' ? 'g' : 'y'),
      except: rule.except === undefined ? undefined : compile(rule.except, 'y'),
    })),
  )
  return compiled
}

/** The characters at the end of a sentence in which a tag ("…, right?") is looked for. */
const ENDING = 60

function placesOf(at: Place, reading: Reading): readonly number[] {
  switch (at) {
    case 'opening':
      return reading.asked === reading.opening ? [reading.opening] : [reading.opening, reading.asked]
    case 'clause':
      return reading.clauses
    case 'joint':
      return reading.joints
    case 'anywhere':
      return [reading.opening]
    case 'ending':
      return [Math.max(0, reading.line.length - ENDING)]
  }
}

/** The first rule, in order of precedence, that fits the sentence. The last family fits any. */
export function firstMatch(reading: Reading): RuleMatch {
  for (const { family, rule, pattern, except } of compiledRules()) {
    if (rule.heads !== undefined && !rule.heads.includes(reading.head)) continue
    for (const place of placesOf(rule.at, reading)) {
      pattern.lastIndex = place
      const found = pattern.exec(reading.line)
      if (found === null) continue
      if (except !== undefined) {
        except.lastIndex = found.index
        if (except.test(reading.line)) continue
      }
      return { family, rule, from: found.index, to: found.index + found[0].length }
    }
  }
  throw new Error('The last family of questions must fit every sentence')
}
