import { checkMayObserve } from '../../domain/agreement.ts'
import { formatLength } from '../../domain/format.ts'
import { parseLength } from '../../domain/length.ts'
import { isIntervalTechnique, TECHNIQUES } from '../../domain/model.ts'
import { TECHNIQUE_WORDS } from '../../domain/technique.ts'
import { findAgreement } from '../../store/agreements.ts'
import { addBehavior, liveBehaviors } from '../../store/behaviors.ts'
import { required } from '../../terminal/ask.ts'
import { type BehaviorOptions, behaviorOptions } from '../behavior-options.ts'
import { type Define, examples, say, typed } from '../context.ts'

export const define: Define = (command, context) => {
  const { io, database } = context
  behaviorOptions(command, 'repeatable').action(async (options: BehaviorOptions) => {
    const { ask } = context
    const db = await database()
    const agreement = findAgreement(db, options.person)
    checkMayObserve(agreement)
    const request = await required(options.request, '--request', ask, (person) =>
      person.text(`What would ${agreement.protege.name} like to have observed? (their own words)`),
    )
    const name = await required(options.name, '--name', ask, (person) => person.text('A short name for it?'))
    const proposed = await required(options.definition, '--definition', ask, (person) =>
      person.text('What would be seen or heard, so that two people would count the same?'),
    )
    const { settleWords } = await import('../words.ts')
    const { words: definition, kept } = await settleWords(proposed, 'behavior', context, {
      behaviors: [...liveBehaviors(db, agreement), { name, modifiers: options.modifier ?? [] }],
      strict: options.strict,
    })
    const technique = await required(options.technique, '--technique', ask, (person) =>
      person.one(
        'How is it recorded?',
        TECHNIQUES.map((value) => ({ name: `${value}: ${TECHNIQUE_WORDS[value]}`, value })),
      ),
    )
    const key = await required(options.key, '--key', ask, (person) =>
      person.text('Which key records it?', name.slice(0, 1).toLowerCase()),
    )
    const intervalMs =
      options.interval ??
      (isIntervalTechnique(technique) && ask !== null
        ? typed(parseLength)(await ask.text('How long is an interval?', '30s'))
        : null)
    const behavior = addBehavior(db, io, agreement, {
      name,
      technique,
      key,
      request,
      definition,
      kept,
      examples: options.example ?? [],
      nonExamples: options.nonExample ?? [],
      modifiers: options.modifier ?? [],
      intervalMs,
    })
    const every = behavior.intervalMs === null ? '' : ` of ${formatLength(behavior.intervalMs)}`
    say(
      io,
      `Added '${behavior.name}' (${behavior.technique}${every}), key ${behavior.key}, as ${agreement.protege.name} asked: "${behavior.request}"`,
    )
  })
  examples(command, [
    "coach behavior add --person 'Ben Reyes' --name 'asks a question' --technique event --key q --request 'Please count my questions' --definition 'Ben says a sentence that asks the group for words' --modifier 'level: recall, analysis'",
    "coach behavior add --person 'Ben Reyes' --name 'talks' --technique duration --key t --request 'How long do I talk?' --definition 'Ben says words to the group'",
  ])
}
