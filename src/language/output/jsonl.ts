import { placesIn } from '../input/located.ts'
import type { Checked, Output, OutputOptions } from './checked.ts'

/** In UTF-16 units. A text is put into JSON in parts, since a string can hold less than a long text with its escapes. */
const PART = 1 << 20

/** One line for each text, whether or not anything was found in it. */
export const jsonl = (options: OutputOptions): Output => ({
  opening: () => '',
  *text(checked) {
    yield* jsonText(checked, options)
    yield '\n'
  },
  closing: () => '',
})

/** One text as an object: `line` is where it begins; `start` and `end` cut it, in UTF-16 units. */
export function* jsonText(
  { file, located, kind, findings }: Checked,
  { named }: OutputOptions,
): Generator<string> {
  const { text, line } = located
  const placeOf = placesIn(located)
  yield `{${named ? `"file":${JSON.stringify(file)},` : ''}"line":${line},"text":"`
  for (let at = 0; at < text.length; at += PART) yield JSON.stringify(text.slice(at, at + PART)).slice(1, -1)
  yield `"${kind === undefined ? '' : `,"kind":"${kind}"`},"findings":[`
  let comma = ''
  for (const { rule, severity, start, end, words, why, ask } of findings) {
    const at = placeOf(start)
    yield comma + JSON.stringify({ rule, severity, start, end, words, ...at, why, ask })
    comma = ','
  }
  yield ']}'
}
