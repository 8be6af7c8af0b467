import { parseEvery, parseLength } from '../domain/length.ts'
import type { Behavior } from '../domain/model.ts'
import { accountOf, compareAccounts, isCompared } from '../measures/agreement/index.ts'
import { type Comparison, renderComparison } from '../reports/compare.ts'
import { comparisonJson } from '../reports/compare-json.ts'
import { page } from '../terminal/pager.ts'
import { readSides } from './compare-sides.ts'
import { type Context, type Define, examples, toJson, typed } from './context.ts'
import { sheetOf } from './sheet.ts'

interface Options {
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
    .action((a: string, b: string, options: Options) => compare(a, b, options, context))
  examples(command, [
    'coach compare 3 4',
    'coach compare 3 second-observer.obs --every 30s --tolerance 3s',
    'coach compare session.obs second-observer.obs --json',
    "coach compare 3 'project.boris#2'",
  ])
}

async function compare(a: string, b: string, options: Options, context: Context): Promise<void> {
  const [first, second] = await readSides(a, b, options.person, context)
  const everyMs = options.every ?? 10_000
  const toleranceMs = options.tolerance ?? 2000
  const comparison: Comparison = {
    a: first.compared,
    b: second.compared,
    everyMs,
    toleranceMs,
    kappa: options.tolerance !== undefined && options.every === undefined ? 'event-matched' : 'time-unit',
    agreement: compareAccounts(accountOf(first.recorded), accountOf(second.recorded), {
      everyMs,
      toleranceMs,
    }),
    leftOut: leftOut([...first.recorded.behaviors, ...second.recorded.behaviors]),
  }
  const { io } = context
  if (options.json) return void io.stdout.write(toJson(comparisonJson(comparison)))
  await page(io, renderComparison(comparison, await sheetOf(context)))
}

const leftOut = (behaviors: readonly Behavior[]): string[] => [
  ...new Set(behaviors.filter((behavior) => !isCompared(behavior)).map(({ name }) => name)),
]

/** No tolerance at all is one, too. */
const parseTolerance = (text: string): number => (/^0+(ms|s|m|min|h)?$/.test(text) ? 0 : parseLength(text))
