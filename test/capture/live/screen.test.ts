import fc from 'fast-check'
import columnsOf from 'fast-string-width'
import { expect, test } from 'vitest'
import { type Look, screen } from '../../../src/capture/live/screen.ts'
import type { LiveState } from '../../../src/capture/live/state.ts'
import { plainStyle } from '../../../src/domain/text.ts'
import { type Asked, type Live, live } from './support.ts'

const look = (width: number, height: number): Look => ({ width, height, style: plainStyle, unicode: true })
const SIGNS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789']
const many = (count: number): Asked[] =>
  SIGNS.slice(0, count).map((key, at) => ({
    name: `behavior ${at + 1}`,
    key,
    technique: at % 5 === 0 ? 'duration' : 'event',
  }))

/** A session with a little of everything in it, at 12:05. */
function busy(): Live {
  const session = live()
  session.pass(60_000)
  session.press('nq1<escape>v')
  session.press('What did we change?<return>')
  session.pass(4000)
  session.press('t')
  session.pass(65_000)
  session.press('i')
  session.pass(4000)
  return session
}

const shown = (state: LiveState, width: number, height: number): string =>
  screen(state, look(width, height))
    .lines.map((line) => line.trimEnd())
    .join('\n')

test('a screen of 80 by 24', () => {
  const session = busy()
  expect(shown(session.recorder.state(), 80, 24)).toMatchInlineSnapshot(`
    "Ben Reyes                                           observing 2:13 · 42:47 left
    ───────────────────────────────────────────────────────────────────────────────
    n names a pupil                            1
    q asks a question                          1
    t talks                              on 1:09
    w walks                                    0
    l waits                                    0
    i on task                           ? 1 of 1
    v says                                     1
    a happens                                  0
    c states the aim                           0
    ───────────────────────────────────────────────────────────────────────────────
    2:09 i on task scored, 2:00–2:30
    1:04 t talks begins
    1:00 v says · "What did we change?"
    1:00 q asks a question · recall
    1:00 n names a pupil



    interval 2:00–2:30  █████████████░░░░░░░░░░░░░░░░░  0:17 left
    i on task at any time in 1:30–2:00?   + scored   - not scored

    ? help   space pause   Esc end   Enter note   Backspace undo"
  `)
})

test('a screen of 40 by 12', () => {
  const session = busy()
  expect(shown(session.recorder.state(), 40, 12)).toMatchInlineSnapshot(`
    "Ben Reyes   observing 2:13 · 42:47 left
    n names a pupil  1  i on task ? 1 of 1
    q asks a questi… 1  v says           1
    t talks    on 1:09  a happens        0
    w walks          0  c states the aim 0
    l waits          0
    2:09 i on task scored, 2:00–2:30
    interval 2:00–2:30  ███░░░░░  0:17 left
    i on task at any time in 1:30–2:00?
    + scored   - not scored

    ? help   space pause   Esc end"
  `)
  session.press('q')
  expect(shown(session.recorder.state(), 40, 12)).toMatchInlineSnapshot(`
    "Ben Reyes   observing 2:13 · 42:47 left
    n names a pupil  1  i on task ? 1 of 1
    q asks a questi… 1  v says           1
    t talks    on 1:09  a happens        0
    w walks          0  c states the aim 0
    l waits          0
    interval 2:00–2:30  ███░░░░░  0:17 left
    i on task at any time in 1:30–2:00?
    + scored   - not scored
    level of 'asks a question':   1 recall
    2 analysis   Esc without
    ? help   space pause   Esc end"
  `)
})

test('a paused session says so in words', () => {
  const session = busy()
  session.press('<space>')
  session.pass(3000)
  session.press('n')
  expect(shown(session.recorder.state(), 80, 24)).toContain('PAUSED 0:03 ')
  expect(shown(session.recorder.state(), 80, 24)).toContain(
    "Paused, so 'n' recorded nothing; the space bar goes on.",
  )
})

test('past its planned length a session says by how much', () => {
  const session = live(many(1))
  session.pass(45 * 60_000 + 20_000)
  expect(shown(session.recorder.state(), 80, 24).split('\n')[0]).toMatch(/45:20 · 0:20 over$/)
})

test('the two clocks of the header change at the same moment', () => {
  const session = live(many(1))
  session.io.pass(1200)
  session.recorder.tick()
  expect(shown(session.recorder.state(), 80, 24).split('\n')[0]).toMatch(/0:01 · 44:59 left$/)
})

