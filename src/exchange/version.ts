/** The version of every JSON that leaves: raised when a program that reads it would have to change. */
export const SCHEMA_VERSION = 1
