import { EXIT } from '../domain/errors.ts'
import { visibleLine } from '../domain/text.ts'
import { examine, mend } from '../store/health.ts'
import { type Define, examples, toJson } from './context.ts'

interface Options {
  readonly fix?: boolean
  readonly json?: boolean
}

export const define: Define = (command, { io, database, setExitStatus }) => {
  command
    .option('--fix', 'put permissions right and tidy the files; nothing that was recorded changes')
    .option('--json', 'print data for programs')
    .action(async (options: Options) => {
      const db = await database()
      if (options.fix === true) mend(db)
      const checks = examine(db)
      if (checks.some(({ details }) => details.length > 0)) setExitStatus(EXIT.found)
      if (options.json) {
        const found = checks.map(({ name, details }) => ({ name, details }))
        return void io.stdout.write(toJson({ schema_version: 1, database: db.name, checks: found }))
      }
      io.stdout.write(`${visibleLine(db.name)}\n`)
      for (const { name, well, details } of checks) {
        for (const says of details.length === 0 ? [well] : details) {
          io.stdout.write(`  ${name.padEnd(12)}  ${visibleLine(says)}\n`)
        }
      }
    })
  examples(command, ['coach doctor', 'coach doctor --fix'])
}
