import { format } from 'date-fns/format'
import { forSelf } from '../domain/audience.ts'
import { UsageError } from '../domain/errors.ts'
import type { Goal, Reflection, Session, Stage } from '../domain/model.ts'
import { visible } from '../domain/text.ts'
import { parseWhen } from '../domain/when.ts'
import { chooseQuestions, isBeforeData, mayAsk, type QuestionTemplate } from '../questions/index.ts'
import { wrap } from '../reports/layout.ts'
import type { Database } from '../store/database.ts'
import { addAction, addGoal, goalsOf } from '../store/goals.ts'
import { addReflection, reflectionsOf } from '../store/reflections.ts'
import { findSession } from '../store/sessions.ts'
import type { Ask } from '../terminal/ask.ts'
import { forSelfAlone } from './audience.ts'
import { type Context, type Define, examples } from './context.ts'
import { type Debrief, debriefOf, reportDataOf, terminalReport } from './debrief.ts'
import { loadQuestions } from './questions.ts'

export const define: Define = (command, context) => {
  command.argument('[session]', 'a number, last, or a date').action(async (text: string | undefined) => {
    if (context.ask === null) {
      throw new UsageError(
        'The conversation needs a terminal; coach prompts prints its questions without one.',
      )
    }
    const db = await context.database()
    await converse(db, findSession(db, text), context.ask, context)
  })
  forSelfAlone(command)
  examples(command, ['coach reflect', 'coach reflect 3'])
}

/** What is asked once the data is shown, in this order, and how many questions of each. */
const AFTER_DATA: readonly (readonly [Stage, number])[] = [
  ['notice', 2],
  ['pattern', 1],
  ['inference', 1],
  ['implication', 1],
  ['goal', 1],
  ['options', 1],
  ['commit', 1],
  ['coaching', 1],
]

/** Every answer is stored before the next question is put, so that leaving half-way loses nothing. */
async function converse(db: Database, session: Session, ask: Ask, context: Context): Promise<void> {
  const { io } = context
  const templates = await loadQuestions(io)
  const debrief = debriefOf(db, session)
  const seed = Math.floor(io.random() * 1_000_000)
  const put = (stage: Stage, count: number) =>
    putQuestions(db, session, stage, count, { ask, templates, seed, debrief, context })
  io.stdout.write(
    `${visible(session.agreement.protege.name)}, this is about session ${session.number}. Enter alone passes a question; Ctrl-C leaves, and what was said is kept.\n\n`,
  )
  // Memory comes first: once the data is on the table it is what people remember.
  if (reflectionsOf(db, session.number).every(({ stage }) => isBeforeData(stage))) await put('recall', 2)
  const nothing = forSelf([])
  const shown = reportDataOf({ ...debrief, reflections: nothing, goals: nothing, actions: nothing })
  io.stdout.write(`\n${await terminalReport(shown, context)}\n`)
  let goal: Goal | null = null
  for (const [stage, count] of AFTER_DATA) {
    const permission = mayAsk(stage, stagesAnswered(db, session))
    if (!permission.may) {
      io.stdout.write(
        `What follows builds on what you notice. Come back to it with coach reflect ${session.number}\n`,
      )
      return
    }
    const answers = await put(stage, count)
    if (stage === 'goal' && answers[0] !== undefined)
      goal = await setGoal(db, debrief, answers[0], ask, context)
    if (stage === 'commit' && goal !== null) await setActions(db, goal, ask, context)
  }
  io.stdout.write(
    `\nKept with session ${session.number}. coach report ${session.number} prints it; coach goal list shows the goals.\n`,
  )
}

const stagesAnswered = (db: Database, session: Session): Stage[] =>
  reflectionsOf(db, session.number).map(({ stage }) => stage)

interface Conversation {
  readonly ask: Ask
  readonly templates: readonly QuestionTemplate[]
  readonly seed: number
  /** As the conversation began; what has been said since is in the store. */
  readonly debrief: Debrief
  readonly context: Context
}

/** Puts questions of one stage and returns the answers given. */
async function putQuestions(
  db: Database,
  session: Session,
  stage: Stage,
  count: number,
  { ask, templates, seed, debrief, context }: Conversation,
): Promise<string[]> {
  const answers: string[] = []
  const questions = chooseQuestions({
    ...debrief,
    reflections: forSelf(reflectionsOf(db, session.number)),
    goals: forSelf(goalsOf(db, session.agreement)),
    templates,
    stages: [stage],
    count,
    seed,
  })
  for (const { text } of questions) {
    const { bold } = await context.style()
    const lines = wrap(visible(text), Math.min(context.io.stdout.columns, 100))
    context.io.stdout.write(`\n${lines.map(bold).join('\n')}\n`)
    const answer = (await ask.text('Your words:')).trim()
    if (answer === '') continue
    addReflection(db, context.io, session, { stage, question: text, answer } satisfies Partial<Reflection>)
    answers.push(answer)
  }
  return answers
}

async function setGoal(
  db: Database,
  { observation }: Debrief,
  said: string,
  ask: Ask,
  { io }: Context,
): Promise<Goal> {
  const words = await ask.text('Your goal, in your own words:', said)
  const { session, behaviors } = observation
  const behavior = await ask.one<number | null>('Which behavior is it about?', [
    ...behaviors.map(({ name, behaviorId }) => ({ name: visible(name), value: behaviorId })),
    { name: 'none of these', value: null },
  ])
  const evidence = (await ask.text('What would the data show once you are there?')).trim()
  const direction = await ask.one<Goal['direction']>('Which way would the data move?', [
    { name: 'more', value: 'increase' },
    { name: 'less', value: 'decrease' },
    { name: 'neither, or not yet said', value: null },
  ])
  const by = (await ask.text('By when? (as 2026-12-18; Enter alone leaves it open)')).trim()
  return addGoal(db, io, session.agreement, {
    session: session.number,
    behavior,
    words,
    evidence: evidence === '' ? null : evidence,
    direction,
    by: by === '' ? null : dateOf(by, io.now()),
  })
}

async function setActions(db: Database, goal: Goal, ask: Ask, { io }: Context): Promise<void> {
  for (let next = 1; ; next += 1) {
    const words = (
      await ask.text(next === 1 ? 'What is a first action?' : 'And another? (Enter alone ends the list)')
    ).trim()
    if (words === '') return
    const by = (await ask.text('By when? (Enter alone leaves it open)')).trim()
    addAction(db, io, goal, words, by === '' ? null : dateOf(by, io.now()))
  }
}

/** A date as typed, or as it was said where it is no date: "after the holidays" is an answer too. */
function dateOf(text: string, now: Date): string {
  try {
    return format(parseWhen(text, now), 'yyyy-MM-dd')
  } catch {
    return text
  }
}
