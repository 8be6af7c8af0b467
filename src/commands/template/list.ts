import { knownTemplates } from '../../terminal/templates.ts'
import { type Define, examples, toJson } from '../context.ts'

export const define: Define = (command, { io }) => {
  command.option('--json', 'print data for programs').action(async ({ json }: { json?: boolean }) => {
    const templates = await knownTemplates(io)
    if (json) {
      const data = templates.map(({ file, kind, own, shipped }) => ({
        name: file,
        kind,
        own: own !== null,
        path: (own ?? shipped)?.name,
      }))
      return void io.stdout.write(toJson({ schema_version: 1, templates: data }))
    }
    const widest = Math.max(...templates.map(({ file }) => file.length))
    for (const { file, kind, own } of templates) {
      io.stdout.write(
        `${file.padEnd(widest)}  ${kind.padEnd('questions'.length)}  ${own?.name ?? 'as shipped'}\n`,
      )
    }
  })
  examples(command, ['coach template list', 'coach template list --json'])
}
