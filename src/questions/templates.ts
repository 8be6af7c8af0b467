import { Liquid } from 'liquidjs'
import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import * as z from 'zod'
import { InputError } from '../domain/errors.ts'
import { formatList } from '../domain/format.ts'
import { STAGES, type Stage, TECHNIQUES, type Technique } from '../domain/model.ts'
import { isBeforeData } from './order.ts'
import { BEHAVIOR_NEEDS, BEHAVIOR_SLOTS, KNOWN_BEFORE_DATA, SESSION_NEEDS, SESSION_SLOTS } from './slots.ts'

/** A question with slots for what was observed. */
export interface QuestionTemplate {
  readonly id: string
  readonly stage: Stage
  /** The techniques it suits. */
  readonly techniques: readonly Technique[]
  /** The slots that stand in it. */
  readonly slots: readonly string[]
  /** Slots and conditions without which it is not asked, those that stand in it included. */
  readonly needs: readonly string[]
  /** Asked of one behavior, and not of the session as a whole. */
  readonly ofBehavior: boolean
  /** The question with its slots filled. A value is data: nothing in it is carried out. */
  readonly render: (values: Readonly<Record<string, string>>) => string
}

export interface TemplateFile {
  /** As people know it: the path that an error names. */
  readonly name: string
  readonly text: string
}

/** Filters that give the same text for the same text; others reach for the clock, for chance, or build lists. */
const FILTERS = ['capitalize', 'downcase', 'upcase', 'truncate', 'truncatewords']

/** In characters, slots as they are written. */
const LONGEST_TEMPLATE = 500

const liquid = new Liquid({
  // No files: what a template would include is looked up here, and nothing is.
  templates: {},
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  // In characters; then milliseconds a question, and liquid's own count of what it allocates.
  parseLimit: 10_000,
  renderLimit: 1000,
  memoryLimit: 100_000,
})
// A question is one sentence with slots: no conditions, no loops, nothing that could take long.
for (const tag of Object.keys(liquid.tags)) delete liquid.tags[tag]
for (const filter of Object.keys(liquid.filters)) {
  if (!FILTERS.includes(filter)) delete liquid.filters[filter]
}

const KNOWN_SLOTS = [...Object.keys(SESSION_SLOTS), ...Object.keys(BEHAVIOR_SLOTS)]
const OF_BEHAVIOR = new Set([...Object.keys(BEHAVIOR_SLOTS), ...Object.keys(BEHAVIOR_NEEDS)])
const KNOWN_NEEDS = [...KNOWN_SLOTS, ...Object.keys(SESSION_NEEDS), ...Object.keys(BEHAVIOR_NEEDS)]

const quoted = (words: readonly string[]): string => formatList(words.map((word) => `\`${word}\``))

const QUESTION = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id has small letters and digits, joined by -'),
  techniques: z
    .union([z.literal('any'), z.array(z.enum(TECHNIQUES)).min(1)], {
      error: `\`any\`, or a list of ${quoted(TECHNIQUES)}`,
    })
    .default('any'),
  text: z
    .string()
    .trim()
    .max(LONGEST_TEMPLATE)
    .regex(/^[^\n\r]*\?$/, 'a question is one line and ends in a question mark'),
  needs: z
    .array(
      z.string().refine((need) => KNOWN_NEEDS.includes(need), {
        error: ({ input }) => `nothing is called \`${input}\`; known needs are ${quoted(KNOWN_NEEDS)}`,
      }),
    )
    .default([]),
})

type Question = z.infer<typeof QUESTION>

const FILE = z.strictObject(
  {
    stage: z.enum(STAGES, { error: `one of ${quoted(STAGES)}` }),
    questions: z.array(QUESTION).min(1),
  },
  {
    error: ({ code }) =>
      code === 'invalid_type'
        ? 'a file has a `stage` and a list of `questions`, and no YAML aliases'
        : undefined,
  },
)

