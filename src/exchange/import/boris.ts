import type { Clock } from '../../domain/clock.ts'
import { formatNumber } from '../../domain/format.ts'
import type { Modifier } from '../../domain/model.ts'
import { parseWhen } from '../../domain/when.ts'
import {
  type BorisBehavior,
  type BorisObservation,
  borisSchema,
  NO_MODIFIER,
  NO_SUBJECT,
} from './boris-project.ts'
import type { IncomingSession, Intake } from './intake.ts'
import { gatherIssues, parseJson, shown } from './json.ts'
import type { Problems } from './problems.ts'

interface Into {
  readonly intake: Intake
  readonly problems: Problems
  readonly clock: Clock
}

/**
 * Reads the observations of a BORIS project, a session each. BORIS stores no starts and stops: state events of one
 * subject, code and modifiers begin and end in turn, as they stand in the list; one without a partner is a problem.
 * Returns what was done that the file does not say.
 */
export function readBoris(text: string, file: string, into: Into): string[] {
  const result = borisSchema.safeParse(parseJson(text, file))
  if (!result.success) {
    gatherIssues(result.error.issues, into.problems)
    return []
  }
  const { behaviors_conf, observations } = result.data
  const ethogram = new Map(Object.values(behaviors_conf).map((behavior) => [behavior.code, behavior]))
  return Object.entries(observations).flatMap(([id, observation]) =>
    readObservation(id, observation, ethogram, into),
  )
}

function readObservation(
  id: string,
  observation: BorisObservation,
  ethogram: ReadonlyMap<string, BorisBehavior>,
  into: Into,
): string[] {
  const { intake, problems, clock } = into
  const place = `observation '${id}'`
  const variables = Object.entries(observation.independent_variables).flatMap(([label, value]) =>
    value === '' || value === null || value === undefined ? [] : [{ label, value: shown(value) }],
  )
  const variable = (label: string): string | null =>
    variables.find((one) => one.label.toLowerCase() === label)?.value ?? null
  const session = intake.session({
    place,
    person: null,
    startedAt:
      observation.date === '' ? null : problems.at(place, () => parseWhen(observation.date, clock.now())),
    timeZone: null,
    lengthMs: null,
    plannedMs: null,
    intervalMs: null,
    observer: variable('observer'),
    where: variable('place') ?? id,
  })
  if (session === null) return []
  const about = [
    ...(observation.description.trim() === '' ? [] : [observation.description.trim()]),
    ...variables
      .filter(({ label }) => !['observer', 'place'].includes(label.toLowerCase()))
      .map(({ label, value }) => `${label}: ${value}`),
  ]
  if (about.length > 0) intake.add(session, null, 'point', 0, { words: about.join('\n') }, place)
  const zeroMs = zeroOf(observation)
  readEvents(observation, session, ethogram, zeroMs, place, into)
  session.lastMs = Math.max(session.lastMs, lengthOf(observation))
  return zeroMs === 0 ? [] : [`The times of ${place} count from ${formatNumber(zeroMs / 1000, 3)} s.`]
}

/** Where the times of an observation begin: the time offset that BORIS added to them, or the clock it began at. */
function zeroOf(observation: BorisObservation): number {
  if (observation.start_from_current_time !== true) return millis(observation['time offset'])
  const times = observation.events.flatMap(([time]) => (typeof time === 'number' ? [millis(time)] : []))
  return times.reduce((earliest, ms) => Math.min(earliest, ms), times[0] ?? 0)
}

const millis = (seconds: number): number => Math.round(seconds * 1000)

/** How long it was observed, as far as the project says: its interval, or its media. */
function lengthOf(observation: BorisObservation): number {
  const until = observation['observation time interval'][1] ?? 0
  const lengths = Object.values(observation.media_info?.length ?? {})
  const media = lengths.reduce<number>((sum, length) => sum + (typeof length === 'number' ? length : 0), 0)
  const ms = until > 0 ? millis(until) : millis(media)
  return Number.isFinite(ms) ? ms : 0
}

function readEvents(
  observation: BorisObservation,
  session: IncomingSession,
  ethogram: ReadonlyMap<string, BorisBehavior>,
  zeroMs: number,
  where: string,
  { intake, problems }: Into,
): void {
  const running = new Map<string, number>()
  for (const [at, event] of observation.events.entries()) {
    const place = `${where}, event ${at + 1}`
    const [time, subject, code, modifiers, comment] = event
    const behaviorInfo = typeof code === 'string' ? ethogram.get(code) : undefined
    if (behaviorInfo === undefined) {
      problems.add(place, `the code '${shown(code)}' is not in the ethogram`)
      continue
    }
    const seconds = typeof time === 'string' ? Number(time) : time
    if (typeof seconds !== 'number' || !Number.isFinite(seconds)) {
      problems.add(place, `'${shown(time)}' is no time`)
      continue
    }
    const isState = behaviorInfo.type.toLowerCase().startsWith('state')
    const behavior = intake.codes.behavior(session.agreement, behaviorInfo.code, place, () => ({
      technique: isState ? 'duration' : 'event',
      key: behaviorInfo.key,
      definition: behaviorInfo.description,
      modifiers: modifiersOf(behaviorInfo),
    }))
    if (behavior === null) continue
    const chosen = intake.codes.choose(behavior, chosenIn(behaviorInfo, subject, modifiers), place)
    const said = { modifiers: chosen, words: typeof comment === 'string' && comment !== '' ? comment : null }
    const atMs = millis(seconds) - zeroMs
    if (!isState) {
      intake.add(session, behavior, 'point', atMs, said, place)
      continue
    }
    const key = `${behavior.version} ${chosen}`
    const starts = running.get(key) ?? null
    const number = intake.add(
      session,
      behavior,
      starts === null ? 'start' : 'stop',
      atMs,
      { ...said, starts },
      place,
    )
    if (starts === null) running.set(key, number)
    else running.delete(key)
  }
}

const setName = (name: string, index: number): string => name.trim() || `modifier ${index + 1}`

/** A value may end in its key: `high (h)`. */
const withoutKey = (value: string): string => value.replace(/ \([^()]{0,20}\)$/, '').trim()

const modifiersOf = ({ modifiers }: BorisBehavior): Modifier[] =>
  modifiers
    .map(({ name, values }, index) => ({
      name: setName(name, index),
      values: [...new Set(values.map(withoutKey))].filter((value) => value !== ''),
    }))
    .filter(({ values }, index, all) => values.length > 0 && isFirst(all, index))

const isFirst = (all: readonly { readonly name: string }[], index: number): boolean =>
  all.findIndex(({ name }) => name === all[index]?.name) === index

function chosenIn(
  { modifiers: sets }: BorisBehavior,
  subject: unknown,
  modifiers: unknown,
): (readonly [string, string])[] {
  const chosen = typeof modifiers === 'string' ? modifiers.split('|') : []
  return [
    ...(typeof subject === 'string' && subject !== NO_SUBJECT ? [['subject', subject.trim()] as const] : []),
    ...chosen.flatMap((value, index) => {
      const clean = withoutKey(value)
      return clean === '' || clean === NO_MODIFIER
        ? []
        : [[setName(sets[index]?.name ?? '', index), clean] as const]
    }),
  ]
}
