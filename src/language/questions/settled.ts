import type { CheckOptions, Finding } from '../finding.ts'
import { checkNote } from '../note.ts'
import { compile, noneOf, oneOf, sequence } from './grammar.ts'
import { leading } from './leading.ts'
import type { Reading } from './reading.ts'

/** Rules of the note checker whose words judge a thing or a person, whoever says them. */
const JUDGING = new Set(['evaluation', 'trait', 'rating', 'passive-blame'])

/** What stands before a judgment that the question takes as settled: "What made it so …". */
const SETTLING = sequence(
  oneOf('what (?:do you think )?(?:made|makes|caused|causes)|why (?:do you think )?(?:is|are|was|were)'),
  ' (?:{few} )?(?:so|too|such an?)',
)
/**
 * What stands before a judgment given along with a noun: "your … handling of". "What was … about it?" and
 * "What does a … call look like?" leave the judgment to the person, and are open.
 */
const OWNER = "(?:your|his|her|their|that|those|such(?: an?)?|'s)(?: (?:very|rather|quite|{adverb}))?"
/** An article points out as well as judges: "the quiet one", "the best part", "the right time". */
const ARTICLE = '(?:the|our|this|these)(?: (?:very|rather|quite|new|{adverb}))?'
/** Adjectives that tell one thing of a kind from the others, and after an article do no more. */
const APART = oneOf(
  'so|first|second|third|last|next|other|same|new|old|whole|[\\w-]+est|good|best|better|bad|right|wrong',
  'left|real|true|easy|easier|hard|harder|difficult|early',
  'late|later|long|longer|short|slow|slower|fast|quick|quiet|quieter|loud|louder|heavy|light|warm|cold|hot',
  'painful|clean|dirty|dry|wet|rough|smooth|sharp|dull|strong|weak|stronger|weaker|deep|high|low|big|small',
  'young|clear|key|main|important|useful|helpful|likely|usual|typical|common|special|particular|free|safe',
  'busy|perfect|ideal|successful|effective|poor|worst|tough|major|critical|serious|strange|odd|angry|simple',
  'reasonable|possible|challenging|challenge|tight|complex|positive|negative|sad',
)
/** The judging word and its noun: "your understanding of it" judges nothing. */
const AND_NOUN = sequence(
  "(?!ideal|best|perfect|strengths|energy)[\\w'-]+ ",
  noneOf(
    sequence(
      oneOf(
        '{aux}|up|down|out|off|over|from|as|by|after|before|during|if|of|about|for|in|on|to|at|when|with',
        'that|and|or',
      ),
      "(?![\\w'-])",
    ),
  ),
  "[\\w'-]+",
)
/** A judgment given as the ground for asking: "Since it went so …, what". */
const GROUND = '^(?:since|given|because|considering|seeing|now)'

const SETTLED = compile(SETTLING, 'g')
const OWNED = compile(OWNER, 'g')
const POINTED = compile(ARTICLE, 'g')
const TELLS_APART = compile(APART, 'y')
const WITH_NOUN = compile(AND_NOUN, 'y')
const GROUNDED = compile(GROUND, 'y')
/** What any of these begins with: without it the words need no looking up. */
const MAY_SETTLE = compile(
  [SETTLING, `${OWNER} ${AND_NOUN}`, `${ARTICLE} (?!${APART} )${AND_NOUN}`, GROUND],
  'g',
)
/** The judgment is left to the person after all. */
const INVITED = compile(
  'for you ?(?:{end}|,)|as you (?:see|saw) it|in your (?:view|eyes|opinion|experience)',
  'g',
)

/** How far before the judging words the settling ones are looked for, in characters of the line. */
const REACH = 60

/** The first judgment inside an otherwise open question that the person would have to accept to answer. */
export function settledJudgment(
  text: string,
  reading: Reading,
  options: CheckOptions | undefined,
): Finding | undefined {
  if (!stands(MAY_SETTLE, reading.line)) return undefined
  const rule = leading.rules.find(({ id }) => id === 'loaded')
  for (const finding of checkNote(text, options)) {
    if (finding.severity !== 'judgment' || !JUDGING.has(finding.rule)) continue
    const at = reading.position(finding.start)
    if (at === undefined || !settles(reading, at)) continue
    return { ...finding, rule: leading.kind, why: rule?.why ?? leading.why, ask: rule?.ask ?? leading.ask }
  }
  return undefined
}

function settles({ line, head, opening }: Reading, at: number): boolean {
  if (endsBefore(SETTLED, line, at)) return true
  const tellsApart = standsAt(TELLS_APART, line, at)
  if (at < opening && !tellsApart) return standsAt(GROUNDED, line, 0)
  if (!standsAt(WITH_NOUN, line, at)) return false
  if (endsBefore(OWNED, line, at)) return true
  return !tellsApart && endsBefore(POINTED, line, at) && !(head === 'wh' && stands(INVITED, line))
}

function standsAt(pattern: RegExp, line: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(line)
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
