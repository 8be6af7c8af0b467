import type { Reader, Released } from '../domain/audience.ts'
import { formatList, formatNumber, plural } from '../domain/format.ts'
import { type Behavior, isIntervalTechnique } from '../domain/model.ts'
import { visibleLine } from '../domain/text.ts'
import {
  type Direction,
  describePhase,
  EFFECTS,
  type Effect,
  type EffectName,
  type EffectText,
  effectTexts,
  type Interval,
  type Phase,
  type PhaseComparison,
} from '../measures/change/index.ts'
import type { CaseProgress, SeriesMeasure } from '../measures/change/series.ts'
import type { Figure } from '../measures/types.ts'
import type { Row } from './figure-lines.ts'
import { READER_WORDS } from './header.ts'
import { formatPercent } from './phrases.ts'

/** One measure over sessions, cut into phases. */
export interface Progress {
  readonly audience: Reader
  /** What it is a measure of; null where a file does not say it. */
  readonly behavior: Released<
    Pick<Behavior, 'name' | 'technique'> & Partial<Pick<Behavior, 'request' | 'definition'>>
  > | null
  /** Null where a file does not say it. */
  readonly measure: SeriesMeasure | null
  /** Which way the protégé wishes the data to move; null where nobody has said it. */
  readonly wished: Direction | null
  /** Who says it. */
  readonly wishedBy: 'goal' | 'option' | null
  readonly cases: Released<readonly CaseProgress[]>
  /** Sessions of a second observer of the same event, which would count it twice. */
  readonly leftOut: Released<readonly number[]>
  /** Sessions from which on the behavior was defined anew. */
  readonly redefined: Released<readonly number[]>
}

/** What the series of one case is called: the behavior, whose it is, and of how many sessions. */
export function caseTitle({ case: who, points }: CaseProgress, { behavior }: Progress): string {
  const named = [behavior?.name, who].flatMap((name) => (name == null ? [] : [visibleLine(name)]))
  return [...named, plural(points.length, 'session')].join(', ')
}

/** How values of a measure are said. */
export interface Unit {
  readonly caption: string
  /** Values are divided by it. */
  readonly of: number
  readonly words: string
}

export function unitOf({ behavior, measure, cases }: Progress): Unit {
  const values = cases.flatMap(({ phases }) => phases.flatMap((phase) => phase.values))
  const longest = values.reduce((most, { value }) => Math.max(most, value), 0)
  const time = longest < 120_000 ? { of: 1000, words: ' s' } : { of: 60_000, words: ' min' }
  const inTime = (caption: string): Unit => ({ caption: `${caption}, in${time.words}`, ...time })
  const ofIntervals = behavior !== null && isIntervalTechnique(behavior.technique)
  switch (measure) {
    case 'count':
      return { caption: 'count', of: 1, words: '' }
    case 'rate':
      return { caption: 'rate, a minute', of: 1, words: ' a minute' }
    case 'percent':
      return {
        caption:
          behavior === null ? 'percent' : `percent of ${ofIntervals ? 'intervals scored' : 'observed time'}`,
        of: 1,
        words: ' %',
      }
    case 'intervals':
      return { caption: 'percent of intervals scored', of: 1, words: ' %' }
    case 'total':
      return inTime('total time')
    case 'mean':
      return inTime('mean time each')
    case 'latency':
      return inTime('mean time to respond')
    case null:
      return { caption: 'value', of: 1, words: '' }
  }
}

export const say = (value: number, { of, words }: Unit): string => `${formatNumber(value / of, 3)}${words}`

/** Level, variability and trend of one phase. */
export function phaseFigures(phase: Phase, unit: Unit): Row[] {
  const { mean, median, sd, min, max, slope, slopeCi95, percentInEnvelope } = describePhase(phase)
  const inUnit = (value: number): string => say(value, unit)
  return [
    { label: 'level (mean)', figure: mean, say: inUnit },
    { label: 'level (median)', figure: median, say: inUnit },
    { label: 'variability (SD)', figure: sd, say: inUnit },
    { label: 'from least to most', figure: max, say: (most) => `${said(min, unit)} to ${inUnit(most)}` },
    { label: 'within 25 % of the median', figure: percentInEnvelope, say: formatPercent },
    {
      label: 'trend (Theil–Sen)',
      figure: slope,
      say: (value) => `${signed(value, unit)} a session${trendInterval(slopeCi95, unit)}`,
    },
  ]
}