/**
 * Reads template files, all of them before it complains.
 * @throws InputError with each wrong place a line: file, line, question and what is expected there
 */
export function parseTemplates(files: readonly TemplateFile[]): QuestionTemplate[] {
  const problems: string[] = []
  const places = new Map<string, string>()
  const templates = files.flatMap((file) => parseFile(file, places, problems))
  if (problems.length === 0) return templates
  throw new InputError('The question templates cannot be used until these places are mended.', problems)
}

/** The templates that ship, with those of the user added, or put in the place of the one with the same id. */
export function mergeTemplates(
  shipped: readonly QuestionTemplate[],
  own: readonly QuestionTemplate[],
): QuestionTemplate[] {
  return [...new Map([...shipped, ...own].map((template) => [template.id, template])).values()]
}

function parseFile(file: TemplateFile, places: Map<string, string>, problems: string[]): QuestionTemplate[] {
  const lines = new LineCounter()
  const document = parseDocument(file.text, { lineCounter: lines })
  const lineAt = (offset: number): string => `${file.name}:${lines.linePos(offset).line}`
  if (document.errors.length > 0) {
    for (const { pos, message } of document.errors) problems.push(`${lineAt(pos[0])}: ${firstLine(message)}`)
    return []
  }
  const parsed = FILE.safeParse(dataOf(document))
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      problems.push(`${lineAt(offsetOf(document, issue.path))}: ${explain(document, issue)}`)
    }
    return []
  }
  const { stage, questions } = parsed.data
  return questions.flatMap((question, index) => {
    const place = lineAt(offsetOf(document, ['questions', index]))
    try {
      const first = places.get(question.id)
      if (first !== undefined) throw new Error(`the question at ${first} has this id; each needs its own`)
      places.set(question.id, place)
      return [compile(stage, question)]
    } catch (error) {
      problems.push(`${place}: question ${question.id}: ${firstLine(String((error as Error).message))}`)
      return []
    }
  })
}

function compile(stage: Stage, { id, techniques, text, needs: others }: Question): QuestionTemplate {
  const parsed = liquid.parse(text)
  const slots = liquid.globalFullVariablesSync(parsed)
  const needs = [...new Set([...slots, ...others])]
  const unknown = slots.find((slot) => !KNOWN_SLOTS.includes(slot))
  if (unknown !== undefined) {
    throw new Error(`no slot is called \`${unknown}\`; known slots are ${quoted(KNOWN_SLOTS)}`)
  }
  const late = needs.find((need) => !KNOWN_BEFORE_DATA.includes(need))
  if (isBeforeData(stage) && late !== undefined) {
    const known = quoted(KNOWN_BEFORE_DATA)
    throw new Error(
      `a ${stage} question comes before the data is shown, so it knows ${known}, and not \`${late}\``,
    )
  }
  const render: QuestionTemplate['render'] = (values) => liquid.renderSync(parsed, values)
  // What cannot be rendered is told now, to whoever wrote it, and not in front of the protégé.
  render(Object.fromEntries(slots.map((slot) => [slot, slot])))
  return {
    id,
    stage,
    techniques: techniques === 'any' ? TECHNIQUES : techniques,
    slots,
    needs,
    ofBehavior: techniques !== 'any' || needs.some((need) => OF_BEHAVIOR.has(need)),
    render,
  }
}

/** What the YAML says; an alias, by which a small file could grow huge, has no place in it and reads as nothing. */
function dataOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 })
  } catch {
    return null
  }
}

function explain(document: Document, { path, message }: z.core.$ZodIssue): string {
  const [, index, ...field] = path
  const id = index === undefined ? undefined : document.getIn(['questions', index, 'id'])
  const question = typeof id === 'string' ? [`question ${id}`] : []
  const where = index === undefined ? path : field
  return [...question, ...(where.length > 0 ? [`\`${where.join('.')}\``] : []), message].join(': ')
}

/** Where the nearest node that exists on the way to this path begins. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? ''
