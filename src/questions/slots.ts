import { formatClock, formatLength, formatList, formatNumber, plural } from '../domain/format.ts'
import type { Behavior, Modifier, Stage } from '../domain/model.ts'
import { visibleLine } from '../domain/text.ts'
import type { ChecklistEntry, Figure, Words } from '../measures/types.ts'
import { type BehaviorFacts, isWatched, type Material, numberOf, type Span } from './facts.ts'
import { pick } from './random.ts'

/** What stands in a slot, and the records it was read from; no records where it is a figure or the behavior's own words. */
export interface Filled {
  readonly text: string
  readonly records: readonly number[]
}

/** Null when the material has nothing for the slot; a question with such a slot is not asked. */
type Fill<Facts> = (facts: Facts, chance: string) => Filled | null

/** Where a slot's text comes from. */
export type From = 'session' | 'behavior' | 'record' | 'measure' | 'reflection' | 'goal'

export interface Slot<Facts> {
  readonly from: From
  readonly fill: Fill<Facts>
}

/** Long words are cut, at a space, so that a question stays one that can be said aloud. */
const LONGEST = 200

/** Words on one line; without their last full stop, which would meet that of the question's own sentence. */
const words = (text: string, records: readonly number[] = []): Filled | null => {
  const line = visibleLine(text)
    .trim()
    .replace(/(?<![.])[.]$/, '')
  if (line === '') return null
  if (line.length <= LONGEST) return { text: line, records }
  const cut = line.slice(0, LONGEST)
  const space = cut.lastIndexOf(' ')
  return { text: `${space > 0 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, '')} …`, records }
}

const when = (ms: number | null | undefined, records: readonly number[] = []): Filled | null =>
  ms == null ? null : { text: formatClock(ms), records }

const figure = (value: Figure | undefined, format: (value: number) => string): Filled | null => {
  const number = numberOf(value)
  return number === null ? null : { text: format(number), records: [] }
}

const times = (count = 0): Filled | null => {
  if (count === 0) return null
  return { text: count === 1 ? 'once' : plural(count, 'time'), records: [] }
}

const list = (items: readonly string[]): Filled | null => words(formatList(items))

const quoted = (item: string): string => `“${item}”`

const inPercent = (value: number): string => `${formatNumber(value)} %`
const aMinute = (value: number): string => `${formatNumber(value)} a minute`

const behavior = (fill: Fill<BehaviorFacts>): Slot<BehaviorFacts> => ({ from: 'behavior', fill })
const measure = (fill: Fill<BehaviorFacts>): Slot<BehaviorFacts> => ({ from: 'measure', fill })
const record = (fill: Fill<BehaviorFacts>): Slot<BehaviorFacts> => ({ from: 'record', fill })
/** A figure about occurrences, which says nothing to talk about where there were none. */
const counted = (fill: Fill<BehaviorFacts>): Slot<BehaviorFacts> =>
  measure((facts, chance) => (facts.measures.count > 0 ? fill(facts, chance) : null))

const said = (stage: Stage): Slot<Material> => ({
  from: 'reflection',
  fill: ({ reflections }) => words(reflections.findLast((one) => one.stage === stage)?.answer ?? ''),
})

/** Slots that are about the session as a whole. */
export const SESSION_SLOTS: Readonly<Record<string, Slot<Material>>> = {
  place: { from: 'session', fill: ({ observation }) => words(observation.session.place ?? '') },
  part_of_day: {
    from: 'session',
    fill: ({ observation: { session } }) => words(partOfDay(session.startedAt, session.timeZone)),
  },
  observed: {
    from: 'measure',
    fill: ({ summary: { observedMs } }) =>
      observedMs > 0 ? { text: formatLength(observedMs), records: [] } : null,
  },
  recalled: said('recall'),
  noticed: said('notice'),
  inferred: said('inference'),
  goal: {
    from: 'goal',
    fill: ({ goals }) => {
      const open = goals.filter((goal) => goal.doneAt === null)
      return words(open.sort((a, b) => (a.setAt < b.setAt ? -1 : 1)).at(-1)?.words ?? '')
    },
  },
}

