/** A key as the live session knows it: its name, and what it would type into a line ('' for none). */
export interface Key {
  readonly name: string
  readonly text: string
}

/** What Node's readline says of a key press. */
export interface KeyPress {
  readonly name?: string | undefined
  readonly sequence?: string | undefined
  readonly ctrl?: boolean | undefined
  readonly meta?: boolean | undefined
}

const ESCAPE: Key = { name: 'escape', text: '' }

// biome-ignore lint/suspicious/noControlCharactersInRegex: Esc is one
const ESCAPED = /^(\u001b+)(.?)$/su

/**
 * The keys in a key press. Several for Esc and a key soon after it, which a terminal sends as it sends Alt with that key:
 * here it is always the former, so that no press is lost.
 */
export function keysOf(press: KeyPress): readonly Key[] {
  const [, escapes, sequence] = ESCAPED.exec(press.sequence ?? '') ?? []
  // A longer sequence with Alt is one key, such as Alt-Left, and none of ours.
  if (escapes === undefined) return press.meta === true ? [] : [keyOf(press)]
  const after = sequence === '' ? [] : [keyOf({ ...press, sequence })]
  return [...Array.from(escapes, () => ESCAPE), ...after]
}

function keyOf({ name, sequence = '', ctrl }: KeyPress): Key {
  if (isPrintable(sequence)) return { name: sequence === ' ' ? 'space' : sequence, text: sequence }
  return { name: ctrl === true ? `ctrl-${name}` : (name ?? ''), text: '' }
}

/** One character that can be seen, or a space. */
const isPrintable = (sequence: string): boolean => [...sequence].length === 1 && !/\p{Cc}/u.test(sequence)

/** The keys that answer a question, one a value: digits, then letters, those of behaviors last so that they keep their meaning. */
export function answerKeys(
  values: readonly string[],
  taken: ReadonlyMap<string, unknown>,
): readonly string[] {
  const free = ANSWERS.filter((key) => !taken.has(key))
  return [...free, ...ANSWERS.filter((key) => taken.has(key))].slice(0, values.length)
}

const ANSWERS = [...'123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ']
