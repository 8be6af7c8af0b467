import { endRecovered } from '../../capture/recovery.ts'
import { InputError } from '../../domain/errors.ts'
import { runningSession } from '../../store/sessions.ts'
import { type Define, examples } from '../context.ts'

export const define: Define = (command, { io, database }) => {
  command.action(async () => {
    const db = await database()
    const session = runningSession(db)
    if (session === undefined)
      throw new InputError('No session is running; coach session list shows those recorded.')
    endRecovered(db, io, session)
    io.stdout.write(
      `Session ${session.number} has ended at the last moment known. Next: coach report ${session.number}\n`,
    )
  })
  examples(command, ['coach session end'])
}
