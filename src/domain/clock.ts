/** The time and fresh identities, handed in so that the core can be run at any moment, again and again. */
export interface Clock {
  /** The time of day. */
  now(): Date
  /** A new UUIDv7, in ascending order. */
  uuid(): string
}
