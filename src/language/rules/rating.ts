import lexicon from '../lexicon/rating.yaml'
import type { Sentence } from '../sentence.ts'
import type { Family, Stretch } from './family.ts'

const MARK_OF = /^(?:10|\d(?:\.\d)?)\/(?:5|10)$/
const GRADE = /^[a-f]$/
/** What is counted or reported on such a scale is data: pain, points, right answers. */
const COUNTED =
  /^(?:pain|scor|correct|answer|hit|made|pupil|student|patient|trial|item|question|shot|goal|rates?$|attempt|step|got$|throw)/

/** '8/10 lesson', 'effort 4/10', 'B+': a mark out of five or ten with nothing counted, or a letter with a sign. */
function marks(sentence: Sentence): Stretch[] {
  const found: Stretch[] = []
  let counted: boolean | undefined
  for (let at = sentence.from; at < sentence.to; at++) {
    const norm = sentence.norm(at)
    if (sentence.tokens[at]?.quoted) continue
    const spelled = sentence.norm(at + 1) === 'out' && /^(?:10|ten|5|five)$/.test(sentence.norm(at + 3))
    if (spelled && !isCount(sentence)) found.push({ from: at, to: at + 4 })
    if (MARK_OF.test(norm)) {
      counted ??= isCount(sentence)
      if (!counted) found.push({ from: at, to: at + 1 })
    }
    const sign = sentence.norm(at + 1)
    const signed = (sign === '+' || sign === '-') && sentence.tokens[at + 1]?.joined === true
    if (GRADE.test(norm) && sentence.tokens[at]?.capital && signed) found.push({ from: at, to: at + 2 })
  }
  return found
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
