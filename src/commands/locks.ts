import type { Command } from 'commander'
import { UsageError } from '../domain/errors.ts'
import { decrypt, isEncrypted, type Key, type Lock, wantsPassphrase } from '../exchange/encryption.ts'
import { readText } from '../terminal/files.ts'
import { type Context, gathered } from './context.ts'

export interface LockOptions {
  readonly encryptTo?: readonly string[]
  readonly passphrase?: boolean
}

/** The flags with which a command that writes a file encrypts it. */
export const lockOptions = (command: Command): Command =>
  command
    .option('--encrypt-to <recipient>', 'encrypt for an age recipient, age1…; may be repeated', gathered)
    .option('--passphrase', 'encrypt with a passphrase, asked for or taken from COACH_PASSPHRASE')

/**
 * What a file is to be locked with, or null.
 * @throws UsageError when both are asked for, or no passphrase can be had
 */
export async function lockFor(context: Context, options: LockOptions): Promise<Lock | null> {
  if (options.passphrase === true) {
    if (options.encryptTo !== undefined) {
      throw new UsageError('A file is locked either with --encrypt-to or with --passphrase.')
    }
    return { passphrase: await newPassphrase(context) }
  }
  return options.encryptTo === undefined ? null : { recipients: options.encryptTo }
}

async function newPassphrase(context: Context): Promise<string> {
  const given = context.io.env.COACH_PASSPHRASE
  if (given) return given
  const { ask } = context
  if (ask === null) throw nobodyToAsk()
  const passphrase = await ask.secret('Passphrase (nobody can open the file without it):')
  if (passphrase === '') throw new UsageError('An empty passphrase locks nothing; type one.')
  if ((await ask.secret('The same once more:')) !== passphrase) {
    throw new UsageError('The two passphrases differ; nothing was written.')
  }
  return passphrase
}

async function keyFor(context: Context, identity: string | undefined, name: string): Promise<Key> {
  if (identity !== undefined) return { identities: await readText(context.io, identity) }
  const given = context.io.env.COACH_PASSPHRASE
  if (given) return { passphrase: given }
  if (context.ask === null) throw nobodyToAsk()
  return { passphrase: await context.ask.secret(`Passphrase of ${name}:`) }
}

/**
 * The content of a file, decrypted where it is locked.
 * @throws UsageError or InputError when it is locked and can't be opened
 */
export async function unlocked(
  context: Context,
  bytes: Uint8Array,
  identity: string | undefined,
  name: string,
): Promise<Uint8Array> {
  if (!isEncrypted(bytes)) return bytes
  if (identity === undefined && !(await wantsPassphrase(bytes))) {
    throw new UsageError(`${name} is locked for a key; name the file that holds it with --identity FILE.`)
  }
  return decrypt(bytes, await keyFor(context, identity, name), name)
}

const nobodyToAsk = (): UsageError =>
  new UsageError(
    'A passphrase is needed here; set COACH_PASSPHRASE, or run the command in a terminal to be asked.',
  )
