import type { Reading } from './reading.ts'
import { type WordClass, wordClasses } from './words.ts'

/** Where the question begins, after any preamble. */
const BEGINNING = '^'
const END = '$'

const MANY = 3

const classNames = new Map(
  Object.entries<WordClass>(wordClasses).map(([name, { letter }]) => [letter, `{${name}}`]),
)

/**
 * What a question is told by, wherever no rule can say it: its words (a quotation is one, `"`); each two that
 * stand together, and each two with one word between them, which is written `_`; the classes of its words
 * (`{faultVerb}`); how it asks (`<wh>`), and how many further clauses it has.
 */
export function signsOf({ line, opening, head, joints }: Reading): Set<string> {
  const signs = new Set<string>([`<${head}>`, `<${Math.min(joints.length, MANY)} joined>`])
  const words = [...wordsOf(line.slice(0, opening)), BEGINNING, ...wordsOf(line.slice(opening)), END]
  let [second, last] = ['', '']
  for (const lettered of words) {
    const word = lettered.replace(LETTERS, '')
    for (const letter of lettered.slice(0, lettered.length - word.length)) {
      signs.add(classNames.get(letter) ?? letter)
    }
    signs.add(word)
    if (last !== '') signs.add(`${last} ${word}`)
    if (second !== '') signs.add(`${second} _ ${word}`)
    second = last
    last = word
  }
  return signs
}

/** The letters of a word's classes stand before it. */
const LETTERS = /^[A-Z]+/

function wordsOf(line: string): string[] {
  return line.split(' ').filter((word) => word !== '')
}