test('what is asked stands above the keys, and moves no behavior', () => {
  const session = busy()
  const before = shown(session.recorder.state(), 80, 24).split('\n').slice(0, 12)
  session.press('c')
  const during = shown(session.recorder.state(), 80, 24).split('\n')
  expect(during.slice(1, 12)).toEqual(before.slice(1))
  expect(during.at(-2)).toBe("'states the aim':   + seen   - not seen   = no opportunity   Esc leave it out")
  session.press('-<escape>')
  expect(shown(session.recorder.state(), 80, 24)).toContain('End this session?   Enter ends it   Esc goes on')
})

test('typed words follow the last line, with the cursor among them', () => {
  const session = live()
  session.pass(5000)
  session.press('vWas tun 你好<left>')
  const { lines, typed } = screen(session.recorder.state(), look(80, 24))
  expect(lines.at(-1)).toBe('0:05 v> ')
  expect(typed).toEqual({ from: 8, shown: 'Was tun 你好', cursor: 18 })
})

test('of a line longer than the screen the part around the cursor is shown', () => {
  const session = live()
  session.press(`<return>${'abcdefghij'.repeat(20)}`)
  const atEnd = screen(session.recorder.state(), look(40, 12))
  expect(atEnd.typed).toEqual({ from: 11, shown: 'defghijabcdefghijabcdefghij', cursor: 38 })
  session.press('<home>')
  expect(screen(session.recorder.state(), look(40, 12)).typed).toEqual({
    from: 11,
    shown: 'abcdefghijabcdefghijabcdefgh',
    cursor: 11,
  })
})

test('fifty behaviors stand in columns on 80 by 24, each with its key', () => {
  const session = live(many(50))
  session.press('bbb')
  const text = shown(session.recorder.state(), 80, 24)
  for (const [at, key] of SIGNS.slice(0, 50).entries()) expect(text).toContain(`${key} behavior ${at + 1}`)
  expect(text).toMatch(/b behavior 2 +3/)
})

test('where fifty behaviors do not fit, they are shown in parts, and what runs elsewhere is named', () => {
  const session = live(many(50))
  session.press('a<pagedown>')
  const text = shown(session.recorder.state(), 40, 12)
  expect(text).toContain('15–28 of 50 · also on: a · Down: more')
  expect(text).toContain('o behavior 15')
  session.press('<pagedown><pagedown>')
  expect(shown(session.recorder.state(), 40, 12)).toContain('43–50 of 50')
  session.press('<pagedown>')
  expect(shown(session.recorder.state(), 40, 12)).toContain('1–14 of 50')
  session.press('<up>')
  expect(shown(session.recorder.state(), 40, 12)).toContain('43–50 of 50')
})

test('without block characters the screen is ASCII', () => {
  const session = busy()
  const { lines } = screen(session.recorder.state(), { ...look(60, 20), unicode: false })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is asked
  expect(lines.join('\n')).toMatch(/^[\u0000-\u007f]*$/)
  expect(lines.join('\n')).toContain('#')
})

test('a bounce is named where it is recorded', () => {
  const session = live()
  session.press('t')
  session.pass(200)
  session.press('t')
  const text = shown(session.recorder.state(), 80, 24)
  expect(text).toContain('0:00 t talks ends after 0.2 s · perhaps a bounce')
  expect(text).toContain('Perhaps a bounce: Tab takes the end back.')
})

test('words that would steer a terminal are shown, not carried out', () => {
  const session = live([{ name: 'says\u001b[2J', key: 'v', technique: 'verbatim' }])
  session.press('v')
  session.recorder.paste('\u001b]0;x\u0007')
  expect(screen(session.recorder.state(), look(80, 24)).typed?.shown).toBe('\\x1b]0;x\\x07')
  session.press('<return>')
  expect(screen(session.recorder.state(), look(80, 24)).lines.join('')).not.toContain('\u001b')
})

test('no line is wider than the screen and there are as many as it has, at any size', () => {
  const session = busy()
  const states: LiveState[] = [session.recorder.state()]
  for (const keys of [
    'q',
    '<escape>',
    '<escape>c',
    '<escape>v',
    'Wörter 你好 👩‍🏫',
    '<return>?',
    '<escape><escape>',
  ]) {
    session.press(keys)
    states.push(session.recorder.state())
  }
  const crowded = live(many(50))
  crowded.press('a<space>b')
  states.push(crowded.recorder.state())
  fc.assert(
    fc.property(
      fc.constantFrom(...states),
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 2, max: 60 }),
      (state, width, height) => {
        const { lines, typed } = screen(state, look(width, height))
        expect(lines.length).toBe(height)
        for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(Math.max(1, width - 1))
        if (typed !== null) {
          expect(typed.from + columnsOf(typed.shown)).toBeLessThanOrEqual(Math.max(2, width))
          expect(typed.cursor).toBeLessThan(Math.max(2, width))
        }
      },
    ),
    { numRuns: 2000 },
  )
})
