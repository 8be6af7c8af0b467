import { expect, test } from 'vitest'
import { checkerOf } from '../../src/language/check.ts'
import { type InputFormat, readers } from '../../src/language/input/index.ts'
import { processorTime } from '../support/processor-time.ts'

const MB = 1 << 20

async function timeOf(part: string, size: number, format: InputFormat): Promise<number> {
  const check = await checkerOf('note')
  const text = part.repeat(size / part.length)
  return processorTime(() => {
    const reader = readers[format](false)
    for (const [index, line] of text.split('\n').entries()) {
      for (const located of reader.line(line, index + 1)) for (const _ of check(located).findings);
    }
    for (const located of reader.end()) for (const _ of check(located).findings);
  }, 1)
}

test.each([
  ['notes', 'In minute 3 Ben asked 4 of 22 pupils to read. He was bored.\n', 'markdown'],
  ['quotation marks that never close', 'He said “it is "bad and ', 'plain'],
  ['one word without an end', 'bored', 'lines'],
  ['marks of Markdown', '[*_](<!--`', 'markdown'],
  ['leave to keep, again and again', 'Ben was bored # allow trait: x <!-- coach: allow idiom -->\n', 'plain'],
  ['right to left, and emoji', 'كان Ben bored 😀👩‍👩‍👧 ', 'lines'],
] as const)(
  '%s: sixteen times the text takes no more than that much longer',
  async (_, part, format) => {
    await timeOf(part, MB, format)
    const one = await timeOf(part, MB, format)
    const sixteen = await timeOf(part, 16 * MB, format)
    // Twice as much is left to the memory's own work; time that grew with the square would be 256 times as long.
    expect(sixteen).toBeLessThan(2 * 16 * Math.max(one, 20))
  },
  120_000,
)
