import { formatLength, formatNumber, plural } from '../domain/format.ts'
import { type Behavior, isIntervalTechnique, type Technique } from '../domain/model.ts'
import { visibleLine } from '../domain/text.ts'
import type { BehaviorSummary, Distribution, Figure, IntervalSummary, Measures } from '../measures/types.ts'

/** How figures are said: each with its method and its denominator, rounded for reading. */

/** How a technique is recorded, in words, with its name as the field has it. */
export function techniqueWords({ technique, intervalMs }: Behavior): string {
  const each = intervalMs === null ? 'each interval' : `each interval of ${formatLength(intervalMs)}`
  const words: Readonly<Record<Technique, string>> = {
    event: 'each time it happened was counted',
    duration: 'each start and each end was timed',
    latency: 'the time from each cue to its response was taken',
    'partial-interval': `${each} was scored if it happened at any time in it`,
    'whole-interval': `${each} was scored if it went on all through it`,
    momentary: `${each} was scored if it was going on as the interval ended`,
    verbatim: 'the words were written down as they were said',
    anecdotal: 'what was seen and heard was written down as it happened',
    checklist: 'each line was marked as seen, not seen, or without an opportunity',
  }
  return `${words[technique]} (${technique})`
}

/** The first thing to say of a set of records: how many, out of how much. */
export function headline(technique: Technique, measures: Measures): string {
  if (isIntervalTechnique(technique) && measures.intervals !== undefined) return scored(measures.intervals)
  if (measures.durations !== undefined && measures.durations.totalMs.value !== null) return bouts(measures)
  const what: Partial<Record<Technique, string>> = { verbatim: 'quote', anecdotal: 'note', latency: 'cue' }
  const unit = what[technique]
  return counted(unit === undefined ? formatNumber(measures.count) : plural(measures.count, unit), measures)
}

/** All that there is to say in figures about a behavior, each line a sentence's worth without its full stop. */
export function figureLines(summary: BehaviorSummary): string[] {
  const { technique, durations, latencies, intervals, interResponseMs, ratePerMin, count } = summary
  // A checklist's lines say it all.
  if (technique === 'checklist') return []
  const lines = [headline(technique, summary)]
  if (durations !== undefined) {
    const { bouts: n, meanMs: mean, medianMs: median, sdMs: sd, minMs: min, maxMs: max } = durations
    if (durations.totalMs.value !== null && count > 0) lines.push(`How often: ${rate(ratePerMin)}`)
    lines.push(`How long each lasted: ${described({ n, mean, median, sd, min, max })}`)
  }
  if (latencies !== undefined) {
    const { answered: n, meanMs: mean, medianMs: median, sdMs: sd, minMs: min, maxMs: max } = latencies
    lines.push(...responses(latencies))
    lines.push(`From cue to response: ${described({ n, mean, median, sd, min, max })}`)
    if (latencies.bins.length > 1) lines.push(`How many took how long: ${bins(latencies.bins)}`)
  }
  if (interResponseMs !== undefined && technique !== 'anecdotal') {
    const between = durations === undefined ? 'From one to the next' : 'From one end to the next start'
    lines.push(`${between}: ${described(interResponseMs)}`)
  }
  if (intervals !== undefined) {
    if (intervals.source === 'derived') lines.push(`Intervals derived from the times: ${scored(intervals)}`)
    if (intervals.observed > 0) lines.push(intervals.bias)
  }
  return lines
}

/** What a reader must know about how the figures came to be. */
export function remarks({ technique, ...measures }: BehaviorSummary): string[] {
  const { untimed, outside, unpaired, flags, durations } = measures
  const lines: string[] = []
  const say = (count: number, one: string, many: string): void => {
    if (count > 0) lines.push(`${formatNumber(count)} ${count === 1 ? one : many}`)
  }
  say(
    untimed,
    'was counted without a time; figures of time are without it',
    'were counted without times; figures of time are without them',
  )
  say(
    durations?.splits ?? 0,
    'of these is there because a gap split another',
    'of these are there because gaps split others',
  )
  if (durations?.totalMs.value != null && durations.occupiedMs.value != null) {
    if (durations.totalMs.value > durations.occupiedMs.value) {
      const occupied = formatTotal(durations.occupiedMs.value)
      lines.push(
        `Some ran at the same time: at least one was going on for ${occupied}, which the percentage is of`,
      )
    }
  }
  if (isIntervalTechnique(technique)) {
    say(
      outside,
      'mark is of an interval that does not count as observed, and is not in the figures',
      'marks are of intervals that do not count as observed, and are not in the figures',
    )
  } else if (durations !== undefined) {
    say(
      outside,
      'was recorded where nobody was observing, and is not in the figures',
      'were recorded where nobody was observing, and are not in the figures',
    )
  } else {
    say(
      outside,
      'was recorded where nobody was observing, and is counted all the same',
      'were recorded where nobody was observing, and are counted all the same',
    )
  }
  say(
    unpaired,
    'record fits no figure, such as an end without its start',
    'records fit no figure, such as an end without its start',
  )
  say(
    flags.bounce,
    'press within 400 ms of its onset may be a bounce',
    'presses within 400 ms of their onset may be bounces',
  )
  say(
    flags.recovered,
    'end was set to the last moment known, since nobody saw the real one',
    'ends were set to the last moment known, since nobody saw the real ones',
  )
  say(flags.ended, 'was still going on when the session ended', 'were still going on when the session ended')
  return lines
}

