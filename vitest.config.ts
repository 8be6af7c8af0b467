import { defineConfig } from 'vitest/config'
import { dataFiles } from './rolldown.config.ts'

export default defineConfig({
  plugins: [dataFiles()],
  // Every core: left to itself, it keeps one free, which of two is half.
  test: { include: ['test/**/*.test.ts'], maxWorkers: '100%', testTimeout: 30_000, hookTimeout: 60_000 },
})
