import { formatLength } from '../../domain/format.ts'
import type { Behavior } from '../../domain/model.ts'
import { TECHNIQUE_WORDS } from '../../domain/technique.ts'
import { visible } from '../../domain/text.ts'
import { findAgreement } from '../../store/agreements.ts'
import { allBehaviors, behaviorNamed, versionsOf } from '../../store/behaviors.ts'
import { type Define, examples, toJson } from '../context.ts'

export const define: Define = (command, { io, database }) => {
  command
    .argument('<behavior>', 'its key or name')
    .option('--person <name>', 'whose behavior')
    .option('--json', 'print data for programs')
    .action(async (name: string, options: { person?: string; json?: boolean }) => {
      const db = await database()
      const found = namedFirstAmongLive(name, allBehaviors(db, findAgreement(db, options.person)))
      const versions = versionsOf(db, found.behaviorId)
      if (options.json)
        return void io.stdout.write(toJson({ schema_version: 1, versions: versions.map(behaviorJson) }))
      io.stdout.write(visible(versions.map(describe).join('\n')))
    })
  examples(command, ['coach behavior show q', "coach behavior show 'asks a question' --json"])
}

/** A key that a retired behavior left belongs to the live one that has it now. */
function namedFirstAmongLive<One extends Behavior & { readonly retired: boolean }>(
  name: string,
  all: readonly One[],
): One {
  const live = all.find(({ key, retired }) => key === name && !retired)
  return live ?? behaviorNamed(name, all)
}

function describe(behavior: Behavior): string {
  const every = behavior.intervalMs === null ? '' : `, intervals of ${formatLength(behavior.intervalMs)}`
  const kept = behavior.kept ?? []
  return [
    `${behavior.name}, version ${behavior.version}, key ${behavior.key}`,
    `  asked for as:  "${behavior.request}"`,
    `  seen or heard: ${behavior.definition}`,
    ...(kept.length === 0 ? [] : [`  kept as it was written; the checker asked about: ${kept.join(', ')}`]),
    `  recorded:      ${TECHNIQUE_WORDS[behavior.technique]} (${behavior.technique}${every})`,
    ...behavior.examples.map((words) => `  counts:        ${words}`),
    ...behavior.nonExamples.map((words) => `  does not:      ${words}`),
    ...behavior.modifiers.map(({ name, values }) => `  ${`${name}:`.padEnd(15)}${values.join(', ')}`),
    '',
  ].join('\n')
}

export const behaviorJson = (behavior: Behavior) => ({
  name: behavior.name,
  version: behavior.version,
  key: behavior.key,
  technique: behavior.technique,
  request: behavior.request,
  definition: behavior.definition,
  examples: behavior.examples,
  non_examples: behavior.nonExamples,
  modifiers: behavior.modifiers,
  interval_ms: behavior.intervalMs,
})
