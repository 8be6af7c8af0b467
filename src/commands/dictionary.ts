import type { Dictionary } from '../language/finding.ts'
import type { Io } from '../terminal/io.ts'
import { ownText } from '../terminal/own-text.ts'

/**
 * The words that the user added or took away, in `dictionary.yaml` of the config folder.
 * @throws InputError when the file is there and can't be used
 */
export async function ownDictionary(io: Io): Promise<Dictionary | undefined> {
  const file = ownText(io, 'dictionary.yaml')
  if (file === null) return undefined
  const { parseDictionary } = await import('../language/dictionary.ts')
  return parseDictionary(file.text, file.name)
}
