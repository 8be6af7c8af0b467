import type { TopLevelSpec } from 'vega-lite'
import { CONFIG, HATCHED, QUIET } from './look.ts'

/** What a plot says besides its picture; plain text. */
export interface Said {
  readonly id: string
  readonly title: string
  readonly description: string
}

/**
 * A plot as an `<svg>` for an HTML page. Needs no browser. What people wrote stands in it as text: as a literal of the
 * specification, and never in an expression.
 */
export async function drawPlot(spec: TopLevelSpec, said: Said): Promise<string> {
  const [{ compile }, { parse, View }] = await Promise.all([import('vega-lite'), import('vega')])
  const rows: Rows = new Map()
  const bare = withoutRows(spec as Part, rows) as TopLevelSpec
  const view = new View(parse(compile(bare, { config: CONFIG }).spec), { renderer: 'none' })
  for (const [name, values] of rows) view.data(name, values)
  const drawn = await view.toSVG()
  view.finalize()
  return withHead(titled(drawn), said)
}

type Rows = Map<string, object[]>

/** A specification, or a part of one, as far as rows may stand in it. */
interface Part {
  readonly data?: { readonly values?: object[] }
  readonly layer?: readonly Part[]
  readonly vconcat?: readonly Part[]
}

/**
 * The specification with its rows by name. Vega-Lite would copy and hash what it is handed, which takes longer than drawing
 * does; the rows go past it to Vega. A layer without any draws nothing, and is left out.
 */
function withoutRows(part: Part, rows: Rows): Part {
  const { data, layer, vconcat } = part
  if (data?.values !== undefined) {
    const name = `rows-${rows.size}`
    rows.set(name, data.values)
    return { ...part, data: { name } } as Part
  }
  if (layer !== undefined) {
    const drawn = layer.filter(({ data: of }) => of?.values?.length !== 0)
    return { ...part, layer: drawn.map((one) => withoutRows(one, rows)) }
  }
  return vconcat === undefined ? part : { ...part, vconcat: vconcat.map((one) => withoutRows(one, rows)) }
}

/** The plot under a head that says what it is, with a hatching of its own. */
function withHead(drawn: string, { id, title, description }: Said): string {
  const [, width = '', height = ''] = /^<svg [^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>/.exec(drawn) ?? []
  return drawn
    .replace(
      /^<svg [^>]*>/,
      `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-desc">` +
        `<title id="${id}-title">${escaped(title)}</title><desc id="${id}-desc">${escaped(description)}</desc>` +
        `<defs><pattern id="${id}-hatched" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
        `<line x1="0" y1="0" x2="0" y2="6" stroke="${QUIET}" stroke-width="1.2"/></pattern></defs>`,
    )
    .replaceAll(HATCHED, `url(#${id}-hatched)`)
}

/**
 * A shape that describes itself says it to a pointer that rests on it. What else Vega says of its parts would be noise: to a
 * screen reader the drawing is one picture, with a title, a description, and a table below it. (Within a tag Vega writes no bare
 * `>`, and in text no bare `<`.)
 */
const titled = (drawn: string): string =>
  drawn
    .replace(/<([a-z]+) aria-label="([^"]*)"([^>]*)\/>/g, '<$1$3><title>$2</title></$1>')
    .replace(/<[a-z]+ [^>]*>/g, (tag) => tag.replaceAll(/ (?:aria-[a-z]+|role|class)="[^"]*"/g, ''))

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
