import { defineConfig } from 'vitest/config'
import { yamlData } from './rolldown.config.ts'

export default defineConfig({
  plugins: [yamlData()],
  test: { include: ['test/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000 },
})
