import { EXIT } from '../../domain/errors.ts'
import { plural } from '../../domain/format.ts'
import { visibleLine } from '../../domain/text.ts'
import type { CheckOptions } from '../../language/finding.ts'
import { readers } from '../../language/input/index.ts'
import { checkNote } from '../../language/note.ts'
import { checkQuestion } from '../../language/questions/index.ts'
import { parseTemplates, type QuestionTemplate } from '../../questions/index.ts'
import { SAMPLES } from '../../questions/samples.ts'
import { readTemplate } from '../../reports/template.ts'
import { ownReportTemplates, questionTemplates, type TemplateText } from '../../terminal/templates.ts'
import { type Context, type Define, examples } from '../context.ts'
import { ownDictionary } from '../dictionary.ts'

export const define: Define = (command, context) => {
  command.action(() => checkTemplates(context))
  examples(command, ['coach template check'])
}

/**
 * Whether each question of the person's own is open, and what their reports say without judgment; status 1 where not.
 * @throws InputError when one could not be used
 */
async function checkTemplates({ io, setExitStatus }: Context): Promise<void> {
  const { own } = await questionTemplates(io)
  const reports = await ownReportTemplates(io)
  const dictionary = await ownDictionary(io)
  const options = dictionary && { dictionary }
  parseTemplates(own)
  for (const report of reports) readTemplate(report)
  const questions = own.flatMap((file) => parseTemplates([file]).map((template) => ({ file, template })))
  const found = [
    ...questions.flatMap(({ file, template }) => aboutQuestion(file, template, options)),
    ...reports.flatMap((report) => aboutReport(report, options)),
  ]
  for (const about of found) io.stdout.write(`${about}\n\n`)
  const read = `${plural(questions.length, 'question')} and ${plural(reports.length, 'report')} of your own`
  io.stdout.write(
    found.length === 0
      ? `${read}: nothing found.\n`
      : `${read}: ${plural(found.length, 'place')} to look at.\n`,
  )
  if (found.length > 0) setExitStatus(EXIT.found)
}

function aboutQuestion(
  { name }: TemplateText,
  template: QuestionTemplate,
  options: CheckOptions | undefined,
): string[] {
  const text = template.render(Object.fromEntries(template.slots.map((slot) => [slot, SAMPLES[slot] ?? ''])))
  const { kind, why, ask, findings } = checkQuestion(text, { ...options, stage: template.stage })
  const place = `${name}, question ${template.id}`
  if (kind !== 'open') return [[`${place}: ${kind}`, text, why, ask].map(visibleLine).join('\n  ')]
  return findings.map((finding) =>
    [`${place}: ${finding.rule}`, text, finding.why, finding.ask].map(visibleLine).join('\n  '),
  )
}

function aboutReport({ name, text }: TemplateText, options: CheckOptions | undefined): string[] {
  const reader = readers.markdown(false)
  const lines = withoutLiquid(text).split('\n')
  const texts = [...lines.flatMap((line, index) => reader.line(line, index + 1)), ...reader.end()]
  return texts.flatMap(({ read, line }) =>
    checkNote(read, options)
      // A note says what was seen; a heading or a label has nothing to say of that.
      .filter(({ rule }) => rule !== 'unseen')
      .map(({ rule, words, why, ask }) =>
        [`${name}, from line ${line}, "${words}": ${rule}`, why, ask].map(visibleLine).join('\n  '),
      ),
  )
}

/** What a template says itself; what will stand in its slots is not its own. */
const withoutLiquid = (text: string): string =>
  text.replaceAll(/\{%(?:[^%]|%(?!\}))*%\}|\{\{(?:[^}]|\}(?!\}))*\}\}/g, (tag) =>
    tag.replaceAll(/[^\n]/g, ' '),
  )
