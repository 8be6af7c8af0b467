import { copyTemplate } from '../../terminal/templates.ts'
import { type Define, examples } from '../context.ts'
import { templateNamed } from './find.ts'

export const define: Define = (command, { io }) => {
  command
    .argument('<template>', 'its file name')
    .option('--force', 'begin anew: replace your own copy')
    .action(async (name: string, { force = false }: { force?: boolean }) => {
      io.stdout.write(`${await copyTemplate(io, await templateNamed(io, name), force)}\n`)
      io.stderr.write(
        'This copy is used from now on; change it, and delete it to have the shipped one again. Next: coach template check\n',
      )
    })
  examples(command, ['coach template copy session.html.liquid', 'coach template copy report.css --force'])
}
