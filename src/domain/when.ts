import { isValid } from 'date-fns/isValid'
import { parse } from 'date-fns/parse'
import { subDays } from 'date-fns/subDays'
import { InputError } from './errors.ts'

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

const FORMATS = ['yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd HH:mm', 'yyyy-MM-dd', 'HH:mm:ss', 'HH:mm'] as const
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/

/**
 * A moment as people type it: `9:15` and `yesterday 14:00` (local time), `2026-11-20`, `2026-11-20T09:15`,
 * `today`, `now`, or a full instant with its zone.
 * @throws InputError when it can't be read as a moment
 */
export function parseWhen(text: string, now: Date): Date {
  const words = text.trim()
  if (words === 'now') return now
  const day = /^(today|yesterday)\b\s*(.*)$/i.exec(words)
  const base = day?.[1]?.toLowerCase() === 'yesterday' ? subDays(now, 1) : now
  const rest = day === null ? words : day[2] || '00:00'
  if (INSTANT.test(rest)) return new Date(rest)
  const midnight = new Date(base)
  midnight.setHours(0, 0, 0, 0)
  for (const format of FORMATS) {
    const moment = parse(rest.replace('T', ' '), format, midnight)
    if (isValid(moment) && moment.getFullYear() >= 1900) return moment
  }
  throw new InputError(`'${text}' is not a moment; type it as 9:15, 'yesterday 14:00' or 2026-11-20T09:15.`)
}
