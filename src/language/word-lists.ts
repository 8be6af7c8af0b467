/**
 * The word lists of a lexicon file, each made into a set when it is first asked for: one note needs few of them.
 *
 * @param data the words of each list, separated by a comma and a space
 */
export function wordLists<Name extends string>(data: Readonly<Record<Name, string>>) {
  const lists = new Map<Name, ReadonlySet<string>>()
  return (name: Name): ReadonlySet<string> => {
    let words = lists.get(name)
    if (words === undefined) {
      words = new Set(data[name].trimEnd().split(', '))
      lists.set(name, words)
    }
    return words
  }
}

/** A short list as code holds it: words with a space between. */
export const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
