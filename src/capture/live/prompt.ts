import { createPrompt, useEffect, useKeypress, useState } from '@inquirer/core'
import { type KeyPress, keysOf } from './keys.ts'
import type { Recorder } from './recorder.ts'
import type { Frame } from './screen.ts'

/** How often the clock on the screen, the intervals and what other processes wrote are looked at. */
const TICK_MS = 200

export interface LiveConfig {
  readonly recorder: Recorder
  /** What is to be seen now. */
  frame(): Frame
  /** Writes to the terminal as it is. */
  write(codes: string): void
  /** Calls `draw` when the terminal has another size or was written over; returns how to stop. */
  onRedraw(draw: () => void): () => void
  /** Called with what went wrong in a recorder's function; the session is left. */
  failed(error: unknown): void
  /** The terminal has no more keys to give. */
  closed(): void
}

const CLEAR = '\u001b[2J\u001b[H'
const SHOW_CURSOR = '\u001b[?25h'
const HIDE_CURSOR = '\u001b[?25l'
const cursorTo = (column: number): string => `\u001b[${column + 1}G`

/**
 * The live screen as a prompt that ends when the session has ended. Readline only tells the keys apart: its own line
 * is kept empty, since the line being typed is part of the session's state.
 */
export const livePrompt = createPrompt<void, LiveConfig>((config, done) => {
  const { recorder } = config
  const [frame, setFrame] = useState<Frame>(config.frame)
  const [paste] = useState<{ text: string | null }>({ text: null })

  /** Does something to the recorder and shows what came of it. */
  const act = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      config.failed(error)
      return
    }
    if (recorder.state().ended) {
      done()
      return
    }
    const next = config.frame()
    setFrame((shown) => (isSame(shown, next) ? shown : next))
  }

  useEffect((readline) => {
    const timer = setInterval(() => act(recorder.tick), TICK_MS)
    const stopRedraw = config.onRedraw(() => {
      config.write(CLEAR)
      setFrame({ ...config.frame() })
    })
    // A listener of our own keeps readline from stopping the whole process: Ctrl-Z takes the last record back.
    readline.on('SIGTSTP', ignore)
    readline.on('close', config.closed)
    return () => {
      clearInterval(timer)
      stopRedraw()
      readline.removeListener('close', config.closed)
    }
  }, [])

  useKeypress((event, readline) => {
    if (readline.line !== '') readline.clearLine(0)
    const press = event as KeyPress
    if (press.name === 'paste-start') paste.text = ''
    else if (press.name === 'paste-end') {
      const text = paste.text ?? ''
      paste.text = null
      act(() => recorder.paste(text))
    } else if (paste.text !== null) paste.text += press.sequence ?? ''
    else for (const key of keysOf(press)) act(() => recorder.press(key))
  })

  // The words being typed are written after the prompt has drawn all else: it takes a line's length for its width, which
  // is not so in every script.
  useEffect(() => {
    if (frame.typed === null) return
    const { from, shown, cursor } = frame.typed
    config.write(cursorTo(from) + shown + cursorTo(cursor))
  }, [frame])

  return frame.lines.join('\n') + (frame.typed === null ? HIDE_CURSOR : SHOW_CURSOR)
})

const ignore = (): void => {}

const isSame = (one: Frame, other: Frame): boolean =>
  one.typed?.shown === other.typed?.shown &&
  one.typed?.cursor === other.typed?.cursor &&
  one.lines.length === other.lines.length &&
  one.lines.every((line, at) => line === other.lines[at])
