import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { matches, openShell, parseTranscript } from '../support/transcript.ts'

const folder = import.meta.dirname

describe.each(readdirSync(folder).filter((file) => file.endsWith('.story')))('%s', (file) => {
  test('runs as it is written', () => {
    const shell = openShell()
    try {
      for (const { line, command, shown } of parseTranscript(readFileSync(join(folder, file), 'utf8'))) {
        const seen = shell.run(command)
        if (!matches(seen, shown)) expect(seen, `${file}:${line}: ${command}`).toBe(shown)
      }
    } finally {
      shell.close()
    }
  })
})
