import { formatClock, formatNumber } from '../domain/format.ts'
import { visible, visibleLine } from '../domain/text.ts'
import type { BehaviorSummary, ChecklistEntry, Words } from '../measures/types.ts'
import { behaviorOfGoal, type ReportData } from './data.ts'
import { headerFacts, titleOf } from './header.ts'
import { type Kept, keptFindings } from './kept.ts'
import { figureLines, headline, modifierWords, remarks, techniqueWords } from './phrases.ts'
import { averageTables, type NameOf, summaryTables, type Table } from './tables.ts'
import { type Timeline, timelineOf } from './timeline.ts'

/**
 * A report in words: what the renderers for people lay out. All text in it is safe to print and in plain characters of our own;
 * the words of people stand in fields of their own, so that a renderer can quote them.
 */
export interface Report {
  readonly title: string
  readonly facts: readonly Fact[]
  /** Of one session; null where there are several. */
  readonly timeline: Timeline | null
  readonly behaviors: readonly BehaviorReport[]
  /** On the session as a whole. */
  readonly notes: readonly Quotation[]
  readonly tables: readonly Table[]
  readonly questions: readonly { readonly stage: string; readonly text: string }[]
  readonly reflections: readonly {
    readonly stage: string
    readonly question: string
    readonly answer: string
  }[]
  readonly goals: readonly GoalReport[]
}

export interface Fact {
  readonly label: string
  readonly text: string
}

export interface BehaviorReport {
  readonly name: string
  readonly key: string
  /** The protégé's own words. */
  readonly request: string
  readonly definition: string
  /** The findings of the language checker on the definition that the writer kept. */
  readonly kept: string
  readonly technique: string
  /** Each with its method and denominator. */
  readonly figures: readonly string[]
  readonly modifiers: readonly { readonly name: string; readonly values: readonly Fact[] }[]
  readonly checklist: readonly Fact[]
  /** What a reader must know about how the figures came to be. */
  readonly remarks: readonly string[]
  readonly quotes: readonly Quotation[]
  readonly notes: readonly Quotation[]
}

/** Words that somebody said or wrote down. */
export interface Quotation {
  /** The time in the session, and which session where there are several. */
  readonly when: string
  readonly words: string
  readonly modifiers: string
  /** The findings of the language checker that the writer kept. */
  readonly kept: string
}

export interface GoalReport {
  /** The protégé's own words. */
  readonly words: string
  readonly facts: readonly Fact[]
  readonly actions: readonly Fact[]
}

/** Puts the data of a report into words. Time is linear in its records. */
export function reportOf(data: ReportData): Report {
  const { observations, summary, averaged } = data
  const [only, ...others] = observations
  const several = others.length > 0
  const quote = quoting(keptFindings(observations), several)
  const names = nameVersions(summary.behaviors)
  return {
    title: titleOf(observations),
    facts: headerFacts(data),
    timeline: only === undefined || several ? null : timelineOf(only),
    behaviors: summary.behaviors.map((one) => behaviorReport(one, names(one.behavior), quote)),
    notes: summary.notes.map(quote),
    tables: [...summaryTables(summary, names), ...(averaged === null ? [] : averageTables(averaged, names))],
    questions: data.questions.map(({ stage, text }) => ({ stage, text: plain(text) })),
    reflections: data.reflections.map(({ stage, question, answer }) => ({
      stage,
      question: plain(question),
      answer: plain(answer),
    })),
    goals: goalReports(data),
  }
}

/** Words of people, their lines kept, without anything that could steer a terminal. */
const plain = (text: string): string => visible(text.replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ')).trim()

/** The name, and the version where a report has several of one behavior. */
function nameVersions(summaries: readonly BehaviorSummary[]): NameOf {
  const versions = new Map<number, number>()
  for (const { behavior } of summaries) {
    versions.set(behavior.behaviorId, (versions.get(behavior.behaviorId) ?? 0) + 1)
  }
  return ({ behaviorId, name, version }) =>
    visibleLine((versions.get(behaviorId) ?? 0) > 1 ? `${name}, version ${version}` : name)
}

function behaviorReport(
  summary: BehaviorSummary,
  name: string,
  quote: (words: Words) => Quotation,
): BehaviorReport {
  const { behavior, technique, byModifier, entries, quotes, notes } = summary
  return {
    name,
    key: behavior.key,
    request: plain(behavior.request),
    definition: plain(behavior.definition),
    kept: (behavior.kept ?? []).join(', '),
    technique: techniqueWords(behavior),
    figures: figureLines(summary),
    modifiers:
      technique === 'checklist'
        ? []
        : [...byModifier].map(([modifier, values]) => ({
            name: visibleLine(modifier),
            values: [...values].map(([value, measures]) => ({
              label: visibleLine(value),
              text: headline(technique, measures),
            })),
          })),
    checklist: (entries ?? []).map((entry) => ({ label: visibleLine(entry.item), text: entryWords(entry) })),
    remarks: remarks(summary),
    quotes: (quotes ?? []).map(quote),
    notes: (notes ?? []).map(quote),
  }
}

/** `seen 2 times, at 1:05 first; no opportunity 1 time`, or `not observed`. */
function entryWords({ seen, notSeen, noOpportunity, firstMs, firstSeenMs }: ChecklistEntry): string {
  const parts: string[] = []
  const times = (count: number): string => (count === 1 ? '' : ` ${formatNumber(count)} times`)
  const at = (ms: number | null): string => (ms === null ? '' : `, first at ${formatClock(ms)}`)
  if (seen > 0) parts.push(`seen${times(seen)}${at(firstSeenMs)}`)
  if (notSeen > 0) parts.push(`not seen${times(notSeen)}${seen === 0 ? at(firstMs) : ''}`)
  if (noOpportunity > 0) parts.push(`no opportunity${times(noOpportunity)}`)
  return parts.join('; ') || 'not observed'
}

const quoting =
  (kept: Kept, several: boolean) =>
  (words: Words): Quotation => {
    const time = words.atMs === null ? 'no time' : formatClock(words.atMs)
    return {
      when: several ? `session ${words.session}, ${time}` : time,
      words: plain(words.words),
      modifiers: modifierWords(words.modifiers),
      kept: kept(words).join(', '),
    }
  }

function goalReports(data: ReportData): GoalReport[] {
  return data.goals.map((goal) => {
    const behavior = behaviorOfGoal(goal, data)
    const direction = goal.direction === 'increase' ? 'more of it' : 'less of it'
    const facts: (Fact | null)[] = [
      behavior === null ? null : { label: 'About', text: visibleLine(behavior) },
      goal.evidence === null ? null : { label: 'What the data would show', text: plain(goal.evidence) },
      goal.direction === null ? null : { label: 'Wished for', text: direction },
      ...deadline(goal.by, goal.doneAt),
    ]
    return {
      words: plain(goal.words),
      facts: facts.filter((fact) => fact !== null),
      actions: data.actions
        .filter((action) => action.goal === goal.id)
        .map(({ words, by, doneAt }) => ({
          label: plain(words),
          text: deadline(by, doneAt)
            .map(({ label, text }) => `${label.toLowerCase()} ${text}`)
            .join(', '),
        })),
    }
  })
}

function deadline(by: string | null, doneAt: string | null): Fact[] {
  const facts: Fact[] = []
  if (by !== null) facts.push({ label: 'By', text: visibleLine(by) })
  if (doneAt !== null) facts.push({ label: 'Done', text: doneAt.slice(0, 10) })
  return facts
}
