import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decrypt } from '../../src/exchange/encryption.ts'
import { type Coach, openCoach, withAnaAndCy, withProtege } from '../support/coach.ts'

let at: Coach
const to = (name: string) => join(at.folder, name)
beforeEach(async () => {
  at = openCoach({ env: { COACH_PASSPHRASE: 'three words here' } })
  await withAnaAndCy(at)
  await withProtege(at, 'Ben Reyes')
})
afterEach(() => at.close())

describe('coach agreement share and withdraw', () => {
  test('say what is shared and how it is taken back, and show lists it', async () => {
    expect(await at.done('agreement', 'share', 'Ben', '--audience', 'research')).toBe(
      `Ben Reyes now shares with the audience 'research': pseudonymised records for research.
To take it back: coach agreement withdraw 'Ben Reyes' --audience research
`,
    )
    await at.done('agreement', 'share', '--audience', 'research', '--session', '1', '--record', '1')
    await at.done('agreement', 'share', 'ben', '--audience', 'research', '--behavior', 'q')
    expect(await at.done('agreement', 'share', 'ben', '--audience', 'research', '--behavior', 'asks')).toBe(
      "Ben Reyes already shares what 'asks a question' is with the audience 'research'.\n",
    )
    expect(await at.done('agreement', 'show', '1')).toMatch(
      / {2}What may leave the database:\n {4}self: the protégé and the coach alone, from 2026-11-20\n {4}research: pseudonymised records for research, from 2026-11-20\n {4}research: the words of record 1 in session 1, from 2026-11-20\n {4}research: what 'asks a question' is, from 2026-11-20\n$/,
    )
    at.io.pass(86_400_000)
    await at.done('agreement', 'withdraw', 'Ben', '--audience', 'research')
    const shown = await at.done('agreement', 'show', '1')
    expect(shown).toContain(`  What may leave the database:
    self: the protégé and the coach alone, from 2026-11-20
  Taken back:
    research: pseudonymised records for research, from 2026-11-20 until 2026-11-21
`)
    const { consents } = JSON.parse(await at.done('agreement', 'show', '1', '--json'))
    expect(consents.at(-1)).toEqual({
      audience: 'research',
      session: null,
      record: null,
      behavior: 'asks a question',
      given_at: '2026-11-20T09:15:00.000Z',
      withdrawn_at: '2026-11-21T09:15:00.000Z',
    })
  })

  test('what was shared can be taken back when the agreement has ended', async () => {
    await at.done('agreement', 'share', 'Ben', '--audience', 'research')
    await at.done('agreement', 'end', '1')
    await at.done('agreement', 'withdraw', 'Ben', '--audience', 'research')
    expect(await at.coach('agreement', 'withdraw', 'Ben', '--audience', 'research')).toMatchObject({
      status: 3,
    })
  })

  test('there is no audience for supervisors, and none of their own for the two', async () => {
    for (const audience of ['supervisor', 'self', 'everybody']) {
      const { status, err } = await at.coach('agreement', 'share', 'Ben', '--audience', audience)
      expect(status).toBe(2)
      expect(err).toContain('Allowed choices are program, research')
    }
    expect(
      await at.coach('agreement', 'share', 'Ben', '--audience', 'research', '--session', '1'),
    ).toMatchObject({
      status: 2,
    })
  })
})

