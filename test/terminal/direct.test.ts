import { execFileSync } from 'node:child_process'
import { closeSync, constants, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isBusy, isDirect, readDirect, writeDirect } from '../../src/terminal/direct.ts'

const folder = mkdtempSync(join(tmpdir(), 'coach-direct-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A pipe that nobody waits at: what can't be read or written now is an error. */
function impatientPipe(name: string): number {
  const path = join(folder, name)
  execFileSync('mkfifo', [path])
  return openSync(path, constants.O_RDWR | constants.O_NONBLOCK)
}

test('a file is written and read at once', () => {
  const path = join(folder, 'text')
  const file = openSync(path, 'w')
  expect(isDirect(file)).toBe(true)
  expect(writeDirect(file, 'añadido\n')).toHaveLength(0)
  closeSync(file)
  expect(readFileSync(path, 'utf8')).toBe('añadido\n')
  const again = openSync(path, 'r')
  expect(Buffer.concat([...readDirect(again)]).toString()).toBe('añadido\n')
  closeSync(again)
})

test('each piece keeps its bytes when the next one is read', () => {
  const path = join(folder, 'long')
  const bytes = Buffer.from(Array.from({ length: 150_000 }, (_, at) => at % 251))
  writeFileSync(path, bytes)
  const file = openSync(path, 'r')
  const pieces = [...readDirect(file)]
  closeSync(file)
  expect(pieces.length).toBeGreaterThan(2)
  expect(Buffer.concat(pieces).equals(bytes)).toBe(true)
})

test.skipIf(process.platform === 'win32')('a full pipe leaves the rest to be written later', () => {
  const pipe = impatientPipe('full')
  const text = 'x'.repeat(1 << 20)
  const rest = writeDirect(pipe, text)
  expect(rest.length).toBeGreaterThan(0)
  expect(rest.length).toBeLessThan(text.length)
  closeSync(pipe)
})

test.skipIf(process.platform === 'win32')('an empty pipe says that it has to be waited for', () => {
  const pipe = impatientPipe('empty')
  writeDirect(pipe, 'one')
  const pieces = readDirect(pipe)
  expect(Buffer.from(pieces.next().value as Uint8Array).toString()).toBe('one')
  let error: unknown
  try {
    pieces.next()
  } catch (thrown) {
    error = thrown
  }
  expect(isBusy(error)).toBe(true)
  closeSync(pipe)
})

test.skipIf(process.platform === 'win32')('a device may be a terminal', () => {
  const device = openSync('/dev/null', 'r')
  expect(isDirect(device)).toBe(false)
  closeSync(device)
})
