import { InputError } from '../domain/errors.ts'
import { type Chunks, packed } from '../terminal/files.ts'

/** Who can open an encrypted file: whoever holds a key to one of the recipients (`age1…`), or knows the passphrase. */
export type Lock = { readonly recipients: readonly string[] } | { readonly passphrase: string }

/** What a file is opened with: the lines of an age identity file, or a passphrase. */
export type Key = { readonly identities: string } | { readonly passphrase: string }

const BINARY_HEADER = 'age-encryption.org/'
const ARMOR_HEADER = '-----BEGIN AGE ENCRYPTED FILE-----'

/**
 * Encrypts piece by piece in the age format, version 1 (https://age-encryption.org/v1), which the program `age` opens.
 * @throws InputError when a recipient is none
 */
export async function* encrypt(content: Chunks, lock: Lock): AsyncGenerator<Uint8Array> {
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  if ('passphrase' in lock) encrypter.setPassphrase(lock.passphrase)
  else for (const recipient of lock.recipients) addRecipient(encrypter, recipient)
  yield* await encrypter.encrypt(ReadableStream.from(lasting(content)))
}

/** A stream keeps pieces for a while, and those that are packed are good until the next one. */
async function* lasting(content: Chunks): AsyncGenerator<Uint8Array> {
  for await (const bytes of packed(content)) yield bytes.slice()
}

/** @throws InputError when it is no age recipient */
function addRecipient(encrypter: { addRecipient(text: string): void }, recipient: string): void {
  try {
    encrypter.addRecipient(recipient)
  } catch {
    throw new InputError(
      `'${recipient}' is no age recipient; one begins with age1, and age-keygen makes them.`,
    )
  }
}

/** Whether a file is in the age format, binary or armored. */
export const isEncrypted = (bytes: Uint8Array): boolean => {
  const beginning = Buffer.from(bytes.subarray(0, ARMOR_HEADER.length)).toString('latin1')
  return beginning.startsWith(BINARY_HEADER) || beginning === ARMOR_HEADER
}

/** Whether an age file was locked with a passphrase, which its header says; false for recipients. */
export async function wantsPassphrase(bytes: Uint8Array): Promise<boolean> {
  const file = await unarmored(bytes)
  return /^age-encryption\.org\/v1\n-> scrypt /.test(Buffer.from(file.subarray(0, 100)).toString('latin1'))
}

/**
 * @param name what the file is called, for the error
 * @throws InputError when the key does not open it, or it is damaged
 */
export async function decrypt(bytes: Uint8Array, key: Key, name: string): Promise<Uint8Array> {
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  if ('passphrase' in key) decrypter.addPassphrase(key.passphrase)
  else {
    for (const identity of identitiesIn(key.identities)) {
      try {
        decrypter.addIdentity(identity)
      } catch {
        throw new InputError(
          'The identity file has a line that is no age identity; age-keygen writes such a file.',
        )
      }
    }
  }
  try {
    return await decrypter.decrypt(await unarmored(bytes))
  } catch {
    throw new InputError(
      `${name} could not be decrypted: it was locked with another ${'passphrase' in key ? 'passphrase' : 'key'}, or is damaged.`,
    )
  }
}

function identitiesIn(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  return lines.filter((line) => line !== '' && !line.startsWith('#'))
}

async function unarmored(bytes: Uint8Array): Promise<Uint8Array> {
  if (!Buffer.from(bytes.subarray(0, 5)).equals(Buffer.from('-----'))) return bytes
  const { armor } = await import('age-encryption')
  try {
    return armor.decode(Buffer.from(bytes).toString('latin1'))
  } catch {
    throw new InputError('The armored age file is damaged; try another copy.')
  }
}
