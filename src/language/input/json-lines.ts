import { InputError } from '../../domain/errors.ts'
import type { Located, Reader } from './located.ts'

/** The fields that hold words, in what `coach export --format jsonl` writes. */
const WORDS = /[{,]\s*"words"\s*:\s*"/

/**
 * JSON Lines as `coach export` writes them: the words of each record, save the quoted ones of selective verbatim.
 * @throws InputError that names the line, when it is no JSON object
 */
export function jsonLines(): Reader {
  return {
    line(line, number) {
      const record = line.trim() === '' ? {} : parsed(line, number)
      return record.technique === 'verbatim' || typeof record.words !== 'string'
        ? []
        : located(record.words, line, number)
    },
    end: () => [],
  }
}

interface Line {
  readonly words?: unknown
  readonly technique?: unknown
}

function parsed(line: string, number: number): Line {
  try {
    const record: unknown = JSON.parse(line)
    if (typeof record === 'object' && record !== null) return record
  } catch {
    // What is wrong inside the line is not what its reader has to know.
  }
  throw new InputError(
    `Line ${number} is no JSON object; coach check reads what coach export --format jsonl writes, and with --lines any text.`,
  )
}

/** Inside a JSON string each quotation mark has a backslash, so that the key can be found without reading the strings. */
function located(text: string, line: string, number: number): Located[] {
  const key = WORDS.exec(line)
  if (key === null || text.trim() === '') return []
  const start = key.index + key[0].length
  return [{ text, read: text, line: number, column: start + 1, escaped: line.slice(start) }]
}
