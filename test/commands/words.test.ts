import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseLog } from '../../src/capture/log.ts'
import { hinter, settleWords, warnOfLines } from '../../src/commands/words.ts'
import { InputError } from '../../src/domain/errors.ts'
import type { Behavior } from '../../src/domain/model.ts'
import { main } from '../../src/main.ts'
import { openDatabase } from '../../src/store/database.ts'
import { observationOf } from '../../src/store/records.ts'
import { findSession } from '../../src/store/sessions.ts'
import type { Ask } from '../../src/terminal/ask.ts'
import { testIo } from '../support/io.ts'

/** A person at the terminal who gives these answers, in this order. */
function person(...answers: string[]): Ask {
  const next = (): never => (answers.shift() ?? expect.fail('nobody expected another question')) as never
  return {
    text: async () => next(),
    secret: async () => next(),
    one: async (_message, options) => {
      const answer = next()
      return (options.find(({ name }) => name.startsWith(answer)) ?? expect.fail(`no choice ${answer}`)).value
    },
    confirm: async () => next(),
    several: async () => next(),
  }
}

const settle = async (text: string, ask: Ask | null, strict = false) => {
  const io = testIo()
  return { ...(await settleWords(text, 'note', { io, ask }, { strict })), err: io.err() }
}

const behavior = (technique: Behavior['technique'], key: string, name = key): Behavior => ({
  id: 1,
  behaviorId: 1,
  uuid: '',
  version: 1,
  name,
  technique,
  key,
  request: '',
  definition: '',
  examples: [],
  nonExamples: [],
  modifiers: [],
  intervalMs: null,
})

describe('a note as it is saved', () => {
  test('without a finding it is stored and nothing is said', async () => {
    expect(await settle('Ben asked 4 of 22 pupils', person())).toEqual({
      words: 'Ben asked 4 of 22 pupils',
      kept: [],
      err: '',
    })
  })

  test('without a terminal it is stored, with a warning', async () => {
    const { words, kept, err } = await settle('Ben was bored', null)
    expect({ words, kept }).toEqual({ words: 'Ben was bored', kept: [] })
    expect(err).toMatch(/^coach: "bored" \(mind-reading\): What did you see or hear .*\n$/)
  })

  test('under strict it is refused, terminal or not', async () => {
    for (const ask of [null, person()]) {
      const refused = settle('Ben was bored', ask, true)
      await expect(refused).rejects.toThrow(InputError)
      await expect(refused).rejects.toMatchObject({ details: [expect.stringContaining('"bored"')] })
    }
  })

  test('the writer may keep it, and it is marked', async () => {
    const { words, kept } = await settle('Ben was bored. She is a bully.', person('Keep them as they are'))
    expect(words).toBe('Ben was bored. She is a bully.')
    expect(kept).toEqual(['mind-reading', 'trait'])
  })

  test('the writer may make it a quotation, which is data', async () => {
    expect(await settle('Ben was bored', person('Keep them as a quotation'))).toMatchObject({
      words: '"Ben was bored"',
      kept: [],
    })
    expect(await settle('She said "x", Ben was bored', person('Keep them as a quotation'))).toMatchObject({
      words: '“She said "x", Ben was bored”',
      kept: [],
    })
  })

  test('the writer may rephrase, as often as it takes', async () => {
    const ask = person('Rephrase', 'Ben was rude', 'Rephrase', 'Ben looked at the clock 3 times')
    expect(await settle('Ben was bored', ask)).toMatchObject({
      words: 'Ben looked at the clock 3 times',
      kept: [],
    })
  })

  test('what a behavior is called, and its values, are technical terms', async () => {
    const io = testIo()
    const behaviors = [{ name: 'good job', modifiers: [{ name: 'level', values: ['rude'] }] }]
    const settled = await settleWords('A good job, then rude', 'note', { io, ask: null }, { behaviors })
    expect(settled.kept).toEqual([])
    expect(io.err()).toBe('')
  })
})

test('a definition is checked for what can be observed', async () => {
  const io = testIo()
  await settleWords('Ben smiles.', 'behavior', { io, ask: null }, {})
  expect(io.err()).toContain('(boundary)')
})

