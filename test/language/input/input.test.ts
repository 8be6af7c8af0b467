import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type InputFormat,
  inputFormat,
  type Located,
  placesIn,
  readers,
} from '../../../src/language/input/index.ts'

function read(format: InputFormat, text: string, perItem = false): Located[] {
  const reader = readers[format](perItem)
  const texts = text.split('\n').flatMap((line, index) => reader.line(line, index + 1))
  return [...texts, ...reader.end()]
}

/** What the checker gets to read, blanks at the ends aside. */
const words = (format: InputFormat, text: string, perItem = false): string[] =>
  read(format, text, perItem).map((located) => located.read.trim())

describe('plain text', () => {
  test('a text is a paragraph', () => {
    expect(read('plain', 'one\ntwo\n\n  \nthree').map(({ text, line }) => [line, text])).toEqual([
      [1, 'one\ntwo'],
      [5, 'three'],
    ])
  })

  test('code between fences and quoted lines are left out', () => {
    expect(words('plain', 'a\n\n```js\nlazy\n\nlazy\n```\n\n> lazy\nb\n\n~~~\n```\nlazy\n~~~\nc')).toEqual([
      'a',
      'b',
      'c',
    ])
  })

  test('questions stand alone: as items, and where a line ends in a question mark', () => {
    expect(words('plain', 'What did\nyou see?\nWho spoke?\n- One\n  more\n- Two\n1. Three', true)).toEqual([
      'What did\nyou see?',
      'Who spoke?',
      '- One\n  more',
      '- Two',
      '1. Three',
    ])
  })

  test('leave to keep a question stands behind its mark', () => {
    const lines = ['Who? # allow closed: a quick one', 'Who? <!-- coach: allow closed -->', 'Who spoke?']
    expect(words('plain', lines.join('\n'), true)).toEqual(lines)
  })

  test('leave to keep a paragraph stays with it, over a blank line too', () => {
    expect(words('plain', 'x\n<!-- coach: allow trait -->\n\nShe is a bully.\n\ny')).toEqual([
      'x',
      '<!-- coach: allow trait -->\n\nShe is a bully.',
      'y',
    ])
  })
})

describe('Markdown', () => {
  test('a rule across the top of the page is no front matter', () => {
    expect(words('markdown', '---\n\nShe is a bully.')).toContain('She is a bully.')
  })

  test('front matter, code, quotations and comments are left out', () => {
    const text = [
      '---',
      'title: lazy',
      '---',
      '# Heading',
      '',
      '    lazy code',
      '',
      '    lazy code after a blank line',
      '',
      'Before',
      '> lazy',
      'goes on lazily',
      '',
      '- item',
      '',
      '    still the item',
      '',
      'One <!-- lazy --> two <!-- lazy',
      'lazy --> three',
    ].join('\n')
    expect(words('markdown', text).map((each) => each.replaceAll(/\s+/g, ' '))).toEqual([
      '# Heading',
      'Before',
      '- item',
      'still the item',
      'One two three',
    ])
  })

  test('marks become spaces, and every word stays in its place', () => {
    const text = '* He was **very** _kind_, see [the notes](http://a.example/lazy "x") <b>here</b> in a_b_c'
    const [located] = read('markdown', text)
    expect(located?.read).toHaveLength(text.length)
    expect(located?.read.replaceAll(/ +/g, ' ')).toBe('* He was very kind , see the notes here in a_b_c')
    for (const word of ['very', 'kind', 'notes', 'here', 'a_b_c'])
      expect(located?.read.indexOf(word)).toBe(text.indexOf(word))
  })

  test('code within a line stays: it is a quotation to the checker', () => {
    expect(words('markdown', 'Type `lazy` here')).toEqual(['Type `lazy` here'])
  })
})

describe('JSON Lines', () => {
  test('the words of each record but those of selective verbatim', () => {
    const lines = [
      '{"schema_version":1,"technique":"event","words":"He was bored"}',
      '{"schema_version":1,"technique":"verbatim","words":"I am bored"}',
      '{"schema_version":1,"technique":"event","words":null}',
      '',
    ]
    expect(read('jsonl', lines.join('\n')).map(({ text, line }) => [line, text])).toEqual([
      [1, 'He was bored'],
    ])
  })

  test('a place is found behind escapes', () => {
    const line = String.raw`{"note":"\"words\":\"x", "words" : "a \"b\" \u00e9 \ud83d\ude00 bored"}`
    const [located] = read('jsonl', line)
    const offset = located?.text.indexOf('bored') ?? -1
    expect(located && placesIn(located)(offset)).toEqual({ line: 1, column: line.indexOf('bored') + 1 })
  })

  test('the names of its behavior and modifiers are terms of a record', () => {
    const termsOf = (record: object) => read('jsonl', JSON.stringify({ words: 'x', ...record }))[0]?.terms
    expect(termsOf({ behavior: 'aggressive turn', modifiers: { level: 'rude' } })).toEqual([
      'aggressive turn',
      'level',
      'rude',
    ])
    expect(termsOf({ behavior: 3, modifiers: null })).toEqual([])
  })

  test('another line is an error that names it', () => {
    expect(() => read('jsonl', '{"words":"x"}\nwords')).toThrow('Line 2 of the input is no JSON object')
    expect(() => read('jsonl', '3')).toThrow('Line 1 of the input is no JSON object')
    expect(() => read('jsonl', '[3]')).toThrow('is no JSON object')
  })
})

test('a file is read by its name, and an export by how it begins', () => {
  expect(inputFormat('notes.MD', '')).toBe('markdown')
  expect(inputFormat('records.jsonl', '')).toBe('jsonl')
  expect(inputFormat('-', '{"schema_version":1,"session":1}')).toBe('jsonl')
  expect(inputFormat('notes.txt', 'He')).toBe('plain')
})

describe('whatever the text is', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          'a',
          ' ',
          '\n',
          '\n\n',
          '> ',
          '```',
          '~~~',
          '- ',
          '*',
          '_',
          '[',
          '](',
          ')',
          '<!--',
          '-->',
        ),
      )
      .map((parts) => parts.join('')),
  )

  test.each(['lines', 'plain', 'markdown'] as const)(
    '%s: texts are cut from it, line and column right',
    (format) => {
      fc.assert(
        fc.property(anything, fc.boolean(), (text, perItem) => {
          const lines = text.split('\n')
          for (const located of read(format, text, perItem)) {
            expect(located.read).toHaveLength(located.text.length)
            const placeOf = placesIn(located)
            for (let offset = 0; offset < located.text.length; offset++) {
              const { line, column } = placeOf(offset)
              const character = located.text[offset]
              expect(lines[line - 1]?.[column - 1] ?? '\n').toBe(character)
            }
          }
        }),
      )
    },
  )

  test('what is read differs from what was written by spaces alone', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const { text: written, read: seen } of read('markdown', text)) {
          for (let at = 0; at < seen.length; at++) expect([written[at], ' ']).toContain(seen[at])
        }
      }),
    )
  })
})

test.each(['plain', 'markdown'] as const)(
  '%s: a line of 1 MB is cut, and its parts are the line',
  (format) => {
    const line = 'word '.repeat(200_000)
    for (const text of [line, line.replaceAll(' ', '')]) {
      const texts = read(format, text)
      expect(texts.length).toBeGreaterThan(10)
      expect(texts.map((located) => located.text).join('')).toBe(text)
      const last = texts.at(-1) as Located
      expect(placesIn(last)(0)).toEqual({ line: 1, column: text.length - last.text.length + 1 })
    }
  },
)
