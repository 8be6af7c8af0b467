import type { ReadStream } from 'node:tty'
import type { Session } from '../domain/model.ts'
import { plainStyle, type Style } from '../domain/text.ts'
import type { Database } from '../store/database.ts'
import { storeErrorFor } from '../store/errors.ts'
import { type Io, mayUnicode } from '../terminal/io.ts'
import { livePrompt } from './live/prompt.ts'
import { openRecorder } from './live/recorder.ts'
import { screen } from './live/screen.ts'

export interface LiveOptions {
  /** Whether to ring when an interval ends. */
  readonly bell?: boolean
  readonly style?: Style
  /** What may be said about words once they are stored, or null; called when no key waits. */
  readonly hint?: (words: string) => string | null
}

/**
 * The screen beside the one that was there before, which comes back; no wrapping, since terminals differ in how wide they
 * take some scripts to be; pasted text marked as such.
 */
const ENTER = '\u001b[?1049h\u001b[H\u001b[?7l\u001b[?2004h'
const LEAVE = '\u001b[?2004l\u001b[?7h\u001b[?1049l'

/**
 * Records a running session, new or resumed, from the keys pressed at the terminal, until the coach ends it or leaves it
 * or the terminal goes away. Each record is on the disk before it shows; a session that was left stays running.
 * @returns whether the session has ended, and how many records stand in it
 * @throws StoreError when a record can't be stored; the session stays running
 */
export async function observeLive(
  db: Database,
  io: Io,
  session: Session,
  { bell = false, style = plainStyle, hint }: LiveOptions = {},
): Promise<{ ended: boolean; records: number }> {
  const { stream } = io.stdout
  const write = (codes: string): void => void stream.write(codes)
  const unicode = mayUnicode(io)
  const leaving = new AbortController()
  const failures: unknown[] = []
  const redraws = new Set<() => void>()
  const redraw = (): void => {
    for (const draw of redraws) draw()
  }

  const recorder = openRecorder(db, io, session, {
    bell: () => bell && write('\u0007'),
    refresh: redraw,
    noted(words) {
      if (hint === undefined) return
      setTimeout(() => {
        const said = hint(words)
        if (said !== null) recorder.say(said)
      }, 0)
    },
  })
  const leave = (): void => {
    if (leaving.signal.aborted) return
    try {
      recorder.leave()
    } catch (error) {
      failures.push(error)
    }
    leaving.abort()
  }
  const stopListening = io.onHangUp(leave)
  const stopContinuing = io.onContinue(() => {
    takeKeysOneByOne(io.stdin as ReadStream)
    write(ENTER)
    redraw()
  })
  const restoreRawMode = forgiveRawMode(io.stdin as ReadStream)
  io.stdin.on('end', leave).on('error', leave)
  // Before those who take an error for the end of the program; and for good, since a terminal may go after the session.
  stream.prependListener('error', leave)
  stream.on('resize', redraw)
  write(ENTER)
  try {
    await livePrompt(
      {
        recorder,
        frame: () =>
          screen(recorder.state(), { width: io.stdout.columns, height: io.stdout.rows, style, unicode }),
        write,
        onRedraw(draw) {
          redraws.add(draw)
          return () => redraws.delete(draw)
        },
        failed(error) {
          failures.push(error)
          leave()
        },
        closed: leave,
      },
      { input: io.stdin, output: stream, signal: leaving.signal, clearPromptOnDone: true },
    )
  } catch (error) {
    // Ctrl-C leaves as well; any other error was not meant, unless it came of leaving.
    const isCtrlC = error instanceof Error && error.name === 'ExitPromptError'
    if (!isCtrlC && !leaving.signal.aborted) throw error
    leave()
  } finally {
    stopListening()
    stopContinuing()
    restoreRawMode()
    io.stdin.removeListener('end', leave).removeListener('error', leave)
    stream.removeListener('resize', redraw)
    write(LEAVE)
  }
  const [failure] = failures
  if (failure !== undefined) throw storeErrorFor(failure, db.name)
  const { ended, trail } = recorder.state()
  return { ended, records: trail?.count ?? 0 }
}

/** A shell that had the terminal meanwhile reads it line by line; Node believes it unchanged, and so has to be told twice. */
function takeKeysOneByOne(stdin: ReadStream): void {
  stdin.setRawMode(false)
  stdin.setRawMode(true)
}

/** Lets readline set back a terminal that has gone, which is no error: by then everything is stored. Returns how to stop. */
function forgiveRawMode(stdin: ReadStream): () => void {
  const { setRawMode } = stdin
  stdin.setRawMode = (mode) => {
    try {
      return setRawMode.call(stdin, mode)
    } catch {
      return stdin
    }
  }
  return () => {
    stdin.setRawMode = setRawMode
  }
}
