import type { Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Gap, SessionRecord } from '../../src/domain/model.ts'
import { openDatabase } from '../../src/store/database.ts'
import { recordsOf } from '../../src/store/records.ts'
import { gapsOf, sessionByNumber } from '../../src/store/sessions.ts'
import { ASKED } from '../capture/live/support.ts'
import { asking, openInShell, openTerminal, prepared, type Terminal } from './terminal.ts'

let store: ReturnType<typeof prepared>
let terminal: Terminal

beforeEach(() => {
  store = prepared(asking(ASKED))
})
afterEach(() => {
  try {
    terminal.pty.kill('SIGKILL')
  } catch {
    // It has ended by itself, as it should.
  }
  store.remove()
})

/** What the store holds of the first session. */
function stored(): { records: SessionRecord[]; gaps: Gap[]; state: string | undefined } {
  const db = openDatabase(store.path)
  try {
    return { records: recordsOf(db, 1), gaps: gapsOf(db, 1), state: sessionByNumber(db, 1)?.state }
  } finally {
    db.close()
  }
}

const words = (): (string | null)[] => stored().records.map((record) => record.words)
const FIRST = 'n names a pupil'

describe.each([
  { columns: 80, rows: 24 },
  { columns: 40, rows: 12 },
])('on $columns by $rows', (size) => {
  const open = (args: readonly string[] = ['observe', '--length', '45m']): Terminal => {
    terminal = openTerminal(args, { database: store.path, ...size })
    return terminal
  }

  test('a session from the first key to its end', async () => {
    const { type, until, ended } = open()
    const first = await until(FIRST)
    expect(first).toContain('observing 0:0')
    expect(first).toMatch(/44:5\d left|45:00 left/)
    type('nnn')
    await until(/n names a pupil +3/)
    type('t')
    await until(/t talks +on 0:00/)
    type('q')
    await until("level of 'asks a question':")
    type('2')
    type('1')
    await until(/q asks a quest.* 1/)
    type('v')
    await until('v>')
    type('Was tun? 你好')
    await until('v> Was tun? 你好')
    const { active } = terminal.emulator.buffer
    expect(active.cursorX).toBe('0:00 v> Was tun? '.length + 4)
    expect(active.cursorY).toBe(size.rows - 1)
    type('\u001b[D')
    await expect.poll(() => active.cursorX).toBe('0:00 v> Was tun? '.length + 2)
    type('\r')
    await until('"Was tun? 你好"')
    type('\u007f')
    await until(/v says +0/)
    type('n')
    await until(/n names a pupil +4/)
    type('\u001a')
    await until(/n names a pupil +3/)
    type(' ')
    await until('PAUSED')
    type(' ')
    await until('observing')
    type('\u001b')
    await until('End this session?')
    type('\r')
    expect(await ended).toBe(0)
    const { records, gaps, state } = stored()
    expect(records.map(({ mark, flag }) => flag ?? mark)).toEqual([
      'point',
      'point',
      'point',
      'start',
      'point',
      'ended',
    ])
    expect(gaps).toMatchObject([{ reason: 'pause' }])
    expect(state).toBe('ended')
    expect(await until('Session 1 has ended')).not.toContain(FIRST)
  })

  test('no line is ever wrapped or scrolled away, whatever is asked', async () => {
    const { type, until, lines } = open()
    await until(FIRST)
    for (const [keys, shown] of [
      ['q', 'level of'],
      ['\u001b\u001b', /q asks a quest.* 1/],
      ['c', 'no opportunity'],
      ['?', 'Ctrl-C leave'],
      ['?v', 'v>'],
      ['word '.repeat(40), 'word word'],
    ] as const) {
      type(keys)
      await until(shown)
      await expect.poll(() => lines()[0]).toContain('observing')
    }
  })

  test('the screen is drawn anew at another size', async () => {
    const { type, until, resize, lines } = open()
    await until(FIRST)
    type('n')
    await until(/n names a pupil +1/)
    resize(60, 16)
    await expect.poll(() => lines()[0]?.length).toBe(59)
    expect(lines()).toHaveLength(16)
    expect(lines().at(-1)).toContain('? help')
    expect(lines().filter((line) => line.includes('names a pupil'))).toHaveLength(2)
    resize(30, 8)
    await expect.poll(() => lines()[0]?.length).toBeLessThan(30)
    resize(size.columns, size.rows)
    await expect.poll(() => lines()[0]?.length).toBe(size.columns - 1)
    type('n')
    await until(/n names a pupil +2/)
    await expect.poll(() => lines()[0]).toContain('observing')
    await expect.poll(() => lines().at(-1)).toContain('? help')
  })

  test('Ctrl-C leaves: typed words are stored, the terminal is as before, and the session can go on', async () => {
    terminal = openInShell(['observe'], { database: store.path, ...size })
    await terminal.until(FIRST)
    terminal.type('tv')
    await terminal.until('v>')
    terminal.type('half a sentence')
    await terminal.until('half a sentence')
    terminal.type('\u0003')
    await terminal.until('is still running')
    expect(await terminal.until('coach observe')).not.toContain(FIRST)
    await terminal.ended
    // As a shell needs it: lines edited by the terminal, keys echoed.
    expect(terminal.written()).toMatch(/[ ;]icanon/)
    expect(terminal.written()).toMatch(/[ ;]echo /)
    const { buffer, modes } = terminal.emulator
    expect(buffer.active.type).toBe('normal')
    expect(modes.bracketedPasteMode).toBe(false)
    expect(modes.wraparoundMode).toBe(true)
    expect(terminal.written().lastIndexOf('\u001b[?25h')).toBeGreaterThan(
      terminal.written().lastIndexOf('\u001b[?25l'),
    )
    expect(words()).toEqual([null, 'half a sentence'])
    expect(stored().state).toBe('running')

    const again = open(['observe'])
    await again.until('Go on')
    again.type('\r')
    await again.until('t talks ends after')
    again.type('n')
    await again.until(/n names a pupil +1/)
    expect(stored().gaps).toMatchObject([{ reason: 'interruption' }])
    expect(stored().records).toMatchObject([
      { mark: 'start' },
      { words: 'half a sentence' },
      { mark: 'stop', flag: 'recovered' },
      { mark: 'point' },
    ])
  })
})

