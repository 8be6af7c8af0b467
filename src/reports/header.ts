import type { Reader } from '../domain/audience.ts'
import { formatClock, formatLength, formatList, plural } from '../domain/format.ts'
import type { Gap, GapReason, Observation, Session } from '../domain/model.ts'
import { visibleLine } from '../domain/text.ts'
import type { SessionSummary, SeveralSessions } from '../measures/types.ts'
import type { ReportData } from './data.ts'
import { formatTotal } from './phrases.ts'
import type { Fact } from './report.ts'

/** Who observed whom, when, where and for how long. */

export function titleOf(observations: readonly Observation[]): string {
  const numbers = observations.map(({ session }) => session.number)
  const proteges = namesOf(observations, ({ agreement }) => agreement.protege.name)
  return `Debrief of ${numbers.length === 1 ? 'session' : 'sessions'} ${numberList(numbers)} with ${proteges}`
}

/** `3`, `3 and 4`, `3 to 7`, `3, 5 and 6`. */
function numberList(numbers: readonly number[]): string {
  const [first = 0, last = 0] = [numbers[0], numbers.at(-1)]
  const unbroken = numbers.length > 2 && last - first === numbers.length - 1
  return unbroken ? `${first} to ${last}` : formatList(numbers.map(String))
}

const namesOf = (observations: readonly Observation[], nameOf: (session: Session) => string): string =>
  formatList([...new Set(observations.map(({ session }) => visibleLine(nameOf(session))))])

export function headerFacts({ audience, observations, summary, averaged }: ReportData): Fact[] {
  const people = [{ label: 'For', text: READER_WORDS[audience] }, ...peopleFacts(observations)]
  if (averaged === null) return [...people, ...observations.flatMap((one) => sessionFacts(one, summary))]
  return [
    ...people,
    ...observations.map(({ session }) => ({
      label: `Session ${session.number}`,
      text: [when(session), ...where(session)].join(', '),
    })),
    { label: 'Time', text: `${formatTotal(summary.observedMs)} observed in all` },
    {
      label: 'Pooled',
      text: 'the figures of each behavior take all records and all observed time as one, so that a longer session weighs more; none spans two sessions',
    },
    { label: 'Averaged', text: averagedWords(averaged.units) },
  ]
}

function averagedWords(units: SeveralSessions['averaged']['units']): string {
  const grouped = units.some(({ length }) => length > 1)
  const groups = grouped
    ? ` (${units.map((numbers) => numberList(numbers)).join('; ')}; those of one are pooled first)`
    : ''
  const each = grouped ? 'group of sessions' : 'session'
  return `the tables that say so take the figures of each ${each}${groups}, and every ${each} weighs the same; what was watched in one ${each} only is not in them`
}

/** Who may read it, and what they need to know about what they read. */
export const READER_WORDS: Readonly<Record<Reader, string>> = {
  self: 'self: the one who was observed and their coach, nobody else',
  research:
    'research: under pseudonyms, and without words that were not released; dates lie within 180 days of the real ones, and times of day are those on the spot',
}

function peopleFacts(observations: readonly Observation[]): Fact[] {
  const coach = namesOf(observations, ({ agreement }) => agreement.coach.name)
  const observer = namesOf(observations, (session) => session.observer.name)
  if (coach === observer) return [{ label: 'Coach', text: `${coach}, who observed` }]
  return [
    { label: 'Coach', text: coach },
    { label: 'Observer', text: observer },
  ]
}

function sessionFacts({ session, gaps }: Observation, { observedMs }: SessionSummary): Fact[] {
  const { plannedMs } = session
  const planned = plannedMs === null ? '' : `, ${formatLength(plannedMs)} planned`
  const facts = [
    { label: 'When', text: when(session) },
    ...where(session).map((text) => ({ label: 'Where', text })),
    { label: 'Time', text: `${formatTotal(observedMs)} observed${planned}` },
  ]
  if (gaps.length > 0) {
    facts.push({
      label: 'Not observed',
      text: `${plural(gaps.length, 'gap')}: ${formatList(gaps.slice(0, MOST_GAPS).map(gapWords))}${
        gaps.length > MOST_GAPS ? `, and ${plural(gaps.length - MOST_GAPS, 'more', 'more')}` : ''
      }`,
    })
  }
  if (session.state === 'running') {
    facts.push({ label: 'So far', text: 'the session is still running; this is what it holds up to now' })
  }
  return facts
}

const MOST_GAPS = 10

const GAP_WORDS: Readonly<Record<GapReason, string>> = {
  pause: 'paused',
  sleep: 'the computer slept',
  interruption: 'interrupted',
}

function gapWords({ fromMs, toMs, reason }: Gap): string {
  const until = toMs === null ? 'the end' : formatClock(toMs)
  return `from ${formatClock(fromMs)} to ${until} (${GAP_WORDS[reason]})`
}

const where = ({ place }: Session): string[] => (place === null ? [] : [visibleLine(place)])

/** `Friday 20 November 2026, 10:15 to 11:00 (Europe/Madrid)`: as clocks showed it where the session was. */
function when({ startedAt, timeZone, lengthMs }: Session): string {
  const date = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
  const start = new Date(startedAt)
  const end = new Date(start.getTime() + lengthMs)
  const day = date.format(start).replace(',', '')
  return `${day}, ${time.format(start)} to ${time.format(end)} (${timeZone})`
}
