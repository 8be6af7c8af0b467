import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, test } from 'vitest'
import { InputError } from '../../src/domain/errors.ts'
import { visible } from '../../src/domain/text.ts'
import { escapeMarkdown, renderMarkdown } from '../../src/reports/markdown.ts'
import { wardRound, wordedRound } from '../fixtures/observations.ts'
import { dataOf, page } from './data.ts'
import { anyText, HOSTILE } from './hostile.ts'

interface Node {
  readonly type: string
  readonly value?: string
  readonly url?: string
  readonly children?: readonly Node[]
}

const parse = (markdown: string): Node =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node

const nodesOf = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)]

const textOf = (node: Node): string => (node.value ?? '') + (node.children ?? []).map(textOf).join('')

const isBreak = ({ type, value }: Node): boolean => type === 'html' && value === '<br>'

/** Readers make links of bare addresses, which is fine as long as a link leads where it says. */
const isBareAddress = (node: Node): boolean =>
  node.type === 'link' && ['', 'http://', 'mailto:'].some((scheme) => node.url === scheme + textOf(node))

/** What kinds of things a Markdown text is made of. */
const kindsOf = (markdown: string): string =>
  nodesOf(parse(markdown))
    .filter((node) => node.type !== 'text' && !isBreak(node) && !isBareAddress(node))
    .map(({ type }) => type)
    .join(' ')

describe('the Markdown report', () => {
  test('is made of the same things whatever people wrote', () => {
    const plain = kindsOf(renderMarkdown(dataOf(wordedRound('words')), page(80)))
    fc.assert(
      fc.property(
        anyText.filter((text) => visible(text).trim() !== ''),
        (text) => {
          expect(kindsOf(renderMarkdown(dataOf(wordedRound(text)), page(80)))).toBe(plain)
        },
      ),
      { numRuns: 100, examples: HOSTILE.map((text) => [text]) },
    )
  })

  test('shows words as they were written', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words = visible(text.replaceAll(/\r\n?/g, '\n'))
        const shown = nodesOf(parse(`> “${escapeMarkdown(words)}”`))
          .map((node) => (node.type === 'text' || (node.type === 'html' && !isBreak(node)) ? node.value : ''))
          .join('')
        const flat = (of: string): string => of.replaceAll(/\s+/g, '')
        expect(flat(shown)).toBe(flat(`“${words}”`))
      }),
      { numRuns: 300, examples: HOSTILE.map((text) => [text]) },
    )
  })

  test('has the time line as a block of code', () => {
    const code = nodesOf(parse(renderMarkdown(dataOf(wardRound()), page(80)))).filter(
      ({ type }) => type === 'code',
    )
    expect(code).toHaveLength(1)
    expect(code[0]?.value).toContain('asks a question')
  })

  test.each([
    [
      '{{ titel }}',
      'The template own.md.liquid, line 2, column 4, cannot be used: undefined variable: titel.',
    ],
    ['{% for %}', 'The template own.md.liquid, line 2, column 1, cannot be used: illegal tag: {% for %}'],
    [
      '{{ title | shout }}',
      'The template own.md.liquid, line 2, column 1, cannot be used: undefined filter: shout.',
    ],
    ["{% include '/etc/passwd' %}", 'The template own.md.liquid, line 2, column 1, cannot be used: '],
  ])('says where a template is wrong: %s', (wrong, message) => {
    const template = { name: 'own.md.liquid', text: `# mine\n${wrong}` }
    const render = (): string => renderMarkdown(dataOf(wardRound()), page(80, { template }))
    expect(render).toThrow(InputError)
    expect(render).toThrow(message)
  })

  test('stops a template that runs wild', () => {
    const doubled = '{% for n in (1..60) %}{% assign s = s | append: s %}{% endfor %}'
    const template = { name: 'own.md.liquid', text: `{% assign s = title %}${doubled}` }
    expect(() => renderMarkdown(dataOf(wardRound()), page(80, { template }))).toThrow(/limit exceeded/)
  })

  test('fills a template with words, and carries nothing out that stands in them', () => {
    const template = { name: 'own.md.liquid', text: '{% for b in behaviors %}{{ b.request }}{% endfor %}' }
    const observation = wordedRound('{{ title }}{% for %}')
    expect(renderMarkdown(dataOf(observation), page(80, { template }))).toBe('{{ title }}{% for %}'.repeat(5))
  })
})
