import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { InputError } from '../../src/domain/errors.ts'
import { lineBatches } from '../../src/terminal/lines.ts'
import { testIo } from '../support/io.ts'

const folder = mkdtempSync(join(tmpdir(), 'coach-lines-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The lines of standard input that arrives in these chunks. */
async function linesOf(...chunks: (string | Uint8Array)[]): Promise<string[]> {
  const input = async function* () {
    for (const chunk of chunks) yield Buffer.from(chunk as string)
  }
  const lines: string[] = []
  for await (const batch of lineBatches({ ...testIo(), input }, '-')) lines.push(...batch)
  return lines
}

const refused = (...chunks: Uint8Array[]): Promise<string> =>
  linesOf(...chunks).then(
    () => 'read',
    (error: Error) => {
      expect(error).toBeInstanceOf(InputError)
      return error.message
    },
  )

const bytes = (...parts: (string | number)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part))))

test('line ends of Unix and Windows, empty lines, and a last line with no end', async () => {
  expect(await linesOf('one\r\n\r\n\ntwo')).toEqual(['one', '', '', 'two'])
  expect(await linesOf('one\n')).toEqual(['one'])
  expect(await linesOf('')).toEqual([])
  expect(await linesOf('\n')).toEqual([''])
})

test('the mark that opens a file is no part of the first line; elsewhere it is a character', async () => {
  expect(await linesOf('\ufeffone\n\ufefftwo\n')).toEqual(['one', '\ufefftwo'])
})

test('chunks may be cut anywhere, also within a character', () =>
  fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0') && !text.startsWith('\ufeff')),
      fc.array(fc.nat(40), { maxLength: 5 }),
      async (text, cuts) => {
        const whole = Buffer.from(text)
        const places = [0, ...cuts.filter((at) => at < whole.length).sort((a, b) => a - b), whole.length]
        const chunks = places.slice(1).map((end, index) => whole.subarray(places[index], end))
        const expected = text.split('\n').map((line) => line.replace(/\r$/, ''))
        if (expected.at(-1) === '' && !text.endsWith('\r')) expected.pop()
        expect(await linesOf(...chunks)).toEqual(expected)
      },
    ),
  ))

test('what is not UTF-8 is refused, with its line and byte', async () => {
  expect(await refused(bytes('one\ntwo', 0xff, 'x\n'))).toBe(
    'standard input, line 2, byte 7: the file is not UTF-8 there; save it as UTF-8 and try again.',
  )
  expect(await refused(bytes('é\ufffd\n'), bytes('ab', 0xc3))).toContain('line 2, byte 8:')
  expect(await refused(bytes('x\n\n', 0xed, 0xa0, 0x80))).toContain('line 3, byte 3:')
})

test('a zero byte is refused: pictures and programs are full of them', async () => {
  expect(await refused(bytes('one\n', 0x89, 'PNG\n'))).toContain('line 2, byte 4: the file is not UTF-8')
  expect(await refused(bytes('one\ntw', 0, '\n'))).toBe(
    'standard input, line 2, byte 6: the file holds a zero byte, so it is no text; name a text file.',
  )
})

test('a file that the system would not read is named', async () => {
  const read = async (path: string): Promise<void> => {
    for await (const _ of lineBatches(testIo(), path));
  }
  await expect(read(join(folder, 'none'))).rejects.toThrow(/^There is no file .*none; check the name\.$/)
  await expect(read(folder)).rejects.toThrow(/^A folder was named, not a file/)
  writeFileSync(join(folder, 'one'), 'one\n')
  await expect(read(join(folder, 'one'))).resolves.toBeUndefined()
})
