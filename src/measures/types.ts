import type { Behavior, Flag, IntervalTechnique, Technique } from '../domain/model.ts'

/**
 * What the measures return. Times are milliseconds, rates are per minute of observed time, percents run from 0
 * to 100. A field that a technique does not have is absent; a figure that cannot be had is null and says why.
 */

/** A number, or the reason in one plain sentence why there is none. Never NaN, never infinite. */
export type Figure = { readonly value: number } | { readonly value: null; readonly why: string }

/**
 * Describes a set of lengths of time; `n` is how many there were. The SD is the sample's (divides by n − 1).
 */
export interface Distribution {
  readonly n: number
  readonly mean: Figure
  readonly median: Figure
  readonly sd: Figure
  readonly min: Figure
  readonly max: Figure
}

/** A half-open stretch of a session, [fromMs, toMs). */
export interface Stretch {
  readonly fromMs: number
  readonly toMs: number
}

export interface DurationSummary {
  /** Pieces that a gap made of one bout count as bouts of their own. */
  readonly bouts: number
  /** How many of the bouts are there only because a gap split another. */
  readonly splits: number
  /** The sum of all bouts. Where bouts overlap (two people at once) it may exceed the observed time. */
  readonly totalMs: Figure
  /**
   * Time with at least one bout running; equals the total unless bouts overlap, and never exceeds the observed
   * time.
   */
  readonly occupiedMs: Figure
  readonly meanMs: Figure
  readonly medianMs: Figure
  readonly sdMs: Figure
  readonly minMs: Figure
  readonly maxMs: Figure
  /** `occupiedMs` of the observed time. */
  readonly percentOfObserved: Figure
}

/** Latencies of at least `fromMs` and less than `toMs`. */
export interface Bin {
  readonly fromMs: number
  readonly toMs: number
  readonly count: number
}

export interface LatencySummary {
  readonly cues: number
  readonly answered: number
  readonly unanswered: number
  /** Cues in a gap, or whose response came in or after one: how long it took was not observed. */
  readonly acrossGap: number
  /** Of the answered ones. */
  readonly meanMs: Figure
  readonly medianMs: Figure
  readonly sdMs: Figure
  readonly minMs: Figure
  readonly maxMs: Figure
  /** Equal widths from 0, the empty ones between included; none where nothing was answered. */
  readonly bins: readonly Bin[]
}

export interface IntervalSummary {
  readonly method: IntervalTechnique
  readonly lengthMs: number
  /** `recorded` by an observer interval by interval, or `derived` from records that carry times. */
  readonly source: 'recorded' | 'derived'
  readonly observed: number
  readonly scored: Figure
  /** `scored` of `observed`. */
  readonly percent: Figure
  /** How the method misses true duration, as a sentence. */
  readonly bias: string
}

/** Words written down with a record. */
export interface Words {
  /** The number of the session, and of the record in it. */
  readonly session: number
  readonly record: number
  readonly atMs: number | null
  readonly words: string
  readonly modifiers: Readonly<Record<string, string>>
}

/** One line of a checklist. */
export interface ChecklistEntry {
  /** The values of its modifiers, or the behavior's name where it has none. */
  readonly item: string
  readonly seen: number
  readonly notSeen: number
  readonly noOpportunity: number
  /** When it was first recorded at all, and first seen; null when never. */
  readonly firstMs: number | null
  readonly firstSeenMs: number | null
}

/** All figures of one set of records: those of a behavior version, or of one value of its modifier. */
export interface Measures {
  /**
   * Occurrences: moments, bouts, cues or quotes, tallies included. Intervals: those scored. Checklist: times
   * seen.
   */
  readonly count: number
  /** How many of `count` come from tallies, which carry no times. */
  readonly untimed: number
  /** The denominator of `ratePerMin` and `percentOfObserved`. */
  readonly observedMs: number
  /**
   * Records made where nobody was observing: in a gap, after the end, in an interval that was not observed.
   * Moments and cues among them are counted, since they were seen; bouts and intervals are not.
   */
  readonly outside: number
  /**
   * Records that no figure can use: an offset whose onset is not there, a mark that its technique does not
   * have.
   */
  readonly unpaired: number
  readonly flags: Readonly<Record<Flag, number>>
  /** `count` / observed minutes. */
  readonly ratePerMin: Figure
  /** Moments: onset to onset. Duration: from an offset to the next onset. Never across a gap. */
  readonly interResponseMs?: Distribution
  readonly durations?: DurationSummary
  readonly latencies?: LatencySummary
  /** Interval techniques; with a `Derivation` asked for, event, verbatim and duration too. */
  readonly intervals?: IntervalSummary
  /** Verbatim, in order. */
  readonly quotes?: readonly Words[]
  /** Anecdotal notes in order; for other techniques the words added to their records, if there are any. */
  readonly notes?: readonly Words[]
  readonly entries?: readonly ChecklistEntry[]
}

export type ByModifier<T> = ReadonlyMap<string, ReadonlyMap<string, T>>

