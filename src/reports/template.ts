import { Liquid, LiquidError } from 'liquidjs'
import { InputError } from '../domain/errors.ts'
import type { Template } from './data.ts'

/** Far above what a report takes; a template that runs wild is stopped. Characters, milliseconds, liquid's own count of memory. */
const LIMITS = { parseLimit: 200_000, renderLimit: 5_000, memoryLimit: 50_000_000 }

/**
 * A template filled with data. Data is never carried out, and everything that a template prints passes `escaped`, unless it
 * says `| raw`. A template reaches no file but the parts that came with it, and nothing but the values handed in.
 *
 * @throws InputError that names the template, the line and the column
 */
export function fillTemplate(
  template: Template,
  values: object,
  escaped: (value: unknown) => string,
): string {
  return placed(template, () => {
    const liquid = engineOf(template, escaped)
    return liquid.renderSync(liquid.parse(template.text, template.name), values)
  })
}

/**
 * Reads a template as a report does, and fills nothing.
 *
 * @throws InputError that names the template, the line and the column
 */
export function readTemplate(template: Template): void {
  placed(template, () => engineOf(template, String).parse(template.text, template.name))
}

const engineOf = ({ parts = {} }: Template, escaped: (value: unknown) => string): Liquid =>
  new Liquid({
    // What a template takes in is looked up here, and nowhere else.
    templates: Object.assign(
      Object.create(null),
      Object.fromEntries(Object.entries(parts).map(([file, part]) => [file, part.text])),
    ),
    outputEscape: escaped,
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    // A trim takes one line end, so that the indent of the next line stays.
    greedy: false,
    ...LIMITS,
  })

/** Says of what Liquid refuses where it stands. */
function placed<Result>({ name, parts = {} }: Template, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!LiquidError.is(error)) throw error
    const [line, column] = error.token.getPosition()
    // Liquid does not always say which file it was in; what it was reading does.
    const file = Object.values(parts).find((part) => part.text === error.token.input)?.name ?? name
    const what = error.message.replace(/(, file:[^\n]*)?, line:\d+, col:\d+$/, '')
    throw new InputError(`The template ${file}, line ${line}, column ${column}, cannot be used: ${what}.`)
  }
}
