import { isValid } from 'date-fns/isValid'
import { parse } from 'date-fns/parse'
import { subDays } from 'date-fns/subDays'
import { InputError } from './errors.ts'

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
  const instant = INSTANT.test(rest) ? new Date(rest) : null
  if (instant !== null && isValid(instant)) return instant
  const midnight = new Date(base)
  midnight.setHours(0, 0, 0, 0)
  for (const format of FORMATS) {
    const moment = parse(rest.replace('T', ' '), format, midnight)
    if (isValid(moment) && moment.getFullYear() >= 1900) return moment
  }
  throw new InputError(`'${text}' is not a moment; type it as 9:15, 'yesterday 14:00' or 2026-11-20T09:15.`)
}
