import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Io } from './io.ts'
import { configFolder } from './paths.ts'

/** A template's text, with the path by which people know it. */
export interface TemplateText {
  readonly name: string
  readonly text: string
}

/** The shipped question templates, and those of the person's own config folder, which add to or replace them. */
export async function questionTemplates(io: Io): Promise<{ shipped: TemplateText[]; own: TemplateText[] }> {
  return {
    shipped: await textsIn(join(io.packageFolder, 'templates', 'questions')),
    own: await textsIn(join(configFolder(io), 'templates', 'questions')),
  }
}

/** The report templates of the person's own config folder. */
export const ownReportTemplates = (io: Io): Promise<TemplateText[]> =>
  textsIn(join(configFolder(io), 'templates', 'reports'), '.liquid')

async function textsIn(folder: string, ending = '.yaml'): Promise<TemplateText[]> {
  const names = await readdir(folder).catch(() => [])
  const files = names.filter((name) => name.endsWith(ending)).sort()
  return Promise.all(
    files.map(async (file) => ({
      name: join(folder, file),
      text: await readFile(join(folder, file), 'utf8'),
    })),
  )
}

/** A report template by its file name: the person's own copy where there is one, else the shipped one. */
export async function reportTemplate(io: Io, file: string): Promise<TemplateText> {
  const shipped = join(io.packageFolder, 'templates', 'reports', file)
  return (
    (await ownText(io, join('templates', 'reports', file))) ?? {
      name: shipped,
      text: await readFile(shipped, 'utf8'),
    }
  )
}

/** A file of the person's own config folder, or null where there is none. */
export async function ownText(io: Io, path: string): Promise<TemplateText | null> {
  const name = join(configFolder(io), path)
  try {
    return { name, text: await readFile(name, 'utf8') }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
