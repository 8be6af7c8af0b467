import type { Command } from 'commander'
import { Option } from 'commander'
import { releasedModifiers } from '../../domain/audience.ts'
import { UsageError } from '../../domain/errors.ts'
import type { Audience, Behavior } from '../../domain/model.ts'
import { AUDIENCES } from '../../domain/model.ts'
import { quoted, visibleLine } from '../../domain/text.ts'
import { findAgreement } from '../../store/agreements.ts'
import { allBehaviors, behaviorNamed, versionsOf } from '../../store/behaviors.ts'
import { giveConsent, type Shared } from '../../store/consents.ts'
import type { Database } from '../../store/database.ts'
import { AUDIENCE_WORDS } from '../agree.ts'
import { type Define, examples, wholeNumber } from '../context.ts'

export const define: Define = (command, { io, database }) => {
  itemOptions(command).action(async (person: string | undefined, options: ItemOptions) => {
    const db = await database()
    const agreement = findAgreement(db, person)
    const shared = sharedFrom(options, allBehaviors(db, agreement))
    const isNew = giveConsent(db, io, agreement, options.audience, shared)
    const name = visibleLine(agreement.protege.name)
    io.stdout.write(
      `${name} ${isNew ? 'now shares' : 'already shares'} ${sharedWords(db, shared, options.audience)}.\n`,
    )
    for (const line of isNew ? wentWith(db, shared) : []) io.stdout.write(`${visibleLine(line)}\n`)
    if (isNew)
      io.stdout.write(`To take it back: coach agreement withdraw ${quoted(name)} ${itemFlags(options)}\n`)
  })
  examples(command, [
    "coach agreement share 'Ben Reyes' --audience research",
    "coach agreement share 'Ben Reyes' --audience research --session 3 --record 12",
    "coach agreement share 'Ben Reyes' --audience research --behavior 'asks a question'",
  ])
}

export interface ItemOptions {
  readonly audience: Audience
  readonly session?: number
  readonly record?: number
  readonly behavior?: string
}

/** What `share` and `withdraw` have in common: which audience, and which one thing if not the whole. */
export const itemOptions = (command: Command): Command =>
  command
    .argument('[person]', 'the protégé')
    .addOption(
      new Option('--audience <audience>', 'who will read it')
        .choices(AUDIENCES.filter((audience) => audience !== 'self'))
        .makeOptionMandatory(),
    )
    .option('--session <number>', 'with --record: the words of that record', wholeNumber('--session', 1))
    .option(
      '--record <number>',
      'the number of a record, as coach session show lists them',
      wholeNumber('--record', 1),
    )
    .option('--behavior <name>', 'what a behavior is: its name, request, definition, examples and modifiers')

/** @throws UsageError when the flags name no one thing */
export function sharedFrom(options: ItemOptions, behaviors: readonly Behavior[]): Shared {
  const { session, record, behavior } = options
  if ((session === undefined) !== (record === undefined)) {
    throw new UsageError('A record is named by both --session and --record.')
  }
  if (session !== undefined && record !== undefined) {
    if (behavior !== undefined) throw new UsageError('Name a record or a --behavior, one at a time.')
    return { kind: 'record', session, record }
  }
  if (behavior === undefined) return { kind: 'whole' }
  return { kind: 'behavior', behaviorId: behaviorNamed(behavior, behaviors).behaviorId }
}

/** `with research: pseudonymised records for research`. */
export function sharedWords(db: Database, shared: Shared, audience: Audience): string {
  if (shared.kind === 'whole') return `with the audience '${audience}': ${AUDIENCE_WORDS[audience]}`
  return `${itemWords(db, shared)} with the audience '${audience}'`
}

/** `the words of record 12 in session 3`. */
export function itemWords(db: Database, shared: Exclude<Shared, { kind: 'whole' }>): string {
  if (shared.kind === 'record') return `the words of record ${shared.record} in session ${shared.session}`
  return `what '${visibleLine(versionsOf(db, shared.behaviorId).at(-1)?.name ?? '')}' is`
}

/** What goes out with a behavior and may name somebody who was not asked. */
function wentWith(db: Database, shared: Shared): string[] {
  const behavior = shared.kind === 'behavior' ? versionsOf(db, shared.behaviorId).at(-1) : undefined
  const modifiers = behavior === undefined ? [] : releasedModifiers(behavior)
  return modifiers.map(({ name, values }) => `  with its modifier ${name}: ${values.join(', ')}`)
}

const itemFlags = ({ audience, session, record, behavior }: ItemOptions): string =>
  [
    `--audience ${audience}`,
    session === undefined ? '' : ` --session ${session} --record ${record}`,
    behavior === undefined ? '' : ` --behavior ${quoted(visibleLine(behavior))}`,
  ].join('')
