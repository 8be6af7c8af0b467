import { UsageError } from '../../domain/errors.ts'
import { MODIFIER_PREFIX } from '../export/columns.ts'
import type { Row, Table } from './table.ts'

/** What a column says of a record, its behavior or its session. */
export const ROLES = [
  'session',
  'date',
  'zone',
  'length',
  'place',
  'person',
  'observer',
  'record',
  'behavior',
  'technique',
  'key',
  'interval',
  'mark',
  'time',
  'end',
  'duration',
  'wait',
  'value',
  'starts',
  'words',
  'flag',
  'kept',
  'modifier',
  'skip',
] as const
export type Role = (typeof ROLES)[number]

export interface ReadColumn {
  readonly name: string
  readonly role: Role
  readonly at: number
  /** Milliseconds in one of the column's units, for times and lengths. */
  readonly unitMs: number
}

/** The columns that `coach export` writes. */
const OWN: Readonly<Record<string, Role>> = {
  session: 'session',
  started_at: 'date',
  time_zone: 'zone',
  length_ms: 'length',
  place: 'place',
  person: 'person',
  observer: 'observer',
  record: 'record',
  behavior: 'behavior',
  technique: 'technique',
  key: 'key',
  interval_ms: 'interval',
  mark: 'mark',
  time_ms: 'time',
  value: 'value',
  starts: 'starts',
  words: 'words',
  flag: 'flag',
  kept: 'kept',
}

/** How others name theirs, without a unit; the first that fits a role keeps it. */
const NAMES: readonly (readonly [Role, RegExp])[] = [
  ['time', /^(time|onset|start|begin|t|at|position|from)$/],
  ['end', /^(end|stop|offset|until|to)$/],
  ['duration', /^(duration|dur)$/],
  ['wait', /^(wait|wait time|latency|response time)$/],
  ['behavior', /^(behaviou?r|code|event|label|category|annotation|tier)$/],
  ['session', /^(observation|observation id|session|recording|lesson|file)$/],
  ['date', /^(date|observation date|started at)$/],
  ['person', /^(protégé|protege|person)$/],
  ['observer', /^(observer|coder|rater)$/],
  ['place', /^(place|room|location|site)$/],
  ['mark', /^(mark|behaviou?r type|status|state)$/],
  ['value', /^(value|count|n|tally)$/],
  ['words', /^(words|verbatim|quotes?|utterance|transcript|text|said|comments?|notes?)$/],
]

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  millis: 1,
  milliseconds: 1,
  s: 1000,
  sec: 1000,
  secs: 1000,
  seconds: 1000,
  min: 60_000,
  mins: 60_000,
  minutes: 60_000,
  h: 3_600_000,
  hours: 3_600_000,
}

/** `onset_s` is `onset` in seconds, which is also the unit where none is named. */
export function named(header: string): { readonly name: string; readonly unitMs: number } {
  const words = header
    .toLowerCase()
    .split(/[\s_()[\].-]+/)
    .filter((word) => word !== '')
  const unitMs = words.length > 1 ? UNITS[words.at(-1) ?? ''] : undefined
  return { name: (unitMs === undefined ? words : words.slice(0, -1)).join(' '), unitMs: unitMs ?? 1000 }
}

/**
 * What each column is taken for: as it is said in `asked`, as `coach export` names it, or as its name and its first
 * cells suggest.
 * @param asked roles by the names of columns
 * @throws UsageError when a column is asked for that the table does not have
 */
export function readColumns(table: Table, asked: ReadonlyMap<string, Role>): ReadColumn[] {
  for (const name of asked.keys()) {
    if (!table.header.includes(name)) {
      throw new UsageError(`--column names '${name}', and the file has ${table.header.join(', ')}.`)
    }
  }
  const own = table.header.filter((name) => Object.hasOwn(OWN, name)).length > 3
  const taken = new Set<Role>(asked.values())
  return table.header.map((header, at) => {
    const role =
      asked.get(header) ?? (own ? ownRole(header) : undefined) ?? likelyRole(header, at, table, taken)
    taken.add(role)
    const { unitMs } = named(header)
    return { name: header, role, at, unitMs }
  })
}

const ownRole = (header: string): Role | undefined => (Object.hasOwn(OWN, header) ? OWN[header] : undefined)

function likelyRole(header: string, at: number, table: Table, taken: ReadonlySet<Role>): Role {
  if (header.startsWith(MODIFIER_PREFIX)) return 'modifier'
  const { name } = named(header)
  const role = NAMES.find(([, pattern]) => pattern.test(name))?.[0]
  if (role !== undefined && !taken.has(role)) return role
  return looksChosen(table.sample, at) ? 'modifier' : 'skip'
}

const MOST_VALUES = 20
const LONGEST_VALUE = 40

/** Whether the cells look like values chosen out of a few: short, and each more than once on average. */
function looksChosen(sample: readonly Row[], at: number): boolean {
  const cells = sample.map(({ cells }) => cells[at]?.trim() ?? '').filter((cell) => cell !== '')
  const values = new Set(cells)
  return (
    values.size > 0 &&
    values.size <= MOST_VALUES &&
    values.size * 2 <= cells.length &&
    cells.every((cell) => cell.length <= LONGEST_VALUE)
  )
}

/** The name of the modifier that a column holds. */
export const modifierName = ({ name }: ReadColumn): string =>
  name.startsWith(MODIFIER_PREFIX) ? name.slice(MODIFIER_PREFIX.length) : name
