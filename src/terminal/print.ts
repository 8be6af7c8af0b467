import { once } from 'node:events'
import type { Io } from './io.ts'

/** Writes texts to standard output as they come, and asks for the next one no faster than they are read. */
export async function print(io: Io, texts: AsyncIterable<string>): Promise<void> {
  for await (const text of texts) {
    if (!io.stdout.write(text)) await once(io.stdout.stream, 'drain')
  }
}
