/** What scripts rely on. */
export const EXIT = {
  done: 0,
  found: 1,
  usage: 2,
  input: 3,
  notPermitted: 4,
  store: 5,
  /** The program itself is wrong: none of the above. */
  defect: 70,
  interrupted: 130,
} as const
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT]

/**
 * An error that a person reads: one sentence that says what, where, and what to type next.
 * `details` hold further places, one a line, when several things are wrong at once.
 */
export class CoachError extends Error {
  readonly exitStatus: ExitStatus
  readonly details: readonly string[]

  constructor(exitStatus: ExitStatus, message: string, details: readonly string[] = []) {
    super(message)
    this.name = new.target.name
    this.exitStatus = exitStatus
    this.details = details
  }
}

/** The command was typed in a way that can't be carried out. */
export class UsageError extends CoachError {
  constructor(message: string, details?: readonly string[]) {
    super(EXIT.usage, message, details)
  }
}

/** A file, a value or stored data can't be used as it is. */
export class InputError extends CoachError {
  constructor(message: string, details?: readonly string[]) {
    super(EXIT.input, message, details)
  }
}

/** The agreement with the protégé does not permit it. */
export class NotPermittedError extends CoachError {
  constructor(message: string, details?: readonly string[]) {
    super(EXIT.notPermitted, message, details)
  }
}

/** The database could not be read or written. */
export class StoreError extends CoachError {
  constructor(message: string, details?: readonly string[]) {
    super(EXIT.store, message, details)
  }
}

/** The person stopped the command; what was shown is stored. */
export class InterruptedError extends CoachError {
  constructor(message = 'Interrupted; everything shown so far is stored.') {
    super(EXIT.interrupted, message)
  }
}
