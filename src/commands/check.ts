import { Option } from 'commander'
import { EXIT, UsageError } from '../domain/errors.ts'
import { checkerOf, TEXT_KINDS, type TextKind } from '../language/check.ts'
import type { Finding } from '../language/finding.ts'
import { inputFormat, type Located, readers } from '../language/input/index.ts'
import {
  type Checked,
  OUTPUT_FORMATS,
  type Output,
  type OutputFormat,
  outputs,
} from '../language/output/index.ts'
import type { Severity } from '../language/rules/family.ts'
import { columns, wrap } from '../reports/layout.ts'
import type { Io } from '../terminal/io.ts'
import { lineBatches, refuseUnreadable } from '../terminal/lines.ts'
import { print } from '../terminal/print.ts'
import { markTeller } from './check-marks.ts'
import { type Context, type Define, examples } from './context.ts'
import { ownDictionary } from './dictionary.ts'

interface Options {
  readonly as: TextKind
  readonly lines?: boolean
  readonly format: OutputFormat
  readonly failOn: Severity
  readonly rules?: boolean
  readonly explain?: string
}

export const define: Define = (command, context) => {
  command
    .argument('[files...]', 'text, Markdown, or what coach export --format jsonl wrote; - is standard input')
    .addOption(new Option('--as <kind>', 'what each text is').choices(TEXT_KINDS).default('note'))
    .option('--lines', 'each line is one text, whatever the file is')
    .addOption(new Option('--format <format>', 'how to print').choices(OUTPUT_FORMATS).default('text'))
    .addOption(
      new Option('--fail-on <severity>', 'what to end with status 1 for')
        .choices(['judgment', 'vague'])
        .default('judgment'),
    )
    .option('--rules', 'list the rules')
    .option('--explain <rule>', 'say what a rule is for, with examples on both sides')
    .action(async (files: string[], options: Options) => {
      if (options.rules === true || options.explain !== undefined) {
        const { explainRule, listRules } = await import('./check-rules.ts')
        return options.explain === undefined ? listRules(context) : explainRule(options.explain, context)
      }
      return checkFiles(files, options, context)
    })
  examples(command, [
    'coach check notes.md',
    "echo 'Ben looked at the clock 3 times.' | coach check -",
    'coach check questions.txt --as question --lines --format jsonl',
    'coach export --format jsonl | coach check - --fail-on vague',
    'coach check --explain mind-reading',
  ])
}

async function checkFiles(files: readonly string[], options: Options, context: Context): Promise<void> {
  const { io } = context
  if (files.length === 0 && io.stdin.isTTY === true) {
    throw new UsageError('Name a file to check, or - to read what you type or pipe in.')
  }
  // Before anything is printed: half a document is none.
  for (const file of files) if (file !== '-') await refuseUnreadable(file)
  const dictionary = await ownDictionary(io)
  const check = await checkerOf(options.as, dictionary && { dictionary })
  const output = outputs[options.format]({
    width: io.stdout.columns,
    style: await context.style(),
    layout: { columns, wrap },
    named: files.length > 1,
    rules: options.format === 'sarif' ? (await import('../language/catalog.ts')).rulesFor(options.as) : [],
    version: context.version,
  })
  const failing = options.failOn === 'vague' ? ['judgment', 'vague'] : ['judgment']
  const checked = (file: string, located: Located): Checked => {
    const { findings, ...rest } = check(located)
    const noted = function* (): Generator<Finding> {
      for (const finding of findings) {
        if (failing.includes(finding.severity)) context.setExitStatus(EXIT.found)
        yield finding
      }
    }
    return { file: file === '-' ? null : file, located, findings: noted(), ...rest }
  }
  await print(io, printed(io, files.length === 0 ? ['-'] : files, options, output, checked))
}

async function* printed(
  io: Io,
  files: readonly string[],
  options: Options,
  output: Output,
  checked: (file: string, located: Located) => Checked,
): AsyncGenerator<Iterable<string>> {
  yield [output.opening()]
  const tellMarks = markTeller(io)
  for (const file of files) {
    const pieces = function* (texts: readonly Located[]): Generator<string> {
      for (const located of texts) yield* output.text(checked(file, located))
    }
    for await (const texts of textsOf(io, file, options)) {
      await tellMarks(nameOf(file), texts)
      yield pieces(texts)
    }
  }
  yield [output.closing()]
}

const nameOf = (file: string): string => (file === '-' ? 'standard input' : file)

/** The texts of one input, in batches as its lines arrive. */
async function* textsOf(io: Io, file: string, { lines, as }: Options): AsyncGenerator<Located[]> {
  let reader = lines === true ? readers.lines() : undefined
  let number = 0
  for await (const batch of lineBatches(io, file)) {
    reader ??= readers[inputFormat(file, batch[0] ?? '')](as !== 'note', nameOf(file))
    const texts: Located[] = []
    for (const line of batch) {
      number += 1
      texts.push(...reader.line(line, number))
    }
    yield texts
  }
  if (reader !== undefined) yield reader.end()
}