describe('coach backup and restore', () => {
  test('a folder gets files with the date, and --keep takes the oldest away', async () => {
    mkdirSync(to('backups'))
    writeFileSync(to('backups/coach-notes.db'), 'not a backup')
    writeFileSync(to('backups/coach-2025-01-01T000000000Z.db'), 'a backup of another database')
    for (let made = 0; made < 4; made++) {
      at.io.pass(1000)
      await at.done('backup', to('backups'))
    }
    at.io.pass(1000)
    const out = await at.done('backup', to('backups'), '--keep', '2')
    expect(out).toMatch(
      /: 3 people, 1 session and 3 records, read back and whole\.\n3 older backups taken away\.\n$/,
    )
    expect(readdirSync(to('backups'))).toEqual([
      'coach-2025-01-01T000000000Z.db',
      'coach-2026-11-20T091504000Z.db',
      'coach-2026-11-20T091505000Z.db',
      'coach-notes.db',
    ])
  })

  test('a file that exists is not replaced without --force', async () => {
    await at.done('backup', to('x.db'))
    expect(await at.coach('backup', to('x.db'))).toMatchObject({
      status: 3,
      err: expect.stringContaining('--force'),
    })
    await at.done('backup', to('x.db'), '--force')
    expect(await at.coach('backup', to('y.db'), '--keep', '3')).toMatchObject({ status: 2 })
    expect(await at.coach('backup', to('none/y.db'))).toMatchObject({
      status: 3,
      err: expect.stringContaining(`No file can be made in ${to('none')} (ENOENT)`),
    })
  })

  test('the database is not replaced by its own copy, nor by anything else', async () => {
    symlinkSync(at.path, to('link.db'))
    for (const argv of [
      ['backup', at.path],
      ['backup', to('link.db')],
      ['export', '--format', 'csv', '-o', at.path],
      ['report', '1', '--format', 'md', '-o', to('link.db')],
      ['person', 'export', 'Ben', '-o', at.path],
    ]) {
      expect(await at.coach(...argv, '--force')).toMatchObject({
        status: 3,
        err: expect.stringContaining('is the database itself'),
      })
    }
    expect(await at.coach('export', '--format', 'csv', '-o', `${at.path}-wal`, '--force')).toMatchObject({
      status: 3,
      err: expect.stringContaining('is a part of the database'),
    })
    expect(await at.done('doctor')).toContain('0 entries')
  })

  test('what was added since is back where it was, and the replaced one is kept', async () => {
    await at.done('backup', to('x.db'))
    await at.done('person', 'add', 'Dee Park')
    expect(await at.done('restore', to('x.db'), '--dry-run')).toBe(
      `${to('x.db')} holds 3 people, 1 session and 3 records, the last session from 2026-11-20.
${at.path} holds 4 people, 1 session and 3 records, the last session from 2026-11-20.
`,
    )
    expect(await at.coach('restore', to('x.db'))).toMatchObject({
      status: 2,
      err: 'coach: Nothing was changed: add --yes to go on, or run it in a terminal to be asked.\n',
    })
    expect(await at.done('person', 'list')).toContain('Dee Park')
    expect(await at.done('restore', to('x.db'), '--yes')).toMatch(
      /Restored\. What was there before is kept in .*replaced-/,
    )
    expect(await at.done('person', 'list')).not.toContain('Dee Park')
    const kept = readdirSync(to('data')).find((name) => name.includes('.replaced-')) ?? ''
    await at.done('restore', to(`data/${kept}`), '--yes')
    expect(await at.done('person', 'list')).toContain('Dee Park')
    expect(await at.done('doctor')).toContain('as written')
  })

  test('a file that is none changes nothing and leaves nothing', async () => {
    const before = readFileSync(at.path)
    const listed = readdirSync(to('data')).toSorted()
    writeFileSync(to('x'), 'hello')
    expect(await at.coach('restore', to('x'), '--yes')).toMatchObject({
      status: 3,
      out: '',
      err: `coach: ${to('x')} is damaged, or is no database; nothing was touched. Try another backup.\n`,
    })
    expect(await at.coach('restore', to('nowhere'), '--yes')).toMatchObject({ status: 3 })
    expect(readdirSync(to('data')).toSorted()).toEqual(listed)
    expect(readFileSync(at.path)).toEqual(before)
  })

  test('on a machine with nothing yet, a backup is all there is', async () => {
    await at.done('backup', to('x.db'))
    await at.done('--db', to('new/place.db'), 'restore', to('x.db'), '--yes')
    expect(await at.done('--db', to('new/place.db'), 'person', 'list')).toContain('Ben Reyes')
  })

  test('an encrypted one is never in the open, and comes back with its key', async () => {
    const { generateX25519Identity, identityToRecipient } = await import('age-encryption')
    const identity = await generateX25519Identity()
    at.file('key.txt', `${identity}\n`)
    mkdirSync(to('backups'))
    await at.done('backup', to('backups'), '--encrypt-to', await identityToRecipient(identity))
    const [name = ''] = readdirSync(to('backups'))
    expect(name).toBe('coach-2026-11-20T091500000Z.db.age')
    const locked = readFileSync(to(`backups/${name}`))
    expect(locked.includes('Ben Reyes')).toBe(false)
    expect((await decrypt(locked, { identities: identity }, 'it')).length).toBeGreaterThan(4096)
    expect(readdirSync(to('data')).filter((file) => file.endsWith('.part'))).toEqual([])
    await at.done('person', 'add', 'Dee Park')
    expect(await at.coach('restore', to(`backups/${name}`), '--yes')).toMatchObject({
      status: 2,
      err: expect.stringContaining('--identity FILE'),
    })
    await at.done('restore', to(`backups/${name}`), '--yes', '--identity', to('key.txt'))
    expect(await at.done('person', 'list')).not.toContain('Dee Park')
  })

  test('a passphrase comes from the environment or the terminal, and is no argument', async () => {
    await at.done('backup', to('x.age'), '--passphrase')
    await at.done('restore', to('x.age'), '--yes')
    const other = openCoach()
    expect(await other.coach('restore', to('x.age'), '--yes')).toMatchObject({
      status: 2,
      err: expect.stringContaining('COACH_PASSPHRASE'),
    })
    other.close()
    const { err } = await at.coach('backup', to('y.age'), '--passphrase', 'three words here')
    expect(err).toContain('too many arguments')
  })
})

