import { gunzipSync } from 'node:zlib'
import { InputError } from '../../domain/errors.ts'
import { type InputFile, inputOf } from '../../terminal/files.ts'

/** What is larger unpacked was made to be large. */
const LARGEST = 1 << 28

/**
 * What a gzip file holds, or the file itself.
 * @throws InputError when it is damaged, or unpacks to more than would be read at once
 */
export function unzipped(file: InputFile): InputFile {
  const [first = new Uint8Array()] = file.chunks()
  if (first[0] !== 0x1f || first[1] !== 0x8b) return file
  const pieces: Uint8Array[] = []
  for (const bytes of file.chunks()) pieces.push(bytes)
  const whole = Buffer.concat(pieces)
  try {
    return inputOf(file.name, gunzipSync(whole, { maxOutputLength: LARGEST }))
  } catch {
    throw new InputError(
      `${file.name} can't be unpacked; it is damaged, or larger than ${LARGEST / 1024 ** 2} MiB.`,
    )
  }
}
