import { readUnstored } from '../capture/unstored.ts'
import { parseEvery, parseLength } from '../domain/length.ts'
import type { Behavior } from '../domain/model.ts'
import { type Account, accountOf, compareAccounts, isCompared } from '../measures/agreement/index.ts'
import type { Recorded } from '../measures/strands.ts'
import { type Compared, type Comparison, renderComparison } from '../reports/compare.ts'
import { comparisonJson } from '../reports/compare-json.ts'
import { findAgreement } from '../store/agreements.ts'
import { behaviorsOfSession, liveBehaviors } from '../store/behaviors.ts'
import { observationOf } from '../store/records.ts'
import { findSession } from '../store/sessions.ts'
import { readText } from '../terminal/files.ts'
import { page } from '../terminal/pager.ts'
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
    .argument('<a>', 'a session (a number, last or a date), or an observation log')
    .argument('<b>', 'what another observer recorded of the same event')
    .option('--every <length>', 'the length of intervals and time units, as 10s', typed(parseEvery))
    .option(
      '--tolerance <length>',
      'how far apart two records of the same thing may lie, as 2s',
      typed(parseTolerance),
    )
    .option('--person <name>', 'whose behaviors the keys in two logs stand for')
    .option('--json', 'print data for programs')
    .action((a: string, b: string, options: Options) => compare(a, b, options, context))
  examples(command, [
    'coach compare 3 4',
    'coach compare 3 second-observer.obs --every 30s --tolerance 3s',
    'coach compare session.obs second-observer.obs --json',
  ])
}

async function compare(a: string, b: string, options: Options, context: Context): Promise<void> {
  const known = await knownBehaviors([a, b], options.person, context)
  const first = await readSide(a, known, context)
  const second = await readSide(b, known, context)
  const everyMs = options.every ?? 10_000
  const toleranceMs = options.tolerance ?? 2000
  const comparison: Comparison = {
    a: first.compared,
    b: second.compared,
    everyMs,
    toleranceMs,
    kappa: options.tolerance !== undefined && options.every === undefined ? 'event-matched' : 'time-unit',
    agreement: compareAccounts(first.account, second.account, { everyMs, toleranceMs }),
    leftOut: [...new Set([...first.leftOut, ...second.leftOut])],
  }
  const { io } = context
  if (options.json) return void io.stdout.write(toJson(comparisonJson(comparison)))
  await page(io, renderComparison(comparison, await sheetOf(context)))
}

const isSession = (text: string): boolean => /^(\d+|last|\d{4}-\d{2}-\d{2})$/.test(text)

/**
 * The behaviors that the keys of a log stand for: those of the session that it is compared with, or of the person named. Two
 * logs alone are read by themselves, so that they compare alike on every computer.
 */
async function knownBehaviors(
  sides: readonly string[],
  person: string | undefined,
  { database }: Context,
): Promise<Behavior[]> {
  const sessions = sides.filter(isSession)
  if (sessions.length === 0 && person === undefined) return []
  const db = await database()
  if (person !== undefined) return liveBehaviors(db, findAgreement(db, person))
  return sessions.length === sides.length
    ? []
    : sessions.flatMap((text) => behaviorsOfSession(db, findSession(db, text).number))
}

interface Side {
  readonly account: Account
  readonly compared: Compared
  readonly leftOut: readonly string[]
}

async function readSide(text: string, known: readonly Behavior[], { io, database }: Context): Promise<Side> {
  if (!isSession(text)) {
    const source = text === '-' ? 'standard input' : text
    const { recorded, observer } = readUnstored(await readText(io, text), source, known)
    const { lengthMs } = recorded.session
    return {
      ...accountsOf(recorded),
      compared: { source, session: null, observer, startedAt: null, lengthMs },
    }
  }
  const db = await database()
  const session = findSession(db, text)
  return {
    ...accountsOf(observationOf(db, session)),
    compared: {
      source: `session ${session.number}`,
      session: session.number,
      observer: session.observer.name,
      startedAt: session.startedAt,
      lengthMs: session.lengthMs,
    },
  }
}

const accountsOf = (recorded: Recorded): Pick<Side, 'account' | 'leftOut'> => ({
  account: accountOf(recorded),
  leftOut: recorded.behaviors.filter((behavior) => !isCompared(behavior)).map(({ name }) => name),
})

/** No tolerance at all is one, too. */
const parseTolerance = (text: string): number => (/^0+(ms|s|m|min|h)?$/.test(text) ? 0 : parseLength(text))
