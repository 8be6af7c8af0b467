import { gunzipSync } from 'node:zlib'
import { InputError } from '../../domain/errors.ts'
import { type InputFile, inputOf } from '../../terminal/files.ts'
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
  notes: readBoris(wholeText(unzipped(reading.file), reading.encoding), reading.file.name, reading),
  watchedAll: true,
})

/** A project that is larger unpacked is no project. */
const LARGEST = 1 << 28

/** What a gzip file holds, or the file itself. */
function unzipped(file: InputFile): InputFile {
  const pieces: Uint8Array[] = []
  for (const bytes of file.chunks()) pieces.push(bytes.slice())
  const whole = Buffer.concat(pieces)
  if (whole[0] !== 0x1f || whole[1] !== 0x8b) return inputOf(file.name, whole)
  try {
    return inputOf(file.name, gunzipSync(whole, { maxOutputLength: LARGEST }))
  } catch {
    throw new InputError(
      `${file.name} can't be unpacked; it is damaged, or larger than ${LARGEST / 1024 ** 2} MiB.`,
    )
  }
}