/** Slots that are about one behavior. */
export const BEHAVIOR_SLOTS: Readonly<Record<string, Slot<BehaviorFacts>>> = {
  behavior: behavior(({ measures }) => words(measures.behavior.name)),
  request: behavior(({ measures }) => words(measures.behavior.request)),
  modifier: behavior(({ measures }) => words(kindOf(measures.behavior)?.name ?? '')),
  values: behavior(({ measures }) => list((kindOf(measures.behavior)?.values ?? []).map(quoted))),

  times: measure(({ measures }) => times(measures.count)),
  rate: counted(({ measures }) => figure(measures.ratePerMin, aMinute)),
  total: counted(({ measures }) => figure(measures.durations?.totalMs, formatLength)),
  percent: counted(({ measures: { durations, intervals } }) =>
    figure(durations?.percentOfObserved ?? intervals?.percent, inPercent),
  ),
  mean: counted((facts) => figure(lengths(facts)?.meanMs, formatLength)),
  shortest: counted((facts) => figure(lengths(facts)?.minMs, formatLength)),
  longest: counted((facts) => figure(lengths(facts)?.maxMs, formatLength)),
  longest_time: record((facts) => {
    const longest = numberOf(lengths(facts)?.maxMs)
    const span = facts.occurrences.find(
      (one) => one.toMs - one.fromMs === longest && isWatched(one, facts.observation.gaps),
    )
    return when(span?.fromMs, span?.records)
  }),
  answered: measure(({ measures }) => times(measures.latencies?.answered)),
  unanswered: measure(({ measures }) => times(measures.latencies?.unanswered)),
  scored: counted(({ measures }) => figure(measures.intervals?.scored, formatNumber)),
  intervals: counted(({ measures: { intervals } }) =>
    intervals === undefined || intervals.observed === 0
      ? null
      : { text: plural(intervals.observed, 'interval'), records: [] },
  ),

  first_time: record(({ occurrences }) => onset(occurrences[0])),
  last_time: record(({ occurrences }) => (occurrences.length > 1 ? onset(occurrences.at(-1)) : null)),
  between: measure(({ longestBetween }) =>
    longestBetween === null
      ? null
      : { text: formatLength(longestBetween.toMs - longestBetween.fromMs), records: longestBetween.records },
  ),
  between_from: record(({ longestBetween }) => when(longestBetween?.fromMs, longestBetween?.records)),
  between_to: record(({ longestBetween }) => when(longestBetween?.toMs, longestBetween?.records)),

  quote: record(({ quotes }, chance) => phrase(pick(quotes, chance))),
  quote_time: record(({ quotes }, chance) => moment(pick(quotes, chance))),
  first_quote: record(({ quotes }) => phrase(quotes[0])),
  first_quote_time: record(({ quotes }) => moment(quotes[0])),
  last_quote: record(({ quotes }) => (quotes.length > 1 ? phrase(quotes.at(-1)) : null)),
  last_quote_time: record(({ quotes }) => (quotes.length > 1 ? moment(quotes.at(-1)) : null)),
  note: record(({ notes }, chance) => phrase(pick(notes, chance))),
  note_time: record(({ notes }, chance) => moment(pick(notes, chance))),

  value_counts: measure(({ measures }) => {
    const counts = countsOf(measures.byModifier.get(kindOf(measures.behavior)?.name ?? ''))
    return list(counts.map(([value, count]) => `${count} ${quoted(value)}`))
  }),
  next_behavior: measure((facts) => words(following(facts)?.next.name ?? '')),
  next_times: measure((facts) => times(following(facts)?.count)),
  previous_behavior: measure((facts) => words(preceding(facts)?.first.name ?? '')),
  previous_times: measure((facts) => times(preceding(facts)?.count)),
  flow_from: measure((facts) => words(busiest(facts)?.from ?? '')),
  flow_to: measure((facts) => words(busiest(facts)?.to ?? '')),
  flow_times: measure((facts) => times(busiest(facts)?.count)),
  share_subject: measure((facts) => words(largestShare(facts)?.subject ?? '')),
  share: measure((facts) => figure(largestShare(facts)?.percent, inPercent)),

  seen: measure((facts) => items(facts, (entry) => entry.seen > 0)),
  not_seen: measure((facts) => items(facts, (entry) => entry.notSeen > 0 && entry.seen === 0)),
  no_opportunity: measure((facts) => items(facts, noOpportunity)),
  first_item: measure((facts) => words(firstSeen(facts)?.item ?? '')),
  first_item_time: record((facts) => when(firstSeen(facts)?.firstSeenMs, facts.occurrences[0]?.records)),
}

