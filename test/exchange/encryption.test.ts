import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decrypt, encrypt, isEncrypted, type Lock, wantsPassphrase } from '../../src/exchange/encryption.ts'

const TEXT = Buffer.from('What did we change? \u0000\u00ff 明日は')
async function inPieces(content: readonly (string | Buffer)[], lock: Lock): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = []
  for await (const piece of encrypt(content, lock)) pieces.push(piece)
  return pieces
}
const locked = async (content: Buffer, lock: Lock): Promise<Buffer> =>
  Buffer.concat(await inPieces([content], lock))

/** As age-keygen writes it. */
const IDENTITIES = `# created: 2026-11-20T09:15:00Z
# public key: RECIPIENT
SECRET
`
let folder: string
let recipient: string
let identities: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'coach-age-'))
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption')
  const identity = await generateX25519Identity()
  recipient = await identityToRecipient(identity)
  identities = IDENTITIES.replace('RECIPIENT', recipient).replace('SECRET', identity)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('a file locked for a key', () => {
  test('is opened by that key, and by no other', async () => {
    const file = await locked(TEXT, { recipients: [recipient] })
    expect(Buffer.from(file).includes(TEXT)).toBe(false)
    expect(isEncrypted(file)).toBe(true)
    expect(await wantsPassphrase(file)).toBe(false)
    expect(Buffer.from(await decrypt(file, { identities }, 'it'))).toEqual(TEXT)
    const { generateX25519Identity } = await import('age-encryption')
    const other = { identities: await generateX25519Identity() }
    await expect(decrypt(file, other, 'it')).rejects.toThrow(/^it could not be decrypted.*another key/)
  })

  test('is opened by each of several', async () => {
    const { generateX25519Identity, identityToRecipient } = await import('age-encryption')
    const second = await generateX25519Identity()
    const file = await locked(TEXT, { recipients: [recipient, await identityToRecipient(second)] })
    for (const one of [identities, second]) {
      expect(Buffer.from(await decrypt(file, { identities: one }, 'it'))).toEqual(TEXT)
    }
  })
})

test('what comes in many pieces is locked whole, in pieces', async () => {
  const lines = Array.from({ length: 50_000 }, (_, at) => `line ${at}: «What?»\n`)
  const pieces = await inPieces(lines, { recipients: [recipient] })
  expect(pieces.length).toBeGreaterThan(10)
  const opened = await decrypt(Buffer.concat(pieces), { identities }, 'it')
  expect(Buffer.from(opened).toString('utf8')).toBe(lines.join(''))
})

describe('a file locked with a passphrase', () => {
  test('is opened by that passphrase, and by no other', async () => {
    const file = await locked(TEXT, { passphrase: 'three words here' })
    expect(await wantsPassphrase(file)).toBe(true)
    expect(Buffer.from(await decrypt(file, { passphrase: 'three words here' }, 'it'))).toEqual(TEXT)
    await expect(decrypt(file, { passphrase: 'three' }, 'it')).rejects.toThrow(/another passphrase/)
  })
})

test('what is not locked is told apart', () => {
  for (const bytes of ['', 'SQLite format 3\0', '# date: 2026-11-20', 'age-encryption']) {
    expect(isEncrypted(Buffer.from(bytes))).toBe(false)
  }
})

test('a recipient, an identity or a file that is none is said to be none', async () => {
  await expect(locked(TEXT, { recipients: ['age1nobody'] })).rejects.toThrow(
    /'age1nobody' is no age recipient/,
  )
  const file = await locked(TEXT, { recipients: [recipient] })
  await expect(decrypt(file, { identities: 'hello' }, 'it')).rejects.toThrow(/no age identity/)
  for (const cut of [30, 100, file.length - 1]) {
    await expect(decrypt(file.subarray(0, cut), { identities }, 'it')).rejects.toThrow(
      /could not be decrypted/,
    )
  }
  const armored = Buffer.from('-----BEGIN AGE ENCRYPTED FILE-----\nnot base64 at all\n')
  await expect(decrypt(armored, { identities }, 'it')).rejects.toThrow(/damaged/)
})

const age = spawnSync('age', ['--version']).status === 0

describe.skipIf(!age)(`with the program age${age ? '' : ' (skipped: age is not installed)'}`, () => {
  const run = (args: readonly string[], input: Buffer): Buffer => {
    const { status, stdout, stderr } = spawnSync('age', args, { input })
    if (status !== 0) throw new Error(String(stderr))
    return stdout
  }
  const key = (): string => {
    writeFileSync(join(folder, 'key.txt'), identities)
    return join(folder, 'key.txt')
  }

  test('age opens what we lock for a key', async () => {
    const file = await locked(TEXT, { recipients: [recipient] })
    expect(run(['--decrypt', '--identity', key()], Buffer.from(file))).toEqual(TEXT)
  })

  test('we open what age locks for a key, armored or not', async () => {
    for (const armor of [[], ['--armor']]) {
      const file = run(['--encrypt', ...armor, '--recipient', recipient], TEXT)
      expect(isEncrypted(file)).toBe(true)
      expect(await wantsPassphrase(file)).toBe(false)
      expect(Buffer.from(await decrypt(file, { identities }, 'it'))).toEqual(TEXT)
    }
  })

  test('a key of age-keygen opens what is locked for it', async () => {
    const made = spawnSync('age-keygen', ['-o', join(folder, 'made.txt')])
    expect(made.status).toBe(0)
    const key = readFileSync(join(folder, 'made.txt'), 'utf8')
    const to = /public key: (age1\w+)/.exec(key)?.[1] ?? ''
    const file = await locked(TEXT, { recipients: [to] })
    expect(Buffer.from(await decrypt(file, { identities: key }, 'it'))).toEqual(TEXT)
  })

  test('passphrases go both ways', async () => {
    // age asks on a terminal alone.
    const { spawn } = await import('@lydell/node-pty')
    const typed = (args: string[]): Promise<number> =>
      new Promise((resolve) => {
        const child = spawn('age', args, { cwd: folder })
        let seen = ''
        child.onData((data) => {
          seen += data
          if (/passphrase[^:]*: ?$/i.test(stripVTControlCharacters(seen))) {
            seen = ''
            child.write('three words here\r')
          }
        })
        child.onExit(({ exitCode }) => resolve(exitCode))
      })
    writeFileSync(join(folder, 'ours.age'), await locked(TEXT, { passphrase: 'three words here' }))
    expect(await typed(['--decrypt', '--output', 'ours.txt', 'ours.age'])).toBe(0)
    expect(readFileSync(join(folder, 'ours.txt'))).toEqual(TEXT)
    expect(await typed(['--encrypt', '--passphrase', '--output', 'theirs.age', 'ours.txt'])).toBe(0)
    const theirs = readFileSync(join(folder, 'theirs.age'))
    expect(await wantsPassphrase(theirs)).toBe(true)
    expect(Buffer.from(await decrypt(theirs, { passphrase: 'three words here' }, 'it'))).toEqual(TEXT)
  })
})
