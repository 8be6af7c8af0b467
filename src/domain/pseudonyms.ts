import { createHmac } from 'node:crypto'

/** Days by which a person's dates may move, either way. */
const MOST_DAYS = 180

/**
 * Names that mean nothing without the key: the same thing gets the same one under the same key, and an unrelated one
 * under another (HMAC-SHA-256, RFC 2104).
 */
export interface Pseudonyms {
  /** In the shape of a UUID, version 8. */
  uuid(original: string): string
  /** A whole number from 1 to 2^48, for what is known by a number: too wide for two to meet by chance. */
  number(kind: string, original: string | number): number
  /** A short name: `behavior 3f2a9c1b`. */
  label(kind: string, original: string): string
  /** Whole days from -180 to 180. */
  days(original: string): number
}

/** @param key a secret, fresh for every output; whoever knows it can tell who is who */
export function pseudonyms(key: string): Pseudonyms {
  const digest = (subject: string): Buffer => createHmac('sha256', key).update(subject).digest()
  // Records name the same few things again and again; each uuid comes once.
  const known = new Map<string, Buffer>()
  const digestOf = (kind: string, original: string | number): Buffer => {
    const subject = `${kind}\0${original}`
    const before = known.get(subject)
    if (before !== undefined) return before
    const made = digest(subject)
    known.set(subject, made)
    return made
  }
  return {
    uuid: (original) =>
      digest(`uuid\0${original}`)
        .toString('hex')
        .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5'),
    number: (kind, original) => digestOf(kind, original).readUIntBE(0, 6) + 1,
    label: (kind, original) => `${kind} ${digestOf(kind, original).toString('hex').slice(0, 8)}`,
    days: (original) => (digestOf('days', original).readUInt32BE() % (2 * MOST_DAYS + 1)) - MOST_DAYS,
  }
}
