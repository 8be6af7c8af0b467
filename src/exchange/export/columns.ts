import { chosenIn } from '../../domain/behavior.ts'
import { UsageError } from '../../domain/errors.ts'
import type { Behavior, Session, SessionRecord } from '../../domain/model.ts'
import type { Part } from '../source.ts'

/** What a record says in one column; null where it says nothing. */
export type Cell = string | number | null | readonly string[] | Readonly<Record<string, string>>

/**
 * One row a record: the columns of csv, jsonl and xlsx. Times are milliseconds from the session's start. A column
 * belongs to a session, a behavior or a record, so that the first two are worked out once.
 */
export type Column = { readonly name: string } & (
  | { readonly of: 'session'; readonly value: (session: Session) => Cell }
  | { readonly of: 'behavior'; readonly value: (behavior: Behavior) => Cell }
  | { readonly of: 'record'; readonly value: (record: SessionRecord) => Cell }
)

const COLUMNS: readonly Column[] = [
  { name: 'session', of: 'session', value: ({ number }) => number },
  { name: 'started_at', of: 'session', value: ({ startedAt }) => startedAt },
  { name: 'time_zone', of: 'session', value: ({ timeZone }) => timeZone },
  { name: 'length_ms', of: 'session', value: ({ lengthMs }) => lengthMs },
  { name: 'place', of: 'session', value: ({ place }) => place },
  { name: 'person', of: 'session', value: ({ agreement }) => agreement.protege.name },
  { name: 'observer', of: 'session', value: ({ observer }) => observer.name },
  { name: 'record', of: 'record', value: ({ number }) => number },
  { name: 'behavior', of: 'behavior', value: ({ name }) => name },
  { name: 'technique', of: 'behavior', value: ({ technique }) => technique },
  { name: 'key', of: 'behavior', value: ({ key }) => key },
  { name: 'interval_ms', of: 'behavior', value: ({ intervalMs }) => intervalMs },
  { name: 'mark', of: 'record', value: ({ mark }) => mark },
  { name: 'time_ms', of: 'record', value: ({ atMs }) => atMs },
  { name: 'value', of: 'record', value: ({ value }) => value },
  { name: 'starts', of: 'record', value: ({ starts }) => starts },
  { name: 'words', of: 'record', value: ({ words }) => words },
  { name: 'flag', of: 'record', value: ({ flag }) => flag },
  { name: 'kept', of: 'record', value: ({ kept }) => kept },
]

/** The column of a modifier in a table: `modifier_level`. */
export const MODIFIER_PREFIX = 'modifier_'

/**
 * The columns of a table: those of every record, and one for each modifier. `asked` takes some of them, in its order.
 * @throws UsageError that names the columns when one is asked for that does not exist
 */
export const tableColumns = (modifiers: readonly string[], asked?: readonly string[]): Column[] =>
  pick(asked, [
    ...COLUMNS,
    ...modifiers.map(
      (name): Column => ({
        name: `${MODIFIER_PREFIX}${name}`,
        of: 'record',
        value: (record) => chosenIn(record, name) ?? null,
      }),
    ),
  ])

/** The columns where a cell may hold an object: all modifiers are in one of them. Errors as `tableColumns`. */
export const objectColumns = (asked?: readonly string[]): Column[] =>
  pick(asked, [...COLUMNS, { name: 'modifiers', of: 'record', value: ({ modifiers }) => modifiers }])

function pick(asked: readonly string[] | undefined, all: Column[]): Column[] {
  if (asked === undefined) return all
  return asked.map((name) => {
    const found = all.find((column) => column.name === name)
    if (found !== undefined) return found
    throw new UsageError(
      `--columns takes names out of ${all.map((column) => column.name).join(', ')}; '${name}' is none of them.`,
    )
  })
}

/**
 * Reads the cells of each record as a format has them, from the parts of sessions in their order. What a session and
 * its behaviors say is formatted with its first part alone, into arrays that are filled anew for each record: a million
 * arrays would be most of an export's memory. So a row is good until the next one.
 * @param format writes a cell of the column at a place
 */
export function rowReader<Formatted>(
  columns: readonly Column[],
  format: (cell: Cell, at: number) => Formatted,
): (part: Part) => Generator<readonly Formatted[]> {
  const ofRecord = columns.flatMap((column, at) => (column.of === 'record' ? [{ at, column }] : []))
  let ofSession: Formatted[] = []
  let ofBehavior: ReadonlyMap<number | null, Formatted[]> = new Map()
  const begin = ({ session, behaviors }: Part): void => {
    ofSession = columns.map((column, at) =>
      format(column.of === 'session' ? column.value(session) : null, at),
    )
    ofBehavior = new Map(
      behaviors.map((behavior) => [
        behavior.id,
        columns.map((column, at) =>
          column.of === 'behavior' ? format(column.value(behavior), at) : (ofSession[at] as Formatted),
        ),
      ]),
    )
  }
  return function* rows(part) {
    if (part.first) begin(part)
    for (const record of part.records) {
      const row = ofBehavior.get(record.behavior) ?? ofSession
      for (const { at, column } of ofRecord) row[at] = format(column.value(record), at)
      yield row
    }
  }
}
