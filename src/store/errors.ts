import { StoreError } from '../domain/errors.ts'

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^SQLITE_(NOTADB|CORRUPT)/, 'is damaged or not a database; restore a backup with coach restore FILE'],
  [/^SQLITE_BUSY/, 'is in use by another program; end that program and try again'],
  [/^SQLITE_FULL|^ENOSPC/, 'could not be written because the disk is full; free some space and try again'],
  [
    /^SQLITE_(READONLY|PERM)|^EACCES|^EPERM|^EROFS/,
    'may not be written; change its permissions or name another file with --db',
  ],
  [
    /^SQLITE_CANTOPEN|^ENOENT|^ENOTDIR|^EISDIR|^EEXIST/,
    'could not be opened; check the path, or name another file with --db',
  ],
  [/^SQLITE_IOERR/, 'could not be read or written; check the disk, then run coach doctor'],
]

/** SQLite's and the file system's errors as a StoreError; any other error as it is. */
export function storeErrorFor(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = REASONS.find(([pattern]) => pattern.test(code))
  return reason === undefined ? error : new StoreError(`The database ${path} ${reason[1]}.`)
}
