import { Zip, ZipDeflate } from 'fflate'
import { packed } from '../terminal/files.ts'

/** The usual level, 6, makes a workbook 8 % smaller and takes a third longer. */
const LEVEL = 3

/**
 * Texts by their names as a zip archive, piece by piece: no file in it is in memory whole.
 * @param at the time that each file is given
 */
export async function* zipped(
  at: Date,
  files: Readonly<Record<string, Iterable<string>>>,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  const taken = (): Uint8Array[] => {
    const chunks = ready
    ready = []
    return chunks
  }
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  for (const [name, texts] of Object.entries(files)) {
    const file = new ZipDeflate(name, { level: LEVEL })
    file.mtime = at
    zip.add(file)
    for await (const bytes of packed(texts)) {
      file.push(bytes)
      yield* taken()
    }
    file.push(new Uint8Array(), true)
    yield* taken()
  }
  zip.end()
  yield* taken()
}
