import type { Reader } from './located.ts'

/** Each line is one text, empty ones too. */
export const lines = (): Reader => ({
  line: (text, line) => [{ text, read: text, line, column: 1 }],
  end: () => [],
})
