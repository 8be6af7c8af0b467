import { LOG_WORDS } from '../domain/behavior.ts'
import { InputError } from '../domain/errors.ts'
import type { Behavior, Technique } from '../domain/model.ts'
import type { Recorded } from '../measures/strands.ts'
import { lookUp, readEntries } from './entries.ts'
import { type LogLine, parseLog, refuse, type Sign } from './log.ts'

/** What a file says was observed, without a session in the database that it belongs to. */
export interface Unstored {
  readonly recorded: Recorded
  /** Who observed, where the file says it. */
  readonly observer: string | null
  /** Whether it says how long the session lasted; else that is the last time in it. */
  readonly lengthIsSaid: boolean
}

/**
 * Reads an observation log without storing it. A code that is none of the known behaviors stands for itself, and how it
 * was recorded is read off its signs: `t+` and `t-` are a duration, `i1` and `i0` intervals, a code alone is a moment.
 *
 * @param source what errors call the file
 * @throws InputError that lists every line that can't be read
 */
export function readUnstored(text: string, source: string, known: readonly Behavior[]): Unstored {
  const { header, lines, problems: unreadable } = parseLog(text)
  const problems = [...unreadable]
  const intervalMs = header.intervalMs ?? null
  const watched = known.map((behavior) => ({ ...behavior, intervalMs: intervalMs ?? behavior.intervalMs }))
  const codes = new Map<string, StandIn>()
  const readable = lines.map((line) => (isKnown(line, watched) ? line : asCode(line, codes)))
  const behaviors = [
    ...watched,
    ...[...codes].map(([code, standIn], index) => behaviorOf(code, standIn, index, intervalMs, source)),
  ]
  const entries = readEntries(readable, behaviors, header.lengthMs ?? null, problems)
  refuse(problems, source)
  return {
    recorded: {
      session: { number: 0, lengthMs: entries.lengthMs },
      behaviors,
      records: entries.drafts.map((draft, index) => ({ ...draft, number: index + 1 })),
      gaps: entries.gaps,
    },
    observer: header.observer ?? null,
    lengthIsSaid: header.lengthMs !== undefined || lines.some(({ key }) => key === 'end'),
  }
}

const isKnown = ({ key, sign }: LogLine, known: readonly Behavior[]): boolean =>
  LOG_WORDS.some((word) => word === key) ||
  lookUp(key, known) !== undefined ||
  (sign !== null && lookUp(key.slice(0, -1), known) !== undefined)

/** What is gathered of a code that no known behavior has. */
interface StandIn {
  readonly technique: Technique
  readonly values: Set<string>
}

/**
 * The line with its modifiers as one value, since nobody declared which belong together; without any where they could tell
 * nothing apart, as only a duration's onset and offset are paired by them.
 */
function asCode(line: LogLine, codes: Map<string, StandIn>): LogLine {
  const code = line.sign === null ? line.key : line.key.slice(0, -1)
  const standIn = codes.get(code) ?? { technique: techniqueBy(line.sign), values: new Set() }
  codes.set(code, standIn)
  if (line.modifiers.length === 0) return line
  if (standIn.technique !== 'duration') return { ...line, modifiers: [] }
  const value = line.modifiers.join(' ')
  standIn.values.add(value)
  return { ...line, modifiers: [value] }
}

function techniqueBy(sign: Sign | null): Technique {
  switch (sign) {
    case '+':
    case '-':
      return 'duration'
    case '0':
    case '1':
      return 'partial-interval'
    case '?':
      return 'checklist'
    case null:
      return 'event'
  }
}

function behaviorOf(
  code: string,
  { technique, values }: StandIn,
  index: number,
  intervalMs: number | null,
  source: string,
): Behavior {
  if (technique === 'partial-interval' && intervalMs === null) {
    throw new InputError(
      `${source} scores intervals of '${code}' and does not say how long they are; put # interval: 30s on its first line.`,
    )
  }
  return {
    // Below those of the store, which are above 0.
    id: -1 - index,
    behaviorId: -1 - index,
    uuid: '',
    version: 1,
    name: code,
    technique,
    key: code,
    request: '',
    definition: '',
    examples: [],
    nonExamples: [],
    modifiers: values.size === 0 ? [] : [{ name: '', values: [...values] }],
    intervalMs: technique === 'partial-interval' ? intervalMs : null,
  }
}
