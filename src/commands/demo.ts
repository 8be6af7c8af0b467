import { join } from 'node:path'
import { DEMO_BEHAVIORS, DEMO_CUES } from '../capture/demo-session.ts'
import { playKeys } from '../capture/script.ts'
import { forSelf } from '../domain/audience.ts'
import { CHOICES } from '../domain/model.ts'
import { typedPath } from '../domain/text.ts'
import { chooseQuestions } from '../questions/index.ts'
import { addAgreement } from '../store/agreements.ts'
import { addBehavior } from '../store/behaviors.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { addPerson, setMe } from '../store/people.ts'
import { sessionByNumber, startSession } from '../store/sessions.ts'
import type { Io } from '../terminal/io.ts'
import { temporaryFolder } from '../terminal/paths.ts'
import { type Define, examples } from './context.ts'
import { debriefOf, reportDataOf, terminalReport } from './debrief.ts'
import { loadQuestions } from './questions.ts'

export const define: Define = (command, context) => {
  const { io } = context
  command.action(async () => {
    const path = join(temporaryFolder('coach-demo-'), 'coach.db')
    const db = openDatabase(path)
    try {
      const debrief = debriefOf(db, playSession(db, io))
      const questions = chooseQuestions({
        ...debrief,
        templates: await loadQuestions(io),
        stages: ['notice', 'pattern', 'implication'],
        count: 3,
        seed: 1,
      })
      io.stdout.write('A session as it could be: Ana Coach observes what Ben Reyes asked for.\n\n')
      io.stdout.write(await terminalReport(reportDataOf(debrief, forSelf(questions)), context))
      io.stdout.write(
        [
          '',
          'All this is in a database of its own. Try three commands on it:',
          `  coach --db ${typedPath(path)} prompts --stage notice`,
          `  coach --db ${typedPath(path)} session show`,
          `  coach --db ${typedPath(path)} observe`,
          "Your own begins with: coach init --name 'Ana Coach'",
          '',
        ].join('\n'),
      )
    } finally {
      db.close()
    }
  })
  examples(command, ['coach demo'])
}

/** The session of `DEMO_CUES`, an hour ago, pressed key by key through the code of a live one. */
function playSession(db: Database, io: Io) {
  const coach = addPerson(db, io, 'Ana Coach')
  const protege = addPerson(db, io, 'Ben Reyes', 'induction')
  setMe(db, coach)
  const agreement = addAgreement(db, io, {
    coach,
    protege,
    kind: 'coaching',
    choices: CHOICES,
    supervisor: false,
    share: ['self'],
  })
  const session = startSession(db, io, {
    agreement,
    observer: coach,
    behaviors: DEMO_BEHAVIORS.map((draft) => addBehavior(db, io, agreement, draft)),
    startedAt: new Date(io.now().getTime() - 3_600_000),
    timeZone: io.timeZone,
    plannedMs: 22 * 60_000,
    intervalMs: null,
    place: 'ward 3',
  })
  playKeys(db, io, session, DEMO_CUES)
  return sessionByNumber(db, session.number) ?? session
}