describe('coach person forget', () => {
  test('shows what would go, and a dry run changes nothing', async () => {
    await at.done('backup', to('x.db'))
    const would = `Of Ben Reyes this would go, for good:
  1 agreement
  1 behavior
  1 version of behaviors
  1 session
  1 behavior watched in sessions
  3 records
  1 consent
  their name
`
    expect(await at.done('person', 'forget', 'Ben', '--dry-run')).toBe(would)
    expect(await at.coach('person', 'forget', 'Ben')).toMatchObject({ status: 2, out: would })
    expect(await at.done('person', 'show', 'Ben')).toContain('1 session observed')
    expect(await at.done('person', 'forget', 'Ben', '--yes')).toBe(
      `${would}Forgotten on 2026-11-20: 9 rows removed. A receipt without names stays.
They may still be in the copies made before; delete these to forget them there too:
  ${to('x.db')}, of 2026-11-20
`,
    )
    expect(await at.coach('person', 'show', 'Ben')).toMatchObject({ status: 3 })
    expect(await at.done('doctor')).toContain('as written')
  })

  test('names the files to which their data went, also while another program keeps it from the sweep', async () => {
    await at.done('export', '--format', 'csv', '-o', to('ben.csv'))
    await at.done('report', '1', '--format', 'md', '-o', to('gone.md'))
    rmSync(to('gone.md'))
    await at.done('backup', to('x.db'))
    const reader = at.open()
    reader.exec('BEGIN')
    reader.prepare('SELECT * FROM person').all()
    const { status, out } = await at.coach('person', 'forget', 'Ben', '--yes')
    expect(status).toBe(5)
    expect(out).toContain(`to forget them there too:\n  ${to('x.db')}, of 2026-11-20\n`)
    expect(out).toContain(
      `it went to these files:\n  ${to('ben.csv')}\n  ${to('gone.md')} (not found there now)\n`,
    )
    reader.close()
    expect(await at.done('doctor', '--fix')).toContain('as written')
  })

  test('a backup that brings them back says so', async () => {
    await at.done('backup', to('x.db'))
    await at.done('person', 'forget', 'Ben', '--yes')
    const warned = 'With the file 1 person comes back who was forgotten since'
    expect(await at.done('restore', to('x.db'), '--dry-run')).toContain(warned)
    await at.done('restore', to('x.db'), '--yes')
    expect(await at.done('restore', to('x.db'), '--dry-run')).toContain(warned)
    await at.done('person', 'forget', 'Ben', '--yes')
    expect(await at.done('doctor')).toContain('as written')
  })
})

