import { Option } from 'commander'
import { parseModifier } from '../../domain/behavior.ts'
import { parseLength } from '../../domain/length.ts'
import { type Modifier, TECHNIQUES, type Technique } from '../../domain/model.ts'
import { findAgreement } from '../../store/agreements.ts'
import { behaviorNamed, editBehavior, liveBehaviors } from '../../store/behaviors.ts'
import { type Define, examples, gathered, say, typed } from '../context.ts'

interface Options {
  readonly person?: string
  readonly name?: string
  readonly technique?: Technique
  readonly key?: string
  readonly request?: string
  readonly definition?: string
  readonly example?: string[]
  readonly nonExample?: string[]
  readonly modifier?: Modifier[]
  readonly interval?: number
  readonly strict?: boolean
}

export const define: Define = (command, context) => {
  const { io, database } = context
  command
    .argument('<behavior>', 'its key or name')
    .option('--person <name>', 'whose behavior')
    .option('--name <name>', 'a short name')
    .addOption(new Option('--technique <technique>', 'how it is recorded').choices(TECHNIQUES))
    .option('--key <key>', 'the letter or digit that records it')
    .option('--request <words>', "the protégé's request, in their own words")
    .option('--definition <words>', 'what would be seen or heard')
    .option('--example <words>', 'something that counts (repeatable; replaces those before)', gathered)
    .option(
      '--non-example <words>',
      'something that does not count (repeatable; replaces those before)',
      gathered,
    )
    .option(
      '--modifier <set>',
      "a set of values, as 'level: recall, analysis' (repeatable; replaces those before)",
      (text: string, before: readonly Modifier[] = []) => [...before, typed(parseModifier)(text)],
    )
    .option('--interval <length>', 'the length of an interval, as 30s', typed(parseLength))
    .option('--strict', 'change nothing when the definition holds judgment, or can not be observed')
    .action(async (text: string, options: Options) => {
      const { person, definition, example, nonExample, modifier, interval, strict, ...rest } = options
      const db = await database()
      const agreement = findAgreement(db, person)
      const behaviors = liveBehaviors(db, agreement)
      const before = behaviorNamed(text, behaviors)
      const settled =
        definition === undefined
          ? undefined
          : await (await import('../words.ts')).settleWords(definition, 'behavior', context, {
              behaviors,
              strict,
            })
      const after = editBehavior(db, agreement, before, {
        ...rest,
        ...(settled && { definition: settled.words }),
        ...(example && { examples: example }),
        ...(nonExample && { nonExamples: nonExample }),
        ...(modifier && { modifiers: modifier }),
        ...(interval && { intervalMs: interval }),
      })
      say(
        io,
        after.version === before.version
          ? `Changed '${after.name}'.`
          : `'${after.name}' is now version ${after.version}; sessions before keep version ${before.version} with its meaning.`,
      )
    })
  examples(command, ["coach behavior edit q --definition 'Ben asks the group for words, and waits'"])
}
