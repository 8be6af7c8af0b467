import { findAgreement } from '../../store/agreements.ts'
import { behaviorNamed, editBehavior, liveBehaviors } from '../../store/behaviors.ts'
import { type BehaviorOptions, behaviorOptions } from '../behavior-options.ts'
import { type Define, examples, say } from '../context.ts'

export const define: Define = (command, context) => {
  const { io, database } = context
  behaviorOptions(
    command.argument('<behavior>', 'its key or name'),
    'repeatable; replaces those before',
  ).action(async (text: string, options: BehaviorOptions) => {
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
      ...(settled && { definition: settled.words, kept: settled.kept }),
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
