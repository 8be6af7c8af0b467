import { type Command, Option } from 'commander'
import { parseModifier } from '../domain/behavior.ts'
import { parseLength } from '../domain/length.ts'
import { type Modifier, TECHNIQUES, type Technique } from '../domain/model.ts'
import { gathered, typed } from './context.ts'

/** What `behavior add` and `behavior edit` may be told of a behavior. */
export interface BehaviorOptions {
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

/** @param repeatable what giving one of the lists several times does */
export const behaviorOptions = (command: Command, repeatable: string): Command =>
  command
    .option('--person <name>', 'the protégé who asks (not needed where there is only one)')
    .option('--name <name>', 'a short name')
    .addOption(new Option('--technique <technique>', 'how it is recorded').choices(TECHNIQUES))
    .option('--key <key>', 'the letter or digit that records it')
    .option('--request <words>', "the protégé's request, in their own words")
    .option('--definition <words>', 'what would be seen or heard')
    .option('--example <words>', `something that counts (${repeatable})`, gathered)
    .option('--non-example <words>', `something that does not count (${repeatable})`, gathered)
    .option(
      '--modifier <set>',
      `a set of values, as 'level: recall, analysis' (${repeatable})`,
      (text: string, before: readonly Modifier[] = []) => [...before, typed(parseModifier)(text)],
    )
    .option('--interval <length>', 'the length of an interval, as 30s', typed(parseLength))
    .option('--strict', 'refuse a definition that holds judgment, or cannot be observed')
