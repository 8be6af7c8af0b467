import type { Render } from './data.ts'

export type { Page, Render, ReportData, ReportQuestion, Template } from './data.ts'

interface Renderer {
  /** The template that draws it, by its name under `templates/reports`; null where there is none. */
  readonly template: string | null
  /** Whether it has room for questions that are still to be asked. */
  readonly asks: boolean
  /** Whether it is bytes that no terminal shows. */
  readonly binary: boolean
  /** Loaded when it is asked for: a command pays for the format that it prints alone. */
  readonly load: () => Promise<Render>
}

const html: Renderer = {
  template: 'session.html.liquid',
  asks: true,
  binary: false,
  load: async () => (await import('./html.ts')).renderHtml,
}

/** Each format that a report may have. A new one is one file and one line here. */
export const renderers = {
  terminal: {
    template: null,
    asks: false,
    binary: false,
    load: async () => (await import('./terminal.ts')).renderTerminal,
  },
  md: {
    template: 'session.md.liquid',
    asks: false,
    binary: false,
    load: async () => (await import('./markdown.ts')).renderMarkdown,
  },
  html,
  json: {
    template: null,
    asks: false,
    binary: false,
    load: async () => (await import('./json.ts')).renderJson,
  },
  xlsx: {
    template: null,
    asks: false,
    binary: true,
    load: async () => (await import('./xlsx.ts')).renderXlsx,
  },
  /** The page, for a browser to print. */
  pdf: { ...html, binary: true },
} as const satisfies Readonly<Record<string, Renderer>>

export type ReportFormat = keyof typeof renderers
