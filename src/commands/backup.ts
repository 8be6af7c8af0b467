import { createReadStream, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { InputError, UsageError } from '../domain/errors.ts'
import { formatList, plural } from '../domain/format.ts'
import { encrypt, type Lock } from '../exchange/encryption.ts'
import { type Counts, copyDatabase, dropCopy, knownCopies, rememberCopy } from '../store/backup.ts'
import type { Database } from '../store/database.ts'
import { recordDisclosure } from '../store/disclosures.ts'
import { writeWhole } from '../terminal/files.ts'
import { type Context, type Define, examples, say, wholeNumber } from './context.ts'
import { refuseDatabase, thenDo } from './deliver.ts'
import { type LockOptions, lockFor, lockOptions } from './locks.ts'

interface Options extends LockOptions {
  readonly keep?: number
  readonly force?: boolean
}

export const define: Define = (command, context) => {
  lockOptions(
    command
      .argument('<file>', 'a new file, or a folder in which it gets a name with the date')
      .option(
        '--keep <number>',
        'in a folder: of the backups of this database there, take away all but the newest so many',
        wholeNumber('--keep', 1),
      )
      .option('--force', 'replace the file where there is one'),
  ).action((target: string, options: Options) => backUp(target, options, context))
  examples(command, [
    'coach backup coach-2026.db',
    'coach backup ~/backups --keep 7',
    'coach backup ~/backups --encrypt-to age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
  ])
}

async function backUp(target: string, options: Options, context: Context): Promise<void> {
  const { io } = context
  const db = await context.database()
  const given = resolve(io.cwd, target)
  const isFolder = existsSync(given) && statSync(given).isDirectory()
  if (options.keep !== undefined && !isFolder) {
    throw new UsageError(`--keep works in a folder, and ${target} is none; name one that exists.`)
  }
  const lock = await lockFor(context, options)
  const path = isFolder ? join(given, backupName(io.now(), lock)) : given
  refuseDatabase(context, path)
  if (options.force !== true && existsSync(path)) {
    throw new InputError(`${path} exists; add --force to replace it, or name another file.`)
  }
  const counts = await write(db, path, lock, context)
  say(io, `${path}: ${summary(counts)}, read back and whole.`)
  if (options.keep !== undefined) {
    const removed = await removeAllButNewest(db, given, options.keep)
    if (removed > 0) say(io, `${plural(removed, 'older backup')} taken away.`)
  }
}

/** Sorts by the moment at which it was made. */
const backupName = (now: Date, lock: Lock | null): string =>
  `coach-${now.toISOString().replaceAll(/[:.]/g, '')}.db${lock === null ? '' : '.age'}`
const BACKUP_NAME = /^coach-\d{4}-\d{2}-\d{2}T\d{9}Z\.db(\.age)?$/

async function write(db: Database, path: string, lock: Lock | null, { io }: Context): Promise<Counts> {
  // One that is to be locked is never on the disk in the open anywhere but beside the database itself.
  const copy = `${lock === null ? path : join(dirname(resolve(db.name)), 'backup')}.${io.uuid()}.part`
  try {
    const counts = await copyDatabase(db, copy)
    const leaving = (): void => {
      rememberCopy(db, io, path)
      recordDisclosure(db, io, {
        what: lock === null ? 'a backup of everything' : 'an encrypted backup of everything',
        audience: 'self',
        destination: path,
        agreements: 'everything',
      })
    }
    if (lock === null) {
      leaving()
      renameSync(copy, path)
    } else {
      await writeWhole(path, thenDo(encrypt(createReadStream(copy), lock), leaving), true)
    }
    return counts
  } finally {
    rmSync(copy, { force: true })
  }
}

/** Another database may have its backups in the same folder: only this one's are looked at. */
async function removeAllButNewest(db: Database, folder: string, keep: number): Promise<number> {
  const own = new Set(knownCopies(db).map(({ path }) => path))
  const paths = (await readdir(folder))
    .filter((name) => BACKUP_NAME.test(name))
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => own.has(path))
  const old = paths.slice(0, Math.max(0, paths.length - keep))
  for (const path of old) {
    rmSync(path)
    dropCopy(db, path)
  }
  return old.length
}

/** `2 people, 3 sessions and 41 records`. */
export const summary = ({ person = 0, session = 0, record = 0 }: Counts): string =>
  formatList([plural(person, 'person', 'people'), plural(session, 'session'), plural(record, 'record')])