describe('the lines of a log', () => {
  const LOG = '0:05 q "Ben was bored"\n0:10 s "Max was bored"\n0:20 q "She is lazy" !kept=trait\n'
  const behaviors = [behavior('event', 'q'), behavior('verbatim', 's')]
  const warn = async (strict?: boolean) => {
    const io = testIo()
    await warnOfLines(parseLog(LOG).lines, 'the log', io, { behaviors, strict })
    return io.err()
  }

  test('are told by number, but for what was said and what was kept before', async () => {
    expect((await warn()).split('\n').slice(0, -1)).toEqual([
      'coach: stored as written, with something to look at in 1 line of the log:',
      expect.stringMatching(/^ {2}line 1: "bored" \(mind-reading\): /),
    ])
  })

  test('are told one by one only as far as they are read, with a count of the rest', async () => {
    const io = testIo()
    const { lines } = parseLog('0:05 q "Ben was bored"\n'.repeat(23))
    await warnOfLines(lines, 'the log', io, { behaviors })
    const told = io.err().split('\n')
    expect(told[0]).toContain('in 23 lines of the log:')
    expect(told.slice(20)).toEqual([expect.stringMatching(/^ {2}line 20: /), '  and 3 more', ''])
  })

  test('are refused under strict', async () => {
    await expect(warn(true)).rejects.toThrow('nothing is stored until 1 line of the log can stand')
  })
})

test('a hint is one line, or none', async () => {
  const hint = await hinter(testIo(), [behavior('event', 'q', 'bored look')])
  expect(hint('Ben asked 4 pupils')).toBeNull()
  expect(hint('A bored look')).toBeNull()
  expect(hint('Ben was\nbored')).toMatch(/^"bored": What did you see or hear.*[^\n]$/)
})