/** How a phase differs from the one before. */
export function comparisonFigures({ direction, effects }: PhaseComparison, unit: Unit): Row[] {
  const texts = effectTexts(direction)
  return EFFECTS.map((name) => ({
    label: shortName(texts[name].name),
    figure: effects[name].value,
    say: (value) => effectWords(name, value, effects[name], unit),
  }))
}

const trendInterval = ({ value }: Interval, unit: Unit): string =>
  value === null
    ? ''
    : ` (95 % interval ${value.map((end) => signed(end, { ...unit, words: '' })).join(' to ')})`

const said = ({ value }: Figure, unit: Unit): string => (value === null ? '' : say(value, unit))

function signed(value: number, unit: Unit): string {
  const text = say(value, unit)
  return /^[-0]/.test(text) && !text.startsWith('0.') ? text : `+${text}`
}

/** `NAP` of `NAP, non-overlap of all pairs`: the whole name stands where the figures are explained. */
const shortName = (name: string): string => name.split(',')[0] ?? name

function effectWords(name: EffectName, value: number, { se, ci95 }: Effect, unit: Unit): string {
  if (name === 'level' || name === 'immediacy') return signed(value, unit)
  if (name === 'trend') return `${signed(value, unit)} a session`
  const error = se.value === null ? [] : [`SE ${formatNumber(se.value, 3)}`]
  const interval =
    ci95.value === null
      ? []
      : [`95 % interval ${formatNumber(ci95.value[0], 3)} to ${formatNumber(ci95.value[1], 3)}`]
  const aside = [...error, ...interval]
  return `${formatNumber(value, 3)}${aside.length === 0 ? '' : ` (${aside.join(', ')})`}`
}

/** Whether there are phases to tell apart. */
const isCompared = ({ cases }: Progress): boolean => cases.some(({ comparisons }) => comparisons.length > 0)

/** The sessions without a value, and why each has none; null where all have one. */
export function undefinedPoints({ points }: CaseProgress): string | null {
  const missing = points.flatMap(({ session, value }) =>
    value.value === null ? [`session ${session}: ${value.why}`] : [],
  )
  return missing.length === 0 ? null : `Without a value, and so in no figure: ${missing.join('; ')}.`
}

/** What a reader must know of how the figures were worked out, a sentence or two each. */
export function progressNotes(progress: Progress): string[] {
  const { behavior, wished, wishedBy, leftOut, redefined } = progress
  const compared = isCompared(progress)
  const notes: string[] = [`For ${READER_WORDS[progress.audience]}.`]
  if (!compared && progress.cases.length > 0) {
    notes.push(
      behavior === null
        ? 'There is one phase, so there is nothing to compare it with.'
        : 'All of these sessions are one phase. Where something changed, say so: coach phase add NAME --from SESSION',
    )
  } else if (wishedBy === 'goal') {
    notes.push(
      `The figures are worked out for ${article(wished)}, which is the way that the protégé’s goal names.`,
    )
  } else if (wishedBy === 'option') {
    notes.push(`The figures are worked out for ${article(wished)}, as was asked for.`)
  } else if (compared) {
    notes.push(
      `${
        progress.audience === 'self'
          ? 'Nobody has said which way the data are wished to move'
          : 'Goals are not in it, which say the way that the data are wished to move'
      }, so the figures are worked out for an increase. For a decrease, NAP would be 1 − NAP, and Tau and Tau-U would turn their signs. ${
        behavior === null || progress.audience !== 'self'
          ? 'Say it with --direction decrease.'
          : 'The protégé says it with a goal: coach goal add WORDS --behavior NAME --direction decrease'
      }`,
    )
  }
  if (redefined.length > 0) {
    notes.push(`The behavior was defined anew from session ${formatList(redefined.map(String))} on.`)
  }
  if (leftOut.length > 0) {
    notes.push(
      `A second observer’s account of the same event is left out: session ${formatList(leftOut.map(String))}.`,
    )
  }
  return notes
}

const article = (direction: Direction | null): string =>
  direction === 'decrease' ? 'a decrease' : 'an increase'

/** Each figure of a comparison, what it is, and what it can't tell; none where nothing is compared. */
export const figureTexts = (progress: Progress): EffectText[] =>
  isCompared(progress) ? Object.values(effectTexts(progress.wished ?? 'increase')) : []
