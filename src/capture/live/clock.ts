import type { Io } from '../../terminal/io.ts'

/** A moment that comes this much later than the last one known was not waited for: the machine slept or was stopped. */
export const LATE_MS = 5000

/**
 * Positions in a session by the clock that never jumps, from `startMs` on. That clock may stand still while a machine
 * sleeps, so where the time of day has gone on more than `LATE_MS` further, it is followed instead.
 */
export function positionClock(io: Io, startMs: number): () => number {
  let position = startMs
  let steady = io.monotonic()
  let wall = io.now().getTime()
  return () => {
    const [steadyNow, wallNow] = [io.monotonic(), io.now().getTime()]
    const [bySteady, byWall] = [steadyNow - steady, wallNow - wall]
    position += byWall - bySteady > LATE_MS ? byWall : bySteady
    steady = steadyNow
    wall = wallNow
    return Math.round(position)
  }
}
