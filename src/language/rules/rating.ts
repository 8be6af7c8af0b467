import lexicon from '../lexicon/rating.yaml'
import type { Sentence } from '../sentence.ts'
import type { Family, Stretch } from './family.ts'

const MARK = /^(?:10|\d(?:\.\d)?)\/(?:5|10)$/
const OUT_OF = new Set(['5', '10', 'five', 'ten'])
const GRADE = /^[a-f]$/
/** What is counted or reported on such a scale is data: pain, points, right answers. */
const COUNTED =
  /^(?:pain|scor|correct|answer|hit|made|pupil|student|patient|trial|item|question|shot|goal|rates?$|attempt|step|got$|throw)/

/** '8/10 lesson', 'effort 4 out of 10', 'B+': a mark out of five or ten with nothing counted, or a letter with a sign. */
function marks(sentence: Sentence): Stretch[] {
  const found: Stretch[] = []
  for (let at = sentence.from; at < sentence.to; at++) {
    const length = markLength(sentence, at)
    if (length > 0 && sentence.tokens[at]?.quoted === false) found.push({ from: at, to: at + length })
  }
  return found.length > 0 && isCount(sentence) ? [] : found
}

/** How many tokens of a mark begin here, or 0. */
function markLength(sentence: Sentence, at: number): number {
  const norm = sentence.norm(at)
  if (MARK.test(norm)) return 1
  const next = sentence.norm(at + 1)
  if (next === 'out' && sentence.norm(at + 2) === 'of' && OUT_OF.has(sentence.norm(at + 3))) return 4
  const signed = (next === '+' || next === '-') && sentence.tokens[at + 1]?.joined === true
  return signed && GRADE.test(norm) && sentence.tokens[at]?.capital === true ? 2 : 0
}

function isCount(sentence: Sentence): boolean {
  for (let at = sentence.from; at < sentence.to; at++) if (COUNTED.test(sentence.norm(at))) return true
  return false
}

export const rating: Family = {
  id: 'rating',
  severity: 'judgment',
  title: 'Ratings and scores',
  why: '"{words}" is a rating: an opinion in the dress of a number or a grade.',
  ask: 'What did you count, time or hear that stands behind "{words}"?',
  matches: ['A satisfactory lesson overall.', 'Performance was above average.'],
  passes: ['The lesson took 45 min.', 'He scored 8 of 10 penalties.'],
  lexicon,
  find: marks,
}
