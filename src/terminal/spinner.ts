import { type Io, mayUnicode } from './io.ts'

/** People begin to wonder after about so long. */
const SILENT_MS = 1000
const FRAME_MS = 100
const FRAMES = { unicode: [...'⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'], ascii: [...'|/-\\'] }

/** Does the work, and says on standard error that it is going on where it takes more than a second; nothing without a terminal. */
export async function withSpinner<Result>(
  io: Io,
  words: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const { stderr } = io
  if (!stderr.isTTY) return work()
  const frames = mayUnicode(io) ? FRAMES.unicode : FRAMES.ascii
  const line = (frame: string): string => `${frame} ${words}`.slice(0, stderr.columns - 1)
  let shown = 0
  const start = setTimeout(() => {
    turning = setInterval(() => stderr.write(`\r${line(frames[shown++ % frames.length] ?? '')}`), FRAME_MS)
  }, SILENT_MS)
  let turning: NodeJS.Timeout | undefined
  try {
    return await work()
  } finally {
    clearTimeout(start)
    clearInterval(turning)
    if (shown > 0) stderr.write(`\r${' '.repeat(line(' ').length)}\r`)
  }
}
