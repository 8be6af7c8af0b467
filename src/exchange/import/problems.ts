import { InputError } from '../../domain/errors.ts'
import { formatNumber, plural } from '../../domain/format.ts'
import { visibleLine } from '../../domain/text.ts'

/** Where in a file something stands: a line by its number, anything else in words. */
export type Place = number | string

export const placeName = (place: Place): string => (typeof place === 'number' ? `line ${place}` : place)

/** What does not fit, found as a file is read: all of it, so that it can be mended at once. */
export interface Problems {
  readonly count: number
  add(place: Place, message: string): void
  /** Runs `work`; an InputError in it, or the database's refusal of a row, becomes a problem, and the answer is null. */
  at<Result>(place: Place, work: () => Result): Result | null
  /** @throws InputError that lists the problems, when there are any */
  refuse(file: string): void
}

/** More would not be read, and a file of another kind has one in each of a million lines. */
const LISTED = 20
const LONGEST = 300

export function gatherProblems(): Problems {
  const listed: string[] = []
  let count = 0
  const add = (place: Place, message: string): void => {
    count += 1
    if (listed.length >= LISTED) return
    const text = visibleLine(`${placeName(place)}: ${message}`)
    listed.push(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)
  }
  return {
    get count() {
      return count
    },
    add,
    at(place, work) {
      try {
        return work()
      } catch (error) {
        if (error instanceof InputError) add(place, error.message)
        else if (isConstraint(error)) add(place, `does not fit what is there (${error.message})`)
        else throw error
        return null
      }
    },
    refuse(file) {
      if (count === 0) return
      const more = count - listed.length
      throw new InputError(
        `${count === 1 ? 'One place' : plural(count, 'place')} in ${visibleLine(file)} can't be used, so nothing was stored; mend ${count === 1 ? 'it' : 'them'} and try again:`,
        more > 0 ? [...listed, `and ${formatNumber(more)} more`] : listed,
      )
    },
  }
}

const isConstraint = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')
