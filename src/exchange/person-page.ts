import { CHOICE_WORDS } from '../domain/agreement.ts'
import type { Released } from '../domain/audience.ts'
import { formatClock, formatLength } from '../domain/format.ts'
import type {
  Action,
  Agreement,
  Behavior,
  Goal,
  Observation,
  Person,
  Reflection,
  SessionRecord,
} from '../domain/model.ts'
import { TECHNIQUE_WORDS } from '../domain/technique.ts'
import { escapeHtml, visible } from '../domain/text.ts'
import type { Consent } from '../store/consents.ts'
import type { Disclosure } from '../store/disclosures.ts'
import type { OtherPart, VoidedRecord } from '../store/person-data.ts'

/** Everything about one person. */
export interface PersonData {
  readonly person: Person
  readonly agreements: readonly {
    readonly agreement: Agreement
    readonly consents: readonly Consent[]
    /** Every version of each behavior, retired ones too. */
    readonly behaviors: readonly Behavior[]
    readonly goals: readonly { readonly goal: Goal; readonly actions: readonly Action[] }[]
  }[]
  /** To be gone through once. */
  readonly sessions: Generator<PersonSession>
  readonly voided: readonly VoidedRecord[]
  readonly otherParts: readonly OtherPart[]
  readonly disclosures: readonly Disclosure[]
}

export interface PersonSession {
  readonly observation: Observation
  readonly reflections: readonly Reflection[]
}

/** One page that any browser shows, with nothing in it that is fetched or run. */
export function* personPage(data: Released<PersonData>, today: string): Generator<string> {
  yield `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${text(data.person.name)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #bbb;padding:.25rem .5rem;text-align:left;vertical-align:top}
td{white-space:pre-wrap;overflow-wrap:anywhere}</style></head><body>
<h1>${text(data.person.name)}</h1>
<p>Everything recorded here about you, on ${text(today)}${data.person.stage === null ? '' : `. Career stage: ${text(data.person.stage)}`}.</p>
`
  for (const part of data.agreements) yield* agreementPart(part)
  for (const part of data.sessions) yield* sessionPart(part)
  yield* table(
    'Records that were voided: they are kept, and no report counts them',
    ['Session', 'Time', 'Behavior', 'What', 'Words'],
    data.voided.map(({ session, at_ms, behavior, mark, words }) => [
      String(session),
      timeOf(at_ms),
      behavior ?? '',
      mark,
      words ?? '',
    ]),
  )
  yield* table(
    'Where you are coach or observer',
    ['As', 'Number', 'From'],
    data.otherParts.map((part) => [
      part.as === 'coach' ? 'coach, agreement' : 'observer, session',
      String(part.number),
      part.from,
    ]),
  )
  yield* table(
    'What left, when, and for whom',
    ['When', 'Audience', 'What', 'To'],
    data.disclosures.map(({ at, audience, content }) => [
      at,
      audience,
      content?.what ?? '',
      content?.destination ?? '',
    ]),
  )
  yield '</body></html>\n'
}

function* agreementPart(part: PersonData['agreements'][number]): Generator<string> {
  const { agreement, consents, behaviors, goals } = part
  const ended = agreement.endedAt === null ? '' : `, ended ${agreement.endedAt}`
  yield `<h2>Agreement ${agreement.id}: ${agreement.kind} with ${text(agreement.coach.name)}</h2>
<p>From ${agreement.startedAt}${ended}. You chose: ${agreement.choices.map((choice) => text(CHOICE_WORDS[choice])).join(' ')}</p>
`
  yield* table(
    'What may leave',
    ['Audience', 'What', 'From', 'Until'],
    consents.map(({ audience, shared, givenAt, withdrawnAt }) => [
      audience,
      sharedWords(shared, behaviors),
      givenAt,
      withdrawnAt ?? '',
    ]),
  )
  yield* table(
    'What you asked to have observed',
    ['Behavior', 'Version', 'Your request', 'Definition', 'How', 'Examples', 'Not it', 'Modifiers'],
    behaviors.map((behavior) => [
      behavior.name,
      String(behavior.version),
      behavior.request,
      behavior.definition,
      TECHNIQUE_WORDS[behavior.technique],
      behavior.examples.join('\n'),
      behavior.nonExamples.join('\n'),
      behavior.modifiers.map(({ name, values }) => `${name}: ${values.join(', ')}`).join('\n'),
    ]),
  )
  yield* table(
    'Your goals',
    ['Goal', 'What would show it', 'By', 'Set', 'Reached', 'Steps'],
    goals.map(({ goal, actions }) => [
      goal.words,
      goal.evidence ?? '',
      goal.by ?? '',
      goal.setAt,
      goal.doneAt ?? '',
      actions.map(({ words, doneAt }) => (doneAt === null ? words : `${words} (done ${doneAt})`)).join('\n'),
    ]),
  )
}

function* sessionPart({ observation, reflections }: PersonSession): Generator<string> {
  const { session, behaviors, records, gaps } = observation
  const names = new Map(behaviors.map(({ id, name }) => [id, name]))
  const place = session.place === null ? '' : `, ${text(session.place)}`
  yield `<h2>Session ${session.number}</h2>
<p>${session.startedAt} (${text(session.timeZone)}), ${formatLength(session.lengthMs)}${place}, observed by ${text(session.observer.name)}</p>
`
  yield* table(
    'What was recorded',
    ['Number', 'Time', 'Behavior', 'What', 'Modifiers', 'Words'],
    records.map((record) => [
      String(record.number),
      timeOf(record.atMs),
      record.behavior === null ? 'note' : (names.get(record.behavior) ?? ''),
      markWords(record),
      Object.entries(record.modifiers)
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n'),
      record.words ?? '',
    ]),
  )
  yield* table(
    'When nobody was observing',
    ['From', 'To', 'Why'],
    gaps.map(({ fromMs, toMs, reason }) => [timeOf(fromMs), timeOf(toMs), reason]),
  )
  yield* table(
    'What you said about it',
    ['When', 'Question', 'Answer'],
    reflections.map(({ answeredAt, question, answer }) => [answeredAt, question, answer]),
  )
}

/** Nothing where there are no rows. */
function* table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Generator<string> {
  if (rows.length === 0) return
  const line = (tag: string, cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => `<${tag}>${text(cell)}</${tag}>`).join('')}</tr>\n`
  yield `<h3>${text(caption)}</h3>\n<table>\n${line('th', head)}`
  for (const row of rows) yield line('td', row)
  yield '</table>\n'
}

/** Text as text: no markup of its own, and nothing hidden or turned round. */
const text = (value: string): string => escapeHtml(visible(value))

const timeOf = (ms: number | null): string => (ms === null ? '' : formatClock(ms, true))

function sharedWords(shared: Consent['shared'], behaviors: readonly Behavior[]): string {
  switch (shared.kind) {
    case 'whole':
      return 'everything that this audience may see'
    case 'record':
      return `the words of record ${shared.record} in session ${shared.session}`
    case 'behavior':
      return `what '${behaviors.findLast(({ behaviorId }) => behaviorId === shared.behaviorId)?.name ?? ''}' is`
  }
}

function markWords({ mark, value, flag }: SessionRecord): string {
  const words = {
    point: 'a moment',
    start: 'begins',
    stop: 'ends',
    interval: value === 1 ? 'seen in this interval' : 'not seen in this interval',
    check: value === null ? 'no opportunity' : value === 1 ? 'seen' : 'not seen',
    tally: `${value} without times`,
  }[mark]
  return flag === null ? words : `${words} (${flag})`
}
