import {
  type BorisCode,
  type BorisObservation,
  borisCodes,
  borisObservations,
  isState,
  SUBJECT,
  variablesOf,
} from '../boris.ts'
import type { Source } from '../source.ts'

/** A project of format 7.0, which BORIS 9 opens: each session an observation of type LIVE. Counts without times stay out. */
export function* write(source: Source): Generator<string> {
  const codes = borisCodes(source)
  const [first] = source.outlines
  const head = {
    time_format: 'hh:mm:ss',
    project_date: first?.session.startedAt.slice(0, 19) ?? '',
    project_name: 'coach',
    project_description: '',
    project_format_version: '7.0',
    subjects_conf: numbered(subjectsOf(codes).map((name) => ({ key: '', name, description: '' }))),
    behaviors_conf: numbered(distinct(codes).map(behaviorConf)),
    independent_variables: numbered(
      ['observer', 'place'].map((label) => ({
        label,
        description: '',
        type: 'text',
        'default value': '',
        'possible values': '',
      })),
    ),
    behavioral_categories: [],
    coding_map: {},
    behaviors_coding_map: [],
    converters: {},
  }
  yield `${JSON.stringify(head).slice(0, -1)},\n"observations":{`
  let separator = '\n'
  for (const observation of borisObservations(source, codes, 'timed')) {
    yield `${separator}${JSON.stringify(observation.id)}:${JSON.stringify(observationConf(observation)).slice(0, -1)},"events":[`
    separator = ',\n'
    let comma = '\n'
    for (const { atMs, subject, code, values, comment } of observation.events) {
      yield comma + JSON.stringify([atMs / 1000, subject, code, values.join('|'), comment])
      comma = ',\n'
    }
    yield ']}'
  }
  yield '}}\n'
}

const numbered = <Item>(items: readonly Item[]): Record<string, Item> =>
  Object.fromEntries(items.map((item, index) => [String(index), item]))

const distinct = (codes: ReadonlyMap<number, BorisCode>): BorisCode[] => [
  ...new Map([...codes.values()].map((code) => [code.code, code])).values(),
]

const subjectsOf = (codes: ReadonlyMap<number, BorisCode>): string[] => [
  ...new Set(
    [...codes.values()].flatMap(
      ({ behavior }) => behavior.modifiers.find(({ name }) => name === SUBJECT)?.values ?? [],
    ),
  ),
]

/** Modifier type 0 is a choice of one. */
const behaviorConf = ({ code, behavior, sets }: BorisCode): object => ({
  type: isState(behavior) ? 'State event' : 'Point event',
  key: behavior.key,
  code,
  description: behavior.definition,
  color: '',
  category: '',
  modifiers: numbered(sets.map(({ name, values }) => ({ name, description: '', type: 0, values }))),
  excluded: '',
  'coding map': '',
})

const observationConf = ({ session, date, description }: BorisObservation): object => ({
  file: {},
  type: 'LIVE',
  date,
  description,
  'time offset': 0,
  'observation time interval': [0, session.lengthMs / 1000],
  independent_variables: variablesOf(session),
  scan_sampling_time: 0,
  start_from_current_time: false,
  start_from_current_epoch_time: false,
  visualize_spectrogram: false,
  visualize_waveform: false,
  close_behaviors_between_videos: false,
})
