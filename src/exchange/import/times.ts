import { parseClock } from '../../domain/length.ts'

/** As people and programs write one: `90`, `1.5`, `.5`, `1e+05`. */
const NUMBER = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/**
 * A time in a file, in milliseconds: a number of units, or a clock as `0:07:33` or `7:33.250`; it may be negative,
 * which is for the reader to refuse. Null when it is neither.
 */
export function timeIn(text: string, unitMs: number, decimalComma: boolean): number | null {
  const trimmed = text.trim()
  const number = decimalComma ? trimmed.replace(',', '.') : trimmed
  if (NUMBER.test(number)) {
    const ms = Math.round(Number(number) * unitMs)
    return Number.isSafeInteger(ms) ? ms : null
  }
  const clock = parseClock(trimmed.replace(/^-/, ''))
  return clock === null || !trimmed.startsWith('-') ? clock : -clock
}
