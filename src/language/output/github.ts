import { visibleLine } from '../../domain/text.ts'
import { placesIn } from '../input/located.ts'
import type { Output } from './checked.ts'

/** Workflow commands that GitHub shows beside the lines of a pull request. */
export const github = (): Output => ({
  opening: () => '',
  *text({ file, located, findings }) {
    const placeOf = placesIn(located)
    for (const { rule, severity, start, end, words, why, ask } of findings) {
      const from = placeOf(start)
      const to = placeOf(end)
      const place = [
        ...(file === null ? [] : [['file', file]]),
        ['line', from.line],
        ['endLine', to.line],
        // GitHub knows columns within one line alone.
        ...(from.line === to.line
          ? [
              ['col', from.column],
              ['endColumn', to.column],
            ]
          : []),
        ['title', `coach: ${rule}`],
      ]
      const properties = place.map(([name, value]) => `${name}=${property(String(value))}`).join(',')
      const level = severity === 'judgment' ? 'warning' : 'notice'
      yield `::${level} ${properties}::${data(`"${visibleLine(words)}": ${visibleLine(why)}\n${visibleLine(ask)}`)}\n`
    }
  },
  closing: () => '',
})

const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
