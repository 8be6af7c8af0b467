import type { Render } from './data.ts'

export type { Page, Render, ReportData, ReportQuestion, Template } from './data.ts'

interface Renderer {
  /** The template that draws it, by its name under `templates/reports`; null where there is none. */
  readonly template: string | null
  /** Loaded when it is asked for: a command pays for the format that it prints alone. */
  readonly load: () => Promise<Render>
}

/** Each format that a report may have. A new one is one file and one line here. */
export const renderers = {
  terminal: { template: null, load: async () => (await import('./terminal.ts')).renderTerminal },
  md: { template: 'session.md.liquid', load: async () => (await import('./markdown.ts')).renderMarkdown },
  html: { template: 'session.html.liquid', load: async () => (await import('./html.ts')).renderHtml },
  json: { template: null, load: async () => (await import('./json.ts')).renderJson },
} as const satisfies Readonly<Record<string, Renderer>>

export type ReportFormat = keyof typeof renderers
