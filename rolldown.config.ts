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

/**
 * Node's own modules, as `require` gives them. An `import` of one reads every export it has, and so loads streams,
 * promises and a debugger for the sake of `existsSync`: six milliseconds of every start, where a bare Node takes twenty.
 */
function builtinsAsRequired(): Plugin {
  return {
    name: 'builtins-as-required',
    resolveId: {
      filter: { id: /^node:/ },
      handler: (id) => ({ id: `\0${id}`, moduleSideEffects: false }),
    },
    load: {
      filter: { id: /^\0node:/ },
      handler(id) {
        const name = id.slice(1)
        const names = Object.keys(process.getBuiltinModule(name) ?? {}).filter((key) => key !== 'default')
        const exports = names.map((key) => `const $${key} = builtin.${key}; export { $${key} as ${key} };`)
        return `const builtin = process.getBuiltinModule('${name}'); export default builtin; ${exports.join('')}`
      },
    },
  }
}

/**
 * commander can start other programs as subcommands. Nothing here does, and loading what it takes for that
 * would cost every command two milliseconds.
 */
function noChildProcessInCommander(): Plugin {
  return {
    name: 'no-child-process-in-commander',
    transform: {
      filter: { id: /node_modules\/commander\/lib\/command\.js$/ },
      handler: (source) =>
        source.replace(/import childProcess from 'node:child_process';/, 'const childProcess = {};'),
    },
  }
}

export default defineConfig({
  input: { main: 'src/main.ts', language: 'src/language/index.ts' },
  platform: 'node',
  treeshake: { propertyReadSideEffects: false },
  external: ['better-sqlite3'],
  plugins: [yamlData(), builtinsAsRequired(), noChildProcessInCommander()],
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
          test: /node_modules\/commander|src\/(domain\/(?!when|pseudonyms|audience)|terminal\/(io|ask|paths|real-io|direct)|commands\/context)/,
        },
        {
          name: 'store',
          test: /src\/store\/(database|errors|migrations|people|agreements|behaviors|sessions|records)/,
        },
        {
          name: 'check',
          test: /src\/language\/(?!questions|catalog|dictionary|behavior|index)|src\/reports\/layout|fast-string|src\/terminal\/(lines|print|own-text)|commands\/dictionary/,
        },
      ],
    },
  },
})
