import { Option } from 'commander'
import { agreementsOf } from '../domain/agreement.ts'
import { computedFrom, forSelf } from '../domain/audience.ts'
import { UsageError } from '../domain/errors.ts'
import { parseEvery } from '../domain/length.ts'
import { INTERVAL_TECHNIQUES, type IntervalTechnique, type Session } from '../domain/model.ts'
import { summarizeSeveral } from '../measures/several.ts'
import type { Derivation } from '../measures/types.ts'
import type { Material, Question } from '../questions/index.ts'
import { type ReportData, type ReportFormat, renderers } from '../reports/index.ts'
import type { Database } from '../store/database.ts'
import { allSessions, findSession } from '../store/sessions.ts'
import { printToPdf } from '../terminal/browser.ts'
import type { Io } from '../terminal/io.ts'
import { withSpinner } from '../terminal/spinner.ts'
import { reportTemplate } from '../terminal/templates.ts'
import { audienceOption, type ForAudience, type Sight, sightOf } from './audience.ts'
import { type Context, type Define, examples, typed } from './context.ts'
import { debriefOf, reportDataOf } from './debrief.ts'
import { checkDelivery, type Delivery, deliver, deliveryOptions } from './deliver.ts'
import { sheetOf } from './sheet.ts'
import { reportTotals } from './totals.ts'

interface Options extends Delivery, ForAudience {
  readonly format?: ReportFormat
  readonly json?: boolean
  readonly as?: IntervalTechnique
  readonly every?: number
  readonly sessions?: string
}

export const define: Define = (command, context) => {
  command
    .argument('[session]', 'a number, last, or a date')
    .addOption(new Option('--format <format>', 'how it is laid out').choices(Object.keys(renderers)))
    .option('--json', 'print data for programs (the same as --format json)')
  audienceOption(deliveryOptions(command))
    .addOption(
      new Option('--as <method>', 'also score intervals, derived from timed records').choices(
        INTERVAL_TECHNIQUES,
      ),
    )
    .option('--every <length>', 'the length of these intervals, as 30s', typed(parseEvery))
    .option(
      '--sessions <range>',
      'several sessions, as 3-7 or 3,5,8: pooled, and averaged; as 3/4,5/6-8 those of each group are pooled before they are averaged',
    )
    .action((session: string | undefined, options: Options) => report(session, options, context))
  examples(command, [
    'coach report',
    'coach report 3 --format html -o debrief.html',
    'coach report 3 --format md -o debrief.md',
    'coach report --format xlsx -o session.xlsx',
    'coach report last --as partial-interval --every 30s',
    'coach report --sessions 3-7 --json',
    'coach report --sessions 3-5/6-8 --format md',
    'coach report 3 --for research --format html -o shared.html',
  ])
}

async function report(which: string | undefined, options: Options, context: Context): Promise<void> {
  const { io, database } = context
  const format = options.json ? 'json' : (options.format ?? 'terminal')
  const renderer = renderers[format]
  checkDelivery(context, format, renderer.binary, options)
  if (options.for === 'program') {
    return reportTotals([which, options.sessions, options.as, options.every], format, options, context)
  }
  if (which !== undefined && options.sessions !== undefined) {
    throw new UsageError(`A session is named twice, as ${which} and by --sessions; leave one of them out.`)
  }
  const derivation = derivationOf(options)
  const db = await database()
  const groups = options.sessions === undefined ? [[findSession(db, which)]] : groupsIn(db, options.sessions)
  const sessions = groups.flat()
  const agreements = agreementsOf(sessions)
  const sight = await sightOf(db, io, options.for, agreements)
  const content = await withSpinner(io, 'Drawing the report', async () => {
    const data =
      options.sessions === undefined
        ? await oneSession(io, db, sight, sessions[0] as Session, derivation, renderer.asks)
        : severalSessions(sight, groups, derivation)
    const render = await renderer.load()
    const rendered = await render(data, {
      ...(await sheetOf(context)),
      template: renderer.template === null ? null : await reportTemplate(io, renderer.template),
    })
    return format === 'pdf' ? printToPdf(io, String(rendered)) : rendered
  })
  await deliver(context, content, options, format === 'terminal', {
    what: `report of ${sessions.length === 1 ? 'session' : 'sessions'} ${sessions.map(({ number }) => number).join(', ')}, ${format}`,
    audience: sight.audience,
    agreements,
  })
}

