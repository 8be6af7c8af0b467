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

async function textsIn(folder: string): Promise<TemplateText[]> {
  const names = await readdir(folder).catch(() => [])
  const files = names.filter((name) => name.endsWith('.yaml')).sort()
  return Promise.all(
    files.map(async (file) => ({
      name: join(folder, file),
      text: await readFile(join(folder, file), 'utf8'),
    })),
  )
}

/** A report template by its file name: the person's own copy where there is one, else the shipped one. */
export async function reportTemplate(io: Io, file: string): Promise<TemplateText> {
  const own = join(configFolder(io), 'templates', 'reports', file)
  const shipped = join(io.packageFolder, 'templates', 'reports', file)
  const text = await readFile(own, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return text === null ? { name: shipped, text: await readFile(shipped, 'utf8') } : { name: own, text }
}
