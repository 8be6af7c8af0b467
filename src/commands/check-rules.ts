import { UsageError } from '../domain/errors.ts'
import { allRules, type RuleEntry, rulesFor } from '../language/catalog.ts'
import { wrap } from '../reports/layout.ts'
import type { Context } from './context.ts'

/** As many as show what a rule means. */
const EXAMPLES = 8

/** Lists the rules of notes and definitions, and those of questions. */
export async function listRules({ io, style }: Context): Promise<void> {
  const { bold } = await style()
  const lines = (entries: readonly RuleEntry[]): string[] =>
    entries.map(({ id, severity, title }) => `  ${id.padEnd(16)} ${severity.padEnd(9)} ${title}`)
  io.stdout.write(
    [
      bold('Notes and definitions'),
      ...lines(rulesFor('note')),
      '',
      bold('Questions'),
      ...lines(rulesFor('question')),
      '',
      'To read about one, with examples on both sides: coach check --explain RULE',
      '',
    ].join('\n'),
  )
}

/** Why any words are found, in place of why these are. */
const inGeneral = (why: string): string =>
  why
    .replace(/^"\{words\}"/, 'It')
    .replaceAll('"{words}"', 'it')
    .replaceAll('{words}', '…')

/** Says what a rule is for, with examples of what it finds and what it leaves alone. */
export async function explainRule(id: string, { io, style }: Context): Promise<void> {
  const rule = allRules.find((each) => each.id === id)
  if (rule === undefined) throw new UsageError(`No rule is called '${id}'; coach check --rules lists them.`)
  const { bold, accent } = await style()
  const wrapped = (text: string, lead: string): string[] => wrap(text, io.stdout.columns, lead)
  io.stdout.write(
    [
      `${bold(rule.id)} (${rule.severity}): ${rule.title}`,
      '',
      ...wrapped(inGeneral(rule.why), '  '),
      ...wrapped(rule.ask.replaceAll('{words}', '…'), '  ').map(accent),
      '',
      'Found:',
      ...rule.matches.slice(0, EXAMPLES).flatMap((example) => wrapped(example, '  ')),
      '',
      'Not found:',
      ...rule.passes.slice(0, EXAMPLES).flatMap((example) => wrapped(example, '  ')),
      '',
      'To keep a sentence: # allow RULE: reason at the end of its line, or <!-- coach: allow RULE: reason --> above its paragraph.'.replaceAll(
        'RULE',
        rule.id,
      ),
      '',
    ].join('\n'),
  )
}
