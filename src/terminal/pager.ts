import { spawn } from 'node:child_process'
import type { Io } from './io.ts'

/** Shows a text: through the pager where there is a terminal that it does not fit on, else as it is. */
export async function page(io: Io, text: string): Promise<void> {
  const fits = text.split('\n').length < io.stdout.rows
  const [program, ...args] = (io.env.PAGER ?? 'less').split(' ').filter((word) => word !== '')
  if (!io.stdout.isTTY || fits || program === undefined || program === 'cat') {
    io.stdout.write(text)
    return
  }
  // -R lets weight and color through, -F ends at once where it fits after all, -X leaves the text on the screen.
  const env = { LESS: 'FRX', LESSCHARSET: 'utf-8', ...io.env }
  const shown = await new Promise<boolean>((resolve) => {
    const child = spawn(program, args, { stdio: ['pipe', 'inherit', 'inherit'], env })
    child.on('error', () => resolve(false))
    child.on('close', () => resolve(true))
    // Leaving the pager before the end is no error.
    child.stdin.on('error', () => {})
    child.stdin.end(text)
  })
  if (!shown) io.stdout.write(text)
}
