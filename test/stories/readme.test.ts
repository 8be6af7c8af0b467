import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { matches, openShell, parseTranscript } from '../support/transcript.ts'

test("README's examples run as they are written", () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
  const shell = openShell()
  try {
    const transcripts = [...readme.matchAll(/```console\n([\s\S]*?)```/g)].map((found) => found[1] ?? '')
    expect(transcripts.length).toBeGreaterThan(1)
    for (const { command, shown } of transcripts.flatMap(parseTranscript)) {
      const seen = shell.run(command)
      if (!matches(seen, shown)) expect(seen, command).toBe(shown)
    }
  } finally {
    shell.close()
  }
})