/** `mean 5 s, median 4 s, SD 1.2 s, from 2 s to 9 s`, or why there is no such thing. */
function described(of: Distribution, format: (value: number) => string = formatLength): string {
  if (of.mean.value === null) return of.mean.why
  if (of.n === 1) return `${format(of.mean.value)}, the only one`
  return `mean ${said(of.mean, format)}, median ${said(of.median, format)}, SD ${said(of.sd, format)}, from ${said(of.min, format)} to ${said(of.max, format)} (${formatNumber(of.n)} of them)`
}

/** The figure, or why there is none. */
export const said = (figure: Figure, format: (value: number) => string): string =>
  figure.value === null ? `not known (${figure.why})` : format(figure.value)

/** One decimal, and more only where it would read as nothing or as all. */
export const formatPercent = (value: number): string =>
  `${formatNumber(value, (value > 0 && value < 0.1) || (value > 99.9 && value < 100) ? 3 : 1)} %`

/** Two decimals, and two digits where a number is so low that it would read as nothing. */
export const formatRateNumber = (value: number): string =>
  formatNumber(value, value > 0 && value < 0.1 ? Math.min(1 - Math.floor(Math.log10(value)), 8) : 2)

const formatRate = (value: number): string => `${formatRateNumber(value)} a minute`

/** `0 to 5 s`, `50 s to 1 min`: the unit once where it is the same. */
function formatRange(fromMs: number, toMs: number): string {
  const [from, to] = [formatLength(fromMs), formatLength(toMs)]
  return /^[\d.]+ s$/.test(from) && /^[\d.]+ s$/.test(to)
    ? `${from.slice(0, -2)} to ${to}`
    : `${from} to ${to}`
}

/** The values chosen with a record, on one line and safe to print. */
export const modifierWords = (modifiers: Readonly<Record<string, string>>): string =>
  Object.entries(modifiers)
    .map(([name, value]) => visibleLine(`${name}: ${value}`))
    .join(', ')

/** A length to the second, however long: what figures are said to be of must be as exact as they are. */
export function formatTotal(ms: number): string {
  const hours = Math.floor(Math.round(ms / 1000) / 3600)
  if (hours === 0) return formatLength(ms)
  const rest = Math.round(ms / 1000) * 1000 - hours * 3_600_000
  return rest === 0 ? `${hours} h` : `${hours} h ${formatLength(rest)}`
}

const rate = (figure: Figure): string => said(figure, formatRate)

function counted(what: string, { count, observedMs, ratePerMin }: Measures): string {
  if (observedMs <= 0) return count === 0 ? 'not observed' : `${what}; no time was observed`
  const often = count > 0 && ratePerMin.value !== null ? `, ${formatRate(ratePerMin.value)}` : ''
  return `${what} in ${formatTotal(observedMs)} observed${often}`
}

function bouts({ durations, observedMs, count }: Measures): string {
  if (durations === undefined || observedMs <= 0) return count === 0 ? 'not observed' : formatNumber(count)
  if (durations.bouts === 0) return `0 in ${formatTotal(observedMs)} observed`
  const share = said(durations.percentOfObserved, formatPercent)
  const total = said(durations.totalMs, formatTotal)
  const timed = count > durations.bouts ? `, ${formatNumber(durations.bouts)} of them timed` : ''
  return `${plural(count, 'time')}${timed}, ${total} in all, ${share} of ${formatTotal(observedMs)} observed`
}

function scored({ scored, observed, percent, lengthMs, method }: IntervalSummary): string {
  if (scored.value === null) return `none (${scored.why})`
  if (percent.value === null) return `not observed (${percent.why})`
  const intervals = `${plural(observed, 'interval')} of ${formatLength(lengthMs)}`
  return `${formatNumber(scored.value)} of ${intervals}, ${formatPercent(percent.value)} (${method})`
}

function responses({ cues, answered, unanswered, acrossGap }: NonNullable<Measures['latencies']>): string[] {
  if (cues === 0) return []
  const parts = [
    `${formatNumber(answered)} of ${plural(cues, 'cue')} with a response`,
    `${formatNumber(unanswered)} without`,
  ]
  if (acrossGap > 0) parts.push(`${formatNumber(acrossGap)} with a response only after a gap`)
  return [parts.join(', ')]
}

const bins = (all: NonNullable<Measures['latencies']>['bins']): string =>
  all.map(({ fromMs, toMs, count }) => `${formatRange(fromMs, toMs)}: ${formatNumber(count)}`).join(', ')
