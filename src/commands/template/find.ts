import { UsageError } from '../../domain/errors.ts'
import { formatList } from '../../domain/format.ts'
import type { Io } from '../../terminal/io.ts'
import { type KnownTemplate, knownTemplates } from '../../terminal/templates.ts'

/**
 * The template of this file name, or of the only one that begins so.
 * @throws UsageError that names those that could be meant
 */
export async function templateNamed(io: Io, name: string): Promise<KnownTemplate> {
  const templates = await knownTemplates(io)
  const meant = templates.filter(({ file }) => file.startsWith(name))
  const found = templates.find(({ file }) => file === name) ?? (meant.length === 1 ? meant[0] : undefined)
  if (found !== undefined) return found
  const names = (meant.length > 0 ? meant : templates).map(({ file }) => file)
  throw new UsageError(
    meant.length > 0
      ? `'${name}' may be ${formatList(names, 'or')}; type more of the name.`
      : `There is no template '${name}'; there are ${formatList(names)}.`,
  )
}
