import { NotPermittedError } from './errors.ts'
import type { Agreement, Choice, Session } from './model.ts'
import { CHOICES } from './model.ts'
import { quoted } from './text.ts'

/** What each of the three choices says, in the protégé's voice. */
export const CHOICE_WORDS: Readonly<Record<Choice, string>> = {
  defer: 'I am ready to defer to greater experience.',
  learn: "I am ready to learn through others' experience.",
  risk: 'I take the risk of discussing my weaknesses.',
}

const WHY_NO_SUPERVISOR =
  'Coaching under supervision or evaluation is refused: people who fear for their evaluation do not show their weaknesses.'

/** What a protégé says on entering an agreement. */
export interface Terms {
  readonly kind: 'coaching' | 'mentoring'
  readonly choices: readonly Choice[]
  /** Whether the coach or mentor supervises or evaluates the protégé. */
  readonly supervises: boolean
  /** Whether a mentoring relation with a supervisor was asked for, openly. */
  readonly supervisorMentor: boolean
}

/**
 * The rule of an agreement: the three choices are made, and coaching never overlaps with supervision.
 * A supervisor may be recorded as a mentor, visibly marked.
 * @throws NotPermittedError when the terms break the rule
 */
export function checkTerms(terms: Terms, protege: string): void {
  if (terms.supervisorMentor && terms.kind === 'coaching') {
    throw new NotPermittedError(
      `${WHY_NO_SUPERVISOR} Record the relation as mentoring with --kind mentoring --supervisor-mentor, and find ${protege} a coach who does not evaluate them.`,
    )
  }
  if (terms.supervises && !terms.supervisorMentor) {
    throw new NotPermittedError(
      `${WHY_NO_SUPERVISOR} Find ${protege} a coach who does not evaluate them, or record a mentoring relation with --kind mentoring --supervisor-mentor.`,
    )
  }
  const missing = CHOICES.filter((choice) => !terms.choices.includes(choice))
  if (missing.length > 0) {
    const words = missing.map((choice) => `${choice} ("${CHOICE_WORDS[choice]}")`).join(', ')
    throw new NotPermittedError(
      `An agreement rests on three choices that ${protege} makes; still open: ${words}. Talk them over first, then type --accept ${CHOICES.join(',')}.`,
    )
  }
}

/**
 * Observation is coaching: it needs a live agreement whose coach does not supervise.
 * @throws NotPermittedError otherwise
 */
export function checkMayObserve(agreement: Agreement): void {
  const { protege, coach } = agreement
  if (agreement.endedAt !== null) {
    throw new NotPermittedError(
      `The agreement with ${protege.name} has ended; a new one starts with coach agree ${quoted(protege.name)}.`,
    )
  }
  if (agreement.supervisor) {
    throw new NotPermittedError(
      `${coach.name} supervises ${protege.name}: ${WHY_NO_SUPERVISOR} Mentoring contacts are fine; for observation, find ${protege.name} a coach who does not evaluate them.`,
    )
  }
}

/** The agreements that sessions belong to, each once. */
export const agreementsOf = (sessions: readonly Session[]): Agreement[] => [
  ...new Map(sessions.map(({ agreement }) => [agreement.id, agreement])).values(),
]
