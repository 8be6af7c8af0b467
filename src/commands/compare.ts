import { agreementsOf } from '../domain/agreement.ts'
import { computedFrom } from '../domain/audience.ts'
import { parseEvery, parseLength } from '../domain/length.ts'
import type { Behavior } from '../domain/model.ts'
import { accountOf, compareAccounts, isCompared } from '../measures/agreement/index.ts'
import { type Comparison, renderComparison } from '../reports/compare.ts'
import { comparisonJson } from '../reports/compare-json.ts'
import { audienceOption, type ForAudience, readerOf } from './audience.ts'
import { readSides, readStoredSides } from './compare-sides.ts'
import { type Context, type Define, examples, toJson, typed } from './context.ts'
import { deliver } from './deliver.ts'
import { sheetOf } from './sheet.ts'

interface Options extends ForAudience {
  readonly every?: number
  readonly tolerance?: number
  readonly person?: string
  readonly json?: boolean
}

export const define: Define = (command, context) => {
  command
    .argument(
      '<a>',
      'a session (a number, last or a date), or a file that imports; FILE#2 is the second session in it',
    )
    .argument('<b>', 'what another observer recorded of the same event')
    .option('--every <length>', 'the length of intervals and time units, as 10s', typed(parseEvery))
    .option(
      '--tolerance <length>',
      'how far apart two records of the same thing may lie, as 2s',
      typed(parseTolerance),
    )
    .option('--person <name>', 'whose behaviors the codes in two files stand for')
    .option('--json', 'print data for programs')
  audienceOption(command).action((a: string, b: string, options: Options) => compare(a, b, options, context))
  examples(command, [
    'coach compare 3 4',
    'coach compare 3 4 --for research --json',
    'coach compare 3 second-observer.obs --every 30s --tolerance 3s',
    'coach compare session.obs second-observer.obs --json',
    "coach compare 3 'project.boris#2'",
  ])
}

async function compare(a: string, b: string, options: Options, context: Context): Promise<void> {
  const audience = readerOf(options.for)
  const { sides, sessions } =
    audience === 'self'
      ? { sides: await readSides(a, b, options.person, context), sessions: [] }
      : await readStoredSides(a, b, audience, context)
  const [first, second] = sides
  const recorded = [first.recorded, second.recorded] as const
  const everyMs = options.every ?? 10_000
  const toleranceMs = options.tolerance ?? 2000
  const comparison: Comparison = {
    audience,
    a: first.compared,
    b: second.compared,
    everyMs,
    toleranceMs,
    kappa: options.tolerance !== undefined && options.every === undefined ? 'event-matched' : 'time-unit',
    agreement: computedFrom(recorded, ([one, other]) =>
      compareAccounts(accountOf(one), accountOf(other), { everyMs, toleranceMs }),
    ),
    leftOut: computedFrom(recorded, (both) => leftOut(both.flatMap(({ behaviors }) => behaviors))),
  }
  const content = options.json
    ? toJson(comparisonJson(comparison))
    : renderComparison(comparison, await sheetOf(context))
  // What the protégé and their coach see on the screen has not left.
  const leaving =
    audience === 'self'
      ? null
      : {
          what: `comparison of sessions ${sessions.map(({ number }) => number).join(' and ')}`,
          audience,
          agreements: agreementsOf(sessions),
        }
  await deliver(context, content, {}, options.json !== true, leaving)
}

const leftOut = (behaviors: readonly Behavior[]): string[] => [
  ...new Set(behaviors.filter((behavior) => !isCompared(behavior)).map(({ name }) => name)),
]

/** No tolerance at all is one, too. */
const parseTolerance = (text: string): number => (/^0+(ms|s|m|min|h)?$/.test(text) ? 0 : parseLength(text))