describe('on the command line', () => {
  let folder: string
  let db: string
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'coach-words-'))
    db = join(folder, 'coach.db')
    for (const args of [
      ['init', '--name', 'Ana Coach'],
      ['person', 'add', 'Ben Reyes'],
      ['agree', 'Ben Reyes', '--accept', 'defer,learn,risk', '--share', 'self'],
      [
        'behavior',
        'add',
        '--name',
        'asks',
        '--technique',
        'event',
        '--key',
        'q',
        '--request',
        'I am so bad at this',
        '--definition',
        'Ben says a sentence that asks the group for words',
      ],
      [
        'behavior',
        'add',
        '--name',
        'says',
        '--technique',
        'verbatim',
        '--key',
        's',
        '--request',
        'My words',
        '--definition',
        'Ben says a sentence that asks the group for words',
      ],
    ])
      expect(await run(args)).toMatchObject({ status: 0, err: '' })
    expect(await run(['observe', '--from', '-', '--length', '10m'], '0:05 q\n')).toMatchObject({ status: 0 })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const run = async (args: readonly string[], input = '') => {
    // One database over several runs wants identities that no run before gave.
    const io = { ...testIo({ input, env: { XDG_CONFIG_HOME: folder } }), uuid: () => randomUUID() }
    const status = await main(['--db', db, ...args], io)
    return { status, out: io.out(), err: io.err() }
  }
  const words = () => {
    const database = openDatabase(db)
    try {
      return observationOf(database, findSession(database, 'last')).records.map((record) => record.words)
    } finally {
      database.close()
    }
  }

  test('coach log stores a note with a warning, and refuses it under --strict', async () => {
    const args = ['log', 'q', '--session', '1', '--at', '1:00', '--note', 'Ben was bored']
    expect(await run([...args, '--strict'])).toMatchObject({ status: 3, out: '' })
    expect(words()).toEqual([null])
    const { status, err } = await run(args)
    expect(status).toBe(0)
    expect(err).toContain('"bored" (mind-reading)')
    expect(words()).toEqual([null, 'Ben was bored'])
  })

  test('coach log takes an empty note for none', async () => {
    const args = ['log', 'q', '--session', '1', '--at', '1:00', '--note', ' ']
    expect(await run(args)).toMatchObject({ status: 0, err: '' })
    expect(words()).toEqual([null, null])
  })

  test('coach log takes what selective verbatim quotes as it is', async () => {
    const args = ['log', 's', '--session', '1', '--at', '1:00', '--note', 'Max was bored', '--strict']
    expect(await run(args)).toMatchObject({ status: 0, err: '' })
  })

  test('coach observe --from names the lines, and stores nothing under --strict', async () => {
    const log = '0:05 q "Ben was bored"\n0:10 note "She is lazy"\n'
    expect(await run(['observe', '--from', '-', '--strict'], log)).toMatchObject({ status: 3, out: '' })
    expect(words()).toEqual([null])
    const { status, err } = await run(['observe', '--from', '-'], log)
    expect(status).toBe(0)
    expect(err).toMatch(/2 lines of standard input:\n {2}line 1: .*\n {2}line 2: /)
    expect(words()).toEqual(['Ben was bored', 'She is lazy'])
  })

  describe('coach import', () => {
    const bring = (name: string, content: string, ...more: string[]) => {
      const file = join(folder, name)
      writeFileSync(file, content)
      return run(['import', file, '--request', 'Please count these', ...more])
    }
    const sessions = async () => JSON.parse((await run(['session', 'list', '--json'])).out).sessions.length
    const COLUMNS = 'time_ms,behavior,technique,mark,words,kept\n'
    const rows = (...those: string[]) => `${COLUMNS}${those.map((row) => `${row}\n`).join('')}`

    test('names the lines of a table, and stores nothing under --strict', async () => {
      const table = rows('1000,asks,event,point,Ben was bored,', '2000,,,point,She is lazy,')
      for (const dry of [['--dry-run'], []]) {
        const refused = await bring('notes.csv', table, '--strict', ...dry)
        expect(refused).toMatchObject({ status: 3, out: '' })
        expect(refused.err).toMatch(/until 2 lines of .*notes\.csv can stand:\n {2}line 2: "bored"/)
      }
      expect(await sessions()).toBe(1)
      expect((await bring('notes.csv', table, '--dry-run')).err).toContain('would be stored as written')
      const { status, err } = await bring('notes.csv', table)
      expect(status).toBe(0)
      expect(err).toMatch(
        /^coach: stored as written, .* 2 lines of .*notes\.csv:\n {2}line 2: "bored" .*\n {2}line 3: "lazy" .*\n$/,
      )
      expect(words()).toEqual(['Ben was bored', 'She is lazy'])
    })

    test('leaves alone what was said, what was kept, and what was asked for', async () => {
      const table = rows(
        '1000,says,verbatim,point,Max was bored,',
        '2000,asks,event,point,Ben was bored,mind-reading',
        '3000,asks,event,point,Ben asks 4 of 22 pupils,',
        '4000,bored look,event,point,A bored look,',
      )
      expect(await bring('settled.csv', table, '--strict')).toMatchObject({ status: 0, err: '' })
      expect(words()).toHaveLength(4)
    })

    test('names the lines of an observation log, in whatever order they are', async () => {
      const log = '# length: 1m\n\n0:20 q "Ben was bored"\n0:10 q "Ben asked 4 pupils"\n'
      expect((await bring('session.obs', log)).err).toMatch(/in 1 line of .*\n {2}line 3: "bored"/)
    })

    test('names the events and the definitions of a BORIS project', async () => {
      const project = JSON.stringify({
        project_format_version: '7.0',
        behaviors_conf: {
          0: { type: 'Point event', key: 'n', code: 'nods', description: 'Ben is rude', modifiers: '' },
        },
        observations: {
          lesson: {
            type: 'LIVE',
            date: '2026-11-20T09:15:00',
            description: '',
            'time offset': 0,
            file: {},
            events: [[1.5, '', 'nods', '', 'Ben was bored']],
          },
        },
      })
      expect((await bring('p.boris', project, '--strict')).status).toBe(3)
      expect(await sessions()).toBe(1)
      const { status, err } = await bring('p.boris', project)
      expect(status).toBe(0)
      expect(err).toContain('observation \'lesson\', event 1: "bored"')
      expect(err).toContain('the definition of \'nods\': "rude"')
      expect(err).toContain('in 2 places of')
    })

    test('takes an archive as it is', async () => {
      await run(['log', 'q', '--session', '1', '--at', '1:00', '--note', 'Ben was bored'])
      const { out } = await run(['export', '--format', 'json'])
      const other = join(folder, 'other.db')
      writeFileSync(join(folder, 'all.json'), out)
      expect(await run(['--db', other, 'init', '--name', 'Ana Coach'])).toMatchObject({ status: 0 })
      const archive = ['--db', other, 'import', join(folder, 'all.json'), '--strict']
      expect(await run(archive)).toMatchObject({ status: 0, err: '' })
    })
  })

  test('coach behavior edit warns of a definition, and changes nothing under --strict', async () => {
    const args = ['behavior', 'edit', 'q', '--definition', 'Ben is rude']
    expect((await run([...args, '--strict'])).status).toBe(3)
    expect((await run(['behavior', 'show', 'q'])).out).not.toContain('rude')
    const { status, err } = await run(args)
    expect(status).toBe(0)
    expect(err).toContain('"rude"')
    expect((await run(['behavior', 'show', 'q'])).out).toContain('Ben is rude')
  })

  test('the own dictionary holds here too', async () => {
    mkdirSync(join(folder, 'coach'))
    writeFileSync(join(folder, 'coach', 'dictionary.yaml'), 'remove: [bored]\n')
    const args = ['log', 'q', '--session', '1', '--at', '1:00', '--note', 'Ben was bored', '--strict']
    expect(await run(args)).toMatchObject({ status: 0, err: '' })
  })
})
