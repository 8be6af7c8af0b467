/** One text to be checked, and where it stands in what it came from. */
export interface Located {
  /** As it was written; its lines end in `\n`. */
  readonly text: string
  /** As the checker reads it: as long as `text`, with a space in the place of each mark that is no words. */
  readonly read: string
  /** The line and column of its first character, both from 1, columns in UTF-16 units. */
  readonly line: number
  readonly column: number
  /** The characters as they stand in a JSON string, from the first one on, where that is what it came from. */
  readonly escaped?: string
  /** The rules whose findings the writer chose to keep. */
  readonly kept?: readonly string[]
  /** What the behavior that it records defines. */
  readonly terms?: readonly string[]
}

export interface Position {
  readonly line: number
  readonly column: number
}

/** Takes the lines of one input in their order, without their ends, and gives back the texts that they complete. */
export interface Reader {
  line(line: string, number: number): Located[]
  /** The text that the end of the input completes. */
  end(): Located[]
}

/**
 * A function from an offset in a text to the place in what it came from. Offsets that grow are found in one pass over
 * the text, however many they are.
 */
export function placesIn({ text, line, column, escaped }: Located): (offset: number) => Position {
  let at = 0
  let here = { line, column }
  let raw = 0
  return (offset) => {
    if (offset < at) {
      at = 0
      raw = 0
      here = { line, column }
    }
    for (; at < offset; at++) {
      if (escaped !== undefined) {
        const width = escaped[raw] !== '\\' ? 1 : escaped[raw + 1] === 'u' ? 6 : 2
        raw += width
        here.column += width
      } else if (text.charCodeAt(at) === 10) here = { line: here.line + 1, column: 1 }
      else here.column += 1
    }
    return { ...here }
  }
}