describe('when it is stopped from outside', () => {
  const open = (): Terminal => {
    terminal = openTerminal(['observe'], { database: store.path, columns: 80, rows: 24 })
    return terminal
  }

  test.each(['SIGHUP', 'SIGTERM', 'SIGINT'])(
    '%s: typed words are stored and the session stays running',
    async (signal) => {
      const { type, until, ended, pty } = open()
      await until(FIRST)
      type('n\rsome words')
      await until('some words')
      pty.kill(signal)
      await ended
      expect(words()).toEqual([null, 'some words'])
      expect(stored().state).toBe('running')
    },
  )

  test('a terminal that is closed: typed words are stored and the program ends', async () => {
    const { type, until, pty, ended } = open()
    await until(FIRST)
    type('n\rsome words')
    await until('some words')
    // The other end of the terminal goes away, as when a terminal window is closed.
    ;(pty as unknown as { readonly _socket: Socket })._socket.destroy()
    await ended
    expect(words()).toEqual([null, 'some words'])
    expect(stored().state).toBe('running')
  })

  test('a machine that sleeps: the time is a gap, and the screen is drawn anew', async () => {
    const { type, until, pty } = open()
    await until(FIRST)
    type('t')
    await until(/t talks +on 0:0/)
    pty.kill('SIGSTOP')
    await new Promise((resolve) => setTimeout(resolve, 6000))
    // A shell may have written anywhere on the screen meanwhile.
    terminal.emulator.write(`\u001b[18;1H${'junk'.repeat(19)}\u001b[3;1H`)
    pty.kill('SIGCONT')
    expect(await until('that time is kept as a gap')).not.toContain('junk')
    // The screen is cleared and drawn again as the process goes on, and as the gap is found.
    await expect.poll(() => terminal.lines()[0]).toContain('observing')
    expect(stored().gaps).toMatchObject([{ reason: 'sleep' }])
    expect(stored().records).toMatchObject([{ mark: 'start' }, { mark: 'stop', flag: 'recovered' }])
  })
})

test('a record that cannot be stored is not shown: the session is left, and the coach is told why', async () => {
  const db = openDatabase(store.path)
  db.exec("CREATE TRIGGER full BEFORE INSERT ON record BEGIN SELECT RAISE(ABORT, 'no room'); END")
  db.close()
  terminal = openTerminal(['observe'], { database: store.path, columns: 80, rows: 24 })
  await terminal.until(FIRST)
  terminal.type('n')
  expect(await terminal.until('no room')).not.toContain(FIRST)
  expect(await terminal.ended).not.toBe(0)
  expect(terminal.emulator.buffer.active.type).toBe('normal')
  expect(stored()).toMatchObject({ records: [], state: 'running' })
})

test('pasted lines go into the open line as one, and are no key presses anywhere else', async () => {
  terminal = openTerminal(['observe'], { database: store.path, columns: 80, rows: 24 })
  await terminal.until(FIRST)
  terminal.type('\u001b[200~nnn\rttt\u001b[201~')
  await terminal.until('Pasted words were left out')
  terminal.type('\r')
  await terminal.until('note>')
  terminal.type(`\u001b[200~one\rtwo ${'x'.repeat(5000)}\u001b[201~`)
  await terminal.until('xxxx')
  terminal.type('\r')
  await terminal.until('note · "one two xxx')
  expect(words()).toEqual([`one two ${'x'.repeat(5000)}`])
})

test('what coach log adds from elsewhere appears', async () => {
  terminal = openTerminal(['observe'], { database: store.path, columns: 80, rows: 24 })
  await terminal.until(FIRST)
  const other = openTerminal(['log', 'n', '--note', 'from elsewhere'], {
    database: store.path,
    columns: 80,
    rows: 24,
  })
  expect(await other.ended).toBe(0)
  await terminal.until('"from elsewhere"')
  expect(await terminal.until(/n names a pupil +1/)).toContain('observing')
})