async function oneSession(
  io: Io,
  db: Database,
  sight: Sight,
  session: Session,
  derivation: Derivation | null,
  asks: boolean,
): Promise<ReportData> {
  const debrief = debriefOf(db, session, sight, derivation)
  if (!asks || sight.audience !== 'self') return reportDataOf(debrief)
  // A page that is printed again asks the same.
  return reportDataOf(debrief, forSelf(await questionsOf(io, debrief, session.number)))
}

/** As many questions as two pages have room for. */
const MOST_QUESTIONS = 6

/** Loaded for a page that asks: reading templates takes libraries that load as long as Node does, some 25 ms. */
async function questionsOf(io: Io, material: Material, seed: number): Promise<Question[]> {
  const [{ chooseQuestions }, { loadQuestions }] = await Promise.all([
    import('../questions/index.ts'),
    import('./questions.ts'),
  ])
  const templates = await loadQuestions(io)
  return chooseQuestions({ ...material, templates, count: MOST_QUESTIONS, seed })
}

/** Several sessions of one protégé: what they said and set out belongs to each session's own report. */
function severalSessions(
  { audience, see }: Sight,
  groups: readonly (readonly Session[])[],
  derivation: Derivation | null,
): ReportData {
  const observations = groups.flat().map(see)
  const figures = computedFrom(observations, (seen) => summarizeSeveral(seen, derivation, unitsOf(groups)))
  const nothing = forSelf([])
  return {
    audience,
    observations,
    summary: computedFrom(figures, ({ pooled }) => pooled),
    averaged: computedFrom(figures, ({ averaged }) => averaged),
    reflections: nothing,
    goals: nothing,
    actions: nothing,
    questions: nothing,
  }
}

function derivationOf({ as, every }: Options): Derivation | null {
  if (as === undefined && every === undefined) return null
  if (as === undefined) throw new UsageError('--every belongs to a method; add --as partial-interval.')
  if (every === undefined) throw new UsageError('--as needs the length of an interval; add --every 30s.')
  return { as, everyMs: every }
}

/** Sessions of one protégé in groups, as `3/4,5/6-8`; what is not divided is one group. */
function groupsIn(db: Database, text: string): Session[][] {
  const groups = text.split('/').map((part) => sessionsIn(db, part.trim()))
  const sessions = groups.flat()
  const people = [...new Set(sessions.map(({ agreement }) => agreement.protege.name))]
  if (people.length > 1) {
    throw new UsageError(
      `The sessions of ${people.join(' and ')} are not pooled; name sessions of one protégé, as --sessions 3,5.`,
    )
  }
  const twice = sessions.find(
    ({ number }, index) => sessions.findIndex((one) => one.number === number) < index,
  )
  if (twice !== undefined) {
    throw new UsageError(`Session ${twice.number} is in ${text} twice; name each session once.`)
  }
  return groups
}

/** The sessions of a range or list. */
function sessionsIn(db: Database, text: string): Session[] {
  const range = /^(\d+)-(\d+)$/.exec(text)
  const sessions =
    range !== null
      ? allSessions(db).filter(({ number }) => number >= Number(range[1]) && number <= Number(range[2]))
      : text.split(',').map((number) => findSession(db, number.trim()))
  if (sessions.length === 0)
    throw new UsageError(`No session lies in ${text}; coach session list shows their numbers.`)
  return sessions
}

/** For each session in turn what it is averaged as: itself, or the group that it is in, where there are several. */
const unitsOf = (groups: readonly (readonly Session[])[]): number[] =>
  groups.length === 1
    ? groups.flat().map((_, index) => index)
    : groups.flatMap((group, index) => group.map(() => index))
