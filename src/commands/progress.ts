import { Option } from 'commander'
import { parseSeries } from '../capture/series-file.ts'
import { forSelf, type Reader } from '../domain/audience.ts'
import { UsageError } from '../domain/errors.ts'
import type { Direction } from '../measures/change/index.ts'
import { progressOf, SERIES_MEASURES, type SeriesMeasure, scaleOf } from '../measures/change/series.ts'
import { type Progress, renderProgress } from '../reports/progress.ts'
import { progressJson } from '../reports/progress-json.ts'
import { findAgreement } from '../store/agreements.ts'
import { readText } from '../terminal/files.ts'
import { reportTemplate } from '../terminal/templates.ts'
import { audienceOption, type ForAudience, readerOf, sightOf } from './audience.ts'
import { type Context, type Define, examples, toJson } from './context.ts'
import { checkDelivery, type Delivery, deliver, deliveryOptions } from './deliver.ts'
import { behaviorFor, progressInStore } from './progress-series.ts'
import { sheetOf } from './sheet.ts'

const FORMATS = ['terminal', 'html', 'json'] as const

interface Options extends Delivery, ForAudience {
  readonly format?: (typeof FORMATS)[number]
  readonly measure?: SeriesMeasure
  readonly person?: string
  readonly from?: string
  readonly direction?: Direction
  readonly json?: boolean
}

export const define: Define = (command, context) => {
  command
    .argument('[behavior]', 'its key or name (not needed where there is only one)')
    .addOption(new Option('--measure <measure>', 'what is shown of each session').choices(SERIES_MEASURES))
    .option('--person <name>', 'whose sessions')
    .option('--from <file>', 'read phase,session,value[,case] from CSV instead; - is standard input')
    .addOption(
      new Option(
        '--direction <way>',
        'with --from, and where no goal is seen: which way the data are wished to move',
      ).choices(['increase', 'decrease']),
    )
    .addOption(new Option('--format <format>', 'how it is laid out').choices(FORMATS))
    .option('--json', 'print data for programs (the same as --format json)')
  audienceOption(deliveryOptions(command)).action((behavior: string | undefined, options: Options) =>
    progress(behavior, options, context),
  )
  examples(command, [
    'coach progress q',
    "coach progress 'asks a question' --measure count",
    'coach progress q --format html -o questions.html',
    'coach progress q --for research --direction increase --json',
    'coach progress --from series.csv --measure percent --direction decrease --json',
  ])
}

async function progress(name: string | undefined, options: Options, context: Context): Promise<void> {
  const { io } = context
  const format = options.json ? 'json' : (options.format ?? 'terminal')
  checkDelivery(context, format, false, options)
  const audience = readerOf(options.for)
  const found =
    options.from === undefined
      ? await fromStore(name, audience, options, context)
      : fromFile(await readText(io, options.from), options.from, options)
  const leaving =
    options.from === undefined
      ? {
          what: `progress of ${name ?? 'the behavior'}, ${format}`,
          audience,
          agreements: [findAgreement(await context.database(), options.person)],
        }
      : null
  await deliver(context, await rendered(found, format, context), options, format === 'terminal', leaving)
}

async function rendered(
  progress: Progress,
  format: (typeof FORMATS)[number],
  context: Context,
): Promise<string> {
  if (format === 'json') return toJson(progressJson(progress))
  if (format === 'terminal') return renderProgress(progress, await sheetOf(context))
  const { renderProgressHtml } = await import('../reports/progress-html.ts')
  return renderProgressHtml(progress, await reportTemplate(context.io, 'progress.html.liquid'))
}

function fromFile(text: string, file: string, { measure, direction, for: audience }: Options): Progress {
  if (audience !== 'self') {
    throw new UsageError(
      '--for is for what people consented to; --from reads a file, so leave one of them out.',
    )
  }
  const points = parseSeries(text, file === '-' ? 'standard input' : file)
  const wished = direction ?? null
  return {
    audience: 'self',
    behavior: null,
    measure: measure ?? null,
    wished,
    wishedBy: wished === null ? null : 'option',
    cases: forSelf(progressOf(points, wished, scaleOf(measure ?? null, []))),
    leftOut: forSelf([]),
    redefined: forSelf([]),
  }
}

async function fromStore(
  name: string | undefined,
  audience: Reader,
  { person, measure, direction }: Options,
  { io, ask, database }: Context,
): Promise<Progress> {
  if (direction !== undefined && audience === 'self') {
    throw new UsageError(
      '--direction goes with --from; of sessions, the protégé says it: coach goal add WORDS --behavior NAME --direction decrease.',
    )
  }
  const db = await database()
  const agreement = findAgreement(db, person)
  const behavior = await behaviorFor(db, agreement, name, ask)
  const sight = await sightOf(db, io, audience, [agreement])
  return progressInStore(db, agreement, behavior, measure ?? null, sight, direction ?? null)
}
