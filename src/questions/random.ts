/**
 * Chance that can be repeated: the same words give the same number on every machine. Choices are keyed by words
 * (the seed, a question's id, a behavior) and not drawn from a stream, so that a template that somebody adds does
 * not change which quotation another one quotes.
 */

/** A number in [0, 1) for these words: 32-bit FNV-1a, then the finalizer of MurmurHash3 to spread similar words apart. */
export function chance(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5
  for (const character of words.join('\n')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/** One of the items, by chance; undefined when there are none. */
export const pick = <T>(items: readonly T[], ...words: readonly (string | number)[]): T | undefined =>
  items[Math.floor(chance(...words) * items.length)]
