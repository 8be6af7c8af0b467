import { defineConfig, type Plugin } from 'rolldown'
import { parse } from 'yaml'

/**
 * Lets a lexicon stay a YAML file that people read and extend, while the program pays for no YAML parser at start-up. A table
 * comes as text, since so many numbers are read faster from it than from a program.
 */
export function dataFiles(): Plugin {
  return {
    name: 'data-files',
    transform(source, id) {
      const ending = /\.(yaml|tsv)$/.exec(id)?.[1]
      if (ending === undefined) return null
      const data = ending === 'yaml' ? parse(source) : source
      return { code: `export default ${JSON.stringify(data)}`, moduleType: 'js' }
    },
  }
}

/**
 * Node's own modules, as `require` gives them, and only when a function of theirs is called. An `import` of one reads every
 * export it has, and so loads streams, promises and a debugger for the sake of `existsSync`: six milliseconds of every
 * start, where a bare Node takes twenty; processes and cryptography would take five more.
 */
function builtinsWhenCalled(): Plugin {
  return {
    name: 'builtins-when-called',
    resolveId: {
      filter: { id: /^node:/ },
      handler: (id) => ({ id: `\0${id}`, moduleSideEffects: false }),
    },
    load: {
      filter: { id: /^\0node:/ },
      handler(id) {
        const name = id.slice(1)
        const builtin = Object.entries(process.getBuiltinModule(name) ?? {})
        const exports = builtin.map(([key, value]) => {
          const isCalled = typeof value === 'function' && /^[a-z]/.test(key)
          const exported = isCalled
            ? `(...given) => builtin().${key}(...given)`
            : `/* @__PURE__ */ builtin().${key}`
          return key === 'default' ? '' : `const $${key} = ${exported}; export { $${key} as ${key} };`
        })
        return `const builtin = () => process.getBuiltinModule('${name}'); export default /* @__PURE__ */ builtin(); ${exports.join('')}`
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
  plugins: [dataFiles(), builtinsWhenCalled(), noChildProcessInCommander()],
  output: {
    dir: 'dist',
    format: 'esm',
    cleanDir: true,
    minify: true,
    sourcemap: true,
    chunkFileNames: 'chunks/[name]-[hash].js',
    // Each file costs a start a third of a millisecond: what nearly every command loads is in two of them, what a report does in a third.
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
          name: 'report',
          test: /src\/(measures\/[^/]+\.ts|commands\/(report|debrief|deliver|sheet)\.ts|reports\/(index|data|json|json-figures|kept)\.ts|store\/(goals|reflections|consents|disclosures)|domain\/(audience|pseudonyms)|terminal\/(pager|spinner|viewer|templates|browser))/,
        },
        {
          name: 'check',
          test: /src\/language\/(?!questions|catalog|dictionary|behavior|index)|src\/reports\/layout|fast-string|src\/terminal\/(lines|print|own-text)|commands\/dictionary/,
        },
      ],
    },
  },
})
