import type { Io } from './io.ts'

/** In UTF-16 units: what is worth a write. */
const ENOUGH = 1 << 16

/** Writes texts to standard output as they come, and asks for more no faster than they are read. */
export async function print(io: Io, batches: AsyncIterable<Iterable<string>>): Promise<void> {
  const { stdout } = io
  const write = async (text: string): Promise<void> => {
    if (stdout.write(text)) return
    await new Promise((resolve) => stdout.stream.once('drain', resolve))
  }
  for await (const texts of batches) {
    let waiting = ''
    for (const text of texts) {
      waiting += text
      if (waiting.length < ENOUGH) continue
      await write(waiting)
      waiting = ''
    }
    if (waiting !== '') await write(waiting)
  }
}
