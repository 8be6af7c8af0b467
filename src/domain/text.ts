/** How words may be set off where they are printed; `plainStyle` where there is no terminal or no color. */
export interface Style {
  bold(text: string): string
  dim(text: string): string
  underline(text: string): string
  accent(text: string): string
}

const same = (text: string): string => text
export const plainStyle: Style = { bold: same, dim: same, underline: same, accent: same }

// Control characters, and those that reorder or hide text (bidirectional overrides, zero-width marks used to disguise).
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g

/** Text from people or files as it may be printed: what would steer a terminal is shown as `\x1b`, never carried out. */
export const visible = (text: string): string => text.replace(CONTROL, shown)

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as text of an HTML element, or of an attribute in quotation marks: no markup of its own. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character)

/** Like `visible`, on one line: a line end becomes a space. */
export const visibleLine = (text: string): string => visible(text.replaceAll(/\r?\n|\t/g, ' '))

/** A name as it is typed in a command: in quotation marks, whatever is in it. */
export function quoted(text: string): string {
  if (!text.includes("'")) return `'${text}'`
  return /["$`\\!]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`
}

/** A path as it is typed in a command: as it is, where no shell would take it apart. */
export const typedPath = (path: string): string => (/^[\w./:@%+=,-]+$/.test(path) ? path : quoted(path))

function shown(character: string): string {
  const code = character.charCodeAt(0)
  return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`
}
