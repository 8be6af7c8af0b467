import module from 'node:module'
import { fileURLToPath } from 'node:url'
globalThis.__m=[['bin',performance.now()]]
module.enableCompileCache?.()
const { run } = await import('../dist/main.js')
__m.push(['main',performance.now()])
process.exitCode = await run(fileURLToPath(new URL('..', import.meta.url)))
process.on('exit',()=>{__m.push(['exit',performance.now()]);let l=performance.nodeTiming.bootstrapComplete;process.stderr.write(__m.map(([n,t])=>{const d=t-l;l=t;return n+' '+d.toFixed(1)}).join(' | ')+'\n')})