/** What a question may need beside the slots that stand in it. */
export const BEHAVIOR_NEEDS: Readonly<Record<string, (facts: BehaviorFacts) => boolean>> = {
  occurrence: ({ measures }) => measures.count > 0,
  two_occurrences: ({ measures }) => measures.count > 1,
  no_occurrence: ({ measures, summary }) => measures.count === 0 && summary.observedMs > 0,
}

export const SESSION_NEEDS: Readonly<Record<string, (facts: Material) => boolean>> = {
  two_behaviors: ({ summary }) => summary.behaviors.length > 1,
}

/** Known before anybody has looked at the data, so that a question from memory may hold or need them. */
export const KNOWN_BEFORE_DATA: readonly string[] =
  'behavior request modifier values place part_of_day goal two_behaviors'.split(' ')

function partOfDay(startedAt: string, timeZone: string): string {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', hourCycle: 'h23' })
  const hour = Number(clock.format(new Date(startedAt)))
  if (hour < 5 || hour >= 22) return 'night'
  if (hour < 12) return 'morning'
  return hour < 18 ? 'afternoon' : 'evening'
}

const lengths = ({ measures }: BehaviorFacts) => measures.durations ?? measures.latencies

const onset = (span: Span | undefined): Filled | null => when(span?.fromMs, span?.records)

const phrase = (one: Words | undefined): Filled | null => (one ? words(one.words, [one.record]) : null)

const moment = (one: Words | undefined): Filled | null => when(one?.atMs, one ? [one.record] : [])

/** Modifiers that say who, not of what kind; who spoke with whom and for how long are slots of their own. */
const WHO = ['from', 'to', 'subject']

/** The modifier that tells one kind of occurrence from another. The one of a checklist names its items. */
const kindOf = ({ technique, modifiers }: Behavior): Modifier | undefined =>
  technique === 'checklist' ? undefined : modifiers.find(({ name }) => !WHO.includes(name))

/** The values of a modifier with their counts, the most frequent first; values without a record are left out. */
function countsOf(values: ReadonlyMap<string, { readonly count: number }> = new Map()): [string, number][] {
  const counts = [...values].map(([value, { count }]): [string, number] => [value, count])
  return counts.filter(([, count]) => count > 0).sort(([, a], [, b]) => b - a)
}

/**
 * Pairs come the most frequent first. A behavior after itself says nothing that its count does not, and what
 * happened once is no sequence yet.
 */
const following = ({ measures: { behavior }, summary }: BehaviorFacts) =>
  summary.sequences.pairs.find(
    ({ first, next, count }) => first.id === behavior.id && next.id !== behavior.id && count > 1,
  )

const preceding = ({ measures: { behavior }, summary }: BehaviorFacts) =>
  summary.sequences.pairs.find(
    ({ first, next, count }) => next.id === behavior.id && first.id !== behavior.id && count > 1,
  )

function busiest({ measures, summary }: BehaviorFacts) {
  const flow = summary.flows.find((one) => one.behavior.id === measures.behavior.id)
  return flow?.exchanges.toSorted((a, b) => b.count - a.count)[0]
}

function largestShare({ measures, summary }: BehaviorFacts) {
  const talk = summary.talk.find((one) => one.behavior.id === measures.behavior.id)
  if (talk === undefined || talk.shares.length < 2) return undefined
  return talk.shares
    .filter(({ percent }) => percent.value !== null)
    .toSorted((a, b) => b.amount - a.amount)[0]
}

const noOpportunity = ({ seen, notSeen, noOpportunity: none }: ChecklistEntry): boolean =>
  seen + notSeen === 0 && none > 0

const items = ({ measures }: BehaviorFacts, which: (entry: ChecklistEntry) => boolean): Filled | null =>
  list((measures.entries ?? []).filter(which).map((entry) => quoted(entry.item)))

const firstSeen = ({ measures }: BehaviorFacts): ChecklistEntry | undefined =>
  (measures.entries ?? [])
    .filter((entry) => entry.firstSeenMs !== null)
    .sort((a, b) => (a.firstSeenMs ?? 0) - (b.firstSeenMs ?? 0))[0]