describe('coach person export', () => {
  test('is everything about one person, and nothing about another', async () => {
    await withProtege(at, 'Dee Park', 'ward 4')
    await at.done('session', 'void', '3', '--session', '1', '--yes')
    const hostile = '<script>alert(1)</script>'
    await at.done('goal', 'add', `I wait ${hostile}`, '--person', 'Ben')
    await at.done('agreement', 'share', 'Ben', '--audience', 'research')
    await at.done('person', 'export', 'Ben', '-o', to('ben.zip'))
    const files = unzipSync(readFileSync(to('ben.zip')))
    expect(Object.keys(files)).toEqual(['everything.html', 'coach.json', 'besides.json'])
    const text = Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
    )
    const page = text['everything.html'] ?? ''
    for (const words of [
      'Ben Reyes',
      'Please count my questions',
      'What did we change?',
      'Ben Reyes waves',
      'ward 3',
    ]) {
      expect(page).toContain(words)
    }
    expect(page).toContain('I wait &lt;script&gt;')
    expect(page).not.toMatch(/<script|src=|href=|http/)
    expect(JSON.stringify(text)).not.toMatch(/Dee Park|ward 4/)
    expect(JSON.parse(text['coach.json'] ?? '')).toMatchObject({ schema_version: 1 })
    expect(text['coach.json']).toContain('What did we change?')
    expect(JSON.parse(text['besides.json'] ?? '')).toMatchObject({
      voided_records: [{ session: 1, record: 3, words: 'Ben Reyes waves' }],
    })
    expect(await at.done('disclosures', '--person', 'Ben')).toBe(
      `2026-11-20 09:15 UTC  self      everything about them, about Ben Reyes, to ${to('ben.zip')}, on one consent\n`,
    )
    expect(await at.coach('person', 'export', 'Ben', '-o', to('ben.zip'))).toMatchObject({ status: 3 })
  })

  test('somebody who only observed gets where they did, and no protégé', async () => {
    await at.done('person', 'export', 'Cy', '-o', to('cy.zip'))
    const files = unzipSync(readFileSync(to('cy.zip')))
    const all = Object.values(files).map((bytes) => new TextDecoder().decode(bytes))
    expect(all.join('\n')).toContain('observer, session')
    expect(all.join('\n')).not.toContain('Ben Reyes')
  })
})

describe('coach disclosures', () => {
  test('lists every copy, for people and for programs', async () => {
    expect(await at.done('disclosures')).toBe('Nothing has left this database.\n')
    await at.done('backup', to('x.db'))
    expect(await at.done('disclosures')).toBe(
      `2026-11-20 09:15 UTC  self      a backup of everything, about everybody, to ${to('x.db')}\n`,
    )
    expect(JSON.parse(await at.done('disclosures', '--json'))).toEqual({
      schema_version: 1,
      disclosures: [
        {
          at: '2026-11-20T09:15:00.000Z',
          audience: 'self',
          what: 'a backup of everything',
          destination: to('x.db'),
          protege: 'everybody',
          consents: [],
        },
      ],
    })
  })
})

test('a file that could not be written is no file', async () => {
  mkdirSync(to('in-the-way'))
  expect((await at.coach('person', 'export', 'Ben', '-o', to('none/ben.zip'))).status).toBe(3)
  expect(existsSync(to('none'))).toBe(false)
})
