import { mkdir, readdir, readFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { InputError } from '../domain/errors.ts'
import { writeWhole } from './files.ts'
import type { Io } from './io.ts'
import type { TemplateText } from './own-text.ts'
import { configFolder } from './paths.ts'

export type { TemplateText }

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
const shippedReportFiles = (io: Io): Promise<TemplateText[]> =>
  textsIn(join(io.packageFolder, 'templates', 'reports'), [TEMPLATE, STYLE_SHEET])

const TEMPLATE = '.liquid'
const STYLE_SHEET = '.css'

const ownReportFiles = (io: Io): Promise<TemplateText[]> => textsIn(ownReports(io), [TEMPLATE, STYLE_SHEET])

const ownReports = (io: Io): string => join(configFolder(io), 'templates', 'reports')

/** The files of a folder with one of these endings, by name; none of a folder that is not there. */
async function textsIn(folder: string, endings = ['.yaml']): Promise<TemplateText[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw new InputError(`The folder ${folder} could not be read (${error.code}); check who may read it.`)
  })
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
    [...(await shippedReportFiles(io)), ...(await ownReportFiles(io))].map((file) => [
      basename(file.name),
      file,
    ]),
  )
  const template = parts[file]
  if (template === undefined) throw new InputError(`There is no template ${file}; install coach anew.`)
  return { ...template, parts }
}

/** A template as people list, show and copy it. Of the two files, one at least is there; the person's own is the one that is used. */
export interface KnownTemplate {
  readonly kind: 'questions' | 'reports'
  readonly file: string
  readonly own: TemplateText | null
  readonly shipped: TemplateText | null
}

/** Every template, by kind and name. */
export async function knownTemplates(io: Io): Promise<KnownTemplate[]> {
  const { own, shipped } = await questionTemplates(io)
  return [
    ...pairs('questions', own, shipped),
    ...pairs('reports', await ownReportFiles(io), await shippedReportFiles(io)),
  ]
}

function pairs(
  kind: KnownTemplate['kind'],
  own: readonly TemplateText[],
  shipped: readonly TemplateText[],
): KnownTemplate[] {
  const fileOf = ({ name }: TemplateText): string => basename(name)
  const files = [...new Set([...own, ...shipped].map(fileOf))].sort()
  const called = (file: string, among: readonly TemplateText[]): TemplateText | null =>
    among.find((text) => fileOf(text) === file) ?? null
  return files.map((file) => ({ kind, file, own: called(file, own), shipped: called(file, shipped) }))
}

/**
 * Makes the person's own copy of a shipped template, which then stands in its place. Returns its path.
 * @throws InputError where it is there already and `force` is false, or where nothing is shipped under its name
 */
export async function copyTemplate(
  io: Io,
  { kind, file, shipped }: KnownTemplate,
  force: boolean,
): Promise<string> {
  if (shipped === null) throw new InputError(`${file} is your own already, and none is shipped to copy.`)
  const path = join(configFolder(io), 'templates', kind, file)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeWhole(path, shipped.text, force)
  return path
}
