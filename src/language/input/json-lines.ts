import { InputError } from '../../domain/errors.ts'
import type { Located, Reader } from './located.ts'

/** The fields that hold words, in what `coach export --format jsonl` writes. */
const WORDS = /[{,]\s*"words"\s*:\s*"/

/**
 * JSON Lines as `coach export` writes them: the words of each record, save the quoted ones of selective verbatim. What
 * a writer chose to keep stays settled, and what a record's behavior and modifiers are called judges nobody.
 * @param name what messages call the input
 * @throws InputError that names the line, when it is no JSON object
 */
export function jsonLines(_perItem: boolean, name = 'the input'): Reader {
  return {
    line(line, number) {
      const record = line.trim() === '' ? {} : parsed(line, `Line ${number} of ${name}`)
      return record.technique === 'verbatim' || typeof record.words !== 'string'
        ? []
        : located(record.words, line, number, record)
    },
    end: () => [],
  }
}

interface Line {
  readonly words?: unknown
  readonly technique?: unknown
  readonly kept?: unknown
  readonly behavior?: unknown
  readonly modifiers?: unknown
}

function parsed(line: string, place: string): Line {
  try {
    const record: unknown = JSON.parse(line)
    if (typeof record === 'object' && record !== null && !Array.isArray(record)) return record
  } catch {
    // What is wrong inside the line is not what its reader has to know.
  }
  throw new InputError(
    `${place} is no JSON object; coach check reads what coach export --format jsonl writes, and with --lines any text.`,
  )
}

/** Inside a JSON string each quotation mark has a backslash, so that the key can be found without reading the strings. */
function located(text: string, line: string, number: number, record: Line): Located[] {
  const key = WORDS.exec(line)
  if (key === null || text.trim() === '') return []
  const start = key.index + key[0].length
  const at = { line: number, column: start + 1, escaped: line.slice(start) }
  const { kept } = record
  return [{ text, read: text, ...at, ...(Array.isArray(kept) && { kept }), terms: termsOf(record) }]
}

function termsOf({ behavior, modifiers }: Line): string[] {
  const named = typeof modifiers === 'object' && modifiers !== null ? Object.entries(modifiers).flat() : []
  return [behavior, ...named].filter((term) => typeof term === 'string' && term !== '') as string[]
}
