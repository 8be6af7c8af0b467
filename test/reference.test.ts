import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands, groups } from '../src/commands/registry.ts'
import { main } from '../src/main.ts'
import { testIo } from './support/io.ts'

async function helpOf(path: string): Promise<string> {
  const io = testIo()
  expect(await main([...path.split(' ').filter((word) => word !== ''), '--help'], io)).toBe(0)
  return io.out()
}

/** docs/commands.md is what `--help` prints; `npx vitest run test/reference.test.ts -u` writes it anew. */
test('the reference is what --help says', async () => {
  const pages = ['# Commands', 'What `coach COMMAND --help` prints, command by command.']
  for (const path of ['', ...Object.keys(groups), ...commands.map((entry) => entry.path)].sort()) {
    pages.push(`## coach ${path}`.trim(), `\`\`\`\n${(await helpOf(path)).trim()}\n\`\`\``)
  }
  await expect(`${pages.join('\n\n')}\n`).toMatchFileSnapshot(
    join(import.meta.dirname, '../docs/commands.md'),
  )
})

describe.each(commands)('coach $path', ({ path, summary }) => {
  test('ends its help with examples of itself', async () => {
    const help = await helpOf(path)
    const [, listed = ''] = help.split('\nExamples:\n')
    expect(listed).toContain(`coach ${path}`)
    expect(help).toContain(summary)
    expect(help.split('\n').filter((line) => line.length > 80 && !line.startsWith('  coach'))).toEqual([])
  })

  test('is in the file of its name', async () => {
    const entry = commands.find((one) => one.path === path)
    expect(String(entry?.load)).toContain(`${path.replace(' ', '/')}.ts`)
  })
})
