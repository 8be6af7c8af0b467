/** How times, lengths and numbers read, everywhere. Pure text, no locale of the machine. */

const MINUTE = 60_000
const HOUR = 3_600_000

/** A position in a session: `7:05`, `1:02:03`, and `7:05.250` where `millis` is asked for and not zero. */
export function formatClock(ms: number, millis = false): string {
  const whole = millis ? Math.trunc(ms) : Math.round(ms / 1000) * 1000
  const hours = Math.floor(whole / HOUR)
  const minutes = Math.floor((whole % HOUR) / MINUTE)
  const seconds = Math.floor((whole % MINUTE) / 1000)
  const rest = whole % 1000
  const head = hours > 0 ? `${hours}:${two(minutes)}` : `${minutes}`
  return `${head}:${two(seconds)}${rest > 0 ? `.${String(rest).padStart(3, '0')}` : ''}`
}

/** A length in words: `45 s`, `2.5 s`, `22 min`, `1 min 5 s`, `1 h 5 min`. */
export function formatLength(ms: number): string {
  if (ms < 10_000) return `${trimmed(ms / 1000, ms < 1000 ? 2 : 1)} s`
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`
  return seconds % 60 > 0 ? `${minutes} min ${seconds % 60} s` : `${minutes} min`
}

/** `3 questions`, `1 question`. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`

/** At most `digits` decimals, none that are only zeros: `0.32`, `7`, `86.8`. */
export const formatNumber = (value: number, digits = 2): string => trimmed(value, digits)

/** `a`, `a and b`, `a, b and c`. */
export function formatList(items: readonly string[], last = 'and'): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
}

function trimmed(value: number, digits: number): string {
  const text = String(Number(value.toFixed(digits)))
  return text === '-0' ? '0' : text
}

const two = (value: number): string => String(value).padStart(2, '0')
