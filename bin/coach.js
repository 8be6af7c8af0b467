#!/usr/bin/env node
// Plain enough for any Node: an old one must get as far as the sentence that says what to do.
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(
    `coach needs Node 22.12 or newer and this is ${process.versions.node}; install a current one from nodejs.org (or 'npm install -g node'), then type the command again.\n`,
  )
  process.exitCode = 2
} else {
  module.enableCompileCache?.()
  const { run } = await import('../dist/main.js')
  process.exitCode = await run(fileURLToPath(new URL('..', import.meta.url)))
}
