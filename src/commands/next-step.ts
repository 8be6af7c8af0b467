import { plural } from '../domain/format.ts'
import { quoted, visibleLine } from '../domain/text.ts'
import { liveAgreements } from '../store/agreements.ts'
import { liveBehaviors } from '../store/behaviors.ts'
import type { Database } from '../store/database.ts'
import { allPeople, me } from '../store/people.ts'
import { reflectionsOf } from '../store/reflections.ts'
import { allSessions, runningSession } from '../store/sessions.ts'
import type { Context } from './context.ts'

/** What `coach` alone prints: where things stand, and the one command that comes next. */
export async function printNextStep({ io, database }: Context): Promise<void> {
  const { stands, next } = nextStep(await database())
  io.stdout.write(`${visibleLine(stands)}\n\n  ${visibleLine(next)}\n\ncoach --help lists every command.\n`)
}

function nextStep(db: Database): { stands: string; next: string } {
  const coach = me(db)
  if (coach === undefined) {
    return {
      stands: 'Nothing is recorded here yet. See a session first, or say who you are:',
      next: "coach demo   ·   coach init --name 'Ana Coach'",
    }
  }
  const running = runningSession(db)
  if (running !== undefined) {
    return {
      stands: `Session ${running.number} with ${running.agreement.protege.name} is running. To go on with it:`,
      next: 'coach observe',
    }
  }
  const agreements = liveAgreements(db).filter((one) => !one.supervisor)
  const [agreement] = agreements
  if (agreement === undefined) {
    const other = allPeople(db).find((person) => person.id !== coach.id)
    return other === undefined
      ? { stands: `Hello, ${coach.name}. Who will you work with?`, next: "coach person add 'Ben Reyes'" }
      : {
          stands: `${other.name} and you have no agreement that stands. Talk it over, then:`,
          next: `coach agree ${quoted(other.name)}`,
        }
  }
  const without = agreements.find((one) => liveBehaviors(db, one).length === 0)
  if (without !== undefined) {
    const { name } = without.protege
    return {
      stands: `${name} has not asked for anything to be observed yet. Ask, then:`,
      next: `coach behavior add --person ${quoted(name)}`,
    }
  }
  const last = allSessions(db).at(-1)
  if (last !== undefined && reflectionsOf(db, last.number).length === 0) {
    return {
      stands: `Session ${last.number} with ${last.agreement.protege.name} waits for its debrief:`,
      next: 'coach report   ·   coach reflect',
    }
  }
  const { name } = agreement.protege
  const asked = plural(liveBehaviors(db, agreement).length, 'behavior')
  return {
    stands: `${name} asked for ${asked}. When the session begins:`,
    next: `coach observe ${quoted(name)}`,
  }
}
