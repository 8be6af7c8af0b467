import { Option } from 'commander'
import { STAGES, type Stage } from '../domain/model.ts'
import { visible } from '../domain/text.ts'
import { chooseQuestions, type Question } from '../questions/index.ts'
import { wrap } from '../reports/layout.ts'
import { findSession } from '../store/sessions.ts'
import { forSelfAlone } from './audience.ts'
import { type Define, examples, toJson, wholeNumber } from './context.ts'
import { debriefOf } from './debrief.ts'
import { loadQuestions } from './questions.ts'

interface Options {
  readonly stage?: Stage
  readonly count: number
  readonly seed?: number
  readonly json?: boolean
}

export const define: Define = (command, { io, database, style }) => {
  command
    .argument('[session]', 'a number, last, or a date')
    .addOption(new Option('--stage <stage>', 'questions of one stage alone').choices(STAGES))
    .option('--count <number>', 'how many', wholeNumber('--count', 1), 5)
    .option('--seed <number>', 'the same seed gives the same questions', wholeNumber('--seed', 0))
    .option('--json', 'print data for programs')
    .action(async (text: string | undefined, options: Options) => {
      const db = await database()
      const session = findSession(db, text)
      const seed = options.seed ?? Math.floor(io.random() * 1_000_000)
      const questions = chooseQuestions({
        ...debriefOf(db, session),
        templates: await loadQuestions(io),
        ...(options.stage && { stages: [options.stage] }),
        count: options.count,
        seed,
      })
      if (options.json) {
        return void io.stdout.write(
          toJson({
            schema_version: 1,
            audience: 'self',
            session: session.number,
            seed,
            questions: questions.map(questionJson),
          }),
        )
      }
      const { dim } = await style()
      const width = Math.min(io.stdout.columns, 100)
      let stage = ''
      for (const question of questions) {
        if (question.stage !== stage) io.stdout.write(`${stage === '' ? '' : '\n'}${dim(question.stage)}\n`)
        stage = question.stage
        io.stdout.write(`${wrap(visible(question.text), width, '  ').join('\n')}\n`)
      }
      if (options.seed === undefined) io.stderr.write(`\n--seed ${seed} prints these questions again.\n`)
    })
  forSelfAlone(command)
  examples(command, [
    'coach prompts',
    'coach prompts last --stage notice --count 3',
    'coach prompts 3 --seed 7 --json',
  ])
}

const questionJson = ({ id, stage, text, behavior, sources }: Question) => ({
  id,
  stage,
  text,
  behavior,
  sources,
})
