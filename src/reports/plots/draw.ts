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
  const view = new View(parse(compile(spec, { config: CONFIG }).spec), { renderer: 'none' })
  const drawn = await view.toSVG()
  view.finalize()
  return titled(withHead(drawn, said), said.id)
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

/** A shape that describes itself says it to a pointer that rests on it. */
const titled = (drawn: string, _id: string): string =>
  drawn.replace(
    /<path aria-label="([^"]*)" role="graphics-symbol" aria-roledescription="[^"]*"([^>]*)\/>/g,
    '<path$2><title>$1</title></path>',
  )

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
