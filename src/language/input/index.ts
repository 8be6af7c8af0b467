/** The registry of inputs: a new one is a file and a line here. */

import { jsonLines } from './json-lines.ts'
import { lines } from './lines.ts'
import type { Reader } from './located.ts'
import { markdown } from './markdown.ts'
import { plain } from './plain.ts'

export type { Located, Position, Reader } from './located.ts'
export { placesIn } from './located.ts'

/**
 * How an input is read. `perItem`: whether each item of a list, and each question, is a text of its own; `name`: what
 * messages call it.
 */
export const readers = { lines, jsonl: jsonLines, markdown, plain } satisfies Record<
  string,
  (perItem: boolean, name?: string) => Reader
>
export type InputFormat = keyof typeof readers

/** How to read a file by its name and its first line: what `coach export` wrote is known by its first member. */
export function inputFormat(name: string, firstLine: string): InputFormat {
  if (/\.(?:md|markdown|mdown|mkd)$/i.test(name)) return 'markdown'
  if (/\.(?:jsonl|ndjson)$/i.test(name) || firstLine.startsWith('{"schema_version":')) return 'jsonl'
  return 'plain'
}
