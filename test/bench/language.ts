/**
 * How well judgment is told from description, and what kind a question is, on the parts of the labelled sets that no rule
 * was tuned on, beside other checkers on the same text. Run with `npm run bench:language`, which builds first.
 *
 * It prints figures and never a sentence: a held-out sentence that somebody has read measures nothing any more.
 */
import { QUESTION_KINDS } from '../../src/language/questions/rule.ts'
import { type LabelledNote, type LabelledQuestion, labelled } from '../support/labelled.ts'
import { checkQuestion, type Judge, judges, wordsIn } from './checkers.ts'
import { table } from './support.ts'

const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3))

function figures(name: string, judge: Judge, notes: readonly LabelledNote[]): string[] {
  let [hits, misses, alarms, passes] = [0, 0, 0, 0]
  for (const { text, label } of notes) {
    const judged = judge(text)
    if (label === 'judgment') judged ? hits++ : misses++
    else judged ? alarms++ : passes++
  }
  return [
    name,
    share(hits, hits + alarms),
    share(hits, hits + misses),
    share(2 * hits, 2 * hits + alarms + misses),
    share(alarms, alarms + passes),
  ]
}

function compare(title: string, notes: readonly LabelledNote[]): void {
  const judgments = notes.filter(({ label }) => label === 'judgment').length
  console.log(`\n${title}: ${judgments} of judgment, ${notes.length - judgments} of description\n`)
  table(
    ['checker', 'precision', 'recall', 'F1', 'false positives'],
    Object.entries(judges).map(([name, judge]) => figures(name, judge, notes)),
  )
}

/** As many of the one class as of the other at each number of words; which ones stay is settled by a hash of the text. */
function lengthMatched(notes: readonly LabelledNote[]): LabelledNote[] {
  const lengths = [...new Set(notes.map(({ text }) => wordsIn(text)))]
  return lengths.flatMap((length) => {
    const these = notes
      .filter(({ text }) => wordsIn(text) === length)
      .toSorted((a, b) => hash(a.text) - hash(b.text))
    const judgments = these.filter(({ label }) => label === 'judgment')
    const descriptions = these.filter(({ label }) => label === 'description')
    const count = Math.min(judgments.length, descriptions.length)
    return [...judgments.slice(0, count), ...descriptions.slice(0, count)]
  })
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}

function aboutQuestions(title: string, name: string): void {
  const questions = labelled<LabelledQuestion>(name)
  const told = questions.map(({ text, kind }) => ({ kind, as: checkQuestion(text).kind }))
  const right = told.filter(({ kind, as }) => kind === as).length
  const rightOpen = told.filter(({ kind, as }) => (kind === 'open') === (as === 'open')).length
  const blames = told.filter(({ kind }) => kind === 'blame')
  console.log(`\n${title}: ${questions.length}\n`)
  table(
    ['accuracy', 'open from not open', 'blame not taken for open', 'blame told as blame'],
    [
      [
        share(right, told.length),
        share(rightOpen, told.length),
        share(blames.filter(({ as }) => as !== 'open').length, blames.length),
        share(blames.filter(({ as }) => as === 'blame').length, blames.length),
      ],
    ],
  )
  console.log('\nEach kind as labelled (rows) and as told (columns)\n')
  table(
    ['', ...QUESTION_KINDS],
    QUESTION_KINDS.map((kind) => [
      kind,
      ...QUESTION_KINDS.map((as) => String(told.filter((one) => one.kind === kind && one.as === as).length)),
    ]),
  )
}

/** A form of blame of which there are fewer questions says little. */
const ENOUGH = 5

/** How many of the forms of blame that the writers named are caught, and how far. */
function aboutForms(name: string): void {
  const blames = labelled<LabelledQuestion>(name).filter(({ kind }) => kind === 'blame')
  const forms = Object.values(Object.groupBy(blames, ({ writer, form }) => `${writer} ${form}`))
    .map((these = []) => these.map(({ text }) => checkQuestion(text).kind))
    .filter(({ length }) => length >= ENOUGH)
  const row = (title: string, caught: (kind: string) => boolean) => {
    const missed = forms.map((told) => told.filter((kind) => !caught(kind)).length)
    const counted = [0, 1, 2, 3].map((number) => missed.filter((each) => each === number).length)
    return [title, ...counted.map(String), String(missed.filter((each) => each > 3).length)]
  }
  console.log(`\nForms of blame with ${ENOUGH} questions or more: ${forms.length}. So many of them miss\n`)
  table(
    ['', 'none', 'one', 'two', 'three', 'more'],
    [row('told as blame', (kind) => kind === 'blame'), row('not taken for open', (kind) => kind !== 'open')],
  )
}

/** Sentences labelled vague belong to neither class. */
function aboutNotes(title: string, name: string): void {
  const notes = labelled<LabelledNote>(name)
  const classed = notes.filter(({ label }) => label !== 'vague')
  console.log(
    `\n${title}: ${notes.length - classed.length} of ${notes.length} are labelled vague and left out.`,
  )
  compare(title, classed)
  compare(`${title}, as many of both classes at each length`, lengthMatched(classed))
}

aboutNotes('Notes, held out, by the author of the rules', 'notes-held-out')
aboutNotes('Notes, held out, by two writers who had not seen the rules', 'notes-held-out-2')
aboutNotes('Notes, held out, by a fourth writer, after the last tuning', 'notes-held-out-3')
aboutQuestions('Questions, held out, by the first writer', 'questions-held-out')
aboutQuestions('Questions, held out, by a second writer, who had not seen the rules', 'questions-held-out-2')
aboutQuestions('Questions, held out, by three more writers, who had not either', 'questions-held-out-3')
aboutForms('questions-held-out-3')
console.log(
  '\nAll writers took part in this project, each labelled their own sentences, and a real notebook is mixed otherwise.',
)
