import { InputError } from './errors.ts'

const LONGEST_MS = 1000 * 3_600_000

const LENGTH_UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
}

/**
 * A length as people type it, in milliseconds: `45m`, `90s`, `1h30m`, `2 min`, `1:30` (min:s), `1:02:03`.
 * @throws InputError when it is no length or not longer than zero
 */
export function parseLength(text: string): number {
  const compact = text.trim().toLowerCase().replaceAll(/\s+/g, '')
  const clock = parseClock(compact)
  const ms = clock ?? unitsToMs(compact)
  if (ms === null || ms <= 0) {
    throw new InputError(`'${text}' is not a length of time; type it as 45m, 90s, 1h30m or 1:30.`)
  }
  if (ms > LONGEST_MS) throw new InputError(`'${text}' is longer than a session can be; give at most 1000h.`)
  return ms
}

const SHORTEST_INTERVAL_MS = 100

/**
 * The length of the intervals that a session is cut into: one that is not absurdly short, since each is looked at.
 * @throws InputError as `parseLength` does, and when it is shorter than a tenth of a second
 */
export function parseEvery(text: string): number {
  const ms = parseLength(text)
  if (ms < SHORTEST_INTERVAL_MS) {
    throw new InputError('An interval lasts at least a tenth of a second; give a longer --every.')
  }
  return ms
}

function unitsToMs(text: string): number | null {
  const parts = text.match(/^(?:\d+(?:\.\d+)?(?:ms|min|h|m|s))+$/)
    ? text.matchAll(/([\d.]+)(ms|min|h|m|s)/g)
    : []
  let total: number | null = null
  for (const [, amount, unit] of parts)
    total = (total ?? 0) + Number(amount) * (LENGTH_UNITS[unit ?? ''] ?? 0)
  return total === null ? null : Math.round(total)
}

/**
 * A position from a session's start, in milliseconds: `[h:]mm:ss[.mmm]`, as the observation log writes it.
 * Minutes may run past 59 where no hour is written. Returns null when the text is no such position.
 */
export function parseClock(text: string): number | null {
  const match = /^(?:(\d{1,3}):)?(\d{1,4}):(\d{2})(?:\.(\d{1,3}))?$/.exec(text)
  if (match === null) return null
  const [, hours, minutes, seconds, fraction] = match
  if (Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return null
  return (
    Number(hours ?? 0) * 3_600_000 +
    Number(minutes) * 60_000 +
    Number(seconds) * 1000 +
    Number((fraction ?? '').padEnd(3, '0'))
  )
}
