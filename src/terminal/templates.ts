import { readdir, readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { InputError } from '../domain/errors.ts'
import type { Io } from './io.ts'
import { configFolder } from './paths.ts'

/** A template's text, with the path by which people know it. */
export interface TemplateText {
  readonly name: string
  readonly text: string
}

/** A template of a report, and by their file names all that it may take in: the others, and the style sheet. */
export interface ReportTemplate extends TemplateText {
  readonly parts: Readonly<Record<string, TemplateText>>
}

/** The shipped question templates, and those of the person's own config folder, which add to or replace them. */
export async function questionTemplates(io: Io): Promise<{ shipped: TemplateText[]; own: TemplateText[] }> {
  return {
    shipped: await textsIn(join(io.packageFolder, 'templates', 'questions')),
    own: await textsIn(join(configFolder(io), 'templates', 'questions')),
  }
}

/** The report templates of the person's own config folder. */
export const ownReportTemplates = (io: Io): Promise<TemplateText[]> => textsIn(ownReports(io), [TEMPLATE])

/** The report templates that come with the program, with the style sheet that they take in. */
export const shippedReportFiles = (io: Io): Promise<TemplateText[]> =>
  textsIn(join(io.packageFolder, 'templates', 'reports'), [TEMPLATE, STYLE_SHEET])

const TEMPLATE = '.liquid'
const STYLE_SHEET = '.css'

const ownReports = (io: Io): string => join(configFolder(io), 'templates', 'reports')

async function textsIn(folder: string, endings = ['.yaml']): Promise<TemplateText[]> {
  const names = await readdir(folder).catch(() => [])
  const files = names.filter((name) => endings.includes(extname(name))).sort()
  return Promise.all(
    files.map(async (file) => ({
      name: join(folder, file),
      text: await readFile(join(folder, file), 'utf8'),
    })),
  )
}

/** A report template by its file name. A person's own copies of it, and of what it takes in, stand in place of the shipped ones. */
export async function reportTemplate(io: Io, file: string): Promise<ReportTemplate> {
  const parts = Object.fromEntries(
    [...(await shippedReportFiles(io)), ...(await textsIn(ownReports(io), [TEMPLATE, STYLE_SHEET]))].map(
      (file) => [basename(file.name), file],
    ),
  )
  const template = parts[file]
  if (template === undefined) throw new InputError(`There is no template ${file}; install coach anew.`)
  return { ...template, parts }
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
