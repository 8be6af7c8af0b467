import type { Reader, Released } from '../domain/audience.ts'
import type { Action, Goal, Observation, Reflection, Stage } from '../domain/model.ts'
import type { Style } from '../domain/text.ts'
import type { SessionSummary, SeveralSessions } from '../measures/types.ts'

/** A question to put to the protégé. */
export interface ReportQuestion {
  readonly stage: Stage
  readonly text: string
  /** The name of the behavior that it is about; null where it is about the session as a whole. */
  readonly behavior: string | null
}

/** What a report is made of, as it was measured: what every renderer takes. All of it may be seen by its reader. */
export interface ReportData {
  readonly audience: Reader
  /** One session or several, in the order of their numbers. */
  readonly observations: readonly Released<Observation>[]
  /** The figures of the one session, or those of the records of all of them pooled. */
  readonly summary: Released<SessionSummary>
  /** The figures of each session averaged, where there are several. */
  readonly averaged: Released<SeveralSessions['averaged']> | null
  readonly reflections: Released<readonly Reflection[]>
  readonly goals: Released<readonly Goal[]>
  /** The steps towards these goals. */
  readonly actions: Released<readonly Action[]>
  readonly questions: Released<readonly ReportQuestion[]>
}

/** How and for what a report is drawn. */
export interface Page {
  /** Columns of the terminal; 20 are taken for fewer. */
  readonly width: number
  /** Whether block characters and typographic marks can be shown. */
  readonly unicode: boolean
  readonly style: Style
  /** The template, for the formats that have one. */
  readonly template: Template | null
}

export interface TemplateFile {
  /** As people know it: the path that an error names. */
  readonly name: string
  readonly text: string
}

export interface Template extends TemplateFile {
  /** The files that it may take in, by their names in the template folder. */
  readonly parts?: Readonly<Record<string, TemplateFile>>
}

/** Text, or the bytes of a file that is no text. */
export type Rendered = string | Uint8Array

export type Render = (data: ReportData, page: Page) => Rendered | Promise<Rendered>

/** The name of the behavior that a goal is about; null where it is about none of those observed. */
export const behaviorOfGoal = ({ behavior }: Goal, { observations }: ReportData): string | null =>
  observations.flatMap(({ behaviors }) => behaviors).find(({ behaviorId }) => behaviorId === behavior)
    ?.name ?? null
