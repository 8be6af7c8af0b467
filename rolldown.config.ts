import { defineConfig, type Plugin } from 'rolldown'
import { parse } from 'yaml'

/** Lets a lexicon stay a YAML file that people read and extend, while the program pays for no YAML parser at start-up. */
export function yamlData(): Plugin {
  return {
    name: 'yaml-data',
    transform(source, id) {
      if (!id.endsWith('.yaml')) return null
      return { code: `export default ${JSON.stringify(parse(source))}`, moduleType: 'js' }
    },
  }
}

export default defineConfig({
  input: { main: 'src/main.ts', language: 'src/language/index.ts' },
  platform: 'node',
  external: ['better-sqlite3'],
  plugins: [yamlData()],
  output: {
    dir: 'dist',
    format: 'esm',
    cleanDir: true,
    minify: true,
    sourcemap: true,
    chunkFileNames: 'chunks/[name]-[hash].js',
    // Each file costs a start a third of a millisecond: what nearly every command loads is in two of them.
    codeSplitting: {
      groups: [
        {
          name: 'core',
          test: /node_modules\/commander|src\/(domain\/(?!when)|terminal\/(io|ask|paths|real-io)|commands\/context)/,
        },
        { name: 'store', test: /src\/store\// },
      ],
    },
  },
})
