import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../domain/errors.ts'
import type { Io } from './io.ts'
import { configFolder } from './paths.ts'

/** A template's text, with the path by which people know it. */
export interface TemplateText {
  readonly name: string
  readonly text: string
}

/**
 * A file of the person's own config folder, or null where there is none. It is small, and reading it at once starts a
 * command sooner than loading what it takes to wait for it.
 * @throws InputError when it is there and can't be read
 */
export function ownText(io: Io, path: string): TemplateText | null {
  const name = join(configFolder(io), path)
  try {
    return { name, text: readFileSync(name, 'utf8') }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return null
    throw new InputError(
      `The system would not read ${name} (${code}); put a text file in its place, or take it away.`,
    )
  }
}
