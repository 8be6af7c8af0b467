/** Every measurement after another, on the built program: `npm run bench`. `npm run bench:language` is apart. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

for (const file of ['startup', 'keypress', 'check', 'measures', 'exchange', 'html']) {
  console.log(`\n${file}`)
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${file}.ts`)], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exitCode = 1
}
