import {
  type BorisEvent,
  type BorisObservation,
  borisCodes,
  borisObservations,
  seconds,
  tsvLine,
  variablesOf,
} from '../boris.ts'
import type { Source } from '../source.ts'

/**
 * BORIS's aggregated events: tab-separated, one row a bout or a moment, by its beginning. A cue or a bout without an end
 * has no length to be told, and no row.
 */
export function* write(source: Source): Generator<string> {
  const codes = borisCodes(source)
  const sets = Math.max(0, ...[...codes.values()].map((code) => code.sets.length))
  yield tsvLine([
    'Observation id',
    'Observation date',
    'Description',
    'Observation type',
    'Source',
    'Time offset (s)',
    'Coding duration',
    'Media duration (s)',
    'FPS (frame/s)',
    'observer',
    'place',
    'Subject',
    'Observation duration by subject by observation',
    'Behavior',
    'Behavioral category',
    ...Array.from({ length: sets }, (_, index) => `Modifier #${index + 1}`),
    'Behavior type',
    'Start (s)',
    'Stop (s)',
    'Duration (s)',
    'Media file name',
    'Image index start',
    'Image index stop',
    'Image file path start',
    'Image file path stop',
    'Comment start',
    'Comment stop',
  ])
  for (const observation of borisObservations(source, codes, 'paired')) {
    const { id, session, date, description } = observation
    const { observer = '', place = '' } = variablesOf(session)
    const length = seconds(session.lengthMs)
    for (const { from, to } of boutsOf(observation)) {
      yield tsvLine([
        id,
        date.replace('T', ' '),
        description,
        'Live observation',
        '',
        '0.000',
        length,
        'NA',
        'NA',
        observer,
        place,
        from.subject === '' ? 'No focal subject' : from.subject,
        length,
        from.code,
        '',
        ...Array.from({ length: sets }, (_, index) => from.values[index] ?? ''),
        to === null ? 'POINT' : 'STATE',
        seconds(from.atMs),
        seconds((to ?? from).atMs),
        to === null ? 'NA' : seconds(to.atMs - from.atMs),
        'NA',
        'NA',
        'NA',
        'NA',
        'NA',
        from.comment,
        (to ?? from).comment,
      ])
    }
  }
}

interface Bout {
  readonly from: BorisEvent
  /** Null for a moment. */
  readonly to: BorisEvent | null
}

/** The events come paired: a beginning that no end follows has none. */
function* boutsOf({ events }: BorisObservation): Generator<Bout> {
  let from: BorisEvent | undefined
  for (const event of events) {
    if (event.type === 'POINT') yield { from: event, to: null }
    else if (event.type === 'STOP' && from !== undefined && event.starts === from.number) {
      yield { from, to: event }
    }
    from = event
  }
}
