import type { Finding } from '../finding.ts'
import { placesIn } from '../input/located.ts'
import type { Output, OutputOptions } from './checked.ts'

const LEVELS = { judgment: 'warning', vague: 'note' } as const satisfies Record<Finding['severity'], string>

/** Static Analysis Results Interchange Format 2.1.0. */
export const sarif = ({ rules, version }: OutputOptions): Output => {
  const places = new Map(rules.map(({ id }, index) => [id, index]))
  let comma = ''
  return {
    opening() {
      const driver = { name: 'coach', version, rules: rules.map(describe) }
      return `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${JSON.stringify({ driver })},"columnKind":"utf16CodeUnits","results":[`
    },
    *text({ file, located, findings }) {
      const placeOf = placesIn(located)
      for (const { rule, severity, start, end, words, why, ask } of findings) {
        const from = placeOf(start)
        const to = placeOf(end)
        const result = {
          ruleId: rule,
          ruleIndex: places.get(rule) ?? -1,
          level: LEVELS[severity],
          message: { text: `${why} ${ask}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(file) },
                region: {
                  startLine: from.line,
                  startColumn: from.column,
                  endLine: to.line,
                  endColumn: to.column,
                  snippet: { text: words },
                },
              },
            },
          ],
        }
        yield `${comma}\n${JSON.stringify(result)}`
        comma = ','
      }
    },
    closing: () => '\n]}]}\n',
  }
}

const describe = ({ id, severity, title, why }: OutputOptions['rules'][number]): object => ({
  id,
  shortDescription: { text: title },
  fullDescription: { text: why.replaceAll('{words}', '…') },
  defaultConfiguration: { level: LEVELS[severity] },
})

/** A path as a URI reference. */
function uriOf(file: string | null): string {
  if (file === null) return 'stdin'
  const path = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')
  if (/^[A-Za-z]%3A\//.test(path)) return `file:///${path.replace('%3A', ':')}`
  return path.startsWith('/') ? `file://${path}` : path
}
