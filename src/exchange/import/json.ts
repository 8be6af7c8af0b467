import { InputError } from '../../domain/errors.ts'
import type { Problems } from './problems.ts'

/**
 * Reads JSON and says where it goes wrong.
 * @throws InputError with the line and column, which V8 tells in words or as a position
 */
export function parseJson(text: string, file: string): unknown {
  if (text.trim() === '') throw new InputError(`${file} is empty; name a file that an export wrote.`)
  try {
    return JSON.parse(text)
  } catch (error) {
    const position = /position (\d+)/.exec((error as Error).message)?.[1]
    const before = text.slice(0, position === undefined ? text.length : Number(position))
    const line = before.split('\n').length
    const column = before.length - before.lastIndexOf('\n')
    throw new InputError(`${file}, line ${line}, column ${column}: is not JSON; name a file that is whole.`)
  }
}

/** A value as a message or a note shows it: of a list or an object, that it is one. */
export function shown(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  return Array.isArray(value) ? 'a list' : 'an object'
}

/** What zod says of a document, each at its element: `sessions[3].records[5].at_ms`. */
export function gatherIssues(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
  problems: Problems,
): void {
  for (const { path, message } of issues) {
    const element = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
    problems.add(
      element.replace(/^\./, '') || 'the document',
      message.replace(/^Invalid input: expected .+, received undefined$/, 'is not there'),
    )
  }
}