export interface BehaviorSummary extends Measures {
  readonly behavior: Behavior
  readonly technique: Technique
  /**
   * Modifier → value → the figures of the records that carry it; `by_subject` is the modifier `subject`.
   * Declared values come first, in their order and even without a record; others follow by name.
   */
  readonly byModifier: ByModifier<Measures>
}

/** Who spoke to whom, from the modifiers `from` and `to`. */
export interface VerbalFlow {
  readonly behavior: Behavior
  /** Everyone in `from` or `to`, declared values first. The totals follow this order. */
  readonly people: readonly string[]
  /** The cells that are not 0, by row and then by column; `flowMatrix` makes the full matrix of them. */
  readonly exchanges: readonly { readonly from: string; readonly to: string; readonly count: number }[]
  readonly fromTotals: readonly number[]
  readonly toTotals: readonly number[]
  readonly total: number
  /** People with no exchange in either direction; who never spoke; who was never spoken to. */
  readonly none: readonly string[]
  readonly noneFrom: readonly string[]
  readonly noneTo: readonly string[]
  /** Occurrences that lack a `from` or a `to`; not in the matrix. */
  readonly incomplete: number
}

export interface SequencePair {
  readonly first: Behavior
  readonly next: Behavior
  readonly count: number
}

/** Which behavior's onset came directly after which; the most frequent first. */
export interface Sequences {
  readonly pairs: readonly SequencePair[]
  readonly total: number
}

/** How a behavior divides among subjects. */
export interface TalkShare {
  readonly behavior: Behavior
  /** `ms` sums bouts; `words` counts words written down. */
  readonly unit: 'ms' | 'words'
  readonly total: number
  readonly shares: readonly { readonly subject: string; readonly amount: number; readonly percent: Figure }[]
  /** What carries no subject; not in the total. */
  readonly unnamed: number
}

/** Several codes observed in the same intervals, as COPUS does. */
export interface MultiCode {
  readonly method: IntervalTechnique
  readonly lengthMs: number
  /** Intervals in which at least one of the codes was recorded, scored or not. */
  readonly intervals: number
  /** Codes scored, over all intervals. */
  readonly marks: number
  readonly codes: readonly {
    readonly behavior: Behavior
    readonly scored: number
    /**
     * Of the intervals of the sessions in which this code was watched: all of them, unless sessions are
     * pooled.
     */
    readonly percentOfIntervals: Figure
    readonly percentOfMarks: Figure
  }[]
}

export interface SessionSummary {
  readonly lengthMs: number
  readonly observedMs: number
  readonly gapMs: number
  readonly behaviors: readonly BehaviorSummary[]
  /** Notes on the session as a whole. */
  readonly notes: readonly Words[]
  readonly flows: readonly VerbalFlow[]
  readonly sequences: Sequences
  readonly talk: readonly TalkShare[]
  readonly multiCode: readonly MultiCode[]
}

/** The figures that sessions are averaged by. */
export const AVERAGED = [
  'count',
  'ratePerMin',
  'interResponseMeanMs',
  'totalMs',
  'meanMs',
  'percentOfObserved',
  'latencyMeanMs',
  'intervalsPercent',
] as const
export type Averaged = (typeof AVERAGED)[number]

/**
 * Each figure's mean, SD and so on over sessions, every session weighing the same.
 * A session in which a figure is undefined is not in its `n`; a figure that no session has is absent.
 */
export type Averages = Readonly<Partial<Record<Averaged, Distribution>>>

export interface BehaviorAverages {
  readonly behavior: Behavior
  /** In how many of the sessions, or units of sessions, it was watched. */
  readonly units: number
  readonly averages: Averages
  readonly byModifier: ByModifier<Averages>
}

export interface MultiCodeAverages {
  readonly method: IntervalTechnique
  readonly lengthMs: number
  /** In how many of the sessions, or units of sessions, at least one interval was observed. */
  readonly units: number
  readonly codes: readonly {
    readonly behavior: Behavior
    readonly percentOfIntervals: Distribution
    readonly percentOfMarks: Distribution
  }[]
}

/**
 * Several sessions, by their numbers, in both published ways, which differ: long sessions weigh more when
 * records are pooled.
 */
export interface SeveralSessions {
  readonly sessions: readonly number[]
  /** `pooled records`: all records and all observed time as one; no figure spans a border between sessions. */
  readonly pooled: SessionSummary
  /**
   * `averaged sessions`: each session's own figures, then their mean; or of units of several sessions, where
   * asked for.
   */
  readonly averaged: {
    /** The numbers of the sessions in each unit. */
    readonly units: readonly (readonly number[])[]
    readonly behaviors: readonly BehaviorAverages[]
    readonly multiCode: readonly MultiCodeAverages[]
  }
}

/** A request to derive intervals from records that carry times. `everyMs` is a positive whole number. */
export interface Derivation {
  readonly as: IntervalTechnique
  readonly everyMs: number
}
