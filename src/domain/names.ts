const fold = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').trim().toLowerCase().replaceAll(/\s+/g, ' ')

const initials = (name: string): string =>
  fold(name)
    .split(/[\s-]+/)
    .map((word) => word.slice(0, 1))
    .join('')

/**
 * The items that a typed name may mean, by the first of these that finds any: the whole name, a prefix of the name,
 * a prefix of one of its words, its initials. Case and accents don't count.
 */
export function nameMatches<Item>(
  text: string,
  items: readonly Item[],
  nameOf: (item: Item) => string,
): Item[] {
  const wanted = fold(text)
  if (wanted === '') return []
  const ways: readonly ((name: string) => boolean)[] = [
    (name) => fold(name) === wanted,
    (name) => fold(name).startsWith(wanted),
    (name) =>
      fold(name)
        .split(' ')
        .some((word) => word.startsWith(wanted)),
    (name) => initials(name) === wanted.replaceAll(/[.\s]/g, ''),
  ]
  for (const way of ways) {
    const found = items.filter((item) => way(nameOf(item)))
    if (found.length > 0) return found
  }
  return []
}
