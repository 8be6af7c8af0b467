import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main } from '../../src/main.ts'
import { openDatabase } from '../../src/store/database.ts'
import { type TestIo, type TestIoOptions, testIo } from './io.ts'

export interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** The whole program on a database of its own in a new folder, in this process, on a clock that moves when told. */
export function openCoach(options: TestIoOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'coach-test-'))
  const path = join(folder, 'data', 'coach.db')
  const io: TestIo = testIo({ ...options, env: { ...options.env, COACH_DB: path } })
  const coach = async (...argv: string[]): Promise<Ran> => {
    const before = { out: io.out().length, err: io.err().length }
    const status = await main(argv, io)
    return { status, out: io.out().slice(before.out), err: io.err().slice(before.err) }
  }
  return {
    coach,
    /** Runs a command that the test takes for granted. */
    async done(...argv: string[]): Promise<string> {
      const { status, out, err } = await coach(...argv)
      if (status !== 0) throw new Error(`coach ${argv.join(' ')}: [${status}] ${out}${err}`)
      return out
    },
    io,
    folder,
    path,
    /** A file in the folder. */
    file(name: string, content: string): string {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    },
    open: () => openDatabase(path),
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export type Coach = ReturnType<typeof openCoach>

/** Ana coaches a protégé of this name, who asked for one behavior; Cy observed one session, with words in it. */
export async function withProtege({ done, file }: Coach, name: string, place = 'ward 3'): Promise<void> {
  await done('person', 'add', name)
  await done('agree', name, '--accept', 'defer,learn,risk', '--share', 'self')
  const behavior = ['--name', 'asks a question', '--technique', 'event', '--key', 'q']
  const words = [
    '--request',
    `Please count my questions, said ${name}`,
    '--definition',
    `${name} asks the group`,
  ]
  await done(
    'behavior',
    'add',
    '--person',
    name,
    ...behavior,
    ...words,
    '--modifier',
    'level: recall, analysis',
  )
  const log = file(
    'session.obs',
    `# date: 2026-11-20T09:15   length: 45m   place: ${place}\n0:30 q recall "What did we change?"\n1:00 q\n2:00 q "${name} waves"\n`,
  )
  await done('observe', name, '--from', log, '--observer', 'Cy Ito')
}

export async function withAnaAndCy({ done }: Coach): Promise<void> {
  await done('init', '--name', 'Ana Coach')
  await done('person', 'add', 'Cy Ito')
}
