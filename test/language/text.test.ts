import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraphs, readPassage } from '../../src/language/text.ts'

function read(text: string): string[] {
  const { tokens, sentences } = readPassage(text)
  return sentences.map(({ from, to }) =>
    tokens
      .slice(from, to)
      .map((token) => (token.quoted ? `^${token.norm}` : token.norm))
      .join(' '),
  )
}

describe('the reading of a text', () => {
  it.each([
    ["Didn't, can’t, cannot, wont, isnt.", ['did not , can not , can not , will not , is not .']],
    [
      'Ms. Wells left at 10:42. She had 4/22 (90%).',
      ['ms . wells left at 10:42 .', 'she had 4/22 ( 90% ) .'],
    ],
    ['Well-lit, off-task – 3-pound.', ['well lit , off task – 3 pound .']],
    ['First line\nSecond line', ['first line', 'second line']],
    ['One thought that\nwraps here', ['one thought that wraps here']],
    ['Really? Yes! So…', ['really ?', 'yes !', 'so …']],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each([
    ["She said, 'good job' twice.", "she said , ^' ^good ^job ^' twice ."],
    ['She said "good job" twice.', 'she said ^" ^good ^job ^" twice .'],
    ['She said “good ‘job’” twice.', 'she said ^“ ^good ^‘ ^job ^’ ^” twice .'],
    ['She said «good job» twice.', 'she said ^« ^good ^job ^» twice .'],
    ['She said „good job“ twice.', 'she said ^„ ^good ^job ^“ twice .'],
    ["The pupils' books and the boys' bags.", "the pupils ' books and the boys ' bags ."],
    ['A 12" board and a 6" nail.', 'a 12 " board and a 6 " nail .'],
  ])('marks the quotation in %j', (text, expected) => {
    expect(read(text)).toEqual([expected])
  })

  it('lets a quotation that never closes hide its own line and no more', () => {
    expect(read('He said "lazy\nShe is lazy')).toEqual(['he said ^" ^lazy', 'she is lazy'])
  })

  it('cuts any text into paragraphs that make up the whole, and tokens that lie in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect([...paragraphs(text)].map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
        let at = 0
        for (const token of readPassage(text).tokens) {
          expect(token.start).toBeGreaterThanOrEqual(at)
          expect(token.end).toBeGreaterThan(token.start)
          at = token.end
        }
      }),
    )
  })
})
