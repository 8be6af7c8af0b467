import { page } from '../../terminal/pager.ts'
import { type Define, examples } from '../context.ts'
import { templateNamed } from './find.ts'

export const define: Define = (command, { io }) => {
  command.argument('<template>', 'its file name').action(async (name: string) => {
    const { own, shipped } = await templateNamed(io, name)
    const text = (own ?? shipped)?.text ?? ''
    await page(io, text)
  })
  examples(command, ['coach template show session.md.liquid', 'coach template show goal'])
}
