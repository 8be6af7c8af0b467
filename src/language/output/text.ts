import { plural } from '../../domain/format.ts'
import { visibleLine } from '../../domain/text.ts'
import type { Finding } from '../finding.ts'
import { placesIn } from '../input/located.ts'
import type { Layout, Output, OutputOptions } from './checked.ts'

const INDENT = '  '
/** In UTF-16 units: more than any terminal shows on one line, and little enough to look through at every finding. */
const AROUND = 200

/** For people: the words underlined where they stand, why they were found, and a question back. */
export const text = ({ width, style, layout }: OutputOptions): Output => {
  const room = width - INDENT.length
  const counts = { judgment: 0, vague: 0 }
  let texts = 0
  return {
    opening: () => '',
    *text({ file, located, kind, findings }) {
      texts += 1
      const placeOf = placesIn(located)
      for (const finding of findings) {
        counts[finding.severity] += 1
        const { line, column } = placeOf(finding.start)
        const place = `${file === null ? 'line ' : `${visibleLine(file)}:`}${line}:${column}`
        const name = kind === undefined || kind === finding.rule ? finding.rule : `${kind}, ${finding.rule}`
        yield [
          `${style.bold(place)}  ${name} (${finding.severity})`,
          ...underlined(located.text, finding, room, layout).map((each) => INDENT + each),
          ...layout.wrap(visibleLine(finding.why), room).map((each) => INDENT + each),
          ...layout.wrap(visibleLine(finding.ask), room).map((each) => INDENT + style.accent(each)),
          '\n',
        ].join('\n')
      }
    },
    closing: () => `${summary(texts, counts)}\n`,
  }
}

/** The line in which a finding stands, as much of it as fits, and the words marked below. */
function underlined(text: string, { start, end }: Finding, room: number, { columns }: Layout): string[] {
  const before = visibleLine(
    text
      .slice(Math.max(0, start - AROUND), start)
      .split('\n')
      .at(-1) ?? '',
  )
  const words = visibleLine(text.slice(start, end))
  const after = visibleLine(text.slice(end, end + AROUND).split('\n')[0] ?? '')
  const shownWords = head(words, room - 2, columns)
  const left = room - columns(shownWords)
  const shownBefore = tail(before, Math.max(1, left - Math.min(columns(after), left >> 1)), columns)
  const shownAfter = head(after, left - columns(shownBefore), columns)
  return [
    shownBefore + shownWords + shownAfter,
    ' '.repeat(columns(shownBefore)) + '^'.repeat(Math.max(1, columns(shownWords))),
  ]
}

/** The beginning of a text that fits; `…` stands for the rest. */
function head(text: string, room: number, columns: Layout['columns']): string {
  if (columns(text) <= room) return text
  let fitting = ''
  let used = 1
  for (const character of text.slice(0, AROUND)) {
    used += columns(character)
    if (used > room) break
    fitting += character
  }
  return `${fitting}…`
}

/** The end of a text that fits, from a word on. */
function tail(text: string, room: number, columns: Layout['columns']): string {
  if (columns(text) <= room) return text
  let fitting = text
  while (fitting !== '' && columns(fitting) + 1 > room) fitting = fitting.replace(/^(?:\S+\s*|\s+)/u, '')
  return `…${fitting}`
}

function summary(texts: number, { judgment, vague }: Readonly<Record<Finding['severity'], number>>): string {
  const read = plural(texts, 'text')
  if (judgment + vague === 0) return `Nothing found in ${read}.`
  const found = [
    ...(judgment > 0 ? [`${judgment} of judgment`] : []),
    ...(vague > 0 ? [`${vague} of something vague`] : []),
  ]
  return `Found in ${read}: ${found.join(', ')}. To read about a rule: coach check --explain RULE`
}
