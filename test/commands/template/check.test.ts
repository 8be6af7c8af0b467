import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { main } from '../../../src/main.ts'
import { SAMPLES } from '../../../src/questions/samples.ts'
import { BEHAVIOR_SLOTS, SESSION_SLOTS } from '../../../src/questions/slots.ts'
import { testIo } from '../../support/io.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coach-templates-'))
  for (const kind of ['questions', 'reports'])
    mkdirSync(join(folder, 'coach', 'templates', kind), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (path: string, text: string): void =>
  writeFileSync(join(folder, 'coach', 'templates', path), text)

async function check() {
  const io = testIo({ env: { XDG_CONFIG_HOME: folder } })
  const status = await main(['template', 'check'], io)
  return { status, out: io.out(), err: io.err() }
}

const questions = (stage: string, ...texts: string[]): string =>
  `stage: ${stage}\nquestions:\n${texts.map((text, index) => `  - id: own-${index + 1}\n    text: ${text}\n`).join('')}`

test('with none, and with open questions, nothing is found', async () => {
  expect(await check()).toMatchObject({
    status: 0,
    out: '0 questions and 0 reports of your own: nothing found.\n',
  })
  write(
    'questions/own.yaml',
    questions('notice', 'In {{ observed }} there were {{ times }} of “{{ behavior }}”. What do you notice?'),
  )
  write('reports/session.md.liquid', '# {{ title }}\n\n{% for note in notes %}\n- {{ note }}\n{% endfor %}\n')
  expect(await check()).toMatchObject({
    status: 0,
    out: '1 question and 1 report of your own: nothing found.\n',
  })
})

test('a question that is not open is named, with its kind and how to open it', async () => {
  write(
    'questions/own.yaml',
    questions('notice', 'What do you notice?', 'Did you like it?', 'Why did you stop?'),
  )
  const { status, out } = await check()
  expect(status).toBe(1)
  expect(out).toMatch(/own\.yaml, question own-2: closed\n {2}Did you like it\?\n/)
  expect(out).toMatch(/own\.yaml, question own-3: blame\n {2}Why did you stop\?\n/)
  expect(out).not.toContain('own-1')
  expect(out).toContain('3 questions and 0 reports of your own: 2 places to look at.')
})

test('an open question without the form that its stage asks for is named too', async () => {
  write('questions/own.yaml', questions('inference', 'What explains the pause?'))
  const { status, out } = await check()
  expect(status).toBe(1)
  expect(out).toContain('question own-1: tentative')
})

test('the words of a report template are looked at, those of its slots are not', async () => {
  write('reports/own.md.liquid', '# {{ bored }}\n\n{% if bully %}\nBen was bored.\n{% endif %}\n')
  const { status, out } = await check()
  expect(status).toBe(1)
  expect(out).toContain('own.md.liquid, from line 4, "bored": mind-reading')
  expect(out).toContain('1 place to look at')
})

test('a file that can not be read as templates is wrong input', async () => {
  write('questions/own.yaml', 'stage: never\nquestions: []\n')
  expect(await check()).toMatchObject({ status: 3, out: '' })
})

test('a report that Liquid can not read is told by file and line, as it would be when it is used', async () => {
  write('reports/own.md.liquid', '# {{ title }}\n\n{% if notes\n')
  const { status, out, err } = await check()
  expect({ status, out }).toEqual({ status: 3, out: '' })
  expect(err).toMatch(
    /^coach: The template .*own\.md\.liquid, line 3, column 1, cannot be used: tag "\{% if notes/,
  )
})

test('a question that Liquid can not read is told by file and line', async () => {
  write('questions/own.yaml', questions('notice', '"What does {{ behavior show?"'))
  const { status, out, err } = await check()
  expect({ status, out }).toEqual({ status: 3, out: '' })
  expect(err).toMatch(/own\.yaml:3: question own-1: output "\{\{ behavior show\?" not closed/)
})

test('each slot has a sample', () => {
  expect(Object.keys(SAMPLES).toSorted()).toEqual(
    [...Object.keys(SESSION_SLOTS), ...Object.keys(BEHAVIOR_SLOTS)].toSorted(),
  )
})

test('a term that the own dictionary takes away is none here either', async () => {
  write('reports/own.md.liquid', 'Ben was bored.\n')
  writeFileSync(join(folder, 'coach', 'dictionary.yaml'), 'remove: [bored]\n')
  expect((await check()).status).toBe(0)
})
