import { borisCodes, borisObservations, seconds, tsvLine, variablesOf } from '../boris.ts'
import type { Source } from '../source.ts'

/** BORIS's tabular events: tab-separated, one row an event, its columns and its order of them. */
export function* write(source: Source): Generator<string> {
  const codes = borisCodes(source)
  const sets = Math.max(0, ...[...codes.values()].map((code) => code.sets.length))
  yield tsvLine([
    'Observation id',
    'Observation date',
    'Description',
    'Observation duration',
    'Observation type',
    'Source',
    'Time offset (s)',
    'Media duration (s)',
    'FPS',
    'observer',
    'place',
    'Subject',
    'Behavior',
    'Behavioral category',
    ...Array.from({ length: sets }, (_, index) => `Modifier #${index + 1}`),
    'Behavior type',
    'Time',
    'Media file name',
    'Image index',
    'Image file path',
    'Comment',
  ])
  for (const { id, session, date, description, events } of borisObservations(source, codes, 'timed')) {
    const { observer = '', place = '' } = variablesOf(session)
    for (const { subject, code, values, type, atMs, comment } of events) {
      yield tsvLine([
        id,
        date.replace('T', ' '),
        description,
        seconds(session.lengthMs),
        'Live observation',
        '',
        '0.000',
        'NA',
        'NA',
        observer,
        place,
        subject,
        code,
        '',
        ...Array.from({ length: sets }, (_, index) => values[index] ?? ''),
        type,
        seconds(atMs),
        'NA',
        'NA',
        'NA',
        comment,
      ])
    }
  }
}
