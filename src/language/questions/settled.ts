import type { CheckOptions, Finding } from '../finding.ts'
import { checkNote } from '../note.ts'
import { compile, noneOf, oneOf, sequence } from './grammar.ts'
import { leading } from './leading.ts'
import type { Reading } from './reading.ts'

/** Rules of the note checker whose words judge a thing or a person, whoever says them. */
const JUDGING = new Set(['evaluation', 'trait', 'rating', 'passive-blame'])

/** What stands before a judgment that the question takes as settled: "What made it so …". */
const SETTLED = compile(
  sequence(
    oneOf('what (?:do you think )?(?:made|makes|caused|causes)|why (?:do you think )?(?:is|are|was|were)'),
    ' (?:{few} )?(?:so|too|such an?)',
  ),
  'g',
)
/**
 * What stands before a judgment given along with a noun: "your … handling of". "What was … about it?" and
 * "What does a … call look like?" leave the judgment to the person, and are open.
 */
const ATTRIBUTED = compile(
  '(?:your|his|her|their|that|those|such an?)(?: (?:very|rather|quite|{adverb}))?',
  'g',
)
/** The judging word and its noun: "your understanding of it" judges nothing. */
const WITH_NOUN = compile(
  sequence(
    "(?!ideal|best|perfect|strengths)[\\w'-]+ ",
    noneOf(
      '{aux}|up|down|out|off|over|from|as|by|after|before|during|if|of|about|for|in|on|to|at|when|with',
      'that|and|or|is|are|was|were|did|do',
    ),
    "[\\w'-]+",
  ),
  'y',
)

/** How far before the judging words the settling ones are looked for, in characters of the line. */
const REACH = 60

/** The first judgment inside an otherwise open question that the person would have to accept to answer. */
export function settledJudgment(
  text: string,
  reading: Reading,
  options: CheckOptions | undefined,
): Finding | undefined {
  if (!stands(SETTLED, reading.line) && !stands(ATTRIBUTED, reading.line)) return undefined
  const rule = leading.rules.find(({ id }) => id === 'loaded')
  for (const finding of checkNote(text, options)) {
    if (finding.severity !== 'judgment' || !JUDGING.has(finding.rule)) continue
    const at = reading.position(finding.start)
    if (at === undefined || !settles(reading.line, at)) continue
    return { ...finding, rule: leading.kind, why: rule?.why ?? leading.why, ask: rule?.ask ?? leading.ask }
  }
  return undefined
}

function settles(line: string, at: number): boolean {
  if (endsBefore(SETTLED, line, at)) return true
  WITH_NOUN.lastIndex = at
  return WITH_NOUN.test(line) && endsBefore(ATTRIBUTED, line, at)
}

function stands(pattern: RegExp, line: string): boolean {
  pattern.lastIndex = 0
  return pattern.test(line)
}

/** Whether a match of the pattern ends one space before a place. */
function endsBefore(pattern: RegExp, line: string, at: number): boolean {
  pattern.lastIndex = Math.max(0, at - REACH)
  for (let found = pattern.exec(line); found !== null && found.index < at; found = pattern.exec(line)) {
    if (found.index + found[0].length + 1 === at) return true
  }
  return false
}
