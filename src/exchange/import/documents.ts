import { readArchive } from './archive.ts'
import { readBoris } from './boris.ts'
import type { Read, Reading } from './registry.ts'
import { wholeText } from './text.ts'

export function json(reading: Reading): Read {
  const { sessions, sessionsThere, behaviors } = readArchive(
    wholeText(reading.file, reading.encoding),
    reading.file.name,
    reading,
  )
  return { columns: [], notes: [], watchedAll: false, sessions, sessionsThere, behaviors }
}

export const boris = (reading: Reading): Read => ({
  columns: [],
  notes: readBoris(wholeText(reading.file, reading.encoding), reading.file.name, reading),
  watchedAll: true,
})
