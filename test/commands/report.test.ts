import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Coach, openCoach, withAnaAndCy, withProtege } from '../support/coach.ts'

let opened: Coach[] = []
let ana: Coach
beforeEach(async () => {
  ana = await started()
})
afterEach(() => {
  for (const one of opened) one.close()
  opened = []
})

async function started(options: Parameters<typeof openCoach>[0] = {}): Promise<Coach> {
  const one = openCoach(options)
  opened.push(one)
  await withAnaAndCy(one)
  await withProtege(one, 'Ben Reyes')
  return one
}

const inFolder = ({ folder }: Coach, name: string): string => join(folder, name)

describe('coach report -o', () => {
  test('writes the page to the file, and says so', async () => {
    const path = inFolder(ana, 'debrief.html')
    const { status, out, err } = await ana.coach('report', '--format', 'html', '-o', path)
    expect([status, out, err]).toEqual([0, '', `Wrote ${path}\n`])
    expect(readFileSync(path, 'utf8')).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/)
  })

  test('replaces a file only when told to', async () => {
    const path = ana.file('debrief.html', 'mine')
    const refused = await ana.coach('report', '--format', 'html', '-o', path)
    expect([refused.status, refused.err]).toEqual([
      3,
      `coach: ${path} exists; add --force to replace it, or name another file.\n`,
    ])
    expect(readFileSync(path, 'utf8')).toBe('mine')
    await ana.done('report', '--format', 'html', '-o', path, '--force')
    expect(readFileSync(path, 'utf8')).toContain('Ben Reyes')
  })

  test('writes a spreadsheet, byte for byte', async () => {
    const path = inFolder(ana, 'session.xlsx')
    await ana.done('report', '--format', 'xlsx', '-o', path)
    expect(readFileSync(path).subarray(0, 4)).toEqual(Buffer.from('PK\u0003\u0004'))
  })

  test('leaves nothing behind where the folder is not there', async () => {
    const { status, err } = await ana.coach(
      'report',
      '--format',
      'html',
      '-o',
      inFolder(ana, 'no/debrief.html'),
    )
    expect([status, err]).toEqual([3, expect.stringContaining('check that its folder exists')])
    expect(readdirSync(ana.folder).sort()).toEqual(['data', 'session.obs'])
  })
})

describe('coach report to a terminal', () => {
  test.each(['xlsx', 'pdf'])('refuses %s, which no terminal shows', async (format) => {
    const terminal = await started({ terminal: true, env: { CI: '1' } })
    const { status, err } = await terminal.coach('report', '--format', format)
    expect([status, err]).toEqual([
      2,
      `coach: A terminal cannot show ${format}; name a file for it with -o FILE.\n`,
    ])
  })

  test('refuses to open what is in no file', async () => {
    const { status, err } = await ana.coach('report', '--format', 'html', '--open')
    expect([status, err]).toEqual([2, 'coach: --open shows a file; name it with -o FILE.\n'])
  })
})

describe('the page', () => {
  test('asks the same questions whenever it is printed', async () => {
    const [once, again] = [
      await ana.done('report', '--format', 'html'),
      await ana.done('report', '--format', 'html'),
    ]
    expect(once).toContain('<ol class="questions">')
    expect(once.match(/class="lines"/g)).toHaveLength(6)
    expect(again).toBe(once)
  })
})

describe('a template of one’s own', () => {
  async function withOwn(name: string, text: string): Promise<Coach> {
    const owner = await started({ env: { XDG_CONFIG_HOME: ana.folder } })
    mkdirSync(inFolder(ana, 'coach/templates/reports'), { recursive: true })
    writeFileSync(inFolder(ana, `coach/templates/reports/${name}`), text)
    return owner
  }

  test('stands in place of the shipped one', async () => {
    const owner = await withOwn('session.html.liquid', '<p>{{ title }}</p>\n')
    expect(await owner.done('report', '--format', 'html')).toBe(
      '<p>Debrief of session 1 with Ben Reyes</p>\n',
    )
  })

  test('is taken in by the shipped ones', async () => {
    const owner = await withOwn('report.css', 'body { font-style: italic }')
    expect(await owner.done('report', '--format', 'html')).toContain(
      '<style>body { font-style: italic }</style>',
    )
  })

  test('that is wrong is named with the place, and no file is written', async () => {
    const owner = await withOwn('session.html.liquid', '<p>\n  {{ titel }}</p>')
    const path = inFolder(owner, 'debrief.html')
    const { status, err } = await owner.coach('report', '--format', 'html', '-o', path)
    expect([status, err]).toEqual([
      3,
      `coach: The template ${inFolder(ana, 'coach/templates/reports/session.html.liquid')}, line 2, column 6, cannot be used: undefined variable: titel.\n`,
    ])
    expect(readdirSync(owner.folder).sort()).toEqual(['data', 'session.obs'])
  })
})

describe('programs of the system', () => {
  /** A folder with one program in it, which writes down what it was called with. */
  function pathWith(name: string, script: string): string {
    const bin = inFolder(ana, 'bin')
    mkdirSync(bin, { recursive: true })
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(bin, name), 0o755)
    return bin
  }

  test('--open hands the file to the viewer', async () => {
    const seen = inFolder(ana, 'seen')
    const owner = await started({
      env: { PATH: pathWith('xdg-open', `echo "$1" > ${seen}`) },
    })
    const path = inFolder(owner, 'debrief.html')
    await owner.done('report', '--format', 'html', '-o', path, '--open')
    await expect.poll(() => existsSync(seen) && readFileSync(seen, 'utf8')).toBe(`${path}\n`)
  })

  test('--open says so where there is no viewer, and the file is there', async () => {
    const owner = await started({ env: { PATH: inFolder(ana, 'nothing') } })
    const path = inFolder(owner, 'debrief.html')
    const { status, err } = await owner.coach('report', '--format', 'html', '-o', path, '--open')
    expect([status, err]).toEqual([
      3,
      `Wrote ${path}\ncoach: xdg-open is not there to show it; open ${path} yourself.\n`,
    ])
  })

  test('a PDF takes a browser, and what to do without one is said in a sentence or two', async () => {
    const owner = await started({ env: { PATH: inFolder(ana, 'nothing') } })
    const { status, err } = await owner.coach(
      'report',
      '--format',
      'pdf',
      '-o',
      inFolder(owner, 'debrief.pdf'),
    )
    expect([status, err]).toEqual([
      3,
      'coach: For a PDF, install Chromium or Chrome, or name it in CHROME_PATH. The page of --format html prints the same from any browser.\n',
    ])
    expect(readdirSync(owner.folder).sort()).toEqual(['data', 'session.obs'])
  })

  test('a browser that prints nothing is named', async () => {
    const owner = await started({ env: { PATH: pathWith('chromium', 'exit 7') } })
    const { status, err } = await owner.coach(
      'report',
      '--format',
      'pdf',
      '-o',
      inFolder(owner, 'debrief.pdf'),
    )
    expect([status, err]).toEqual([
      3,
      `coach: ${inFolder(ana, 'bin/chromium')} printed nothing (it ended with 7). The page of --format html prints the same from any browser.\n`,
    ])
  })
})

describe('coach report --sessions', () => {
  beforeEach(async () => {
    // Beside the three questions of session 1, one and then five in as many minutes.
    for (const [index, times] of [['0:10'], ['0:10', '0:20', '0:30', '0:40', '0:50']].entries()) {
      const log = ana.file(`${index}.obs`, `# length: 1m\n${times.map((time) => `${time} q\n`).join('')}`)
      await ana.done('observe', '--from', log, '--date', `2026-11-2${index + 1}T09:15`)
    }
  })

  const read = async (...argv: string[]) => JSON.parse(await ana.done('report', '--json', ...argv))

  test('averages each session, or each group of them after pooling it', async () => {
    const single = await read('--sessions', '1-3')
    expect(single.averaged).toMatchObject({
      units: [[1], [2], [3]],
      behaviors: [{ count: { n: 3, mean: 3 } }],
    })
    const grouped = await read('--sessions', '1/2,3')
    expect(grouped.averaged).toMatchObject({
      units: [[1], [2, 3]],
      behaviors: [{ units: 2, count: { n: 2, mean: 4.5 }, rate_per_min: { mean: (3 / 45 + 3) / 2 } }],
    })
    expect(grouped.behaviors).toEqual(single.behaviors)
    expect(await ana.done('report', '--sessions', '1/2-3')).toMatch(
      /every\s+group\s+of\s+sessions\s+weighs\s+the\s+same[\s\S]*averaged over 2 groups of sessions/,
    )
    expect(await ana.done('report', '--sessions', '1-3')).toContain('averaged over 3 sessions')
  })

  test.each([
    ['3,3', 'Session 3 is in 3,3 twice; name each session once.'],
    ['1-2/2', 'Session 2 is in 1-2/2 twice; name each session once.'],
    ['7-9', 'No session lies in 7-9'],
  ])('%s is refused', async (sessions, message) => {
    const { status, err } = await ana.coach('report', '--sessions', sessions)
    expect([status, err]).toEqual([2, expect.stringContaining(message)])
  })

  test('with a session beside it, it is refused', async () => {
    const { status, err } = await ana.coach('report', '3', '--sessions', '1-2')
    expect([status, err]).toEqual([
      2,
      expect.stringContaining('A session is named twice, as 3 and by --sessions'),
    ])
  })
})
